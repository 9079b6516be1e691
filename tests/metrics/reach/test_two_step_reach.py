"""Two-step reach."""

import networkx as nx
import pytest

from netgraph.metrics.reach.two_step_reach import two_step_reach


def test_a_path_by_hand():
    # 0-1-2-3-4: from an end two people, from its neighbour three, from the middle all four
    assert two_step_reach(nx.path_graph(5)).tolist() == [2, 3, 4, 3, 2]


def test_agrees_with_networkx():
    graph = nx.disjoint_union(nx.les_miserables_graph(), nx.empty_graph(2))
    expected = [len(nx.single_source_shortest_path_length(graph, p, cutoff=2)) - 1 for p in graph]
    assert two_step_reach(graph).tolist() == expected


@pytest.mark.parametrize("graph", [nx.star_graph(6), nx.complete_graph(7)])
def test_everybody_in_a_star_and_in_a_clique(graph):
    assert (two_step_reach(graph) == 6).all()


def test_nobody_from_an_isolate():
    assert two_step_reach(nx.empty_graph(2)).tolist() == [0, 0]
