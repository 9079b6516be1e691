"""Burt's constraint."""

import networkx as nx
import pytest

import netgraph as ng
from netgraph.metrics.brokerage.constraint import constraint, constraint_parts


def test_the_paw_by_hand(paw):
    found = constraint(paw)
    # you: shares 1/3 each; half of Bo's ties lead to Ann, so Ann (1/3 + 1/3 * 1/2)^2 = 1/4,
    # Bo alike, Cy (1/3)^2; 1/4 + 1/4 + 1/9 = 11/18
    assert found["you"] == pytest.approx(11 / 18)
    # Ann: you (1/2 + 1/2 * 1/2)^2 = 9/16, Bo (1/2 + 1/2 * 1/3)^2 = 4/9; together 145/144
    assert found["ann"] == pytest.approx(145 / 144)
    assert found["cy"] == 1


def test_the_paw_within_each_circle_by_hand(paw):
    found = constraint(paw, scope="ego")
    # Cy is not in Ann's circle, which is a closed triangle: 2 (1/2 + 1/4)^2 = 9/8
    assert found["ann"] == pytest.approx(9 / 8)
    assert found["you"] == pytest.approx(11 / 18)
    assert (found.attrs["scope"], constraint(paw).attrs["scope"]) == ("ego", "whole")


def test_a_weighted_triangle_by_hand(triangle):
    # you: Ann (2/3 + 1/3 * 1/2)^2 = 25/36, Bo (1/3 + 2/3 * 1/3)^2 = 25/81; together 325/324
    assert constraint(triangle, weight="weight")["you"] == pytest.approx(325 / 324)
    assert constraint(triangle)["you"] == pytest.approx(9 / 8)


def test_values_of_ucinet(borgatti, directed):
    found = constraint(borgatti)
    assert found[["G", "A", "C"]].round(3).tolist() == [0.4, 0.595, 1.0]
    weighted = constraint(borgatti, weight="weight")
    assert weighted[["G", "A", "C"]].round(3).tolist() == [0.299, 0.795, 1.0]
    assert constraint(directed).round(3).tolist() == [1.003, 1.003, 1.389]
    assert constraint(directed, weight="weight").round(3).tolist() == [0.840, 1.143, 1.378]


def test_the_two_scopes_of_ucinet(borgatti):
    assert constraint(borgatti)["D"] == pytest.approx(0.7847, abs=5e-5)
    assert constraint(borgatti, scope="ego")["D"] == pytest.approx(1.125)
    kite = nx.krackhardt_kite_graph()
    assert constraint(kite)[2] == pytest.approx(0.664, abs=5e-4)
    assert constraint(kite, scope="ego")[2] == pytest.approx(0.926, abs=5e-4)


def test_published_values():
    karate = constraint(nx.karate_club_graph())
    assert karate[[0, 33]].round(6).tolist() == [0.155423, 0.156419]
    assert constraint(nx.krackhardt_kite_graph())[3] == pytest.approx(0.470170, abs=5e-7)
    families = constraint(nx.florentine_families_graph())
    assert families["Medici"] == pytest.approx(0.209877, abs=5e-7)


@pytest.mark.parametrize("weight", [None, "weight"])
def test_agrees_with_networkx_where_that_is_right(weight):
    graph = nx.les_miserables_graph()
    expected = nx.constraint(graph, weight=weight)
    assert constraint(graph, weight=weight).to_dict() == pytest.approx(expected)


@pytest.mark.parametrize("contacts", [1, 2, 7])
def test_contacts_who_do_not_know_each_other_constrain_by_one_over_n(contacts):
    star = constraint(nx.star_graph(contacts))
    assert star[0] == pytest.approx(1 / contacts)
    assert (star[1:] == 1).all()


def test_a_clique_of_n_by_formula():
    # each of n - 1 contacts: ((1 + (n-2)/(n-1)) / (n-1))^2; n = 5: 4 (7/16)^2 = 49/64
    assert constraint(nx.complete_graph(5)).to_numpy() == pytest.approx(49 / 64)


def test_undefined_without_contacts():
    graph = nx.Graph([("ann", "bo"), ("cy", "cy")])
    assert constraint(graph).isna().to_dict() == {"ann": False, "bo": False, "cy": True}


def test_a_tie_of_weight_zero_is_no_contact():
    graph = nx.Graph()
    graph.add_weighted_edges_from([("you", "ann", 1), ("you", "bo", 1), ("ann", "bo", 0)])
    assert constraint(graph, weight="weight")["you"] == 0.5


def test_an_unknown_scope_is_refused(paw):
    with pytest.raises(ng.UnknownNameError, match='"whole" or "ego"'):
        constraint(paw, scope="both")


def test_parts_add_up_by_hand(paw):
    # you: size 3 (1/3)^2 = 1/3; closure 2 (2 * 1/3 * 1/6) = 2/9; concentration 2 (1/6)^2 = 1/18
    parts = constraint_parts(paw, "you")
    assert parts == pytest.approx(
        {"contacts": 3, "size": 1 / 3, "closure": 2 / 9, "concentration": 1 / 18}
    )
