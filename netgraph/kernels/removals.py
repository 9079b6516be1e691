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

    rank, ordered, start = _ordered(indptr, indices, sources)

    def work(first: int, stride: int) -> Floats:
        found: Floats = loops.nearness_lost(*ordered, read_only(start[first::stride]))
        return found

    told = np.sum(share_out(work, len(start)), axis=0)[rank]
    return told[:, 0], told[:, 1]


def detours_lost(indptr: Ints, indices: Ints, sources: Ints) -> Floats:
    r"""Sum what :math:`\sum_t 1 / d(s, t)` loses without each person :math:`v \ne s, t`.

    Parameters
    ----------
    indptr, indices
        The network as compressed rows.
    sources
        The people :math:`s`.

    Returns
    -------
    numpy.ndarray
        A number per person :math:`v`: the sum over the sources.

    Examples
    --------
    >>> indptr, indices = np.array([0, 1, 3, 4]), np.array([1, 0, 2, 1])  # a path of three
    >>> detours_lost(indptr, indices, np.arange(3)).tolist()  # both ends lose 1/2
    [0.0, 1.0, 0.0]
    """
    from netgraph.kernels.compiled import removals as loops  # noqa: PLC0415 - imports numba

    rank, ordered, start = _ordered(indptr, indices, sources)

    def work(first: int, stride: int) -> Floats:
        found: Floats = loops.detours_lost(*ordered, read_only(start[first::stride]))
        return found

    return np.asarray(np.sum(share_out(work, len(start)), axis=0)[rank])


def nearness_gained(indptr: Ints, indices: Ints, distance: Ints, people: Ints) -> Floats:
    r"""Sum how much nearer a group gets to everybody with each person more.

    .. math:: \sum_j \max(n(d_{Kj}), n(d_{vj})) - n(d_{Kj}), \qquad n(d) = 1 / \max(d, 1)

    Parameters
    ----------
    indptr, indices
        The network as compressed rows.
    distance
        How far each person is from the group; -1 where there is no way.
    people
        Whom to add, one at a time.

    Returns
    -------
    numpy.ndarray
        A number for each of `people`.

    Examples
    --------
    >>> indptr, indices = np.array([0, 1, 3, 4]), np.array([1, 0, 2, 1])  # a path of three
    >>> nearness_gained(indptr, indices, np.array([0, 1, 2]), np.array([1, 2])).tolist()
    [0.5, 0.5]
    """
    from netgraph.kernels.compiled import removals as loops  # noqa: PLC0415 - imports numba

    rank, ordered, start = _ordered(indptr, indices, people, ascending=False)
    far = np.empty(len(rank), dtype=np.uint32)
    far[rank] = np.where(distance < 0, loops.NEVER, distance)

    def work(first: int, stride: int) -> tuple[int, Floats]:
        return first, loops.nearness_gained(
            *ordered, read_only(far), read_only(start[first::stride])
        )

    parts = share_out(work, len(start))
    gained = np.empty(len(start))
    for first, part in parts:
        gained[first :: len(parts)] = part
    return gained


def _ordered(
    indptr: Ints, indices: Ints, people: Ints, *, ascending: bool = True
) -> tuple[Ints, tuple[Ints, ...], Ints]:
    """Lay the rows by rank, so that what is often read lies together; give people's ranks."""
    from netgraph.kernels.compiled.ranks import rank_people, turn_rows  # noqa: PLC0415 - numba

    rows = rows_of(indptr, indices)
    rank, person = map(read_only, rank_people(rows[0]))
    ordered = tuple(map(read_only, turn_rows(*rows, rank, person)))
    start = rank[np.asarray(people, dtype=np.int64)]
    return rank, ordered, read_only(np.sort(start) if ascending else start)
