"""`netgraph plan`: whom to turn to, of files or of the workspace."""

import pytest

import netgraph as ng


@pytest.fixture(scope="module")
def example():
    return ng.example()


def test_the_plan_of_the_example_says_whom_why_and_what_to_do(example, told):
    printed = told("plan", "--minutes", "60", *example)
    assert printed.startswith("55 of 60 minutes: ")
    for words in ("1. ", "a gap, 25 minutes", "a dormant tie, 20", "a strong tie, 10", "Why: "):
        assert words in printed
    assert "of what the best plan of 60 minutes would" in printed


def test_the_plan_as_json(example, told):
    printed = told("plan", "--minutes", "60", "--json", *example)
    assert sum(act["minutes"] for act in printed["acts"]) == printed["used"] <= 60
    assert {"person_id", "name", "kind", "why", "what_to_do", "gain", "kept"} <= set(
        printed["acts"][0]
    )
    assert printed["targets"][0]["after"] >= printed["targets"][0]["before"]


def test_who_is_done_does_not_come_again(example, told):
    first = told("plan", "--minutes", "25", "--json", *example)["acts"][0]["name"]
    again = told("plan", "--minutes", "25", "--json", "--done", first, *example)["acts"]
    assert first not in [act["name"] for act in again]


def test_a_bare_list_of_connections_is_answered(connections, told):
    told("import", connections)
    printed = told("plan", "--json")
    assert printed["says"]
    assert {act["kind"] for act in printed["acts"]} <= {"gap"}  # no tie is known to be strong


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--minutes", "0"), "minutes is 0. Give a number of minutes above zero."),
        (("--hide", "Ann29 Le"), "Perhaps you mean 'Ann29 Lee'"),
        (("--baseline", "LEGLL"), "LEGL"),
    ],
)
def test_mistakes_are_told_with_a_remedy(connections, run, options, said):
    status, printed, errors = run("plan", *options, connections)
    assert (status, printed) == (2, "")
    assert said in errors
