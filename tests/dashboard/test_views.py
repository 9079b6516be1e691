"""What every view of a page of several keeps, whatever it shows and however little is known."""

import dataclasses
import json

import pandas as pd
import pytest
from dash import dcc, html
from plotly.utils import PlotlyJSONEncoder

from netgraph_dashboard import views
from netgraph_dashboard.pages import care, career
from netgraph_dashboard.session import Session

from .conftest import every, texts
from .test_pages import SMALL

VIEWS = [*care.VIEWS, *career.VIEWS]
each_view = pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.NAME)


@each_view
@pytest.mark.parametrize("made", SMALL, ids=lambda made: made.__name__)
def test_a_view_can_be_shown_however_little_is_known(view, made):
    session = Session(made())
    if session.contacts.ego is not None and not session.people.empty:
        assert json.dumps(html.Div(views.show(view, session)), cls=PlotlyJSONEncoder)


@each_view
@pytest.mark.parametrize("network", ["two_circles", "office", "star"])
def test_a_view_shows_each_kind_of_network(view, network, request):
    shown = html.Div(views.show(view, Session(request.getfixturevalue(network))))
    assert json.dumps(shown, cls=PlotlyJSONEncoder)
    assert len(every(shown, dcc.Graph)) == len(every(shown, html.Figcaption))


@each_view
def test_neither_names_nor_ids_stand_in_a_view_where_they_are_hidden(view, session):
    session.hide_names(hidden=True)
    sent = json.dumps(html.Div(views.show(view, session)), cls=PlotlyJSONEncoder)
    assert not [n for n in ("Ada", "Bea", "Bob") if f'"{n}"' in sent or f" {n} " in sent]
    assert not [p for p in session.people.index if f'"{p}"' in sent or f"person={p}" in sent]


@each_view
def test_a_view_says_once_from_which_day_it_counts(view, session):
    contacts = session.contacts
    ann = contacts.people.index[~contacts.people["is_ego"]][0]
    rows = {"source": contacts.ego, "target": ann, "kind": "message", "channel": "linkedin"}
    written = pd.DataFrame([rows | {"at": pd.Timestamp("2026-03-07")}])
    dated = Session(dataclasses.replace(contacts, interactions=written))
    shown = texts(html.Div(views.show(view, dated)))
    assert shown.count("As of 7 March 2026.") == 1
    assert "Looked back" not in shown
    assert "As of" not in texts(html.Div(views.show(view, session)))  # nothing has a date


@each_view
def test_a_view_says_what_it_answers(view):
    assert view.LEAD.endswith((".", "?"))
    assert view.TITLE


@pytest.mark.parametrize("page", [care, career], ids=lambda page: page.TITLE)
def test_the_tabs_lead_to_the_views_and_the_one_shown_is_marked(page):
    first, *_ = page.VIEWS
    links = views.tabs(page.PATH, page.VIEWS, first)
    assert [link.href for link in links] == [f"{page.PATH}?view={v.NAME}" for v in page.VIEWS]
    assert [texts(link) for link in links if "view-tab-chosen" in link.className] == [first.TITLE]


def test_an_address_that_names_no_view_is_told_which_there_are():
    shown = views.no_such_view(care.PATH, care.VIEWS, "foo")
    assert "There is no view “foo” here" in texts(shown)
    assert [link.href for link in every(shown, html.A)] == [
        f"{care.PATH}?view={view.NAME}" for view in care.VIEWS
    ]
    assert views._meant(care.VIEWS, "foo") is None
    assert views._meant(care.VIEWS, None) is care.VIEWS[0]
    marked = [tab for tab in views.tabs(care.PATH, care.VIEWS, None) if "chosen" in tab.className]
    assert marked == []


def test_the_address_names_the_view():
    assert views.asked("?view=ties") == "ties"
    assert views.asked("?person=x") is None
    assert views.asked(None) is None
