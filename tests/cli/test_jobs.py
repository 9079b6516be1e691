"""`netgraph jobs`: companies and roles in, the order in which to ask out."""

import pandas as pd
import pytest

from .conftest import HEADER


@pytest.fixture
def people(tmp_path):
    """A lawyer and a director at one company, and a nurse."""
    path = tmp_path / "Connections.csv"
    path.write_text(
        HEADER
        + "Dora,Director,https://www.linkedin.com/in/dora,,Acme,Director of Sales,05 Mar 2024\n"
        + "Lexa,Lawson,https://www.linkedin.com/in/lexa,,Acme,Lawyer,05 Mar 2024\n"
        + "Nina,Nurse,https://www.linkedin.com/in/nina,,Beta,Nurse,05 Mar 2024\n",
        encoding="utf-8",
    )
    return path


def test_those_who_decide_are_asked_last(people, told):
    rows = told("jobs", people, "--company", "Acme", "--role", "Nurse", "--json")["rows"]
    assert [(row["target"], row["step"], row["name"]) for row in rows] == [
        ("Acme", "learn", "Lexa Lawson"),
        ("Acme", "ask", "Dora Director"),
        ("Nurse", "learn", "Nina Nurse"),
    ]
    printed = told("jobs", people, "--company", "Acme")
    assert printed.index("1. learn from: Lexa Lawson, Lawyer at Acme") < printed.index(
        "2. ask last: Dora Director"
    )


def test_a_list_of_companies_becomes_a_sheet(people, told, tmp_path):
    (tmp_path / "list.csv").write_text("company\nAcme\nNowhere\nacme\n", encoding="utf-8")
    printed = told("jobs", people, "--list", tmp_path / "list.csv", "-o", tmp_path / "hunt.csv")
    assert "1 row of the list left out" in printed
    assert "Nobody in your files works there or has worked there." in printed
    sheet = pd.read_csv(tmp_path / "hunt.csv")
    assert sheet["step"].tolist() == ["learn", "ask", "nobody known"]
    assert sheet["way"].iloc[0] == "You > Lexa Lawson"


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ((), "Give --company NAME, --role TITLE or --list FILE"),
        (("--company", " "), "no company and no role is named"),
        (("--company", "Acme", "--list", "x.csv"), "Give one of both"),
        (("--company", "Acme", "--most", "0"), "Give a whole number from 1 on"),
        (("--list", "missing.csv"), "missing.csv"),
    ],
)
def test_mistakes_end_with_one_paragraph(people, run, arguments, says):
    status, _, errors = run("jobs", people, *arguments)
    assert status == 2
    assert says in errors
