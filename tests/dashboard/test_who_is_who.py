"""The pairs that wait for a decision."""

import pytest

import netgraph as ng
from netgraph_dashboard import who_is_who
from netgraph_dashboard.session import Session

from .exports import CONNECTIONS, GOOGLE

UMAS = ("in/uma-roth", "mail/uma.roth@other.example")
VICS = ("in/vic-sand", "mail/vicsand@home.example")


@pytest.fixture
def session():
    workspace = ng.Workspace(":memory:")
    workspace.add(CONNECTIONS, GOOGLE)
    return Session(workspace)


def waiting(session):
    rows = who_is_who.to_review(session)
    return list(zip(rows["person_id"], rows["other_id"], strict=True))


def test_the_surest_comes_first(session):
    assert waiting(session) == [VICS, UMAS]


@pytest.mark.parametrize("verdict", ["merge", "apart"])
def test_who_was_decided_on_waits_no_more(session, verdict):
    before = session.kept.latest
    session.kept.decide(*reversed(VICS), verdict)  # whichever of the two is named first
    assert waiting(session) == [UMAS]
    assert session.kept.latest is before  # and nothing had to be worked out for it
    assert session.contacts is not before
    assert waiting(session) == [UMAS]


def test_a_decision_taken_back_waits_again(session):
    session.kept.decide(*VICS, "apart")
    _ = session.contacts
    session.undo()
    assert waiting(session) == [VICS, UMAS]


def test_later_is_after_all_others(session):
    who_is_who.put_off(session, *VICS)
    assert waiting(session) == [UMAS, VICS]
    who_is_who.put_off(session, *UMAS)
    assert waiting(session) == [VICS, UMAS]


def test_what_was_joined_without_asking_is_listed(session):
    assert who_is_who.merged(session)["merged_id"].tolist() == ["mail/xia@corvi.example"]
    session.kept.decide("in/xia-underhill", "mail/xia@corvi.example", "apart")
    assert who_is_who.merged(session).empty
    assert list(session.contacts.people["name"]).count("Xia Underhill") == 2


def test_what_you_joined_is_not_said_to_be_joined_without_asking(session):
    session.kept.decide(*UMAS, "merge")
    assert "Uma Roth" in set(session.contacts.people["name"])
    assert who_is_who.merged(session)["person_id"].tolist() == ["in/xia-underhill"]


def test_nobody_waits_where_nobody_is(nobody):
    assert waiting(nobody) == []
    assert who_is_who.merged(nobody).empty
