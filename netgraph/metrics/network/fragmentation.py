"""Borgatti's fragmentation."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from netgraph.adjacency import Adjacency
from netgraph.kernels._rows import component_of
from netgraph.metrics._registry import statistic

if TYPE_CHECKING:
    import networkx as nx


@statistic("network", bounds=(0.0, 1.0))
def fragmentation(graph: nx.Graph | Adjacency) -> float:
    r"""Share of the pairs of people between whom there is no way.

    .. math:: F = 1 - \frac{\sum_k s_k (s_k - 1)}{n (n - 1)}

    where :math:`s_k` is the number of people in part :math:`k` of the network
    and :math:`n` that of all.

    Parameters
    ----------
    graph
        Undirected graph of people.

    Returns
    -------
    float
        From 0 (in one piece) to 1 (nobody knows anybody); NaN with fewer than
        two people.

    Raises
    ------
    GraphError
        If the graph is directed.

    References
    ----------
    .. [1] Borgatti, S. P. (2006). Identifying sets of key players in a social
       network. Computational and Mathematical Organization Theory, 12, 21-34.

    Examples
    --------
    >>> import networkx as nx
    >>> round(fragmentation(nx.Graph([("ann", "bo"), ("cy", "dee")])), 3)  # 2 of 6 pairs
    0.667
    """
    adjacency = Adjacency.from_networkx(graph)
    people = len(adjacency)
    if people < 2:  # noqa: PLR2004 - a pair is two
        return float("nan")
    sizes = np.bincount(component_of(adjacency.indptr, adjacency.indices)).astype(np.float64)
    return float(1.0 - (sizes * (sizes - 1)).sum() / (people * (people - 1)))
