"""Reach efficiency."""

import networkx as nx
import numpy as np
import pytest

from netgraph.metrics import reach_efficiency, two_step_reach


def test_the_paw(paw):
    # you reach 3; Ann, Bo and Cy have 2 + 2 + 1 ties. Cy reaches 3 by your 3 ties
    assert reach_efficiency(paw)["you"] == pytest.approx(3 / 5)
    assert reach_efficiency(paw)["cy"] == pytest.approx(3 / 3)


def test_it_is_two_step_reach_by_ties(kite):
    ties = {p: sum(kite.degree(q) for q in kite[p]) for p in kite}
    expected = two_step_reach(kite) / np.array([ties[p] for p in kite])
    assert reach_efficiency(kite).tolist() == pytest.approx(expected.tolist())


def test_without_contacts_there_is_no_efficiency():
    assert np.isnan(reach_efficiency(nx.empty_graph(2))[0])
