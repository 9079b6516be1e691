"""The position generator."""

import networkx as nx
import pytest

import netgraph as ng
from netgraph.metrics import position_generator

PRESTIGE = {"judge": 90, "nurse": 50, "cook": 30}


@pytest.fixture
def acquainted():
    graph = nx.star_graph(["you", "ann", "bo", "cy", "dee"])
    jobs = {"ann": "judge", "bo": "cook", "cy": "cook", "dee": "juggler", "you": "nurse"}
    nx.set_node_attributes(graph, jobs, "position")
    return graph


def test_a_judge_and_two_cooks(acquainted):
    # two positions of those asked about: 90 and 30
    told = position_generator(acquainted, prestige=PRESTIGE).loc["you"]
    assert told.to_dict() == {
        "extensity": 2,
        "upper_reachability": 90,
        "range": 60,
        "mean": 60,
        "total": 120,
    }


def test_access_to_one_position_has_no_width(acquainted):
    told = position_generator(acquainted, prestige=PRESTIGE).loc["ann"]
    assert told.tolist() == [1, 50, 0, 50, 50]


def test_no_access_is_none_and_the_rest_unknown(acquainted):
    told = position_generator(acquainted, prestige={"judge": 90}).loc["ann"]
    assert told["extensity"] == 0
    assert told.drop("extensity").isna().all()


@pytest.mark.parametrize("prestige", [{}, {"judge": float("nan")}])
def test_a_scale_without_numbers_is_refused(acquainted, prestige):
    with pytest.raises(ng.GraphError, match="prestige"):
        position_generator(acquainted, prestige=prestige)


def test_nobody_there():
    assert position_generator(nx.Graph(), prestige=PRESTIGE).shape == (0, 5)


def test_a_prestige_that_is_no_number_is_refused(lawyers):
    with pytest.raises(ng.GraphError, match="not a number for each"):
        ng.metrics.position_generator(lawyers, prestige={"law": "high"}, attribute="domain")
