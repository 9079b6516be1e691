"""Drafts on a page: each fact with the row it is from, names hidden where they are to be."""

import re

import pandas as pd

import netgraph as ng
from netgraph_dashboard import draft_panel
from netgraph_dashboard.session import Session


def acquainted():
    people = pd.DataFrame(
        {
            "name": ["You", "Ann Example", "Bo Muster"],
            "given_name": ["You", "Ann", "Bo"],
            "is_ego": [True, False, False],
        },
        index=["ego", "ann", "bo"],
    )
    ties = pd.DataFrame({"source": "ego", "target": ["ann", "bo"], "kind": "contact"})
    known = pd.DataFrame(
        {"introducer": ["ann"], "introduced": ["ego"], "introduced_to": ["bo"], "date": "2024-04"}
    )
    return ng.Contacts(people=people, ties=ties, introductions=known)


def text_of(panel):
    return str(panel.to_plotly_json())


def test_facts_are_cited_by_who_and_when():
    contacts = acquainted()
    draft = ng.draft(contacts, "ann", "introduction")
    told = {f.fact: draft_panel.cite(contacts, f) for f in draft.facts.itertuples()}
    assert told["they_introduced"] == (
        "Bo Muster: introduction of Ann Example, you and Bo Muster, 2024-04"
    )
    assert told["given_name"] == "Ann: contact of Ann Example"


def test_the_panel_holds_the_text_and_a_button_that_copies_it():
    panel = draft_panel.panel(Session(acquainted()), "ann", "introduction", name="x")
    shown = text_of(panel)
    assert "In April 2024 you introduced me to Bo Muster" in shown
    assert "target_id='x'" in shown


def test_hidden_names_are_not_in_a_draft():
    session = Session(acquainted())
    session.hide_names(hidden=True)
    shown = text_of(draft_panel.panel(session, "ann", "introduction", name="x"))
    assert not re.search("Ann|Bo|Muster|Example", shown)
