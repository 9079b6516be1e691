"""Figures of plans and of changes show what the tables say."""

import networkx as nx
import pandas as pd
import pytest

import netgraph as ng


def texts(figure):
    return " ".join(a.text for a in figure.layout.annotations)


@pytest.fixture
def plan():
    rows = [
        ("ann", "Ann Lee", "gap", "knows a lawyer", "Ask Ann Lee", 25.0, 0.3, 0.6, 0.9),
        ("bo", "Bo Sun", "dormant", "was close", "Take up with Bo Sun", 20.0, 0.1, 0.5, 1.0),
    ]
    columns = ["person_id", "name", "kind", "why", "what_to_do", "minutes", "gain", "chance"]
    return pd.DataFrame(rows, columns=[*columns, "kept"]).assign(changes="Law 0% -> 60%")


def test_each_act_has_a_bar_of_its_kind(plan):
    figure = ng.plot_plan(plan)
    assert [list(bar.x) for bar in figure.data] == [[0.3], [0.1]]
    assert [list(bar.y) for bar in figure.data] == [[0], [1]]
    assert len({bar.name for bar in figure.data}) == 2
    assert figure.data[0].text == ("kept in 90%",)
    assert figure.data[0].customdata[0][0] == "ann"
    assert list(figure.layout.yaxis.ticktext) == ["Ann Lee, 25 min", "Bo Sun, 20 min"]


def test_an_empty_plan_says_why(star):
    said = texts(ng.plot_plan(ng.plan_contacts(star))).replace("<br>", " ")
    assert "tells of nothing lacking" in said


def test_a_change_is_a_share_of_what_was_before():
    graph = nx.Graph([("you", "ann"), ("you", "bo"), ("ann", "cy")], ego="you")
    changes = ng.what_if(graph, remove=["ann"])
    bars = ng.plot_what_if(changes).data[0]
    place = list(changes.index[changes["before"].notna() | changes["reason"].notna()])
    assert bars.x[place.index("reach")] == pytest.approx(-2 / 3)  # 3 people, then 1
    labels = ng.plot_what_if(changes).layout.yaxis.ticktext
    assert labels[place.index("reach")] == "people within two steps: 3 > 1"


def test_measures_that_are_withheld_are_named(star):
    changes = ng.what_if(ng.build_graph(star), remove=["ann"])
    assert "constraint: withheld" in ng.plot_what_if(changes).layout.yaxis.ticktext


def test_nothing_changed_is_said_in_words(star):
    assert "nothing changes" in texts(ng.plot_what_if(ng.what_if(ng.build_graph(star))))
