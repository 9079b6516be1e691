"""Ties and the circles around their two ends."""

import math

import networkx as nx
import pytest

from netgraph.metrics.brokerage.clustering import clustering
from netgraph.metrics.strength.embeddedness import embeddedness
from netgraph.metrics.strength.neighbourhood_overlap import neighbourhood_overlap
from netgraph.metrics.strength.reciprocity import reciprocity
from netgraph.metrics.strength.simmelian_ties import simmelian_ties

EACH = pytest.mark.parametrize("measure", [embeddedness, neighbourhood_overlap, simmelian_ties])


def test_the_paw_by_hand(paw):
    # you know Ann, Bo, Cy; Ann and Bo know each other. Ann-Bo: one common contact, you, and no
    # other contact: 1 / (1 + 1 - 1) = 1; you-Ann: Bo is common, Cy is not: 1 / (2 + 1 - 1) = 1/2
    assert embeddedness(paw).to_dict() == {
        ("you", "ann"): 1,
        ("you", "bo"): 1,
        ("you", "cy"): 0,
        ("ann", "bo"): 1,
    }
    assert neighbourhood_overlap(paw).tolist() == [0.5, 0.5, 0, 1]


def test_agree_with_sets_of_contacts():
    graph = nx.les_miserables_graph()
    for (one, other), found in neighbourhood_overlap(graph).items():
        first, second = set(graph[one]) - {other}, set(graph[other]) - {one}
        common = len(first & second)
        assert embeddedness(graph)[one, other] == common
        expected = common / len(first | second) if first | second else math.nan
        assert found == pytest.approx(expected, nan_ok=True)
    assert len(embeddedness(graph)) == graph.number_of_edges()


def test_undefined_for_two_who_know_only_each_other():
    graph = nx.Graph([("ann", "bo"), ("cy", "dee"), ("dee", "eva")])
    found = neighbourhood_overlap(graph)
    assert math.isnan(found["ann", "bo"])
    assert found["cy", "dee"] == 0


def test_simmelian_ties_are_mutual_and_shared_mutually():
    everybody = nx.DiGraph(nx.complete_graph(4))
    assert simmelian_ties(everybody).tolist() == [2] * 6
    everybody.remove_edge(0, 1)
    found = simmelian_ties(everybody)
    # the tie of 0 and 1 is one-sided: gone. 2 and 3 still share both; the others lose one third
    assert (0, 1) not in found.index
    assert found[2, 3] == 2
    assert found[0, 2] == 1
    assert simmelian_ties(nx.complete_graph(4)).tolist() == [2] * 6


@pytest.mark.parametrize("seed", [1, 2])
def test_reciprocity_is_that_of_networkx(seed):
    graph = nx.gnp_random_graph(30, 0.2, seed=seed, directed=True)
    assert reciprocity(graph) == pytest.approx(nx.overall_reciprocity(graph))
    assert reciprocity(nx.path_graph(3)) == 1
    assert math.isnan(reciprocity(nx.DiGraph()))


def test_clustering_is_that_of_networkx_or_undefined():
    graph = nx.les_miserables_graph()
    expected = {i: c if len(graph[i]) > 1 else math.nan for i, c in nx.clustering(graph).items()}
    assert clustering(graph).to_dict() == pytest.approx(expected, nan_ok=True)


@EACH
def test_withheld_where_ties_among_contacts_are_not_known(measure, own_star):
    found = measure(own_star)
    assert found.isna().all()
    assert "no tie among contacts" in found.attrs["withheld"]
    own_star.add_edge("ann", "bo")
    known = measure(own_star).notna()
    assert known.to_dict() == {
        ("you", "ann"): True,
        ("you", "bo"): True,
        ("you", "cy"): False,
        ("ann", "bo"): True,
    }


@EACH
@pytest.mark.parametrize("graph", [nx.Graph(), nx.empty_graph(3), nx.Graph([(0, 0)])])
def test_no_ties_no_rows(measure, graph):
    found = measure(graph)
    assert len(found) == 0
    assert found.index.names == ["person_id", "other_id"]
