"""`netgraph relate`: what a person is to you."""

import pytest


@pytest.mark.usefixtures("known")
def test_a_relation_is_said_and_left_to_the_files_again(told):
    assert told("relate", "cyra", "Mentor") == (
        "Cyra Testwell: mentor, as you said. To leave one to the files: --remove\n"
    )
    assert told("relate", "cyra", "recruiter", "--not").startswith(
        "Cyra Testwell: mentor, not recruiter"
    )
    assert [row["holds"] for row in told("relate", "cyra", "--json")] == [True, False]
    assert told("relate", "cyra", "mentor", "--remove").startswith("Cyra Testwell: not recruiter,")
    told("undo")
    told("undo")
    told("undo")
    assert told("relate", "cyra").startswith("You said of Cyra Testwell no relation")


@pytest.mark.parametrize(
    ("given", "wrong"), [(["boss"], "'boss' is no relation"), (["--not"], "no relation is named")]
)
@pytest.mark.usefixtures("known")
def test_a_mistake_is_told(run, told, given, wrong):
    status, _, errors = run("relate", "cyra", *given)
    assert status == 2
    assert wrong in errors
    assert told("relate", "cyra", "--json") == []
