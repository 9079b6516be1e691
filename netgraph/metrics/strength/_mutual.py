"""Which ties go both ways."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from netgraph.adjacency import Adjacency

if TYPE_CHECKING:
    import networkx as nx
    from numpy.typing import NDArray


def mutual_entries(arcs: Adjacency) -> NDArray[np.bool_]:
    """Tell, for each entry, whether the tie goes back as well."""
    if not arcs.directed:
        return np.ones(len(arcs.indices), dtype=bool)
    people = max(len(arcs), 1)
    there = arcs.sources * people + arcs.indices  # ascends, as the entries do
    back = arcs.indices.astype(np.int64) * people + arcs.sources
    place = np.minimum(np.searchsorted(there, back), max(len(there) - 1, 0))
    return np.asarray(there[place] == back) if len(there) else np.zeros(0, dtype=bool)


def mutual_network(graph: nx.Graph | Adjacency) -> Adjacency:
    """Keep the ties that go both ways; of an undirected graph those are all."""
    arcs = Adjacency.from_networkx(graph, directed=True)
    if not arcs.directed:
        return arcs
    mutual = mutual_entries(arcs)
    return Adjacency.from_arrays(
        arcs.sources[mutual],
        arcs.indices[mutual],
        nodes=arcs.nodes,
        personal=arcs.personal,
        ego=arcs.ego,
    )
