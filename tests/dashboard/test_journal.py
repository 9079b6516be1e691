"""What was done, and how to take the last of it back."""

import pandas as pd
import pytest

import netgraph as ng
from netgraph_dashboard import journal
from netgraph_dashboard.session import Session

from .conftest import texts
from .exports import CONNECTIONS


@pytest.fixture
def session():
    workspace = ng.Workspace(":memory:")
    workspace.add(CONNECTIONS)
    return Session(workspace)


def test_the_button_names_what_it_takes_back(session):
    assert texts(journal.undo_button(session, "x")) == "Undo: import of Connections.csv"
    session.kept.note("in/uma-roth", "met in Delft")
    assert texts(journal.undo_button(session, "x")) == "Undo: note about Uma Roth"


def test_with_nothing_done_there_is_nothing_to_undo():
    button = journal.undo_button(Session(None), "x")
    assert button.disabled
    assert texts(button) == "Nothing to undo"


def test_where_only_one_kind_may_be_undone_another_is_not_offered(session):
    assert journal.undo_button(session, "x", "decision").disabled
    session.kept.decide("in/uma-roth", "in/vic-sand", "apart")
    assert not journal.undo_button(session, "x", "decision").disabled


def test_what_was_taken_back_stays_in_the_journal_and_is_marked(session):
    session.kept.note("in/uma-roth", "met in Delft")
    session.undo()
    said = texts(journal.folded_list(session))
    assert "note about Uma Roth undone" in said
    assert "2 actions" in said
    assert journal.last_action(session) == "import of Connections.csv"


def test_that_somebody_was_forgotten_cannot_be_undone(session):
    session.forget("in/uma-roth")
    assert journal.last_action(session) == "import of Connections.csv"


def test_hidden_names_do_not_stand_in_the_journal(session):
    session.kept.note("in/uma-roth", "met in Delft")
    session.hide_names(hidden=True)
    assert "Uma" not in texts(journal.folded_list(session))
    assert texts(journal.undo_button(session, "x")) == "Undo: a note"


def test_a_time_that_is_not_known_is_not_told():
    assert journal.minute(pd.NaT) == ""
    assert journal.day(pd.NaT) == ""
    assert journal.day(pd.Timestamp("2024-02-29 23:59")) == "2024-02-29"
