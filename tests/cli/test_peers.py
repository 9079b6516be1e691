"""`netgraph peers`: who once stood where you stand, and what they did next."""

import pandas as pd
import pytest

from .conftest import HEADER

CONNECTIONS = "https://www.linkedin.com/in/anouk,,{company},{title},05 Mar 2024\n"


@pytest.fixture
def archives(tmp_path):
    """Two exports of a senior analyst: Anouk was one too in the first and leads in the second."""
    posts = [("Acme", "Senior Data Analyst"), ("Beta", "Head of Data Analytics")]
    for year, (company, title) in zip(("2022", "2024"), posts, strict=True):
        folder = tmp_path / f"{year}-03-08"
        folder.mkdir()
        (folder / "Connections.csv").write_text(
            HEADER + "Anouk,Leeward," + CONNECTIONS.format(company=company, title=title),
            encoding="utf-8",
        )
        (folder / "Profile.csv").write_text(
            "First Name,Last Name,Headline\nMira,Mustergirl,Senior Data Analyst\n", encoding="utf-8"
        )
        (folder / "Positions.csv").write_text(
            "Company Name,Title,Description,Location,Started On,Finished On\n"
            "Gamma,Senior Data Analyst,,,Jan 2020,\n",
            encoding="utf-8",
        )
    return tmp_path


def test_earlier_exports_of_the_workspace_tell_what_somebody_did_next(archives, told, tmp_path):
    told("import", archives / "2022-03-08")
    told("import", archives / "2024-03-08")
    found = told("peers", "--json")
    assert [(row["name"], row["next_seniority"]) for row in found["peers"]] == [
        ("Anouk Leeward", "D")
    ]
    assert found["next_steps"][0]["people"] == 1
    printed = told("peers", "-o", tmp_path / "peers.csv")
    assert "Anouk Leeward: Head of Data Analytics at Beta" in printed
    assert "Data and analytics, Senior individual > Data and analytics, Director" in printed
    assert pd.read_csv(tmp_path / "peers.csv")["name"].tolist() == ["Anouk Leeward"]


def test_what_is_not_known_is_said_with_what_would_tell_it(connections, told):
    printed = told("peers", connections)
    assert "Not known from these files: your own field of work and level." in printed
    assert "Not known from these files: no skill of anybody." in printed
