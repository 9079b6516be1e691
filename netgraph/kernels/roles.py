"""Who brokers between whom, by the categories of the three."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from netgraph.kernels._rows import read_only, rows_of

if TYPE_CHECKING:
    from scipy.sparse import csr_array

    from netgraph.kernels._rows import Ints


def count_roles(matrix: csr_array, category: Ints, *, directed: bool = True) -> Ints:
    """Count the open paths a to v to b through each person v, by role.

    Parameters
    ----------
    matrix
        Not zero in row i and column j where i is tied to j; nobody is tied to
        themselves.
    category
        A number from 0 per person.
    directed
        Whether ties have a direction. If not, the matrix is symmetric, each
        pair counts both ways round, and it is quicker.

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
    from netgraph.kernels.compiled import ranks  # noqa: PLC0415 - as above
    from netgraph.kernels.compiled import roles as loops  # noqa: PLC0415 - imports numba

    there = matrix.tocsr()
    there.sort_indices()
    kind = read_only(category.astype(np.int64))
    kinds = int(category.max(initial=0)) + 1
    rows = _rows(there)
    if directed:
        back = matrix.T.tocsr()
        back.sort_indices()
        roles = loops.count_paths(*rows, *_rows(back), kind, kinds)
        loops.take_off_closed(*rows, kind, roles)
        return np.asarray(roles)
    roles = loops.count_paths(*rows, *rows, kind, kinds)
    bits = rows_of(there.indptr, there.indices)
    rank, person = map(read_only, ranks.rank_people(bits[0]))
    starts = read_only(ranks.count_earlier(*bits, rank, person))
    targets = read_only(ranks.point_ties(*bits, rank, person, starts))
    loops.take_off_triangles(person, starts, targets, kind, roles)
    return np.asarray(roles)


def _rows(matrix: csr_array) -> tuple[Ints, Ints]:
    return read_only(matrix.indptr.astype(np.int64)), read_only(matrix.indices.astype(np.int64))
