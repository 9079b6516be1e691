"""What every metric keeps, whatever it measures. New metrics are held to it unasked."""

import inspect

import networkx as nx
import numpy as np
import pytest
from pandas.testing import assert_series_equal

import netgraph as ng
from netgraph.metrics import METRICS

each_metric = pytest.mark.parametrize("metric", METRICS.values(), ids=METRICS)
each_structural_metric = pytest.mark.parametrize(
    "metric", [m for m in METRICS.values() if m.structural], ids=lambda m: m.name
)
each_weighted_metric = pytest.mark.parametrize(
    "metric",
    [m for m in METRICS.values() if "weight" in inspect.signature(m.function).parameters],
    ids=lambda m: m.name,
)
each_metric_of_categories = pytest.mark.parametrize(
    "metric", [m for m in METRICS.values() if m.needs], ids=lambda m: m.name
)
SHARES_OF_ALL = {
    "betweenness": lambda people: (people - 1) * (people - 2),
    "harmonic_closeness": lambda people: people - 1,
    "valente_fujimoto_bridging": lambda people: people * (people - 1),
}
"""Metrics that are divided by a number of others or of pairs, with what they are divided by."""

OF_PAIRS_OF_CONTACTS = {"clustering"}
"""Metrics that are undefined for a person with one contact."""


def alike(one, two):
    assert_series_equal(one, two, check_names=False, check_exact=False, rtol=1e-9, atol=1e-12)


@each_metric
def test_one_value_per_person_in_graph_order(metric, kite):
    scores = metric.function(kite)
    assert list(scores.index) == list(kite)
    assert scores.name == metric.name
    assert scores.index.name == "person_id"
    assert scores.dtype == float


@each_metric
def test_values_lie_within_the_stated_bounds(metric, kite):
    for graph in (kite, nx.compose(kite, nx.star_graph(20)), nx.create_empty_copy(kite)):
        scores = metric.function(graph)
        least, greatest = metric.bounds
        assert scores.dropna().between(least - 1e-12, greatest + 1e-12).all()
        assert np.isfinite(scores.dropna()).all()


@each_metric
def test_most_people_of_a_connected_graph_have_a_value(metric, kite):
    missing = metric.function(kite).isna().sum()
    assert missing <= 2  # the domain of 8 is not known, and 9 knows nobody else


@each_metric
def test_does_not_depend_on_names_or_order(metric, kite):
    renamed = nx.relabel_nodes(kite, lambda n: f"p{n}")
    shuffled = nx.Graph()
    shuffled.add_nodes_from(reversed(list(renamed.nodes(data=True))))
    shuffled.add_edges_from(reversed(list(renamed.edges(data=True))))
    expected = metric.function(kite).rename(lambda n: f"p{n}")
    alike(metric.function(shuffled).sort_index(), expected.sort_index())


@each_metric
def test_a_stranger_changes_nobody(metric, kite):
    before = metric.function(kite)
    kite.add_node(10, domain="law")
    after = metric.function(kite)
    divisor = SHARES_OF_ALL.get(metric.name, lambda people: 1)  # noqa: ARG005 - by nothing
    alike(after.iloc[:-1], before * divisor(len(before)) / divisor(len(after)))
    assert np.isnan(after[10]) or after[10] == 0


@each_metric
def test_two_separate_copies_do_not_see_each_other(metric, kite):
    once, twice = metric.function(kite), metric.function(nx.disjoint_union(kite, kite))
    alike(twice.iloc[:10], twice.iloc[10:].set_axis(range(10)))
    if metric.name not in SHARES_OF_ALL:
        alike(twice.iloc[:10], once)


@each_metric
def test_people_who_stand_alike_score_alike(metric):
    for graph in (nx.star_graph(6), nx.complete_graph(5), nx.cycle_graph(7)):
        nx.set_node_attributes(graph, "law", "domain")
        scores = metric.function(graph)
        expected = 2 if graph.degree(0) == 6 else 1  # the centre of the star and its rim
        assert scores.dropna().round(9).nunique() <= expected


@each_metric
def test_ties_with_oneself_and_parallel_ties_do_not_count(metric, kite):
    expected = metric.function(kite)
    several = nx.MultiGraph(kite)
    several.add_edges_from([*list(kite.edges)[:5], (0, 0), (4, 4)])
    scores = metric.function(several)
    alike(scores, expected)
    assert scores.attrs["self_loops"] == 2
    assert "self_loops" not in expected.attrs


@each_weighted_metric
def test_the_unit_of_the_weights_does_not_matter(metric, kite):
    expected = metric.function(kite, weight="weight")
    for _, _, tie in kite.edges(data=True):
        tie["weight"] *= 2
    alike(metric.function(kite, weight="weight"), expected)
    assert not np.allclose(expected, metric.function(kite))  # but their proportions do


@each_weighted_metric
@pytest.mark.parametrize("wrong", [-1, float("nan"), float("inf"), None, "much"])
def test_a_weight_that_is_none_is_refused_with_its_tie(metric, kite, wrong):
    kite.edges[0, 1]["weight"] = wrong
    with pytest.raises(ng.GraphError, match=r"tie between 0 and 1 [^(]*$"):
        metric.function(kite, weight="weight")


@each_weighted_metric
def test_a_weight_that_no_tie_carries_gets_the_nearest_name(metric, kite):
    with pytest.raises(ng.GraphError, match="Perhaps you mean 'weight'"):
        metric.function(kite, weight="wieght")


@each_weighted_metric
def test_a_tie_of_weight_zero_is_no_tie(metric, kite):
    kite.edges[0, 1]["weight"] = 0
    found = metric.function(kite, weight="weight")
    kite.remove_edge(0, 1)
    alike(found, metric.function(kite, weight="weight"))


@each_weighted_metric
def test_equal_weights_are_no_weights(metric, kite):
    nx.set_edge_attributes(kite, 3.0, "weight")
    alike(metric.function(kite, weight="weight"), metric.function(kite))


@each_metric
def test_weights_that_nobody_asked_for_do_not_matter(metric, kite):
    expected = metric.function(kite)
    nx.set_edge_attributes(kite, -1, "weight")
    alike(metric.function(kite), expected)


@each_metric
def test_the_graph_is_left_as_it_was(metric, kite):
    before = nx.Graph(kite)
    metric.function(kite)
    assert nx.utils.graphs_equal(kite, before)


@each_metric
@pytest.mark.parametrize("graph", [nx.Graph(), nx.empty_graph(1), nx.empty_graph(3)])
def test_no_ties_and_nobody_are_no_trouble(metric, graph):
    nx.set_node_attributes(graph, "law", "domain")
    scores = metric.function(graph)
    assert list(scores.index) == list(graph)
    assert (scores.isna() | (scores == 0)).all()


@each_metric
def test_an_adjacency_serves_as_well(metric, kite):
    adjacency = ng.Adjacency.from_networkx(kite)
    if metric.needs:
        with pytest.raises(ng.GraphError):
            metric.function(adjacency)
    else:
        assert_series_equal(metric.function(adjacency), metric.function(kite))


@each_metric
def test_directed_graphs_are_measured_or_refused_with_a_remedy(metric, kite):
    expected = metric.function(kite)
    directed = nx.DiGraph(kite)
    if metric.directed:
        scores = metric.function(directed)  # every tie goes both ways: pairs are ordered ones
        assert (scores.dropna() >= expected.dropna() - 1e-12).all()
        assert list(scores.isna()) == list(expected.isna())
        return
    if "weight" in inspect.signature(metric.function).parameters:
        alike(metric.function(directed), expected)  # every tie goes both ways
        return
    with pytest.raises(ng.GraphError) as refused:
        metric.function(directed)
    assert "to_undirected" in refused.value.remedy


@each_metric_of_categories
def test_of_how_many_the_category_is_not_known_is_told(metric, kite):
    assert metric.function(kite).attrs["unknown"] == 1
    for person in range(7):
        del kite.nodes[person]["domain"]
    assert metric.function(kite).attrs["unknown"] == 8
    nx.set_node_attributes(kite, "law", "domain")
    assert "unknown" not in metric.function(kite).attrs


@each_metric_of_categories
def test_an_attribute_that_nobody_carries_gets_the_nearest_name(metric, kite):
    with pytest.raises(ng.GraphError, match="Perhaps you mean 'domain'"):
        metric.function(kite, attribute="domian")


@each_metric_of_categories
def test_lists_are_no_categories(metric, kite):
    kite.nodes[2]["domain"] = ["law", "art"]
    with pytest.raises(ng.GraphError, match="'domain' holds a list"):
        metric.function(kite)


@each_structural_metric
def test_withheld_from_everybody_if_no_tie_among_contacts_is_known(metric, own_star):
    scores = metric.function(own_star)
    assert scores.isna().all()
    assert "no tie among contacts" in scores.attrs["withheld"]
    own_star.graph["personal"] = False
    known = metric.function(own_star).notna()
    assert known["you"]
    assert known.all() or metric.name in OF_PAIRS_OF_CONTACTS


@each_structural_metric
def test_withheld_from_contacts_without_a_known_tie_to_another(metric, own_star):
    own_star.add_edge("ann", "bo")
    scores = metric.function(own_star)
    assert scores.isna().to_dict() == {"you": False, "ann": False, "bo": False, "cy": True}
    assert "1 of 4" in scores.attrs["withheld"]


@each_structural_metric
def test_withheld_alike_where_you_are_left_out(metric, own_star):
    own_star.add_edge("ann", "bo")
    own_star.remove_node("you")
    own_star.graph["ego"] = None
    alone = metric.name in OF_PAIRS_OF_CONTACTS  # without you, Ann and Bo know each other alone
    assert metric.function(own_star).isna().to_dict() == {"ann": alone, "bo": alone, "cy": True}


@each_metric
def test_only_structural_metrics_are_withheld(metric, own_star):
    if not metric.structural:
        assert "withheld" not in metric.function(own_star).attrs
        assert metric.function(own_star).notna()["you"]
