"""Clusters on graphs whose answer is known."""

import networkx as nx
import numpy as np
import pytest

import netgraph as ng


def caveman(cliques=4, size=6):
    graph = nx.connected_caveman_graph(cliques, size)
    return nx.relabel_nodes(graph, lambda n: f"p{n:03d}")


def test_cliques_are_found_and_all_runs_agree():
    clusters = ng.find_clusters(caveman())
    groups = clusters.groupby("cluster").groups.values()
    assert sorted(sorted(g) for g in groups) == [
        [f"p{n:03d}" for n in range(k, k + 6)] for k in (0, 6, 12, 18)
    ]
    assert (clusters["core"] == 1).all()


def test_zachary_club_reaches_the_known_optimum():
    # 0.4198 is the maximum of unweighted modularity on this graph (Brandes et al. 2008)
    graph = nx.karate_club_graph()
    nx.set_edge_attributes(graph, 1.0, "weight")
    clusters = ng.find_clusters(nx.relabel_nodes(graph, str))
    assert clusters.attrs["quality"] == pytest.approx(0.4198, abs=1e-4)
    parts = [set(g) for g in clusters.groupby("cluster").groups.values()]
    plain = nx.relabel_nodes(nx.Graph(graph.edges), str)
    assert nx.community.modularity(plain, parts) == pytest.approx(0.4198, abs=1e-4)


def test_the_same_seed_gives_the_same_clusters_whatever_the_order_of_ties():
    graph = nx.relabel_nodes(nx.les_miserables_graph(), str)
    once, again = ng.find_clusters(graph, seed=3), ng.find_clusters(graph, seed=3)
    assert once.equals(again)


def test_clusters_are_numbered_from_the_largest():
    graph = nx.relabel_nodes(nx.disjoint_union(nx.complete_graph(4), nx.complete_graph(7)), str)
    assert ng.find_clusters(graph)["cluster"].tolist() == [1] * 4 + [0] * 7


def test_pairs_and_people_alone_are_in_no_cluster():
    graph = nx.Graph([("a", "b"), ("c", "d"), ("d", "e"), ("c", "e")])
    graph.add_node("f")
    clusters = ng.find_clusters(graph)
    assert clusters.loc[["a", "b", "f"], "cluster"].isna().all()
    assert clusters.loc[["a", "b", "f"], ["label", "core"]].isna().all(axis=None)
    assert clusters.loc[["c", "d", "e"], "cluster"].tolist() == [0, 0, 0]


def test_the_ego_is_in_no_cluster(office):
    assert "ego" not in ng.find_clusters(ng.build_graph(office)).index


def test_a_star_has_no_clusters(star):
    graph = ng.build_graph(star)
    clusters = ng.find_clusters(graph)
    assert clusters["cluster"].isna().all()
    assert ng.describe_clusters(graph, clusters).empty


def test_an_empty_graph_has_no_clusters():
    assert ng.find_clusters(nx.Graph()).empty


def test_core_tells_how_many_runs_agree():
    # a path of three cliques with one person tied equally to two of them
    graph = caveman(3, 6)
    graph.add_edges_from([("x", f"p{n:03d}") for n in (1, 2, 7, 8)])
    core = ng.find_clusters(graph)["core"]
    assert core.drop("x").between(0.9, 1).all()
    assert 0 < core["x"] <= 1


def test_description_counts_what_is_inside_and_what_leads_out():
    graph = nx.relabel_nodes(nx.barbell_graph(5, 0), str)
    nx.set_node_attributes(graph, {n: f"Person {n}" for n in graph}, "name")
    graph.edges["0", "1"].update(evidence="inferred", probability=0.5)
    described = ng.describe_clusters(graph, ng.find_clusters(graph))
    assert described["size"].tolist() == [5, 5]
    # of ten possible ties nine are observed, and one is there with probability 1/2
    assert described["density"].tolist() == pytest.approx([9.5 / 10, 1.0])
    assert described["observed"].tolist() == pytest.approx([9 / 9.5, 1.0])
    assert described["outward_ties"].tolist() == [1, 1]
    assert described["bridges"].tolist() == ["Person 4", "Person 5"]
    assert np.allclose(described["stability"], 1)
