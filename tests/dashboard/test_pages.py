"""What every page keeps, whatever it shows and however little is known."""

import json

import pandas as pd
import pytest
from dash import dcc, html
from plotly.utils import PlotlyJSONEncoder

import netgraph as ng
from netgraph_dashboard.app import find_pages
from netgraph_dashboard.session import Session

from .conftest import contacts_of, every, texts

PAGES = find_pages()
each_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.TITLE)


def one_person():
    return contacts_of({"ann": "LEGL"})


def three_people():
    return contacts_of({"ann": "LEGL", "bo": None, "cy": "SOFT"}, [("ann", "bo")])


def without_you():
    people = pd.DataFrame({"name": ["Ann", "Bo"], "domain": ["LEGL", None]}, index=["ann", "bo"])
    return ng.Contacts(
        people=people, ties=pd.DataFrame({"source": ["ann"], "target": ["bo"], "kind": ["edge"]})
    )


def nameless():
    people = pd.DataFrame({"name": ["You", None], "is_ego": [True, False]}, index=["ego", "x"])
    return ng.Contacts(
        people=people, ties=pd.DataFrame({"source": ["ego"], "target": ["x"], "kind": ["contact"]})
    )


def many_in_one_field():
    return contacts_of({f"p{n}": "SOFT" for n in range(200)})


def nobody_at_all():
    return ng.Contacts()


SMALL = [one_person, three_people, without_you, nameless, many_in_one_field, nobody_at_all]


@each_page
@pytest.mark.parametrize("made", SMALL, ids=lambda made: made.__name__)
def test_a_page_can_be_shown_however_little_is_known(page, made):
    shown = page.layout(Session(made()))
    assert json.dumps(shown, cls=PlotlyJSONEncoder)  # as Dash sends it
    assert len(every(shown, html.H1)) == 1


@each_page
@pytest.mark.parametrize("network", ["two_circles", "office", "star"])
def test_a_page_shows_each_kind_of_network(page, network, request):
    shown = page.layout(Session(request.getfixturevalue(network)))
    assert json.dumps(shown, cls=PlotlyJSONEncoder)


@each_page
def test_every_chart_says_in_a_sentence_what_it_shows(page, two_circles):
    shown = page.layout(Session(two_circles))
    charts = every(shown, dcc.Graph)
    captions = [texts(figure) for figure in every(shown, html.Figcaption)]
    assert len(charts) == len(captions)
    assert all(caption.endswith(".") for caption in captions)


@each_page
def test_a_page_of_nobody_says_what_to_do(page, nobody):
    said = texts(page.layout(nobody))
    assert "Add" in said or "add" in said or "export" in said


@pytest.mark.parametrize("page", [p for p in PAGES if p.TITLE in {"Clusters", "Brokers"}])
def test_on_a_star_the_structural_pages_say_why_they_are_empty(page, star_session):
    said = texts(page.layout(star_session))
    assert "No tie among your 3 contacts is known" in said
    assert "introductions" in said
    assert not every(page.layout(star_session), dcc.Graph)


@each_page
def test_hidden_names_stand_on_no_page(page, session):
    session.hide_names(hidden=True)
    sent = json.dumps(page.layout(session), cls=PlotlyJSONEncoder)
    assert not [
        name for name in ("Ada", "Bea", "Bob") if f'"{name}"' in sent or f" {name} " in sent
    ]


@each_page
def test_ids_of_people_are_hidden_with_their_names(page, session):
    session.hide_names(hidden=True)
    sent = json.dumps(page.layout(session), cls=PlotlyJSONEncoder)
    assert not [person for person in session.people.index if f'"{person}"' in sent]
    assert not [person for person in session.people.index if f"person={person}" in sent]
