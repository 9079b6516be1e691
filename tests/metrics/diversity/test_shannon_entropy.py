"""Shannon's entropy."""

import math

import networkx as nx
import pytest

import netgraph as ng
from netgraph.metrics.diversity.shannon_entropy import shannon_entropy


def test_two_lawyers_and_an_artist(lawyers):
    # -(2/3 ln 2/3 + 1/3 ln 1/3) = ln 3 - 2/3 ln 2
    assert shannon_entropy(lawyers)["you"] == pytest.approx(math.log(3) - 2 / 3 * math.log(2))


def test_four_equal_categories_are_two_bits():
    graph = nx.star_graph(4)
    nx.set_node_attributes(graph, {n: str(n) for n in graph}, "domain")
    assert shannon_entropy(graph, base=2)[0] == pytest.approx(2)
    assert shannon_entropy(graph, base=4)[0] == pytest.approx(1)


def test_no_uncertainty_is_zero_and_not_minus_zero(lawyers):
    assert math.copysign(1, shannon_entropy(lawyers)["ann"]) == 1


@pytest.mark.parametrize("base", [1, 0, -2, float("nan")])
def test_a_base_must_be_above_one(lawyers, base):
    with pytest.raises(ng.GraphError, match="base is"):
        shannon_entropy(lawyers, base=base)
