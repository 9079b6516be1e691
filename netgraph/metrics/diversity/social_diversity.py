"""Eagle, Macy and Claxton's social diversity."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from netgraph.adjacency import Adjacency
from netgraph.metrics._registry import metric
from netgraph.metrics._series import person_series

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd


@metric(bounds=(0.0, 1.0), undefined="this person has fewer than two contacts")
def social_diversity(graph: nx.Graph | Adjacency, *, weight: str | None = None) -> pd.Series:
    r"""How evenly a person's time is spread over the contacts.

    .. math:: D_i = \frac{- \sum_{j=1}^{k} p_{ij} \ln p_{ij}}{\ln k},
        \qquad p_{ij} = \frac{w_{ij}}{\sum_{l=1}^{k} w_{il}}

    where :math:`w_{ij}` is the volume of exchange with contact :math:`j`, and
    :math:`k` counts the contacts.

    Parameters
    ----------
    graph
        Graph of people. In a directed graph the volumes both ways are added up.
    weight
        Tie attribute that holds the volume, such as ``count`` or ``weight``.
        None takes all ties for equal, and then everybody has 1.

    Returns
    -------
    pandas.Series
        Indexed by `person_id`; from 0 (nearly all with one contact) to 1 (the
        same with each). NaN with fewer than two contacts.

    Raises
    ------
    GraphError
        If a weight is missing, negative or not a finite number.

    Notes
    -----
    igraph's `diversity` gives 0 to a person with one contact; the formula has
    0/0 there.

    References
    ----------
    .. [1] Eagle, N., Macy, M. & Claxton, R. (2010). Network diversity and
       economic development. Science, 328, 1029-1031.

    Examples
    --------
    >>> import networkx as nx
    >>> graph = nx.Graph()
    >>> graph.add_weighted_edges_from([("you", "ann", 3), ("you", "bo", 1)])
    >>> float(social_diversity(graph, weight="weight")["you"].round(3))  # bits of 3/4 and 1/4
    0.811
    """
    adjacency = Adjacency.from_networkx(graph, weight, symmetrise=True)
    strength = adjacency.strengths
    if weight is None:  # an arc each way is no more than one way where nothing is weighed
        strength = np.ones(len(strength))
    people = len(adjacency)
    total = np.bincount(adjacency.sources, strength, minlength=people)
    share = strength / total[adjacency.sources]
    entropy = np.bincount(adjacency.sources, -share * np.log(share), minlength=people)
    contacts = adjacency.degrees.astype(np.float64)
    most = np.log(contacts, out=np.full(people, np.nan), where=contacts > 1)
    return person_series(adjacency, np.clip(entropy / most, 0.0, 1.0), "social_diversity")
