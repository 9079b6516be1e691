"""Who they are to me: what the view lists, offers and keeps."""

import dash_mantine_components as dmc
import pandas as pd
import pytest
from dash import dcc, html

import netgraph as ng
from netgraph_dashboard.care import relations
from netgraph_dashboard.session import Session

from .conftest import every, texts
from .exports import CONNECTIONS

UMA = "in/uma-roth"


@pytest.fixture
def session():
    workspace = ng.Workspace(":memory:")
    workspace.add(CONNECTIONS)
    workspace.relate(UMA, "mentor")
    workspace.tag(UMA, "Ada's friends")
    return Session(workspace)


def row_of(session, relation):
    table = relations.rows(session, relation)
    assert len(table) == 1
    return table.iloc[0].to_dict()


def test_each_relation_is_counted_and_can_be_looked_at_alone(session):
    assert "1 Mentor" in texts(relations.counted(session))
    assert row_of(session, "mentor")["how"] == "your own word"
    assert relations.rows(session, "client").empty
    found = ng.find_relations(session.contacts)
    assert len(relations.rows(session, relations.EVERY)) == len(found)
    offered = [each["value"] for each in relations.choose_relation(found).data]
    assert offered[0] == relations.EVERY
    assert "mentor" in offered
    assert "client" not in offered


def test_who_may_still_be_a_colleague_is_counted_apart():
    found = pd.DataFrame({"relation": ["colleague"] * 3 + ["friend"], "person_id": list("abcd")})
    found["present"] = pd.array([True, False, None, None], dtype="boolean")
    people = {
        code: "".join(relations.chosen(found, code)["person_id"]) for code in relations.names(found)
    }
    assert people == {"colleague": "a", "former": "b", "unsure": "c", "friend": "d"}


def test_your_word_is_kept_and_counts_at_once(session):
    row = row_of(session, "mentor")
    said = relations.keep(session, row, "client", relations.IS)
    assert said.startswith("Kept: client")
    assert "1 Client" in texts(relations.counted(session))
    relations.keep(session, row, "mentor", relations.IS_NOT)
    assert "Mentor" not in texts(relations.counted(session))
    relations.keep(session, row, "client", relations.LEAVE)
    assert "Client" not in texts(relations.counted(session))
    assert relations.keep(session, None, "client", relations.IS) is None


def test_your_word_is_seen_at_once_in_the_chart_and_among_the_settings(session):
    def seen():
        _, _, drawn, settings = relations.shown_anew(session, relations.EVERY, "state")
        figure = next(iter(every(drawn, dcc.Graph))).figure
        mentors = next(row["people"] for row in settings if "mentors" in row["part"])
        return {name for bar in figure.data for name in bar.y}, mentors

    relations.layout(session)  # as it was opened
    assert seen() == ({"Friend", "Mentor", "Not told"}, 1)
    relations.keep(session, row_of(session, "mentor"), "mentor", relations.IS_NOT)
    names, mentors = seen()
    assert "Mentor" not in names
    assert mentors != 1


def test_the_panel_begins_with_what_was_chosen(session):
    shown = html.Div(relations.panel(session, row_of(session, "mentor")))
    assert next(iter(every(shown, dmc.Select))).value == "mentor"
    assert relations.panel(session, None) == []


def test_contacts_that_were_given_are_not_corrected(two_circles):
    session = Session(two_circles)
    address = {"address": "ada", "said": "colleague"}
    assert relations.panel(session, address) == []


def test_labels_are_not_shown_where_names_are_hidden(session):
    shown = relations.rows(session, relations.EVERY)["evidence"]
    assert shown.str.contains("Ada").any()
    session.hide_names(hidden=True)
    hidden = relations.rows(session, relations.EVERY)
    assert not hidden["evidence"].str.contains("Ada").any()
    assert hidden["evidence"].str.contains("a label").any()
    assert not hidden.index.str.contains("uma").any()


def test_what_cannot_be_told_is_said_with_the_export_that_would(session):
    told = texts(relations.not_told(ng.find_relations(session.contacts)))
    assert "Education.csv" in told
    assert "Mentor" not in told
