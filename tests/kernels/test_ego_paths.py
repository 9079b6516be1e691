"""Paths of two ties within each person's own network."""

import networkx as nx
import numpy as np
import pytest

from netgraph.adjacency import Adjacency
from netgraph.kernels.ego_paths import own_betweenness, own_pairs
from netgraph.metrics._arcs import ones_matrix

GRAPHS = {
    "karate": nx.karate_club_graph(),
    # a hub whose contacts know few, and two who know all of them: their rows are searched
    "hubs": nx.compose(nx.complete_bipartite_graph(3, 200), nx.path_graph(range(3, 20))),
    "random": nx.gnp_random_graph(60, 0.2, seed=1),
    "a part of nobody": nx.disjoint_union(nx.wheel_graph(7), nx.empty_graph(2)),
    "nobody": nx.Graph(),
}


@pytest.mark.parametrize("graph", GRAPHS.values(), ids=GRAPHS)
def test_without_directions_each_pair_counts_once(graph):
    adjacency = Adjacency.from_networkx(graph)
    found = own_pairs(adjacency.indptr, adjacency.indices)
    assert 2 * found == pytest.approx(own_betweenness(ones_matrix(adjacency)))


def test_it_is_betweenness_in_the_own_network():
    graph = nx.les_miserables_graph()
    adjacency = Adjacency.from_networkx(graph)
    expected = [
        nx.betweenness_centrality(nx.ego_graph(graph, person), normalized=False)[person]
        for person in graph
    ]
    found = own_pairs(adjacency.indptr, adjacency.indices)
    assert found == pytest.approx(np.array(expected))
