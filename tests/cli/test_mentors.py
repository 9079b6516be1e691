"""`netgraph mentors`: whom to learn from, and whom to teach."""

import pandas as pd
import pytest

from .conftest import HEADER

POSITIONS = "Company Name,Title,Description,Location,Started On,Finished On\n"


@pytest.fixture
def career(tmp_path):
    """A senior analyst who knows a head of data, a junior, and a lawyer."""
    rows = (
        "Hedda,Leeward,https://www.linkedin.com/in/hedda,,Acme,Head of Data Science,05 Mar 2024\n"
        "Junia,Sampleman,https://www.linkedin.com/in/junia,,Beta,Junior Data Analyst,06 Mar 2024\n"
        "Lexa,Testwell,https://www.linkedin.com/in/lexa,,Gamma,Lawyer,07 Mar 2024\n"
        "Genera,Mockford,https://www.linkedin.com/in/genera,,Gamma,General Counsel,07 Mar 2024\n"
    )
    folder = tmp_path / "export"
    folder.mkdir()
    (folder / "Connections.csv").write_text(HEADER + rows, encoding="utf-8")
    (folder / "Profile.csv").write_text(
        "First Name,Last Name,Headline\nMira,Mustergirl,Senior Data Analyst\n", encoding="utf-8"
    )
    (folder / "Positions.csv").write_text(
        POSITIONS + "Acme,Senior Data Analyst,,,Jan 2020,\n", encoding="utf-8"
    )
    return folder


def test_who_stands_above_is_learnt_from_and_who_stands_below_is_taught(career, told):
    found = told("mentors", career, "--json")
    assert [row["name"] for row in found["learn"]] == ["Hedda Leeward"]
    assert [row["name"] for row in found["teach"]] == ["Junia Sampleman"]
    assert found["learn"][0]["where"] == "department"
    printed = told("mentors", career)
    assert printed.index("Hedda Leeward: Head of Data Science at Acme") < printed.index(
        "Whom you could teach"
    )
    assert "both ways not known" in printed


def test_another_field_and_one_list(career, told):
    found = told("mentors", career, "--domain", "Law and compliance", "--only", "learn", "--json")
    assert [row["name"] for row in found["learn"]] == ["Genera Mockford"]
    assert "teach" not in found


def test_the_sheet_holds_both_lists(career, told, tmp_path):
    told("mentors", career, "--limit", "0", "-o", tmp_path / "m.csv")
    sheet = pd.read_csv(tmp_path / "m.csv")
    assert dict(zip(sheet["name"], sheet["way"], strict=True)) == {
        "Hedda Leeward": "learn",
        "Junia Sampleman": "teach",
    }


def test_what_is_not_known_is_said_once_with_what_would_tell_it(connections, told):
    printed = told("mentors", connections)
    assert printed.count("Not known from these files") == 1
    assert "Positions.csv" in printed


def test_mistakes_end_with_one_paragraph(career, run, tmp_path):
    status, _, errors = run("mentors", career, "--domain", "Lawyering")
    assert status == 2
    assert "Law and compliance" in errors
    status, _, errors = run("mentors", career, "-o", tmp_path)
    assert status == 2
    assert "cannot be written" in errors
