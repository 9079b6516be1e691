"""Roles of brokers."""

import numpy as np
import pytest
from scipy.sparse import csr_array

from netgraph.kernels.roles import count_roles


@pytest.mark.parametrize("seed", range(3))
def test_five_roles_are_all_open_paths(seed):
    draw = np.random.default_rng(seed)
    tied = (draw.random((15, 15)) < 0.3).astype(int)
    np.fill_diagonal(tied, 0)
    roles = count_roles(csr_array(tied), draw.integers(0, 4, 15))
    open_paths = [
        sum(
            tied[a, v] * tied[v, b] * (1 - tied[a, b])
            for a in range(15)
            for b in range(15)
            if a != b
        )
        for v in range(15)
    ]
    assert roles.sum(axis=1).tolist() == open_paths


def test_nobody_brokers_where_nobody_is():
    assert count_roles(csr_array((0, 0)), np.zeros(0, dtype=int)).shape == (0, 5)


@pytest.mark.parametrize("seed", range(3))
def test_without_directions_it_is_the_same_both_ways_round(seed):
    draw = np.random.default_rng(seed)
    tied = np.triu(draw.random((25, 25)) < 0.3, 1).astype(int)
    matrix, kind = csr_array(tied + tied.T), draw.integers(0, 3, 25)
    assert np.array_equal(count_roles(matrix, kind, directed=False), count_roles(matrix, kind))


def test_nobody_brokers_where_nobody_is_tied():
    roles = count_roles(csr_array((3, 3)), np.zeros(3, dtype=int), directed=False)
    assert not roles.any()
