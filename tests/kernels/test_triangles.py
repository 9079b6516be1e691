"""Triangles and what is summed over them."""

import networkx as nx
import numpy as np
import pytest

from netgraph.adjacency import Adjacency
from netgraph.kernels import triangles
from netgraph.kernels.triangles import (
    by_entry,
    closure,
    greatest_among_common_contacts,
    reverse_entries,
    sum_by_person,
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


def weighted(graph):
    random = np.random.default_rng(3)
    ends = np.array(graph.edges, dtype=int).reshape(-1, 2)
    strength = random.integers(1, 9, len(ends)) / 2
    return Adjacency.from_arrays(ends[:, 0], ends[:, 1], strength, nodes=range(len(graph)))


def matrix(adjacency, values):
    dense = np.zeros((len(adjacency), len(adjacency)))
    dense[adjacency.sources, adjacency.indices] = values
    return dense


def over(total):
    return np.divide(1.0, total, out=np.zeros_like(total), where=total > 0)


@each_graph
def test_each_tie_is_pointed_once_from_the_later_to_the_earlier_rank(graph):
    adjacency = Adjacency.from_networkx(graph)
    found = closure(adjacency.indptr, adjacency.indices, None)
    later = np.repeat(np.arange(len(graph)), np.diff(found.starts.astype(int)))
    assert (found.targets < later).all()
    ends = zip(found.person[later], found.person[found.targets], strict=True)
    assert {frozenset(map(int, tie)) for tie in ends} == {frozenset(tie) for tie in graph.edges}
    assert len(later) == graph.number_of_edges()
    assert np.array_equal(found.person[found.rank], np.arange(len(graph)))


@each_graph
def test_common_contacts_are_counted_and_their_shares_summed(graph):
    adjacency = Adjacency.from_networkx(graph)
    a = matrix(adjacency, 1.0)
    found = by_entry(
        adjacency.indptr, adjacency.indices, closure(adjacency.indptr, adjacency.indices, None)
    )
    tied = adjacency.sources, adjacency.indices
    assert found[:, 0] == pytest.approx((a @ a)[tied])
    assert found[:, 1] == pytest.approx((a @ np.diag(over(a.sum(axis=1))) @ a)[tied])


@each_graph
def test_the_same_with_strengths(graph):
    adjacency = weighted(graph)
    z = matrix(adjacency, adjacency.weights)
    found = by_entry(
        adjacency.indptr,
        adjacency.indices,
        closure(adjacency.indptr, adjacency.indices, adjacency.weights),
    )
    tied = adjacency.sources, adjacency.indices
    assert found[:, 0] == pytest.approx(((z > 0) @ (z > 0).astype(float))[tied])
    assert found[:, 1] == pytest.approx((z @ np.diag(over(z.sum(axis=1))) @ z)[tied])
    assert found[:, 2] == pytest.approx((z @ z)[tied])


@each_graph
@pytest.mark.parametrize("has_weights", [False, True])
def test_the_sums_of_a_person(graph, has_weights):
    adjacency = weighted(graph) if has_weights else Adjacency.from_networkx(graph)
    indptr, indices = adjacency.indptr, adjacency.indices
    z = matrix(adjacency, adjacency.strengths)
    strongest = z.max(axis=1, initial=0)
    p = np.diag(over(z.sum(axis=1))) @ z
    c = np.square(p + p @ p) * (z > 0)
    redundancy = (p @ (np.diag(over(strongest)) @ z).T) * (z > 0)
    closed = np.diag((z > 0).astype(float) @ (z > 0) @ (z > 0))
    found = sum_by_person(
        indptr,
        adjacency.weights,
        closure(indptr, indices, adjacency.weights),
        np.where(strongest > 0, strongest, 1),
    )
    surprise = (c * np.log(np.where(c > 0, c, 1))).sum(axis=1)
    expected = np.stack([c.sum(axis=1), surprise, redundancy.sum(axis=1), closed], axis=1)
    assert found == pytest.approx(expected, abs=1e-12)


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
