"""Key players."""

from itertools import combinations

import networkx as nx
import numpy as np
import pytest

import netgraph as ng
from netgraph.metrics import distance_fragmentation, fragmentation, group_reach, key_players
from netgraph.metrics.brokerage.key_players import _greedy, _swapped, _worth


def without(graph, people):
    return graph.subgraph(set(graph) - set(people))


def test_the_kite_falls_apart_without_7(kite):
    told = key_players(kite)
    assert told.index.tolist() == [7]
    assert told.attrs["value"] == pytest.approx(1 - 44 / 72)  # 7 and 2 of 9 are left
    assert told.attrs["before"] == 0
    assert told.attrs["optimal"]
    assert told.loc[7].tolist() == [told.attrs["value"], 0]


def test_reach_of_3_in_the_kite(kite):
    # itself 1, its 6 contacts, then 1/2, 1/3 and 1/4: 8.0833 of 10
    assert group_reach(kite, people=[3]) == pytest.approx((7 + 1 / 2 + 1 / 3 + 1 / 4) / 10)
    assert group_reach(kite, people=kite) == 1
    told = key_players(kite, size=1, aim="reach")
    assert told.attrs["value"] == pytest.approx(max(group_reach(kite, people=[p]) for p in kite))
    assert np.isnan(told.attrs["before"])


@pytest.mark.parametrize(
    ("aim", "value"),
    [
        ("fragmentation", lambda g, k: fragmentation(without(g, k))),
        ("distance_fragmentation", lambda g, k: distance_fragmentation(without(g, k))),
        ("reach", lambda g, k: group_reach(g, people=k)),
    ],
)
def test_no_other_pair_is_better(aim, value):
    graph = nx.florentine_families_graph()
    told = key_players(graph, size=2, aim=aim)
    best = max(value(graph, pair) for pair in combinations(graph, 2))
    assert told.attrs["value"] == pytest.approx(best)
    assert told.attrs["value"] == pytest.approx(value(graph, told.index))
    one, two = told.index
    assert told.loc[one, "alone"] == pytest.approx(value(graph, [one]))
    assert told.loc[one, "without"] == pytest.approx(value(graph, [two]))


def test_swaps_never_make_a_group_worse():
    graph = nx.karate_club_graph()
    adjacency = ng.Adjacency.from_networkx(graph)
    worth, people = _worth(adjacency, "fragmentation"), list(range(34))
    greedy = _greedy(people, 3, worth)
    assert worth(_swapped(greedy, people, worth)) >= worth(greedy)
    assert worth(_swapped((4, 5, 6), people, worth)) > worth((4, 5, 6))


def test_where_not_all_groups_are_looked_at_the_best_is_not_claimed(monkeypatch):
    graph = nx.florentine_families_graph()
    best = key_players(graph, size=2)
    monkeypatch.setitem(key_players.__globals__, "BRUTE", 5)
    told = key_players(graph, size=2)
    assert not told.attrs["optimal"]
    assert told.attrs["value"] <= best.attrs["value"]


def test_unfit_arguments_are_refused(kite, own_star, monkeypatch):
    for size in (0, 9):
        with pytest.raises(ng.GraphError, match="size is"):
            key_players(kite, size=size)
    with pytest.raises(ng.GraphError, match="aim is 'fame'"):
        key_players(kite, aim="fame")
    with pytest.raises(ng.GraphError, match="to choose from"):
        key_players(own_star)  # no tie among contacts is known, so nobody can be chosen
    with pytest.raises(ng.GraphError, match="group is empty"):
        group_reach(kite, people=[])
    monkeypatch.setitem(key_players.__globals__, "MOST", 5)
    with pytest.raises(ng.GraphError, match="10 people"):
        key_players(kite)
