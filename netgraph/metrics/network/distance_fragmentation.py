"""Borgatti's fragmentation by distance."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netgraph.adjacency import Adjacency
from netgraph.kernels.distances import count_by_distance
from netgraph.metrics._registry import statistic

if TYPE_CHECKING:
    import networkx as nx


@statistic("network", bounds=(0.0, 1.0))
def distance_fragmentation(graph: nx.Graph | Adjacency) -> float:
    r"""How far people are from each other, on average, where no way is furthest.

    .. math:: DF = 1 - \frac{2 \sum_{i < j} 1 / d(i, j)}{n (n - 1)}

    where :math:`d(i, j)` is the number of ties on a shortest path,
    :math:`1/d = 0` where there is none, and :math:`n` counts the people.

    Parameters
    ----------
    graph
        Undirected graph of people.

    Returns
    -------
    float
        From 0 (everybody knows everybody) to 1 (nobody knows anybody); NaN with
        fewer than two people. One less this is the mean of
        `harmonic_closeness`.

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
    >>> round(distance_fragmentation(nx.path_graph(3)), 3)  # 1 - (1 + 1 + 1/2) / 3
    0.167
    """
    adjacency = Adjacency.from_networkx(graph)
    people = len(adjacency)
    if people < 2:  # noqa: PLR2004 - a pair is two
        return float("nan")
    near = count_by_distance(adjacency.indptr, adjacency.indices)[1]
    return float(1.0 - near.sum() / (people * (people - 1)))
