"""How near everybody is to some people."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from scipy.sparse.csgraph import dijkstra, shortest_path

from netgraph.metrics._arcs import ones_matrix

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from netgraph.adjacency import Adjacency


def nearness_from(adjacency: Adjacency, people: NDArray[np.int64]) -> NDArray[np.float64]:
    """Give 1 / distance, and 1 to oneself: a row for each of `people`, a column per person.

    Examples
    --------
    >>> import networkx as nx
    >>> from netgraph.adjacency import Adjacency
    >>> nearness_from(Adjacency.from_networkx(nx.path_graph(3)), np.array([0])).tolist()
    [[1.0, 1.0, 0.5]]
    """
    steps = shortest_path(
        ones_matrix(adjacency), method="D", directed=False, unweighted=True, indices=people
    )
    return np.asarray(1.0 / np.maximum(steps, 1.0))


def steps_to(adjacency: Adjacency, people: NDArray[np.int64]) -> NDArray[np.int64]:
    """Give how far each person is from the nearest of `people`; -1 where there is no way.

    Examples
    --------
    >>> import networkx as nx
    >>> from netgraph.adjacency import Adjacency
    >>> steps_to(Adjacency.from_networkx(nx.path_graph(4)), np.array([0, 2])).tolist()
    [0, 1, 0, 1]
    """
    steps = dijkstra(ones_matrix(adjacency), indices=people, unweighted=True, min_only=True)
    return np.where(np.isfinite(steps), steps, -1).astype(np.int64)
