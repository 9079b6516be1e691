"""The page that asks who is who."""

import pandas as pd
import pytest
from dash import html

import netgraph as ng
from netgraph_dashboard.pages import review
from netgraph_dashboard.session import Session

from .conftest import every, texts
from .exports import CONNECTIONS, GOOGLE

UMAS = ("in/uma-roth", "mail/uma.roth@other.example")
VICS = ("in/vic-sand", "mail/vicsand@home.example")


@pytest.fixture
def session():
    workspace = ng.Workspace(":memory:")
    workspace.add(CONNECTIONS, GOOGLE)
    return Session(workspace)


def verdicts(session):
    return session.kept.tables.decisions["verdict"].tolist()


def test_the_pair_is_shown_with_what_speaks_for_and_against_it(session):
    shown = texts(review.area(session))
    assert "2 pairs waiting" in shown
    assert "same name: Vic Sand" in shown
    assert "different companies: Bellow Farms / Dunmore Bank" in shown
    assert review.waiting(session) == 2


@pytest.mark.parametrize(("pressed", "said"), [(review.MERGE, "merge"), (review.APART, "apart")])
def test_a_button_decides_and_the_next_pair_comes(session, pressed, said):
    review.decide(session, pressed, *VICS)
    assert verdicts(session) == [said]
    shown = texts(review.area(session))
    assert "1 pair waiting" in shown
    assert "Uma Roth" in shown


def test_later_decides_nothing(session):
    review.decide(session, review.LATER, *VICS)
    assert verdicts(session) == []
    assert "2 pairs waiting" in texts(review.area(session))


def test_a_button_pressed_twice_does_not_decide_on_the_next_pair(session):
    review.decide(session, review.MERGE, *VICS)
    review.decide(session, review.MERGE, *VICS)
    assert verdicts(session) == ["merge"]


def test_with_all_decided_it_says_so(session):
    review.decide(session, review.MERGE, *VICS)
    review.decide(session, review.APART, *UMAS)
    assert "No pair is waiting" in texts(review.area(session))
    assert review.waiting(session) == 0


def test_each_button_has_keys_of_its_own(session):
    buttons = [b for b in every(review.area(session), html.Button) if hasattr(b, "data-key")]
    assert [getattr(b, "data-key") for b in buttons] == ["m", "k", "l s", "u"]


@pytest.mark.parametrize(
    ("probability", "doubts", "clear"),
    [(0.95, None, True), (0.95, "different companies: A / B (-1.0)", False), (0.6, None, False)],
)
def test_merging_is_proposed_where_it_is_likely_and_nothing_speaks_against_it(
    session, probability, doubts, clear
):
    pair = pd.Series({"probability": probability, "doubts": doubts})
    assert review.is_clear(pair) is clear
    offered = every(review.deciding(session, propose_merge=clear), html.Button)
    assert [b.id for b in offered if "main" in b.className] == [review.MERGE] * clear


def test_it_says_how_long_a_decision_is_kept(session, tmp_path):
    assert "kept in memory until netgraph ends" in texts(review.layout(session))
    with ng.Workspace(tmp_path / "network.db") as workspace:
        assert "holds for later imports" in texts(review.layout(Session(workspace)))


def test_what_was_joined_is_listed_as_it_was(session):
    row = review.merged(session)[0].rowData[0]
    assert row["name"] == "Xia Underhill"
    assert row["merged"] == "Xia Underhill, xia@corvi.example, Designer at Corvi Apps"
    assert row["sure"] == "over 99 %"


def test_hidden_names_stand_nowhere_on_the_page(session):
    session.hide_names(hidden=True)
    shown = str(review.layout(session).to_plotly_json())
    for private in ("Vic", "vic", "Xia", "xia", "Uma", "uma", "example"):
        assert private not in shown


def test_contacts_that_were_given_cannot_be_decided_on(two_circles, session):
    contacts = session.contacts
    shown = review.area(Session(contacts))
    assert not [b for b in every(shown, html.Button) if hasattr(b, "data-key")]
    assert "workspace only" in texts(shown)
    assert "No pair is waiting" in texts(review.area(Session(two_circles)))
