"""Introductions: how likely a tie carries one, learnt from those that were made."""

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


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


ENOUGH = 30
"""So many introductions of known outcome are needed before they replace the assumed curve."""

ASSUMED = (-1.1, 3.0)
"""Where and how steeply the assumed curve rises: one in four for strangers, 71 % at 2/3."""

DOUBT = (1.0, 1.5)
"""How far, as standard deviations, either of the two may be from what is assumed."""

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
_NO_TABLE = pd.DataFrame({column: pd.Series(dtype=float) for column in _COLUMNS})


@dataclass(frozen=True, eq=False)
class Calibration:
    r"""How likely a tie carries an introduction, by how strong it is.

    .. math:: P = p \cdot \frac{1}{1 + e^{-(a + b s)}}

    with :math:`s` the strength of the tie and :math:`p` the probability that it
    exists. ``Calibration()`` is the curve that is assumed while nothing is known;
    `calibrate_introductions` learns from the past.

    Attributes
    ----------
    intercept, slope
        :math:`a` and :math:`b`; the slope is never below zero.
    covariance
        How unsure the two are: variance of the first, covariance, variance of
        the second.
    basis
        Where the curve comes from, in words.
    table
        How the predictions did: ``bin`` (of what was predicted), ``asked``
        introductions, how many ``succeeded``, how many ``predicted`` on average
        (a share, each predicted without its own tenth of the introductions), and
        ``low`` and ``high``: the 90 % interval of the share that succeeded.
    scores
        ``brier`` and ``log_score`` (mean, smaller is better) of the ``assumed``
        curve and of the ``learned`` one on introductions that it had not seen,
        and of the share of successes among those that it had seen (``share``).

    Examples
    --------
    >>> float(Calibration().chance(0.5).round(2))
    0.6
    >>> Calibration().basis
    'assumed: no outcome of an introduction is known'
    """

    intercept: float = ASSUMED[0]
    slope: float = ASSUMED[1]
    covariance: tuple[float, float, float] = (DOUBT[0] ** 2, 0.0, DOUBT[1] ** 2)
    basis: str = "assumed: no outcome of an introduction is known"
    table: pd.DataFrame = field(default_factory=_NO_TABLE.copy)
    scores: pd.DataFrame = field(default_factory=pd.DataFrame)

    def chance(self, strength: ArrayLike, probability: ArrayLike = 1.0) -> Floats:
        """Give the probability that ties carry an introduction.

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

    def draw(
        self, strength: ArrayLike, probability: ArrayLike = 1.0, *, count: int = 400, seed: int = 0
    ) -> Floats:
        """Draw what could be: curves as unsure as this one, ties that exist or do not.

        Returns
        -------
        numpy.ndarray
            A row a draw, a column a tie: the chance that it carries an
            introduction, 0 where it is drawn not to exist. In each row one curve
            holds for all ties.
        """
        first, both, second = self.covariance
        rng = np.random.default_rng(seed)
        drawn = rng.multivariate_normal(
            (self.intercept, self.slope), [[first, both], [both, second]], size=count
        )
        rise = np.maximum(drawn[:, 1:], 0.0)
        chance = _curve(drawn[:, :1], rise, np.atleast_1d(strength))
        there = rng.random(chance.shape) < np.asarray(probability, dtype=float)
        return np.where(there, chance, 0.0)


def calibrate_introductions(contacts: Contacts, graph: nx.Graph | None = None) -> Calibration:
    r"""Learn from past introductions how likely a tie carries one.

    An introduction goes over two ties of the introducer, so it succeeds with
    :math:`g(s_1) g(s_2)`, where :math:`g` is the curve of `Calibration` and
    :math:`s` how strong each tie was before that day. The two numbers of the curve
    are those most probable after the outcomes, with the assumed ones as the prior
    (normal, standard deviations in `DOUBT`); few outcomes move them little. Below
    `ENOUGH` outcomes the assumed curve stays.

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
    Only introductions that somebody made stand in a list. Requests that nobody
    passed on do not, so the chances of a new request may be lower; ``basis`` says
    so.

    Examples
    --------
    >>> from netgraph.contacts import Contacts
    >>> calibrate_introductions(Contacts()).basis
    'assumed: no outcome of an introduction is known'
    """
    known = _known_outcomes(contacts, graph.graph.get("as_of") if graph is not None else None)
    success = known["success"].to_numpy(dtype=float)
    strengths = known[["one", "two"]].to_numpy(dtype=float)
    if not len(known):
        return Calibration()
    assumed = _product(ASSUMED, strengths)
    if len(known) < ENOUGH:
        basis = f"assumed: {_outcomes(len(known))}, {ENOUGH} are needed"
        scores = pd.DataFrame({"assumed": _scores(assumed, success)}).T
        return Calibration(basis=basis, table=_table(assumed, success), scores=scores)
    curve, covariance = _learn(strengths, success)
    unseen, share = _predict_unseen(strengths, success)
    predictions = {"assumed": assumed, "learned": unseen, "share": share}
    scores = pd.DataFrame({name: _scores(p, success) for name, p in predictions.items()}).T
    basis = (
        f"from {len(known):,} of your introductions, {int(success.sum()):,} of which led to "
        "something; requests that nobody passed on are in no list, so this may be too high"
    )
    if scores["log_score"].drop("assumed").idxmin() == "share":
        basis += ", and how close a tie was did not help to foretell them"
    return Calibration(*curve, covariance, basis, _table(unseen, success), scores)


def is_success(outcome: object) -> float:
    """Tell whether an outcome is a success (1), a failure (0), or not known (NaN).

    Examples
    --------
    >>> is_success("hired"), is_success("no_response"), is_success("pending")
    (1.0, 0.0, nan)
    """
    word = outcome.strip().casefold().replace(" ", "_") if isinstance(outcome, str) else ""
    if not word or word in OPEN:
        return np.nan
    return 0.0 if word in FAILED else 1.0


def _outcomes(count: int) -> str:
    return f"{count} of your introductions {'has' if count == 1 else 'have'} an outcome"


def _known_outcomes(contacts: Contacts, as_of: pd.Timestamp | None) -> pd.DataFrame:
    """Lay out introductions of known outcome: success, and how strong both ties were."""
    rows = contacts.introductions
    rows = rows.assign(success=rows["outcome"].map(is_success).astype(float))
    rows = rows.dropna(subset=["success", "introducer", "introduced", "introduced_to"])
    day = pd.to_datetime(rows["date"], format="ISO8601", errors="coerce").astype("datetime64[s]")
    known = [contacts.interactions["at"], contacts.ties["since"], contacts.ties["last_at"], day]
    last = as_of if as_of is not None else pd.concat(known).max()
    day = day.fillna((_ANY_DAY if pd.isna(last) else last).as_unit("s"))
    sides = {
        name: strength_before(
            contacts, pd.DataFrame({"source": rows["introducer"], "target": rows[whom], "at": day})
        )
        for name, whom in (("one", "introduced"), ("two", "introduced_to"))
    }
    return rows.assign(**sides)


def _curve(intercept: ArrayLike, slope: ArrayLike, strength: ArrayLike) -> Floats:
    height = np.asarray(intercept) + np.asarray(slope) * np.asarray(strength, dtype=float)
    return np.asarray(1.0 / (1.0 + np.exp(-height)))


def _product(curve: ArrayLike, strengths: Floats) -> Floats:
    intercept, slope = np.asarray(curve, dtype=float)
    return np.asarray(_curve(intercept, slope, strengths).prod(axis=1))


def _learn(
    strengths: Floats, success: Floats
) -> tuple[tuple[float, float], tuple[float, float, float]]:
    """Find the most probable curve and how unsure it is, by Fisher scoring."""
    prior, precision = np.array(ASSUMED), np.diag(1.0 / np.square(DOUBT))
    curve = prior.copy()
    free = np.array([True, True])
    information = precision
    for _ in range(_STEPS):
        gradient, information = _slopes(curve, strengths, success)
        gradient -= precision @ (curve - prior)
        information += precision
        step = np.zeros(2)
        step[free] = np.linalg.solve(information[np.ix_(free, free)], gradient[free])
        curve = curve + np.clip(step, -1.0, 1.0)
        if curve[1] <= 0.0:  # a stronger tie never carries less
            curve[1], free[1] = 0.0, False
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


def _predict_unseen(strengths: Floats, success: Floats) -> tuple[Floats, Floats]:
    """Predict each tenth of the introductions from the other nine."""
    learned, share = np.zeros(len(success)), np.zeros(len(success))
    part = np.arange(len(success)) % _FOLDS
    for fold in range(_FOLDS):
        unseen = part == fold
        curve, _ = _learn(strengths[~unseen], success[~unseen])
        learned[unseen] = _product(curve, strengths[unseen])
        share[unseen] = (success[~unseen].sum() + 0.5) / ((~unseen).sum() + 1.0)
    return learned, share


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
