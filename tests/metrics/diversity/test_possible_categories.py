"""Measures that need to know what categories are possible: iqv, evenness, spatial diversity."""

import networkx as nx
import numpy as np
import pytest

import netgraph as ng
from netgraph.metrics import blau_index, evenness, iqv, shannon_entropy, spatial_diversity


def test_iqv_of_two_lawyers_and_an_artist(lawyers):
    # Blau is 4/9; of three possible fields 3/2 x 4/9 = 2/3, of two 2 x 4/9 = 8/9
    assert iqv(lawyers, categories=3)["you"] == pytest.approx(2 / 3)
    assert iqv(lawyers, categories=["law", "art"])["you"] == pytest.approx(8 / 9)


def test_an_even_spread_over_all_is_1(star_of_fields):
    assert iqv(star_of_fields, categories=4)[0] == pytest.approx(1)
    assert evenness(star_of_fields, categories=4)[0] == pytest.approx(1)
    assert iqv(star_of_fields, categories=8)[0] == pytest.approx(8 / 7 * 3 / 4)
    assert blau_index(star_of_fields)[0] == pytest.approx(3 / 4)


@pytest.mark.parametrize("measure", [iqv, evenness])
def test_impossible_categories_are_refused(measure, lawyers):
    with pytest.raises(ng.GraphError, match="'art' is not among the 2 possible"):
        measure(lawyers, categories=["law", "tech"])
    with pytest.raises(ng.GraphError, match="not among the 1 possible"):
        measure(lawyers, categories=1)
    nx.set_node_attributes(lawyers, "law", "domain")
    with pytest.raises(ng.GraphError, match="Name two possible categories"):
        measure(lawyers, categories=["law"])


def test_evenness_of_a_third_and_two_thirds(lawyers):
    # H = ln 3 - 2/3 ln 2, over ln 2
    entropy = np.log(3) - 2 / 3 * np.log(2)
    assert evenness(lawyers)["you"] == pytest.approx(entropy / np.log(2))
    assert evenness(lawyers, categories=3)["you"] == pytest.approx(entropy / np.log(3))
    assert np.isnan(evenness(lawyers)["cy"])  # one contact: nothing to be even about
    assert evenness(lawyers, categories=3)["cy"] == 0


def test_spatial_diversity_counts_all_areas(lawyers):
    places = {"ann": "Oslo", "bo": "Rome", "cy": "Rome", "you": "Bonn"}
    nx.set_node_attributes(lawyers, places, "location")
    entropy = shannon_entropy(lawyers, attribute="location")["you"]
    assert spatial_diversity(lawyers)["you"] == pytest.approx(entropy / np.log(3))
    assert spatial_diversity(lawyers, areas=9)["you"] == pytest.approx(entropy / np.log(9))


def test_spatial_diversity_weighs_the_exchange(lawyers):
    nx.set_node_attributes(lawyers, {"ann": "Oslo", "bo": "Rome", "cy": "Rome"}, "location")
    nx.set_edge_attributes(lawyers, 1.0, "count")
    lawyers["you"]["ann"]["count"] = 2.0
    # two with Oslo, one each with Bo and Cy in Rome: half and half
    assert spatial_diversity(lawyers, weight="count")["you"] == pytest.approx(1)


@pytest.fixture
def star_of_fields():
    graph = nx.star_graph(8)
    nx.set_node_attributes(graph, {n: f"field {n % 4}" for n in range(1, 9)}, "domain")
    return graph
