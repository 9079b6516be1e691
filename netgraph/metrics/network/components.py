"""The parts that a network falls into."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import numpy as np
import pandas as pd
from scipy.sparse.csgraph import connected_components

from netgraph.metrics._arcs import read_arcs
from netgraph.metrics._registry import statistic
from netgraph.metrics._series import noted

if TYPE_CHECKING:
    import networkx as nx

    from netgraph.adjacency import Adjacency


@statistic("network", direction="kept")
def components(graph: nx.Graph | Adjacency, *, strong: bool = False) -> pd.DataFrame:
    r"""List the parts within which everybody can get to everybody.

    .. math:: i \sim j \iff d(i, j) < \infty

    where :math:`d(i, j)` is the number of ties on a shortest path.

    Parameters
    ----------
    graph
        Graph of people, directed or not.
    strong
        Whether there must be a way both there and back along the direction of
        the ties; if not, directions are ignored.

    Returns
    -------
    pandas.DataFrame
        A row per part, the largest first: ``people``; ``ties`` among them
        (arcs, if directed); ``share`` of all people, which is never NaN, since
        there is no part where there is nobody; and ``member``, somebody in it.

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
    >>> components(nx.Graph([("ann", "bo"), ("bo", "cy"), ("dee", "eve")]))
               people  ties  share member
    component
    0               3     2    0.6    ann
    1               2     1    0.4    dee
    """
    arcs = read_arcs(graph)
    connection: Literal["weak", "strong"] = "strong" if strong and arcs.directed else "weak"
    number, part = connected_components(arcs.matrix, directed=arcs.directed, connection=connection)
    people = np.bincount(part, minlength=number)
    coo = arcs.matrix.tocoo()
    within = part[coo.row][part[coo.row] == part[coo.col]]
    ties = np.bincount(within, minlength=number) // (1 if arcs.directed else 2)
    first = np.full(number, len(part))
    np.minimum.at(first, part, np.arange(len(part)))
    order = np.lexsort((first, -people))
    table = {
        "people": people[order],
        "ties": ties[order],
        "share": people[order] / max(len(part), 1),
        "member": arcs.adjacency.nodes[first[order]],
    }
    told = pd.DataFrame(table, index=pd.RangeIndex(number, name="component"))
    return noted(told, arcs.adjacency)
