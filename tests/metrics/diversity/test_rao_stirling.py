"""Diversity that knows how near categories are: Rao-Stirling, Leinster-Cobbold."""

import networkx as nx
import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import netgraph as ng
from netgraph.metrics import blau_index, hill_number, leinster_cobbold, rao_stirling

FIELDS = ["law", "art", "tech"]
DISTANCE = pd.DataFrame([[0, 1, 0.5], [1, 0, 0.8], [0.5, 0.8, 0]], FIELDS, FIELDS)
fields = st.lists(st.sampled_from(FIELDS), min_size=1, max_size=12)


def star(contacts):
    graph = nx.star_graph(len(contacts))
    nx.set_node_attributes(graph, dict(enumerate(contacts, start=1)), "domain")
    return graph


def test_three_fields_by_hand():
    # shares 1/2, 1/4, 1/4: 2 (1 x 1/8 + 0.5 x 1/8 + 0.8 x 1/16) = 0.475
    graph = star(["law", "law", "art", "tech"])
    assert rao_stirling(graph, distance=DISTANCE)[0] == pytest.approx(0.475)


def test_alpha_and_beta_by_hand():
    graph = star(["law", "tech"])
    # 2 x 0.5^2 x (1/4)^1 = 0.125, and 2 x 0.5 x (1/4)^0.5 = 0.5
    assert rao_stirling(graph, distance=DISTANCE, alpha=2)[0] == pytest.approx(0.125)
    assert rao_stirling(graph, distance=DISTANCE, beta=0.5)[0] == pytest.approx(0.5)


@settings(max_examples=30, deadline=None)  # the machine may be busy
@given(fields)
def test_all_one_apart_it_is_blau(contacts):
    graph = star(contacts)
    ones = pd.DataFrame(1.0, FIELDS, FIELDS)
    blau = blau_index(graph)
    assert np.allclose(rao_stirling(graph), blau, equal_nan=True)
    assert np.allclose(rao_stirling(graph, distance=ones), blau, equal_nan=True)


@settings(max_examples=30, deadline=None)  # the machine may be busy
@given(fields, st.sampled_from([0.0, 0.5, 1.0, 2.0, 3.5, float("inf")]))
def test_all_wholly_different_it_is_a_hill_number(contacts, q):
    graph = star(contacts)
    apart = pd.DataFrame(np.eye(3), FIELDS, FIELDS)
    hill = hill_number(graph, q=q)
    assert np.allclose(leinster_cobbold(graph, q=q), hill, equal_nan=True)
    assert np.allclose(leinster_cobbold(graph, similarity=apart, q=q), hill, equal_nan=True)


@settings(max_examples=30, deadline=None)  # the machine may be busy
@given(fields, st.sampled_from([0.0, 0.5, 1.0, 2.0, float("inf")]))
def test_all_the_same_it_is_one_category(contacts, q):
    same = pd.DataFrame(1.0, FIELDS, FIELDS)
    assert leinster_cobbold(star(contacts), similarity=same, q=q)[0] == pytest.approx(1)


def test_leinster_cobbold_is_rao_at_two():
    # at q = 2 it is 1 / (1 - Rao) with the distance 1 - Z
    graph = star(["law", "law", "art", "tech"])
    alike = 1 - DISTANCE
    assert leinster_cobbold(graph, similarity=alike, q=2)[0] == pytest.approx(1 / (1 - 0.475))


def test_a_large_order_is_near_the_limit():
    graph = star(["law", "law", "art", "tech"])
    assert leinster_cobbold(graph, q=5000)[0] == pytest.approx(2, rel=1e-3)


def test_unfit_tables_are_refused():
    graph = star(FIELDS)
    with pytest.raises(ng.GraphError, match="rows of distance lack 'art' and 1 more"):
        rao_stirling(graph, distance=pd.DataFrame([[0.0]], ["law"], ["law"]))
    uneven = DISTANCE.copy()
    uneven.loc["law", "art"] = 3
    with pytest.raises(ng.GraphError, match="not the same both ways"):
        rao_stirling(graph, distance=uneven)
    with pytest.raises(ng.GraphError, match="diagonal"):
        leinster_cobbold(graph, similarity=DISTANCE)
    with pytest.raises(ng.GraphError, match="alpha is -1"):
        rao_stirling(graph, alpha=-1)
    with pytest.raises(ng.GraphError, match="q is nan"):
        leinster_cobbold(graph, q=float("nan"))
