"""Introductions as link prediction."""

import sys

import networkx as nx
import numpy as np
import pandas as pd
import pytest

import netgraph as ng
from netgraph.metrics import (
    adamic_adar,
    jaccard,
    katz,
    preferential_attachment,
    resource_allocation,
)
from netgraph.metrics.introductions import _pairs

each_measure = pytest.mark.parametrize(
    "measure", [adamic_adar, jaccard, katz, preferential_attachment, resource_allocation]
)
PEERS = [
    (adamic_adar, nx.adamic_adar_index),
    (jaccard, nx.jaccard_coefficient),
    (resource_allocation, nx.resource_allocation_index),
    (preferential_attachment, nx.preferential_attachment),
]


def test_two_common_contacts_by_hand():
    # ann and bo share you (3 contacts) and eve (2): 1/ln 3 + 1/ln 2; 1/3 + 1/2; 2 of 3; 2 x 3
    graph = nx.Graph(
        [("ann", "you"), ("bo", "you"), ("cy", "you"), ("ann", "eve"), ("bo", "eve"), ("bo", "dee")]
    )
    pair = ("ann", "bo")
    assert adamic_adar(graph)[pair] == pytest.approx(1 / np.log(3) + 1 / np.log(2))
    assert resource_allocation(graph)[pair] == pytest.approx(5 / 6)
    assert jaccard(graph)[pair] == pytest.approx(2 / 3)
    assert preferential_attachment(graph)[pair] == 6


@pytest.mark.parametrize(("measure", "peer"), PEERS, ids=lambda f: f.__name__)
def test_values_are_those_of_networkx(measure, peer):
    graph = nx.karate_club_graph()
    graph.add_node("stranger")
    told = measure(graph, top=None)
    expected = {frozenset((one, two)): score for one, two, score in peer(graph) if score}
    assert {frozenset(pair): score for pair, score in told.items()} == pytest.approx(expected)
    tied = list(graph.edges)[:9]
    named = measure(graph, pairs=tied)
    assert list(named.index) == tied
    assert named.tolist() == pytest.approx([score for _, _, score in peer(graph, tied)])


def test_katz_is_the_sum_of_the_walks():
    graph = nx.krackhardt_kite_graph()
    matrix = nx.to_numpy_array(graph)
    power, total = np.eye(10), np.zeros((10, 10))
    for _ in range(200):
        power = 0.1 * power @ matrix
        total += power
    told = katz(graph, beta=0.1)
    assert len(told) == 45 - 18
    for (one, two), score in told.items():
        assert score == pytest.approx(total[one, two])
    assert katz(graph, beta=0.1, pairs=[(0, 1)]).tolist() == pytest.approx([total[0, 1]])


def test_katz_of_a_large_network_is_worked_out_from_a_person(monkeypatch):
    graph = nx.karate_club_graph()
    expected = katz(graph, person=3)
    monkeypatch.setattr(_module(katz), "MOST", 5)
    alone = katz(graph, person=3)
    pd.testing.assert_series_equal(alone, expected)
    for measure in (katz, preferential_attachment):
        monkeypatch.setattr(_module(measure), "MOST", 5)
        with pytest.raises(ng.GraphError, match="Name a person"):
            measure(graph)


def _module(measure):
    return sys.modules[measure.__module__]


def test_katz_needs_a_small_beta():
    # a clique of 4 has the radius 3
    graph = nx.complete_graph(4)
    graph.remove_edge(0, 1)
    told = katz(graph)
    radius = told.attrs["spectral_radius"]
    assert radius == pytest.approx(max(nx.adjacency_spectrum(graph).real))
    assert told.attrs["beta"] == pytest.approx(0.5 / radius)
    for beta in (1 / radius, 0.0, -1.0, float("nan")):
        with pytest.raises(ng.GraphError, match="finite"):
            katz(graph, beta=beta)
    assert katz(nx.empty_graph(3)).empty
    assert katz(nx.karate_club_graph()).attrs["spectral_radius"] == pytest.approx(6.7257, abs=1e-4)


@each_measure
def test_pairs_who_are_tied_are_not_proposed(measure, kite):
    told = measure(kite, top=None)
    assert (told.diff().dropna() < 1e-9).all()
    assert told.index.names == ["person_id", "other_id"]
    assert told.name == measure.__name__
    assert not any(kite.has_edge(*pair) for pair in told.index)
    assert told.index.is_unique
    assert (told > 0).all()


@each_measure
def test_one_person_and_the_best(measure, kite):
    told, own = measure(kite, top=None), measure(kite, person=7)
    expected = {frozenset(pair): score for pair, score in told.items() if 7 in pair}
    assert {frozenset(pair): score for pair, score in own.items()} == pytest.approx(expected)
    assert set(own.index.get_level_values("person_id")) == {7}
    pd.testing.assert_series_equal(measure(kite, top=4), told.iloc[:4])


@each_measure
def test_blocks_do_not_show(measure, monkeypatch):
    graph = nx.gnp_random_graph(60, 0.08, seed=2)
    expected = measure(graph, top=25), measure(graph, top=None)
    monkeypatch.setattr(_pairs, "WORK", 50)
    for told, before in zip(
        (measure(graph, top=25), measure(graph, top=None)), expected, strict=True
    ):
        pd.testing.assert_series_equal(told, before)


@each_measure
def test_names_loops_and_an_adjacency_make_no_difference(measure, kite):
    expected = measure(kite)
    kite.add_edge(3, 3)
    pd.testing.assert_series_equal(measure(kite), expected)
    pd.testing.assert_series_equal(measure(ng.Adjacency.from_networkx(kite)), expected)
    renamed = measure(nx.relabel_nodes(kite, lambda n: f"p{n}"), top=None)
    assert renamed.tolist() == pytest.approx(measure(kite, top=None).tolist())


@each_measure
def test_a_star_export_proposes_nobody(measure, own_star):
    told = measure(own_star)
    assert told.empty
    assert "no tie among contacts" in told.attrs["withheld"]
    assert measure(own_star, pairs=[("ann", "bo")]).isna().all()
    own_star.graph["personal"] = False
    assert ("ann", "bo") in measure(own_star).index


@each_measure
def test_unfit_arguments_are_refused(measure, kite):
    with pytest.raises(ng.GraphError, match="to_undirected"):
        measure(nx.DiGraph(kite))
    with pytest.raises(ng.GraphError, match="both pairs and a person"):
        measure(kite, pairs=[(0, 1)], person=0)
    with pytest.raises(ng.GraphError, match="one person twice"):
        measure(kite, pairs=[(0, 0)])
    with pytest.raises(ng.GraphError, match="top is 0"):
        measure(kite, top=0)
    with pytest.raises(ng.UnknownNameError, match="nobody"):
        measure(kite, person="eve")
    assert measure(nx.Graph()).empty
    assert measure(kite, pairs=[]).empty


def test_what_is_no_pair_is_refused(kite):
    for wrong in ((0, 1, 2), 3, "03"):
        with pytest.raises(ng.GraphError, match="is no pair"):
            ng.metrics.jaccard(kite, pairs=[(0, 1), wrong])
