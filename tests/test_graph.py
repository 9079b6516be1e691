"""Tables become a graph; the graph tells how well it is known."""

import networkx as nx
import numpy as np
import pandas as pd
import pytest

import netgraph as ng
from netgraph.graph import arcs_of, direct_contacts


def test_nodes_carry_what_is_known_and_nothing_else(office):
    graph = ng.build_graph(office)
    assert graph.nodes["dee"] == {"name": "Dee Fox", "company": "Beta", "is_ego": False}


def test_observed_and_inferred_evidence_on_one_pair_is_observed(office):
    tie = ng.build_graph(office).edges["ann", "bo"]
    assert tie["evidence"] == "observed"
    assert set(tie["kinds"].split("; ")) == {"introduction", "employer"}
    assert tie["probability"] == 1.0


def test_an_inferred_tie_is_marked_and_weighs_its_probability(office):
    tie = ng.build_graph(office).edges["bo", "cy"]
    assert tie["evidence"] == "inferred"
    assert tie["probability"] == pytest.approx(0.5)
    assert tie["weight"] == pytest.approx(0.5)  # 0.5 * (1 + log2(1 + 0))


def test_weight_grows_with_what_a_file_states():
    edges = b"source,target,weight\nAnn,Bo,2.5\nBo,Ann,0.5\nBo,Cy,\n"
    graph = ng.build_graph(ng.read(("edges.csv", edges)))
    # 1 + log2(1 + 2.5 + 0.5) = 1 + log2(4) = 3
    assert graph.edges["name/ann", "name/bo"]["weight"] == pytest.approx(3.0)
    assert graph.edges["name/bo", "name/cy"]["weight"] == pytest.approx(1.0)


def test_weight_grows_with_the_number_of_events(office):
    # three messages: 1 * (1 + log2(1 + 3)) = 3
    assert ng.build_graph(office).edges["cy", "eva"]["weight"] == pytest.approx(3.0)


def test_inferred_ties_can_be_left_out_or_cut_by_probability(office):
    assert not ng.build_graph(office, inferred=False).has_edge("bo", "cy")
    assert not ng.build_graph(office, min_probability=0.6).has_edge("bo", "cy")
    assert ng.build_graph(office, min_probability=0.5).has_edge("bo", "cy")


def test_without_the_ego_only_people_with_a_tie_to_you_or_each_other_are_there(office):
    graph = ng.build_graph(office, ego=False)
    assert set(graph) == {"ann", "bo", "cy", "dee", "eva"}
    assert graph.degree("dee") == 0
    assert graph.graph["ego"] is None
    assert ng.build_graph(office).graph["ego"] == "ego"


def test_a_letter_that_nobody_answered_is_no_tie():
    people = pd.DataFrame(
        {"name": ["You", "Ann", "Spam"], "is_ego": [True, False, False]},
        index=["ego", "ann", "spam"],
    )
    letters = pd.DataFrame(
        [("ego", "ann"), ("ann", "ego"), ("ann", "ego"), ("spam", "ego")],
        columns=["source", "target"],
    ).assign(kind="message")
    contacts = ng.Contacts(people=people, interactions=letters)
    graph = ng.build_graph(contacts)
    assert set(graph) == {"ego", "ann"}
    assert graph.edges["ego", "ann"]["count"] == 3
    assert list(direct_contacts(contacts)) == ["ann"]


def test_people_known_only_through_others_are_no_direct_contacts(office):
    strangers = pd.DataFrame({"name": ["Zoe"]}, index=["zoe"])
    tie = pd.DataFrame({"source": ["ann"], "target": ["zoe"], "kind": ["introduction"]})
    wider = ng.merge([office, ng.Contacts(people=pd.concat([office.people, strangers]), ties=tie)])
    assert "zoe" in ng.build_graph(wider, ego=False)
    assert "zoe" not in direct_contacts(wider)


def test_evidence_counts_ties_among_contacts_only(office):
    found = ng.evidence(ng.build_graph(office))
    # observed: ann-bo, ann-cy, cy-eva; inferred: bo-cy (ann-bo and ann-cy are observed, too)
    assert found[["people", "ties_to_you", "observed_ties", "inferred_ties"]].tolist() == [
        5,
        5,
        3,
        1,
    ]
    assert found["coverage"] == pytest.approx(4 / 5)
    assert found["inferred_expected"] == pytest.approx(0.5)
    assert "about 0 can be expected" in found["verdict"]  # one pair at one half, rounded to even


def test_a_star_says_that_nothing_is_known_and_how_to_get_more(star):
    found = ng.evidence(ng.build_graph(star))
    assert found["coverage"] == 0
    assert "No tie among your 3 contacts is known" in found["verdict"]
    assert "introductions" in found["advice"]


def test_an_empty_network_has_no_coverage():
    found = ng.evidence(ng.build_graph(ng.Contacts()))
    assert found["people"] == 0
    assert np.isnan(found["coverage"])


def test_the_graph_is_a_plain_networkx_graph(office):
    assert type(ng.build_graph(office)) is nx.Graph


def test_arcs_are_the_ties_in_both_directions(office):
    graph = ng.build_graph(office)
    people = list(graph)
    kept = arcs_of(graph)
    told = {
        (people[a], people[b]): (strength, probability, observed)
        for a, b, strength, probability, observed in zip(*kept, strict=True)
    }
    assert told == {
        ends: (tie["strength"], tie["probability"], tie["evidence"] == "observed")
        for one, two, tie in graph.edges(data=True)
        for ends in ((one, two), (two, one))
    }
    assert (np.diff(kept.target) >= 0).all()
    bare = nx.Graph(graph)
    assert bare.graph is not graph.graph
    for mine, other in zip(kept, arcs_of(bare), strict=True):
        assert sorted(mine) == sorted(other)


def test_arcs_are_forgotten_once_the_graph_changes(office):
    graph = ng.build_graph(office)
    before = len(arcs_of(graph).source)
    assert arcs_of(graph) is arcs_of(graph)
    graph.remove_edge("ego", "dee")
    graph.add_edge("dee", "dee")
    assert len(arcs_of(graph).source) == before - 2


@pytest.mark.parametrize("kind", [nx.DiGraph, nx.MultiGraph])
def test_arcs_of_a_graph_of_another_kind_are_refused(kind):
    with pytest.raises(ng.GraphError, match="one tie a pair"):
        arcs_of(kind([("ann", "bo")]))
