"""The walk over compressed rows."""

import numpy as np

from netgraph.adjacency import Adjacency
from netgraph.kernels._rows import component_of, entries_of, neighbours_of, sources_of

PATH = Adjacency.from_arrays([0, 1, 2], [1, 2, 3], nodes=range(5))  # 0-1-2-3 and 4 alone


def test_rows_without_entries_are_passed_over():
    assert entries_of(PATH.indptr, np.array([4, 3, 0])).tolist() == [5, 0]
    assert entries_of(PATH.indptr, np.array([], dtype=np.int64)).tolist() == []
    assert sources_of(PATH.indptr).tolist() == [0, 1, 1, 2, 2, 3]


def test_neighbours_are_given_once_and_only_if_wanted():
    wanted = np.array([True, True, False, True, True])
    assert neighbours_of(PATH.indptr, PATH.indices, np.array([0, 3]), wanted).tolist() == [1]


def test_parts_of_a_network_get_different_numbers():
    parts = component_of(PATH.indptr, PATH.indices)
    assert len(set(parts[:4])) == 1
    assert parts[4] != parts[0]
