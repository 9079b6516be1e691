"""Brandes' dependencies."""

import networkx as nx
import numpy as np
import pytest

from netgraph.adjacency import Adjacency
from netgraph.kernels.shortest_paths import path_dependencies

GRAPHS = {
    "karate": nx.karate_club_graph(),
    "grid": nx.convert_node_labels_to_integers(nx.grid_2d_graph(6, 7)),  # many paths of one length
    "parts": nx.disjoint_union_all(
        [nx.path_graph(9), nx.empty_graph(3), nx.cycle_graph(8), nx.star_graph(40)]
    ),
    "random": nx.gnm_random_graph(120, 160, seed=2),
    "long": nx.path_graph(90),
    "long and wide": nx.convert_node_labels_to_integers(nx.grid_2d_graph(3, 60)),
    "no tie": nx.empty_graph(3),
    "nobody": nx.Graph(),
}
each_graph = pytest.mark.parametrize("graph", GRAPHS.values(), ids=GRAPHS)


@each_graph
@pytest.mark.parametrize("cores", [1, 3])
def test_over_all_sources_it_is_twice_the_betweenness(graph, cores, monkeypatch):
    monkeypatch.setattr("netgraph.kernels._threads._cores", lambda: cores)
    adjacency = Adjacency.from_networkx(graph)
    total, _ = path_dependencies(adjacency.indptr, adjacency.indices, np.arange(len(adjacency)))
    expected = nx.betweenness_centrality(graph, normalized=False)
    assert total / 2 == pytest.approx(list(expected.values()), abs=1e-9)


def test_a_square_by_hand():
    # 0-1-2-3-0: from 0, person 2 is reached by 2 paths, half of them through 1, half through 3
    adjacency = Adjacency.from_networkx(nx.cycle_graph(4))
    total, squares = path_dependencies(adjacency.indptr, adjacency.indices, np.array([0]))
    assert total.tolist() == [0, 0.5, 0, 0.5]
    assert squares.tolist() == [0, 0.25, 0, 0.25]


def test_sources_add_up():
    adjacency = Adjacency.from_networkx(nx.karate_club_graph())
    parts = [
        path_dependencies(adjacency.indptr, adjacency.indices, np.array([source]))
        for source in (0, 33, 5)
    ]
    together = path_dependencies(adjacency.indptr, adjacency.indices, np.array([0, 33, 5]))
    for one, whole in zip(zip(*parts, strict=True), together, strict=True):
        assert sum(one) == pytest.approx(whole)
