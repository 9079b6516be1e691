"""Somebody of whom only a name is told."""

import pytest

import netgraph as ng
from tests.identity.books import GOOGLE, LINKEDIN, contacts, strangers

ANN = {"in/ann": {"name": "Ann Lee", "company": "Acme", "sources": LINKEDIN}}


def people(told, *args):
    return sorted(ng.resolve(contacts(told, *args)).people.index)


@pytest.mark.parametrize("name", ["Ann Lee", "ann lee", "Ann B. Lee", "Lee, Ann", "Ann Lee, PhD"])
def test_a_mention_is_the_one_person_of_that_name(name):
    resolved = ng.resolve(contacts(ANN | {"name/x": name}))
    assert resolved.people.index.tolist() == ["in/ann"]
    assert "mentioned by name, and only one 'ann lee' is known" in resolved.matches["reason"][0]
    assert 0.9 <= resolved.matches["probability"][0] < 1


def test_an_initial_or_a_short_form_is_asked_about():
    resolved = ng.resolve(contacts(ANN | {"name/a lee": "A. Lee"}))
    assert len(resolved.people) == 2
    assert resolved.review["other_id"].tolist() == ["name/a lee"]


def test_of_two_of_that_name_neither_is_taken_and_both_are_asked_about():
    two = (
        strangers(200)
        | ANN
        | {"in/other": {"name": "Ann Lee", "company": "Globex", "sources": LINKEDIN}}
    )
    resolved = ng.resolve(contacts(two | {"name/ann lee": "Ann Lee"}))
    assert "name/ann lee" in resolved.people.index
    assert len(resolved.review) == 2


def test_an_entry_that_says_more_is_no_mention():
    told = ANN | {"name/ann lee": {"name": "Ann Lee", "title": "Nurse", "sources": GOOGLE}}
    assert len(people(told)) == 2
    assert len(people(ANN | {"tel/1": "Ann Lee"}, [("tel/1", "phone", "+491701234567")])) == 2


def test_an_entry_that_says_no_more_is_taken_where_the_name_is_rare():
    assert len(people(ANN | {"x": "Ann Lee"})) == 2  # of two people nobody knows what is rare
    assert "x" not in people(strangers(400) | ANN | {"x": {"name": "Ann Lee", "sources": "crm"}})


def test_a_numbered_homonym_is_not_taken():
    assert len(people(ANN | {"name/ann lee#1": "Ann Lee", "name/ann lee#2": "Ann Lee"})) == 3


def test_a_second_entry_of_the_same_book_is_not_taken():
    entry = {"name": "Ann Lee", "sources": GOOGLE}
    told = {"mail/a": entry | {"company": "Acme"}, "name/ann lee": entry}
    assert len(people(told)) == 2


def test_where_names_are_often_shared_a_mention_is_asked_about():
    crowd = {
        f"in/{n}": {
            "name": f"Cy Zu{chr(97 + n // 2 % 26)}{chr(97 + n // 52)}",
            "company": f"F{n}",
            "sources": LINKEDIN,
        }
        for n in range(100)
    }
    resolved = ng.resolve(contacts(crowd | ANN | {"name/ann lee": "Ann Lee"}))
    assert "name/ann lee" in resolved.people.index
    assert "name/ann lee" in set(resolved.review["other_id"])


def test_you_are_not_mentioned_into_somebody():
    told = ANN | {"ego": {"name": "Ann Lee", "is_ego": True}}
    assert people(told) == ["ego", "in/ann"]
