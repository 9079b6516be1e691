"""Introductions: how likely somebody passes a request on, and that something comes of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from netgraph.ties import strength_before

if TYPE_CHECKING:
    import networkx as nx
    from numpy.typing import ArrayLike, NDArray

    from netgraph.contacts import Contacts

    Floats = NDArray[np.float64]
    Prior = tuple[tuple[float, float], tuple[float, float]]
    Passing = tuple[float, float, tuple[float, float, float]]
    Learnt = tuple[tuple[float, float], tuple[float, float, float]]


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


ENOUGH = 30
"""So many introductions of known outcome are needed before they replace what is assumed."""

REFUSALS = 10
"""So many refused requests are needed before it is learnt who passes requests on."""

ASSUMED = (-1.1, 3.0)
"""Where and how steeply the assumed curve rises: one in four for strangers, 71 % at 2/3."""

DOUBT = (1.0, 1.5)
"""How far, as standard deviations, either of the two may be from what is assumed."""

SUCCESS = (0.85, 0.0)
"""The same of introductions that were made: 70 % lead to something, however close the tie."""

SUCCESS_DOUBT = (0.8, 1.5)
"""How far, as standard deviations, either of these may be from what is assumed."""

NOT_PASSED = _words(
    "not_passed_on not_introduced not_made never_made introducer_declined introducer_refused "
    "declined_by_introducer refused_by_introducer no_introduction"
)
"""Outcomes that tell that the request was refused, so that no introduction was made."""

FAILED = _words(
    "declined refused rejected no_response no_answer no_reply unanswered ignored failed bounced "
    "cancelled canceled no none never not_interested did_not_meet ghosted unsuccessful nothing "
    "abgelehnt keine_antwort rechazado sin_respuesta refusé sans_réponse rifiutato "
    "nessuna_risposta recusado sem_resposta"
)
"""Outcomes that tell that nothing came of an introduction."""

OPEN = _words(
    "pending open waiting planned asked sent requested scheduled unknown in_progress offen "
    "ausstehend pendiente en_attente in_attesa pendente ?"
)
"""Outcomes that tell nothing yet."""

_COLUMNS = ["bin", "asked", "succeeded", "predicted", "low", "high"]
_FOLDS, _BINS, _STEPS = 10, 5, 50
_ANY_DAY = pd.Timestamp("2000-01-01")
_PRIOR = (SUCCESS, SUCCESS_DOUBT)
_NO_TABLE = pd.DataFrame({column: pd.Series(dtype=float) for column in _COLUMNS})


@dataclass(frozen=True, eq=False)
class Calibration:
    r"""How likely an introduction is passed on and leads to something, by strength of ties.

    .. math:: P = p \cdot g(s) \cdot h(s), \qquad
        g(s) = \frac{1}{1 + e^{-(a + b s)}}, \quad h(s) = \frac{1}{1 + e^{-(c + d s)}}

    with :math:`s` the strength of a tie, :math:`p` the probability that it exists,
    :math:`g` that a request is passed on over it, and :math:`h` that an introduction
    over it leads to something once it is made. ``Calibration()`` is what is assumed
    while nothing is known; `calibrate_introductions` learns from the past.

    On a way you - ann - bo - target, ann and bo introduce. Each of the three ties has
    to pass the request on; each of the two introductions has to lead to something, and
    is counted once, with the tie onward from who introduces: ann - bo and bo - target.
    On your own tie to ann nobody introduces: there ``passes_on`` is all.

    Attributes
    ----------
    intercept, slope
        :math:`a` and :math:`b`; the slope is never below zero.
    covariance
        How unsure the two are: variance of the first, covariance, variance of
        the second.
    basis
        Where both come from, in words.
    table
        How the predictions of made introductions did: ``bin`` (of what was
        predicted), ``asked`` introductions, how many ``succeeded``, how many
        ``predicted`` on average (a share, each predicted without its own tenth of
        the introductions), and ``low`` and ``high``: the 90 % interval of the share
        that succeeded.
    scores
        ``brier`` and ``log_score`` (mean, smaller is better) of the success of
        introductions: as ``assumed``, as ``learned`` by strength, and as a plain
        ``share``, the last two on introductions that they had not seen. The one of the
        two with the better log score is used.
    success, success_covariance
        :math:`c` and :math:`d`, and how unsure they are; :math:`d` is 0 for a share.

    Examples
    --------
    >>> assumed = Calibration()
    >>> float(assumed.passes_on(0.5).round(2)), float(assumed.succeeds(0.5).round(2))
    (0.6, 0.7)
    >>> float(assumed.chance(0.5).round(2))
    0.42
    >>> assumed.basis
    'assumed: no outcome of an introduction is known'
    """

    intercept: float = ASSUMED[0]
    slope: float = ASSUMED[1]
    covariance: tuple[float, float, float] = (DOUBT[0] ** 2, 0.0, DOUBT[1] ** 2)
    basis: str = "assumed: no outcome of an introduction is known"
    table: pd.DataFrame = field(default_factory=_NO_TABLE.copy)
    scores: pd.DataFrame = field(default_factory=pd.DataFrame)
    success: tuple[float, float] = SUCCESS
    success_covariance: tuple[float, float, float] = (SUCCESS_DOUBT[0] ** 2, 0.0, 0.0)

    def passes_on(self, strength: ArrayLike, probability: ArrayLike = 1.0) -> Floats:
        """Give the probability that a request is passed on over ties.

        Parameters
        ----------
        strength
            How well the two know each other, 0 to 1.
        probability
            That they know each other at all.

        Returns
        -------
        numpy.ndarray
            From 0 to 1, of the shape of both together.
        """
        tied = np.asarray(probability, dtype=float)
        return np.asarray(tied * _curve(self.intercept, self.slope, strength))

    def succeeds(self, strength: ArrayLike) -> Floats:
        """Give the probability that introductions lead to something once they are made.

        Parameters
        ----------
        strength
            How well who introduces knows the one to whom they introduce, 0 to 1.

        Returns
        -------
        numpy.ndarray
            From 0 to 1, of the shape of `strength`.
        """
        return _curve(*self.success, strength)

    def chance(self, strength: ArrayLike, probability: ArrayLike = 1.0) -> Floats:
        """Give the probability that ties carry an introduction that leads to something.

        Parameters
        ----------
        strength
            How well who introduces knows the one to whom they introduce, 0 to 1.
        probability
            That they know each other at all.

        Returns
        -------
        numpy.ndarray
            `passes_on` times `succeeds`: from 0 to 1, of the shape of both together.
        """
        return np.asarray(self.passes_on(strength, probability) * self.succeeds(strength))

    def draw(
        self,
        strength: ArrayLike,
        probability: ArrayLike = 1.0,
        *,
        introduced: ArrayLike = True,
        count: int = 400,
        seed: int = 0,
    ) -> Floats:
        """Draw what could be: curves as unsure as these, ties that exist or do not.

        Parameters
        ----------
        strength, probability
            As `chance` takes them.
        introduced
            Whether somebody introduces over the tie; on a way, over each but the
            first. Else only that the request is passed on is drawn.
        count
            How many draws.
        seed
            The same seed gives the same draws.

        Returns
        -------
        numpy.ndarray
            A row a draw, a column a tie: the chance that it carries an
            introduction, 0 where it is drawn not to exist. In each row the same two
            curves hold for all ties.
        """
        rng = np.random.default_rng(seed)
        known = np.atleast_1d(np.asarray(strength, dtype=float))
        chance = _drawn((self.intercept, self.slope), self.covariance, known, count, rng)
        there = rng.random(chance.shape) < np.asarray(probability, dtype=float)
        led = _drawn(self.success, self.success_covariance, known, count, rng)
        led = np.where(np.asarray(introduced, dtype=bool), led, 1.0)
        return np.where(there, chance * led, 0.0)


def calibrate_introductions(contacts: Contacts, graph: nx.Graph | None = None) -> Calibration:
    r"""Learn from past introductions how likely the next one leads to something.

    Only introductions that somebody made stand in a list, and of them it is learnt how
    many led to something: :math:`h` of `Calibration`, by the strength that the tie onward
    from the introducer had before that day (to the one who is not you; the mean of both
    ties where neither is you), or as a plain share, whichever foretells unseen ones
    better. The numbers are those most probable after the outcomes, with the assumed ones
    as the prior (normal, standard deviations in `SUCCESS_DOUBT`). Below `ENOUGH`
    outcomes what is assumed stays.

    How likely a request is passed on, :math:`g`, stays assumed, since a list of
    introductions holds no request that was refused; unless at least `REFUSALS` of its
    outcomes tell just that (see `NOT_PASSED`). Then a request is taken to be passed on
    with :math:`g(s_1) g(s_2)`, over both ties of the introducer.

    Parameters
    ----------
    contacts
        With ``introductions``. An outcome is a failure if it says so (``declined``,
        ``no_response``, ... see `FAILED`), not known if it is empty or says that it
        is open (``pending``, see `OPEN`), and else a success.
    graph
        As `build_graph` gives it; its day stands in where an introduction has no
        date.

    Returns
    -------
    Calibration
        With the table and the scores that tell how good it is.

    Notes
    -----
    Introductions of which you wrote down that something came may be those that you
    remember: :math:`h` may be too high.

    Examples
    --------
    >>> from netgraph.contacts import Contacts
    >>> calibrate_introductions(Contacts()).basis
    'assumed: no outcome of an introduction is known'
    """
    known = _known_outcomes(contacts, graph.graph.get("as_of") if graph is not None else None)
    passing, learnt = _learn_passing(known)
    made = known.dropna(subset=["success"])
    if not len(made):
        if learnt is None:
            return Calibration()
        return Calibration(*passing, f"that a request is passed on: {learnt}; the rest is assumed")
    success = made["success"].to_numpy(dtype=float)
    onward = made[["onward"]].to_numpy(dtype=float)
    assumed = _product(SUCCESS, onward)
    if len(made) < ENOUGH:
        few = f"assumed: {_outcomes(len(made))}, {ENOUGH} are needed"
        if learnt is not None:
            few = f"that a request is passed on: {learnt}; that it succeeds: {few}"
        scores = pd.DataFrame({"assumed": _scores(assumed, success)}).T
        return Calibration(*passing, few, _table(assumed, success), scores)
    unseen = {
        "learned": _predict_unseen(onward, success, flat=False),
        "share": _predict_unseen(onward, success, flat=True),
    }
    predictions = {"assumed": assumed, **unseen}
    scores = pd.DataFrame({name: _scores(p, success) for name, p in predictions.items()}).T
    best = str(scores.loc[list(unseen), "log_score"].idxmin())
    curve, covariance = _learn(onward, success, _PRIOR, flat=best == "share")
    basis = (
        f"from {len(made):,} of your introductions, {int(success.sum()):,} of which led to "
        f"something; that a request is passed on is {learnt or 'assumed'}"
    )
    if best == "share":
        basis += ", and how close a tie was did not help to foretell what came"
    table = _table(unseen[best], success)
    return Calibration(*passing, basis, table, scores, curve, covariance)


def _learn_passing(known: pd.DataFrame) -> tuple[Passing, str | None]:
    """Learn who passes requests on if refusals are told; else give what is assumed."""
    refused = int((known["passed"] == 0.0).sum())
    if refused < REFUSALS or len(known) < ENOUGH:
        return (*ASSUMED, (DOUBT[0] ** 2, 0.0, DOUBT[1] ** 2)), None
    sides = known[["one", "two"]].to_numpy(dtype=float)
    curve, covariance = _learn(sides, known["passed"].to_numpy(dtype=float))
    return (*curve, covariance), f"learnt from {len(known):,} requests, {refused:,} of them refused"


def is_success(outcome: object) -> float:
    """Tell whether an outcome is a success (1), a failure (0), or not known (NaN).

    Where no introduction was made (`NOT_PASSED`), none can have led to anything: NaN.

    Examples
    --------
    >>> is_success("hired"), is_success("no_response"), is_success("pending")
    (1.0, 0.0, nan)
    """
    word = _word(outcome)
    if not word or word in OPEN or word in NOT_PASSED:
        return np.nan
    return 0.0 if word in FAILED else 1.0


def _word(outcome: object) -> str:
    return outcome.strip().casefold().replace(" ", "_") if isinstance(outcome, str) else ""


def _outcomes(count: int) -> str:
    return f"{count} of your introductions {'has' if count == 1 else 'have'} an outcome"


def _known_outcomes(contacts: Contacts, as_of: pd.Timestamp | None) -> pd.DataFrame:
    """Lay out requests of known fate: passed on, success, and how strong the ties were."""
    rows = contacts.introductions
    words = rows["outcome"].map(_word)
    passed = (~words.isin(NOT_PASSED)).astype(float)
    rows = rows.assign(success=rows["outcome"].map(is_success).astype(float), passed=passed)
    rows = rows[rows["success"].notna() | (passed == 0.0)]
    rows = rows.dropna(subset=["introducer", "introduced", "introduced_to"])
    day = pd.to_datetime(rows["date"], format="ISO8601", errors="coerce").astype("datetime64[s]")
    known = [contacts.interactions["at"], contacts.ties["since"], contacts.ties["last_at"], day]
    last = as_of if as_of is not None else pd.concat(known).max()
    day = day.fillna((_ANY_DAY if pd.isna(last) else last).as_unit("s"))
    one, two = (
        strength_before(
            contacts, pd.DataFrame({"source": rows["introducer"], "target": rows[whom], "at": day})
        )
        for whom in ("introduced", "introduced_to")
    )
    rows = rows.assign(one=one, two=two)
    onward = (rows["one"] + rows["two"]) / 2.0
    if contacts.ego is not None:
        onward = onward.mask(rows["introduced_to"] == contacts.ego, rows["one"])
        onward = onward.mask(rows["introduced"] == contacts.ego, rows["two"])
    return rows.assign(onward=onward)


def _curve(intercept: ArrayLike, slope: ArrayLike, strength: ArrayLike) -> Floats:
    height = np.asarray(intercept) + np.asarray(slope) * np.asarray(strength, dtype=float)
    return np.asarray(1.0 / (1.0 + np.exp(-height)))


def _drawn(
    mean: tuple[float, float],
    covariance: tuple[float, float, float],
    strength: Floats,
    count: int,
    rng: np.random.Generator,
) -> Floats:
    """Draw curves, and give what each says of the strengths: a row a curve."""
    first, both, second = covariance
    drawn = rng.multivariate_normal(mean, [[first, both], [both, second]], size=count)
    return _curve(drawn[:, :1], np.maximum(drawn[:, 1:], 0.0), strength)


def _product(curve: ArrayLike, strengths: Floats) -> Floats:
    intercept, slope = np.asarray(curve, dtype=float)
    return np.asarray(_curve(intercept, slope, strengths).prod(axis=1))


def _learn(
    strengths: Floats, came: Floats, prior: Prior = (ASSUMED, DOUBT), *, flat: bool = False
) -> Learnt:
    """Find the most probable curve and how unsure it is, by Fisher scoring.

    Each row of strengths holds the ties that all had to carry. A flat curve is a share.
    """
    mean, precision = np.array(prior[0]), np.diag(1.0 / np.square(prior[1]))
    curve = mean.copy()
    free = np.array([True, not flat])
    information = precision
    for _ in range(_STEPS):
        gradient, information = _slopes(curve, strengths, came)
        gradient -= precision @ (curve - mean)
        information += precision
        step = np.zeros(2)
        step[free] = np.linalg.solve(information[np.ix_(free, free)], gradient[free])
        curve = curve + np.clip(step, -1.0, 1.0)
        if curve[1] <= 0.0:  # a stronger tie never carries less
            curve[1], free[1] = 0.0, False
    if flat:
        return (float(curve[0]), 0.0), (float(1.0 / information[0, 0]), 0.0, 0.0)
    spread = np.linalg.inv(information)
    return (float(curve[0]), float(curve[1])), (
        float(spread[0, 0]),
        float(spread[0, 1]),
        float(spread[1, 1]),
    )


def _slopes(curve: Floats, strengths: Floats, success: Floats) -> tuple[Floats, Floats]:
    """Give the gradient of the log-likelihood and the information that outcomes hold."""
    sides = _curve(curve[0], curve[1], strengths)
    chance = np.clip(sides.prod(axis=1), 1e-9, 1.0 - 1e-9)
    rest = 1.0 - sides
    change = chance[:, None] * np.column_stack([rest.sum(axis=1), (rest * strengths).sum(axis=1)])
    weight = 1.0 / (chance * (1.0 - chance))
    return change.T @ (weight * (success - chance)), change.T @ (change * weight[:, None])


def _predict_unseen(strengths: Floats, success: Floats, *, flat: bool) -> Floats:
    """Predict each tenth of the introductions from the other nine."""
    told = np.zeros(len(success))
    part = np.arange(len(success)) % _FOLDS
    for fold in range(_FOLDS):
        unseen = part == fold
        curve, _ = _learn(strengths[~unseen], success[~unseen], _PRIOR, flat=flat)
        told[unseen] = _product(curve, strengths[unseen])
    return told


def _scores(predicted: Floats, success: Floats) -> pd.Series[float]:
    sure = np.clip(np.where(success > 0, predicted, 1.0 - predicted), 1e-9, 1.0)
    return pd.Series(
        {"brier": np.mean((predicted - success) ** 2), "log_score": -np.mean(np.log(sure))}
    )


def _table(predicted: Floats, success: Floats) -> pd.DataFrame:
    """Compare what was predicted with what came, in bins of as many introductions each."""
    from scipy.special import betaincinv  # noqa: PLC0415 - only needed here

    count = min(_BINS, max(len(predicted) // 10, 1))
    rows = []
    for part in np.array_split(np.argsort(predicted, kind="stable"), count):
        asked, succeeded = len(part), int(success[part].sum())
        low, high = betaincinv(succeeded + 0.5, asked - succeeded + 0.5, np.array([0.05, 0.95]))
        span = f"{predicted[part].min():.2f} to {predicted[part].max():.2f}"
        rows.append((span, asked, succeeded, float(predicted[part].mean()), low, high))
    return pd.DataFrame(rows, columns=_COLUMNS)
