"""Burt's dyadic constraint."""

import networkx as nx
import pytest

import netgraph as ng
from netgraph.metrics.brokerage.constraint import constraint
from netgraph.metrics.brokerage.dyadic_constraint import dyadic_constraint


def test_the_paw_by_hand(paw):
    found = dyadic_constraint(paw)
    # you and Ann: (1/3 + 1/3 * 1/2)^2 = 1/4; Ann and you: (1/2 + 1/2 * 1/2)^2 = 9/16
    assert found["you", "ann"] == pytest.approx(1 / 4)
    assert found["ann", "you"] == pytest.approx(9 / 16)
    assert found["you", "cy"] == pytest.approx(1 / 9)
    # in Ann's own circle Cy does not count: Bo (1/2 + 1/2 * 1/2)^2 = 9/16 rather than 4/9
    assert dyadic_constraint(paw, scope="ego")["ann", "bo"] == pytest.approx(9 / 16)
    assert found["ann", "bo"] == pytest.approx(4 / 9)


@pytest.mark.parametrize("scope", ["whole", "ego"])
@pytest.mark.parametrize("weight", [None, "weight"])
def test_sums_to_the_constraint(scope, weight):
    graph = nx.les_miserables_graph()
    summed = dyadic_constraint(graph, weight=weight, scope=scope).groupby(level=0).sum()
    expected = constraint(graph, weight=weight, scope=scope)
    assert summed[expected.index].to_numpy() == pytest.approx(expected.to_numpy())


def test_agrees_with_networkx_in_a_directed_graph(directed):
    found = dyadic_constraint(directed, weight="weight")
    for (one, other), value in found.items():
        assert value == pytest.approx(nx.local_constraint(directed, one, other, "weight"))
    assert len(found) == 6


def test_an_unknown_scope_is_refused(paw):
    with pytest.raises(ng.UnknownNameError, match='"whole" or "ego"'):
        dyadic_constraint(paw, scope="both")
