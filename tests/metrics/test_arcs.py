"""A directed network is read alike from a networkx graph and from a table of ties."""

import networkx as nx
import pandas as pd
import pytest

import netgraph as ng
from netgraph.metrics._arcs import read_arcs

TIES = pd.DataFrame({"source": list("aabbcdd"), "target": list("bcadabd")})  # d to itself


def of_table():
    return ng.Adjacency.from_table(TIES, directed=True)


def of_graph():
    return nx.from_pandas_edgelist(TIES, create_using=nx.DiGraph)


@pytest.mark.parametrize("graph", [of_table(), of_graph()], ids=["table", "networkx"])
def test_ties_keep_their_direction(graph):
    arcs = read_arcs(graph)
    assert arcs.directed
    # a->b, a->c, b->a, b->d, c->a, d->b; d->d does not count
    assert arcs.matrix.toarray().tolist() == [
        [0, 1, 1, 0],
        [1, 0, 0, 1],
        [1, 0, 0, 0],
        [0, 1, 0, 0],
    ]
    assert arcs.adjacency.degrees.tolist() == [2, 2, 1, 1]


def test_a_measure_of_directed_ties_is_the_same_of_both():
    both = [ng.metrics.ego_betweenness(graph) for graph in (of_table(), of_graph())]
    pd.testing.assert_series_equal(*both, check_index_type=False)
    assert ng.metrics.density(of_table()) == pytest.approx(6 / 12)
