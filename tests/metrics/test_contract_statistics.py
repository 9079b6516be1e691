"""What every measure of networks, ties, pairs and groups keeps; new ones are held to it unasked."""

import inspect

import networkx as nx
import numpy as np
import pandas as pd
import pytest

import netgraph as ng
from netgraph.metrics import STATISTICS

OF_GRAPHS = {name: s for name, s in STATISTICS.items() if name != "tie_strength"}
"""All but the one that reads events; `test_tie_strength` holds that to the same."""

each_statistic = pytest.mark.parametrize("statistic", OF_GRAPHS.values(), ids=OF_GRAPHS)
each_of_ties_and_pairs = pytest.mark.parametrize(
    "statistic",
    [s for s in OF_GRAPHS.values() if s.level in {"tie", "pair"}],
    ids=lambda s: s.name,
)
each_structural_statistic = pytest.mark.parametrize(
    "statistic", [s for s in OF_GRAPHS.values() if s.structural], ids=lambda s: s.name
)
each_weighted_statistic = pytest.mark.parametrize(
    "statistic", [s for s in OF_GRAPHS.values() if s.weighted], ids=lambda s: s.name
)

ARGUMENTS = {
    "cascade_influence": {"probability": 1.0, "draws": 5},  # then nothing is left to chance
    "centralisation": {"name": "harmonic_closeness"},
    "diversity_interval": {"name": "blau_index"},
    "iqv": {"categories": 4},
    "numeric_assortativity": {"attribute": "age"},
    "position_generator": {"prestige": {"law": 3, "art": 2}, "attribute": "domain"},
    "spatial_diversity": {"attribute": "domain", "areas": 4},
}
"""What a measure is asked with, where it needs more than a graph of people with fields of work."""

COMPARED = {
    "components": lambda told: told.drop(columns="member"),
    "core_periphery": lambda told: pd.Series(told.attrs).drop("self_loops", errors="ignore"),
    "diversity_interval": lambda told: told[["contacts", "value"]],
    "ei_test": lambda told: told[["observed", "expected", "least", "greatest", "rescaled"]],
    "key_players": lambda told: told.attrs["value"],
}
"""What does not hang on the order of people or on chance; of the others all does not."""

BY_A_STRANGER = {
    "centralisation": "a star of one more could be more central",
    "coleman_homophily": "there is one more to meet within a category",
    "components": "a stranger is a part",
    "core_periphery": "there are more pairs that the ideal leaves without a tie",
    "degree_distribution": "a stranger has no contact",
    "density": "there are more possible ties",
    "distance_fragmentation": "there are more pairs",
    "ei_test": "there are more pairs",
    "fragmentation": "there are more pairs",
    "gould_fernandez": "less is expected where the density is lower",
    "gould_fernandez_network": "less is expected where the density is lower",
    "group_reach": "there is one more to reach",
    "key_players": "there are more pairs",
    "neighbourhood_function": "a stranger is within no step of themselves",
    "within_group_odds": "there are more pairs that are not tied",
    "yule_q": "there are more pairs that are not tied",
}
"""Measures that one more person without ties changes, and why that is right."""


UNCOUNTED = {"key_players", "neighbourhood_function"}
"""Tables that do not tell how many ties of a person with themselves were left out."""


@pytest.fixture
def circle(kite):
    """Give Krackhardt's kite, whose people have fields of work and ages."""
    nx.set_node_attributes(kite, {person: person * person % 7 for person in kite}, "age")
    return kite


def ask(statistic, graph, **more):
    arguments = {**ARGUMENTS.get(statistic.name, {}), **more}
    if statistic.name == "group_reach" and "people" not in more:
        arguments["people"] = list(graph)[:1]
    return statistic.function(graph, **arguments)


def numbers(statistic, told, names=None):
    """Lay out what was told by who or what it is about, whatever its order."""
    told = COMPARED.get(statistic.name, lambda all_of_it: all_of_it)(told)
    if np.isscalar(told):
        return {"": float(told)}
    table = told.to_frame() if isinstance(told, pd.Series) else told
    keys = [key if isinstance(key, tuple) else (key,) for key in table.index]
    one_way = not any(key[::-1] in set(keys) for key in keys if len(key) > 1)
    found = {}
    for key, row in zip(keys, table.to_numpy(dtype=float, na_value=np.nan), strict=True):
        who = [str((names or {}).get(each, each)) for each in key]
        found[tuple(sorted(who) if one_way else who)] = row.tolist()
    return {(*who, place): value for who, row in found.items() for place, value in enumerate(row)}


def alike(statistic, one, two, names=None):
    one, two = numbers(statistic, one, names), numbers(statistic, two)
    assert one == pytest.approx(two, rel=1e-9, abs=1e-12, nan_ok=True)


def values(statistic, told):
    """List the values of a measure that gives values of one kind."""
    return np.array(list(numbers(statistic, told).values()))


@each_statistic
def test_does_not_depend_on_names_or_order(statistic, circle):
    names = {person: f"p{person}" for person in circle}
    renamed = nx.relabel_nodes(circle, names)
    shuffled = nx.Graph()
    shuffled.add_nodes_from(reversed(list(renamed.nodes(data=True))))
    shuffled.add_edges_from((b, a, tie) for a, b, tie in reversed(list(renamed.edges(data=True))))
    more = {"people": ["p0"]} if statistic.name == "group_reach" else {}
    names = names if statistic.level in {"person", "tie", "pair"} else None
    alike(statistic, ask(statistic, circle), ask(statistic, shuffled, **more), names)


@each_statistic
def test_ties_with_oneself_and_parallel_ties_do_not_count_but_are_told(statistic, circle):
    several = nx.MultiGraph(circle)
    several.add_edges_from([*list(circle.edges)[:5], (0, 0), (4, 4)])
    told = ask(statistic, several)
    alike(statistic, told, ask(statistic, circle))
    if hasattr(told, "attrs") and statistic.name not in UNCOUNTED:
        assert told.attrs["self_loops"] == 2


@each_statistic
def test_a_stranger_changes_nothing_or_what_is_right(statistic, circle):
    before = numbers(statistic, ask(statistic, circle))
    circle.add_node(10, domain="law", age=3)
    after = numbers(statistic, ask(statistic, circle))
    same = all(after[key] == pytest.approx(before[key], nan_ok=True) for key in before)
    if statistic.name in BY_A_STRANGER:
        assert not same or len(after) > len(before)
    else:
        assert same
        assert all(key[0] == "10" for key in after.keys() - before.keys())


@each_statistic
def test_two_separate_copies_do_not_see_each_other(statistic, circle):
    if statistic.level not in {"person", "tie", "pair"} or statistic.name in BY_A_STRANGER:
        return
    once = numbers(statistic, ask(statistic, circle))
    twice = numbers(statistic, ask(statistic, nx.disjoint_union(circle, circle)))
    assert {key: twice[key] for key in once} == pytest.approx(once, nan_ok=True)


@each_statistic
def test_people_without_a_way_to_each_other_are_no_trouble(statistic):
    graph = nx.union(nx.complete_graph(4), nx.path_graph(range(4, 8)))
    nx.set_node_attributes(graph, dict(enumerate("aabbabab")), "domain")
    nx.set_node_attributes(graph, {person: person % 3 for person in graph}, "age")
    more = {"prestige": {"a": 1}} if statistic.name == "position_generator" else {}
    told = ask(statistic, graph, **more)
    assert told is not None
    if not isinstance(told, pd.DataFrame) and np.isfinite(statistic.bounds[0]):
        assert np.isfinite(values(statistic, told)[~np.isnan(values(statistic, told))]).all()


@each_statistic
def test_values_lie_within_the_stated_bounds(statistic, circle):
    least, greatest = statistic.bounds
    if np.isnan(least):
        assert statistic.gives == "table" or statistic.name == "ei_test"
        return
    for graph in (circle, nx.compose(circle, nx.star_graph(20)), nx.create_empty_copy(circle)):
        nx.set_node_attributes(graph, {person: person % 5 for person in graph}, "age")
        found = values(statistic, ask(statistic, graph))
        assert ((found >= least - 1e-12) & (found <= greatest + 1e-12) | np.isnan(found)).all()


@each_of_ties_and_pairs
def test_ties_and_pairs_that_stand_alike_score_alike(statistic):
    for graph in (nx.star_graph(6), nx.complete_graph(5), nx.cycle_graph(7)):
        told = ask(statistic, graph)
        found = values(statistic, told)
        kinds = 2 if statistic.name == "dyadic_constraint" and graph.degree(0) == 6 else 1
        if statistic.name in {"katz", "preferential_attachment"} and graph.degree(0) == 2:
            kinds = 2  # who is two and who is three steps apart
        assert len(set(found.round(9))) <= kinds


@each_statistic
@pytest.mark.parametrize("graph", [nx.Graph(), nx.empty_graph(1), nx.empty_graph(3)])
def test_no_ties_and_nobody_are_no_trouble(statistic, graph):
    nx.set_node_attributes(graph, "law", "domain")
    nx.set_node_attributes(graph, 3, "age")
    if statistic.level == "group" and statistic.gives != "series" and len(graph) < 3:
        with pytest.raises(ng.GraphError):  # there is nobody to make a group of, or nobody else
            ask(statistic, graph, **({"people": []} if statistic.name == "group_reach" else {}))
        return
    told = ask(statistic, graph)
    if statistic.level in {"tie", "pair"}:
        assert not len(told)
    if statistic.gives == "number" and statistic.name != "group_reach" and len(graph) < 2:
        assert np.isnan(told)


@each_statistic
def test_the_graph_is_left_as_it_was(statistic, circle):
    before = nx.Graph(circle)
    ask(statistic, circle)
    assert nx.utils.graphs_equal(circle, before)


@each_statistic
def test_weights_that_nobody_asked_for_do_not_matter(statistic, circle):
    expected = ask(statistic, circle)
    nx.set_edge_attributes(circle, -1, "weight")
    alike(statistic, ask(statistic, circle), expected)


@each_weighted_statistic
def test_the_unit_of_the_weights_does_not_matter(statistic, circle):
    expected = ask(statistic, circle, weight="weight")
    for _, _, tie in circle.edges(data=True):
        tie["weight"] *= 2
    alike(statistic, ask(statistic, circle, weight="weight"), expected)
    assert numbers(statistic, expected) != numbers(statistic, ask(statistic, circle))


@each_weighted_statistic
def test_a_negative_weight_is_refused_with_its_tie(statistic, circle):
    for wrong in (-1, float("nan"), None):
        circle.edges[0, 1]["weight"] = wrong
        with pytest.raises(ng.GraphError, match="between 0 and 1"):
            ask(statistic, circle, weight="weight")


@each_statistic
def test_the_direction_of_ties_is_treated_as_the_register_says(statistic, circle):
    directed = nx.DiGraph(circle)
    if statistic.direction == "refused":
        with pytest.raises(ng.GraphError) as refused:
            ask(statistic, directed)
        assert "to_undirected" in refused.value.remedy
        return
    one_way = nx.DiGraph(circle.to_directed())
    one_way.remove_edges_from([(b, a) for a, b in circle.edges])
    there, back = ask(statistic, one_way), ask(statistic, one_way.reverse())
    if statistic.direction == "added up":
        alike(statistic, there, back)
        alike(statistic, ask(statistic, directed), ask(statistic, circle))


@each_structural_statistic
def test_withheld_if_no_tie_among_contacts_is_known(statistic, own_star):
    told = ask(statistic, own_star)
    assert "no tie among contacts" in told.attrs["withheld"]
    if statistic.name != "core_periphery":
        assert np.isnan(values(statistic, told).astype(float)).all() or not len(told)
    own_star.graph["personal"] = False
    assert "withheld" not in ask(statistic, own_star).attrs


@each_statistic
def test_an_adjacency_serves_as_well_or_is_refused(statistic, circle):
    adjacency = ng.Adjacency.from_networkx(circle)
    if any(not need.endswith("=") for need in statistic.needs) or statistic.name in {
        "iqv",
        "numeric_assortativity",
    }:
        with pytest.raises(ng.GraphError, match="attribute"):
            ask(statistic, adjacency)
        return
    more = {"people": [0]} if statistic.name == "group_reach" else {}
    alike(statistic, ask(statistic, adjacency, **more), ask(statistic, circle))


@each_statistic
def test_an_attribute_that_nobody_carries_gets_the_nearest_name(statistic, circle):
    if "attribute" not in inspect.signature(statistic.function).parameters:
        return
    with pytest.raises(ng.GraphError, match="Perhaps you mean 'domain'"):
        ask(statistic, circle, attribute="domian")
