"""Ties that a shared organisation makes likely."""

import pandas as pd
import pytest

import netgraph as ng
from netgraph.inference import inferred_ties


def contacts(stays, ego=None):
    table = pd.DataFrame(stays, columns=["person_id", "organisation", "kind", "start", "end"])
    ids = table["person_id"].unique()
    people = pd.DataFrame({"name": ids, "is_ego": ids == ego}, index=ids)
    return ng.Contacts(people=people, affiliations=table)


def pairs(stays, **options):
    ties = inferred_ties(contacts(stays, **options))
    return sorted(zip(ties["source"], ties["target"], strict=True))


def employed(person, company="Acme", start=None, end=None, kind="employer"):
    return (person, company, kind, start, end)


def test_spellings_of_one_company_are_one_employer():
    assert pairs(
        [employed("ann", "Acme Inc."), employed("bo", "ACME"), employed("cy", "Beta")]
    ) == [("ann", "bo")]


def test_stays_at_different_times_make_no_tie():
    early = employed("ann", start="2010", end="2012-05")
    late = employed("bo", start="2012-06", end="2015")
    assert pairs([early, late]) == []
    assert pairs([early, employed("cy", start="2012", end="2013")]) == [("ann", "cy")]


def test_an_end_of_2012_lasts_until_december():
    assert pairs([employed("ann", start="2010", end="2012"), employed("bo", start="2012-12")]) == [
        ("ann", "bo")
    ]


def test_a_stay_without_dates_is_the_present_one():
    past = employed("ann", start="2010", end="2012")
    present = employed("bo")
    going_on = employed("cy", start="2019-03")
    assert pairs([past, present, going_on]) == [("bo", "cy")]


def test_the_egos_own_stays_make_no_tie():
    assert pairs([employed("ego"), employed("ann"), employed("bo")], ego="ego") == [("ann", "bo")]


def test_no_employer_is_no_shared_employer():
    assert pairs([employed("ann", "Self-employed"), employed("bo", "self employed")]) == []


def test_following_a_company_is_no_stay():
    assert pairs([employed("ann", kind="follow"), employed("bo", kind="follow")]) == []


@pytest.mark.parametrize(
    ("size", "probability"),
    [
        (2, 0.5),
        (13, 0.5),  # 12 others, as many as one gets to know
        (25, 0.5 * 12 / 24),
    ],
)
def test_probability_falls_in_larger_groups(size, probability):
    ties = inferred_ties(contacts([employed(f"p{i}") for i in range(size)]))
    assert len(ties) == size * (size - 1) // 2
    assert ties["probability"].unique() == pytest.approx([probability])
    assert (ties["evidence"] == "inferred").all()


def test_a_very_large_organisation_says_nothing():
    # 0.5 * 12 / (size - 1) < 0.05 from 122 people on
    assert len(inferred_ties(contacts([employed(f"p{i}") for i in range(121)]))) == 121 * 120 // 2
    assert inferred_ties(contacts([employed(f"p{i}") for i in range(122)])).empty


def test_two_stays_of_one_person_are_one_tie():
    twice = [employed("ann", start="2010", end="2011"), employed("ann", start="2012", end="2014")]
    assert pairs([*twice, employed("bo", start="2010", end="2014")]) == [("ann", "bo")]
