"""Figures show what the tables say, and say in words when there is nothing to show."""

import networkx as nx
import pandas as pd
import pytest

import netgraph as ng
from netgraph.figures._style import PALETTE, VERDICTS


@pytest.fixture
def graph():
    cliques = nx.relabel_nodes(nx.connected_caveman_graph(3, 6), str)
    nx.set_node_attributes(cliques, {n: f"Person {n}" for n in cliques}, "name")
    return cliques


def texts(figure):
    return " ".join(a.text for a in figure.layout.annotations)


def test_gaps_stand_at_their_ratio_under_their_verdict():
    people = pd.DataFrame({"name": "x", "domain": ["SOFT"] * 200}, index=range(200))
    gaps = ng.find_gaps(ng.Contacts(people=people))
    figure = ng.plot_gaps(gaps)
    traces = {trace.name: trace for trace in figure.data}
    assert set(traces) == {"gap", "covered"}
    assert list(traces["covered"].y) == [ng.DOMAINS["SOFT"]]
    assert traces["covered"].x[0] == pytest.approx(gaps.loc["SOFT", "ratio"])
    assert traces["gap"].marker.symbol == VERDICTS["gap"][1]
    assert len(traces["gap"].y) == 20  # the other professional fields


def test_brokers_are_named_up_to_the_count(graph):
    brokers = ng.find_brokers(graph)
    figure = ng.plot_brokers(brokers, count=2)
    best = next(trace for trace in figure.data if trace.name == "most bridging")
    assert list(best.hovertext) == brokers["name"].head(2).tolist()
    assert sum(len(trace.x) for trace in figure.data) == len(brokers)


def test_names_that_would_cover_each_other_are_left_to_the_pointer():
    rows = pd.DataFrame(
        {
            "name": ["Ann", "Bo", "Cy"],
            "degree": [50, 50, 10],
            "betweenness": [0.5, 0.49, 0.1],
            "clusters_reached": 2,
            "rank": [1, 2, 3],
            "rank_low": 1,
            "rank_high": 3,
        },
        index=["ann", "bo", "cy"],
    )
    assert list(ng.plot_brokers(rows).data[0].text) == ["Ann", "", "Cy"]


def test_clusters_have_the_colours_of_the_map(graph):
    clusters = ng.find_clusters(graph)
    described = ng.describe_clusters(graph, clusters)
    bars = ng.plot_clusters(described).data[0]
    drawn = ng.plot_network(ng.layout_areas(graph, clusters))
    assert list(bars.x) == [6, 6, 6]
    assert set(bars.marker.color) == set(PALETTE[:3])
    assert {shape.fillcolor for shape in drawn.layout.shapes} == set(PALETTE[:3])


def test_the_map_draws_inferred_ties_apart(graph):
    nx.set_edge_attributes(graph, "observed", "evidence")
    graph.edges[next(iter(graph.edges))]["evidence"] = "inferred"
    layout = ng.layout_areas(graph, ng.find_clusters(graph))
    figure = ng.plot_network(layout, ties=nx.to_pandas_edgelist(graph))
    lines = {trace.name: trace for trace in figure.data if trace.mode == "lines"}
    assert lines["inferred ties"].line.dash == "dot"
    assert len(lines["inferred ties"].x) == 3  # two ends and a break
    assert len(lines["observed ties"].x) == 3 * (graph.number_of_edges() - 1)


def test_diversity_counts_people_by_domain_and_level(office):
    people = office.people.assign(seniority="S")
    heat = ng.plot_diversity(people).data[0]
    row = list(heat.y).index(ng.DOMAINS["ENGI"])
    assert heat.z[row][list(ng.SENIORITY).index("S")] == 2
    assert heat.z.sum() == 4  # you are not counted, and dee's field is unknown


def test_growth_rises_to_the_number_of_dated_contacts():
    ties = pd.DataFrame(
        {
            "kind": ["contact", "contact", "contact", "thread"],
            "since": pd.to_datetime(["2020-01-05", "2020-01-20", None, "2021-01-01"]),
        }
    )
    assert list(ng.plot_growth(ties).data[0].y) == [2]


def test_nothing_to_draw_is_said_in_words(star):
    graph = ng.build_graph(star, ego=False)
    clusters = ng.find_clusters(graph)
    assert "No ties among your contacts" in texts(ng.plot_brokers(ng.find_brokers(graph)))
    assert "No clusters" in texts(ng.plot_clusters(ng.describe_clusters(graph, clusters)))
    assert "known field" in texts(ng.plot_diversity(star.people))
    assert "No contact has a date" in texts(ng.plot_growth(star.ties))
    nobody = ng.Contacts()
    empty = ng.build_graph(nobody)
    assert "nobody" in texts(ng.plot_network(ng.layout_areas(empty, ng.find_clusters(empty))))
