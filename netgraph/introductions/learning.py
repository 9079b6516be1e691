"""Learn from past introductions, and tell how good what was learnt is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from netgraph.introductions.calibration import (
    ASSUMED,
    COLUMNS,
    DOUBT,
    SUCCESS,
    SUCCESS_DOUBT,
    Calibration,
)
from netgraph.introductions.curves import learn, product
from netgraph.introductions.outcomes import known_outcomes

if TYPE_CHECKING:
    import networkx as nx
    from numpy.typing import NDArray

    from netgraph.contacts import Contacts
    from netgraph.introductions.curves import Covariance

    Floats = NDArray[np.float64]
    Passing = tuple[float, float, Covariance]

ENOUGH = 30
"""So many introductions of known outcome are needed before they replace what is assumed."""

REFUSALS = 10
"""So many refused requests are needed before it is learnt who passes requests on."""

_PRIOR = (SUCCESS, SUCCESS_DOUBT)
_FOLDS, _BINS = 10, 5
_TIE = 1e-9


def curve_for(
    contacts: Contacts | None, graph: nx.Graph, given: Calibration | None = None
) -> Calibration:
    """Take the calibration that is given; else learn it, where contacts are there to learn from.

    Examples
    --------
    >>> import networkx as nx
    >>> curve_for(None, nx.Graph()).basis
    'assumed: no outcome of an introduction is known'
    """
    if given is not None:
        return given
    return Calibration() if contacts is None else calibrate_introductions(contacts, graph)


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
    known = known_outcomes(contacts, graph.graph.get("as_of") if graph is not None else None)
    passing, learnt = _learn_passing(known)
    made = known.dropna(subset=["success"])
    if not len(made):
        if learnt is None:
            return Calibration()
        return Calibration(*passing, f"that a request is passed on: {learnt}; the rest is assumed")
    success = made["success"].to_numpy(dtype=float)
    onward = made[["onward"]].to_numpy(dtype=float)
    assumed = product(SUCCESS, onward)
    if len(made) < ENOUGH:
        few = f"assumed: {_having(len(made))}, {ENOUGH} are needed"
        if learnt is not None:
            few = f"that a request is passed on: {learnt}; that it succeeds: {few}"
        scores = pd.DataFrame({"assumed": _scores(assumed, success)}).T
        return Calibration(*passing, few, _table(assumed, success, None), scores)
    unseen = {
        "learned": _predict_unseen(onward, success, flat=False),
        "share": _predict_unseen(onward, success, flat=True),
    }
    predictions = {"assumed": assumed, **unseen}
    scores = pd.DataFrame({name: _scores(p, success) for name, p in predictions.items()}).T
    told = scores["log_score"]
    best = "learned" if told["learned"] < told["share"] - _TIE else "share"
    curve, covariance = learn(onward, success, _PRIOR, flat=best == "share")
    basis = (
        f"from {len(made):,} of your introductions, {int(success.sum()):,} of which led to "
        f"something; that a request is passed on is {learnt or 'assumed'}"
    )
    if best == "share":
        basis += ", and how close a tie was did not help to foretell what came"
    table = _table(unseen[best], success, None if best == "share" else onward[:, 0])
    return Calibration(*passing, basis, table, scores, curve, covariance)


def _learn_passing(known: pd.DataFrame) -> tuple[Passing, str | None]:
    """Learn who passes requests on if refusals are told; else give what is assumed."""
    refused = int((known["passed"] == 0.0).sum())
    if refused < REFUSALS or len(known) < ENOUGH:
        return (*ASSUMED, (DOUBT[0] ** 2, 0.0, DOUBT[1] ** 2)), None
    sides = known[["one", "two"]].to_numpy(dtype=float)
    curve, covariance = learn(sides, known["passed"].to_numpy(dtype=float), (ASSUMED, DOUBT))
    return (*curve, covariance), f"learnt from {len(known):,} requests, {refused:,} of them refused"


def _having(count: int) -> str:
    return f"{count} of your introductions {'has' if count == 1 else 'have'} an outcome"


def _predict_unseen(strengths: Floats, success: Floats, *, flat: bool) -> Floats:
    """Predict each tenth of the introductions from the other nine."""
    told = np.zeros(len(success))
    part = np.arange(len(success)) % _FOLDS
    for fold in range(_FOLDS):
        unseen = part == fold
        curve, _ = learn(strengths[~unseen], success[~unseen], _PRIOR, flat=flat)
        told[unseen] = product(curve, strengths[unseen])
    return told


def _scores(predicted: Floats, success: Floats) -> pd.Series[float]:
    sure = np.clip(np.where(success > 0, predicted, 1.0 - predicted), 1e-9, 1.0)
    return pd.Series(
        {"brier": np.mean((predicted - success) ** 2), "log_score": -np.mean(np.log(sure))}
    )


def _table(predicted: Floats, success: Floats, strength: Floats | None) -> pd.DataFrame:
    """Compare what was predicted with what came, in bins of as many introductions each.

    Where strength does not tell them apart, all are one bin: what is left between their
    predictions is which tenth each was in, and where that did well the others did worse.
    """
    from scipy.special import betaincinv  # noqa: PLC0415 - only needed here

    count = 1 if strength is None else min(_BINS, max(len(predicted) // 10, 1))
    order = np.argsort(predicted if strength is None else strength, kind="stable")
    rows = []
    for part in np.array_split(order, count):
        asked, succeeded = len(part), int(success[part].sum())
        low, high = betaincinv(succeeded + 0.5, asked - succeeded + 0.5, np.array([0.05, 0.95]))
        span = f"{predicted[part].min():.2f} to {predicted[part].max():.2f}"
        rows.append((span, asked, succeeded, float(predicted[part].mean()), low, high))
    return pd.DataFrame(rows, columns=COLUMNS)
