"""Hill numbers."""

import math

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import netgraph as ng
from netgraph.metrics.diversity.blau_index import blau_index
from netgraph.metrics.diversity.hill_number import hill_number
from netgraph.metrics.diversity.shannon_entropy import shannon_entropy

counts = st.lists(st.integers(1, 12), min_size=1, max_size=6)


def circle(counts):
    """You know so many people of each category."""
    graph = nx.star_graph(sum(counts))
    categories = [kind for kind, count in enumerate(counts) for _ in range(count)]
    nx.set_node_attributes(graph, dict(enumerate(categories, start=1)), "domain")
    return graph


def test_two_lawyers_and_an_artist(lawyers):
    # shares 2/3 and 1/3: q=0 two categories; q=2 1 / (4/9 + 1/9) = 9/5; q=inf 1 / (2/3) = 3/2;
    # q=3 (8/27 + 1/27)^(-1/2) = sqrt(3)
    for q, expected in {0: 2, 2: 9 / 5, 3: math.sqrt(3), math.inf: 3 / 2}.items():
        assert hill_number(lawyers, q=q)["you"] == pytest.approx(expected)


def test_k_equal_categories_count_as_k():
    for q in (0, 0.5, 1, 2, 50, math.inf):
        assert hill_number(circle([3, 3, 3, 3]), q=q)[0] == pytest.approx(4)


@settings(max_examples=30, deadline=None)
@given(counts)
def test_of_order_one_it_is_the_exponential_of_entropy(counts):
    graph = circle(counts)
    assert hill_number(graph)[0] == pytest.approx(math.exp(shannon_entropy(graph)[0]))


@settings(max_examples=30, deadline=None)
@given(counts)
def test_of_order_two_it_is_the_inverse_of_one_minus_blau(counts):
    graph = circle(counts)
    assert hill_number(graph, q=2)[0] == pytest.approx(1 / (1 - blau_index(graph)[0]))


@settings(max_examples=30, deadline=None)
@given(counts)
def test_it_falls_as_the_order_grows(counts):
    graph = circle(counts)
    orders = [0, 0.3, 1 - 1e-6, 1, 1 + 1e-6, 1.5, 2, 7, 300, 1e6, math.inf]
    numbers = [hill_number(graph, q=q)[0] for q in orders]
    assert (np.diff(numbers) <= 1e-8).all()
    assert numbers[0] == pytest.approx(len(counts))
    assert numbers[-1] == pytest.approx(sum(counts) / max(counts))


@settings(max_examples=30, deadline=None)
@given(counts, st.sampled_from([0, 0.5, 1, 2, math.inf]))
def test_it_doubles_with_a_second_circle_of_other_categories(counts, q):
    once, twice = hill_number(circle(counts), q=q)[0], hill_number(circle(counts * 2), q=q)[0]
    assert twice == pytest.approx(2 * once)


def test_undefined_without_a_contact_of_known_domain(lawyers):
    lawyers.nodes["you"]["domain"] = None
    for q in (0, 1, 2, math.inf):
        assert hill_number(lawyers, q=q).isna()["dee"]


@pytest.mark.parametrize("q", [-1, float("nan")])
def test_an_order_must_not_be_negative(lawyers, q):
    with pytest.raises(ng.GraphError, match="q is"):
        hill_number(lawyers, q=q)
