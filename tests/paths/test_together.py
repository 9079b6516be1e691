"""All ways together: drawn chances against every state of a small network."""

from itertools import product

import networkx as nx
import numpy as np
import pytest

import netgraph as ng
from netgraph.introductions import Calibration
from netgraph.paths.search import Ways
from netgraph.paths.together import TOGETHER, choose_routes

FLAT = Calibration(intercept=0.0, slope=0.0)
SLACK = 4 * np.sqrt(0.25 / 256)  # four standard deviations of a share of 256 draws


def exact(graph, ways, start, end, most):
    """Sum the probability of all states of the ties in which the end is in reach."""
    ties = list(graph.edges)
    chance = [np.exp(-ways.cost[ways.row(*tie)]) for tie in ties]
    total = 0.0
    for state in product([False, True], repeat=len(ties)):
        left = nx.Graph([tie for tie, there in zip(ties, state, strict=True) if there])
        left.add_nodes_from(graph)
        if nx.single_source_shortest_path_length(left, start, cutoff=most).get(end) is not None:
            total += np.prod([c if t else 1 - c for c, t in zip(chance, state, strict=True)])
    return total


@pytest.mark.parametrize("seed", range(4))
def test_all_ways_together_are_those_of_every_state(seed):
    graph = nx.gnm_random_graph(6, 10, seed=seed)
    if not nx.is_connected(graph) or graph.has_edge(0, 5):
        graph = nx.Graph([(0, 1), (0, 2), (1, 3), (2, 3), (1, 2), (3, 5), (2, 4), (4, 5)])
    ways = Ways.of(graph, FLAT, list(graph).index(0))
    graph = nx.relabel_nodes(graph, {p: i for i, p in enumerate(graph)})
    start, end = 0, len(graph) - 1
    found = choose_routes(ways, start, np.array([end]), 9)
    for route in {r.places[1]: r for r in found}.values():
        first = route.places[1]
        rest = graph.subgraph(set(graph) - {start}).copy()
        carried = exact(rest, ways, first, end, TOGETHER - 1)
        step = np.exp(-ways.cost[ways.row(start, first)])
        best = np.exp(-sum(ways.cost[ways.row(*t)] for t in nx.utils.pairwise(route.places)))
        assert route.through == pytest.approx(max(step * carried, best))
    whole = max(exact(graph, ways, start, end, TOGETHER), *(r.through for r in found))
    assert found[0].together == pytest.approx(whole, abs=SLACK)
    assert all(route.together >= route.through for route in found)


def fan(ways_through_bo):
    """You know Ann and Bo equally; Ann knows one who knows Zoe well, Bo several, less well."""
    graph = nx.Graph(ego="you")
    for person in ("ann", "bo"):
        graph.add_edge("you", person, strength=0.5)
    graph.add_edge("ann", "a", strength=0.6)
    graph.add_edge("a", "zoe", strength=0.6)
    for number in range(ways_through_bo):
        graph.add_edge("bo", f"b{number}", strength=0.5)
        graph.add_edge(f"b{number}", "zoe", strength=0.5)
    return graph


@pytest.mark.parametrize(("several", "first"), [(1, "ann"), (6, "bo")])
def test_several_ways_through_a_person_count_for_more_than_one(several, first):
    paths = ng.find_paths(fan(several), person="zoe", k=2)
    assert [route[1] for route in paths["route"]] == ["ann", "bo"][:: 1 if first == "ann" else -1]
    through = paths.set_index(paths["route"].str[1])
    assert (through.loc["bo", "through"] > through.loc["bo", "probability"] + 0.03) == (several > 1)


def test_ways_that_share_the_last_tie_are_no_likelier_than_it():
    graph = fan(6)
    graph = nx.relabel_nodes(graph, {"zoe": "hub"})
    graph.add_edge("hub", "zoe", strength=0.0, probability=0.1)
    paths = ng.find_paths(graph, person="hub", k=1)
    assert paths["together"].iloc[0] > 0.2
    last = float(Calibration().chance(0.0, 0.1))
    assert ng.find_paths(graph, person="zoe", k=1)["together"].iloc[0] <= last + SLACK


def test_of_several_who_are_meant_each_way_leads_to_another():
    graph = fan(3)
    for person in ("zoe", "a", "b0"):
        graph.nodes[person]["company"] = "Acme"
    paths = ng.find_paths(graph, company="Acme", k=3)
    assert sorted(paths["target"]) == ["a", "b0", "zoe"]
    assert paths["together"].is_monotonic_decreasing


def test_the_same_question_gets_the_same_answer():
    one, two = (ng.find_paths(fan(4), person="zoe") for _ in range(2))
    assert one.equals(two)


def test_many_equal_ways_carry_as_often_as_reckoned():
    graph = nx.Graph([(0, 1), *((1, b) for b in range(2, 22)), *((b, 22) for b in range(2, 22))])
    ways = Ways.of(graph, FLAT, 0)
    graph = nx.relabel_nodes(graph, {p: i for i, p in enumerate(graph)})
    end = len(graph) - 1
    one = np.exp(-ways.cost[ways.row(0, 1)])
    rest = np.exp(-ways.cost[ways.row(1, 2)] - ways.cost[ways.row(2, end)])
    route = choose_routes(ways, 0, np.array([end]), 1)[0]
    through = one * (1 - (1 - rest) ** 20)
    assert route.through == pytest.approx(through)
    slack = 4 * np.sqrt(through * (1 - through) / 256)
    assert route.together == pytest.approx(through, abs=slack)  # all ways begin alike
    assert route.through > 3 * one * rest
