"""Degree: how many people somebody knows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netgraph.adjacency import Adjacency
from netgraph.metrics._registry import metric
from netgraph.metrics._series import person_series

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd


@metric(bounds=(0.0, float("inf")))
def degree(graph: nx.Graph | Adjacency) -> pd.Series:
    r"""How many contacts a person has.

    .. math:: d_i = |N(i)|

    where :math:`N(i)` are the people tied to :math:`i`, each counted once.

    Parameters
    ----------
    graph
        Undirected graph of people. Tie weights are not used.

    Returns
    -------
    pandas.Series
        Indexed by `person_id`; from 0 to one less than the number of people. Never
        NaN.

    Raises
    ------
    GraphError
        If the graph is directed.

    Notes
    -----
    In a personal network this is the number of *known* contacts. Of the people
    you know, exports tell few.

    References
    ----------
    .. [1] Freeman, L. C. (1978). Centrality in social networks: conceptual
       clarification. Social Networks, 1(3), 215-239.

    Examples
    --------
    >>> import networkx as nx
    >>> degree(nx.star_graph(["you", "ann", "bo"])).to_dict()
    {'you': 2.0, 'ann': 1.0, 'bo': 1.0}
    """
    adjacency = Adjacency.from_networkx(graph)
    return person_series(adjacency, adjacency.degrees, "degree")
