"""From numbers by entry to a Series by tie; where too little is known, to NaN."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from netgraph.metrics._series import noted, withheld, withheld_reason

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from netgraph.adjacency import Adjacency


def tie_series(
    adjacency: Adjacency, values: NDArray[np.generic], name: str, *, both_ways: bool = False
) -> pd.Series:
    """Lay a number per entry along the ties.

    Parameters
    ----------
    adjacency
        The network.
    values
        A number per entry of ``adjacency.indices``.
    name
        What the numbers are called.
    both_ways
        Whether each tie comes twice, once from either end, because the number
        depends on the end; else it comes once, from the end that stands first.

    Returns
    -------
    pandas.Series
        Indexed by `person_id` and `other_id`. In a personal network NaN where
        too little is known of an end's contacts; ``attrs["withheld"]`` says why.
    """
    one, other = adjacency.sources, adjacency.indices.astype(np.int64)
    kept = np.ones(len(one), dtype=bool) if both_ways or adjacency.directed else one < other
    one, other = one[kept], other[kept]
    score = np.asarray(values, dtype=np.float64)[kept]
    hidden = withheld(adjacency)
    score[hidden[one] | hidden[other]] = np.nan
    index = pd.MultiIndex.from_arrays(
        [adjacency.nodes[one], adjacency.nodes[other]], names=["person_id", "other_id"]
    )
    series = noted(pd.Series(score, index=index, name=name), adjacency)
    if hidden.any():
        series.attrs["withheld"] = withheld_reason(hidden)
    return series
