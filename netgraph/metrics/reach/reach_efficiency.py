"""Reach efficiency."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from netgraph.adjacency import Adjacency
from netgraph.metrics._registry import metric
from netgraph.metrics._series import structural_series
from netgraph.metrics.reach._distances import count_people, distance_parts

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd

STEPS = 2


@metric(
    bounds=(0.0, 1.0),
    structural=True,
    undefined="this person has no contacts to reach others through",
    parts=distance_parts,
)
def reach_efficiency(graph: nx.Graph | Adjacency) -> pd.Series:
    r"""How many others a person reaches in two steps, for each tie that contacts have.

    .. math:: E_i = \frac{|\{ j \ne i : d(i, j) \le 2 \}|}{\sum_{j \in N(i)} d_j}

    where :math:`d(i, j)` is the number of ties on a shortest path and
    :math:`d_j` counts the contacts of a contact.

    Parameters
    ----------
    graph
        Undirected graph of people. Tie weights are not used.

    Returns
    -------
    pandas.Series
        Indexed by `person_id`; above 0 up to 1 (no two ways lead to the same
        person). NaN for a person without contacts, and in a personal network
        where no tie to another contact is known.

    Raises
    ------
    GraphError
        If the graph is directed.

    Notes
    -----
    UCINET's ReachEffic is this in percent. The person's own ties are among
    those of the contacts, which makes up for the contacts themselves being
    counted as reached.

    References
    ----------
    .. [1] Borgatti, S. P., Everett, M. G. & Freeman, L. C. (2002). *UCINET 6 for
       Windows*. Analytic Technologies.

    Examples
    --------
    >>> import networkx as nx
    >>> reach_efficiency(nx.path_graph(["you", "ann", "bo", "cy"])).to_dict()
    {'you': 1.0, 'ann': 1.0, 'bo': 1.0, 'cy': 1.0}
    >>> float(reach_efficiency(nx.complete_graph(4))[0].round(3))  # 3 of 3 x 3
    0.333
    """
    adjacency = Adjacency.from_networkx(graph)
    reached = count_people(adjacency, furthest=STEPS)[0][:, 0]
    theirs = np.bincount(
        adjacency.sources, adjacency.degrees[adjacency.indices], minlength=len(adjacency)
    )
    efficiency = np.divide(reached, theirs, out=np.full(len(theirs), np.nan), where=theirs > 0)
    return structural_series(adjacency, efficiency, "reach_efficiency")
