"""Degree."""

import networkx as nx

from netgraph.metrics.reach.degree import degree


def test_the_paw_by_hand(paw):
    assert degree(paw).to_dict() == {"you": 3, "ann": 2, "bo": 2, "cy": 1}


def test_each_contact_counts_once_and_nobody_is_their_own():
    graph = nx.MultiGraph([("ann", "bo"), ("ann", "bo"), ("ann", "ann")])
    graph.add_node("cy")
    assert degree(graph).to_dict() == {"ann": 1, "bo": 1, "cy": 0}
