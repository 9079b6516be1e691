"""The example: who stands in it twice is found, and whoever only shares a name is not."""

import json
from pathlib import Path

import pytest

import netgraph as ng

EXAMPLE = Path(__file__).parents[2] / "data" / "example"
TRUTH = json.loads((EXAMPLE / "truth.json").read_bytes())


@pytest.fixture(scope="module")
def raw():
    return ng.read(*ng.example())


@pytest.fixture(scope="module")
def resolved(raw):
    return ng.resolve(raw)


@pytest.fixture(scope="module")
def now(raw, resolved):
    """Record -> person."""
    gone = dict(zip(resolved.matches["merged_id"], resolved.matches["person_id"], strict=True))
    return {person: gone.get(person, person) for person in raw.people.index}


@pytest.fixture(scope="module")
def asked(resolved):
    pairs = resolved.review[["person_id", "other_id"]].to_numpy().tolist()
    return {frozenset(pair) for pair in pairs}


def record_of(identity):
    slug = identity.partition("/in/")[2]
    return f"in/{slug}" if slug else f"mail/{identity}"


@pytest.fixture(scope="module")
def owners(raw):
    emails = raw.identifiers[raw.identifiers["kind"] == "email"]
    return dict(zip(emails["value"], emails["person_id"], strict=True))


@pytest.mark.parametrize("duplicate", TRUTH["duplicates"], ids=lambda d: d["person"])
def test_who_stands_there_twice_is_one_or_asked_about(duplicate, now, asked, owners):
    told = {record_of(duplicate["person"])}
    told |= {owners[record["email"]] for record in duplicate["records"]}
    people = {now[record] for record in told if record in now}
    assert people
    missing = [
        (one, other)
        for one in people
        for other in people
        if one < other and frozenset((one, other)) not in asked
    ]
    assert not missing


@pytest.mark.parametrize("pair", TRUTH["homonyms"], ids=" ".join)
def test_people_who_share_a_name_are_two(pair, now):
    one, other = map(record_of, pair)
    assert now[one] != now[other]


def test_nearly_all_of_them_are_found_unasked(now, owners):
    people = [{now[owners[r["email"]]] for r in d["records"]} for d in TRUTH["duplicates"]]
    assert sum(len(found) == 1 for found in people) >= 0.95 * len(people)


def test_few_questions_are_asked(resolved):
    assert len(resolved.review) <= 5
