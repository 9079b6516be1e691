"""The views of Career on planted truth: mentors, peers, visibility, open doors."""

from dataclasses import replace

import pandas as pd
import pytest
from dash import dcc
from dash_ag_grid import AgGrid

import netgraph as ng
from netgraph_dashboard.career import mentors, peers, sponsors, visibility
from netgraph_dashboard.session import Session

from .conftest import contacts_of, every, texts


@pytest.fixture
def growing():
    """You are a senior in software; Ada leads, Bea went on from where you stand, Cy begins."""
    known = contacts_of(dict.fromkeys(["ada", "bea", "cy"], "SOFT"))
    people = known.people.assign(
        title=["Senior Software Engineer", "VP of Software Engineering",
               "Software Engineering Manager", "Software Engineer"],
        seniority=["S", "D", "M", "P"],
    )  # fmt: skip
    posts = pd.DataFrame(
        {
            "person_id": ["bea"],
            "role": ["Senior Software Engineer"],
            "organisation": ["Elm"],
            "kind": ["employer"],
            "end": ["2020"],
        }
    )
    skills = pd.DataFrame(
        {
            "person_id": ["bea", "ego"],
            "skill": ["Budgeting", "Python"],
            "kind": "endorsement",
            "source_id": ["ego", "ada"],
        }
    )
    return Session(replace(known, people=people, affiliations=posts, skills=skills))


def rows(parts, name):
    return next(grid.rowData for grid in every(parts, AgGrid) if grid.id == name)


def test_mentors_stand_above_and_mentees_below(growing):
    shown = rows(mentors.layout(growing), mentors.GRID)
    assert [row["name"] for row in shown] == ["Bea", "Ada"]  # one level is nearer than two
    taught = rows(mentors.answer(growing, mentors.TEACH, None), mentors.GRID)
    assert [row["name"] for row in taught] == ["Cy"]


def test_where_nobody_is_above_in_a_field_it_is_said(growing):
    said = texts(mentors.answer(growing, mentors.LEARN, "LEGL"))
    assert "Law and compliance" in said
    assert not every(mentors.answer(growing, mentors.LEARN, "LEGL"), AgGrid)


def test_peers_are_drawn_and_their_skills_compared(growing):
    shown = peers.layout(growing)
    assert [graph.id for graph in every(shown, dcc.Graph)] == [peers.PATHS]
    assert rows(shown, peers.NEXT)[0]["who"] == "Bea"
    skills = rows(shown, peers.SKILLS)
    assert [row["verdict"] for row in skills] == [
        "theirs, not yours",
        "endorsed by 1 person, not on your profile",
    ]


def test_who_vouches_and_who_is_senior_is_listed(growing):
    shown = visibility.layout(growing)
    assert rows(shown, visibility.VOUCHERS)[0]["who"] == "Ada"
    assert {row["name"] for row in rows(shown, visibility.SENIOR)} == {"Ada", "Bea"}


def test_doors_are_opened_by_directors(growing):
    assert [row["name"] for row in rows(sponsors.layout(growing), sponsors.GRID)] == ["Ada"]


def test_earlier_exports_tell_of_peers():
    with ng.Workspace(":memory:") as workspace:
        workspace.add(*ng.example(earlier=True))
        workspace.add(*(path for path in ng.example() if path.suffix == ".zip"))
        found = peers.peers(Session(workspace))
    assert found["next"].notna().any()
