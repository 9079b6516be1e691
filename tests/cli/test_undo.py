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


@pytest.mark.usefixtures("known")
def test_what_was_done_before_somebody_was_forgotten_is_not_taken_back_unasked(run, told):
    told("forget", "cyra", "--yes")
    status, printed, errors = run("undo")
    assert (status, printed) == (2, "")
    assert "the last action cannot be taken back" in errors
    assert "before it is: import of 2 files" in errors
    assert "netgraph undo --yes" in errors
    assert len(told("people", "--json")) == 4
    assert told("undo", "--yes").startswith("Taken back: import of 2 files")


@pytest.mark.usefixtures("known")
def test_at_a_terminal_it_is_asked_for_behind_somebody_forgotten(run, told):
    told("forget", "cyra", "--yes")
    status, _, errors = run("undo", typed="n\n", terminal=True)
    assert status == 2
    assert "The last action cannot be taken back" in errors
    assert len(told("import", "--list", "--json")) == 2
    assert "Taken back: import" in told("undo", typed="y\n", terminal=True)


@pytest.mark.usefixtures("known")
def test_a_forgotten_person_with_something_done_since(told):
    told("forget", "cyra", "--yes")
    told("tag", "bodo@example.org", "x")
    assert told("undo").startswith("Taken back: x given")


@pytest.mark.usefixtures("known")
def test_at_a_terminal_an_import_is_taken_back_after_a_yes(run, told):
    status, _, errors = run("undo", typed="\n", terminal=True)
    assert status == 2
    assert "This will be taken back: import of 2 files" in errors
    assert len(told("import", "--list", "--json")) == 2
    assert "Taken back: import" in told("undo", typed="yes\n", terminal=True)


@pytest.mark.usefixtures("known")
def test_at_a_terminal_yes_can_be_given_and_a_tag_needs_none(told):
    told("tag", "cyra", "x")
    assert told("undo", terminal=True).startswith("Taken back: x given")
    assert told("undo", "--yes", terminal=True).startswith("Taken back: import")
