"""Numbers of a whole network."""

from itertools import combinations

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import netgraph as ng
from netgraph.metrics import (
    centralisation,
    components,
    core_periphery,
    degree_distribution,
    density,
    distance_fragmentation,
    fragmentation,
    harmonic_closeness,
)


@pytest.fixture
def two_parts():
    """A chain of three, a pair, and a stranger."""
    graph = nx.Graph([("dee", "eve"), ("ann", "bo"), ("bo", "cy")])
    graph.add_node("flo")
    return graph


def test_density_counts_pairs(two_parts, kite):
    assert density(two_parts) == pytest.approx(3 / 15)
    assert density(kite) == pytest.approx(nx.density(kite)) == pytest.approx(0.4)
    arcs = nx.DiGraph([("ann", "bo"), ("bo", "ann"), ("bo", "cy"), ("cy", "cy")])
    assert density(arcs) == pytest.approx(3 / 6)
    assert density(nx.MultiGraph([(0, 1), (0, 1), (1, 2)])) == pytest.approx(2 / 3)
    assert np.isnan(density(nx.empty_graph(1)))


def test_parts_are_listed_by_size(two_parts):
    told = components(two_parts)
    assert told["people"].tolist() == [3, 2, 1]
    assert told["ties"].tolist() == [2, 1, 0]
    assert told["member"].tolist() == ["ann", "dee", "flo"]
    assert told["share"].sum() == pytest.approx(1)
    assert components(nx.Graph()).empty


def test_there_and_back():
    graph = nx.DiGraph([("ann", "bo"), ("bo", "ann"), ("bo", "cy")])
    assert components(graph)["people"].tolist() == [3]
    strong = components(graph, strong=True)
    assert strong["people"].tolist() == [2, 1]
    assert strong["ties"].tolist() == [2, 0]


def test_fragmentation_of_three_parts(two_parts):
    # 1 - (3 x 2 + 2 x 1) / (6 x 5); by distance the chain adds 1 + 1 + 1/2, the pair 1
    assert fragmentation(two_parts) == pytest.approx(1 - 8 / 30)
    assert distance_fragmentation(two_parts) == pytest.approx(1 - 2 * 3.5 / 30)
    assert np.isnan(fragmentation(nx.empty_graph(1)))
    assert fragmentation(nx.empty_graph(4)) == 1


def test_fragmentation_of_the_kite(kite):
    # without 7 it falls apart into 7 and 2 people: F = 1 - (7 x 6 + 2 x 1) / (9 x 8)
    assert fragmentation(kite) == 0
    assert distance_fragmentation(kite) == pytest.approx(0.353704, abs=1e-6)
    assert distance_fragmentation(kite) == pytest.approx(1 - harmonic_closeness(kite).mean())
    kite.remove_node(7)
    assert fragmentation(kite) == pytest.approx(1 - 44 / 72)
    assert distance_fragmentation(kite) == pytest.approx(0.486111, abs=1e-6)


@pytest.mark.parametrize("name", ["degree", "betweenness", "harmonic_closeness"])
def test_a_star_is_centralised_and_a_circle_is_not(name):
    for people in (3, 4, 9):
        assert centralisation(nx.star_graph(people - 1), name=name) == pytest.approx(1)
        assert centralisation(nx.complete_graph(people), name=name) == pytest.approx(0)
    assert np.isnan(centralisation(nx.path_graph(2), name=name))


def test_centralisation_of_a_path_of_four():
    # degrees 1, 2, 2, 1: (1 + 1) / (3 x 2); betweenness 0, 2/3, 2/3, 0: (4/3) / 3
    path = nx.path_graph(4)
    assert centralisation(path) == pytest.approx(1 / 3)
    assert centralisation(path, name="betweenness") == pytest.approx(4 / 9)


def test_centralisation_is_withheld_where_the_centrality_is(own_star):
    assert np.isnan(centralisation(own_star, name="betweenness"))
    assert centralisation(own_star) == 1
    with pytest.raises(ng.UnknownNameError, match="There are: degree"):
        centralisation(own_star, name="constraint")


def test_degrees_are_counted(kite):
    told = degree_distribution(kite)
    histogram = {d: n for d, n in enumerate(nx.degree_histogram(kite)) if n}
    assert told["people"].to_dict() == histogram
    assert told.loc[6, "at_least"] == pytest.approx(0.1)
    assert told["at_least"].iloc[0] == pytest.approx(1)


def test_degrees_by_direction():
    graph = nx.DiGraph([("ann", "bo"), ("bo", "ann"), ("ann", "cy"), ("ann", "ann")])
    assert degree_distribution(graph)["people"].to_dict() == {1: 2, 2: 1}
    assert degree_distribution(graph, direction="out")["people"].to_dict() == {0: 1, 1: 1, 2: 1}
    assert degree_distribution(graph, direction="in")["people"].to_dict() == {1: 3}
    with pytest.raises(ng.GraphError, match="direction is 'up'"):
        degree_distribution(graph, direction="up")


def errors_of(graph, core):
    inner = sum(not graph.has_edge(*pair) for pair in combinations(core, 2))
    return inner + graph.subgraph(set(graph) - set(core)).number_of_edges()


@settings(deadline=None, max_examples=30)
@given(st.integers(0, 10_000), st.floats(0.05, 0.95))
def test_no_other_core_is_better(seed, chance):
    graph = nx.gnp_random_graph(7, chance, seed=seed)
    told = core_periphery(graph)
    core = told.index[told["core"]]
    assert told.attrs["errors"] == errors_of(graph, core)
    every = (set(c) for k in range(8) for c in combinations(graph, k))
    assert told.attrs["errors"] == min(errors_of(graph, c) for c in every)


def test_the_fit_is_a_correlation(kite):
    told = core_periphery(kite)
    core = set(told.index[told["core"]])
    pairs = [p for p in combinations(kite, 2) if len(core & set(p)) != 1]
    ideal = [set(p) <= core for p in pairs]
    tied = [kite.has_edge(*p) for p in pairs]
    assert told.attrs["fit"] == pytest.approx(np.corrcoef(ideal, tied)[0, 1])
    assert core == {3, 5, 6, 0}  # degrees 6, 5, 5, 4; 1 also has 4
    assert told.attrs["could_change"] == 2


def test_a_star_export_has_no_core(own_star):
    told = core_periphery(own_star)
    assert not told["core"].any()
    assert "no tie among contacts" in told.attrs["withheld"]
    assert core_periphery(nx.Graph()).empty
