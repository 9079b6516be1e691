"""Information centrality."""

import networkx as nx
import numpy as np
import pytest

import netgraph as ng
from netgraph.metrics import information_centrality


def test_a_path_of_three():
    # information between neighbours 1, between the ends 1/2: n / sum(1 / I) = 3 / (1 + 2), 3 / 2
    told = information_centrality(nx.path_graph(3))
    assert told.tolist() == pytest.approx([1, 1.5, 1])


def test_it_is_that_of_networkx():
    graph = nx.karate_club_graph()
    expected = nx.information_centrality(graph)
    told = information_centrality(graph)
    # networkx gives 1 / sum(1 / I), without the number of people
    assert told.tolist() == pytest.approx([len(graph) * expected[n] for n in graph])


def test_each_part_by_itself():
    graph = nx.disjoint_union(nx.path_graph(3), nx.path_graph(2))
    graph.add_node(5)
    told = information_centrality(graph)
    assert told[:3].tolist() == pytest.approx([1, 1.5, 1])
    assert told[3:5].tolist() == pytest.approx([2, 2])
    assert np.isnan(told[5])


def test_too_many_people_are_refused(monkeypatch):
    monkeypatch.setitem(information_centrality.__globals__, "MOST", 3)
    with pytest.raises(ng.GraphError, match="4 people hang together"):
        information_centrality(nx.path_graph(4))


def test_a_large_network_is_measured_by_its_name_alone():
    graph = nx.empty_graph(1001)
    assert "information_centrality" not in ng.measure(graph)
    assert "information_centrality" in ng.measure(nx.path_graph(20))
    assert list(ng.measure(graph, "information_centrality")) == ["information_centrality"]
