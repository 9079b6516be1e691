"""Reciprocity: how far ties are returned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netgraph.adjacency import Adjacency
from netgraph.metrics._registry import statistic
from netgraph.metrics.strength._mutual import mutual_entries

if TYPE_CHECKING:
    import networkx as nx


@statistic("network", bounds=(0.0, 1.0), direction="kept")
def reciprocity(graph: nx.Graph | Adjacency) -> float:
    r"""Share of the directed ties that are returned.

    .. math:: R = \frac{|\{ (i, j) \in A : (j, i) \in A \}|}{|A|}

    where :math:`A` are the ties of the directed graph.

    Parameters
    ----------
    graph
        Directed graph of people; in an undirected one every tie is returned.

    Returns
    -------
    float
        From 0 (no tie is returned) to 1 (all are). NaN without ties.

    Raises
    ------
    GraphError
        If it is no graph.

    Notes
    -----
    Pairs without a tie do not count; some packages count them as agreed.

    References
    ----------
    .. [1] Wasserman, S. & Faust, K. (1994). *Social Network Analysis*, chapter 13.
       Cambridge University Press.

    Examples
    --------
    >>> import networkx as nx
    >>> round(reciprocity(nx.DiGraph([("you", "ann"), ("ann", "you"), ("you", "bo")])), 3)
    0.667
    """
    mutual = mutual_entries(Adjacency.from_networkx(graph, directed=True))
    return float(mutual.mean()) if len(mutual) else float("nan")
