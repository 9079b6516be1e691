"""Neighbourhood overlap: how far the circles of a tie's two ends are one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from netgraph.adjacency import Adjacency
from netgraph.metrics._registry import statistic
from netgraph.metrics._ties import tie_series
from netgraph.metrics.strength.embeddedness import common_contacts

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd


@statistic("tie", bounds=(0.0, 1.0), structural=True)
def neighbourhood_overlap(graph: nx.Graph | Adjacency) -> pd.Series:
    r"""Share of the other contacts of a tie's two ends whom both ends know.

    .. math:: O_{ij} = \frac{n_{ij}}{(k_i - 1) + (k_j - 1) - n_{ij}}

    where :math:`n_{ij}` is the number of common contacts and :math:`k_i` the
    number of contacts of :math:`i`.

    Parameters
    ----------
    graph
        Undirected graph of people. Tie weights are not used.

    Returns
    -------
    pandas.Series
        Indexed by `person_id` and `other_id`, each tie once; from 0 (a local
        bridge: no common contact) to 1 (the same contacts). NaN for two people
        who know only each other, and in a personal network where no tie of an end
        to another contact is known.

    Raises
    ------
    GraphError
        If the graph is directed.

    Notes
    -----
    Jaccard's index of the two circles counts the two ends in; this does not.

    References
    ----------
    .. [1] Onnela, J.-P. et al. (2007). Structure and tie strengths in mobile
       communication networks. PNAS, 104(18), 7332-7336.

    Examples
    --------
    >>> import networkx as nx
    >>> paw = nx.Graph([("you", "ann"), ("you", "bo"), ("ann", "bo"), ("you", "cy")])
    >>> neighbourhood_overlap(paw).loc["you"].to_dict()
    {'ann': 0.5, 'bo': 0.5, 'cy': 0.0}
    """
    adjacency = Adjacency.from_networkx(graph)
    common = common_contacts(adjacency)
    degrees = adjacency.degrees
    others = degrees[adjacency.sources] + degrees[adjacency.indices] - 2 - common
    overlap = np.divide(common, others, out=np.full(len(common), np.nan), where=others > 0)
    return tie_series(adjacency, overlap, "neighbourhood_overlap")
