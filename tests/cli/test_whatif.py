"""`netgraph whatif`: your network with and without some people."""

import pytest


def test_who_is_lost_is_told_by_measure(connections, told):
    printed = told("whatif", "--lose", "Ann7 Lee", connections)
    assert printed.startswith("Without Ann7 Lee: people within two steps 30 -> 29 (-1)")
    assert "contacts" in printed
    assert "Measure" in printed


def test_what_is_withheld_says_why(connections, run):
    status, _, errors = run("whatif", "--lose", "Ann7 Lee", connections)
    assert status == 0
    assert "Withheld: " in errors
    assert "no tie among your contacts was observed" in errors


def test_a_new_contact_is_described(connections, told):
    eva = "name=Eva,domain=LEGL,knows=Ann7 Lee,knows=Ann8 Lee"
    printed = told("whatif", "--meet", eva, "--json", connections)
    measures = {row["measure"]: row for row in printed["measures"]}
    assert measures["contacts"]["change"] == 1
    assert measures["domains"]["change"] == 1
    assert printed["says"].startswith("With Eva")


def test_the_workspace_is_measured_where_no_file_is_named(connections, told):
    told("import", connections)
    printed = told("whatif", "--reconnect", "Ann3 Lee", "--json")
    assert printed["reconnected"]
    measures = {row["measure"]: row for row in printed["measures"]}
    assert measures["living_reach"]["change"] > 0


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ((), "nothing is to change"),
        (("--lose", "Ann99 Lee"), "Perhaps you mean 'Ann9 Lee'"),
        (("--lose", "Lee"), "30 people are meant by 'Lee'"),
        (("--meet", "domain=LEGL,Acme"), "'Acme' is no KEY=VALUE"),
        (("--meet", "strength=much"), "strength is 'much'"),
        (("--meet", "domian=LEGL"), "Perhaps you mean 'domain'"),
    ],
)
def test_mistakes_are_told_with_a_remedy(connections, run, options, said):
    status, printed, errors = run("whatif", *options, connections)
    assert (status, printed) == (2, "")
    assert said in errors
