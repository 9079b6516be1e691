"""The views of follow-ups and dormant ties: who is listed, and what a button keeps."""

import pandas as pd
import pytest

import netgraph as ng
from netgraph_dashboard.care import dormant, due
from netgraph_dashboard.session import Session

from .conftest import texts

MESSAGES = """CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,\
DATE,SUBJECT,CONTENT,FOLDER
t1,,Annabel Leeward,https://www.linkedin.com/in/annabel,Mira Sample,\
https://www.linkedin.com/in/mira,2024-03-01 10:00:00 UTC,,Could you look at my talk?,INBOX
t2,,Mira Sample,https://www.linkedin.com/in/mira,Cyra Testwell,\
https://www.linkedin.com/in/cyra,2024-03-08 10:00:00 UTC,,Good morning,INBOX
"""
CONNECTIONS = """First Name,Last Name,URL,Email Address,Company,Position,Connected On
Annabel,Leeward,https://www.linkedin.com/in/annabel,,Acme,Nurse,05 Mar 2020
Bodo,Sampleman,https://www.linkedin.com/in/bodo,,Beta,Baker,20 Feb 2024
"""


@pytest.fixture
def waiting():
    """A session in which Annabel waits for an answer, and Bodo has just connected."""
    session = Session(ng.Workspace(":memory:"))
    profile = "First Name,Last Name,Headline\nMira,Sample,Engineer\n"
    files = {"Profile.csv": profile, "Connections.csv": CONNECTIONS, "messages.csv": MESSAGES}
    session.add([(name, text.encode()) for name, text in files.items()])
    return session


def names(session):
    return due.find(session)["name"].tolist()


def test_who_waits_stands_on_a_card_with_a_draft(waiting):
    shown = " ".join(texts(part) for part in due.layout(waiting) if part is not None)
    assert "1 letter without an answer, 1 connected without a word yet." in shown
    assert "You asked me something on 1 March 2024" in str(due.layout(waiting))
    assert "due for 4 days" in shown


def test_what_is_settled_leaves_the_view_and_undo_brings_it_back(waiting):
    waiting.kept.settle("in/annabel", due.ADVICE, "done")
    assert names(waiting) == ["Bodo Sampleman"]
    waiting.undo()
    assert names(waiting) == ["Annabel Leeward", "Bodo Sampleman"]


def test_a_promise_that_is_done_is_kept(waiting):
    waiting.kept.promise("in/bodo", "a paper", due="2024-03-01")
    assert due.find(waiting)["what"].tolist() == ["unanswered", "promise", "connected"]
    due.keep(waiting, "in/bodo")
    assert waiting.kept.tables.promises["kept_at"].notna().all()
    assert due.find(waiting)["what"].tolist() == ["unanswered", "connected"]


def test_without_messages_the_views_say_what_is_not_known(star):
    for view in (due, dormant):
        shown = " ".join(texts(p) for p in view.layout(Session(star)) if p is not None)
        assert "not known from these files" in shown
        assert "messages.csv" in shown


def test_a_dormant_tie_stands_on_a_card_and_in_the_figure():
    days = pd.date_range("2015-01-05", periods=40, freq="14D")
    people = pd.DataFrame({"name": ["You", "Ann"], "is_ego": [True, False]}, index=["ego", "ann"])
    talk = pd.DataFrame(
        {"source": ["ego", "ann"] * 20, "target": ["ann", "ego"] * 20, "at": days}
    ).assign(kind="message")
    now = pd.DataFrame(
        {"source": ["ego"], "target": ["ann"], "at": [pd.Timestamp("2024-01-01")]}
    ).assign(kind="invitation")
    events = pd.concat([talk, now], ignore_index=True)
    session = Session(ng.Contacts(people=people, interactions=events))
    shown = " ".join(texts(part) for part in dormant.layout(session) if part is not None)
    assert "One deep tie has fallen silent" in shown
    assert "silent for 7 years" in shown
    assert "novelty" in shown
    assert dormant.drawn(session) is not None
