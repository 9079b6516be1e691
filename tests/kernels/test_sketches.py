"""Sketches of sets."""

import numpy as np

from netgraph.kernels.sketches import sketched_pairs


def test_nobody_is_no_pair():
    assert len(sketched_pairs(np.zeros(1, dtype=int), np.zeros(0, dtype=int), 16, 0)) == 0


def test_a_circle_of_a_thousand_within_its_error():
    people = 1000
    ends = np.arange(people)
    indices = np.sort(np.column_stack([(ends - 1) % people, (ends + 1) % people]), axis=1).ravel()
    told = sketched_pairs(np.arange(0, 2 * people + 1, 2), indices, 256, seed=1)
    exact = people * np.minimum(2 * np.arange(len(told)) + 1, people)
    assert np.abs(told / exact - 1).max() < 4 * 1.04 / 16
    assert np.abs(told / exact - 1).max() > 0  # it is an estimate
