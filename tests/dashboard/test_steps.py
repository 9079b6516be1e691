"""The three next steps."""

from netgraph_dashboard import steps
from netgraph_dashboard.session import Session

from .conftest import contacts_of


def test_three_steps_lead_to_three_pages(session):
    assert [address for *_, address in steps.next_steps(session)] == ["/gaps", "/brokers", "/data"]


def test_the_greatest_gap_is_named():
    people = {f"p{n}": "SOFT" for n in range(200)}
    title, reason, _ = steps.next_steps(Session(contacts_of(people)))[0]
    assert title.startswith("Meet somebody in ")
    assert "0 people" in reason


def test_the_top_broker_is_named(session):
    title, *_ = steps.next_steps(session)[1]
    assert title in {"Keep in touch with Ada", "Keep in touch with Bea"}


def test_few_classified_contacts_give_no_gap(session):
    assert steps.next_steps(session)[0][0] == "Learn where your gaps are"


def test_a_star_is_told_what_would_show_who_knows_whom(star_session):
    assert "introductions" in steps.next_steps(star_session)[2][1]
