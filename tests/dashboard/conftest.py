"""Small networks as the dashboard holds them, and the requests of a browser."""

import pandas as pd
import pytest

import netgraph as ng
from netgraph_dashboard.app import create_app
from netgraph_dashboard.session import Session


def contacts_of(people, among=()):
    """You know all `people` (id -> domain); `among` are observed ties between them."""
    table = pd.DataFrame(
        {
            "name": ["You", *(person.title() for person in people)],
            "company": [None, *(f"Firm {person[0].upper()}" for person in people)],
            "domain": ["SOFT", *people.values()],
            "seniority": [None, *("P" for _ in people)],
            "is_ego": [True, *(False for _ in people)],
        },
        index=["ego", *people],
    )
    rows = [("ego", person, "contact") for person in people]
    rows += [(one, two, "thread") for one, two in among]
    ties = pd.DataFrame(rows, columns=["source", "target", "kind"])
    return ng.Contacts(people=table, ties=ties)


def clique(people):
    return [(one, two) for i, one in enumerate(people) for two in people[i + 1 :]]


@pytest.fixture
def two_circles():
    """Ada to Ann know each other, and so do Bea to Bob; of the one circle, only Ada knows Bea."""
    a, b = ["ada", "aki", "ale", "ann"], ["bea", "ben", "bix", "bob"]
    people = dict.fromkeys(a, "SOFT") | dict.fromkeys(b, "LEGL")
    return contacts_of(people, [*clique(a), *clique(b), ("ada", "bea")])


@pytest.fixture
def session(two_circles):
    return Session(two_circles)


@pytest.fixture
def star_session(star):
    return Session(star)


@pytest.fixture
def nobody():
    return Session(None)


@pytest.fixture
def client(two_circles):
    return create_app(two_circles).server.test_client()


def texts(component):
    """All text in a component tree, joined."""
    if component is None:
        return ""
    if isinstance(component, str):
        return component
    if isinstance(component, list | tuple):
        return " ".join(texts(part) for part in component)
    return texts(getattr(component, "children", None))


def every(component, kind):
    """All components of a kind in a tree."""
    if isinstance(component, list | tuple):
        return [found for part in component for found in every(part, kind)]
    here = [component] if isinstance(component, kind) else []
    children = getattr(component, "children", None)
    return here + (every(children, kind) if children is not None else [])
