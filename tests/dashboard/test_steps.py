"""The three next steps."""

import pandas as pd

import netgraph as ng
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


def test_who_waits_for_a_word_comes_first(two_circles):
    met = pd.DataFrame(
        {"source": ["ego"], "target": ["bob"], "kind": ["contact"], "since": ["2026-01-10"]}
    ).assign(since=lambda rows: pd.to_datetime(rows["since"]))
    talk = pd.DataFrame(
        {"source": ["ego"], "target": ["ann"], "kind": ["message"], "at": ["2026-02-01"]}
    ).assign(at=lambda rows: pd.to_datetime(rows["at"]))
    ties = pd.concat([two_circles.ties, met], ignore_index=True)
    contacts = ng.Contacts(people=two_circles.people, ties=ties, interactions=talk)
    found = steps.next_steps(Session(contacts))
    assert [address for *_, address in found] == ["/care?view=due", "/gaps", "/brokers"]
    title, reason, _ = found[0]
    assert "Bob" in title
    assert "neither of you has written yet" in reason
    assert "for a word" not in reason  # nobody else waits
