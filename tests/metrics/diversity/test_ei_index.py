"""The E-I index."""

import itertools

import networkx as nx
import numpy as np
import pytest

from netgraph.metrics.diversity.ei_index import (
    ei_index,
    ei_index_network,
    ei_parts,
    expected_ei_index,
)


def test_two_lawyers_and_an_artist(lawyers):
    found = ei_index(lawyers)
    # you, a lawyer: 1 external, 2 internal, so (1 - 2) / 3
    assert found["you"] == pytest.approx(-1 / 3)
    assert found["ann"] == -1
    assert found["cy"] == 1


def test_undefined_where_the_own_domain_or_all_others_are_unknown(lawyers):
    lawyers.add_edge("dee", "eve")
    lawyers.nodes["eve"]["domain"] = "art"
    missing = ei_index(lawyers).isna()
    assert missing["dee"]  # of unknown domain
    assert missing["eve"]  # knows only Dee


def test_published_values():
    karate = nx.karate_club_graph()
    assert ei_index_network(karate, attribute="club") == pytest.approx(-0.717949, abs=5e-7)
    assert expected_ei_index(karate, attribute="club") == pytest.approx(0.030303, abs=5e-7)


def test_of_the_whole_graph_by_hand(lawyers):
    # ties of known ends: you-ann, you-bo, ann-bo within, you-cy between
    assert ei_index_network(lawyers) == pytest.approx((1 - 3) / 4)
    # law 3, art 1: 6 pairs, 3 within and 3 between
    assert expected_ei_index(lawyers) == pytest.approx(0)


def test_the_expected_value_is_the_mean_over_all_ways_to_deal_out_the_categories():
    graph = nx.Graph([(0, 1), (0, 2), (0, 3), (1, 2), (3, 4)])
    values = []
    for dealt in set(itertools.permutations("aabbb")):
        nx.set_node_attributes(graph, dict(enumerate(dealt)), "domain")
        values.append(ei_index_network(graph))
    assert expected_ei_index(graph) == pytest.approx(np.mean(values))


def test_undefined_without_a_tie_or_a_pair():
    graph = nx.empty_graph(1)
    graph.nodes[0]["domain"] = "law"
    assert np.isnan(ei_index_network(graph))
    assert np.isnan(expected_ei_index(graph))


def test_parts_by_hand(lawyers):
    assert ei_parts(lawyers, "you") == {
        "own_category": "law",
        "external": 1,
        "internal": 2,
        "unknown": 1,
    }
    assert ei_parts(lawyers, "dee") == {"own_category": None, "contacts": 1}
