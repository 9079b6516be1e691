"""`netgraph hide`: whom nothing suggests."""

import pytest


@pytest.mark.usefixtures("known")
def test_somebody_is_hidden_and_suggested_again(told):
    assert told("hide") == "Nobody is hidden. To hide somebody: netgraph hide PERSON\n"
    assert told("hide", "cyra") == (
        "Cyra Testwell is not suggested any more. To change that: netgraph hide in/cyra --again\n"
    )
    assert "Cyra Testwell" in told("hide")
    assert [row["person_id"] for row in told("hide", "--json")] == ["in/cyra"]
    assert told("hide", "cyra", "--again") == "Cyra Testwell may be suggested again.\n"
    assert told("hide", "cyra", "--again") == "Cyra Testwell was not hidden.\n"
    assert told("hide", "--json") == []


@pytest.mark.usefixtures("known")
def test_whom_to_suggest_again_must_be_named(run):
    status, _, errors = run("hide", "--again")
    assert status == 2
    assert "nobody is named" in errors
