"""`netgraph balance` and `netgraph habits`: give and take, conversation, mistakes."""

import pandas as pd
import pytest

from .conftest import HEADER

LETTERS = (
    "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,"
    "SUBJECT,CONTENT,FOLDER\n"
)
MIRA, HEDDA = "https://www.linkedin.com/in/mira", "https://www.linkedin.com/in/hedda"


@pytest.fixture
def letters(tmp_path):
    """You wrote two letters, and the last of three from Hedda asks and has no answer."""
    folder = tmp_path / "export"
    folder.mkdir()
    (folder / "Connections.csv").write_text(
        HEADER + f"Hedda,Leeward,{HEDDA},,Acme,Director of Sales,05 Mar 2024\n", encoding="utf-8"
    )
    (folder / "Profile.csv").write_text(
        "First Name,Last Name,Headline\nMira,Mustergirl,Analyst\n", encoding="utf-8"
    )
    mine = f"Mira Mustergirl,{MIRA},Hedda Leeward,{HEDDA}"
    theirs = f"Hedda Leeward,{HEDDA},Mira Mustergirl,{MIRA}"
    said = [
        (mine, "one two three"), (theirs, "four five six"), (mine, "seven"),
        (theirs, "eight nine"), (theirs, "could you send me the list?"),
    ]  # fmt: skip
    rows = "".join(
        f"c1,,{who},2024-04-{day:02} 10:00:00 UTC,,{text},INBOX\n"
        for day, (who, text) in enumerate(said, start=1)
    )
    (folder / "messages.csv").write_text(LETTERS + rows, encoding="utf-8")
    return folder


def test_what_was_given_and_who_waits(letters, told, tmp_path):
    found = told("balance", letters, "--json")
    totals = {row["gift"]: row for row in found["give_and_take"]["totals"]}
    assert (totals["messages"]["given"], totals["messages"]["received"]) == (2, 3)
    assert [(row["name"], row["giving"]) for row in found["could_give"]] == [
        ("Hedda Leeward", "reply")
    ]
    # three and one words of yours, three, two and six of theirs: 4 of 15
    assert found["conversation"]["over_all"]["word_share"] == pytest.approx(4 / 15)
    printed = told("balance", letters, "-o", tmp_path / "b.csv")
    assert "1. Hedda Leeward: answer them" in printed
    sheet = pd.read_csv(tmp_path / "b.csv").set_index("name")
    assert sheet.loc["Hedda Leeward", ["messages_given", "letters_in"]].tolist() == [2, 3]


def test_what_is_not_known_names_the_export(connections, told):
    printed = told("balance", connections)
    assert "What you gave and took is not known from these files." in printed
    assert "Whether you listen is not known from these files" in printed
    assert printed.count("messages.csv") >= 2
    assert "Nothing in your files asks for it" not in printed


def test_no_habit_is_claimed_of_a_bare_list(connections, told, tmp_path):
    found = told("habits", connections, "--json")
    assert {row["verdict"] for row in found["habits"]} == {"not known"}
    printed = told("habits", connections, "-o", tmp_path / "h.csv")
    assert "not known from these files" in printed
    assert "messages.csv of your LinkedIn archive, or a mailbox" in printed
    assert len(pd.read_csv(tmp_path / "h.csv")) == len(found["habits"])


def test_a_habit_that_shows_comes_with_a_next_step(tmp_path, told):
    people = "".join(
        f"Ann{i},Lee,https://www.linkedin.com/in/ann{i},,F{i},Software Developer,05 Mar 2024\n"
        for i in range(40)
    )
    folder = tmp_path / "export"
    folder.mkdir()
    (folder / "Connections.csv").write_text(HEADER + people, encoding="utf-8")
    (folder / "Profile.csv").write_text(
        "First Name,Last Name,Headline\nMira,Mustergirl,Software Developer\n", encoding="utf-8"
    )
    (folder / "Positions.csv").write_text(
        "Company Name,Title,Description,Location,Started On,Finished On\n"
        "Gamma,Software Developer,,,Jan 2020,\n",
        encoding="utf-8",
    )
    printed = told("habits", folder)
    _, _, shows = printed.partition("Everything in one's own field: shows")
    assert "40 of 40 contacts with a known field work in Software and IT" in shows
    assert "Next step: " in shows
