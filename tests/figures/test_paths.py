"""Ways as rows of people, or the reason why there is none."""

import networkx as nx
import pytest

import netgraph as ng
from netgraph.figures._style import ACCENT


@pytest.fixture
def graph():
    graph = nx.Graph(ego="ego")
    graph.add_edge("ego", "ann", strength=0.6, evidence="observed")
    graph.add_edge("ann", "zoe", strength=0.2, evidence="inferred", probability=0.5)
    graph.add_edge("ego", "bo", strength=0.1, evidence="observed")
    graph.add_edge("bo", "zoe", strength=0.2, evidence="observed")
    graph.add_node("far", name="Far")
    return graph


def test_each_way_is_a_row_with_its_people_and_chances(graph):
    paths = ng.find_paths(graph, person="zoe")
    figure = ng.plot_paths(paths)
    people = [trace for trace in figure.data if trace.customdata is not None]
    assert [list(trace.text) for trace in people] == [list(names) for names in paths["names"]]
    assert [trace.y[0] for trace in people] == [0, -1]
    assert [row[0] for row in people[0].customdata] == list(paths["route"].iloc[0])
    ties = [trace for trace in figure.data if trace.customdata is None and trace.text]
    assert [trace.text[0] for trace in ties[:2]] == [f"{c:.0%}" for c in paths["chances"].iloc[0]]


def test_inferred_and_weakest_ties_are_marked(graph):
    paths = ng.find_paths(graph, person="zoe")
    drawn = {}
    for trace in ng.plot_paths(paths).data:
        if trace.mode == "lines":
            drawn.setdefault(trace.y[0], []).append((trace.line.dash, trace.line.color == ACCENT))
    over = {route[1]: -row for row, route in enumerate(paths["route"])}
    assert drawn[over["ann"]] == [("solid", False), ("dot", True)]
    assert drawn[over["bo"]] == [("solid", True), ("solid", False)]


def test_where_there_is_no_way_it_is_said(graph):
    figure = ng.plot_paths(ng.find_paths(graph, person="far"))
    assert [note.text for note in figure.layout.annotations] == ["No path is known to Far."]


def test_long_names_are_cut_and_stand_whole_under_the_pointer(graph):
    name = "Maximiliane von und zu Hohenwaldungen"
    graph.nodes["zoe"]["name"] = name
    figure = ng.plot_paths(ng.find_paths(graph, person="zoe", k=1))
    people = next(trace for trace in figure.data if trace.customdata is not None)
    assert people.text[-1] == "Maximiliane von und z…"
    assert name in people.hovertext[-1]


def test_the_only_tie_of_a_way_is_not_the_weakest(graph):
    (line,) = [
        t for t in ng.plot_paths(ng.find_paths(graph, person="ann", k=1)).data if t.mode == "lines"
    ]
    assert line.line.color != ACCENT
