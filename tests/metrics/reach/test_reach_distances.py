"""People by distance."""

import networkx as nx

from netgraph.metrics.reach._distances import distance_parts


def test_a_path_and_a_stranger_by_hand():
    graph = nx.path_graph(6)
    graph.add_node("zoe")
    parts = distance_parts(graph, 1)  # 0 and 2 at one step, 3 at two, 4 at three, 5 at four
    assert parts == {"at_1": 2, "at_2": 1, "at_3": 1, "further": 1, "out_of_reach": 1}
