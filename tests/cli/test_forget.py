"""`netgraph forget` and `netgraph delete-all`: they ask, and then it is gone."""

import pytest


@pytest.mark.parametrize("typed", ["yes\n", "y\n", "Y"])
@pytest.mark.usefixtures("known")
def test_a_person_is_forgotten_after_a_yes(told, workspace, typed):
    told("forget", "cyra", typed=typed)
    assert told("people", "--find", "cyra", "--json") == []
    assert b"Testwell" not in workspace.read_bytes()


@pytest.mark.usefixtures("known")
def test_yes_can_be_given_beforehand(told, exports):
    told("forget", "cyra", "--yes")
    told("import", exports / "2024-09-01" / "Connections.csv")
    assert told("people", "--find", "cyra", "--json") == []  # not even with the next import


@pytest.mark.parametrize("typed", ["no\n", "\n", ""])
@pytest.mark.usefixtures("known")
def test_without_a_yes_nothing_happens(run, told, typed):
    status, _, errors = run("forget", "cyra", typed=typed)
    assert status == 2
    assert "Cyra Testwell (Judge, Gamma) will be deleted" in errors
    assert "\nType y or yes to go on: \nnetgraph: nothing was changed" in errors
    assert len(told("people", "--find", "cyra", "--json")) == 1


@pytest.mark.usefixtures("known")
def test_everything_is_deleted_after_the_word(told, workspace):
    told("delete-all", typed="delete\n")
    assert not list(workspace.parent.iterdir())


@pytest.mark.usefixtures("known")
def test_the_word_is_not_yes(run, workspace):
    status, _, errors = run("delete-all", typed="yes\n")
    assert status == 2
    assert "with 5 people" in errors
    assert workspace.exists()


@pytest.mark.usefixtures("known")
def test_delete_all_without_a_question(told, workspace):
    assert f"{workspace} is deleted." in told("delete-all", "--yes")
    assert not workspace.exists()
