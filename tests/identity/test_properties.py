"""What holds of any records, in any order, under any decisions."""

from collections import defaultdict

import pandas as pd
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import netgraph as ng
from netgraph.contacts import SCHEMA
from netgraph.identity.people import prepare, resolve_prepared
from tests.identity.books import CARDS, GOOGLE, LINKEDIN, contacts, decisions

FEW = settings(
    max_examples=8,
    derandomize=True,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    database=None,
)
NAMES = st.sampled_from(
    [
        *("Ann Lee", "Anne Lee", "A. Lee", "Lee, Ann", "Ann Lee-Kopaler", "Ann", "🚀", None),
        *("Bob Fox", "Robert Fox", "Robert Fox Jr.", "王小明", "Xiaoming Wang"),
        *("Дмитрий Примеров", "Dmitry Primerov"),
    ]
)
RECORD = st.fixed_dictionaries(
    {
        "name": NAMES,
        "company": st.sampled_from(["Acme", "ACME Inc.", "Globex", None]),
        "sources": st.sampled_from([LINKEDIN, GOOGLE, CARDS, "mail"]),
        "kind": st.sampled_from(["in/", "mail/", "tel/", "name/"]),
        "email": st.sampled_from(["ann.lee@x.example", "fox@x.example", None, None]),
        "phone": st.sampled_from(["+491701234567", "01701234567", None, None]),
    }
)
BOOKS = st.lists(RECORD, min_size=2, max_size=9)


def laid_out(rows):
    people, identifiers = {}, []
    for number, row in enumerate(rows):
        kind = "in/" if row["sources"] == LINKEDIN else row["kind"]
        person = f"{kind}{number}"
        people[person] = {column: row[column] for column in ("name", "company", "sources")}
        told = {"linkedin": f"https://www.linkedin.com/{person}" if kind == "in/" else None}
        told |= {"email": row["email"], "phone": row["phone"]}
        identifiers += [(person, k, value) for k, value in told.items() if value]
    return people, identifiers


def groups(resolved, ids):
    gone = dict(zip(resolved.matches["merged_id"], resolved.matches["person_id"], strict=True))
    found = defaultdict(set)
    for person in ids:
        found[gone.get(person, person)].add(person)
    return found


@FEW
@given(BOOKS)
def test_resolving_what_is_resolved_changes_nothing(rows):
    once = ng.resolve(contacts(*laid_out(rows)))
    twice = ng.resolve(once)
    for table in ("people", "identifiers", "matches", "review"):
        pd.testing.assert_frame_equal(getattr(twice, table), getattr(once, table))


@FEW
@given(BOOKS, st.randoms(use_true_random=False))
def test_the_order_of_the_rows_does_not_matter(rows, chance):
    people, identifiers = laid_out(rows)
    order = list(people)
    chance.shuffle(order)
    chance.shuffle(identifiers)
    one = ng.resolve(contacts(people, identifiers))
    other = ng.resolve(contacts({person: people[person] for person in order}, identifiers))
    assert groups(one, people) == groups(other, people)
    columns = ["person_id", "other_id"]
    assert one.review[columns].to_numpy().tolist() == other.review[columns].to_numpy().tolist()


@FEW
@given(BOOKS, st.lists(st.tuples(st.integers(0, 8), st.integers(0, 8)), max_size=4))
def test_every_record_is_somebody_and_what_is_forbidden_is_not_done(rows, pairs):
    people, identifiers = laid_out(rows)
    ids = list(people)
    apart = [(ids[a % len(ids)], ids[b % len(ids)], "apart") for a, b in pairs]
    resolved = ng.resolve(contacts(people, identifiers), decisions(*apart))
    found = groups(resolved, ids)
    assert set(found) == set(resolved.people.index)
    for members in found.values():
        assert sum(people[person]["sources"] == LINKEDIN for person in members) <= 1
        assert not any({a, b} <= members for a, b, _ in apart if a != b)
    asked = {frozenset(p) for p in resolved.review[["person_id", "other_id"]].to_numpy().tolist()}
    owner = {person: one for one, members in found.items() for person in members}
    assert not any(frozenset((owner[a], owner[b])) in asked for a, b, _ in apart if a != b)
    assert len(asked) == len(resolved.review)


@FEW
@given(BOOKS)
def test_every_merge_has_a_reason_and_a_probability(rows):
    people, identifiers = laid_out(rows)
    matches = ng.resolve(contacts(people, identifiers)).matches
    assert matches["reason"].str.len().gt(0).all()
    assert matches["probability"].between(0.9, 1.0).all()
    assert matches["merged_id"].is_unique


ROUNDS = st.lists(
    st.lists(
        st.tuples(st.integers(0, 8), st.integers(0, 8), st.sampled_from(["merge", "apart"])),
        max_size=3,
    ),
    min_size=1,
    max_size=3,
)


@FEW
@given(BOOKS, ROUNDS)
def test_one_decision_after_the_other_gives_what_a_full_round_gives(rows, rounds):
    people, identifiers = laid_out(rows)
    ids = list(people)
    prepared = prepare(contacts(people, identifiers))
    for told in rounds:  # what was prepared once serves all of them
        said = decisions(*((ids[a % len(ids)], ids[b % len(ids)], how) for a, b, how in told))
        quick = resolve_prepared(prepared, said)
        full = ng.resolve(contacts(people, identifiers), said)
        for table in SCHEMA:
            pd.testing.assert_frame_equal(getattr(quick, table), getattr(full, table))
