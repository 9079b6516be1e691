"""Relations against what is planted in the example."""

import json
from pathlib import Path
from urllib.parse import unquote

import pandas as pd
import pytest

import netgraph as ng

EXAMPLE = Path(__file__).parents[2] / "data" / "example"
PLANTED = {
    "present": "relation == 'colleague' and present == True",
    "former": "relation == 'colleague' and present == False",
    "university": "relation == 'alumni'",
    "association": "relation == 'community' and evidence.str.contains('Plumbline')",
    "volunteering": "relation == 'community' and evidence.str.contains('Lanternhouse')",
    "friends": "relation in ['friend', 'family']",
}
"""Community of the story -> how those of it are found."""


@pytest.fixture(scope="module")
def contacts(example):
    return example


@pytest.fixture(scope="module")
def relations(contacts):
    return ng.find_relations(contacts)


@pytest.fixture(scope="module")
def planted(contacts):
    """Community -> its members, and the brokers who take part in its conversations."""
    truth = json.loads((EXAMPLE / "truth.json").read_text(encoding="utf-8"))
    told = contacts.identifiers
    person = pd.Series(told["person_id"].to_numpy(), told["value"].map(unquote))
    person = person[~person.index.duplicated()]
    return {
        key: set(
            person.reindex(
                community["members"]
                + community["address_book_only"]
                + [b["person"] for b in truth["brokers"] if key in b["communities"]]
            ).dropna()
        )
        for key, community in truth["communities"].items()
    }


def share(part, whole):
    return len(part & whole) / len(whole)


@pytest.mark.parametrize("community", PLANTED)
def test_the_planted_communities_are_found(community, relations, planted, record_property):
    found = set(relations.query(PLANTED[community])["person_id"])
    precision, recall = share(planted[community], found), share(found, planted[community])
    record_property("precision", round(precision, 3))
    record_property("recall", round(recall, 3))
    assert precision >= 0.9
    assert recall >= 0.9


def test_of_everybody_else_nothing_but_a_trade_or_an_introduction_is_told(relations, planted):
    in_communities = set.union(*planted.values())
    loose = relations[~relations["person_id"].isin(in_communities)]
    by_place = loose[loose["relation"].isin(["colleague", "alumni", "community", "family"])]
    assert len(by_place) <= 0.02 * len(relations)
    assert relations.attrs["unknown"] > 400  # most of the loose ones: the files do not tell


def test_recruiters_are_those_whose_title_says_so(contacts, relations):
    found = set(relations.query("relation == 'recruiter' and grade == 'observed'")["person_id"])
    titles = contacts.people["title"].fillna("")
    said = {"Technical Recruiter", "Recruiter", "Talent Acquisition Specialist",
            "Talent Acquisition Manager"}  # fmt: skip
    connected = contacts.ties.query("kind == 'contact'")["target"]
    assert found == set(titles.index[titles.isin(said)]) & set(connected)


def test_what_nobody_is_called_in_the_example_is_not_known(relations):
    assert set(relations.attrs["missing"]) == {"family", "client", "mentor"}
    assert "nobody is called mentor in these files" in relations.attrs["missing"]["mentor"]


def test_address_books_alone_tell_friends_and_what_they_cannot():
    alone = ng.load(*[path for path in ng.example() if "google" in str(path) or "vcf" in str(path)])
    found = ng.find_relations(alone)
    assert (found["relation"] == "friend").sum() >= 34
    assert not (found["relation"] == "colleague").any()
    assert "colleague" in found.attrs["missing"]
    assert "alumni" in found.attrs["missing"]
