"""Intervals of share-based measures."""

import networkx as nx
import numpy as np
import pandas as pd
import pytest
from scipy.stats import beta

import netgraph as ng
from netgraph.metrics import diversity_interval
from netgraph.metrics.diversity.diversity_interval import NAMES


def star(contacts):
    graph = nx.star_graph(len(contacts))
    nx.set_node_attributes(graph, dict(enumerate(contacts, start=1)), "domain")
    graph.nodes[0]["domain"] = "law"
    return graph


def test_the_share_of_the_own_field_follows_a_beta():
    # three of four in law, two possible fields: share of law is Beta(3.5, 1.5); E-I is 1 - 2 share
    told = diversity_interval(star(["law"] * 3 + ["art"]), "ei_index", people=[0], seed=1).loc[0]
    low, high = 1 - 2 * beta(3.5, 1.5).ppf([0.975, 0.025])
    assert told["value"] == -0.5
    assert told["low"] == pytest.approx(low, abs=0.04)
    assert told["high"] == pytest.approx(high, abs=0.08)


@pytest.mark.parametrize("name", [name for name in NAMES if name != "social_diversity"])
def test_more_contacts_make_it_narrower(name):
    few, many = star(["law", "art", "tech", "law"]), star(["law", "art", "tech", "law"] * 40)
    widths = []
    for graph in (few, many):
        told = diversity_interval(graph, name, people=[0], categories=4).loc[0]
        widths.append(told["high"] - told["low"])
        assert told["contacts"] == len(graph) - 1
        if graph is many:
            assert told["low"] < told["value"] < told["high"]
    assert widths[1] < widths[0] / 2


def test_a_wider_level_holds_a_narrower_one(kite):
    wide = diversity_interval(kite, "hill_number", level=0.99, q=2)
    narrow = diversity_interval(kite, "hill_number", level=0.5, q=2)
    known = wide["contacts"] > 0
    assert (wide["low"] <= narrow["low"])[known].all()
    assert (wide["high"] >= narrow["high"])[known].all()
    assert wide.loc[9].isna().tolist() == [False, True, True, True]


def test_tables_of_distances_are_passed_on():
    fields = ["law", "art"]
    near = pd.DataFrame([[0, 0.1], [0.1, 0]], fields, fields)
    far = diversity_interval(star(fields * 3), "rao_stirling", people=[0]).loc[0]
    close = diversity_interval(star(fields * 3), "rao_stirling", people=[0], distance=near).loc[0]
    assert close.tolist()[1:] == pytest.approx((far / 10).tolist()[1:])
    alike = 1 - near
    told = diversity_interval(
        star(fields * 3), "leinster_cobbold", people=[0], similarity=alike, q=2
    )
    assert told.loc[0, "value"] == pytest.approx(1 / (1 - 0.05))
    assert told.loc[0, "high"] <= 1 / 0.95 + 1e-12


def test_the_seed_repeats_it(kite):
    one, two = (diversity_interval(kite, "blau_index", seed=5) for _ in range(2))
    assert one.equals(two)
    assert not one.equals(diversity_interval(kite, "blau_index", seed=6))


def test_unfit_arguments_are_refused(kite):
    with pytest.raises(ng.UnknownNameError, match="no measure of shares"):
        diversity_interval(kite, "constraint")
    with pytest.raises(ng.GraphError, match="level is 95"):
        diversity_interval(kite, "blau_index", level=95)
    with pytest.raises(ng.UnknownNameError, match="nobody"):
        diversity_interval(kite, "blau_index", people=["eve"])
    assert np.isnan(diversity_interval(kite, "ei_index").loc[8, "low"])  # own field not known


def test_the_evenness_of_exchange_is_surer_the_more_was_exchanged():
    graph = nx.Graph()
    graph.add_weighted_edges_from([("you", "ann", 3), ("you", "bo", 1), ("bo", "cy", 1)])
    few = diversity_interval(graph, "social_diversity", weight="weight")
    assert few["contacts"].to_dict() == {"you": 2, "ann": 1, "bo": 2, "cy": 1}
    assert few["value"]["you"] == pytest.approx(0.811, abs=5e-4)
    assert few["low"].isna().to_dict() == {"you": False, "ann": True, "bo": False, "cy": True}
    for _, _, tie in graph.edges(data=True):
        tie["weight"] *= 100
    many = diversity_interval(graph, "social_diversity", weight="weight")
    assert many["value"].equals(few["value"])
    assert few["low"]["you"] < many["low"]["you"] < 0.811 < many["high"]["you"]
    assert many["high"]["you"] < few["high"]["you"]


def test_the_evenness_of_exchange_needs_to_know_what_was_exchanged():
    with pytest.raises(ng.GraphError, match="weight='count'"):
        diversity_interval(nx.path_graph(3), "social_diversity")
