"""Social diversity."""

import networkx as nx
import numpy as np
import pytest

import netgraph as ng
from netgraph.metrics import social_diversity


def test_three_quarters_with_one_of_two():
    graph = nx.Graph()
    graph.add_weighted_edges_from([("you", "ann", 3), ("you", "bo", 1)])
    # -(3/4 log2 3/4 + 1/4 log2 1/4) = 2 - 3/4 log2 3
    told = social_diversity(graph, weight="weight")
    assert told["you"] == pytest.approx(2 - 0.75 * np.log2(3))
    assert np.isnan(told["ann"])


def test_unweighed_everybody_divides_evenly(kite):
    told = social_diversity(kite)
    assert told.drop(9).tolist() == pytest.approx([1.0] * 9)


def test_both_directions_are_added_up():
    graph = nx.DiGraph()
    graph.add_weighted_edges_from([("you", "ann", 1), ("ann", "you", 2), ("you", "bo", 1)])
    assert social_diversity(graph, weight="weight")["you"] == pytest.approx(2 - 0.75 * np.log2(3))
    assert social_diversity(graph)["you"] == 1


def test_a_negative_volume_is_refused():
    graph = nx.Graph()
    graph.add_weighted_edges_from([("you", "ann", -3)])
    with pytest.raises(ng.GraphError, match="weighs -3"):
        social_diversity(graph, weight="weight")
