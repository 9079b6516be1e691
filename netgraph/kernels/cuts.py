"""What holds a network together: people, ties, and ways round a tie."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from netgraph.kernels._rows import read_only

if TYPE_CHECKING:
    from netgraph.kernels._rows import Ints


def cut_points(indptr: Ints, indices: Ints) -> tuple[Ints, Ints]:
    """Find the people and the ties without whom a part of the network falls apart.

    Parameters
    ----------
    indptr, indices
        The network as compressed rows.

    Returns
    -------
    tuple of numpy.ndarray
        1 per person who is such, else 0. And per entry how many people the tie
        cuts off at its further end; each such tie shows once, at one of its two
        entries, and 0 stands everywhere else.

    Examples
    --------
    >>> indptr, indices = np.array([0, 1, 3, 4]), np.array([1, 0, 2, 1])  # a path of three
    >>> point, cut = cut_points(indptr, indices)
    >>> point.tolist(), cut.tolist()
    ([0, 1, 0], [2, 0, 1, 0])
    """
    from netgraph.kernels.compiled import cuts as loops  # noqa: PLC0415 - imports numba

    rows = read_only(indptr.astype(np.int64)), read_only(indices.astype(np.int32))
    point, cut = loops.cut_points(rows[0], rows[1])
    return point, cut


def pairs_left(indptr: Ints, indices: Ints, gone: Ints) -> Ints:
    """Count the pairs of people who hang together once somebody more is taken away.

    Parameters
    ----------
    indptr, indices
        The network as compressed rows.
    gone
        Who is taken away already.

    Returns
    -------
    numpy.ndarray
        A number per person: the ordered pairs of others with a way between
        them without that person and all who are `gone`.

    Examples
    --------
    >>> indptr, indices = np.array([0, 1, 3, 4]), np.array([1, 0, 2, 1])  # a path of three
    >>> pairs_left(indptr, indices, np.array([], dtype=int)).tolist()
    [2, 0, 2]
    """
    from netgraph.kernels.compiled import cuts as loops  # noqa: PLC0415 - imports numba

    rows = read_only(indptr.astype(np.int64)), read_only(indices.astype(np.int32))
    absent = np.zeros(len(indptr) - 1, dtype=np.uint8)
    absent[gone] = 1
    return np.asarray(loops.pairs_left(*rows, read_only(absent)))


def ways_round(indptr: Ints, indices: Ints, one: Ints, two: Ints) -> Ints:
    """Find how long the shortest way between two tied people is without their tie.

    Parameters
    ----------
    indptr, indices
        The network as compressed rows.
    one, two
        The ends of the ties that are asked about.

    Returns
    -------
    numpy.ndarray
        A number of ties each; 0 where there is no other way.

    Examples
    --------
    >>> indptr, indices = np.array([0, 2, 4, 6]), np.array([1, 2, 0, 2, 0, 1])  # a triangle
    >>> ways_round(indptr, indices, np.array([0]), np.array([1])).tolist()
    [2]
    """
    from netgraph.kernels.compiled import cuts as loops  # noqa: PLC0415 - imports numba

    degrees = np.diff(indptr)
    turned = degrees[one] > degrees[two]  # it is quicker to start from who knows fewer
    start, end = np.where(turned, two, one), np.where(turned, one, two)
    order = np.argsort(end, kind="stable")
    length = np.empty(len(order), dtype=np.int64)
    length[order] = loops.ways_round(
        read_only(indptr.astype(np.int64)),
        read_only(indices.astype(np.int32)),
        read_only(start[order].astype(np.int64)),
        read_only(end[order].astype(np.int64)),
    )
    return length
