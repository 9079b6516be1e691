"""Everett and Borgatti's ego betweenness."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netgraph.kernels.ego_paths import own_betweenness, own_pairs
from netgraph.metrics._arcs import read_arcs
from netgraph.metrics._registry import metric
from netgraph.metrics._series import structural_series

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd

    from netgraph.adjacency import Adjacency


@metric(bounds=(0.0, float("inf")), structural=True, directed=True)
def ego_betweenness(graph: nx.Graph | Adjacency) -> pd.Series:
    r"""How much a person's contacts depend on the person to get to each other in two steps.

    .. math:: B_i = \sum_{a \to i \to b, \; a \not\to b} \frac{1}{(A_i^2)_{ab}}

    where :math:`A_i` is the network of :math:`i` and the contacts of :math:`i`
    alone, and :math:`(A_i^2)_{ab}` counts those in it through whom :math:`a`
    gets to :math:`b` in two steps, :math:`i` included.

    Parameters
    ----------
    graph
        Graph of people, directed or not. Tie weights are not used. Without
        directions each pair of contacts counts once.

    Returns
    -------
    pandas.Series
        Indexed by `person_id`; from 0 (all contacts know each other) to the
        number of pairs of contacts (none does). NaN only in a personal network
        where no tie to another contact is known.

    Raises
    ------
    GraphError
        If it is no graph.

    Notes
    -----
    Without directions this is betweenness in the network of :math:`i`. With
    them, betweenness also counts detours of three steps and more that stay
    within it; the definition here does not. All that is needed is what a person
    can tell about their own contacts.

    References
    ----------
    .. [1] Everett, M. & Borgatti, S. P. (2005). Ego network betweenness. Social
       Networks, 27(1), 31-38.

    Examples
    --------
    >>> import networkx as nx
    >>> ego_betweenness(nx.cycle_graph(["you", "ann", "bo", "cy"])).to_dict()
    {'you': 1.0, 'ann': 1.0, 'bo': 1.0, 'cy': 1.0}
    """
    arcs = read_arcs(graph)
    if arcs.directed:
        values = own_betweenness(arcs.matrix)
    else:
        values = own_pairs(arcs.adjacency.indptr, arcs.adjacency.indices)
    return structural_series(arcs.adjacency, values, "ego_betweenness")
