"""`netgraph visibility`: who can reach you, and who vouches."""

import pandas as pd
import pytest

from .conftest import HEADER


@pytest.fixture(autouse=True)
def wide(monkeypatch):
    """A terminal in which no cell is folded."""
    monkeypatch.setenv("COLUMNS", "200")


@pytest.fixture
def endorsed(tmp_path):
    """An export in which a director endorsed a skill."""
    folder = tmp_path / "export"
    folder.mkdir()
    (folder / "Connections.csv").write_text(
        HEADER
        + "Hedda,Leeward,https://www.linkedin.com/in/hedda,,Acme,Director of Sales,05 Mar 2024\n"
        + "Junia,Sample,https://www.linkedin.com/in/junia,,Beta,Junior Data Analyst,06 Mar 2024\n",
        encoding="utf-8",
    )
    (folder / "Endorsement_Received_Info.csv").write_text(
        "Endorsement Date,Skill Name,Endorser First Name,Endorser Last Name,Endorser Public Url,"
        "Endorsement Status\n"
        "2023/04/05 10:00:00 UTC,Python,Hedda,Leeward,www.linkedin.com/in/hedda,ACCEPTED\n",
        encoding="utf-8",
    )
    return folder


def test_who_vouches_is_named_and_stands_among_the_senior(endorsed, told, tmp_path):
    found = told("visibility", endorsed, "--json")
    assert [(row["what"], row["names"]) for row in found["vouchers"]] == [
        ("Python", ["Hedda Leeward"])
    ]
    assert [row["name"] for row in found["senior"]] == ["Hedda Leeward"]
    printed = told("visibility", endorsed, "-o", tmp_path / "seen.csv")
    assert "endorsed you for Python" in printed
    assert set(pd.read_csv(tmp_path / "seen.csv")["name"]) == {"Hedda Leeward", "Junia Sample"}


def test_what_no_file_tells_is_no_nought(connections, told):
    numbers = {row["what"]: row for row in told("visibility", connections, "--json")["numbers"]}
    assert numbers["one step"]["people"] == 30
    assert numbers["endorsed you"]["people"] is None
    printed = told("visibility", connections)
    assert "Not known from these files: who vouches for you." in printed
    assert "not known from these files: Recommendations_Received.csv tells it" in printed
