"""Two-step reach: contacts and contacts of contacts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from netgraph.adjacency import Adjacency
from netgraph.kernels.distances import distance_levels
from netgraph.metrics._registry import metric
from netgraph.metrics._series import structural_series
from netgraph.metrics.reach._distances import distance_parts

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd

STEPS = 2


@metric(bounds=(0.0, float("inf")), structural=True, parts=distance_parts)
def two_step_reach(graph: nx.Graph | Adjacency) -> pd.Series:
    r"""How many people a person reaches directly or through one contact.

    .. math:: R_i = |\{ j \ne i : d(i, j) \le 2 \}|

    where :math:`d(i, j)` is the number of ties on a shortest path.

    Parameters
    ----------
    graph
        Undirected graph of people. Tie weights are not used.

    Returns
    -------
    pandas.Series
        Indexed by `person_id`; from 0 (no contacts) to one less than the number
        of people. NaN only in a personal network where no tie to another
        contact is known.

    Raises
    ------
    GraphError
        If the graph is directed.

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
    adjacency = Adjacency.from_networkx(graph)
    reached = np.zeros(len(adjacency))
    levels = distance_levels(adjacency.indptr, adjacency.indices, furthest=STEPS)
    for _, people, counts in levels:
        reached[people] += counts
    return structural_series(adjacency, reached, "two_step_reach")
