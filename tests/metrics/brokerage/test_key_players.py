"""Key players."""

from itertools import combinations

import networkx as nx
import numpy as np
import pytest

import netgraph as ng
from netgraph.metrics import distance_fragmentation, fragmentation, group_reach, key_players
from netgraph.metrics.brokerage import _aims
from netgraph.metrics.brokerage._aims import DistanceFragmentation, Fragmentation, Reach
from netgraph.metrics.brokerage.key_players import _greedy, _swapped


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


AIMS = {
    Fragmentation: lambda g, k: fragmentation(without(g, k)),
    DistanceFragmentation: lambda g, k: distance_fragmentation(without(g, k)),
    Reach: lambda g, k: group_reach(g, people=k),
}
each_aim = pytest.mark.parametrize(("aim", "value"), AIMS.items())
PARTS = nx.disjoint_union(nx.random_labeled_tree(12, seed=3), nx.lollipop_graph(5, 3))


@each_aim
@pytest.mark.parametrize("group", [(), (2,), (4, 15, 0)])
def test_what_each_adds_is_what_the_larger_group_brings(aim, value, group):
    sought = aim(ng.Adjacency.from_networkx(PARTS))
    others = np.setdiff1d(np.arange(len(PARTS)), group)
    expected = [value(PARTS, [*group, int(each)]) for each in others]
    assert sought.with_each(group, others) == pytest.approx(expected)
    assert sought.value((*group, int(others[0]))) == pytest.approx(expected[0])


def test_who_was_drawn_does_not_make_the_only_contact_a_key_player(monkeypatch):
    graph = nx.disjoint_union(nx.star_graph(40), nx.complete_graph(60))
    graph.add_edges_from((100 - each, 101 + each) for each in range(30))  # contacts of one alone
    graph.add_edge(0, 60)
    monkeypatch.setattr(_aims, "EXACT", 10)
    monkeypatch.setattr(_aims, "SAMPLE", 20)
    told = key_players(graph, aim="distance_fragmentation")
    assert told.index.tolist() == [0]


def test_a_sampled_choice_says_so_and_its_numbers_are_exact(monkeypatch):
    monkeypatch.setattr(_aims, "EXACT", 10)
    graph = nx.barbell_graph(30, 1)
    told = key_players(graph, aim="distance_fragmentation")
    assert told.index[0] in {29, 31}  # who holds the one between to either clique
    assert told.attrs["sources"] == 50
    assert not told.attrs["optimal"]
    assert told.attrs["value"] == pytest.approx(distance_fragmentation(without(graph, [31])))


def test_swaps_never_make_a_group_worse():
    graph = nx.karate_club_graph()
    aim, people = Fragmentation(ng.Adjacency.from_networkx(graph)), np.arange(34)
    greedy = _greedy(people, 3, aim)
    assert aim.value(_swapped(greedy, people, aim)) >= aim.value(greedy)
    assert aim.value(_swapped((4, 5, 6), people, aim)) > aim.value((4, 5, 6))


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
        key_players(kite, aim="reach")
    assert len(key_players(kite)) == 1  # without distances there may be more
