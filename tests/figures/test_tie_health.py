"""The health of ties as a figure: every known tie is a point, the rest are counted."""

import pandas as pd
import pytest

import netgraph as ng


def contacts(talk=()):
    names = ["ann", "bo", "cy"]
    people = pd.DataFrame(
        {"name": ["You", "Ann", "Bo", "Cy"], "is_ego": [True, False, False, False]},
        index=["ego", *names],
    )
    ties = pd.DataFrame({"source": "ego", "target": names, "kind": "contact"})
    rows = pd.DataFrame(list(talk), columns=["source", "target", "at", "kind"])
    return ng.Contacts(people=people, ties=ties, interactions=rows.astype({"at": "datetime64[s]"}))


TALK = [
    ("ego", "ann", "2026-01-01", "message"),
    ("ann", "ego", "2026-01-01", "message"),
    ("bo", "ego", "2020-01-01", "mail"),
]


def test_each_tie_with_an_exchange_is_a_point_under_its_state():
    figure = ng.plot_tie_health(ng.tie_health(contacts(TALK), now="2026-01-08"))
    points = {trace.name: [row[0] for row in trace.customdata] for trace in figure.data}
    assert points == {"active (1)": ["ann"], "one-sided (1)": ["bo"]}
    assert figure.data[0].x[0] == pytest.approx(3)  # log2(1 + 7 days)
    assert figure.data[0].y[0] == pytest.approx(1.585, abs=0.001)  # log2(1 + 2)
    assert figure.data[1].y[0] == 0  # nothing went both ways
    assert "1 more contacts" in figure.layout.annotations[0].text


def test_the_limits_are_drawn_where_the_table_has_them():
    figure = ng.plot_tie_health(ng.tie_health(contacts(TALK)))
    upright, level = figure.layout.shapes
    assert upright.x0 == pytest.approx(10.098, abs=0.001)  # log2(1 + 1095)
    assert level.y0 == pytest.approx(3.700, abs=0.001)  # log2(1 + 12)


@pytest.mark.parametrize(("given", "who"), [(contacts(), "3 contacts"), (ng.Contacts(), "anybody")])
def test_where_nothing_is_known_it_says_so(given, who):
    figure = ng.plot_tie_health(ng.tie_health(given))
    assert not figure.data
    assert who in figure.layout.annotations[0].text
    assert "not known from these files" in figure.layout.annotations[0].text
