"""`netgraph review`: one key each, and every decision can be taken back."""

import os
import sys

import pytest

import netgraph as ng
from netgraph.cli import _keys
from netgraph.cli.review import Round


def decisions(path):
    with ng.Workspace(path) as workspace:
        return workspace.decisions["verdict"].tolist()


@pytest.mark.usefixtures("known")
def test_a_pair_is_shown_side_by_side_with_reasons_and_doubts(told):
    printed = told("review", typed="s\ns\n")
    assert "Pair 1 of 2, 87% likely one person" in printed
    assert "annabel@example.com" in printed
    assert "https://www.linkedin.com/in/annabel" in printed
    assert "For it:     same name: Annabel Leeward" in printed
    assert "Against it: different companies: Beta / Delta" in printed


@pytest.mark.usefixtures("known")
def test_merge_and_keep_apart(told, workspace):
    printed = told("review", typed="m\nk\n")
    assert "1 merged, 1 kept apart." in printed
    assert decisions(workspace) == ["merge", "apart"]
    people = told("people", "--json")
    assert [p["name"] for p in people].count("Annabel Leeward") == 1
    assert [p["name"] for p in people].count("Bodo Sampleman") == 2
    for printed in (told("review"), told("review", "--list")):
        assert printed.startswith("No pair is in doubt.")
        assert "in the dashboard, on the page Review." in printed


@pytest.mark.usefixtures("known")
def test_decisions_survive_an_import(told, exports):
    told("review", typed="m\nk\n")
    told("import", exports / "2024-09-01" / "Connections.csv")
    assert told("review", "--json") == []


@pytest.mark.usefixtures("known")
def test_skip_leaves_a_pair_for_another_time(told, workspace):
    assert "0 merged, 1 kept apart." in told("review", typed="s\nk\n")
    assert decisions(workspace) == ["apart"]
    assert [p["other_id"] for p in told("review", "--json")] == ["mail/annabel@example.com"]


@pytest.mark.usefixtures("known")
def test_undo_goes_back_to_the_pair(told, workspace):
    printed = told("review", typed="k\nu\nm\ns\n")
    assert printed.count("Pair 1 of 2") == 2
    assert "Taken back: Annabel Leeward and Annabel Leeward are two people." in printed
    assert "1 merged, 0 kept apart." in printed
    assert decisions(workspace) == ["merge"]


@pytest.mark.usefixtures("known")
def test_undo_takes_back_only_what_was_decided_in_this_round(told):
    assert "Nothing was decided in this round." in told("review", typed="u\nq\n")
    assert len(told("import", "--list", "--json")) == 2


@pytest.mark.parametrize("typed", ["q\n", ""])
@pytest.mark.usefixtures("known")
def test_quit_and_the_end_of_input_leave_the_rest(told, workspace, typed):
    assert "0 merged, 0 kept apart; 2 pairs left for another time." in told("review", typed=typed)
    assert decisions(workspace) == []


@pytest.mark.usefixtures("known")
def test_another_key_asks_again(told, workspace):
    printed = told("review", typed="x\n\nM\nq\n")
    assert printed.count("One of: m k s u q") == 2
    assert decisions(workspace) == ["merge"]


@pytest.mark.usefixtures("known")
def test_the_queue_can_be_listed(told):
    printed = told("review", "--list")
    assert "87%" in printed
    assert "2 pairs. To decide: netgraph review" in printed
    first, second = told("review", "--json")
    assert (first["person_id"], first["other"]) == ("in/annabel", "Annabel Leeward")
    assert first["probability"] > second["probability"]


class Notebook:
    """Stands in for a workspace: writes decisions down."""

    def __init__(self):
        self.pairs = []

    def decide(self, one, other, verdict):
        self.pairs.append((one, other, verdict))

    def undo(self):
        return str(self.pairs.pop())


def test_a_pair_that_follows_from_merges_is_not_asked(monkeypatch, capsys):
    import pandas as pd  # noqa: PLC0415 - here alone

    contacts = ng.Contacts(
        people=pd.DataFrame({"name": ["Ann"] * 4}, index=list("abcd")),
        review=pd.DataFrame(
            [("a", "b"), ("b", "c"), ("a", "c"), ("a", "d")], columns=["person_id", "other_id"]
        ),
    )
    keys = iter("mmumq")
    monkeypatch.setattr("netgraph.cli.review.read_key", lambda: next(keys))
    notebook = Notebook()
    told = Round(notebook, contacts).ask()
    # a-c follows from a-b and b-c and is not asked; b-c is asked again, since it was taken back
    assert notebook.pairs == [("a", "b", "merge"), ("b", "c", "merge")]
    shown = [line for line in capsys.readouterr().out.splitlines() if "Pair" in line]
    assert [line.split(",")[0] for line in shown] == [
        "Pair 1 of 4", "Pair 2 of 4", "Pair 4 of 4", "Pair 2 of 4", "Pair 4 of 4",
    ]  # fmt: skip
    assert "2 merged, 0 kept apart; 1 pair left" in told


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo terminal")
def test_at_a_keyboard_one_key_is_enough(monkeypatch):
    import pty  # noqa: PLC0415 - not of Windows
    import tty  # noqa: PLC0415 - not of Windows

    keyboard, terminal = pty.openpty()
    tty.setcbreak(terminal)  # else what is written before the question goes by lines
    with os.fdopen(terminal) as stdin:
        monkeypatch.setattr(sys, "stdin", stdin)
        os.write(keyboard, b"M")  # and no line's end
        assert _keys.read_key() == "m"
        os.write(keyboard, b"\x04")
        assert not _keys.read_key()
    os.close(keyboard)
