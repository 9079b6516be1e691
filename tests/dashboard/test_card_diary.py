"""What you say of a person on their card: contacts, relations, whom not to suggest."""

import pandas as pd
import pytest
from dash import html

import netgraph as ng
from netgraph_dashboard import card_diary, person_card
from netgraph_dashboard.session import Session

from .conftest import every, texts
from .exports import CONNECTIONS

UMA = "in/uma-roth"


@pytest.fixture(scope="module")
def fresh():
    workspace = ng.Workspace(":memory:")
    workspace.add(CONNECTIONS)
    return Session(workspace)


@pytest.fixture
def session(fresh):
    """Four contacts; what a test says of them is taken back."""
    yield fresh
    fresh.hide_names(hidden=False)
    while "import" not in fresh.kept.tables.actions.query("not undone")["kind"].iloc[0]:
        fresh.undo()


def given(**more):
    names = {"kind": card_diary.KIND, "day": card_diary.DAY, "words": card_diary.WORDS}
    names |= {"relation": card_diary.RELATION, "holds": card_diary.HOLDS, "hide": card_diary.HIDE}
    told = dict.fromkeys([*names.values(), card_diary.LOG, card_diary.SAY])
    told |= {names.get(key, key): value for key, value in more.items()}
    return told | {card_diary.LOG: 1, card_diary.SAY: 1, card_diary.UNSAY: [1]}


@pytest.mark.parametrize("code", card_diary.CONTACTS)
def test_each_contact_that_is_offered_is_kept_and_told_in_words(session, code):
    told = given(kind=code, day="2024-06-01", words="boats")
    assert card_diary.do(session, UMA, card_diary.LOG, told).startswith("Noted.")
    assert f"2024-06-01   {card_diary.CONTACTS[code]}: boats" in texts(
        card_diary.noted(session, UMA)
    )


def test_a_contact_changes_why_the_person_matters_at_once(session):
    assert not any("exchanged words" in each for each in person_card.reasons(session, UMA))
    before = session.clusters
    card_diary.log(session, UMA, "met", "2024-06-01", "")
    assert "You last exchanged words in June 2024." in person_card.reasons(session, UMA)
    assert session.clusters is before
    since = session.people.loc[UMA, "since"]
    assert since == pd.Timestamp("2024-02-01")  # connected on, as the export says
    session.undo()
    assert not any("exchanged words" in each for each in person_card.reasons(session, UMA))


def test_of_many_contacts_the_latest_are_shown(session):
    for day in range(1, 8):
        card_diary.log(session, UMA, "called them", f"2024-06-0{day}", "")
    shown = texts(card_diary.noted(session, UMA))
    assert "2024-06-07" in shown
    assert "2024-06-03" not in shown
    assert "and 3 before" in shown


def test_a_day_ahead_is_refused(session):
    with pytest.raises(ng.ContactsError, match="lies ahead"):
        card_diary.log(session, UMA, "met", "2100-01-01", "")


def test_a_relation_is_said_and_left_to_the_files_again(session):
    assert card_diary.do(session, UMA, card_diary.SAY, given()).startswith("Choose")
    card_diary.do(session, UMA, card_diary.SAY, given(relation="mentor", holds=card_diary.IS))
    card_diary.do(session, UMA, card_diary.SAY, given(relation="family", holds=card_diary.IS_NOT))
    shown = card_diary.relations(session, UMA)
    assert [each.children[0] for each in shown] == ["Mentor", "not family"]
    assert session.contacts.people.loc[UMA, "relations_said"] == "mentor; not family"
    pressed = {"type": card_diary.UNSAY, "relation": "mentor"}
    assert "decide again" in card_diary.do(session, UMA, pressed, given())
    assert session.contacts.people.loc[UMA, "relations_said"] == "not family"


def test_who_is_not_to_be_suggested_is_hidden_and_comes_back(session):
    said = card_diary.do(session, UMA, card_diary.HIDE, given(hide=True))
    assert said == "Uma Roth is not suggested any more."
    assert ng.hidden_from_suggestions(session.contacts).tolist() == [UMA]
    assert card_diary.do(session, UMA, card_diary.HIDE, given(hide=True)) is None
    card_diary.do(session, UMA, card_diary.HIDE, given(hide=False))
    assert ng.hidden_from_suggestions(session.contacts).empty


def test_nothing_is_done_where_nothing_was_pressed(session):
    nothing = given() | {card_diary.LOG: None, card_diary.SAY: None, card_diary.UNSAY: [None]}
    for pressed in (card_diary.LOG, card_diary.SAY, {"type": card_diary.UNSAY, "relation": "x"}):
        assert card_diary.do(session, UMA, pressed, nothing) is None
    assert session.kept.tables.logged.empty


def test_the_last_of_it_can_be_undone_on_the_card(session):
    assert "Undo" not in texts(card_diary.area(session, UMA))
    card_diary.hide(session, UMA, hidden=True)
    assert "Undo: Uma Roth is not suggested any more" in texts(card_diary.area(session, UMA))


def test_none_of_it_shows_where_names_are_hidden(session):
    card_diary.log(session, UMA, "met", "2024-06-01", "with Bob")
    session.hide_names(hidden=True)
    card = person_card.build(session, UMA)
    assert "Bob" not in str(card.to_plotly_json())
    assert not [
        part for part in every(card, html.Div) if getattr(part, "id", "") == card_diary.AREA
    ]


def test_contacts_that_were_given_are_not_written_on(two_circles):
    assert card_diary.diary(Session(two_circles), "ada") == []
