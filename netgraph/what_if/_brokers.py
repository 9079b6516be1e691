"""Which brokers appear and vanish between two states of a network."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np
import pandas as pd
from scipy.stats import rankdata

from netgraph.brokers import LARGE, draw_betweenness

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from netgraph.what_if._changing import Change
    from netgraph.what_if._network import State

    Floats = NDArray[np.float64]

Rows: TypeAlias = list[dict[str, Any]]

FIRST = 10
"""A broker is one of so many who bridge most."""

_DRAWS = 10
_LARGE_DRAWS, _SOURCES = 2, 32
_COLUMNS = ["person_id", "name", "before", "after", "held_before", "held_after"]


def moved_brokers(change: Change, *, seed: int) -> tuple[Rows, Rows]:
    """Find who comes to be among the first ten brokers, and who ceases to be.

    The same ties are drawn in both states, and paths are counted from the same
    people, so that nobody moves by chance alone.

    Returns
    -------
    tuple of list of dict
        Those who appear, those who vanish: ``person_id``, ``name``, rank
        ``before`` and ``after`` (None where they lie between nobody), and in what
        share of the draws they are among the first ten, ``held_before`` and
        ``held_after``. People who are lost themselves are not in it.
    """
    scores = {name: _scores(change, state, seed) for name, state in _states(change).items()}
    held = {name: _held(drawn) for name, drawn in scores.items()}
    rank = {name: _ranks(drawn.mean(axis=0)) for name, drawn in scores.items()}
    table = pd.DataFrame(
        {
            "person_id": pd.Series(change.network.people, dtype=object),
            "name": change.network.names,
            "before": rank["before"],
            "after": rank["after"],
            "held_before": held["before"],
            "held_after": held["after"],
        },
    )[_COLUMNS]
    first = {name: table[name] <= FIRST for name in ("before", "after")}
    sure = {name: held[name] >= 0.5 for name in first}  # noqa: PLR2004 - more often than not
    appear = table[first["after"] & ~first["before"] & sure["after"] & ~sure["before"]]
    vanish = table[first["before"] & ~first["after"] & sure["before"] & ~sure["after"]]
    vanish = vanish.drop(index=[row for row in change.lost if row in vanish.index])
    return _rows(appear.sort_values("after")), _rows(vanish.sort_values("before"))


def _rows(table: pd.DataFrame) -> Rows:
    """Give rows as dicts; a rank that there is not is None."""
    known = table.astype({"before": "object", "after": "object"})
    rows = known.where(known.notna(), None).to_dict("records")
    return [{str(column): value for column, value in row.items()} for row in rows]


def _states(change: Change) -> dict[str, State]:
    return {"before": change.before, "after": change.after}


def _scores(change: Change, state: State, seed: int) -> Floats:
    network = change.network
    ties, size = network.ties, len(network.people)
    among = (ties.source != network.ego) & (ties.target != network.ego)
    large = size > LARGE
    return draw_betweenness(
        size,
        ties.source,
        ties.target,
        np.where(among & state.ties, ties.probability, 0.0),
        draws=_LARGE_DRAWS if large else _DRAWS,
        sources=_SOURCES if large else None,
        seed=seed,
    )


def _held(drawn: Floats) -> Floats:
    """In what share of the draws each person is among the first, and between others at all."""
    ranks = rankdata(-drawn, axis=1, method="min")
    return np.asarray(((ranks <= FIRST) & (drawn > 0)).mean(axis=0))


def _ranks(score: Floats) -> Floats:
    return np.where(score > 0, rankdata(-score, method="min"), np.nan)
