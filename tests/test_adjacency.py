"""A network as arrays."""

import networkx as nx
import numpy as np
import pandas as pd
import pytest

import netgraph as ng
from netgraph.adjacency import Adjacency


def rows(adjacency):
    return {person: adjacency.neighbours(person) for person in adjacency.nodes}


def test_a_path_of_three_by_hand():
    adjacency = Adjacency.from_networkx(nx.path_graph(["ann", "bo", "cy"]))
    # ann: bo; bo: ann, cy; cy: bo
    assert adjacency.indptr.tolist() == [0, 1, 3, 4]
    assert adjacency.indices.tolist() == [1, 0, 2, 1]
    assert adjacency.weights is None
    assert adjacency.degrees.tolist() == [1, 2, 1]
    assert adjacency.sources.tolist() == [0, 1, 1, 2]
    assert (len(adjacency), adjacency.number_of_ties) == (3, 2)
    assert (adjacency.indptr.dtype, adjacency.indices.dtype) == (np.int64, np.int32)


def test_people_stand_in_the_order_of_the_graph_and_contacts_ascend():
    graph = nx.Graph([("cy", "ann"), ("cy", "bo"), ("ann", "bo")])
    adjacency = Adjacency.from_networkx(graph)
    assert list(adjacency.nodes) == ["cy", "ann", "bo"]
    assert adjacency.nodes.name == "person_id"
    assert rows(adjacency) == {"cy": ["ann", "bo"], "ann": ["cy", "bo"], "bo": ["cy", "ann"]}


def test_agrees_with_the_matrix_of_networkx():
    graph = nx.les_miserables_graph()
    adjacency = Adjacency.from_networkx(graph, "weight")
    matrix = np.zeros((len(graph), len(graph)))
    matrix[adjacency.sources, adjacency.indices] = adjacency.weights
    assert np.array_equal(matrix, nx.to_numpy_array(graph))


def test_ties_with_oneself_are_dropped_and_counted():
    graph = nx.Graph([("ann", "bo"), ("ann", "ann"), ("bo", "bo")])
    adjacency = Adjacency.from_networkx(graph)
    assert rows(adjacency) == {"ann": ["bo"], "bo": ["ann"]}
    assert adjacency.self_loops == 2


def test_parallel_ties_are_summed_with_weights_and_one_without():
    graph = nx.MultiGraph()
    graph.add_edge("ann", "bo", weight=2)
    graph.add_edge("bo", "ann", weight=0.5)
    assert Adjacency.from_networkx(graph, "weight").weights.tolist() == [2.5, 2.5]
    assert Adjacency.from_networkx(graph).number_of_ties == 1


def test_a_tie_of_weight_zero_is_none():
    graph = nx.Graph()
    graph.add_weighted_edges_from([("ann", "bo", 0), ("ann", "cy", 2)])
    assert rows(Adjacency.from_networkx(graph, "weight")) == {
        "ann": ["cy"],
        "bo": [],
        "cy": ["ann"],
    }
    assert Adjacency.from_networkx(graph).number_of_ties == 2


@pytest.mark.parametrize("bad", [-1, float("nan"), float("inf"), None, "much", pd.NA])
def test_a_weight_that_is_no_strength_names_the_tie(bad):
    graph = nx.Graph()
    graph.add_weighted_edges_from([("ann", "bo", 1), ("bo", "cy", bad)])
    with pytest.raises(ng.GraphError, match="the tie between 'bo' and 'cy'") as caught:
        Adjacency.from_networkx(graph, "weight")
    assert "weight=None" in caught.value.remedy


def test_a_tie_without_the_weight_is_named_too():
    graph = nx.Graph([("ann", "bo"), ("bo", "cy")])
    graph.edges["ann", "bo"]["weight"] = 1
    with pytest.raises(ng.GraphError, match="the tie between 'bo' and 'cy' has no weight"):
        Adjacency.from_networkx(graph, "weight")


def test_a_misspelt_weight_lists_what_ties_carry():
    graph = nx.Graph()
    graph.add_weighted_edges_from([("ann", "bo", 1)])
    with pytest.raises(ng.GraphError, match="no tie in this graph carries the attribute 'wieght'"):
        Adjacency.from_networkx(graph, "wieght")


def test_a_negative_weight_does_not_hide_in_a_sum():
    graph = nx.MultiGraph()
    graph.add_weighted_edges_from([("ann", "bo", 3), ("ann", "bo", -1)])
    with pytest.raises(ng.GraphError, match="weighs -1"):
        Adjacency.from_networkx(graph, "weight")


def test_directed_graphs_are_refused_with_a_remedy_unless_both_ways_are_added_up():
    graph = nx.DiGraph([("ann", "bo"), ("bo", "ann"), ("bo", "cy")])
    with pytest.raises(ng.GraphError, match="to_undirected"):
        Adjacency.from_networkx(graph)
    adjacency = Adjacency.from_networkx(graph, symmetrise=True)
    # ann and bo name each other: z = 2; bo names cy: z = 1
    assert adjacency.weights.tolist() == [2, 2, 1, 1]


def test_parallel_arcs_of_one_direction_count_once_without_weights():
    graph = nx.MultiDiGraph([("ann", "bo"), ("ann", "bo")])
    assert Adjacency.from_networkx(graph, symmetrise=True).weights.tolist() == [1, 1]


def test_an_adjacency_is_given_back_as_it_is():
    adjacency = Adjacency.from_networkx(nx.path_graph(3))
    assert Adjacency.from_networkx(adjacency) is adjacency
    with pytest.raises(ng.GraphError, match="built without weights"):
        Adjacency.from_networkx(adjacency, "weight")


def test_arrays_and_graph_give_the_same():
    from_arrays = Adjacency.from_arrays([2, 0, 0], [0, 1, 1], [1, 2, 3], nodes=["ann", "bo", "cy"])
    # ann and bo twice: 2 + 3
    assert from_arrays.weights.tolist() == [5, 1, 5, 1]
    assert rows(from_arrays) == {"ann": ["bo", "cy"], "bo": ["ann"], "cy": ["ann"]}


def test_arrays_that_do_not_fit_are_refused():
    with pytest.raises(ng.GraphError, match="position 3, but there are 2 people"):
        Adjacency.from_arrays([0], [3], nodes=["ann", "bo"])
    with pytest.raises(ng.GraphError, match="position -1"):
        Adjacency.from_arrays([-1], [0], nodes=["ann", "bo"])
    with pytest.raises(ng.GraphError, match="not equally long"):
        Adjacency.from_arrays([0], [1], [1.0, 2.0], nodes=["ann", "bo"])
    with pytest.raises(ng.GraphError, match="'ann' stands twice"):
        Adjacency.from_arrays([0], [1], nodes=["ann", "ann"])


@pytest.mark.parametrize("graph", [nx.Graph(), nx.empty_graph(2), nx.DiGraph(), nx.MultiGraph()])
def test_a_graph_without_ties(graph):
    adjacency = Adjacency.from_networkx(graph, "weight", symmetrise=True)
    assert adjacency.number_of_ties == 0
    assert len(adjacency) == len(graph)
    assert len(adjacency.indptr) == len(graph) + 1


def test_any_hashable_may_be_an_id():
    graph = nx.Graph([(("ann", 1), ("bo", 2)), (("bo", 2), 3)])
    adjacency = Adjacency.from_networkx(graph)
    assert adjacency.neighbours(("bo", 2)) == [("ann", 1), 3]


def test_an_unknown_person_is_named():
    adjacency = Adjacency.from_networkx(nx.path_graph(3))
    with pytest.raises(ng.UnknownNameError, match="has the id 'zoe'"):
        adjacency.position("zoe")


def test_what_makes_a_network_personal_is_kept():
    graph = nx.star_graph(["ann", "you", "bo"])
    assert not Adjacency.from_networkx(graph).personal
    graph.graph.update(personal=True, ego="you")
    adjacency = Adjacency.from_networkx(graph)
    assert (adjacency.personal, adjacency.ego) == (True, 1)
    left_out = Adjacency.from_networkx(graph.subgraph(["ann", "bo"]))
    assert (left_out.personal, left_out.ego) == (True, None)


def test_neither_the_graph_nor_the_arrays_can_be_changed():
    source, target = np.array([0]), np.array([1])
    adjacency = Adjacency.from_arrays(source, target, [1.0], nodes=["ann", "bo"])
    source[0] = 1
    assert rows(adjacency) == {"ann": ["bo"], "bo": ["ann"]}
    with pytest.raises(ValueError, match="read-only"):
        adjacency.weights[0] = 7.0


def test_a_directed_graph_keeps_its_directions_if_asked():
    graph = nx.DiGraph()
    graph.add_weighted_edges_from([("ann", "bo", 2), ("bo", "ann", 1), ("bo", "cy", 4)])
    adjacency = Adjacency.from_networkx(graph, "weight", directed=True)
    assert (adjacency.directed, adjacency.number_of_ties) == (True, 3)
    assert rows(adjacency) == {"ann": ["bo"], "bo": ["ann", "cy"], "cy": []}
    assert adjacency.weights.tolist() == [2, 1, 4]
    assert rows(adjacency.reversed) == {"ann": ["bo"], "bo": ["ann"], "cy": ["bo"]}
    assert adjacency.reversed.weights.tolist() == [1, 2, 4]
    both = adjacency.symmetrised
    # ann and bo: 2 + 1; bo and cy: 4
    assert (both.directed, both.weights.tolist()) == (False, [3, 3, 4, 4])
    assert Adjacency.from_networkx(adjacency, symmetrise=True) is both
    with pytest.raises(ng.GraphError, match="directed"):
        Adjacency.from_networkx(adjacency)


def test_an_undirected_network_is_its_own_reverse_and_sum():
    adjacency = Adjacency.from_networkx(nx.path_graph(3), directed=True)
    assert not adjacency.directed
    assert adjacency.reversed is adjacency.symmetrised is adjacency


@pytest.mark.parametrize("kind", [nx.Graph, nx.DiGraph, nx.MultiGraph, nx.MultiDiGraph])
@pytest.mark.parametrize("weight", [None, "weight"])
def test_every_kind_of_graph_gives_the_matrix_of_networkx(kind, weight):
    graph = kind()
    graph.add_weighted_edges_from([(2, 1, 3), (1, 2, 4), (1, 0, 1), (2, 5, 2), (2, 5, 2.5)])
    adjacency = Adjacency.from_networkx(graph, weight, directed=True)
    matrix = np.zeros((len(graph), len(graph)))
    matrix[adjacency.sources, adjacency.indices] = adjacency.strengths
    expected = nx.to_numpy_array(graph, weight=weight)
    assert np.array_equal(matrix, expected if weight else expected > 0)


@pytest.mark.parametrize("weight", [None, "weight"])
@pytest.mark.parametrize("kind", [nx.Graph, nx.MultiGraph])
def test_a_tie_with_oneself_counts_once_in_every_kind_of_graph(kind, weight):
    graph = kind()
    graph.add_weighted_edges_from([(0, 1, 1), (1, 1, 2)])
    assert Adjacency.from_networkx(graph, weight).self_loops == 1


def test_a_table_of_ties():
    table = pd.DataFrame(
        {"from": ["cy", "ann", "cy"], "to": ["ann", "bo", "ann"], "mails": [1, 2, 3]}
    )
    adjacency = Adjacency.from_table(table, source="from", target="to", weight="mails")
    # people as they come: cy, ann, bo; cy and ann twice: 1 + 3
    assert rows(adjacency) == {"cy": ["ann"], "ann": ["cy", "bo"], "bo": ["ann"]}
    assert adjacency.weights.tolist() == [4, 4, 2, 2]
    with pytest.raises(ng.UnknownNameError, match="no column 'source'"):
        Adjacency.from_table(table)


def test_ids_of_ties_may_be_of_any_kind():
    assert rows(Adjacency.from_edges([7, 5], [5, 6])) == {7: [5], 5: [7, 6], 6: [5]}
    mixed = Adjacency.from_edges(["ann", ("bo", 2)], [("bo", 2), 3])
    assert mixed.neighbours(("bo", 2)) == ["ann", 3]
    assert len(Adjacency.from_edges([], [])) == 0


def test_the_order_of_people_may_be_given_and_everybody_must_be_in_it():
    adjacency = Adjacency.from_edges(["ann"], ["bo"], nodes=["bo", "zoe", "ann"], directed=True)
    assert rows(adjacency) == {"bo": [], "zoe": [], "ann": ["bo"]}
    with pytest.raises(ng.GraphError, match="a tie ends at 'cy', who is not among"):
        Adjacency.from_edges(["ann"], ["cy"], nodes=["ann", "bo"])
    with pytest.raises(ng.GraphError, match="tie 2 lacks an end: it leads from nan to 'ann'"):
        Adjacency.from_edges(["ann", None], ["cy", "ann"])
    with pytest.raises(ng.GraphError, match="not equally long"):
        Adjacency.from_edges(["ann"], [])


@pytest.mark.parametrize("wrong", [[("a", "b")], None, "graph.csv"])
def test_what_is_no_table_or_no_graph_is_refused_with_what_is_needed(wrong):
    with pytest.raises(ng.GraphError, match=r"is no table.*DataFrame.*'source', 'target'"):
        Adjacency.from_table(wrong)
    with pytest.raises(ng.GraphError, match="'from', 'to' and 'hours'"):
        Adjacency.from_table(wrong, source="from", target="to", weight="hours")
    with pytest.raises(ng.GraphError, match=r"is no graph\. Give a networkx graph or an Adjacency"):
        Adjacency.from_networkx(wrong)


def test_a_strength_that_is_no_number_is_named_with_its_tie():
    table = pd.DataFrame({"source": ["ann", "bo"], "target": ["bo", "cy"], "weight": ["2", "1,5"]})
    with pytest.raises(ng.GraphError, match="the tie between 'bo' and 'cy' has '1,5' as its"):
        Adjacency.from_table(table, weight="weight")
    read = Adjacency.from_table(table.assign(weight=["2", "1.5"]), weight="weight")
    assert read.weights.tolist() == [2.0, 2.0, 1.5, 1.5]
