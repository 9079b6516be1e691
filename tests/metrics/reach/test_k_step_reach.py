"""k-step reach."""

import networkx as nx
import pytest

import netgraph as ng
from netgraph.metrics.reach.harmonic_closeness import harmonic_closeness
from netgraph.metrics.reach.k_step_reach import k_step_reach
from netgraph.metrics.reach.two_step_reach import two_step_reach


@pytest.fixture
def chain():
    """Ann tells Bo, Bo tells Cy, and Cy tells Ann and Dee."""
    return nx.DiGraph([("ann", "bo"), ("bo", "cy"), ("cy", "ann"), ("cy", "dee")])


def test_a_path_by_hand():
    path = nx.path_graph(6)
    assert k_step_reach(path, k=1).tolist() == [1, 2, 2, 2, 2, 1]
    assert k_step_reach(path, k=3).tolist() == [3, 4, 5, 5, 4, 3]
    assert k_step_reach(path, k=99).tolist() == [5] * 6


def test_two_steps_are_two_step_reach():
    karate = nx.karate_club_graph()
    assert k_step_reach(karate, k=2).tolist() == two_step_reach(karate).tolist()


@pytest.mark.parametrize("k", [1, 2, 3])
def test_agrees_with_networkx(k):
    graph = nx.gnp_random_graph(60, 0.05, seed=3, directed=True)
    lengths = dict(nx.all_pairs_shortest_path_length(graph, cutoff=k))
    assert k_step_reach(graph, k=k).to_dict() == {i: len(lengths[i]) - 1 for i in graph}


def test_the_way_that_ties_point_by_hand(chain):
    # out of Ann: Bo 1, Cy 2, Dee 3. Into Ann: Cy 1, Bo 2. Nobody leads on from Dee
    assert two_step_reach(chain).to_dict() == {"ann": 2, "bo": 3, "cy": 3, "dee": 0}
    assert two_step_reach(chain, direction="in").to_dict() == {
        "ann": 2,
        "bo": 2,
        "cy": 2,
        "dee": 2,
    }
    assert two_step_reach(chain, direction="both").tolist() == [3, 3, 3, 3]
    assert harmonic_closeness(chain)["ann"] == pytest.approx((1 + 1 / 2 + 1 / 3) / 3)
    assert harmonic_closeness(chain, direction="in")["ann"] == pytest.approx((1 + 1 / 2) / 3)
    told = ng.explain(chain, "dee", "k_step_reach")
    assert (told["at_1"], told["out_of_reach"]) == (0, 3)


def test_inwards_it_is_the_harmonic_centrality_of_networkx():
    graph = nx.gnp_random_graph(60, 0.05, seed=3, directed=True)
    found = harmonic_closeness(graph, direction="in") * (len(graph) - 1)
    assert found.to_dict() == pytest.approx(nx.harmonic_centrality(graph))


def test_what_cannot_be_is_refused(chain):
    with pytest.raises(ng.GraphError, match="k is 0"):
        k_step_reach(chain, k=0)
    with pytest.raises(ng.UnknownNameError, match='"out", "in" or "both"'):
        k_step_reach(chain, direction="up")
