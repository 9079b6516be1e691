"""Stephenson and Zelen's information centrality."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from netgraph.adjacency import Adjacency
from netgraph.errors import GraphError
from netgraph.kernels._rows import component_of
from netgraph.metrics._arcs import ones_matrix
from netgraph.metrics._registry import metric
from netgraph.metrics._series import structural_series

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd

MOST = 5000
"""The work grows with the cube of the people in a part, the memory with the square."""

UNASKED = 1000


@metric(
    bounds=(0.0, float("inf")),
    structural=True,
    largest=UNASKED,
    undefined="there is nobody whom this person could get to",
)
def information_centrality(graph: nx.Graph | Adjacency) -> pd.Series:
    r"""How much passes between a person and the others along all ways, not the shortest alone.

    .. math:: I_i = \frac{n}{n c_{ii} + \sum_j c_{jj} - 2 \sum_j c_{ij}},
        \qquad C = (D - A + J)^{-1}

    where :math:`A` is the matrix of ties, :math:`D` has the numbers of contacts
    on its diagonal, :math:`J` is all ones and :math:`n` counts the people. It
    is the harmonic mean over the others of the information on the ways to them.

    Parameters
    ----------
    graph
        Undirected graph of people. Tie weights are not used.

    Returns
    -------
    pandas.Series
        Indexed by `person_id`; above 0, without an upper bound. Where the
        network falls into parts each is measured by itself: compare people of
        one part alone. NaN for a person without contacts, and in a personal
        network where no tie to another contact is known.

    Raises
    ------
    GraphError
        If the graph is directed, or a part has more than 5,000 people.

    Notes
    -----
    networkx's `information_centrality` gives this divided by the number of people.

    References
    ----------
    .. [1] Stephenson, K. & Zelen, M. (1989). Rethinking centrality: methods and
       examples. Social Networks, 11(1), 1-37.

    Examples
    --------
    >>> import networkx as nx
    >>> information_centrality(nx.path_graph(["you", "ann", "bo"])).round(3).to_dict()
    {'you': 1.0, 'ann': 1.5, 'bo': 1.0}
    """
    adjacency = Adjacency.from_networkx(graph)
    part = component_of(adjacency.indptr, adjacency.indices)
    sizes = np.bincount(part)
    if sizes.max(initial=0) > MOST:
        raise GraphError(
            f"{sizes.max():,} people hang together, and this takes too long beyond {MOST:,}",
            remedy="Measure a part of the network: graph.subgraph(people)",
        )
    matrix = ones_matrix(adjacency)
    values = np.full(len(adjacency), np.nan)
    for each in np.flatnonzero(sizes > 1):
        people = np.flatnonzero(part == each)
        ties = matrix[people][:, people].toarray()
        inverse = np.linalg.inv(np.diag(ties.sum(axis=1)) - ties + 1.0)
        own = np.diag(inverse)
        spread = len(people) * own + own.sum() - 2 * inverse.sum(axis=1)
        values[people] = len(people) / spread
    return structural_series(adjacency, values, "information_centrality")
