"""What measures of reach read off a search that was done already."""

import networkx as nx
import numpy as np
import pytest

import netgraph as ng
from netgraph.adjacency import Adjacency
from netgraph.metrics import k_step_reach
from netgraph.metrics.reach import _distances
from netgraph.metrics.reach._distances import count_people
from netgraph.reading_once import reading_once

REACH = ["harmonic_closeness", "k_step_reach", "two_step_reach", "reach_efficiency"]


@pytest.fixture
def searches(monkeypatch):
    """Tell how far each search went."""
    done = []
    search = _distances.count_by_distance

    def counted(*arguments, **options):
        done.append(options["furthest"])
        return search(*arguments, **options)

    monkeypatch.setattr(_distances, "count_by_distance", counted)
    return done


@pytest.mark.parametrize("steps", [1, 2, 4, 9])
@pytest.mark.parametrize("furthest", [1, 2, 3, 4, 7, None])
@pytest.mark.parametrize("before", [None, 2, 3, 5])
def test_it_is_as_if_nothing_had_been_counted_before(steps, furthest, before):
    graph = nx.disjoint_union(nx.path_graph(9), nx.krackhardt_kite_graph())
    adjacency = Adjacency.from_networkx(graph)
    counts, nearness = count_people(adjacency, steps=steps, furthest=furthest)
    assert counts.shape == (len(graph), steps)
    with reading_once():
        count_people(adjacency, furthest=before)
        again = count_people(adjacency, steps=steps, furthest=furthest)
    assert np.array_equal(again[0], counts)
    assert again[1] == pytest.approx(nearness, abs=1e-15)


def test_one_search_serves_all_measures_of_reach(kite, searches):
    ng.measure(kite, REACH)
    assert searches == [None]


def test_a_directed_graph_is_searched_once_for_each_way(searches):
    ng.measure(nx.DiGraph([("ann", "bo"), ("bo", "cy")]), REACH[:3])
    assert searches == [None]


def test_a_measure_alone_goes_no_further_than_it_must(kite, searches):
    k_step_reach(kite, k=2)
    assert searches == [2]
