"""Burt's efficiency."""

import networkx as nx
import pytest

from netgraph.metrics.brokerage.efficiency import efficiency


def test_the_paw_by_hand(paw):
    # effective sizes 7/3, 1, 1, 1 over 3, 2, 2, 1 contacts
    assert efficiency(paw).to_dict() == pytest.approx(
        {"you": 7 / 9, "ann": 1 / 2, "bo": 1 / 2, "cy": 1}
    )


def test_published_values():
    karate = efficiency(nx.karate_club_graph())
    assert karate[[0, 33]].round(6).tolist() == [0.859375, 0.896194]
    assert efficiency(nx.krackhardt_kite_graph())[3] == pytest.approx(5 / 9)
    families = efficiency(nx.florentine_families_graph())
    assert families["Medici"] == pytest.approx(17 / 18)


def test_two_people_who_name_each_other_are_one_contact_each(directed):
    # effective sizes 7/6, 7/6, 1; each has two contacts, whoever names whom
    assert efficiency(directed).to_numpy() == pytest.approx([7 / 12, 7 / 12, 1 / 2])


def test_undefined_without_contacts():
    assert efficiency(nx.empty_graph(2)).isna().all()
