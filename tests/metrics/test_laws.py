"""What ties measures to each other, whatever the graph: each side is worked out on its own."""

import networkx as nx
import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netgraph import metrics

LAW = settings(max_examples=25, deadline=None)


@st.composite
def circles(draw):
    """Draw up to eight people, some of them tied; of some the field of work is not known."""
    people = draw(st.integers(2, 8))
    pairs = [(i, j) for i in range(people) for j in range(i)]
    tied = draw(st.lists(st.booleans(), min_size=len(pairs), max_size=len(pairs)))
    graph = nx.empty_graph(people)
    graph.add_edges_from(pair for pair, there in zip(pairs, tied, strict=True) if there)
    domains = st.sampled_from(["law", "art", "tech", None])
    for person in graph:
        graph.nodes[person]["domain"] = draw(domains)
    graph.nodes[0]["domain"] = "law"
    return graph


def close(found, expected):
    assert np.asarray(found) == pytest.approx(np.asarray(expected), abs=1e-12, nan_ok=True)


@LAW
@given(graph=circles())
def test_burt_of_ties_that_all_count_alike(graph):
    degree, tied = metrics.degree(graph), nx.triangles(graph)
    contacts = degree.where(degree > 0)
    redundancy = 2 * pd.Series(tied, dtype=float) / contacts  # Borgatti (1997): n - 2 t / n
    close(metrics.effective_size(graph), contacts - redundancy)
    close(metrics.redundancy(graph), redundancy)
    close(metrics.efficiency(graph), 1 - redundancy / contacts)
    several = contacts.where(contacts > 1)
    close(metrics.clustering(graph), redundancy / (several - 1))
    held = metrics.dyadic_constraint(graph).groupby(level="person_id").sum()
    close(held.reindex(degree.index), metrics.constraint(graph))
    assert (metrics.hierarchy(graph)[degree == 1] == 1).all()


@LAW
@given(graph=circles())
def test_paths_that_pass_are_the_steps_between(graph):
    # a shortest path of d ties passes d - 1 people
    between = sum(
        length - 1
        for one, lengths in nx.all_pairs_shortest_path_length(graph)
        for other, length in lengths.items()
        if one < other
    )
    close(metrics.betweenness(graph, normalized=False).sum(), between)
    for person, value in metrics.ego_betweenness(graph).items():
        own = metrics.betweenness(nx.ego_graph(graph, person), normalized=False)
        close(value, own[person])


@LAW
@given(graph=circles())
def test_reach_grows_step_by_step(graph):
    people = len(graph)
    reach = [metrics.k_step_reach(graph, k=k) for k in range(1, people)]
    close(reach[0], metrics.degree(graph))
    if people > 2:
        close(reach[1], metrics.two_step_reach(graph))
    close(reach[-1], [len(nx.node_connected_component(graph, p)) - 1 for p in graph])
    new = np.diff([np.zeros(people), *reach], axis=0)
    nearness = (new / np.arange(1, people)[:, None]).sum(axis=0)
    close(metrics.harmonic_closeness(graph), nearness / (people - 1))
    close(metrics.distance_fragmentation(graph), 1 - nearness.mean() / (people - 1))
    close(metrics.fragmentation(graph), 1 - reach[-1].mean() / (people - 1))
    close(metrics.density(graph), reach[0].mean() / (people - 1))
    pairs = metrics.neighbourhood_function(graph)["pairs"]
    close(pairs, [people, *(each.sum() + people for each in reach)][: len(pairs)])
    for person in graph:
        alone = metrics.group_reach(graph, people=[person])
        close(alone, (1 + nearness[person]) / people)


@LAW
@given(graph=circles())
def test_ties_and_the_contacts_that_their_ends_share(graph):
    shared, overlap = metrics.embeddedness(graph), metrics.neighbourhood_overlap(graph)
    for (one, other), common in shared.items():
        rest = graph.degree(one) + graph.degree(other) - 2 - common
        close(overlap[one, other], common / rest if rest else np.nan)
    close(metrics.simmelian_ties(graph), shared)  # without directions every tie is mutual
    span = metrics.local_bridges(graph)["span"]
    assert set(span.index) == set(shared.index[shared == 0])
    assert set(metrics.bridges(graph).index) == set(span.index[np.isinf(span)])
    ends = set(nx.articulation_points(graph))
    assert set(graph) & ends == set(np.flatnonzero(metrics.articulation_point(graph)))


@LAW
@given(graph=circles())
def test_pairs_and_the_contacts_that_they_share(graph):
    pairs = [(one, other) for one in graph for other in graph if one < other]
    common = [set(graph[one]) & set(graph[other]) for one, other in pairs]
    either = [set(graph[one]) | set(graph[other]) for one, other in pairs]
    worth = [sum(1 / np.log(graph.degree(q)) for q in shared) for shared in common]
    close(metrics.adamic_adar(graph, pairs=pairs), worth)
    worth = [sum(1 / graph.degree(q) for q in shared) for shared in common]
    close(metrics.resource_allocation(graph, pairs=pairs), worth)
    share = [len(c) / len(e) if e else np.nan for c, e in zip(common, either, strict=True)]
    found = metrics.jaccard(graph, pairs=pairs)
    close(found[[bool(e) for e in either]], [s for s, e in zip(share, either, strict=True) if e])
    matrix = nx.to_numpy_array(graph)
    if graph.number_of_edges():
        ways = np.linalg.inv(np.eye(len(graph)) - 0.1 * matrix) - np.eye(len(graph))
        found = metrics.katz(graph, beta=0.1, pairs=pairs)
        assert found.tolist() == pytest.approx([ways[pair] for pair in pairs], abs=1e-9)


@LAW
@given(graph=circles())
def test_diversity_of_the_same_shares(graph):
    blau = metrics.blau_index(graph)
    domain = nx.get_node_attributes(graph, "domain")
    known = pd.Series({p: sum(domain[q] is not None for q in graph[p]) for p in graph}, dtype=float)
    close(metrics.simpson_index(graph), blau * known / (known.where(known > 1) - 1))
    close(metrics.iqv(graph, categories=5), blau * 5 / 4)
    close(metrics.hill_number(graph, q=2), 1 / (1 - blau))
    close(metrics.hill_number(graph, q=1), np.exp(metrics.shannon_entropy(graph)))
    close(metrics.evenness(graph, categories=5), metrics.shannon_entropy(graph) / np.log(5))
    for q in (0, 1, 2, np.inf):
        close(metrics.leinster_cobbold(graph, q=q), metrics.hill_number(graph, q=q))
    close(metrics.spatial_diversity(graph, attribute="domain", areas=5),
          metrics.evenness(graph, categories=5))  # fmt: skip


@LAW
@given(graph=circles())
def test_homophily_of_people_and_of_the_network(graph):
    domain = nx.get_node_attributes(graph, "domain")
    known = [p for p in graph if domain[p] is not None]
    weight = pd.Series({p: sum(domain[q] is not None for q in graph[p]) for p in known})
    each = metrics.ei_index(graph)[known]
    ties = weight.sum()
    whole = (each * weight).sum() / ties if ties else np.nan
    close(metrics.ei_index_network(graph), whole)
    tested = metrics.ei_test(graph, permutations=1)
    close(tested["observed"], whole)
    if ties:
        close(tested["expected"], metrics.expected_ei_index(graph))
        assert tested["least"] - 1e-12 <= whole <= tested["greatest"] + 1e-12
    odds = metrics.within_group_odds(graph)
    if np.isfinite(odds):
        close(metrics.yule_q(graph), (odds - 1) / (odds + 1))


@LAW
@given(graph=circles())
def test_brokers_stand_between_those_who_are_not_tied(graph):
    nx.set_node_attributes(graph, {p: d or "law" for p, d in graph.nodes(data="domain")}, "domain")
    table = metrics.gould_fernandez(graph)
    degree, closed = dict(graph.degree), nx.triangles(graph)
    open_pairs = [degree[p] * (degree[p] - 1) / 2 - closed[p] for p in graph]
    close(table["total"]["count"], open_pairs)
    close(table["gatekeeper"]["count"], table["representative"]["count"])
    close(metrics.gould_fernandez_network(graph).loc["total", "count"], sum(open_pairs))
