"""Brokers on networks where the answer can be seen."""

import networkx as nx
import pytest

import netgraph as ng


def cliques_with_a_broker(size=6):
    graph = nx.relabel_nodes(nx.barbell_graph(size, 1), str)
    nx.set_node_attributes(graph, {n: f"Person {n}" for n in graph}, "name")
    return graph, str(size)


def test_the_one_between_two_cliques_is_first():
    graph, broker = cliques_with_a_broker()
    brokers = ng.find_brokers(graph)
    assert brokers.index[0] == broker
    row = brokers.loc[broker]
    # of the 66 pairs of the other 12 people, the 36 across the cliques pass the broker
    assert row["betweenness"] == pytest.approx(36 / 66)
    assert row["constraint"] == pytest.approx(0.5)  # two ties, not tied to each other
    assert row["effective_size"] == pytest.approx(2)
    assert row[["degree", "rank", "rank_low", "rank_high"]].tolist() == [2, 1, 1, 1]
    assert row["clusters_reached"] == 2
    assert row["evidence"] == 1


def test_ranks_are_in_order_and_inside_their_interval():
    brokers = ng.find_brokers(nx.relabel_nodes(nx.les_miserables_graph(), str))
    assert brokers["rank"].is_monotonic_increasing
    assert (brokers["betweenness"] > 0).all()
    assert (brokers["rank_low"] <= brokers["rank_high"]).all()


def test_betweenness_is_that_of_networkx_when_all_ties_are_certain():
    graph = nx.relabel_nodes(nx.karate_club_graph(), str)
    brokers = ng.find_brokers(graph)
    expected = nx.betweenness_centrality(graph)
    assert brokers["betweenness"].to_dict() == pytest.approx(
        {p: v for p, v in expected.items() if v > 0}
    )


def test_an_uncertain_bridge_makes_an_uncertain_rank():
    graph, broker = cliques_with_a_broker()
    for tie in graph.edges(broker):
        graph.edges[tie].update(probability=0.4, evidence="inferred")
    row = ng.find_brokers(graph).loc[broker]
    assert row["rank_low"] < row["rank_high"]
    assert row["betweenness"] < 36 / 66
    assert row["evidence"] == 0
    assert row["degree"] == 1  # two ties at 0.4 are 0.8 expected, rounded


def test_guesses_alone_show_no_broker():
    graph, _ = cliques_with_a_broker()
    nx.set_edge_attributes(graph, "inferred", "evidence")
    nx.set_edge_attributes(graph, 0.5, "probability")
    assert ng.find_brokers(graph).empty


def test_a_rank_lies_within_its_interval():
    graph = nx.relabel_nodes(nx.les_miserables_graph(), str)
    for place, tie in enumerate(graph.edges):
        if place % 3 == 0:
            graph.edges[tie].update(probability=0.2, evidence="inferred")
    brokers = ng.find_brokers(graph)
    assert (brokers["rank_low"] <= brokers["rank"]).all()
    assert (brokers["rank"] <= brokers["rank_high"]).all()


def test_you_are_no_broker_of_your_own_network(office):
    brokers = ng.find_brokers(ng.build_graph(office))
    assert "ego" not in brokers.index
    # cy lies between eva and the rest, whatever the uncertain tie of bo and cy
    assert brokers.index[0] == "cy"


def test_the_graph_is_left_as_it_was(office):
    graph = ng.build_graph(office)
    before = nx.to_dict_of_dicts(graph)
    ng.find_brokers(graph)
    assert nx.to_dict_of_dicts(graph) == before
    assert graph.graph["ego"] == "ego"


def test_a_star_has_no_brokers(star):
    assert ng.find_brokers(ng.build_graph(star)).empty


def test_nobody_is_no_broker():
    assert ng.find_brokers(nx.Graph()).empty
