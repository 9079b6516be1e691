"""A small office, the planted truth of the example, and a bare list of connections."""

import json
from pathlib import Path
from urllib.parse import unquote

import pandas as pd
import pytest

import netgraph as ng

EXAMPLE = Path(__file__).parents[2] / "data" / "example"


@pytest.fixture(scope="session")
def mira(example):
    """The example's contacts, their graph, and what is planted, by person_id."""
    contacts = example
    truth = json.loads((EXAMPLE / "truth.json").read_text(encoding="utf-8"))["growing"]
    profiles = contacts.identifiers.query("kind == 'linkedin'")
    ids = dict(zip(profiles["value"].map(unquote), profiles["person_id"], strict=True))
    return contacts, ng.build_graph(contacts), truth, ids


@pytest.fixture
def firm():
    """You are a senior in data at Acme, and know people above and below, there and elsewhere.

    Dan wrote with you, Eve never did; Fay stands beside Gus, whom you do not know.
    """
    people = pd.DataFrame(
        [
            ("You", "Acme", "Senior Data Engineer", "DATA", "S", True),
            ("Dan", "Acme", "Head of Data", "DATA", "D", False),
            ("Eve", "Beta", "Data Science Manager", "DATA", "M", False),
            ("Fay", "Acme", "Executive Assistant", "ADMN", "P", False),
            ("Gus", "ACME Inc.", "Managing Director", "EXEC", "X", False),
            ("Hal", "Acme", "Software Engineering Manager", "SOFT", "M", False),
            ("Ivy", "Beta", "Data Analyst", "DATA", "P", False),
            ("Jon", "Beta", "General Counsel", "LEGL", "D", False),
        ],
        columns=["name", "company", "title", "domain", "seniority", "is_ego"],
        index=["ego", "dan", "eve", "fay", "gus", "hal", "ivy", "jon"],
    )
    ties = pd.DataFrame(
        [("ego", p, "contact") for p in ("dan", "eve", "fay", "ivy", "jon")]
        + [("eve", "hal", "introduction")],
        columns=["source", "target", "kind"],
    )
    talk = pd.DataFrame(
        {
            "source": ["ego", "dan"] * 3 + ["fay", "ego"],
            "target": ["dan", "ego"] * 3 + ["ego", "fay"],
            "at": pd.to_datetime(["2025-12-01", "2025-12-02"] * 4),
            "kind": "message",
            "channel": "linkedin",
        }
    )
    return ng.Contacts(people=people, ties=ties, interactions=talk)


@pytest.fixture
def bare():
    """A Connections.csv alone."""
    lines = [
        "First Name,Last Name,URL,Email Address,Company,Position,Connected On",
        "Ada,Example,https://www.linkedin.com/in/ada,,Acme,Head of Data,05 Mar 2024",
        "Bob,Sample,https://www.linkedin.com/in/bob,,Beta,Nurse,05 Mar 2023",
    ]
    return ng.load(("Connections.csv", "\n".join(lines).encode()))
