"""What measures of reach share: how many people stand at each distance from one person."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from netgraph.adjacency import Adjacency
from netgraph.kernels.distances import distance_levels

if TYPE_CHECKING:
    from collections.abc import Hashable

    import networkx as nx

NEAR = 3
"""Up to this distance people are told step by step, beyond it together."""


def distance_parts(graph: nx.Graph | Adjacency, person_id: Hashable) -> dict[str, Any]:
    """Count the people at one, two and three steps, further, and out of reach.

    Examples
    --------
    >>> import networkx as nx
    >>> distance_parts(nx.path_graph(6), 0)
    {'at_1': 1, 'at_2': 1, 'at_3': 1, 'further': 2, 'out_of_reach': 0}
    """
    adjacency = Adjacency.from_networkx(graph)
    start = np.array([adjacency.position(person_id)])
    levels = distance_levels(adjacency.indptr, adjacency.indices, start)
    people = {distance: int(counts.sum()) for distance, _, counts in levels}
    near = {f"at_{step}": people.get(step, 0) for step in range(1, NEAR + 1)}
    further = sum(count for distance, count in people.items() if distance > NEAR)
    missed = len(adjacency) - 1 - sum(people.values())
    return {**near, "further": further, "out_of_reach": missed}
