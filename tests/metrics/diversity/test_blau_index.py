"""Blau's index."""

import networkx as nx
import pytest

from netgraph.metrics.diversity.blau_index import blau_index


def test_two_lawyers_and_an_artist(lawyers):
    # shares 2/3 and 1/3, so 1 - (4/9 + 1/9) = 4/9; the one of unknown domain does not count
    assert blau_index(lawyers)["you"] == pytest.approx(4 / 9)
    assert blau_index(lawyers)["ann"] == 0


def test_even_spread_over_k_categories_gives_the_upper_bound():
    graph = nx.star_graph(5)
    nx.set_node_attributes(graph, {n: f"domain {n}" for n in range(1, 6)}, "domain")
    assert blau_index(graph)[0] == pytest.approx(1 - 1 / 5)


def test_the_person_does_not_count(lawyers):
    lawyers.nodes["you"]["domain"] = "art"
    assert blau_index(lawyers)["you"] == pytest.approx(4 / 9)


def test_undefined_without_a_contact_of_known_domain(lawyers):
    lawyers.nodes["you"]["domain"] = None
    lawyers.add_node("eve", domain="law")
    missing = blau_index(lawyers).isna()
    assert missing[["cy", "dee", "eve"]].all()  # they know only you, or nobody
    assert not missing[["you", "ann", "bo"]].any()


def test_another_attribute(lawyers):
    nx.set_node_attributes(lawyers, {"ann": "A", "bo": "B", "cy": "A", "dee": "B"}, "city")
    assert blau_index(lawyers, attribute="city")["you"] == pytest.approx(1 / 2)
