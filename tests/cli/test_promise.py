"""`netgraph promise`: what is open, and what is kept."""

import pytest


@pytest.mark.usefixtures("known")
def test_a_promise_is_open_until_it_is_kept(told):
    said = told("promise", "cyra", "a paper", "--due", "2024-07-01")
    assert said.startswith("Promised to Cyra Testwell, as number 1. Once it is kept: netgraph")
    told("promise", "in/annabel", "--introduce", "cyra")
    listed = told("promise")
    assert "a paper" in listed
    assert "2024-07-01" in listed
    assert [row["other"] for row in told("promise", "--json")] == [None, "in/cyra"]
    assert [row["id"] for row in told("promise", "in/annabel", "--json")] == [2]
    assert "is kept" in told("promise", "--kept", "1")
    assert [row["id"] for row in told("promise", "--json")] == [2]
    told("undo")
    assert [row["id"] for row in told("promise", "--json")] == [1, 2]


@pytest.mark.usefixtures("known")
def test_where_none_is_open_it_is_told(told):
    assert told("promise") == "No promise is open.\n"
    assert told("promise", "cyra") == "No promise to Cyra Testwell is open.\n"


@pytest.mark.parametrize(
    ("given", "wrong"),
    [
        (["--kept", "7"], "no open promise has the number 7"),
        (["cyra", "x", "--kept", "1"], "--kept needs the number alone"),
        (["cyra", "--due", "2024-07-01"], "nothing is promised"),
        (["cyra", "x", "--due", "soon"], "no day"),
        (["cyra", "--introduce", "cyra"], "one person only"),
    ],
)
@pytest.mark.usefixtures("known")
def test_a_mistake_is_told_and_nothing_promised(run, told, given, wrong):
    status, _, errors = run("promise", *given)
    assert status == 2
    assert wrong in errors
    assert told("promise", "--json") == []
