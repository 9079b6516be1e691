"""What passes through common contacts, against matrix products."""

import networkx as nx
import numpy as np
import pytest

from netgraph.adjacency import Adjacency
from netgraph.kernels import closure as kernel
from netgraph.kernels.closure import by_entry, closure, count_common_contacts, sum_by_person

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
    indptr, indices = adjacency.indptr, adjacency.indices
    tied = adjacency.sources, indices
    assert count_common_contacts(indptr, indices) == pytest.approx((a @ a)[tied])
    passed = by_entry(indptr, indices, closure(indptr, indices, None).passed)
    assert passed == pytest.approx((a @ np.diag(over(a.sum(axis=1))) @ a)[tied])


@each_graph
def test_the_same_with_strengths(graph):
    adjacency = weighted(graph)
    z = matrix(adjacency, adjacency.weights)
    indptr, indices = adjacency.indptr, adjacency.indices
    tied = adjacency.sources, indices
    passed = by_entry(indptr, indices, closure(indptr, indices, adjacency.weights).passed)
    assert passed == pytest.approx((z @ np.diag(over(z.sum(axis=1))) @ z)[tied])


@each_graph
@pytest.mark.parametrize("has_weights", [False, True])
def test_the_triangles_of_a_person(graph, has_weights):
    adjacency = weighted(graph) if has_weights else Adjacency.from_networkx(graph)
    found = closure(adjacency.indptr, adjacency.indices, adjacency.weights)
    assert dict(enumerate(found.triangles[found.rank])) == nx.triangles(graph)


@each_graph
@pytest.mark.parametrize("has_weights", [False, True])
@pytest.mark.parametrize("block", [3, 1 << 15])
def test_the_sums_of_a_person(graph, has_weights, block, monkeypatch):
    monkeypatch.setattr(kernel, "BLOCK", block)
    adjacency = weighted(graph) if has_weights else Adjacency.from_networkx(graph)
    indptr, indices = adjacency.indptr, adjacency.indices
    z = matrix(adjacency, adjacency.strengths)
    strongest = z.max(axis=1, initial=0)
    p = np.diag(over(z.sum(axis=1))) @ z
    c = np.square(p + p @ p) * (z > 0)
    redundancy = (p @ (np.diag(over(strongest)) @ z).T) * (z > 0)
    closed = np.diag((z > 0).astype(float) @ (z > 0) @ (z > 0))
    found = closure(indptr, indices, adjacency.weights)
    found = sum_by_person(indptr, adjacency.weights, found)
    surprise = (c * np.log(np.where(c > 0, c, 1))).sum(axis=1)
    expected = np.stack([c.sum(axis=1), surprise, redundancy.sum(axis=1), closed], axis=1)
    assert found == pytest.approx(expected, abs=1e-12)
