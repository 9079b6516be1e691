"""Where those worked who left an export but are still in messages."""

import pandas as pd
import pytest

import netgraph as ng
from workspace.exports import ADA, BOB, CAT, DAN, archive, connections, messages

OLIVIA = ("Olivia Owner", "olivia-owner")
TALK = messages(
    ("t1", ("Ada Example", "ada-example"), OLIVIA, "2024-05-01"),
    ("t2", OLIVIA, ("Bob Sample", "bob-sample"), "2024-05-02"),
)


def export(day, *people):
    content = archive(Connections=connections(*people), messages=TALK)
    return (f"Complete_LinkedInDataExport_{day}.zip", content)


@pytest.fixture
def left(memory):
    """Ada is in the older list of connections only, and in the messages of both."""
    memory.add(export("03-06-2024", ADA, BOB, CAT))
    memory.add(export("06-06-2024", BOB, CAT))
    return memory


def test_who_left_keeps_what_was_told_last_as_former(left):
    ada = left.contacts.people.loc["in/ada-example"]
    assert pd.isna(ada["company"])
    assert pd.isna(ada["title"])
    told = ada[["last_company", "last_title", "last_told"]].tolist()
    assert told == ["Acme Inc.", "Engineer", "2024-03-06"]


def test_who_is_still_there_has_no_former_one(left):
    bob = left.contacts.people.loc["in/bob-sample"]
    assert bob["company"] == "Beta"
    assert pd.isna(bob["last_company"])


def test_changes_still_tell_that_they_left(left):
    told = ng.changes(left)
    assert told.loc[told["change"] == "left", "person_id"].tolist() == ["in/ada-example"]


def test_who_comes_back_works_there_again(left):
    left.add(export("09-06-2024", ADA, BOB, CAT, DAN))
    people = left.contacts.people
    assert people.loc["in/ada-example", "company"] == "Acme Inc."
    assert "last_company" not in people


def test_they_are_found_by_what_was(left):
    found = left.find("ada acme")
    assert found.index.tolist() == ["in/ada-example"]
    assert found["last_company"].tolist() == ["Acme Inc."]
