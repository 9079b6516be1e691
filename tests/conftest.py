"""Networks small enough to check on paper."""

import pandas as pd
import pytest

import netgraph as ng


@pytest.fixture(scope="session")
def example():
    """The example network, read once for all: no test may change it."""
    return ng.load(*ng.example())


@pytest.fixture
def office():
    """You know five people: three at Acme, one at Beta, one whose work is unknown.

    Ann and Bo met through an introduction by Cy; Dee stands alone.
    """
    people = pd.DataFrame(
        [
            ("You", None, "Data Analyst", "DATA", True),
            ("Ann Lee", "Acme Inc.", "Engineer", "ENGI", False),
            ("Bo Sun", "ACME", "Engineer", "ENGI", False),
            ("Cy Roy", "Acme", "Lawyer", "LEGL", False),
            ("Dee Fox", "Beta", None, None, False),
            ("Eva Orr", None, "Nurse", "HLTH", False),
        ],
        columns=["name", "company", "title", "domain", "is_ego"],
        index=["ego", "ann", "bo", "cy", "dee", "eva"],
    )
    ties = pd.DataFrame(
        [
            *[("ego", person, "contact", None) for person in ("ann", "bo", "cy", "dee", "eva")],
            ("ann", "bo", "introduction", 1),
            ("cy", "ann", "introduction", 1),
            ("cy", "eva", "thread", 3),
        ],
        columns=["source", "target", "kind", "count"],
    )
    employed = people.dropna(subset=["company"])
    stays = pd.DataFrame(
        {"person_id": employed.index, "organisation": employed["company"], "kind": "employer"}
    )
    return ng.Contacts(people=people, ties=ties, affiliations=stays)


@pytest.fixture
def star():
    """You know Ann, Bo and Cy; nothing is known of ties among them."""
    people = pd.DataFrame(
        {"name": ["You", "Ann", "Bo", "Cy"], "is_ego": [True, False, False, False]},
        index=["ego", "ann", "bo", "cy"],
    )
    ties = pd.DataFrame({"source": "ego", "target": ["ann", "bo", "cy"], "kind": "contact"})
    return ng.Contacts(people=people, ties=ties)
