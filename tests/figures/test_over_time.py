"""Growth by groups, and the network with a slider for the time."""

import json

import pandas as pd
import pytest

import netgraph as ng
from netgraph.figures.over_time import MOST_GROUPS, MOST_PERIODS, MOST_TIES


def grown(groups, periods, *, overlap=False):
    """A table in which each group grows by one a period, the first the largest."""
    rows = [
        {"period": str(2000 + p), "group": f"g{g}", "name": f"Group {g}", "people": 1,
         "people_total": p + 1 + groups - g}
        for p in range(periods)
        for g in range(groups)
    ]  # fmt: skip
    table = pd.DataFrame(rows)
    table.attrs["overlap"] = overlap
    return table


def test_each_period_is_a_frame_with_the_people_known_by_then():
    figure = ng.plot_over_time(grown(3, 4))
    assert [frame.name for frame in figure.frames] == ["2000", "2001", "2002", "2003"]
    first, last = figure.frames[0].data[-1], figure.frames[-1].data[-1]
    assert list(first.text[1:]) == ["Group 0<br>4 (+1)", "Group 1<br>3 (+1)", "Group 2<br>2 (+1)"]
    assert last.text[1] == "Group 0<br>7 (+1)"
    assert last.marker.size[1] > first.marker.size[1]
    assert figure.layout.sliders[0].active == 3
    assert figure.data[-1].text == last.text


def test_a_long_name_is_written_by_its_beginning_and_told_in_full():
    table = grown(2, 1).replace(
        {"Group 0": "Hospitality, retail and services", "Group 1": "Sales and others"}
    )
    shown = ng.plot_over_time(table).data[-1]
    assert [text.split("<br>")[0] for text in shown.text[1:]] == ["Hospitality", "Sales and others"]
    assert shown.hovertext[1].startswith("Hospitality, retail and services: ")


def test_ties_between_groups_are_lines_up_to_the_period():
    ties = pd.DataFrame(
        {
            "period": ["2000", "2002", "2001"],
            "one": ["g0", "g0", "g1"],
            "other": ["g1", "g1", "g1"],
            "ties": [1, 5, 9],
            "ties_total": [1, 6, 9],
        }
    )
    figure = ng.plot_over_time(grown(3, 3), ties)
    drawn = [[len(trace.x) for trace in frame.data[:-1]] for frame in figure.frames]
    # one tie is the thinnest of three widths, six of six the thickest; those within a group none
    assert drawn == [[3, 0, 0], [3, 0, 0], [0, 0, 3]]


def test_it_stays_small_however_much_there_is():
    table = grown(80, 120)
    pairs = [(f"g{a}", f"g{b}") for a in range(26) for b in range(a + 1, 26)]
    ties = pd.DataFrame(pairs, columns=["one", "other"]).assign(
        period="2000", ties=3, ties_total=range(len(pairs))
    )
    figure = ng.plot_over_time(table, ties)
    assert len(figure.frames) == MOST_PERIODS
    assert figure.frames[0].name == "2000"
    assert figure.frames[-1].name == "2119"
    assert len(figure.data[-1].x) == MOST_GROUPS + 1  # and you
    assert sum(len(trace.x) for trace in figure.data[:-1]) == 3 * MOST_TIES
    assert len(figure.to_json()) < 600_000
    # what came in the periods between two frames is told with the later one
    assert sum(int(f.data[-1].text[1].split("+")[1][:-1]) for f in figure.frames) == 120


def test_it_needs_no_script_of_others():
    text = json.dumps(json.loads(ng.plot_over_time(grown(2, 2)).to_json()))
    assert "http" not in text


def test_nothing_is_said_in_words():
    for figure in (ng.plot_over_time(grown(1, 1).head(0)), ng.plot_growth(grown(1, 1).head(0))):
        assert "No contact has a date" in figure.layout.annotations[0].text


@pytest.mark.parametrize(("overlap", "lines"), [(False, 9), (True, 8)])
def test_growth_is_drawn_by_group_the_small_ones_together(overlap, lines):
    figure = ng.plot_growth(grown(12, 5, overlap=overlap))
    assert len(figure.data) == lines
    assert figure.data[0].name == "Group 0"
    stacked = [trace.stackgroup for trace in figure.data]
    assert stacked == [None if overlap else "people"] * lines
    total = sum(trace.y[-1] for trace in figure.data)
    everybody = grown(12, 5).query("period == '2004'")["people_total"].sum()
    assert (total == everybody) is not overlap  # nobody is lost in areas
