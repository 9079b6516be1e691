"""Freeman, Borgatti and White's flow betweenness."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from netgraph.adjacency import Adjacency
from netgraph.errors import GraphError
from netgraph.kernels.flows import flow_through
from netgraph.metrics._registry import metric
from netgraph.metrics._series import structural_series

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd

MOST = 200
"""As many maximum flows are needed as there are pairs of people."""


@metric(bounds=(0.0, float("inf")), structural=True, largest=MOST)
def flow_betweenness(graph: nx.Graph | Adjacency, *, normalized: bool = False) -> pd.Series:
    r"""How much of what others can send to each other needs a person.

    .. math:: F_i = \sum_{s < t; \, s, t \ne i} \big( f_{st} - f_{st}^{-i} \big)

    where :math:`f_{st}` is the greatest flow from :math:`s` to :math:`t` if each
    tie carries one unit, the number of ways that share no tie, and
    :math:`f_{st}^{-i}` the same without :math:`i`.

    Parameters
    ----------
    graph
        Undirected graph of up to 200 people. Tie weights are not used.
    normalized
        Whether to divide by the flow between others, :math:`\sum f_{st}`; 0
        where there is none.

    Returns
    -------
    pandas.Series
        Indexed by `person_id`; from 0 (nobody needs the person). If normalized
        at most 1. NaN only in a personal network where no tie to another
        contact is known.

    Raises
    ------
    GraphError
        If the graph is directed, or has more than 200 people.

    Notes
    -----
    Ways need not be short here: betweenness counts the shortest alone.

    References
    ----------
    .. [1] Freeman, L. C., Borgatti, S. P. & White, D. R. (1991). Centrality in
       valued graphs: a measure of betweenness based on network flow. Social
       Networks, 13(2), 141-154.
    .. [2] Gusfield, D. (1990). Very simple methods for all pairs network flow
       analysis. SIAM Journal on Computing, 19(1), 143-155.

    Examples
    --------
    >>> import networkx as nx
    >>> flow_betweenness(nx.path_graph(["ann", "you", "bo"])).to_dict()
    {'ann': 0.0, 'you': 1.0, 'bo': 0.0}
    """
    adjacency = Adjacency.from_networkx(graph)
    if len(adjacency) > MOST:
        raise GraphError(
            f"there are {len(adjacency):,} people, and this takes too long beyond {MOST}",
            remedy="Measure betweenness, or a part of the network: graph.subgraph(people)",
        )
    whole, left = flow_through(adjacency.indptr, adjacency.indices).T
    values = whole - left
    if normalized:
        values = np.divide(values, whole, out=np.zeros_like(values), where=whole > 0)
    return structural_series(adjacency, values, "flow_betweenness")
