"""Where a personal network knows too little."""

import networkx as nx

from netgraph.adjacency import Adjacency
from netgraph.metrics._series import withheld, withheld_reason


def hidden(graph):
    adjacency = Adjacency.from_networkx(graph)
    return set(adjacency.nodes[withheld(adjacency)])


def personal(ties, ego, people=()):
    graph = nx.Graph(ties, personal=True, ego=ego)
    graph.add_nodes_from(people)
    return graph


def test_nothing_is_withheld_of_a_network_that_is_nobodys_own():
    assert hidden(nx.star_graph(4)) == set()
    assert hidden(nx.empty_graph(3)) == set()


def test_everything_without_a_tie_among_contacts():
    assert hidden(personal([("you", "ann"), ("you", "bo")], "you")) == {"you", "ann", "bo"}
    assert hidden(personal([], "you", ["you"])) == {"you"}
    assert hidden(personal([], None, ["ann", "bo"])) == {"ann", "bo"}
    assert hidden(personal([], None)) == set()


def test_contacts_who_are_tied_to_the_ego_alone_or_to_nobody():
    ties = [("you", "ann"), ("you", "bo"), ("ann", "bo"), ("you", "cy")]
    assert hidden(personal(ties, "you", ["dee"])) == {"cy", "dee"}


def test_a_contact_whom_the_ego_does_not_know_is_no_matter():
    ties = [("you", "ann"), ("ann", "bo")]
    assert hidden(personal(ties, "you")) == set()


def test_a_tie_of_the_ego_with_themselves_is_none():
    assert hidden(personal([("you", "you"), ("you", "ann")], "you")) == {"you", "ann"}


def test_the_reason_counts():
    ties = [("you", "ann"), ("you", "bo"), ("ann", "bo"), ("you", "cy")]
    mask = withheld(Adjacency.from_networkx(personal(ties, "you")))
    assert withheld_reason(mask) == "no tie to another contact is known of 1 of 4 people"
