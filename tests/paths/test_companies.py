"""Strictly the company that is asked for, and who works or worked there."""

import pandas as pd
import pytest

import netgraph as ng
from netgraph.paths.companies import Companies, jobs_of

NAMES = [
    "Epic Games", "Loopio", "Müller Bau GmbH", "Northwind Traders Ltd", "Route 66 Diner",
    "GoDaddy", "Bär AG", "Freelance",
]  # fmt: skip


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("Epic", set()),
        ("Loop", set()),
        ("Mueller Bau", {"Müller Bau GmbH"}),
        ("Baer", {"Bär AG"}),
        ("Nortwind Traders", {"Northwind Traders Ltd"}),
        ("Route 67 Diner", set()),
        ("Go Daddy Inc.", {"GoDaddy"}),
        ("Freelance", set()),
        ("", set()),
    ],
)
def test_spellings(asked, found):
    assert Companies(NAMES).spellings(asked) == found


def test_the_index_finds_what_a_comparison_of_each_with_each_finds():
    companies = Companies(NAMES)
    for asked in (
        *NAMES,
        "Epic",
        "Mueller Bau",
        "Nortwind Traders",
        "Go Daddy",
        "Baer",
        "Route 66",
    ):
        assert companies.spellings(asked) == {n for n in NAMES if ng.same_company(asked, n)}


def test_similar_names_are_suggested_as_others():
    assert Companies(NAMES).near("Epic") == ["Epic Games"]
    assert Companies(NAMES).near("Loopio Holdings") == []  # that is the company itself
    assert Companies(NAMES).near("Loopion") == ["Loopio"]
    assert Companies(NAMES).near("Self-employed") == []


def test_a_stay_that_ended_or_is_elsewhere_is_a_former_one():
    people = pd.DataFrame(
        {"company": ["Acme", "Acme", None], "title": ["Clerk", None, None]},
        index=["ann", "bo", "cy"],
    )
    stays = pd.DataFrame(
        [
            ("ann", "ACME Inc.", None, None),  # the present one again
            ("ann", "Beta", "Intern", "2019"),
            ("ann", "Acme", "Trainee", "2015"),  # there before, too
            ("bo", "Beta", "Boss", None),  # another file names another company
            ("cy", "Gamma", "Cook", None),
            ("dee", "Gamma", "Cook", None),  # nobody of these people
            ("cy", "Self-employed", None, None),
        ],
        columns=["person_id", "organisation", "role", "end"],
    ).assign(kind="employer")
    known = ng.Contacts(
        people=pd.DataFrame({"name": "x"}, index=["ann", "bo", "cy", "dee"]), affiliations=stays
    )
    jobs = jobs_of(people, known)
    told = [tuple(row) for row in jobs[["person_id", "company", "present"]].itertuples(index=False)]
    assert told == [
        ("ann", "Acme", True),
        ("bo", "Acme", True),
        ("ann", "Beta", False),
        ("ann", "Acme", False),
        ("bo", "Beta", False),
        ("cy", "Gamma", True),
    ]
    assert jobs["until"].tolist()[2] == "2019"
    assert len(jobs_of(people)) == 2
