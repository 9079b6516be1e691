"""The heat map of gaps."""

import numpy as np
import pandas as pd
import pytest

import netgraph as ng


@pytest.fixture
def cells():
    people = pd.DataFrame(
        {"name": "x", "domain": ["SOFT"] * 200 + ["LEGL"] * 3 + [None] * 2},
        index=[f"p{i}" for i in range(205)],
    ).assign(seniority=["P"] * 200 + ["X"] * 3 + ["D"] * 2)
    return ng.find_gaps(ng.Contacts(people=people), by="seniority")


def cell(figure, field, group):
    heat = figure.data[0]
    row = list(heat.y).index(field)
    column = next(i for i, head in enumerate(heat.x) if head.startswith(group))
    return heat.z[row][column], heat.customdata[row][column]


def test_a_cell_has_the_colour_of_its_verdict_and_says_it(cells):
    figure = ng.plot_gap_heat(cells)
    gap, said = cell(figure, "Law and compliance", "Professional")
    covered, _ = cell(figure, "Software and IT", "Professional")
    assert (gap, covered) == (0, 3)
    assert said == "0 of 200 people, 9.5 by the baseline; 0 more of unknown field<br>gap"


def test_no_data_is_drawn_otherwise_than_nobody(cells):
    figure = ng.plot_gap_heat(cells)
    small, _ = cell(figure, "Software and IT", "Executive")
    empty, said = cell(figure, "Software and IT", "Director")
    assert (small, empty) == (4, 5)
    assert said == "no data: nobody's field is known here; 2 more of unknown field"
    numbers = [trace for trace in figure.data[1:] if trace.mode == "text"]
    heads = {head for trace in numbers for head in trace.x}
    assert {head.split("<")[0] for head in heads} == {"Professional", "Executive or owner"}


def test_numbers_are_those_of_the_table(cells):
    figure = ng.plot_gap_heat(cells)
    drawn = {
        (name, head.split("<")[0]): int(text)
        for trace in figure.data[1:]
        if trace.mode == "text"
        for head, name, text in zip(trace.x, trace.y, trace.text, strict=True)
    }
    known = cells[cells["known"] > 0].reset_index().set_index(["name", "group"])["count"]
    assert drawn == known.to_dict()


def test_the_legend_names_what_is_there(cells):
    shown = [trace.name for trace in ng.plot_gap_heat(cells).data if trace.showlegend is not False]
    assert [name for name in shown if name] == [
        "gap", "covered", "no verdict", "no data", "no such level"
    ]  # fmt: skip


def test_no_group_gives_a_sentence():
    cells = ng.find_gaps(ng.Contacts(), by="location")
    figure = ng.plot_gap_heat(cells)
    assert "No contact" in figure.layout.annotations[0].text


def test_colours_are_steps(cells):
    places = np.array([place for place, _ in ng.plot_gap_heat(cells).data[0].colorscale])
    assert (np.diff(places)[1::2] == 0).all()
