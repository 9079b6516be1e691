"""Ties taken away one by one, against networkx."""

import networkx as nx
import numpy as np
import pytest

from netgraph.adjacency import Adjacency
from netgraph.kernels.removals import detours_lost, nearness_gained, nearness_lost

GRAPHS = {
    "a tail on a ring": nx.lollipop_graph(4, 3),
    "two ways round": nx.cycle_graph(9),
    "a grid": nx.convert_node_labels_to_integers(nx.grid_2d_graph(4, 4)),
    "two parts": nx.disjoint_union(nx.random_labeled_tree(15, seed=1), nx.wheel_graph(6)),
    "random": nx.gnp_random_graph(40, 0.06, seed=2),
}


def nearness(graph, source):
    lengths = nx.single_source_shortest_path_length(graph, source)
    return sum(1 / steps for steps in lengths.values() if steps)


@pytest.mark.parametrize("graph", GRAPHS.values(), ids=GRAPHS)
def test_each_source_loses_what_it_loses(graph):
    expected, squares = np.zeros(len(graph)), np.zeros(len(graph))
    for source in graph:
        lost = np.zeros(len(graph))
        for one, other in graph.edges:
            without = nx.restricted_view(graph, [], [(one, other)])
            loss = nearness(graph, source) - nearness(without, source)
            lost[one] += loss / graph.degree(one)
            lost[other] += loss / graph.degree(other)
        expected += lost
        squares += lost**2
    adjacency = Adjacency.from_networkx(graph)
    found = nearness_lost(adjacency.indptr, adjacency.indices, np.arange(len(graph)))
    assert found[0] == pytest.approx(expected, abs=1e-12)
    assert found[1] == pytest.approx(squares, abs=1e-12)


def test_nobody_loses_where_nobody_looks():
    adjacency = Adjacency.from_networkx(nx.path_graph(3))
    lost, _ = nearness_lost(adjacency.indptr, adjacency.indices, np.arange(0))
    assert lost.tolist() == [0, 0, 0]


@pytest.mark.parametrize("graph", GRAPHS.values(), ids=GRAPHS)
def test_others_take_detours_round_a_person(graph):
    expected = []
    for person in graph:
        rest = graph.subgraph(set(graph) - {person})
        own = nearness(graph, person)
        before = sum(nearness(graph, source) for source in graph)
        expected.append(before - 2 * own - sum(nearness(rest, source) for source in rest))
    adjacency = Adjacency.from_networkx(graph)
    found = detours_lost(adjacency.indptr, adjacency.indices, np.arange(len(graph)))
    assert found == pytest.approx(expected, abs=1e-12)


@pytest.mark.parametrize("graph", GRAPHS.values(), ids=GRAPHS)
def test_a_group_gets_nearer_with_each_person_more(graph):
    adjacency = Adjacency.from_networkx(graph)

    def nearest(group):
        steps = nx.multi_source_dijkstra_path_length(graph, group, weight=None)
        return np.array([steps.get(person, -1) for person in graph])

    def near(group):
        return sum(1 / max(steps, 1) for steps in nearest(group) if steps >= 0)

    others = np.arange(1, len(graph))
    expected = [near({0, int(each)}) - near({0}) for each in others]
    found = nearness_gained(adjacency.indptr, adjacency.indices, nearest({0}), others)
    assert found == pytest.approx(expected, abs=1e-12)
