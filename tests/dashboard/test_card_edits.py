"""What one writes on a person's card."""

import pytest

import netgraph as ng
from netgraph_dashboard import card_edits, person_card
from netgraph_dashboard.pages import people
from netgraph_dashboard.session import Session

from .conftest import texts
from .exports import CONNECTIONS

UMA = "in/uma-roth"


@pytest.fixture
def session():
    workspace = ng.Workspace(":memory:")
    workspace.add(CONNECTIONS)
    return Session(workspace)


def test_a_note_is_kept_and_taken_away(session):
    assert card_edits.write_down(session, UMA, card_edits.KEEP_NOTE, " met in Delft ", "")
    assert card_edits.note_of(session, UMA) == "met in Delft"
    assert card_edits.note_of(session, "in/vic-sand") == ""
    card_edits.write_down(session, UMA, card_edits.KEEP_NOTE, "", "")
    assert card_edits.note_of(session, UMA) == ""


def test_tags_are_given_and_taken(session):
    card_edits.write_down(session, UMA, card_edits.ADD_TAG, "", "fair 2026")
    card_edits.write_down(session, UMA, card_edits.TAG, "", "law")
    assert card_edits.tags_of(session, UMA) == ["fair 2026", "law"]
    assert "fair 2026" in texts(person_card.build(session, UMA))
    card_edits.write_down(session, UMA, {"type": card_edits.UNTAG, "tag": "law"}, "", "")
    assert card_edits.tags_of(session, UMA) == ["fair 2026"]


def test_tags_stand_on_the_page_people_unless_names_are_hidden(session):
    session.kept.tag(UMA, "fair 2026")
    session.kept.tag(UMA, "law")
    assert people.rows(session).loc[UMA, "tags"] == "fair 2026, law"
    assert "Tags" in [column["headerName"] for column in people.columns(session)]
    session.hide_names(hidden=True)
    assert "tags" not in people.rows(session)
    assert "Tags" not in [column["headerName"] for column in people.columns(session)]


def test_an_empty_tag_is_none(session):
    assert card_edits.write_down(session, UMA, card_edits.ADD_TAG, "", "") is None
    assert session.kept.tables.tags.empty


def test_a_field_of_your_own_shows_on_the_card(session):
    session.kept.override(UMA, "MEDA", "X")
    card = texts(person_card.build(session, UMA))
    assert ng.DOMAINS["MEDA"] in card
    assert ng.SENIORITY["X"] in card


def test_notes_are_hidden_with_the_names(session):
    session.kept.note(UMA, "brother of Bob")
    session.kept.tag(UMA, "bobs")
    session.hide_names(hidden=True)
    card = person_card.build(session, UMA)
    assert "Bob" not in str(card.to_plotly_json())
    assert "bobs" not in str(card.to_plotly_json())
    assert "hidden with the names" in texts(card)


def test_contacts_that_were_given_are_not_written_on(two_circles):
    card = texts(person_card.build(Session(two_circles), "ada"))
    assert "Your note" not in card
    assert "Forget" not in card
