"""Counting people by distance."""

from collections import Counter

import networkx as nx
import numpy as np
import pytest

from netgraph.adjacency import Adjacency
from netgraph.kernels import distances
from netgraph.kernels.distances import count_by_distance, distance_levels

GRAPHS = {
    "karate": nx.karate_club_graph(),
    "path": nx.path_graph(70),
    "parts": nx.disjoint_union_all(
        [nx.path_graph(9), nx.empty_graph(3), nx.cycle_graph(8), nx.star_graph(80)]
    ),
    "random": nx.gnm_random_graph(200, 260, seed=1),
    "no tie": nx.empty_graph(3),
    "nobody": nx.Graph(),
}
each_graph = pytest.mark.parametrize("graph", GRAPHS.values(), ids=GRAPHS)


def counted(graph, **options):
    adjacency = Adjacency.from_networkx(graph)
    count = Counter()
    for distance, people, counts in distance_levels(adjacency.indptr, adjacency.indices, **options):
        for person, number in zip(people, counts, strict=True):
            count[adjacency.nodes[person], distance] += int(number)
    return count


def expected(graph):
    return Counter(
        (person, distance)
        for person, reached in nx.all_pairs_shortest_path_length(graph)
        for distance in reached.values()
        if distance > 0
    )


@each_graph
def test_agrees_with_one_search_after_another(graph):
    assert counted(graph) == expected(graph)


@each_graph
@pytest.mark.parametrize(("sources", "chunk"), [(1, 1), (3, 5), (64, 8), (65, 1 << 13)])
def test_neither_blocks_of_sources_nor_chunks_show(graph, sources, chunk, monkeypatch):
    monkeypatch.setattr(distances, "SOURCES", sources)
    monkeypatch.setattr(distances, "CHUNK", chunk)
    assert counted(graph) == expected(graph)


def test_some_sources_only():
    # 0-1-2-3: from 0 and 3, each of the four is 1 or 2 or 3 away from the other end
    found = counted(nx.path_graph(4), sources=np.array([0, 3]))
    assert found == {(1, 1): 1, (2, 2): 1, (3, 3): 1, (2, 1): 1, (1, 2): 1, (0, 3): 1}


def test_stops_at_the_furthest():
    found = counted(nx.path_graph(5), furthest=2)
    assert {distance for _, distance in found} == {1, 2}
    assert found[2, 2] == 2


def reached(graph, **options):
    """Count from everybody, laid out like `expected`; the last of 80 columns stays empty."""
    adjacency = Adjacency.from_networkx(graph)
    counts, sums = count_by_distance(adjacency.indptr, adjacency.indices, steps=80, **options)
    assert sums == pytest.approx((counts / np.arange(1, 81)).sum(axis=1))
    return Counter(
        {
            (adjacency.nodes[person], distance + 1): int(counts[person, distance])
            for person, distance in np.argwhere(counts)
        }
    )


MANY = {**GRAPHS, "many": nx.gnm_random_graph(1100, 1500, seed=4), "long": nx.path_graph(600)}


@pytest.mark.parametrize("graph", GRAPHS.values(), ids=GRAPHS)
def test_all_at_once_agrees_with_one_search_after_another(graph):
    assert reached(graph) == expected(graph)


@pytest.mark.parametrize("name", ["many", "long"])
def test_more_people_than_a_block_holds(name):
    graph = MANY[name]
    adjacency = Adjacency.from_networkx(graph)
    counts, sums = count_by_distance(adjacency.indptr, adjacency.indices, steps=3)
    by_search = expected(graph)
    last = Counter(dict.fromkeys(graph, 0))
    for (person, distance), count in by_search.items():
        if distance >= 3:
            last[person] += count
    assert counts[:, 0].tolist() == [by_search[person, 1] for person in graph]
    assert counts[:, 1].tolist() == [by_search[person, 2] for person in graph]
    assert counts[:, 2].tolist() == [last[person] for person in graph]
    assert sums == pytest.approx(list(nx.harmonic_centrality(graph).values()))


def test_nobody_beyond_the_furthest_is_counted():
    assert reached(GRAPHS["path"], furthest=2) == Counter(
        {key: count for key, count in expected(GRAPHS["path"]).items() if key[1] <= 2}
    )


@pytest.mark.parametrize("cores", [1, 3])
def test_the_number_of_cores_does_not_show(cores, monkeypatch):
    monkeypatch.setattr("netgraph.kernels._threads._cores", lambda: cores)
    graph = MANY["many"]
    adjacency = Adjacency.from_networkx(graph)
    counts, _ = count_by_distance(adjacency.indptr, adjacency.indices, steps=2)
    assert counts.sum(axis=1).tolist() == [
        len(nx.node_connected_component(graph, person)) - 1 for person in graph
    ]


def test_where_ties_have_a_direction_people_count_whom_they_reach():
    graph = nx.gnp_random_graph(90, 0.02, seed=2, directed=True)
    out, into = nx.to_scipy_sparse_array(graph), nx.to_scipy_sparse_array(graph).T.tocsr()
    counts, sums = count_by_distance(
        out.indptr, out.indices, steps=4, back=(into.indptr, into.indices)
    )
    assert counts.sum(axis=1).tolist() == [len(nx.descendants(graph, i)) for i in graph]
    assert sums == pytest.approx(list(nx.harmonic_centrality(graph.reverse()).values()))
