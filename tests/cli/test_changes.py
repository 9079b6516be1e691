"""`netgraph changes`: who joined, left, moved on."""

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
