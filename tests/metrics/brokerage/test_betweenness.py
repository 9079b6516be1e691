"""Freeman's betweenness."""

import networkx as nx
import numpy as np
import pytest

import netgraph as ng
from netgraph.metrics.brokerage import betweenness as module
from netgraph.metrics.brokerage.betweenness import betweenness, betweenness_parts


def test_a_square_with_a_tail_by_hand():
    # 0-1-2-3-0 and 3-4. Through 3: 4 to 0, 4 to 2, 4 to 1 in full, and 0 to 2 by half: 3.5 of 6
    # pairs. Through 0: half of 1 to 3 and of 1 to 4. Through 1: half of 0 to 2.
    graph = nx.cycle_graph(4)
    graph.add_edge(3, 4)
    assert betweenness(graph, normalized=False).tolist() == [1, 0.5, 1, 3.5, 0]
    assert betweenness(graph)[3] == pytest.approx(3.5 / 6)


def test_published_values():
    karate = betweenness(nx.karate_club_graph(), normalized=False)
    assert karate[0] == pytest.approx(231.071428571429)
    families = betweenness(nx.florentine_families_graph(), normalized=False)
    assert families["Medici"] == pytest.approx(47.5)


@pytest.mark.parametrize("normalized", [True, False])
def test_agrees_with_networkx(normalized):
    graph = nx.disjoint_union(nx.les_miserables_graph(), nx.karate_club_graph())
    expected = nx.betweenness_centrality(graph, normalized=normalized)
    found = betweenness(graph, normalized=normalized)
    assert found.to_dict() == pytest.approx(expected, abs=1e-12)
    assert found.attrs == {"sources": len(graph), "standard_error": 0.0}


def test_the_centre_of_a_star_is_on_every_path():
    assert betweenness(nx.star_graph(6)).tolist() == [1, 0, 0, 0, 0, 0, 0]


def test_nobody_is_between_two():
    assert betweenness(nx.path_graph(2)).tolist() == [0, 0]


def test_a_sample_repeats_with_its_seed_and_says_how_sure_it_is():
    graph = nx.karate_club_graph()
    one, same = betweenness(graph, sample=10, seed=4), betweenness(graph, sample=10, seed=4)
    assert one.equals(same)
    assert not one.equals(betweenness(graph, sample=10, seed=5))
    assert one.attrs["sources"] == 10
    assert 0 < one.attrs["standard_error"] < 0.2


def test_samples_are_unbiased_and_their_standard_error_is_right():
    graph = nx.karate_club_graph()
    adjacency = ng.Adjacency.from_networkx(graph)
    exact = betweenness(graph)
    draws = [
        module._estimate(adjacency, sample=12, seed=seed, normalized=True) for seed in range(400)
    ]
    values = np.array([draw.values for draw in draws])
    variance = np.array([draw.standard_error**2 for draw in draws]).mean(axis=0)
    spread = values.std(axis=0)
    # the mean of 400 draws lies within 5 of its standard errors
    assert (np.abs(values.mean(axis=0) - exact) <= 5 * spread / 20 + 1e-12).all()
    on_paths = exact.to_numpy() > 0.01
    assert np.sqrt(variance[on_paths]) == pytest.approx(spread[on_paths], rel=0.2)


def test_a_sample_of_everybody_is_exact():
    graph = nx.karate_club_graph()
    assert betweenness(graph, sample=1000).equals(betweenness(graph))


def test_large_graphs_are_sampled_unasked(monkeypatch):
    monkeypatch.setattr(module, "EXACT", 20)
    monkeypatch.setattr(module, "SAMPLE", 15)
    graph = nx.karate_club_graph()
    assert betweenness(graph).attrs["sources"] == 15
    assert betweenness(graph, sample=len(graph)).attrs == {"sources": 34, "standard_error": 0.0}
    parts = betweenness_parts(graph, 0)
    assert parts["sources"] == 15
    assert 0 < parts["standard_error"] <= betweenness(graph).attrs["standard_error"]


def test_a_sample_of_one_has_no_spread():
    with pytest.raises(ng.GraphError, match="sample is 1"):
        betweenness(nx.path_graph(3), sample=1)


@pytest.mark.parametrize("normalized", [True, False])
def test_paths_follow_the_ties_of_a_directed_graph(normalized):
    chain = nx.DiGraph([("ann", "you"), ("you", "bo"), ("bo", "ann")])
    # round a circle: each lies on one of the two ordered pairs of the others
    assert betweenness(chain).tolist() == [0.5, 0.5, 0.5]
    graph = nx.gnp_random_graph(60, 0.05, seed=3, directed=True)
    expected = nx.betweenness_centrality(graph, normalized=normalized)
    assert betweenness(graph, normalized=normalized).to_dict() == pytest.approx(expected)


def test_bridging_centrality_counts_no_paths_anew(monkeypatch, kite):
    calls = []
    count = module.path_dependencies

    def counted(*arguments, **options):
        calls.append(1)
        return count(*arguments, **options)

    monkeypatch.setattr(module, "path_dependencies", counted)
    ng.measure(kite, ["betweenness", "bridging_centrality"])
    assert len(calls) == 1
