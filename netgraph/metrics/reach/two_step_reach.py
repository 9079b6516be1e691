"""Two-step reach: contacts and contacts of contacts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netgraph.metrics._registry import metric
from netgraph.metrics._series import structural_series
from netgraph.metrics.reach._distances import count_people, distance_parts, read_direction

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd

    from netgraph.adjacency import Adjacency
    from netgraph.metrics.reach._distances import Direction

STEPS = 2


@metric(bounds=(0.0, float("inf")), structural=True, directed=True, parts=distance_parts)
def two_step_reach(graph: nx.Graph | Adjacency, *, direction: Direction = "out") -> pd.Series:
    r"""How many people a person reaches directly or through one contact.

    .. math:: R_i = |\{ j \ne i : d(i, j) \le 2 \}|

    where :math:`d(i, j)` is the number of ties on a shortest path.

    Parameters
    ----------
    graph
        Graph of people, directed or not. Tie weights are not used.
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
    UnknownNameError
        If `direction` is none of the three.

    References
    ----------
    .. [1] Borgatti, S. P., Everett, M. G. & Johnson, J. C. (2013). *Analyzing
       Social Networks*, chapter 10. Sage.

    Examples
    --------
    >>> import networkx as nx
    >>> two_step_reach(nx.path_graph(["you", "ann", "bo", "cy"])).to_dict()
    {'you': 2.0, 'ann': 3.0, 'bo': 3.0, 'cy': 2.0}
    """
    adjacency = read_direction(graph, direction)
    counts, _ = count_people(adjacency, furthest=STEPS)
    return structural_series(adjacency, counts[:, 0], "two_step_reach")
