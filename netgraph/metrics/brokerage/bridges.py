"""Bridges: ties without which a part of the network is cut off."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from netgraph.adjacency import Adjacency
from netgraph.kernels._rows import component_of
from netgraph.kernels.cuts import cut_points
from netgraph.metrics._registry import statistic
from netgraph.metrics._series import NO_TIES, noted, withheld

if TYPE_CHECKING:
    import networkx as nx


@statistic("tie", structural=True)
def bridges(graph: nx.Graph | Adjacency) -> pd.DataFrame:
    r"""List the ties that are the only way between the people at either side.

    .. math:: B = \{ e : G - e \text{ has more parts than } G \}

    Parameters
    ----------
    graph
        Undirected graph of people.

    Returns
    -------
    pandas.DataFrame
        A row per bridge, indexed by `person_id` and `other_id`, those that cut
        off most first; ``cut_off``, the number of people on the smaller side,
        is never NaN. Empty, with the reason in ``attrs["withheld"]``, for a
        personal network in which no tie among contacts is known.

    Raises
    ------
    GraphError
        If the graph is directed.

    References
    ----------
    .. [1] Tarjan, R. E. (1974). A note on finding the bridges of a graph.
       Information Processing Letters, 2(6), 160-161.

    Examples
    --------
    >>> import networkx as nx
    >>> graph = nx.Graph([("ann", "bo"), ("bo", "cy"), ("cy", "ann"), ("cy", "dee")])
    >>> bridges(graph)["cut_off"].to_dict()
    {('cy', 'dee'): 1}
    """
    adjacency = Adjacency.from_networkx(graph)
    cut = cut_points(adjacency.indptr, adjacency.indices)[1]
    entries = np.flatnonzero(cut)
    hidden = withheld(adjacency)
    alone = bool(len(hidden)) and bool(hidden.all())
    if alone:
        entries = entries[:0]
    one, two = adjacency.sources[entries], adjacency.indices[entries].astype(np.int64)
    part = component_of(adjacency.indptr, adjacency.indices)
    there = np.bincount(part, minlength=1)[part[one]] if len(one) else cut[entries]
    smaller = np.minimum(cut[entries], there - cut[entries])
    one, two = np.minimum(one, two), np.maximum(one, two)
    order = np.lexsort((two, one, -smaller))
    index = pd.MultiIndex.from_arrays(
        [adjacency.nodes[one[order]], adjacency.nodes[two[order]]], names=["person_id", "other_id"]
    )
    table = noted(pd.DataFrame({"cut_off": smaller[order]}, index=index), adjacency)
    if alone:
        table.attrs["withheld"] = NO_TIES
    return table
