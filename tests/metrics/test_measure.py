"""Measuring by name, listing, explaining."""

import networkx as nx
import numpy as np
import pandas as pd
import pytest

import netgraph as ng
from netgraph.metrics import METRICS, STATISTICS


def test_a_row_per_person_and_a_column_per_metric(kite):
    table = ng.measure(kite, ["two_step_reach", "constraint", "blau_index"])
    assert list(table.columns) == ["two_step_reach", "constraint", "blau_index"]
    assert list(table.index) == list(kite)
    assert table.index.name == "person_id"
    for name in table:
        assert table[name].equals(METRICS[name].function(kite))


def test_all_metrics_by_default(kite):
    assert set(ng.measure(kite).columns) == set(METRICS)
    assert not ng.measure(kite).isna().all().any()


def test_an_adjacency_is_measured_without_attributes(kite):
    table = ng.measure(ng.Adjacency.from_networkx(kite))
    assert set(table.columns) == {m.name for m in METRICS.values() if not m.needs}
    with pytest.raises(ng.GraphError, match="needs an attribute"):
        ng.measure(ng.Adjacency.from_networkx(kite), ["blau_index"])


def test_one_name_may_stand_alone(kite):
    assert list(ng.measure(kite, "degree").columns) == ["degree"]


def test_an_unknown_name_gets_a_suggestion(kite):
    with pytest.raises(ng.UnknownNameError, match="Perhaps you mean 'constraint'"):
        ng.measure(kite, ["degree", "constrant"])
    with pytest.raises(ng.UnknownNameError, match="There are: articulation_point, betweenness"):
        ng.measure(kite, ["wealth"])


def test_what_nobody_carries_is_told_instead_of_measured():
    table = ng.measure(nx.path_graph(3), ["degree", "blau_index"])
    assert table["blau_index"].isna().all()
    assert table.attrs["withheld"] == {
        "blau_index": "nobody in this graph carries 'domain'; name another attribute"
    }


def test_reasons_for_withholding_stand_beside_the_table(own_star):
    table = ng.measure(own_star, ["degree", "constraint"])
    assert table["degree"].tolist() == [3, 1, 1, 1]
    assert list(table.attrs["withheld"]) == ["constraint"]


def test_what_did_not_count_stands_beside_the_table(kite):
    kite.add_edges_from([(0, 0), (3, 3)])
    assert ng.measure(kite, ["degree", "blau_index", "ei_index"]).attrs["notes"] == [
        "ties of a person with themselves do not count: 2",
        "'domain' is not known of 1 of 10 people, who do not count as contacts",
    ]
    assert ng.measure(nx.path_graph(3), ["degree"]).attrs["notes"] == []


def test_what_was_sampled_stands_beside_the_table(kite, monkeypatch):
    assert ng.measure(kite).attrs["sampled"] == {}
    monkeypatch.setattr("netgraph.metrics.brokerage.betweenness.EXACT", 5)
    monkeypatch.setattr("netgraph.metrics.brokerage.betweenness.SAMPLE", 4)
    sampled = ng.measure(kite).attrs["sampled"]
    assert sampled["betweenness"]["sources"] == 4
    assert sampled["betweenness"]["standard_error"] > 0


def test_directed_graphs_are_measured_where_that_is_defined():
    graph = nx.DiGraph([(0, 1), (0, 2), (1, 0), (2, 1)])
    assert ng.measure(graph, ["constraint"])["constraint"].round(3).tolist() == [
        1.003,
        1.003,
        1.389,
    ]
    with pytest.raises(ng.GraphError, match="to_undirected"):
        ng.measure(graph, ["degree"])


def test_the_list_tells_each_metric_once():
    table = ng.available_metrics()
    assert set(table.index) == set(METRICS)
    assert table.index.is_unique
    assert table.loc["constraint", ["family", "structural"]].tolist() == ["brokerage", True]
    assert table.loc["blau_index", "needs"] == ("domain",)
    assert table.loc["efficiency", ["least", "greatest"]].tolist() == [0, 1]
    assert set(table["family"]) == {"reach", "diversity", "brokerage"}


def test_the_list_tells_what_a_measure_gives_and_needs():
    table = ng.available_metrics(None)
    assert set(table["gives"]) == {"series", "number", "table"}
    assert table.loc[["iqv", "constraint"], "needs"].tolist() == [("domain", "categories="), ()]
    assert table.loc[["degree", "constraint"], "weighted"].tolist() == [False, True]
    assert table.loc[["degree", "constraint", "gatekeeper"], "direction"].tolist() == [
        "refused",
        "added up",
        "kept",
    ]
    assert table.loc["density", ["least", "greatest"]].tolist() == [0, 1]
    assert table.loc[table["gives"] == "table", "least"].isna().all()


def test_metrics_can_be_called_by_name():
    for name, metric in METRICS.items():
        assert getattr(ng.metrics, name) is metric.function
        assert name in dir(ng.metrics)
    with pytest.raises(AttributeError, match="Perhaps you mean 'constraint'"):
        _ = ng.metrics.constrant


def test_each_value_of_each_metric_can_be_explained(kite, own_star):
    own_star.add_edge("ann", "bo")
    own_star.add_node("eve")
    for graph in (kite, own_star):
        table = ng.measure(graph)
        for name in table:
            for person in graph:
                told = ng.explain(graph, person, name)
                assert told["value"] == pytest.approx(table.loc[person, name], nan_ok=True)
                assert (told["reason"] is not None) == np.isnan(told["value"])
                assert told["reason"] != ""


def test_an_explanation_of_constraint_adds_up(paw):
    told = ng.explain(paw, "you", "constraint")
    # 1/3 + 2/9 + 1/18 = 11/18, as in test_constraint
    assert told["size"] + told["closure"] + told["concentration"] == pytest.approx(told["value"])
    assert told["value"] == pytest.approx(11 / 18)


def test_an_explanation_says_why_there_is_no_value(own_star, kite):
    told = ng.explain(own_star, "you", "constraint")
    assert "no tie among contacts is known" in told["reason"]
    assert "size" not in told
    own_star.add_edge("ann", "bo")
    told = ng.explain(own_star, "cy", "efficiency")
    assert "no tie of this person to another contact" in told["reason"]
    assert "cannot be constrained" in ng.explain(nx.empty_graph(2), 0, "constraint")["reason"]
    assert "nobody in this graph carries" in ng.explain(nx.path_graph(2), 0, "blau_index")["reason"]
    assert "of this person's contacts is known" in ng.explain(kite, 9, "blau_index")["reason"]


def test_nobody_of_that_name_gets_a_suggestion(paw):
    with pytest.raises(ng.UnknownNameError, match="Perhaps you mean 'ann'"):
        ng.explain(paw, "anne", "degree")
    with pytest.raises(ng.UnknownNameError, match="Perhaps you mean 'degree'"):
        ng.explain(paw, "ann", "degre")


def test_the_table_is_plain_pandas(kite):
    table = ng.measure(kite)
    assert pd.concat([table, table]).shape == (20, len(METRICS))
    assert table.describe().shape == (8, len(METRICS))


def test_the_list_can_be_of_another_level():
    whole = ng.available_metrics(None)
    assert set(whole.index) == {*METRICS, *STATISTICS}
    assert {"person", "network", "group", "tie", "pair"} <= set(whole["level"])
    network = ng.available_metrics("network")
    assert set(network["level"]) == {"network"}
    assert "density" in network.index
    assert (ng.available_metrics()["level"] == "person").all()
    with pytest.raises(ng.UnknownNameError, match="no metric is of the level 'planet'"):
        ng.available_metrics("planet")


def test_what_gives_people_no_single_number_is_pointed_to(kite):
    with pytest.raises(ng.UnknownNameError, match=r"Call netgraph\.metrics\.density"):
        ng.measure(kite, ["density"])
    with pytest.raises(ng.UnknownNameError, match=r"metrics\.iqv\(graph, categories="):
        ng.explain(kite, 3, "iqv")
    with pytest.raises(ng.UnknownNameError, match=r"tie_strength\(interactions="):
        ng.measure(kite, "tie_strength")
    assert ng.metrics.density(kite) == pytest.approx(0.4)


def test_what_takes_long_is_measured_by_its_name_alone():
    assert "flow_betweenness" in ng.measure(nx.empty_graph(200))
    assert "flow_betweenness" not in ng.measure(nx.empty_graph(201))


def test_what_is_no_graph_is_refused_with_what_is_needed():
    table = pd.DataFrame({"source": ["ann"], "target": ["bo"]})
    for wrong in ([1, 2], table, None):
        with pytest.raises(ng.GraphError, match="Give a networkx graph or an Adjacency"):
            ng.measure(wrong, ["degree"])
        with pytest.raises(ng.GraphError, match="Give a networkx graph or an Adjacency"):
            ng.explain(wrong, "ann", "degree")


def test_another_attribute_and_weights_can_be_named(kite):
    nx.set_node_attributes(kite, {person: "ab"[person % 2] for person in kite}, "club")
    names = ["degree", "blau_index", "gatekeeper", "constraint", "social_diversity", "hierarchy"]
    table = ng.measure(kite, names, attribute="club", weight="weight")
    for name in names:
        chosen = {"blau_index": {"attribute": "club"}, "gatekeeper": {"attribute": "club"}}
        chosen |= {name: {"weight": "weight"} for name in names[3:]}
        expected = METRICS[name].function(kite, **chosen.get(name, {}))
        assert table[name].tolist() == pytest.approx(expected.tolist(), nan_ok=True)
    assert not ng.measure(kite, names)[names[1:]].equals(table[names[1:]])
    with pytest.raises(ng.GraphError, match="Perhaps you mean 'club'"):
        ng.measure(kite, names, attribute="clubb")
    with pytest.raises(ng.GraphError, match="Perhaps you mean 'weight'"):
        ng.measure(kite, names, weight="weights")


def test_weights_of_a_directed_graph_add_up(directed):
    table = ng.measure(directed, ["constraint"], weight="weight")
    expected = ng.metrics.constraint(directed, weight="weight")
    assert table["constraint"].tolist() == pytest.approx(expected.tolist())
    with pytest.raises(ng.GraphError, match="to_undirected"):
        ng.measure(directed, ["degree", "constraint"], weight="weight")


def test_an_explanation_takes_the_same_choices(kite):
    nx.set_node_attributes(kite, {person: "ab"[person % 2] for person in kite}, "club")
    kite.nodes[3]["club"] = None
    for name in METRICS:
        if METRICS[name].needs:
            told = ng.explain(kite, 4, name, attribute="club", weight="weight")
            there = ng.measure(kite, [name], attribute="club")[name][4]
            assert told["value"] == pytest.approx(there, nan_ok=True)
    assert ng.explain(kite, 4, "ei_index", attribute="club")["own_category"] == "a"
    assert ng.explain(kite, 4, "blau_index", attribute="club")["unknown"] == 1
    assert ng.explain(kite, 3, "gatekeeper", attribute="club")["reason"].startswith("this person's")
    told = ng.explain(kite, 3, "constraint", weight="weight")
    assert told["size"] + told["closure"] + told["concentration"] == pytest.approx(told["value"])
    assert told["value"] != ng.explain(kite, 3, "constraint")["value"]
    told = ng.explain(kite, 3, "effective_size", weight="weight")
    assert told["contacts"] - told["redundancy"] == pytest.approx(told["value"])


def test_of_a_directed_graph_all_is_measured_that_it_allows():
    arcs = nx.DiGraph([(0, 1), (1, 2), (2, 0), (2, 3)])
    table = ng.measure(arcs)
    assert {"constraint", "effective_size", "harmonic_closeness"} <= set(table)
    assert not {"degree", "clustering"} & set(table)
    with pytest.raises(ng.GraphError, match=r"ones alone have degree, clustering\. Leave"):
        ng.measure(arcs, ["constraint", "degree", "clustering"])
    same = ng.Adjacency.from_networkx(arcs, directed=True)
    with pytest.raises(ng.GraphError, match=r"adjacency\.symmetrised"):
        ng.measure(same, ["degree"])
    assert ng.measure(same.symmetrised, ["degree"])["degree"].tolist() == [2, 2, 3, 1]


def test_where_a_weight_does_not_count_it_is_noted():
    graph = nx.karate_club_graph()
    notes = ng.measure(graph, ["betweenness", "constraint", "degree"], weight="weight").attrs[
        "notes"
    ]
    assert notes == ["the weight does not count in betweenness, degree"]
    assert ng.measure(graph, ["constraint"], weight="weight").attrs["notes"] == []


@pytest.mark.parametrize(
    "ask",
    [
        lambda graph: ng.metrics.k_step_reach(graph, k="2"),
        lambda graph: ng.metrics.k_step_reach(graph, k=2.5),
        lambda graph: ng.metrics.adamic_adar(graph, top="5"),
        lambda graph: ng.metrics.key_players(graph, size="2"),
        lambda graph: ng.metrics.betweenness(graph, sample=5.5),
        lambda graph: ng.metrics.ei_test(graph, attribute="club", permutations="many"),
    ],
)
def test_a_number_that_is_not_whole_is_an_error_in_words(ask):
    with pytest.raises(ng.GraphError, match=r"^\w+ is ('\w+'|\d\.5)\. "):
        ask(nx.karate_club_graph())


def test_pairs_that_are_cut_off_are_told():
    graph = nx.karate_club_graph()
    assert "the best 5; there may be more" in ng.metrics.adamic_adar(graph, top=5).attrs["kept"]
    assert "kept" not in ng.metrics.adamic_adar(graph, top=None).attrs


def test_an_id_of_another_type_is_told():
    with pytest.raises(ng.UnknownNameError, match="It is 0, of type int"):
        ng.explain(nx.karate_club_graph(), "0", "constraint")


def test_a_blank_category_is_an_unknown_one():
    graph = nx.star_graph(3)
    nx.set_node_attributes(graph, {0: "a", 1: "a", 2: "b", 3: " "}, "club")
    assert ng.metrics.ei_index(graph, attribute="club")[0] == 0.0
    assert ng.metrics.ei_index(graph, attribute="club").attrs["unknown"] == 1
    told = ng.explain(graph, 0, "blau_index", attribute="club")
    assert (told["unknown"], told["categories"]) == (1, {"a": 1, "b": 1})
