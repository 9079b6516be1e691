"""Graphs of other programs: GraphML, GEXF, node-link JSON."""

from __future__ import annotations

import io
import json

import networkx as nx
import pytest

import netgraph as ng
from netgraph.contacts import EGO
from netgraph.errors import ImportFormatError
from netgraph.importers import _graph_file, read
from netgraph.importers._graph_file import NO_ID, TOO_LONG


def as_graphml(graph):
    data = io.BytesIO()
    nx.write_graphml(graph, data)
    return "graph.graphml", data.getvalue()


def as_gexf(graph):
    data = io.BytesIO()
    nx.write_gexf(graph, data)
    return "graph.gexf", data.getvalue()


def as_json(graph):
    return "graph.json", json.dumps(nx.node_link_data(graph, edges="links")).encode()


every_format = pytest.mark.parametrize("write", [as_graphml, as_gexf, as_json])


def team(kind=nx.Graph):
    graph = kind()
    graph.add_node("1", label="Ada Example", company="Acme", Email="ada@example.com", Warmth="high")
    graph.add_node("2", label="Bob Sample", job_title="Engineer", tags="A; B")
    graph.add_edge("1", "2", weight=2.5, kind="friend")
    return graph


def named(contacts):
    names = contacts.people["name"]
    ends = zip(contacts.ties["source"], contacts.ties["target"], strict=True)
    return [{names[one], names[other]} for one, other in ends]


@every_format
def test_people_have_the_attributes_of_their_nodes(write):
    contacts = read(write(team()))
    ada = contacts.people.loc["mail/ada@example.com"]
    assert ada[["name", "given_name", "company", "Warmth"]].tolist() == [
        "Ada Example",
        "Ada",
        "Acme",
        "high",
    ]
    bob = contacts.people.loc["name/bob sample"]
    assert bob[["name", "title", "groups"]].tolist() == ["Bob Sample", "Engineer", "A; B"]
    stay = contacts.affiliations[["person_id", "organisation"]].to_numpy().tolist()
    assert stay == [["mail/ada@example.com", "Acme"]]
    assert contacts.identifiers["value"].tolist() == ["ada@example.com"]


@every_format
def test_ties_have_weight_and_word_and_you_have_none(write):
    contacts = read(write(team()))
    tie = contacts.ties.iloc[0]
    assert tie[["kind", "weight", "relation", "evidence"]].tolist() == [
        "edge",
        2.5,
        "friend",
        "observed",
    ]
    assert EGO not in {tie["source"], tie["target"]}
    # two people and one tie
    assert contacts.files[["rows", "kept", "rejected"]].iloc[0].tolist() == [3, 3, 0]


@every_format
def test_two_nodes_of_one_label_are_two_people(write):
    graph = nx.Graph([("1", "2"), ("2", "3")])
    nx.set_node_attributes(graph, {"1": "Ada", "2": "Bob", "3": "Ada"}, "label")
    contacts = read(write(graph))
    assert (contacts.people["name"] == "Ada").sum() == 2
    assert len(contacts.ties) == 2


@every_format
def test_ids_that_are_addresses_or_names(write):
    graph = nx.Graph([("Ada Example", "Bob@Example.com"), ("in/cy", "name/dee fourth#2")])
    graph.add_edge("https://www.linkedin.com/in/eve", "tel/+442079460000")
    contacts = read(write(graph))
    assert set(contacts.people.index) == {
        EGO,
        "name/ada example",
        "mail/bob@example.com",
        "in/cy",
        "name/dee fourth",
        "in/eve",
        "tel/+442079460000",
    }


@every_format
def test_a_node_may_be_you(write):
    graph = team()
    graph.nodes["1"]["is_ego"] = True
    contacts = read(write(graph))
    assert contacts.people.loc[EGO, "name"] == "Ada Example"
    assert contacts.people["is_ego"].sum() == 1
    assert EGO in {*contacts.ties["source"], *contacts.ties["target"]}
    assert read(write(team()), ego="Bob Sample").people.loc[EGO, "title"] == "Engineer"


@every_format
def test_several_who_claim_to_be_you_are_not(write):
    graph = team()
    nx.set_node_attributes(graph, "true", "is_ego")
    contacts = read(write(graph))
    assert len(contacts.people) == 3
    assert "several people are marked" in contacts.files["warnings"].iloc[0]


@every_format
def test_loops_and_parallel_ties_are_counted(write):
    graph = team(nx.MultiGraph)
    graph.add_edge("2", "1", weight=1.0)
    graph.add_edge("1", "1")
    contacts = read(write(graph))
    # 2.5 + 1.0; the pair stands twice
    assert contacts.ties[["weight", "count"]].iloc[0].tolist() == [3.5, 2]
    assert len(contacts.ties) == 1
    assert contacts.rejected["reason"].tolist() == [
        "a tie of a person with themselves ('1' to '1')"
    ]
    assert "1 tie of a pair" in contacts.files["warnings"].iloc[0]


@pytest.mark.parametrize(("directed", "ties"), [(False, 1), (True, 2)])
def test_a_pair_in_either_order_is_one_tie_unless_directions_count(directed, ties):
    links = [{"source": "Ann", "target": "Bo"}, {"source": "Bo", "target": "Ann"}]
    graph = {"directed": directed, "nodes": [{"id": "Ann"}, {"id": "Bo"}], "links": links}
    assert len(read(("g.json", json.dumps(graph).encode())).ties) == ties


def test_an_empty_graph_is_no_error():
    contacts = read(("g.graphml", b"<graphml/>"))
    assert contacts.files["rows"].tolist() == [0]
    assert "nobody stands in it" in contacts.files["warnings"].iloc[0]


@every_format
def test_directions_are_kept_and_told(write):
    graph = nx.DiGraph([("ann", "bo"), ("bo", "ann")])
    contacts = read(write(graph))
    assert contacts.ties[["source", "target"]].to_numpy().tolist() == [
        ["name/ann", "name/bo"],
        ["name/bo", "name/ann"],
    ]
    assert "both ways" in contacts.files["warnings"].iloc[0]
    assert ng.build_graph(contacts).number_of_edges() == 1


@every_format
def test_an_inferred_tie_stays_inferred(write):
    graph = team()
    graph.edges["1", "2"].update(evidence="inferred", probability=0.25)
    tie = read(write(graph)).ties.iloc[0]
    assert (tie["evidence"], tie["probability"]) == ("inferred", 0.25)


@every_format
def test_a_graph_can_be_measured_without_you(write):
    graph = nx.relabel_nodes(nx.karate_club_graph(), str)
    contacts = ng.load(write(nx.Graph(graph.edges)))
    built = ng.build_graph(contacts)
    assert built.number_of_edges() == 78
    assert ng.measure(built, ["betweenness"]).notna().all().all()


@every_format
def test_attributes_called_like_ours_do_no_harm(write):
    graph = team()
    graph.nodes["1"].update(self="x", index="y", person_id="z", emails="u@example.com", domain="d")
    ada = read(write(graph)).people.loc["mail/ada@example.com"]
    assert ada["self"] == "x"
    assert ada["index"] == "y"


@every_format
def test_a_text_that_is_far_too_long_costs_its_person(write, monkeypatch):
    graph = team()
    graph.add_edge("1", "Cy", kind="x" * 3_000)
    graph.add_node("4", label="y" * 3_000)
    monkeypatch.setattr(_graph_file, "LONGEST_CELL", 2_000)
    contacts = read(write(graph))
    assert contacts.rejected["reason"].tolist() == [TOO_LONG, TOO_LONG]
    assert len(contacts.ties) == 1


def test_of_very_many_attributes_the_commonest_are_kept():
    # 1,000 people with an attribute each of their own would be a million cells
    nodes = [{"id": f"P{i}", "company": "Acme", f"own{i}": "x"} for i in range(1_000)]
    contacts = read(("g.json", json.dumps({"nodes": nodes, "links": []}).encode()))
    assert contacts.people["company"].notna().sum() == 1_000
    assert contacts.people.columns.str.startswith("own").sum() == 499
    assert "500 commonest" in contacts.files["warnings"].iloc[0]


def test_a_long_id_is_shown_short():
    link = {"source": "x" * 1_000, "target": "Ann"}
    graph = {"nodes": [{"id": "Ann"}], "links": [link]}
    contacts = read(("g.json", json.dumps(graph).encode()))
    assert len(contacts.rejected["reason"].iloc[0]) < 250


def test_a_tie_to_nobody_is_refused():
    text = json.dumps(
        {
            "nodes": [{"id": "ann"}, {"id": ""}, {"id": "bo"}, {"id": "ann"}, 7],
            "links": [{"source": "ann", "target": "cy"}, {"source": "ann", "target": "bo"}, None],
        }
    )
    contacts = read(("g.json", text.encode()))
    reasons = dict(zip(contacts.rejected["row"], contacts.rejected["reason"], strict=True))
    assert reasons == {
        2: NO_ID,
        4: "a person further up has the id 'ann'",
        5: "it is no object with attributes",
        6: "the tie from 'ann' to 'cy': nobody has the id 'cy'",
        8: "it is no object with a source and a target",
    }
    assert len(contacts.ties) == 1
    assert contacts.files[["rows", "kept"]].iloc[0].tolist() == [8, 3]


@pytest.mark.parametrize(
    "graph",
    [
        {"nodes": [{"name": "Ann"}, {"name": "Bo"}], "links": [{"source": 0, "target": 1}]},
        {
            "attributes": {},
            "options": {"type": "undirected"},
            "nodes": [{"key": "a", "attributes": {"label": "Ann"}}, {"key": "Bo"}],
            "edges": [{"key": "1", "source": "a", "target": "Bo", "attributes": {"weight": 2}}],
        },
        {
            "elements": {
                "nodes": [{"data": {"id": "a", "name": "Ann"}}, {"data": {"id": "Bo"}}],
                "edges": [{"data": {"source": "a", "target": "Bo"}}],
            }
        },
    ],
    ids=["d3", "graphology", "cytoscape"],
)
def test_json_of_other_programs(graph):
    assert named(read(("g.json", json.dumps(graph).encode()))) == [{"Ann", "Bo"}]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ('{"nodes": [], "links": [', "damaged"),
        ('{"nodes": {}, "links": []}', "no list of nodes"),
        ('{"elements": [1], "nodes": 1, "links": 2}', "no list of nodes"),
        ('{"nodes": [], "links": ' + "[" * 200_000, "nested|damaged"),
        ('{"nodes": [{"id": ' + "9" * 5000 + '}], "links": []}', "digits"),
    ],
)
def test_json_that_is_no_graph(text, reason):
    with pytest.raises(ImportFormatError, match=reason) as error:
        read(("g.json", text.encode()))
    assert error.value.remedy


def test_a_yed_drawing_has_names():
    text = """<graphml xmlns="g" xmlns:y="y"><key id="d6" for="node" yfiles.type="nodegraphics"/>
    <graph edgedefault="undirected"><node id="n0"><data key="d6"><y:ShapeNode>
    <y:NodeLabel>Ada Example</y:NodeLabel></y:ShapeNode></data></node><node id="Bo"/>
    <edge source="n0" target="Bo"/></graph></graphml>"""
    assert named(read(("g.graphml", text.encode()))) == [{"Ada Example", "Bo"}]


def test_defaults_hold_where_nothing_else_is_told():
    graphml = """<graphml><key id="c" for="node" attr.name="company"><default>Acme</default></key>
    <graph><node id="Ann"/><node id="Bo"><data key="c">Initech</data></node></graph></graphml>"""
    gexf = """<gexf><graph><attributes class="node"><attribute id="0" title="company" type="string">
    <default>Acme</default></attribute></attributes><nodes><node id="Ann"/>
    <node id="Bo"><attvalues><attvalue for="0" value="Initech"/></attvalues></node></nodes>
    </graph></gexf>"""
    for name, text in (("g.graphml", graphml), ("g.gexf", gexf)):
        people = read((name, text.encode())).people
        assert people["company"].tolist()[1:] == ["Acme", "Initech"]
