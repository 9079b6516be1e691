"""Density of a network."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netgraph.metrics._arcs import read_arcs
from netgraph.metrics._registry import statistic

if TYPE_CHECKING:
    import networkx as nx

    from netgraph.adjacency import Adjacency


@statistic("network", bounds=(0.0, 1.0), direction="kept")
def density(graph: nx.Graph | Adjacency) -> float:
    r"""Share of the possible ties that there are.

    .. math:: D = \frac{m}{n (n - 1) / 2}

    where :math:`m` counts ties and :math:`n` people; in a directed graph each
    of the :math:`n (n - 1)` arcs may be there.

    Parameters
    ----------
    graph
        Graph of people, directed or not. Ties with oneself and parallel ties
        do not count.

    Returns
    -------
    float
        From 0 (no tie) to 1 (everybody knows everybody); NaN with fewer than
        two people.

    Raises
    ------
    GraphError
        If it is no graph.

    References
    ----------
    .. [1] Wasserman, S. & Faust, K. (1994). *Social Network Analysis*, chapter
       4. Cambridge University Press.

    Examples
    --------
    >>> import networkx as nx
    >>> round(density(nx.path_graph(3)), 3)
    0.667
    """
    matrix = read_arcs(graph).matrix
    people = matrix.shape[0]
    pairs = people * (people - 1)
    return float(matrix.nnz / pairs) if pairs else float("nan")
