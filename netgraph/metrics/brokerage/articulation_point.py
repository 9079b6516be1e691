"""Articulation points."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netgraph.adjacency import Adjacency
from netgraph.kernels.cuts import cut_points
from netgraph.metrics._registry import metric
from netgraph.metrics._series import structural_series

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd


@metric(bounds=(0.0, 1.0), structural=True)
def articulation_point(graph: nx.Graph | Adjacency) -> pd.Series:
    r"""Whether some people could no longer get to each other without a person.

    .. math:: A_i = 1 \text{ if } G - i \text{ has more parts than } G
        \text{ and } i \text{ is tied, else } 0

    Parameters
    ----------
    graph
        Undirected graph of people.

    Returns
    -------
    pandas.Series
        Indexed by `person_id`; 1 or 0. NaN only in a personal network where no
        tie to another contact is known.

    Raises
    ------
    GraphError
        If the graph is directed.

    References
    ----------
    .. [1] Hopcroft, J. & Tarjan, R. (1973). Algorithm 447: efficient algorithms
       for graph manipulation. Communications of the ACM, 16(6), 372-378.

    Examples
    --------
    >>> import networkx as nx
    >>> articulation_point(nx.path_graph(["ann", "you", "bo"])).to_dict()
    {'ann': 0.0, 'you': 1.0, 'bo': 0.0}
    """
    adjacency = Adjacency.from_networkx(graph)
    point = cut_points(adjacency.indptr, adjacency.indices)[0]
    return structural_series(adjacency, point, "articulation_point")
