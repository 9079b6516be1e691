"""Burt's hierarchy, and redundancy."""

import math

import networkx as nx
import pytest

from netgraph.metrics.brokerage.effective_size import effective_size
from netgraph.metrics.brokerage.hierarchy import hierarchy
from netgraph.metrics.brokerage.redundancy import redundancy


def test_the_paw_by_hand(paw):
    # you: c = 1/4, 1/4, 1/9 of 11/18; times 3 over 11/18: x = 27/22, 27/22, 6/11
    x = [27 / 22, 27 / 22, 6 / 11]
    expected = sum(value * math.log(value) for value in x) / (3 * math.log(3))
    found = hierarchy(paw)
    assert found["you"] == pytest.approx(expected)
    assert found["cy"] == 1  # one contact alone


def test_published_values():
    karate = hierarchy(nx.karate_club_graph())
    assert karate[[0, 33]].round(6).tolist() == [0.087545, 0.241609]
    assert hierarchy(nx.florentine_families_graph())["Medici"] == pytest.approx(0.022456, abs=5e-7)
    assert hierarchy(nx.krackhardt_kite_graph())[3] == pytest.approx(0.009521, abs=5e-7)


@pytest.mark.parametrize("graph", [nx.star_graph(8), nx.complete_graph(6)])
def test_none_where_all_contacts_constrain_alike(graph):
    assert hierarchy(graph)[0] == pytest.approx(0, abs=1e-12)


def test_undefined_without_contacts():
    assert hierarchy(nx.Graph([("ann", "bo"), ("cy", "cy")])).isna().sum() == 1


def test_redundancy_is_contacts_less_effective_size(directed, borgatti):
    for graph, weight in ((directed, "weight"), (borgatti, "weight"), (borgatti, None)):
        for scope in ("whole", "ego"):
            contacts = [len(set(nx.all_neighbors(graph, person))) for person in graph]
            size = effective_size(graph, weight=weight, scope=scope)
            found = redundancy(graph, weight=weight, scope=scope)
            assert (found + size).tolist() == pytest.approx(contacts)


def test_a_weighted_effective_size_within_the_own_circle_by_hand():
    graph = nx.Graph()
    ties = [("you", "ann", 1), ("you", "bo", 1), ("ann", "bo", 1), ("ann", "cy", 4)]
    graph.add_weighted_edges_from(ties)
    # whole: Ann's strongest tie is 4, to Cy: m(Ann, Bo) = 1/4, times 1/2; m(Bo, Ann) = 1, times 1/2
    assert redundancy(graph, weight="weight")["you"] == pytest.approx(1 / 8 + 1 / 2)
    # in your circle Cy does not count: m(Ann, Bo) = 1
    assert redundancy(graph, weight="weight", scope="ego")["you"] == pytest.approx(1)
