"""Triangles and what is summed over them."""

import networkx as nx
import numpy as np
import pytest

from netgraph.adjacency import Adjacency
from netgraph.kernels import triangles
from netgraph.kernels.triangles import (
    greatest_among_common_contacts,
    reverse_entries,
    sum_over_common_contacts,
    triangle_blocks,
)

GRAPHS = {
    "karate": nx.karate_club_graph(),
    "two parts": nx.disjoint_union(nx.complete_graph(6), nx.wheel_graph(7)),
    "random": nx.gnp_random_graph(60, 0.15, seed=1),
    "hub": nx.compose(nx.star_graph(70), nx.cycle_graph(range(1, 20))),
    "no triangle": nx.convert_node_labels_to_integers(nx.grid_2d_graph(4, 4)),
    "no tie": nx.empty_graph(3),
    "nobody": nx.Graph(),
}
each_graph = pytest.mark.parametrize("graph", GRAPHS.values(), ids=GRAPHS)


def matrix(adjacency, values):
    dense = np.zeros((len(adjacency), len(adjacency)))
    dense[adjacency.sources, adjacency.indices] = values
    return dense


@each_graph
def test_the_sum_is_the_matrix_product_where_there_are_ties(graph):
    adjacency = Adjacency.from_networkx(graph)
    random = np.random.default_rng(0)
    left, right = random.random((2, len(adjacency.indices)))
    product = matrix(adjacency, left) @ matrix(adjacency, right)
    found = sum_over_common_contacts(adjacency.indptr, adjacency.indices, left, right)
    assert found == pytest.approx(product[adjacency.sources, adjacency.indices], abs=1e-12)


@each_graph
def test_the_strongest_tie_within_the_network_of_another(graph):
    adjacency = Adjacency.from_networkx(graph)
    weights = np.random.default_rng(0).random(len(adjacency.indices))
    w = matrix(adjacency, weights)
    found = greatest_among_common_contacts(adjacency.indptr, adjacency.indices, weights)
    expected = [
        max(w[j, k] for k in [i, *nx.common_neighbors(graph, i, j)])
        for i, j in zip(adjacency.sources, adjacency.indices, strict=True)
    ]
    assert found == pytest.approx(expected)


@each_graph
@pytest.mark.parametrize("block", [3, 1 << 20])
def test_every_triangle_is_listed_once(graph, block, monkeypatch):
    monkeypatch.setattr(triangles, "BLOCK", block)
    adjacency = Adjacency.from_networkx(graph)
    source, target = adjacency.sources, adjacency.indices
    found = []
    for ab, ac, bc in triangle_blocks(adjacency.indptr, adjacency.indices):
        assert np.array_equal(source[ab], source[ac])
        assert np.array_equal(target[ab], source[bc])
        assert np.array_equal(target[ac], target[bc])
        found += [
            frozenset(corners) for corners in zip(source[ab], target[ab], target[ac], strict=True)
        ]
    assert len(found) == len(set(found)) == sum(nx.triangles(graph).values()) // 3


@each_graph
def test_a_tie_is_reversed(graph):
    adjacency = Adjacency.from_networkx(graph)
    back = reverse_entries(adjacency.indptr, adjacency.indices)
    assert np.array_equal(adjacency.sources[back], adjacency.indices)
    assert np.array_equal(adjacency.indices[back], adjacency.sources)
