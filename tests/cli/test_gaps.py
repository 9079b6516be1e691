"""`netgraph gaps`: which fields lack people, and who leads there."""

import pytest

from netgraph.cli import main

from .conftest import HEADER


@pytest.fixture(autouse=True)
def wide(monkeypatch):
    """A terminal in which no cell is folded."""
    monkeypatch.setenv("COLUMNS", "200")


@pytest.fixture
def developers(tmp_path):
    """160 developers and one lawyer."""
    rows = "".join(
        f"Dev{i},Leeward,https://www.linkedin.com/in/dev{i},,Firm{i},"
        f"{'Lawyer' if i == 160 else 'Software Developer'},05 Mar 2024\n"
        for i in range(161)
    )
    (tmp_path / "Connections.csv").write_text(HEADER + rows, encoding="utf-8")
    return tmp_path / "Connections.csv"


def test_gaps_are_listed_with_the_baseline_in_words(developers, told):
    printed = told("gaps", developers)
    assert "compared with equal shares of the 21 professional fields" in printed
    assert "Health care" in printed
    assert "and 14 more" in printed
    assert "Software and IT" not in printed
    assert "Software and IT" in told("gaps", developers, "--all")


def test_a_baseline_of_your_own(developers, told):
    found = told("gaps", developers, "--baseline", "HLTH,software and it", "--json")
    assert found["baseline"] == "equal shares of Health care, Software and IT"
    verdicts = {row["domain"]: row["verdict"] for row in found["gaps"]}
    assert (verdicts["HLTH"], verdicts["SOFT"], verdicts["LEGL"]) == (
        "gap", "covered", "no verdict",
    )  # fmt: skip


def test_home_can_be_named(developers, told):
    assert told("gaps", developers, "--home", "LEGL", "--json")["home"] == "LEGL"


def test_brokers_are_named_with_the_reason(developers, told):
    found = told("gaps", developers, "--brokers", "--baseline", "LEGL,HLTH,SOFT", "--json")
    led = {row["domain"]: row for row in found["brokers"]}
    assert (led["LEGL"]["name"], led["LEGL"]["grade"]) == ("Dev160 Leeward", "A")
    assert led["LEGL"]["why"] == "works there: Lawyer"
    assert led["HLTH"]["grade"] == "D"
    assert found["chances_from"].startswith("assumed")
    printed = told("gaps", developers, "--brokers", "--baseline", "LEGL,HLTH,SOFT")
    assert "No path known" in printed
    assert "You know Dev160 Leeward there (works there: Lawyer)." in printed


def test_gaps_by_decade(developers, told):
    found = told("gaps", developers, "--by", "decade", "--json")
    assert found["by"] == "decade"
    assert {row["group"] for row in found["gaps"]} == {"2020s"}
    assert "1 of 1 groups" in told("gaps", developers, "--by", "decade")


def test_too_few_contacts_are_told_how_many_are_missing(connections, told):
    # thirty nurses
    assert "120 more are missing" in told("gaps", connections)
    assert told("gaps", connections, "--json")["missing"] == 120


def test_that_no_verdict_can_be_given_is_no_good_news(connections, told):
    printed = told("gaps", connections, "--brokers")
    assert "which fields lack people is not known, which is no good news" in printed
    assert "no field is a gap" not in printed


def test_the_workspace_is_read_where_no_file_is_named(developers, told):
    told("import", developers)
    assert told("gaps", "--json")["classified"] == 161


def test_a_field_that_there_is_not(developers, run):
    status, _, errors = run("gaps", developers, "--baseline", "LEGAL")
    assert status == 2
    assert "Did you mean Law and compliance" in errors


def test_a_way_to_split_that_there_is_not(capsys):
    with pytest.raises(SystemExit):
        main(["gaps", "--by", "shoes"])
    assert "seniority" in capsys.readouterr().err


def test_nobody_is_told(run):
    status, _, errors = run("gaps")
    assert status == 2
    assert "Import an export first" in errors
