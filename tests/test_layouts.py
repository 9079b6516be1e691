"""The map: disjoint areas, people inside them, the same picture for the same seed."""

import networkx as nx
import numpy as np
import pytest

import netgraph as ng


@pytest.fixture
def laid_out():
    graph = nx.relabel_nodes(nx.connected_caveman_graph(7, 9), str)
    graph.add_nodes_from(("lone1", "lone2"), domain="LEGL")
    graph.add_node("unknown")
    clusters = ng.find_clusters(graph)
    return graph, clusters, ng.layout_areas(graph, clusters)


def test_everybody_has_a_place_inside_their_own_area(laid_out):
    _, clusters, layout = laid_out
    assert list(layout.people.index) == list(clusters.index)
    areas = layout.areas.loc[layout.people["area"]]
    away = np.hypot(
        layout.people["x"].to_numpy() - areas["x"].to_numpy(),
        layout.people["y"].to_numpy() - areas["y"].to_numpy(),
    )
    assert (away <= areas["radius"].to_numpy()).all()


def test_no_two_areas_overlap(laid_out):
    areas = laid_out[2].areas
    for i, one in areas.iterrows():
        for j, two in areas.iterrows():
            if i < j:
                apart = np.hypot(one["x"] - two["x"], one["y"] - two["y"])
                assert apart >= one["radius"] + two["radius"]


def test_areas_are_clusters_then_fields_of_work_then_the_unknown(laid_out):
    areas = laid_out[2].areas
    assert areas["kind"].tolist() == ["cluster"] * 7 + ["none", "domain"]
    assert areas["size"].tolist() == [9] * 7 + [1, 2]
    assert areas.loc[areas["kind"] == "domain", "label"].tolist() == [ng.DOMAINS["LEGL"]]


def test_people_do_not_sit_on_top_of_each_other(laid_out):
    place = laid_out[2].people[["x", "y"]].to_numpy()
    apart = np.linalg.norm(place[:, None] - place[None], axis=2) + np.eye(len(place)) * 9
    assert apart.min() > 0.1


def test_the_same_seed_gives_the_same_picture(laid_out):
    graph, clusters, layout = laid_out
    again = ng.layout_areas(graph, clusters)
    assert layout.people.equals(again.people)
    assert not layout.people.equals(ng.layout_areas(graph, clusters, seed=1).people)


def test_one_person_and_nobody():
    graph = nx.Graph()
    assert ng.layout_areas(graph, ng.find_clusters(graph)).people.empty
    graph.add_node("ann")
    layout = ng.layout_areas(graph, ng.find_clusters(graph))
    assert len(layout.people) == len(layout.areas) == 1
    assert np.isfinite(layout.people[["x", "y"]]).all(axis=None)


def test_small_clusters_beyond_a_hundred_stand_with_their_field_of_work():
    graph = nx.Graph()
    for k in range(103):
        graph.add_edges_from([(f"a{k}", f"b{k}"), (f"b{k}", f"c{k}"), (f"a{k}", f"c{k}")])
    nx.set_node_attributes(graph, "DATA", "domain")
    clusters = ng.find_clusters(graph)
    layout = ng.layout_areas(graph, clusters)
    assert clusters["cluster"].nunique() == 103
    assert layout.areas["kind"].value_counts().to_dict() == {"cluster": 100, "domain": 1}
    assert layout.areas.loc[layout.areas["kind"] == "domain", "size"].item() == 9
    assert len(layout.people) == 309
