"""Paths of two ties within each person's own network."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from netgraph.kernels._rows import read_only

if TYPE_CHECKING:
    from scipy.sparse import csr_array

    from netgraph.kernels._rows import Floats


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
