"""Bridging: Hwang's centrality, Valente and Fujimoto's measure."""

import networkx as nx
import numpy as np
import pytest

import netgraph as ng
from netgraph.metrics import betweenness, bridging_centrality, valente_fujimoto_bridging


def test_the_middle_of_two_triangles():
    # you stand between two triangles: on all 9 paths across; degree 2, contacts of degree 3
    graph = nx.Graph([("a", "b"), ("b", "c"), ("c", "a"), ("d", "e"), ("e", "f"), ("f", "d")])
    graph.add_edges_from([("c", "you"), ("you", "d")])
    # 9 x (1/2) / (1/3 + 1/3) = 6.75; c: on 2 x 4 paths, (1/3) / (1/2 + 1/2 + 1/2)
    told = bridging_centrality(graph)
    assert told["you"] == pytest.approx(6.75)
    assert told["c"] == pytest.approx(8 * (1 / 3) / 1.5)
    assert told["a"] == 0


def test_a_sample_says_how_sure_it_is():
    graph = nx.barabasi_albert_graph(60, 2, seed=1)
    exact, told = bridging_centrality(graph), bridging_centrality(graph, sample=30)
    assert exact.attrs == {"sources": 60, "standard_error": 0}
    assert told.attrs["sources"] == 30
    assert 0 < np.abs(told - exact).max() < 5 * told.attrs["standard_error"]
    assert betweenness(graph, sample=30, normalized=False).attrs["standard_error"] > 0


def lost(graph, tie):
    without = graph.copy()
    without.remove_edge(*tie)
    return nx.global_efficiency(graph) - nx.global_efficiency(without)


@pytest.mark.parametrize("seed", range(4))
def test_it_is_the_mean_loss_of_efficiency(seed):
    graph = nx.gnp_random_graph(18, 0.15, seed=seed)
    told = valente_fujimoto_bridging(graph)
    for person in graph:
        losses = [lost(graph, tie) for tie in graph.edges(person)]
        assert told[person] == pytest.approx(np.mean(losses) if losses else np.nan, nan_ok=True)


def test_a_path_of_three():
    # without a tie of 1, 1 and 1/2 there is left 1: (2.5 - 1) / 3 for either
    assert valente_fujimoto_bridging(nx.path_graph(3)).tolist() == pytest.approx([0.5] * 3)


def test_some_people_stand_for_all():
    graph = nx.barabasi_albert_graph(200, 2, seed=1)
    exact = valente_fujimoto_bridging(graph)
    told = valente_fujimoto_bridging(graph, sample=80, seed=1)
    assert told.attrs["sources"] == 80
    assert 0 < np.abs(told - exact).max() < 5 * told.attrs["standard_error"]
    assert exact.attrs["standard_error"] == 0
    means = [valente_fujimoto_bridging(graph, sample=20, seed=s) for s in range(40)]
    assert np.mean(means, axis=0)[0] == pytest.approx(exact[0], rel=0.1)
    with pytest.raises(ng.GraphError, match="sample is 1"):
        valente_fujimoto_bridging(graph, sample=1)
