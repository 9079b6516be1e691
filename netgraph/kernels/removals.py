"""How far people get from each other where a tie is taken away."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from netgraph.kernels._rows import read_only, rows_of
from netgraph.kernels._threads import share_out

if TYPE_CHECKING:
    from netgraph.kernels._rows import Floats, Ints


def nearness_lost(indptr: Ints, indices: Ints, sources: Ints) -> tuple[Floats, Floats]:
    r"""Sum what :math:`\sum_t 1 / d(s, t)` loses without each tie, shared by its two ends.

    Parameters
    ----------
    indptr, indices
        The network as compressed rows.
    sources
        The people :math:`s`.

    Returns
    -------
    tuple of numpy.ndarray
        A number per person: the mean loss over the person's ties, summed over
        the sources; and the sum of the squares of the sources' parts. 0 without
        ties.

    Examples
    --------
    >>> indptr, indices = np.array([0, 1, 3, 4]), np.array([1, 0, 2, 1])  # a path of three
    >>> nearness_lost(indptr, indices, np.arange(3))[0].tolist()  # 2 x (1 + 1/2) for either tie
    [3.0, 3.0, 3.0]
    """
    from netgraph.kernels.compiled import removals as loops  # noqa: PLC0415 - imports numba
    from netgraph.kernels.compiled.ranks import rank_people, reorder_rows  # noqa: PLC0415 - as above

    rows = rows_of(indptr, indices)
    rank, person, _ = map(read_only, rank_people(*rows))
    ordered = tuple(map(read_only, reorder_rows(*rows, rank, person)))
    start = read_only(np.sort(rank[np.asarray(sources, dtype=np.int64)]))

    def work(first: int, stride: int) -> Floats:
        found: Floats = loops.nearness_lost(*ordered, read_only(start[first::stride]))
        return found

    told = np.sum(share_out(work, len(start)), axis=0)[rank]
    return told[:, 0], told[:, 1]
