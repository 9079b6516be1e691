"""Homophily of a network: E-I test, Coleman, Yule, odds, assortativity."""

import networkx as nx
import numpy as np
import pytest

import netgraph as ng
from netgraph.metrics import (
    assortativity,
    coleman_homophily,
    ei_index_network,
    ei_test,
    expected_ei_index,
    numeric_assortativity,
    within_group_odds,
    yule_q,
)


@pytest.fixture
def karate():
    """Zachary's karate club, as networkx ships it."""
    return nx.karate_club_graph()


@pytest.fixture
def pair():
    """Two lawyers and two artists: a tie between the lawyers, and one across."""
    graph = nx.Graph([("ann", "bo"), ("bo", "cy")])
    graph.add_node("dee")
    domains = {"ann": "law", "bo": "law", "cy": "art", "dee": "art"}
    nx.set_node_attributes(graph, domains, "domain")
    return graph


def test_four_people_by_hand(pair):
    # a: 1 alike and tied, b: 1 unlike and tied, c: 1 alike and not (cy, dee), d: 3 unlike and not
    assert within_group_odds(pair) == pytest.approx(1 * 3 / (1 * 1))
    assert yule_q(pair) == pytest.approx((3 - 1) / (3 + 1))
    # lawyers: of 3 ends of ties 2 within, h = 2/3, p = 1/3; artists: h = 0
    assert coleman_homophily(pair).to_dict() == pytest.approx({"law": 0.5, "art": -1})
    # arcs ll 2, la 1, al 1: e_kk = 1/2, a = (3/4, 1/4): (1/2 - 10/16) / (1 - 10/16)
    assert assortativity(pair) == pytest.approx((0.5 - 0.625) / 0.375)


def test_the_bounds_that_sizes_and_ties_allow(pair):
    told = ei_test(pair, permutations=99)
    assert told["observed"] == 0
    # 2 pairs within, 4 between: 2 ties may all lie within, or all between
    assert told[["least", "greatest", "rescaled"]].tolist() == [-1, 1, 0]
    assert told["expected"] == pytest.approx(2 / 6)
    pair.add_edges_from([("cy", "dee"), ("ann", "cy"), ("ann", "dee")])
    # 5 ties: at most 2 within and 4 between, so from (3 - 2)/5 to (4 - 1)/5
    assert ei_test(pair, permutations=9)[["least", "greatest"]].tolist() == pytest.approx(
        [0.2, 0.6]
    )


def test_the_karate_club_keeps_to_itself(karate):
    # expected (p_ext - p_int) / p with clubs of 17 and 17: (289 - 272) / 561
    told = ei_test(karate, attribute="club", permutations=2000)
    assert told["observed"] == pytest.approx(ei_index_network(karate, attribute="club"))
    assert told["expected"] == pytest.approx(17 / 561)
    assert told["expected"] == pytest.approx(expected_ei_index(karate, attribute="club"))
    assert told["sd"] == pytest.approx(0.095, abs=0.006)
    assert told["p_lower"] == pytest.approx(1 / 2001)
    assert told["p_upper"] == 1
    assert told["z"] < -7


def test_the_same_seed_gives_the_same_shuffles(karate):
    one, two = (ei_test(karate, attribute="club", permutations=20, seed=3) for _ in range(2))
    assert one.equals(two)


def test_a_directed_network_counts_arcs():
    graph = nx.DiGraph([("ann", "bo"), ("bo", "ann"), ("bo", "cy")])
    nx.set_node_attributes(graph, {"ann": "law", "bo": "law", "cy": "art"}, "domain")
    assert ei_test(graph, permutations=9)["observed"] == pytest.approx(-1 / 3)
    # 6 ordered pairs: 2 alike and tied, 1 unlike and tied, 0 alike and not, 3 unlike and not
    assert within_group_odds(graph) == float("inf")
    assert yule_q(graph) == 1


def test_numbers_on_a_path():
    # ties 10-10, 10-30, 30-30 both ways: starts (10,10,10,30,30,30), mean 20; products
    # 100 x (2 + 2) - 100 x 2 = 200 of 600
    graph = nx.path_graph(4)
    nx.set_node_attributes(graph, {0: 10, 1: 10, 2: 30, 3: 30}, "age")
    assert numeric_assortativity(graph, attribute="age") == pytest.approx(1 / 3)
    expected = nx.numeric_assortativity_coefficient(graph, "age")
    assert numeric_assortativity(graph, attribute="age") == pytest.approx(expected)


def test_assortativity_is_that_of_networkx(karate):
    expected = nx.attribute_assortativity_coefficient(karate, "club")
    assert assortativity(karate, attribute="club") == pytest.approx(expected)
    for directed in (nx.DiGraph, nx.Graph):
        graph = nx.gnp_random_graph(30, 0.2, seed=1, directed=directed is nx.DiGraph)
        nx.set_node_attributes(graph, {n: n % 3 for n in graph}, "domain")
        expected = nx.attribute_assortativity_coefficient(graph, "domain")
        assert assortativity(graph) == pytest.approx(expected)
        expected = nx.numeric_assortativity_coefficient(graph, "domain")
        assert numeric_assortativity(graph, attribute="domain") == pytest.approx(expected)


def test_a_tie_with_oneself_is_no_homophily(karate):
    before = assortativity(karate, attribute="club"), yule_q(karate, attribute="club")
    karate.add_edges_from((n, n) for n in range(10))
    assert (assortativity(karate, attribute="club"), yule_q(karate, attribute="club")) == before


def test_undefined_is_nan():
    graph = nx.complete_graph(3)
    nx.set_node_attributes(graph, "law", "domain")
    assert np.isnan(assortativity(graph))
    assert np.isnan(yule_q(graph))
    assert np.isnan(within_group_odds(graph))
    assert np.isnan(coleman_homophily(graph)["law"])
    assert np.isnan(ei_test(graph, permutations=9)["rescaled"])
    graph.remove_edges_from(list(graph.edges))
    assert ei_test(graph).isna().all()
    assert np.isnan(assortativity(graph))
    nx.set_node_attributes(graph, 1, "age")
    assert np.isnan(numeric_assortativity(graph, attribute="age"))


def test_a_category_of_one_has_no_homophily(pair):
    pair.add_edge("eve", "ann")
    pair.nodes["eve"]["domain"] = "tech"
    assert np.isnan(coleman_homophily(pair)["tech"])


def test_people_of_unknown_category_take_no_part(karate):
    expected = ei_test(karate, attribute="club", permutations=9)
    karate.add_edges_from([(0, "new"), (33, "new")])
    assert ei_test(karate, attribute="club", permutations=9).equals(expected)


def test_what_is_no_number_is_refused(karate):
    with pytest.raises(ng.GraphError, match="'club' is not a number"):
        numeric_assortativity(karate, attribute="club")
    with pytest.raises(ng.GraphError, match="carries the attribute 'age'"):
        numeric_assortativity(karate, attribute="age")
    with pytest.raises(ng.GraphError, match="permutations is 0"):
        ei_test(karate, attribute="club", permutations=0)
    with pytest.raises(ng.GraphError, match="ties alone"):
        yule_q(ng.Adjacency.from_networkx(karate))
