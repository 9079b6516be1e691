"""Costs and ways in a network small enough to check on paper."""

import networkx as nx
import numpy as np
import pytest

from netgraph.introductions import Calibration
from netgraph.paths.search import Ways, least_costs, route_to
from netgraph.paths.together import choose_routes

# each tie carries with one half, and each introduction succeeds
FLAT = Calibration(intercept=0.0, slope=0.0, success=(50.0, 0.0))


def routes(ways, start, ends, count):
    return [route.places for route in choose_routes(ways, start, ends, count)]


@pytest.fixture
def ways():
    """A path 0-1-2-3-4-5, and a tie 0-2 that exists with one quarter."""
    graph = nx.path_graph(6)
    graph.add_edge(0, 2, probability=0.25)
    return Ways.of(graph, FLAT, 0)


def test_least_costs_by_the_number_of_ties(ways):
    chances = np.exp(-least_costs(ways, 0))
    # over one tie 2 has 1/2 * 1/4, over two 1/2 * 1/2
    assert chances[:, 2] == pytest.approx([0, 1 / 8, 1 / 4, 1 / 4, 1 / 4])
    assert chances[:, 3] == pytest.approx([0, 0, 1 / 16, 1 / 8, 1 / 8])
    assert chances[:, 5] == pytest.approx([0, 0, 0, 0, 1 / 64])  # 1/2 * 1/4 and three halves


def test_a_way_over_few_ties_where_more_are_too_many(ways):
    assert route_to(ways, least_costs(ways, 0), 5) == (0, 2, 3, 4, 5)
    assert route_to(ways, least_costs(ways, 0), 4) == (0, 1, 2, 3, 4)


def test_ties_can_be_left_out(ways):
    left = ways.without([(2, 1)])
    assert route_to(left, least_costs(left, 0), 2) == (0, 2)
    assert left.chance(1, 2) == 0
    assert ways.chance(1, 2) == pytest.approx(0.5)  # the first is as it was


def test_people_without_a_tie_and_networks_without_any():
    graph = nx.empty_graph(3)
    empty = Ways.of(graph, FLAT, 0)
    assert routes(empty, 0, np.array([1, 2]), 3) == []
    graph.add_edge(1, 2)
    some = Ways.of(graph, FLAT, 0)
    assert routes(some, 0, np.array([1, 2]), 3) == []
    assert routes(some, 1, np.array([0, 2]), 3) == [(1, 2)]


def test_a_tie_that_cannot_carry_is_none():
    graph = nx.path_graph(3)
    graph.edges[1, 2]["probability"] = 0.0
    assert routes(Ways.of(graph, FLAT, 0), 0, np.array([2]), 3) == []
