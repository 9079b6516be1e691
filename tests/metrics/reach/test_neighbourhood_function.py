"""The neighbourhood function."""

import networkx as nx
import numpy as np
import pytest

import netgraph as ng
from netgraph.metrics import neighbourhood_function


def test_pairs_of_the_kite(kite):
    lengths = dict(nx.all_pairs_shortest_path_length(kite))
    told = neighbourhood_function(kite)
    for steps, pairs in told["pairs"].items():
        assert pairs == sum(d <= steps for near in lengths.values() for d in near.values())
    assert told["share"].iloc[-1] == 1
    assert (told["standard_error"] == 0).all()


def test_strangers_stay_apart():
    told = neighbourhood_function(nx.empty_graph(4))
    assert told["pairs"].tolist() == [4]
    assert told["share"].tolist() == [0.25]
    assert neighbourhood_function(nx.Graph()).empty


def test_the_estimate_is_within_its_error():
    graph = nx.barabasi_albert_graph(600, 2, seed=1)
    exact = neighbourhood_function(graph)["pairs"]
    told = neighbourhood_function(graph, registers=1024)
    assert (np.abs(told["pairs"] - exact) <= 3 * told["standard_error"]).all()
    other = neighbourhood_function(graph, registers=1024, seed=1)
    assert not told.equals(other)


@pytest.mark.parametrize("registers", [100, 8, 0, 1 << 17])
def test_registers_are_a_power_of_two(registers, kite):
    with pytest.raises(ng.GraphError, match="power of two"):
        neighbourhood_function(kite, registers=registers)


def test_long_ways_are_counted_to_their_end():
    # on a path of 200 there are 2 (200 - t) ordered pairs t steps apart
    told = neighbourhood_function(nx.path_graph(200))["pairs"]
    assert told.diff().dropna().tolist() == [2 * (200 - t) for t in range(1, 200)]
