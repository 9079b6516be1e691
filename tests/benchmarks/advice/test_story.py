import networkx as nx
import numpy as np
import pandas as pd
import pytest
from advice import story

import netgraph as ng


@pytest.fixture(scope="module")
def early():
    return story.read_story("2023")


def test_later_introductions_leave_no_trace(early):
    assert early.introductions["date"].max() < "2023"
    told = early.interactions
    assert told.loc[told["kind"] == "introduction", "at"].max() < pd.Timestamp("2023")


def test_those_asked_for_are_hidden_and_by_others_than_the_ego(early):
    hidden = story.later_introductions()
    assert set(hidden) == set(story.YEARS)
    asked = hidden["2023"]
    known = set(zip(early.introductions["introducer"], early.introductions["introduced"],
                    strict=True))  # fmt: skip
    assert asked
    assert not known & {(one.introducer, one.target) for one in asked}
    assert all(one.introducer != early.ego != one.target for one in asked)


def test_the_tie_that_the_introduction_made_is_taken_away():
    graph = nx.Graph([("you", "ann"), ("you", "bo"), ("bo", "ann")])
    less = story._without_tie(graph, story.Asked("bo", "ann", "you"))
    assert not less.has_edge("you", "ann")
    assert less.has_edge("bo", "ann")
    assert graph.has_edge("you", "ann")


def test_plain_rules_see_observed_ties_alone():
    graph = nx.Graph()
    graph.add_edge("ann", "bo", evidence="observed")
    graph.add_edge("bo", "cy", evidence="inferred")
    people, seen = story.as_network(graph)
    assert people == ["ann", "bo", "cy"]
    assert seen.ties.tolist() == [[0, 1]]


def test_one_contact_in_five_is_hidden_and_the_ego_never(early):
    less = story._without_people(early, np.random.default_rng(0))
    assert len(less.people) == len(early.people) - round(0.2 * (len(early.people) - 1))
    assert less.ego == early.ego


def test_a_range_that_is_too_narrow_covers_little():
    graph = nx.relabel_nodes(nx.barbell_graph(5, 3), str)
    brokers = ng.find_brokers(graph)
    assert story._covered(brokers, brokers["rank"]) == 1
    off = brokers["rank"] + 100
    assert story._covered(brokers, off) == 0


@pytest.mark.parametrize(("part", "share"), [("brokers", 1), ("dormant", 0)])
def test_planted_brokers_are_looked_for_by_the_truth(part, share):
    truth = story.read_truth(ng.example()[0].parent)
    people = [item["person"] if isinstance(item, dict) else item for item in truth[part]]
    found = story.find_planted_brokers({"brokers": [{"person": p} for p in people]}, 0)
    assert found.set_index("method")["share"]["netgraph"] == share
