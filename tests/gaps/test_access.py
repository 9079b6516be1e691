"""Whom you know yourself, and how well."""

import pandas as pd
import pytest

import netgraph as ng
from netgraph.gaps._access import own_ties


@pytest.fixture
def contacts():
    """You are connected with Ann; a file of yours supposes a tie to Bo."""
    people = pd.DataFrame(
        {"name": ["You", "Ann", "Bo"], "is_ego": [True, False, False]}, index=["you", "ann", "bo"]
    )
    ties = pd.DataFrame(
        {
            "source": "you",
            "target": ["ann", "bo"],
            "kind": ["contact", "edge"],
            "evidence": ["observed", "inferred"],
            "probability": [1.0, 0.4],
        }
    )
    return ng.Contacts(people=people, ties=ties)


def test_a_tie_that_a_file_supposes_is_none_of_your_own(contacts):
    assert own_ties(contacts).index.tolist() == ["ann"]


def test_without_you_everybody_is_there_and_nothing_is_known_of_the_ties(contacts):
    nobody = ng.Contacts(people=contacts.people.assign(is_ego=False), ties=contacts.ties)
    found = own_ties(nobody)
    assert found.index.tolist() == ["you", "ann", "bo"]
    assert found["strength"].isna().all()
