"""Categories among a person's contacts."""

import networkx as nx
import numpy as np
import pandas as pd
import pytest

import netgraph as ng
from netgraph.metrics.diversity._shares import category_codes, category_parts, contact_shares


def test_shares_by_hand(lawyers):
    spread = contact_shares(lawyers, "domain")
    assert dict(zip(lawyers, spread.known.tolist(), strict=True)) == {
        "you": 3,
        "ann": 2,
        "bo": 2,
        "cy": 1,
        "dee": 1,
    }
    of_you = spread.share[spread.person == 0]
    assert sorted(of_you) == pytest.approx([1 / 3, 2 / 3])


@pytest.mark.parametrize("unknown", [None, float("nan"), pd.NA, pd.NaT, np.nan])
def test_all_ways_to_be_missing_are_unknown(unknown):
    graph = nx.star_graph(2)
    nx.set_node_attributes(graph, {0: "law", 1: unknown, 2: "law"}, "domain")
    assert category_codes(graph, "domain").tolist() == [0, -1, 0]


def test_a_person_without_the_attribute_is_unknown():
    graph = nx.path_graph(2)
    graph.nodes[0]["domain"] = "law"
    assert category_codes(graph, "domain").tolist() == [0, -1]


def test_categories_of_any_kind():
    graph = nx.empty_graph(4)
    nx.set_node_attributes(graph, {0: 1, 1: "1", 2: ("a", "b"), 3: 1}, "group")
    assert category_codes(graph, "group").tolist() == [0, 1, 2, 0]


def test_an_attribute_that_nobody_carries_is_refused(lawyers):
    with pytest.raises(ng.GraphError, match="attribute 'domian'") as caught:
        contact_shares(lawyers, "domian")
    assert caught.value.remedy == "Perhaps you mean 'domain'"


def test_an_adjacency_carries_no_attributes(lawyers):
    with pytest.raises(ng.GraphError, match="Pass the networkx graph"):
        contact_shares(ng.Adjacency.from_networkx(lawyers), "domain")


def test_parts_list_the_commonest_first(lawyers):
    parts = category_parts(lawyers, "you")
    assert parts == {"contacts": 4, "unknown": 1, "categories": {"law": 2, "art": 1}}
    assert list(parts["categories"]) == ["law", "art"]
