"""The card of a person."""

from netgraph_dashboard import person_card
from netgraph_dashboard.session import Session

from .conftest import texts


def test_the_card_names_person_work_and_ties(session):
    card = texts(person_card.build(session, "ada"))
    assert "Ada" in card
    assert "Firm A" in card
    assert "4 observed ties to your other contacts" in card
    assert "thread" in card


def test_how_a_tie_is_known_is_told(office):
    card = texts(person_card.build(Session(office), "bo"))
    assert "1 observed tie to your other contacts, and 1 possible one " in card
    assert "probability 50 %" in card  # the prior for a shared employer with few people


def test_a_bridge_matters(session):
    assert any("bridge" in reason for reason in person_card.reasons(session, "ada"))


def test_the_only_one_in_a_field_matters(office):
    reasons = person_card.reasons(Session(office), "eva")
    assert any(reason.startswith("The only one you know in Health care") for reason in reasons)


def test_without_a_tie_it_says_what_would_show_one(star_session):
    card = texts(person_card.build(star_session, "ann"))
    assert "No tie to your other contacts is known" in card
    assert "introductions" in card


def test_nobody_in_focus_says_how_to_find_somebody(session):
    assert "press /" in texts(person_card.build(session, None))


def test_an_unknown_address_is_said_to_be_one(session):
    assert "Nobody" in texts(person_card.build(session, "no such person"))
