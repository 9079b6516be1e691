"""From numbers by position to a Series by person; where too little is known, to NaN."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import numpy as np
import pandas as pd

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from netgraph.adjacency import Adjacency

Told = TypeVar("Told", pd.Series, pd.DataFrame)

NO_TIES = "no tie among contacts is known, and without one this says nothing"
NO_TIE_OF_CONTACT = "no tie of this person to another contact is known"


def noted(told: Told, adjacency: Adjacency) -> Told:
    """Note in ``attrs["self_loops"]`` how many ties of a person with themselves were left out."""
    if adjacency.self_loops:
        told.attrs["self_loops"] = adjacency.self_loops
    return told


def person_series(adjacency: Adjacency, values: NDArray[np.generic], name: str) -> pd.Series:
    """Lay one number per position along the graph's own node order; see `noted`."""
    told = pd.Series(values.astype(np.float64, copy=False), index=adjacency.nodes, name=name)
    return noted(told, adjacency)


def structural_series(adjacency: Adjacency, values: NDArray[np.generic], name: str) -> pd.Series:
    """Do the same, but give NaN where ties among contacts are not known.

    Exports tell whom *you* know, and rarely who knows whom. Were the unknown
    taken for absent, everybody would be a perfect broker.

    Returns
    -------
    pandas.Series
        ``attrs["withheld"]`` gives the reason, if any value was withheld.
    """
    series = person_series(adjacency, values, name)
    hidden = withheld(adjacency)
    if hidden.any():
        series[hidden] = np.nan
        series.attrs["withheld"] = withheld_reason(hidden)
    return series


def withheld(adjacency: Adjacency) -> NDArray[np.bool_]:
    """Tell of whom a personal network knows too little to measure their position.

    That is everybody if no tie among contacts is known, and else each contact
    without a known tie to another contact. Other networks are taken as complete.
    """
    if not adjacency.personal:
        return np.zeros(len(adjacency), dtype=bool)
    among = adjacency.degrees.copy()
    if adjacency.ego is not None:
        row = slice(adjacency.indptr[adjacency.ego], adjacency.indptr[adjacency.ego + 1])
        among[adjacency.indices[row]] -= 1
        among[adjacency.ego] = 0
    hidden = among == 0
    if adjacency.ego is not None and not hidden.all():
        hidden[adjacency.ego] = False
    return np.asarray(hidden)


def withheld_reason(hidden: NDArray[np.bool_]) -> str:
    """Say in a sentence what `withheld` found."""
    if hidden.all():
        return NO_TIES
    return f"no tie to another contact is known of {hidden.sum():,} of {len(hidden):,} people"
