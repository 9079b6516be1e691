"""What the kernels share: names for array types and the walk over compressed rows."""

from __future__ import annotations

from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array
from scipy.sparse.csgraph import connected_components

Ints: TypeAlias = NDArray[np.integer[Any]]
Floats: TypeAlias = NDArray[np.float64]
Bools: TypeAlias = NDArray[np.bool_]


def read_only(array: NDArray[Any]) -> NDArray[Any]:
    """View an array as one that cannot be written, so that each loop is compiled for one kind.

    Examples
    --------
    >>> read_only(np.arange(3)).flags.writeable
    False
    """
    view = np.ascontiguousarray(array).view()
    view.flags.writeable = False
    return view


def rows_of(indptr: Ints, indices: Ints) -> tuple[Ints, Ints]:
    """View compressed rows as the loops want them: read-only and unsigned.

    Examples
    --------
    >>> [part.dtype.name for part in rows_of(np.array([0, 1]), np.array([0]))]
    ['uint64', 'uint32']
    """
    begins = np.ascontiguousarray(indptr, dtype=np.int64).view(np.uint64)
    return read_only(begins), read_only(
        np.ascontiguousarray(indices, dtype=np.int32).view(np.uint32)
    )


def entries_of(indptr: Ints, rows: Ints) -> Ints:
    """List the entries of `rows`, row after row.

    Parameters
    ----------
    indptr
        Where each row begins and ends.
    rows
        Row numbers, in any order.

    Returns
    -------
    numpy.ndarray
        Positions in ``indices``.

    Examples
    --------
    >>> entries_of(np.array([0, 2, 3, 6]), np.array([2, 0])).tolist()
    [3, 4, 5, 0, 1]
    """
    lengths = indptr[rows + 1] - indptr[rows]
    before = np.cumsum(lengths) - lengths
    entries: Ints = np.arange(int(lengths.sum())) + np.repeat(indptr[rows] - before, lengths)
    return entries


def sources_of(indptr: Ints) -> Ints:
    """Give the row that each entry stands in.

    Examples
    --------
    >>> sources_of(np.array([0, 2, 3, 6])).tolist()
    [0, 0, 1, 2, 2, 2]
    """
    return np.repeat(np.arange(len(indptr) - 1), np.diff(indptr))


def neighbours_of(indptr: Ints, indices: Ints, rows: Ints, wanted: Bools) -> Ints:
    """Find the rows that are tied to one of `rows` and still `wanted`.

    Once most ties start in `rows`, looking each up costs more than it saves:
    then every wanted row is given.

    Examples
    --------
    >>> indptr, indices = np.array([0, 1, 3, 4]), np.array([1, 0, 2, 1])  # a path of three
    >>> neighbours_of(indptr, indices, np.array([0]), np.ones(3, dtype=bool)).tolist()
    [1]
    """
    if 2 * (indptr[rows + 1] - indptr[rows]).sum() > len(indices):
        return np.flatnonzero(wanted)
    near = np.sort(indices[entries_of(indptr, rows)])
    near = near[np.flatnonzero(np.diff(near, prepend=-1))]
    return near[wanted[near]]


def component_of(indptr: Ints, indices: Ints) -> Ints:
    """Give the number of the connected part of the network that each person is in."""
    people = len(indptr) - 1
    ties = np.ones(len(indices), dtype=np.int8)
    matrix = csr_array((ties, indices, indptr), shape=(people, people))
    return np.asarray(connected_components(matrix, directed=False)[1])
