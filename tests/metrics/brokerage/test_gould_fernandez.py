"""Gould and Fernandez' roles."""

from itertools import combinations, permutations

import networkx as nx
import numpy as np
import pytest

import netgraph as ng
from netgraph.metrics.brokerage._role_chances import network_chances, person_chances
from netgraph.metrics.brokerage._roles import ROLES

metrics = ng.metrics


@pytest.fixture
def brokers():
    """Five separate chains of three; the middle person of each plays the role named."""
    graph = nx.DiGraph()
    categories = {
        "coordinator": "XXX",
        "itinerant": "YXY",
        "gatekeeper": "YXX",
        "representative": "XXY",
        "liaison": "YXZ",
    }
    for role, (before, own, after) in categories.items():
        graph.add_node(f"{role} a", domain=before)
        graph.add_node(role, domain=own)
        graph.add_node(f"{role} b", domain=after)
        nx.add_path(graph, [f"{role} a", role, f"{role} b"])
    return graph


def role_of(a, v, b):
    """Give the number of the role, from the definition."""
    if a == v:
        return 0 if b == v else 3
    if b == v:
        return 2
    return 1 if a == b else 4


def by_looking(graph, attribute="domain"):
    """Count by the definition: each ordered pair before and after each person."""
    directed = graph.is_directed()
    links = graph if directed else nx.DiGraph(graph)
    counts = {person: dict.fromkeys(ROLES, 0.0) for person in graph}
    domain = nx.get_node_attributes(graph, attribute)
    for v in links:
        for a in links.predecessors(v):
            for b in links.successors(v):
                kinds = [domain.get(p) for p in (a, v, b)]
                if a == b or links.has_edge(a, b) or None in kinds:
                    continue
                counts[v][ROLES[role_of(*kinds)]] += 1
    if not directed:
        for each in counts.values():
            for role in ("coordinator", "itinerant", "liaison"):
                each[role] /= 2
    return counts


@pytest.mark.parametrize("role", ROLES)
def test_a_chain_makes_one_role(brokers, role):
    played = getattr(metrics, role)(brokers)
    assert played[role] == 1
    assert played.sum() == 1
    table = ng.metrics.gould_fernandez(brokers)
    assert table[role]["count"].equals(played.rename("count"))
    assert table["total"]["count"][role] == 1


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("directed", [True, False])
def test_counts_are_those_of_the_definition(seed, directed):
    graph = nx.gnp_random_graph(14, 0.35, seed=seed, directed=directed)
    kinds = np.random.default_rng(seed).integers(0, 3, 14)
    nx.set_node_attributes(graph, {p: "abc"[k] for p, k in enumerate(kinds) if p != 5}, "domain")
    table = metrics.gould_fernandez(graph)
    expected = by_looking(graph)
    for person in graph:
        for role in ROLES:
            told = table[role]["count"][person]
            assert np.isnan(told) if person == 5 else told == expected[person][role]


def test_two_thirds_of_a_path_of_three_by_hand():
    # n = 3 in two categories (2, 1), m = 2 of 6 arcs: d = 1/3, p = d^2 (1-d) = 2/27.
    # Representative of the two: E = p (N - n_k)(n_k - 1) = 2/27; nothing is shared, V = E (1 - p)
    graph = nx.DiGraph([("ann", "you"), ("you", "bo")])
    nx.set_node_attributes(graph, {"ann": "law", "you": "law", "bo": "art"}, "domain")
    told = metrics.gould_fernandez(graph)["representative"].loc["you"]
    assert told["expected"] == pytest.approx(2 / 27)
    assert told["sd"] == pytest.approx((2 / 27 * 25 / 27) ** 0.5)
    assert told["z"] == pytest.approx((1 - 2 / 27) / told["sd"])


def test_a_class_of_one_has_no_z_within_itself():
    graph = nx.DiGraph([("ann", "you"), ("you", "bo")])
    nx.set_node_attributes(graph, {"ann": "law", "you": "art", "bo": "tech"}, "domain")
    table = metrics.gould_fernandez(graph)
    assert np.isnan(table["coordinator"]["z"]["you"])
    assert table["liaison"]["z"]["you"] > 0


def every_network(kinds, directed, density):
    """Count the roles in all networks of so many people, beside the chance of each network."""
    people = len(kinds)
    pairs = list((permutations if directed else combinations)(range(people), 2))
    there = (np.arange(2 ** len(pairs))[:, None] >> np.arange(len(pairs)) & 1).astype(float)
    chance = np.prod(np.where(there == 1, density, 1 - density), axis=1)
    tied = np.zeros((len(there), people, people))
    for column, (one, two) in enumerate(pairs):
        tied[:, one, two] = there[:, column]
        if not directed:
            tied[:, two, one] = there[:, column]
    counts = np.zeros((len(there), people, len(ROLES)))
    for a, v, b in permutations(range(people), 3):
        role = role_of(kinds[a], kinds[v], kinds[b])
        counts[:, v, role] += tied[:, a, v] * tied[:, v, b] * (1 - tied[:, a, b])
    if not directed:
        counts *= [0.5, 0.5, 1, 1, 0.5]
    total = counts.sum(axis=2) if directed else counts[:, :, [0, 1, 2, 4]].sum(axis=2)
    return np.concatenate([counts, total[:, :, None]], axis=2), chance


@pytest.mark.parametrize("directed", [True, False])
@pytest.mark.parametrize("kinds", [[0, 0, 0, 1], [0, 0, 1, 1], [0, 0, 1, 2], [0, 0, 0, 0]])
def test_expected_values_and_variances_are_those_of_all_networks_of_four(kinds, directed):
    counts, chance = every_network(kinds, directed, 0.3)
    sizes = np.bincount(kinds).astype(float)
    expected, variance = person_chances(sizes, 0.3, directed=directed)
    mean = np.tensordot(chance, counts, 1)
    assert mean == pytest.approx(expected[kinds])
    assert np.tensordot(chance, (counts - mean) ** 2, 1) == pytest.approx(variance[kinds])
    whole = counts.sum(axis=1)
    expected, variance = network_chances(sizes, 0.3, directed=directed)
    mean = chance @ whole
    assert mean == pytest.approx(expected)
    assert chance @ (whole - mean) ** 2 == pytest.approx(variance)


@pytest.mark.parametrize("directed", [True, False])
def test_z_is_what_it_says_in_networks_drawn_at_random(directed):
    """Each role varies about 0 by 1: by less than four standard errors of 200 drawn networks."""
    kinds, density, drawn = np.repeat([0, 1, 2], [6, 5, 3]), 0.2, 200
    sizes = np.bincount(kinds).astype(float)
    counts = []
    for seed in range(drawn):
        graph = nx.gnp_random_graph(14, density, seed=seed, directed=directed)
        nx.set_node_attributes(graph, dict(enumerate(kinds.tolist())), "domain")
        table = metrics.gould_fernandez(graph).xs("count", axis=1, level="value")
        counts.append(table.to_numpy())
    people, whole = np.array(counts), np.array(counts).sum(axis=1)
    for chances, found in ((person_chances, people[:, 0]), (network_chances, whole)):
        expected, variance = chances(sizes, density, directed=directed)
        if chances is person_chances:
            expected, variance = expected[0], variance[0]
        z = (found - expected) / np.sqrt(variance)
        assert np.abs(z.mean(axis=0)).max() < 4 / np.sqrt(drawn)
        assert z.std(axis=0) == pytest.approx(1, abs=4 * 1.5 / np.sqrt(2 * drawn))


def test_the_network_sums_its_people(kite):
    people, whole = metrics.gould_fernandez(kite), metrics.gould_fernandez_network(kite)
    for role in (*ROLES, "total"):
        assert whole.loc[role, "count"] == people[role]["count"].sum()
        assert whole.loc[role, "expected"] == pytest.approx(people[role]["expected"].sum())


def test_withheld_where_no_tie_among_contacts_is_known(own_star):
    table = metrics.gould_fernandez(own_star)
    assert table.isna().all().all()
    assert "no tie among contacts" in table.attrs["withheld"]


def test_unknown_attribute_and_adjacency_are_refused(kite):
    with pytest.raises(ng.GraphError, match="attribute 'wealth'"):
        metrics.gould_fernandez(kite, attribute="wealth")
    with pytest.raises(ng.GraphError, match="ties alone"):
        metrics.liaison(ng.Adjacency.from_networkx(kite))
