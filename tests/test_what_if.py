"""What changes for you when people are lost, met, or taken up with again."""

import networkx as nx
import numpy as np
import pytest

import netgraph as ng


@pytest.fixture
def graph(office):
    """The office of conftest: cy knows ann and eva, ann knows bo; dee stands alone."""
    return ng.build_graph(office, inferred=False)


@pytest.fixture
def chain():
    """You know ann and bo; ann alone knows cy, who knows dee."""
    graph = nx.Graph([("ego", "ann"), ("ego", "bo"), ("ann", "cy"), ("cy", "dee")], ego="ego")
    nx.set_edge_attributes(graph, 0.5, "strength")
    nx.set_node_attributes(graph, {"ann": "LEGL", "bo": "SOFT", "cy": "HLTH"}, "domain")
    nx.set_node_attributes(graph, {"ann": "Ann Lee", "bo": "Bo Sun", "cy": "Cy Röhl"}, "name")
    return graph


def test_before_is_what_the_measures_say_of_the_whole(graph):
    before = ng.what_if(graph)["before"]
    measured = ng.measure(graph, ["constraint", "effective_size", "hill_number"]).loc["ego"]
    assert before["constraint"] == pytest.approx(measured["constraint"])
    assert before["effective_size"] == pytest.approx(measured["effective_size"])
    assert before["diversity"] == pytest.approx(measured["hill_number"])
    assert before["reach"] == before["contacts"] == 5


def test_after_is_what_they_say_without_those_who_are_lost(graph):
    after = ng.what_if(graph, remove=["cy"])["after"]
    left = graph.copy()
    left.remove_node("cy")
    measured = ng.measure(left, ["constraint", "effective_size", "hill_number"]).loc["ego"]
    assert after["constraint"] == pytest.approx(measured["constraint"])
    assert after["effective_size"] == pytest.approx(measured["effective_size"])
    assert after["diversity"] == pytest.approx(measured["hill_number"])


def test_who_is_lost_takes_those_with_them_who_are_reached_through_them_alone(chain):
    lost = ng.what_if(chain, remove=["ann"])
    assert lost.loc["reach", ["before", "after"]].tolist() == [3, 1]  # ann, bo and cy; then bo
    assert lost.loc["cut_off", "change"] == 2
    assert lost.attrs["cut_off"] == ["cy", "dee"]
    assert "No chain leads to 2 people any more." in lost.attrs["says"]


def test_reach_through_living_ties_by_hand(chain):
    # ann and bo at 0.5 each, cy through ann at 0.5 * 0.5
    assert ng.what_if(chain).loc["living_reach", "before"] == pytest.approx(1.25)


def test_a_tie_taken_up_again_carries_more(chain):
    chain.edges["ego", "ann"]["strength"] = 0.1
    again = ng.what_if(chain, reconnect=["ann"])
    # ann and cy through ann: 0.1 and 0.05 become 0.5 and 0.25
    assert again.loc["living_reach", "change"] == pytest.approx(0.6)
    assert again.loc["living_diversity", "change"] > 0
    assert again.loc[["contacts", "reach", "diversity", "constraint"], "change"].tolist() == [0] * 4
    assert again.attrs["reconnected"] == ["ann"]


def test_a_new_contact_brings_a_field_and_whom_they_know(chain):
    new = ng.what_if(chain, add=[{"name": "Eva", "domain": "GOVT", "knows": "dee"}])
    assert new.loc["contacts", "change"] == 1
    assert new.loc["domains", ["before", "after"]].tolist() == [2, 3]
    assert new.loc["diversity", "after"] == pytest.approx(3)
    assert new.loc["reach", "change"] == 2  # Eva, and dee through her
    assert new.attrs["says"].startswith("With Eva: people within two steps 3 -> 5 (+2)")


def test_a_new_contact_may_know_those_at_their_company(office):
    graph = ng.build_graph(office, inferred=False)
    new = ng.what_if(graph, add=[{"company": "Acme Inc."}])
    # three at Acme, each known with probability 0.5: effective size grows by 1 less the ties
    # that are new among contacts: (6 - 2 * (3 + 1.5) / 6) - (5 - 2 * 3 / 5) = 0.7
    assert new.loc["effective_size", "change"] == pytest.approx(0.7, abs=0.15)
    assert new.loc["effective_size", "low"] < new.loc["effective_size", "high"]


def test_somebody_in_the_network_can_become_a_contact(chain):
    known = ng.what_if(chain, add=["cy"])
    assert known.loc[["contacts", "reach"], "change"].tolist() == [1, 1]
    assert known.attrs["added"] == ["cy"]
    with pytest.raises(ng.GraphError, match="is a contact of yours already"):
        ng.what_if(chain, add=["ann"])


def test_clusters_are_told_by_label_or_number():
    graph = nx.relabel_nodes(nx.barbell_graph(5, 0), str)
    graph.add_edges_from([("ego", "0"), ("ego", "1")])
    graph.graph["ego"] = "ego"
    clusters = ng.find_clusters(graph)
    other = int(clusters.loc["9", "cluster"])
    for name in (other, clusters.loc["9", "label"]):
        new = ng.what_if(graph, add=[{"cluster": name}], clusters=clusters)
        assert new.loc["clusters", ["before", "after"]].tolist() == [1, 2]
    with pytest.raises(ng.UnknownNameError, match="no cluster is called"):
        ng.what_if(graph, add=[{"cluster": "Chess"}], clusters=clusters)


def test_an_uncertain_tie_makes_an_uncertain_change(chain):
    chain.edges["ann", "cy"].update(probability=0.5, evidence="inferred")
    lost = ng.what_if(chain, remove=["ann"])
    assert lost.loc["reach", ["low", "high"]].tolist() == [-2, -1]
    assert -2 < lost.loc["reach", "change"] < -1
    assert ng.what_if(chain, remove=["bo"]).loc["reach", ["low", "high"]].tolist() == [-1, -1]


def test_nothing_asked_changes_nothing(graph):
    same = ng.what_if(graph)
    assert (same["change"].dropna() == 0).all()
    assert same.attrs["says"].endswith("nothing changes.")


def test_a_broker_appears_in_the_place_of_one_who_is_lost():
    ring = nx.relabel_nodes(nx.barbell_graph(14, 1), str)  # 14 is between; 13 and 15 beside
    ring.add_edges_from([("0", "deputy"), ("deputy", "20")])  # a longer way round
    ring.add_edges_from(("ego", person) for person in list(ring))
    ring.graph["ego"] = "ego"
    lost = ng.what_if(ring, remove=["14"])
    assert lost.loc["groups", "change"] == 0
    held = ng.what_if(ring, remove=["14", "deputy"])
    assert held.loc["groups", "change"] == 1
    assert "14" not in {row["person_id"] for row in lost.attrs["brokers_vanish"]}


def test_the_appearing_broker_is_named():
    # eleven people each lie between a clique and one more person; "deputy" bridges the two
    # cliques only once "chief" is gone, since the way by him is longer
    graph = nx.Graph()
    cliques = [[f"{side}{n}" for n in range(12)] for side in "ab"]
    for clique in cliques:
        graph.add_edges_from((p, q) for p in clique for q in clique if p < q)
    for clique in cliques:
        graph.add_edges_from((person, f"of {person}") for person in clique)
    graph.add_edges_from((p, "chief") for clique in cliques for p in clique)
    graph.add_edges_from([("of a0", "deputy"), ("deputy", "of b0")])
    graph.add_edges_from(("ego", person) for person in list(graph))
    graph.graph["ego"] = "ego"
    nx.set_node_attributes(graph, {"deputy": "Dee Fox"}, "name")
    lost = ng.what_if(graph, remove=["chief"])
    appear = {row["person_id"]: row for row in lost.attrs["brokers_appear"]}
    assert appear["deputy"]["before"] > 10 >= appear["deputy"]["after"]
    assert "Dee Fox" in lost.attrs["says"]


def test_a_star_withholds_what_it_cannot_tell(star):
    lost = ng.what_if(ng.build_graph(star), remove=["ann"])
    assert lost.loc["contacts", ["before", "after"]].tolist() == [3, 2]
    for measure in ("constraint", "effective_size", "groups", "cut_off"):
        assert np.isnan(lost.loc[measure, "after"])
        assert "no tie among your contacts was observed" in lost.loc[measure, "reason"]
    assert "withheld" in lost.attrs["says"]
    assert lost.attrs["brokers_appear"] == []


def test_the_last_contact_leaves_nothing_to_measure(chain):
    lost = ng.what_if(chain, remove=["ann", "bo"])
    assert lost.loc["contacts", "after"] == 0
    assert np.isnan(lost.loc["constraint", "after"])
    assert lost.loc["constraint", "reason"] == "nobody is left of whom this is known"


@pytest.mark.parametrize("text", ["ann", "Ann Lee", "ann l", "ANN LEE", "cy rohl", "Röhl"])
def test_people_are_meant_by_id_name_or_a_part_of_it(chain, text):
    assert ng.what_if(chain, remove=text).attrs["lost"][0] in {"ann", "cy"}


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"remove": ["An Leigh"]}, "nobody is known by 'An Leigh'. Perhaps you mean 'Ann Lee'"),
        ({"remove": ["ego"]}, "you are the one whose network this is"),
        ({"remove": ["ann"], "reconnect": ["ann"]}, "cannot both be lost and taken up with"),
        ({"reconnect": ["cy"]}, "is no contact of yours"),
        ({"add": [{"domian": "LEGL"}]}, "Perhaps you mean 'domain'"),
        ({"add": [{"domain": "Legl"}]}, None),
        ({"add": [{"domain": "LEGLA"}]}, "Did you mean Law and compliance"),
        ({"add": [{"domain": "and"}]}, "several domains fit 'and'"),
        ({"add": [{"strength": 2}]}, "from 0 to below 1"),
        ({"remove": ["e"]}, "4 people are meant by 'e'"),
    ],
)
def test_mistakes_are_told_with_a_remedy(chain, asked, said):
    chain.add_node("eve")
    if said is None:
        assert ng.what_if(chain, **asked).loc["domains", "change"] == 0
        return
    with pytest.raises(ng.NetgraphError) as told:
        ng.what_if(chain, **asked)
    assert said in str(told.value)


def test_a_graph_without_you_is_refused(office):
    with pytest.raises(ng.GraphError, match="the ego included"):
        ng.what_if(ng.build_graph(office, ego=False))


def test_the_graph_is_left_as_it_was(chain):
    before = nx.to_dict_of_dicts(chain)
    ng.what_if(chain, remove=["ann"], add=[{"domain": "LEGL"}], reconnect=["bo"])
    assert nx.to_dict_of_dicts(chain) == before
