"""Ego betweenness."""

import networkx as nx
import pytest

from netgraph.metrics import ego_betweenness


def test_the_paw(paw):
    # of your 3 contacts Ann and Bo are tied; Cy gets to either only through you
    assert ego_betweenness(paw)["you"] == 2
    assert ego_betweenness(paw)["ann"] == 0


def test_a_pair_is_shared_by_those_who_connect_it():
    # Ann, Bo and Cy in a row, and you tied to all: Ann and Cy meet through you or Bo
    graph = nx.path_graph(["ann", "bo", "cy"])
    graph.add_edges_from([("you", p) for p in ("ann", "bo", "cy")])
    assert ego_betweenness(graph)["you"] == 0.5
    assert ego_betweenness(graph)["bo"] == 0.5


@pytest.mark.parametrize("seed", range(3))
def test_undirected_it_is_betweenness_in_the_own_network(seed):
    graph = nx.gnp_random_graph(30, 0.25, seed=seed)
    told = ego_betweenness(graph)
    for person in graph:
        own = nx.ego_graph(graph, person)
        expected = nx.betweenness_centrality(own, normalized=False)[person]
        assert told[person] == pytest.approx(expected)


def test_directed_pairs_are_ordered():
    # ann to you to bo, and back from bo to ann by a tie: only one of the two pairs is open
    graph = nx.DiGraph(
        [("ann", "you"), ("you", "bo"), ("bo", "ann"), ("bo", "you"), ("you", "ann")]
    )
    assert ego_betweenness(graph)["you"] == 1
    graph.add_edges_from([("ann", "eve"), ("eve", "bo"), ("you", "eve")])
    # ann gets to bo through you or eve, bo to eve through you or ann: a half each
    assert ego_betweenness(graph)["you"] == pytest.approx(0.5 + 0.5)
