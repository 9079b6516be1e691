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


def posts_of(workspace, person):
    stays = workspace.contacts.affiliations
    stays = stays[stays["person_id"] == person]
    return stays[["organisation", "role", "end"]].astype(object).where(stays.notna(), None)


def moved(person, company, title, slug=None):
    given, family, own, _, _, on = person
    return (given, family, slug or own, company, title, on)


def test_a_post_that_the_next_export_does_not_tell_is_a_former_one(memory):
    memory.add(export("03-06-2024", ADA, BOB, CAT))
    memory.add(export("06-06-2024", moved(ADA, "Beta", "Director"), BOB, CAT))
    memory.add(export("09-06-2024", moved(ADA, "Gamma", "Owner"), BOB, CAT))
    assert posts_of(memory, "in/ada-example").to_numpy().tolist() == [
        ["Gamma", "Owner", None],
        ["Beta", "Director", "2024-09-06"],
        ["Acme Inc.", "Engineer", "2024-06-06"],
    ]
    assert posts_of(memory, "in/bob-sample").to_numpy().tolist() == [["Beta", "Director", None]]


def test_it_does_not_matter_which_was_imported_first(memory):
    memory.add(export("06-06-2024", moved(ADA, "Beta", "Director"), BOB, CAT))
    memory.add(export("03-06-2024", ADA, BOB, CAT))
    ends = posts_of(memory, "in/ada-example")["end"].tolist()
    assert ends == [None, "2024-06-06"]


@pytest.mark.parametrize(
    ("company", "title", "former"),
    [
        ("ACME", "engineer", []),  # spelt otherwise
        ("Acme Inc.", "Head of Engineering", ["Engineer"]),
        ("", "", []),  # the newer one does not tell
        ("Acme", "", []),  # nor here, which title
        ("Beta", "Engineer", ["Engineer"]),
    ],
)
def test_only_what_is_told_otherwise_is_over(memory, company, title, former):
    memory.add(export("03-06-2024", ADA, BOB, CAT))
    memory.add(export("06-06-2024", moved(ADA, company, title), BOB, CAT))
    posts = posts_of(memory, "in/ada-example")
    assert posts.loc[posts["end"].notna(), "role"].tolist() == former


def test_who_left_or_came_back_has_no_former_post_by_that(left):
    assert posts_of(left, "in/ada-example").empty
    left.add(export("09-06-2024", ADA, BOB, CAT))
    assert posts_of(left, "in/ada-example")["end"].isna().all()


def test_another_profile_address_hides_no_former_post(memory):
    memory.add(export("03-06-2024", ADA, BOB, CAT))
    memory.add(export("06-06-2024", moved(ADA, "Beta", "Judge", "ada-judge"), BOB, CAT))
    assert posts_of(memory, "in/ada-judge")["role"].tolist() == ["Judge", "Engineer"]


def test_a_former_field_and_employer_is_found(memory):
    memory.add(export("03-06-2024", moved(ADA, "Elm Court", "Judge"), BOB, CAT))
    memory.add(export("06-06-2024", ADA, BOB, CAT))
    posts = ng.career_domains(memory.contacts)
    posts = posts[posts["person_id"] == "in/ada-example"]
    assert posts[["domain", "current"]].to_numpy().tolist() == [["ENGI", True], ["LEGL", False]]
    found = ng.find_referrals(memory.contacts, ["Elm Court"])
    assert found[["name", "status"]].to_numpy().tolist() == [["Ada Example", "worked there"]]


def test_who_rose_in_a_company_works_there_once(memory):
    memory.add(export("03-06-2024", ADA, BOB, CAT))
    memory.add(export("06-06-2024", moved(ADA, "Acme Inc.", "Head of Engineering"), BOB, CAT))
    found = ng.find_referrals(memory.contacts, ["Acme"])
    assert found[["name", "status"]].to_numpy().tolist() == [["Ada Example", "works there"]]
