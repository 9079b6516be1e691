"""Answers that take long are kept in the file, and never believed where they are not true."""

import sqlite3
from contextlib import closing

import pandas as pd
import pytest
from pandas.testing import assert_frame_equal

import netgraph as ng
from netgraph.workspace import _answers
from workspace.exports import ADA, BOB, connections


def table():
    made = pd.DataFrame(
        {"cluster": [1, None], "label": ["Firm", None], "core": [0.5, float("nan")]},
        index=pd.Index(["in/ada-example", "in/bob-sample"], name="person_id"),
    ).astype({"cluster": "Int64", "label": "str"})
    made.attrs["quality"] = 0.25
    return made


@pytest.fixture
def filled(path):
    with ng.Workspace(path) as workspace:
        workspace.add(("Connections.csv", connections(ADA, BOB)))
    return path


@pytest.fixture
def asked(filled):
    """Ask for an answer in a new process, so to say; gives it and how often it was made."""
    made = []

    def ask(work=table):
        with ng.Workspace(filled) as workspace:
            answer = workspace.remember("clusters", lambda: made.append(1) or work())
        return answer, len(made)

    return ask


def test_an_answer_is_made_once_and_comes_back_as_it_was(asked):
    asked()
    answer, times = asked()
    assert times == 1
    assert_frame_equal(answer, table())
    assert answer.attrs == {"quality": 0.25}


CHANGES = {
    "import": lambda w: w.add(("more.csv", b"Name,Email\nCleo Test,cleo@x.org\n")),
    "decision": lambda w: w.decide(*w.contacts.people.index[-2:], "apart"),
    "field": lambda w: w.override(w.contacts.people.index[-1], domain="LEGL"),
    "contact noted": lambda w: w.log(w.contacts.people.index[-1], "met", at="2026-01-01"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_it_is_made_anew_when_what_it_follows_from_changed(asked, filled, change):
    asked()
    with ng.Workspace(filled) as workspace:
        CHANGES[change](workspace)
    assert asked()[1] == 2


def test_a_note_changes_no_answer(asked, filled):
    asked()
    with ng.Workspace(filled) as workspace:
        workspace.note(workspace.contacts.people.index[-1], "tall")
    assert asked()[1] == 1


def test_one_about_the_others_stays_while_the_same_people_are_met_again(filled):
    made = []

    def ask():
        with ng.Workspace(filled) as workspace:
            workspace.remember("clusters", lambda: made.append(1) or table(), others=True)
        return len(made)

    def log(name):
        with ng.Workspace(filled) as workspace:
            workspace.log(workspace.who(name), "met", at="2026-01-01")

    log("Ada Example")
    assert ask() == 1
    log("Ada Example")
    assert ask() == 1
    log("Bob Sample")  # somebody else: they may be new in the network
    assert ask() == 2


def test_another_netgraph_makes_its_own(asked, monkeypatch):
    asked()
    monkeypatch.setattr(_answers, "_netgraph", lambda: "another")
    assert asked()[1] == 2


@pytest.mark.parametrize("place", [0, 30, -1])
def test_a_damaged_answer_is_none(asked, filled, place):
    asked()
    with closing(sqlite3.connect(filled)) as file, file:
        content = bytearray(file.execute("SELECT content FROM answers").fetchone()[0])
        content[place] ^= 255
        file.execute("UPDATE answers SET content = ?", (bytes(content),))
    answer, times = asked()
    assert times == 2
    assert_frame_equal(answer, table())


def test_what_cannot_be_written_as_plain_cells_is_made_each_time(asked):
    odd = pd.DataFrame({"route": [("a", "b")]})
    assert asked(lambda: odd)[1] == 1
    assert asked(lambda: odd)[1] == 2


def test_whoever_is_forgotten_is_in_no_answer(asked, filled):
    asked()
    with ng.Workspace(filled) as workspace:
        workspace.forget(workspace.who("Ada Example"))
    assert b"ada-example" not in filled.read_bytes()
