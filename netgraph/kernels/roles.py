"""Who brokers between whom, by the categories of the three."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from netgraph.kernels._rows import read_only

if TYPE_CHECKING:
    from scipy.sparse import csr_array

    from netgraph.kernels._rows import Ints


def count_roles(matrix: csr_array, category: Ints) -> Ints:
    """Count the open paths a to v to b through each person v, by role.

    Parameters
    ----------
    matrix
        Not zero in row i and column j where i is tied to j; nobody is tied to
        themselves.
    category
        A number from 0 per person.

    Returns
    -------
    numpy.ndarray
        A row per person v. Columns: all of one category; a and b of another;
        v and b of one, a of another; a and v of one, b of another; all apart.

    Examples
    --------
    >>> from scipy.sparse import csr_array
    >>> path = csr_array([[0, 1, 0], [0, 0, 1], [0, 0, 0]])
    >>> count_roles(path, np.array([0, 0, 1])).tolist()
    [[0, 0, 0, 0, 0], [0, 0, 0, 1, 0], [0, 0, 0, 0, 0]]
    """
    from netgraph.kernels.compiled import roles as loops  # noqa: PLC0415 - imports numba

    there, back = matrix.tocsr(), matrix.T.tocsr()
    there.sort_indices()
    back.sort_indices()
    return np.asarray(
        loops.count_roles(
            read_only(there.indptr.astype(np.int64)),
            read_only(there.indices.astype(np.int64)),
            read_only(back.indptr.astype(np.int64)),
            read_only(back.indices.astype(np.int64)),
            read_only(category.astype(np.int64)),
            int(category.max(initial=0)) + 1,
        )
    )
