"""Paths and visibility, drawn."""

import pandas as pd

import netgraph as ng


def peers(*rows, mine="DATA P > DATA S"):
    table = pd.DataFrame(rows, columns=["name", "path", "step"])
    table["steps"] = table["path"].str.count(">") + 1
    table.attrs["path"] = mine
    return table


def test_paths_stand_below_each_other_where_they_stood_as_you_do():
    figure = ng.plot_career_paths(
        peers(("Ann", "DATA P > DATA S > DATA M", 1), ("Bo", "DATA S", 0))
    )
    ann, you = figure.data  # of Bo only the present post is known
    assert list(ann.x) == [-1, 0, 1]
    assert list(you.x) == [-1, 0]
    assert (ann.name, you.name) == ("Ann", "You")
    assert list(you.y) == [1, 2]  # professional, senior
    assert you.line.width > ann.line.width
    assert list(figure.layout.xaxis.ticktext) == ["1 before", "where you stand", "next"]


def test_where_no_path_is_known_it_is_said():
    for told in (peers(("Bo", "DATA S", 0)), peers(mine="")):
        figure = ng.plot_career_paths(told)
        assert "No former post" in figure.layout.annotations[0].text


def test_who_sees_you_is_counted_by_level_step_and_grade():
    seen = pd.DataFrame(
        {
            "seniority": ["X", "X", None, "P"],
            "hops": [1, 1, 1, 2],
            "grade": ["A", "A", "B", "C"],
        }
    )
    figure = ng.plot_visibility(seen)
    bars = {bar.name: dict(zip(bar.y, bar.x, strict=True)) for bar in figure.data}
    assert bars["addressed you"]["Executive or owner"] == 2
    assert bars["tied to you, no word"]["Level not known"] == 1
    assert bars["a step away, less sure"]["Professional"] == 1
    assert sum(sum(bar.values()) for bar in bars.values()) == 4


def test_nobody_in_reach_is_said():
    figure = ng.plot_visibility(ng.visibility(ng.Contacts()))
    assert "Nobody is known" in figure.layout.annotations[0].text
