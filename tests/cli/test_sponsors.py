"""`netgraph sponsors`: who could open a door, and who stands beside them."""

import json

import pandas as pd
import pytest

from .conftest import HEADER


@pytest.fixture
def house(tmp_path):
    """A house whose head is known by a tie alone, with an assistant beside her."""
    rows = (
        "Chiefa,Leeward,https://www.linkedin.com/in/chiefa,,Acme,Chief Executive Officer,"
        "05 Mar 2024\n"
        "Assista,Sampleman,https://www.linkedin.com/in/assista,,Acme,Executive Assistant,"
        "06 Mar 2024\n"
        "Direct,Counsel,https://www.linkedin.com/in/direct,,Gamma,Legal Director,07 Mar 2024\n"
    )
    folder = tmp_path / "export"
    folder.mkdir()
    (folder / "Connections.csv").write_text(HEADER + rows, encoding="utf-8")
    (folder / "Profile.csv").write_text(
        "First Name,Last Name,Headline\nMira,Mustergirl,Senior Data Analyst\n", encoding="utf-8"
    )
    (folder / "Positions.csv").write_text(
        "Company Name,Title,Description,Location,Started On,Finished On\n"
        "Acme,Senior Data Analyst,,,Jan 2020,\n",
        encoding="utf-8",
    )
    return folder


def test_who_is_out_of_touch_is_listed_with_who_stands_beside(house, told):
    found = told("sponsors", house, "--json")["people"]
    assert [(row["name"], row["beside_name"]) for row in found] == [
        ("Chiefa Leeward", "Assista Sampleman")
    ]
    assert "Beside them: Assista Sampleman (" in told("sponsors", house)


def test_a_field_of_ones_choice_and_a_sheet(house, told, tmp_path):
    told("sponsors", house, "--domain", "LEGL", "-o", tmp_path / "doors.csv")
    sheet = pd.read_csv(tmp_path / "doors.csv").set_index("name")
    assert sheet["opens"].to_dict() == {"Chiefa Leeward": "organisation", "Direct Counsel": "field"}


def test_what_is_not_known_names_the_option_of_the_command(connections, told):
    printed = told("sponsors", connections)
    assert "Positions.csv tells it" in printed
    assert "--domain FIELD" in printed


def test_how_many_were_written_is_said_beside_the_answer(house, tmp_path, run):
    status, printed, errors = run("sponsors", house, "--json", "-o", tmp_path / "doors.csv")
    assert status == 0
    assert json.loads(printed)["people"]  # the answer stays JSON
    assert errors.endswith(f"netgraph: 1 person written to {tmp_path / 'doors.csv'}\n")
