"""Pairs with a contact in common."""

import networkx as nx
import numpy as np
import pytest

from netgraph.adjacency import Adjacency
from netgraph.kernels.common import pair_scanner


@pytest.mark.parametrize("seed", range(3))
def test_all_pairs_who_are_not_tied_are_listed_once(seed):
    graph = nx.gnp_random_graph(80, 0.2, seed=seed)  # more than 1,024 pairs: the room is doubled
    adjacency = Adjacency.from_networkx(graph)
    scan = pair_scanner(adjacency.indptr, adjacency.indices, np.ones(80))
    one, two, score = scan(0, 80, 0.0)
    told = dict(zip(zip(one.tolist(), two.tolist(), strict=True), score.tolist(), strict=True))
    expected = {
        pair: len(list(nx.common_neighbors(graph, *pair)))
        for pair in nx.non_edges(graph)
        if list(nx.common_neighbors(graph, *pair))
    }
    assert len(told) == len(one) > 1024
    assert {frozenset(p): n for p, n in told.items()} == {
        frozenset(p): n for p, n in expected.items()
    }
    parts = [scan(first, first + 20, 5.0) for first in range(0, 80, 20)]
    assert sum(len(part[0]) for part in parts) == (score >= 5).sum()
