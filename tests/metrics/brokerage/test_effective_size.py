"""Burt's effective size."""

import networkx as nx
import pytest

from netgraph.metrics.brokerage.effective_size import effective_size, effective_size_parts


def test_the_paw_by_hand(paw):
    # n - 2 t / n: you 3 - 2 * 1/3, Ann 2 - 2 * 1/2, Cy 1
    assert effective_size(paw).to_dict() == pytest.approx(
        {"you": 7 / 3, "ann": 1, "bo": 1, "cy": 1}
    )


def test_a_weighted_triangle_by_hand(triangle):
    found = effective_size(triangle, weight="weight")
    # you, about Ann: Bo takes 1/3 of you, and is to Ann 1/2 of her strongest tie: 1 - 1/6;
    # about Bo: Ann takes 2/3 of you, and is as strong to Bo as any: 1 - 2/3; together 7/6
    assert found["you"] == pytest.approx(7 / 6)
    # Bo, about you: Ann takes 1/2, and is your strongest tie: 1 - 1/2; about Ann alike; together 1
    assert found["bo"] == pytest.approx(1)


def test_values_of_ucinet(borgatti, directed):
    found = effective_size(borgatti)
    assert found[["G", "A", "C"]].round(2).tolist() == [4.67, 2.5, 1.0]
    weighted = effective_size(borgatti, weight="weight")
    assert weighted[["G", "C"]].round(2).tolist() == [5.47, 1.0]
    assert weighted["A"] == pytest.approx(2.475)
    assert effective_size(directed).round(3).tolist() == [1.167, 1.167, 1.0]
    found = effective_size(directed, weight="weight")
    assert found.round(3).tolist() == [1.567, 1.083, 1.0]


def test_published_values():
    karate = effective_size(nx.karate_club_graph())
    assert karate[[0, 33]].round(6).tolist() == [13.75, 15.235294]
    assert effective_size(nx.krackhardt_kite_graph())[3] == pytest.approx(10 / 3)
    families = effective_size(nx.florentine_families_graph())
    assert families["Medici"] == pytest.approx(17 / 3)


@pytest.mark.parametrize("contacts", [1, 2, 7])
def test_strangers_count_in_full_and_a_clique_as_one(contacts):
    assert effective_size(nx.star_graph(contacts))[0] == contacts
    assert effective_size(nx.complete_graph(contacts + 1)).to_numpy() == pytest.approx(1)


def test_undefined_without_contacts():
    assert effective_size(nx.Graph([("cy", "cy")])).isna().all()


def test_parts_by_hand(paw):
    # Ann and Bo repeat a third of you each
    assert effective_size_parts(paw, "you") == pytest.approx({"contacts": 3, "redundancy": 2 / 3})
