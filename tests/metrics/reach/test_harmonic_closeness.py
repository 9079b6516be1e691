"""Harmonic closeness."""

import networkx as nx
import pytest

from netgraph.metrics.reach.harmonic_closeness import harmonic_closeness


def test_a_path_by_hand():
    # 0-1-2-3: from 0 it is (1 + 1/2 + 1/3) / 3 = 11/18, from 1 it is (1 + 1 + 1/2) / 3 = 5/6
    assert harmonic_closeness(nx.path_graph(4)).to_numpy() == pytest.approx(
        [11 / 18, 5 / 6, 5 / 6, 11 / 18]
    )


def test_who_is_out_of_reach_adds_nothing():
    # two pairs: each knows one of three others
    assert harmonic_closeness(nx.Graph([(0, 1), (2, 3)])).to_numpy() == pytest.approx(1 / 3)


def test_agrees_with_networkx_but_for_the_number_of_others():
    graph = nx.disjoint_union(nx.les_miserables_graph(), nx.path_graph(5))
    expected = nx.harmonic_centrality(graph)
    found = harmonic_closeness(graph) * (len(graph) - 1)
    assert found.to_dict() == pytest.approx(expected)


def test_one_in_a_clique_and_undefined_alone():
    assert (harmonic_closeness(nx.complete_graph(4)) == 1).all()
    assert harmonic_closeness(nx.empty_graph(1)).isna().all()
    assert harmonic_closeness(nx.empty_graph(2)).tolist() == [0, 0]
