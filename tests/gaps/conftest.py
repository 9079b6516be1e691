"""Small networks with a gap, and who leads there."""

import pandas as pd
import pytest

import netgraph as ng

NOBODY = ["company", "title", "domain"]


def network(people, ties, **tables):
    """People as id -> (title, domain, company); ties as (one, two, kind)."""
    rows = {
        person: {"name": person.title(), "is_ego": person == "you"}
        | dict(zip(("title", "domain", "company"), facts, strict=True))
        for person, facts in people.items()
    }
    table = pd.DataFrame.from_dict(rows, orient="index")
    table["is_ego"] = table["is_ego"].astype(bool)
    return ng.Contacts(
        people=table, ties=pd.DataFrame(ties, columns=["source", "target", "kind"]), **tables
    )


@pytest.fixture
def circle():
    """You want to reach a judge. Ann introduced somebody to the judge, Bo shared an office with
    her, Cy was a clerk, Dee is in one circle with another judge, Eve knows nobody there.
    """
    people = {
        "you": ("Developer", "SOFT", None),
        "ann": ("Developer", "SOFT", None),
        "bo": ("Nurse", "HLTH", "Acme"),
        "cy": ("Developer", "SOFT", None),
        "eve": ("Developer", "SOFT", None),
        "judge": ("Judge", "LEGL", "Acme"),
    }
    ties = [("you", person, "contact") for person in ("ann", "bo", "cy", "eve")]
    ties += [("ann", "judge", "introduction")]
    posts = pd.DataFrame(
        {
            "person_id": ["bo", "judge", "cy"],
            "organisation": ["Acme", "Acme", "High Court"],
            "kind": "employer",
            "role": ["Nurse", "Judge", "Lawyer"],
            "end": [None, None, "2015"],
        }
    )
    return network(people, ties, affiliations=posts)
