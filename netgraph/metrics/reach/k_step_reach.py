"""k-step reach: everybody within a given distance."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netgraph.errors import check_whole
from netgraph.metrics._registry import metric
from netgraph.metrics._series import structural_series
from netgraph.metrics.reach._distances import count_people, distance_parts, read_direction

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd

    from netgraph.adjacency import Adjacency
    from netgraph.metrics.reach._distances import Direction


@metric(bounds=(0.0, float("inf")), structural=True, directed=True, parts=distance_parts)
def k_step_reach(
    graph: nx.Graph | Adjacency, *, k: int = 3, direction: Direction = "out"
) -> pd.Series:
    r"""How many people a person reaches in at most k steps.

    .. math:: R_i = |\{ j \ne i : d(i, j) \le k \}|

    where :math:`d(i, j)` is the number of ties on a shortest path.

    Parameters
    ----------
    graph
        Graph of people, directed or not. Tie weights are not used.
    k
        How many ties may lie between, 1 or more.
    direction
        In a directed graph, which way ties are followed: ``"out"``, ``"in"`` or
        ``"both"``.

    Returns
    -------
    pandas.Series
        Indexed by `person_id`; from 0 (no contacts) to one less than the number
        of people. NaN only in a personal network where no tie to another
        contact is known.

    Raises
    ------
    GraphError
        If `k` is below 1.
    UnknownNameError
        If `direction` is none of the three.

    References
    ----------
    .. [1] Borgatti, S. P., Everett, M. G. & Johnson, J. C. (2013). *Analyzing
       Social Networks*, chapter 10. Sage.

    Examples
    --------
    >>> import networkx as nx
    >>> k_step_reach(nx.path_graph(["you", "ann", "bo", "cy", "dee"]), k=3).to_dict()
    {'you': 3.0, 'ann': 4.0, 'bo': 4.0, 'cy': 4.0, 'dee': 3.0}
    """
    check_whole("k", k, 1, "Count the steps from 1, in whole numbers")
    adjacency = read_direction(graph, direction)
    counts, _ = count_people(adjacency, furthest=k)
    return structural_series(adjacency, counts[:, 0], "k_step_reach")
