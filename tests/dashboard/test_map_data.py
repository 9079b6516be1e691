"""What the map draws, and how it is answered."""

import gzip
import json

import networkx as nx
import pandas as pd
import pytest

import netgraph as ng
from netgraph_dashboard.app import create_app
from netgraph_dashboard.map_data import ROUTE, describe_map, tie_columns
from netgraph_dashboard.session import Session

from .conftest import contacts_of


def test_columns_of_people_have_a_value_for_everybody(session):
    people = describe_map(session)["people"]
    assert {len(column) for column in people.values()} == {8}
    assert "ego" not in people["id"]


def test_ties_name_places_in_people(session):
    described = describe_map(session)
    ids = described["people"]["id"]
    pairs = {
        frozenset((ids[source], ids[target]))
        for source, target in zip(
            described["ties"]["source"], described["ties"]["target"], strict=True
        )
    }
    assert frozenset(("ada", "bea")) in pairs
    assert len(pairs) == 13  # two cliques of four have 6 ties each, and one runs between them


def test_it_says_how_many_possible_ties_are_to_be_expected():
    people = ["ada", "aki", "ale", "ann", "ari"]
    alone = contacts_of(dict.fromkeys(people, "SOFT"))
    stays = pd.DataFrame({"person_id": people, "organisation": "Acme", "kind": "employer"})
    session = Session(ng.Contacts(people=alone.people, ties=alone.ties, affiliations=stays))
    ties = describe_map(session)["ties"]
    chances = nx.get_edge_attributes(session.graph.subgraph(people), "probability").values()
    assert sum(ties["inferred"]) == len(chances) == 10  # all pairs of the five
    assert 0 < ties["expected"] == round(sum(chances)) < 10


def test_bonds_count_the_ties_between_areas(session):
    bonds = describe_map(session)["bonds"]
    assert bonds == {"source": [0], "target": [1], "observed": [1], "inferred": [0]}


def test_observed_ties_come_last_so_that_they_are_drawn_on_top():
    graph = nx.Graph()
    graph.add_edge("ann", "bo", evidence="observed")
    graph.add_edge("bo", "cy", evidence="inferred")
    ties = tie_columns(graph, pd.Index(["ann", "bo", "cy"]))
    assert ties["inferred"].tolist() == [1, 0]


def test_the_legend_counts_everybody(session):
    described = describe_map(session)
    for meaning in described["colours"].values():
        assert sum(meaning["size"]) == 8
    assert described["colours"]["domain"]["label"][-1] == "Field unknown"


def test_hidden_names_are_not_sent(session):
    session.hide_names(hidden=True)
    people = describe_map(session)["people"]
    assert "Ada" not in json.dumps(people["name"])
    assert not set(people["id"]) & set(session.people.index)  # an id often is a name


def test_a_network_of_nobody_has_empty_columns(nobody):
    described = describe_map(nobody)
    assert described["people"]["id"] == []
    assert described["ties"]["source"] == []


def test_the_route_answers_json(client):
    answer = client.get(ROUTE)
    assert answer.status_code == 200
    assert set(answer.json) == {"people", "ties", "areas", "bonds", "colours"}


def test_the_same_map_is_not_sent_twice(client):
    tag = client.get(ROUTE).headers["ETag"]
    again = client.get(ROUTE, headers={"If-None-Match": tag})
    assert again.status_code == 304
    assert again.data == b""


def test_another_map_is_sent(two_circles):
    app = create_app(two_circles)
    browser = app.server.test_client()
    tag = browser.get(ROUTE).headers["ETag"]
    app.server.extensions["netgraph"].hide_names(hidden=True)
    assert browser.get(ROUTE, headers={"If-None-Match": tag}).status_code == 200


def test_the_answer_is_packed_where_the_browser_can_unpack(client):
    packed = client.get(ROUTE, headers={"Accept-Encoding": "gzip"})
    assert packed.headers["Content-Encoding"] == "gzip"
    assert json.loads(gzip.decompress(packed.data)) == client.get(ROUTE).json


@pytest.mark.parametrize("fixture", ["office", "star"])
def test_everybody_with_a_tie_stands_in_an_area(fixture, request):
    described = describe_map(Session(request.getfixturevalue(fixture)))
    assert max(described["people"]["area"]) < len(described["areas"]["label"])
    assert sum(described["areas"]["size"]) == len(described["people"]["id"])
