"""`netgraph changes`: who joined, left, moved on."""

import pandas as pd
import pytest

import netgraph as ng


@pytest.fixture
def twice(exports, told):
    for day in ("2024-03-08", "2024-09-01"):
        told("import", exports / day / "Connections.csv")


@pytest.mark.usefixtures("twice")
def test_changes_are_told(told):
    told_changes = told("changes", "--json")
    assert {(c["name"], c["change"]) for c in told_changes} == {
        ("Bodo Sampleman", "left"),
        ("Dora Mockford", "joined"),
        ("Cyra Testwell", "employer"),
    }
    assert "Omega" in told("changes")


@pytest.mark.usefixtures("twice")
def test_a_limit_says_that_there_are_more(told):
    assert "3 changes; 1 shown. For more: --limit 3" in told("changes", "--limit", 1)


@pytest.mark.usefixtures("twice")
def test_since(told):
    assert told("changes", "--since", "2999-01-01", "--json") == []


@pytest.mark.usefixtures("twice")
def test_since_no_day_is_a_mistake_that_is_told_at_once(run, monkeypatch):
    monkeypatch.setattr(ng.Workspace, "contacts", property(lambda _: pytest.fail("loaded")))
    status, _, errors = run("changes", "--since", "soon")
    assert status == 2
    assert "soon" in errors


@pytest.mark.usefixtures("known")
def test_one_export_has_no_changes(told):
    assert "Import a newer export" in told("changes")


@pytest.mark.usefixtures("twice")
def test_one_kind_alone(told):
    (change,) = told("changes", "--kind", "left", "--json")
    assert change["name"] == "Bodo Sampleman"
    printed = told("changes", "--kind", "left")
    assert "Bodo" in printed
    assert "Cyra" not in printed
    assert told("changes", "--kind", "title").startswith("Nobody changed title, as far as is known")


@pytest.fixture
def silent(tmp_path, told):
    """Twelve people wrote to you every 35, 40 ... 90 days, and stopped at about the same time."""
    days = pd.Timestamp("2020-01-01") + pd.to_timedelta(range(60), unit="D")
    mails = [("Ann Other", "ann@example.com", day) for day in (days[0], pd.Timestamp("2023-01-01"))]
    mails += [
        (
            f"Person {'ABCDEFGHIJKL'[gap - 1]}",
            f"p{gap}@example.com",
            days[59] - pd.Timedelta(days=(30 + 5 * gap) * back),
        )
        for gap in range(1, 13)
        for back in range(4)
    ]
    text = "".join(
        f"From x@example.com {day:%a %b %d} 12:00:00 {day:%Y}\n"
        f"From: {name} <{address}>\nTo: Me Myself <me@example.com>\n"
        f"Date: {day:%a, %d %b %Y} 12:00:00 +0000\nMessage-ID: <{number}@example.com>\n"
        "Subject: x\n\nx\n\n"
        for number, (name, address, day) in enumerate(mails)
    )
    (tmp_path / "mail.mbox").write_text(text, encoding="utf-8")
    told("import", tmp_path / "mail.mbox", "--ego", "me@example.com")


@pytest.mark.usefixtures("twice", "silent")
def test_who_went_quiet_comes_last_and_the_oddest_silence_first(told):
    printed = told("changes")
    assert printed.index("Dora") < printed.index("Went quiet")
    listed = [name for name in "ABCDEFGHIJKL" if f"Person {name}" in printed.split("quiet")[1]]
    assert listed == list("ABCDEFGHIJ")
    places = [printed.index(f"Person {name}") for name in listed]
    assert places == sorted(places)
    assert "2 more people went quiet: netgraph changes --kind quiet --limit 12" in printed
    printed = told("changes", "--kind", "quiet", "--limit", 12)
    assert "Person L" in printed
    assert "Dora" not in printed


@pytest.mark.usefixtures("twice")
def test_occasions_tell_whom_to_write_to_and_why(told):
    (occasion,) = told("changes", "--occasions", "--json")
    assert (occasion["name"], occasion["what"]) == ("Cyra Testwell", "employer")
    assert occasion["intent"] == "congratulate"
    printed = told("changes", "--occasions")
    assert "1 contact has changed job: 1 have a new employer." in printed
    assert "Cyra" in printed


@pytest.mark.usefixtures("known")
def test_one_export_has_no_occasions_and_says_what_would(told):
    printed = told("changes", "--occasions")
    assert "Two exports of LinkedIn's Connections.csv" in printed
