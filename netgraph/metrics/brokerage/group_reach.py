"""Borgatti's reach of a group."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from netgraph.adjacency import Adjacency
from netgraph.errors import GraphError
from netgraph.metrics._registry import statistic
from netgraph.metrics.brokerage._nearness import nearness_from

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable

    import networkx as nx


@statistic("group", bounds=(0.0, 1.0))
def group_reach(graph: nx.Graph | Adjacency, *, people: Iterable[Hashable]) -> float:
    r"""How near everybody is to somebody of a group, on average.

    .. math:: DR_K = \frac{1}{n} \sum_{j} \frac{1}{d_{Kj}}

    where :math:`d_{Kj}` is the number of ties from :math:`j` to the nearest
    member of :math:`K` and :math:`n` counts all people. Members contribute 1
    themselves, as the contacts of the group do.

    Parameters
    ----------
    graph
        Undirected graph of people.
    people
        The members :math:`K`.

    Returns
    -------
    float
        Above 0 up to 1 (everybody is a member or knows one). Never NaN.

    Raises
    ------
    GraphError
        If the graph is directed, or nobody is named.
    UnknownNameError
        If nobody has an id.

    Notes
    -----
    Some leave the members out of the sum, and then a group of everybody reaches
    nobody.

    References
    ----------
    .. [1] Borgatti, S. P. (2006). Identifying sets of key players in a social
       network. Computational and Mathematical Organization Theory, 12, 21-34.

    Examples
    --------
    >>> import networkx as nx
    >>> path = nx.path_graph(["ann", "bo", "cy", "dee"])
    >>> round(group_reach(path, people=["ann"]), 3)  # (1 + 1 + 1/2 + 1/3) / 4
    0.708
    """
    adjacency = Adjacency.from_networkx(graph)
    members = np.array([adjacency.position(person) for person in people], dtype=np.int64)
    if not len(members):
        raise GraphError("the group is empty", remedy="Name one person or more")
    return float(nearness_from(adjacency, members).max(axis=0).mean())
