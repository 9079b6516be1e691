"""Flow betweenness."""

from itertools import combinations

import networkx as nx
import pytest

import netgraph as ng
from netgraph.metrics import flow_betweenness


def test_a_triangle_and_a_path(triangle):
    # of the triangle two others send 2 units, 1 without the third; on a path all goes through
    assert flow_betweenness(triangle).tolist() == [1, 1, 1]
    assert flow_betweenness(triangle, normalized=True).tolist() == [0.5] * 3
    assert flow_betweenness(nx.path_graph(3)).tolist() == [0, 1, 0]


def test_it_is_the_difference_of_flows():
    graph = nx.gnp_random_graph(12, 0.3, seed=4)
    nx.set_edge_attributes(graph, 1, "capacity")
    told = flow_betweenness(graph)
    for person in list(graph)[:4]:
        others = [p for p in graph if p != person]
        without = graph.subgraph(others)
        expected = sum(
            nx.maximum_flow_value(graph, *pair) - nx.maximum_flow_value(without, *pair)
            for pair in combinations(others, 2)
        )
        assert told[person] == expected


def test_the_medici():
    # 68 units of raw flow, as the R package sna has it; 0.4595 of the flow between others
    graph = nx.florentine_families_graph()
    assert flow_betweenness(graph)["Medici"] == 68
    assert flow_betweenness(graph, normalized=True)["Medici"] == pytest.approx(0.4595, abs=1e-4)


def test_too_many_people_are_refused_and_not_measured_unasked():
    with pytest.raises(ng.GraphError, match="201 people"):
        flow_betweenness(nx.empty_graph(201))
    assert "flow_betweenness" not in ng.measure(nx.empty_graph(201))
