"""Counting people by distance."""

from collections import Counter

import networkx as nx
import numpy as np
import pytest

from netgraph.adjacency import Adjacency
from netgraph.kernels import distances
from netgraph.kernels.distances import distance_levels

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
