"""Triangles and what is summed over them."""

import networkx as nx
import numpy as np
import pytest

from netgraph.adjacency import Adjacency
from netgraph.kernels import triangles
from netgraph.kernels.triangles import (
    reverse_entries,
    sum_over_common_contacts,
    triangle_blocks,
)

GRAPHS = {
    "karate": nx.karate_club_graph(),
    "two parts": nx.disjoint_union(nx.complete_graph(6), nx.wheel_graph(7)),
    "random": nx.gnp_random_graph(60, 0.15, seed=1),
    "no triangle": nx.grid_2d_graph(4, 4),
    "no tie": nx.empty_graph(3),
    "nobody": nx.Graph(),
}
each_way = pytest.mark.parametrize(
    "way",
    [sum_over_common_contacts, triangles._sum_by_listing, triangles._sum_by_product],
    ids=["either", "listing", "product"],
)
each_graph = pytest.mark.parametrize("graph", GRAPHS.values(), ids=GRAPHS)


@each_graph
def test_every_triangle_is_listed_once(graph):
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


@each_graph
@each_way
def test_the_sum_is_the_matrix_product_where_there_are_ties(graph, way):
    adjacency = Adjacency.from_networkx(graph)
    entries, people = len(adjacency.indices), len(adjacency)
    random = np.random.default_rng(0)
    left, right = random.random(entries), random.random(entries)
    dense = [np.zeros((people, people)) for _ in range(2)]
    for matrix, values in zip(dense, (left, right), strict=True):
        matrix[adjacency.sources, adjacency.indices] = values
    expected = (dense[0] @ dense[1])[adjacency.sources, adjacency.indices]
    found = way(adjacency.indptr, adjacency.indices, left, right)
    assert found == pytest.approx(expected, abs=1e-12)


@each_way
def test_blocks_do_not_show(way, monkeypatch):
    adjacency = Adjacency.from_networkx(nx.karate_club_graph())
    ones = np.ones(len(adjacency.indices))
    whole = way(adjacency.indptr, adjacency.indices, ones, ones)
    monkeypatch.setattr(triangles, "BLOCK", 7)
    assert np.array_equal(way(adjacency.indptr, adjacency.indices, ones, ones), whole)


def test_hubs_are_listed_and_cliques_multiplied(monkeypatch):
    taken = []
    for way in ("_sum_by_listing", "_sum_by_product"):
        monkeypatch.setattr(triangles, way, lambda *_, way=way: taken.append(way))
    for graph in (nx.star_graph(100), nx.complete_graph(100)):
        adjacency = Adjacency.from_networkx(graph)
        sum_over_common_contacts(adjacency.indptr, adjacency.indices, None, None)
    assert taken == ["_sum_by_listing", "_sum_by_product"]
