"""What holds a network together: articulation points, bridges, local bridges."""

import networkx as nx
import numpy as np
import pytest

import netgraph as ng
from netgraph.metrics import articulation_point, bridges, local_bridges

SEEDS = range(5)


def test_the_kite_hangs_on_its_string(kite):
    assert articulation_point(kite).to_dict() == {**dict.fromkeys(range(10), 0), 7: 1, 8: 1}
    # the string 7-8-9: without 7-8 two people are cut off, without 8-9 one
    assert bridges(kite)["cut_off"].to_dict() == {(7, 8): 2, (8, 9): 1}


def test_spans_of_a_circle_and_a_tail():
    graph = nx.cycle_graph(5)
    graph.add_edges_from([(0, 9), (9, 8), (8, 0)])
    graph.add_edge(4, 7)
    told = local_bridges(graph)["span"]
    # the five of the circle have a way round of 4; the triangle has none; 4-7 no other way
    assert told.to_dict() == {(4, 7): np.inf, (0, 1): 4, (0, 4): 4, (1, 2): 4, (2, 3): 4, (3, 4): 4}


@pytest.mark.parametrize("seed", SEEDS)
def test_they_are_those_of_networkx(seed):
    graph = nx.gnp_random_graph(40, 0.06, seed=seed)
    points = articulation_point(graph)
    assert set(points.index[points == 1]) == set(nx.articulation_points(graph))
    assert {frozenset(p) for p in bridges(graph).index} == {frozenset(p) for p in nx.bridges(graph)}
    expected = {frozenset(p): span for *p, span in nx.local_bridges(graph)}
    told = local_bridges(graph)["span"]
    assert {frozenset(pair): span for pair, span in told.items()} == expected
    assert (told.diff().dropna() <= 0).all() or np.isinf(told).any()


@pytest.mark.parametrize("seed", SEEDS)
def test_what_a_bridge_cuts_off_is_the_smaller_side(seed):
    graph = nx.gnp_random_graph(40, 0.05, seed=seed)
    for (one, two), people in bridges(graph)["cut_off"].items():
        without = graph.copy()
        without.remove_edge(one, two)
        sides = [len(nx.node_connected_component(without, end)) for end in (one, two)]
        assert people == min(sides)


@pytest.mark.parametrize("measure", [bridges, local_bridges])
def test_a_star_export_shows_none(measure, own_star):
    told = measure(own_star)
    assert told.empty
    assert "no tie among contacts" in told.attrs["withheld"]
    own_star.graph["personal"] = False
    assert len(measure(own_star)) == 3
    assert measure(nx.Graph()).empty
    with pytest.raises(ng.GraphError, match="to_undirected"):
        measure(nx.DiGraph(own_star))
