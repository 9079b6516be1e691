"""Burt's measures against their definitions, written out pair by pair."""

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netgraph.metrics.brokerage.constraint import constraint, constraint_parts
from netgraph.metrics.brokerage.effective_size import effective_size
from netgraph.metrics.brokerage.efficiency import efficiency


@st.composite
def graphs(draw, *, directed=False):
    people = draw(st.integers(1, 7))
    pairs = [(i, j) for i in range(people) for j in range(people) if i != j and (directed or i < j)]
    weights = draw(st.lists(st.integers(0, 4), min_size=len(pairs), max_size=len(pairs)))
    graph = nx.DiGraph() if directed else nx.Graph()
    graph.add_nodes_from(range(people))
    graph.add_weighted_edges_from((i, j, w) for (i, j), w in zip(pairs, weights, strict=True) if w)
    return graph


def strengths(graph, weight):
    matrix = nx.to_numpy_array(graph, weight=weight)
    return matrix + matrix.T


def constraint_of(i, z, *, ego_only):
    contacts = np.flatnonzero(z[i])
    if ego_only:
        inside = np.isin(np.arange(len(z)), [i, *contacts])
        z = z * np.outer(inside, inside)
    p = np.divide(z, z.sum(axis=1, keepdims=True), out=np.zeros_like(z), where=z > 0)
    if not len(contacts):
        return np.nan
    return sum(
        (p[i, j] + sum(p[i, q] * p[q, j] for q in contacts if q not in (i, j))) ** 2
        for j in contacts
    )


def effective_size_of(i, z):
    contacts = np.flatnonzero(z[i])
    if not len(contacts):
        return np.nan
    return sum(
        1 - sum(z[i, q] / z[i].sum() * z[j, q] / z[j].max() for q in contacts if q not in (i, j))
        for j in contacts
    )


@pytest.mark.parametrize("weight", [None, "weight"])
@pytest.mark.parametrize("directed", [False, True])
@settings(max_examples=30, deadline=None)
@given(data=st.data())
def test_agree_with_the_definitions(weight, directed, data):
    graph = data.draw(graphs(directed=directed))
    z = strengths(graph, weight)
    people = range(len(graph))
    for scope in ("whole", "ego"):
        expected = [constraint_of(i, z, ego_only=scope == "ego") for i in people]
        found = constraint(graph, weight=weight, scope=scope)
        assert found.to_numpy() == pytest.approx(expected, abs=1e-12, nan_ok=True)
    sizes = [effective_size_of(i, z) for i in people]
    assert effective_size(graph, weight=weight).to_numpy() == pytest.approx(
        sizes, abs=1e-12, nan_ok=True
    )
    contacts = (z > 0).sum(axis=1)
    assert (efficiency(graph, weight=weight) * contacts).to_numpy() == pytest.approx(
        sizes, abs=1e-12, nan_ok=True
    )


@settings(max_examples=30, deadline=None)
@given(graph=graphs())
def test_constraint_is_size_and_closure_and_concentration(graph):
    """Everett and Borgatti: C = (d + 2 S1 + S2) / d^2 with s_j = sum over common q of 1/d_q."""
    whole = constraint(graph)
    for person in graph:
        contacts, degree = set(graph[person]), graph.degree(person)
        if not degree:
            continue
        s = [sum(1 / graph.degree(q) for q in contacts & set(graph[j])) for j in contacts]
        parts = constraint_parts(graph, person)
        assert parts["contacts"] == degree
        assert parts["size"] == pytest.approx(1 / degree)
        assert parts["closure"] == pytest.approx(2 * sum(s) / degree**2)
        assert parts["concentration"] == pytest.approx(sum(x * x for x in s) / degree**2)
        total = parts["size"] + parts["closure"] + parts["concentration"]
        assert total == pytest.approx(whole[person])


@settings(max_examples=30, deadline=None)
@given(graph=graphs(directed=True))
def test_doubling_all_weights_changes_nothing(graph):
    doubled = graph.copy()
    for _, _, tie in doubled.edges(data=True):
        tie["weight"] *= 2
    for measure in (constraint, effective_size, efficiency):
        once, twice = measure(graph, weight="weight"), measure(doubled, weight="weight")
        assert twice.to_numpy() == pytest.approx(once.to_numpy(), nan_ok=True)


@settings(max_examples=30, deadline=None)
@given(graph=graphs(directed=True))
def test_values_stay_within_the_bounds_that_are_stated(graph):
    assert constraint(graph, weight="weight").dropna().between(0, 2, inclusive="neither").all()
    size = effective_size(graph, weight="weight").dropna()
    contacts = nx.Graph(graph).degree
    assert all(1 - 1e-12 <= size[person] <= contacts[person] + 1e-12 for person in size.index)
