"""`netgraph undo`: the last action first."""

import pytest


@pytest.mark.usefixtures("known")
def test_the_last_action_is_taken_back(told):
    told("note", "cyra", "x")
    assert told("undo") == "Taken back: note about Cyra Testwell.\n"
    assert told("undo").startswith("Taken back: import of 2 files")
    assert told("undo") == "There is nothing to take back.\n"
    assert told("undo", "--json") == {"undone": None}


@pytest.mark.usefixtures("known")
def test_the_journal_can_be_listed(told):
    told("tag", "cyra", "x")
    told("undo")
    tag, imported = told("undo", "--list", "--json")
    assert (tag["kind"], tag["undone"]) == ("tag", True)
    assert (imported["kind"], imported["undone"]) == ("import", False)
    assert "taken back" in told("undo", "--list")


def test_an_empty_journal(told):
    assert told("undo", "--list") == "Nothing was done yet.\n"
