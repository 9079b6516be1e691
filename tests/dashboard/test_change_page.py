"""The page of change: growth, who came and went, freshness, and whom to write to."""

import pytest
from dash import dcc, html

import netgraph as ng
from netgraph_dashboard import occasions, over_time
from netgraph_dashboard.pages import change
from netgraph_dashboard.session import Session

from .conftest import every, texts

HEADER = "First Name,Last Name,URL,Company,Position,Connected On\n"
ROW = "{0},Roth,https://www.linkedin.com/in/{1},{2},{3},0{4} Mar 2021\n"
EARLIER = [
    ("Ada", "ada", "Acme", "Data Engineer", 1),
    ("Bo", "bo", "Acme", "Accountant", 2),
    ("Cy", "cy", "Beta", "Nurse", 3),
]
LATER = [
    ("Ada", "ada", "Acme", "Senior Data Engineer", 1),
    ("Bo", "bo", "Elm Court", "Corporate Lawyer", 2),
    ("Dee", "dee", "Beta", "Nurse", 4),
]


def export(day, rows):
    content = HEADER + "".join(ROW.format(*row) for row in rows)
    return (f"Connections {day}.csv", content.encode())


@pytest.fixture
def once():
    workspace = ng.Workspace(":memory:")
    workspace.add(export("2024-01-01", EARLIER))
    return Session(workspace)


@pytest.fixture
def twice(once):
    once.add([export("2026-01-01", LATER)])
    return once


def test_one_export_says_what_a_second_would_tell_and_asks_nobody_to_write(once):
    said = texts(change.told(once))
    assert "Who came, left and changed job is not known from these files" in said
    assert "An earlier or a later export" in said
    assert "Occasions" not in said
    assert "Of 3 people it is known since when you know them" in change.sentence(once)


def test_two_exports_tell_who_came_left_and_changed_job(twice):
    assert "Since January 2024 1 joined, 1 left and 2 changed job." in change.sentence(twice)
    said = texts(change.told(twice))
    # of three one left within two years: 1 - sqrt(2/3) = 18.3 % a year
    assert "1: 18.3 % of contacts a year" in said
    assert "What changed" in said


def test_an_occasion_is_told_with_why_and_words(twice):
    said = texts(change.told(twice))
    assert "Data Engineer, Acme → Senior Data Engineer, Acme" in said
    assert "promotion" in said
    assert "Moved from Acme to Elm Court; went from Finance, accounting and insurance" in said
    drafts = [part.value for part in every(change.told(twice), dcc.Textarea)]
    assert any("I saw that you went from Acme to Elm Court" in draft for draft in drafts)


def test_what_is_done_rests_and_can_be_taken_back(twice):
    assert sorted(occasions.find(twice)["person_id"]) == ["in/ada", "in/bo"]
    said = occasions.settle(twice, occasions.DONE, twice.address("in/bo"))
    assert said == "Bo Roth: done until their next change."
    assert occasions.find(twice)["person_id"].tolist() == ["in/ada"]
    assert "Undo" in texts(change.told(twice))
    twice.undo()
    assert len(occasions.find(twice)) == 2


def test_who_is_not_there_any_more_is_told(twice):
    assert "not in your network" in occasions.settle(twice, occasions.SKIP, "in/nobody")


def test_hidden_names_stand_nowhere(twice):
    twice.hide_names(hidden=True)
    said = texts(change.told(twice))
    for private in ("Ada", "Roth", "in/ada", "in/bo"):
        assert private not in said
    assert "Person" in said


@pytest.mark.parametrize("by", over_time.CHOICES)
def test_growth_can_be_counted_each_way(twice, by):
    charts = [part.id for part in every(change.shown(twice, by), dcc.Graph)]
    assert charts == ([] if by == over_time.TOGETHER else [over_time.TIMED]) + [over_time.GROWN]


def test_connections_alone_tell_no_freshness_and_say_so(twice):
    said = texts(over_time.freshness(twice, over_time.FIELDS))
    assert "not known from these files" in said
    assert "messages.csv" in said


def test_nobody_is_no_error():
    said = texts(change.layout(Session(None)))
    assert "Nobody is known yet" in said


def test_contacts_that_were_given_are_shown_without_buttons(twice):
    session = Session(twice.contacts)
    assert isinstance(change.layout(session), html.Div)
    assert not every(change.told(session), html.Button)
