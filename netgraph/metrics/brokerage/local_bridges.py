"""Granovetter's local bridges."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from netgraph.adjacency import Adjacency
from netgraph.kernels.cuts import ways_round
from netgraph.kernels.triangles import sum_over_common_contacts
from netgraph.metrics._registry import statistic
from netgraph.metrics._series import NO_TIES, noted, withheld

if TYPE_CHECKING:
    import networkx as nx


@statistic("tie", structural=True)
def local_bridges(graph: nx.Graph | Adjacency) -> pd.DataFrame:
    r"""List the ties whose two ends have no contact in common, with their span.

    .. math:: s_{ij} = d_{G - ij}(i, j), \qquad N(i) \cap N(j) = \emptyset

    where :math:`d_{G - ij}` is the number of ties on a shortest path without the
    tie itself.

    Parameters
    ----------
    graph
        Undirected graph of people.

    Returns
    -------
    pandas.DataFrame
        A row per local bridge, indexed by `person_id` and `other_id`, the
        widest first; ``span``, from 3 to infinity (a bridge: there is no other
        way), is never NaN. Empty, with the reason in ``attrs["withheld"]``, for
        a personal network in which no tie among contacts is known.

    Raises
    ------
    GraphError
        If the graph is directed.

    References
    ----------
    .. [1] Granovetter, M. S. (1973). The strength of weak ties. American Journal
       of Sociology, 78(6), 1360-1380.

    Examples
    --------
    >>> import networkx as nx
    >>> graph = nx.cycle_graph(["ann", "bo", "cy", "dee"])
    >>> graph.add_edge("dee", "eve")
    >>> local_bridges(graph)["span"].to_dict()
    {('dee', 'eve'): inf, ('ann', 'bo'): 3.0, ('ann', 'dee'): 3.0, ('bo', 'cy'): 3.0,
     ('cy', 'dee'): 3.0}
    """
    adjacency = Adjacency.from_networkx(graph)
    ones = np.ones(len(adjacency.indices))
    common = sum_over_common_contacts(adjacency.indptr, adjacency.indices, ones, ones)
    wanted = (common == 0) & (adjacency.sources < adjacency.indices)
    hidden = withheld(adjacency)
    alone = bool(len(hidden)) and bool(hidden.all())
    if alone:
        wanted[:] = False
    one, two = adjacency.sources[wanted], adjacency.indices[wanted].astype(np.int64)
    length = ways_round(adjacency.indptr, adjacency.indices, one, two).astype(np.float64)
    span = np.where(length > 0, length, np.inf)
    order = np.lexsort((two, one, -span))
    index = pd.MultiIndex.from_arrays(
        [adjacency.nodes[one[order]], adjacency.nodes[two[order]]], names=["person_id", "other_id"]
    )
    table = noted(pd.DataFrame({"span": span[order]}, index=index), adjacency)
    if alone:
        table.attrs["withheld"] = NO_TIES
    return table
