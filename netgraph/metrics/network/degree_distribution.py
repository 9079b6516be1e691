"""How many people have how many contacts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import numpy as np
import pandas as pd

from netgraph.errors import GraphError
from netgraph.metrics._arcs import read_arcs
from netgraph.metrics._registry import statistic
from netgraph.metrics._series import noted

if TYPE_CHECKING:
    import networkx as nx

    from netgraph.adjacency import Adjacency


@statistic("network", direction="kept")
def degree_distribution(
    graph: nx.Graph | Adjacency, *, direction: Literal["all", "out", "in"] = "all"
) -> pd.DataFrame:
    r"""Count the people by the number of their contacts.

    .. math:: p_d = \frac{|\{i : d_i = d\}|}{n}, \qquad P_d = \sum_{e \ge d} p_e

    where :math:`d_i` counts the contacts of :math:`i` and :math:`n` the people.

    Parameters
    ----------
    graph
        Graph of people, directed or not. Parallel ties, and ties with oneself,
        do not count.
    direction
        In a directed graph: contacts either way (``all``), those named by a
        person (``out``) or those who name the person (``in``).

    Returns
    -------
    pandas.DataFrame
        A row per number of contacts that occurs: ``people``; ``share``;
        ``at_least``, the share of people with so many or more. Never NaN; no
        row where there is nobody.

    Raises
    ------
    GraphError
        If the direction is another.

    References
    ----------
    .. [1] Newman, M. E. J. (2018). *Networks*, chapter 10. Oxford University
       Press.

    Examples
    --------
    >>> import networkx as nx
    >>> degree_distribution(nx.star_graph(3))
            people  share  at_least
    degree
    1            3   0.75      1.00
    3            1   0.25      0.25
    """
    if direction not in {"all", "out", "in"}:
        raise GraphError(f"direction is {direction!r}", remedy="Take all, out or in")
    arcs = read_arcs(graph)
    degrees = arcs.adjacency.degrees
    if arcs.directed and direction != "all":
        rows = arcs.matrix if direction == "out" else arcs.matrix.T.tocsr()
        degrees = np.diff(rows.indptr)
    degree, people = np.unique(degrees, return_counts=True)
    share = people / max(len(degrees), 1)
    table = {"people": people, "share": share, "at_least": share[::-1].cumsum()[::-1]}
    told = pd.DataFrame(table, index=pd.Index(degree, name="degree"))
    return noted(told, arcs.adjacency)
