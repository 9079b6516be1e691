"""Paths of two ties within each person's own network."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from netgraph.kernels._rows import read_only, rows_of
from netgraph.kernels._threads import share_out

if TYPE_CHECKING:
    from scipy.sparse import csr_array

    from netgraph.kernels._rows import Floats, Ints


def own_betweenness(matrix: csr_array) -> Floats:
    """Share out each pair of contacts who are not tied among those who connect them.

    Parameters
    ----------
    matrix
        Not zero in row i and column j where i is tied to j; nobody is tied to
        themselves.

    Returns
    -------
    numpy.ndarray
        A number per person i: the sum, over ordered pairs a to i to b without a
        to b, of one by the number of people in the network of i through whom a
        gets to b in two steps, i included.

    Examples
    --------
    >>> from scipy.sparse import csr_array
    >>> own_betweenness(csr_array([[0, 1, 0], [1, 0, 1], [0, 1, 0]])).tolist()
    [0.0, 2.0, 0.0]
    """
    from netgraph.kernels.compiled import ego_paths as loops  # noqa: PLC0415 - imports numba

    there, back = matrix.tocsr(), matrix.T.tocsr()
    there.sort_indices()
    back.sort_indices()
    found = loops.between(
        read_only(there.indptr.astype(np.int64)),
        read_only(there.indices.astype(np.int32)),
        read_only(back.indptr.astype(np.int64)),
        read_only(back.indices.astype(np.int32)),
    )
    return np.asarray(found)


def own_pairs(indptr: Ints, indices: Ints) -> Floats:
    """Do the same where ties have no direction; each pair counts once.

    Parameters
    ----------
    indptr, indices
        The network as compressed rows.

    Examples
    --------
    >>> indptr, indices = np.array([0, 1, 3, 4]), np.array([1, 0, 2, 1])  # a path of three
    >>> own_pairs(indptr, indices).tolist()
    [0.0, 1.0, 0.0]
    """
    from netgraph.kernels.compiled import ego_paths as loops  # noqa: PLC0415 - imports numba

    rows = rows_of(indptr, indices)

    def work(first: int, stride: int) -> Floats:
        found: Floats = loops.between_pairs(*rows, first, stride)
        return found

    return np.asarray(np.sum(share_out(work, len(indptr) - 1), axis=0))
