"""Triangles: the ties among one's contacts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from netgraph.kernels._rows import read_only, rows_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from netgraph.kernels._rows import Floats, Ints


BLOCK = 1 << 20
"""Triangles that are listed in one go; bounds the memory."""


def sum_over_common_contacts(indptr: Ints, indices: Ints, left: Floats, right: Floats) -> Floats:
    r"""Sum a product over the contacts that the two ends of each tie share.

    .. math:: t_{ij} = \sum_{q \in N(i) \cap N(j)} l_{iq} \, r_{qj}

    This is the matrix product :math:`LR`, worked out only where :math:`i` and
    :math:`j` are tied.

    Parameters
    ----------
    indptr, indices
        The network as compressed rows.
    left, right
        A number per entry: :math:`l_{iq}` and :math:`r_{qj}`.

    Returns
    -------
    numpy.ndarray
        :math:`t_{ij}`, a number per entry; 0 where the ends share no contact.

    Examples
    --------
    >>> indptr, indices = np.array([0, 2, 4, 6]), np.array([1, 2, 0, 2, 0, 1])  # a triangle
    >>> ones = np.ones(6)
    >>> sum_over_common_contacts(indptr, indices, ones, ones).tolist()
    [1.0, 1.0, 1.0, 1.0, 1.0, 1.0]
    """
    from netgraph.kernels.compiled import triangles as loops  # noqa: PLC0415 - imports numba

    total: Floats = loops.sum_products(
        *map(read_only, pointed_ties(indptr, indices)), read_only(left), read_only(right)
    )
    return total


def greatest_among_common_contacts(indptr: Ints, indices: Ints, weights: Floats) -> Floats:
    r"""Find the strongest tie that j has within the network of i.

    .. math:: \max_{k \in \{i\} \cup (N(i) \cap N(j))} w_{jk}

    Parameters
    ----------
    indptr, indices
        The network as compressed rows.
    weights
        Strength of each tie, a number per entry.

    Returns
    -------
    numpy.ndarray
        A number for the entry of each tie from i to j.

    Examples
    --------
    >>> indptr, indices = np.array([0, 1, 3, 4]), np.array([1, 0, 2, 1])  # a path of three
    >>> greatest_among_common_contacts(indptr, indices, np.array([5.0, 5, 7, 7])).tolist()
    [5.0, 5.0, 7.0, 7.0]
    """
    from netgraph.kernels.compiled import triangles as loops  # noqa: PLC0415 - imports numba

    most: Floats = loops.greatest(
        *map(read_only, pointed_ties(indptr, indices)), read_only(weights)
    )
    return most


def sum_over_pairs(indptr: Ints, indices: Ints, share: Floats, pairs: Ints) -> Floats:
    """Sum a number per person over the contacts that two people share, for each pair.

    Parameters
    ----------
    indptr, indices
        The network as compressed rows.
    share
        A number per person.
    pairs
        A row per pair: two people, tied or not.

    Examples
    --------
    >>> indptr, indices = np.array([0, 1, 3, 4]), np.array([1, 0, 2, 1])  # a path of three
    >>> sum_over_pairs(indptr, indices, np.array([1.0, 5, 1]), np.array([[0, 2]])).tolist()
    [5.0]
    """
    from netgraph.kernels.compiled import triangles as loops  # noqa: PLC0415 - imports numba

    ends = np.asarray(pairs, dtype=np.int64).astype(np.uint64)
    total: Floats = loops.sum_over_pairs(
        *rows_of(indptr, indices), read_only(share), read_only(ends)
    )
    return total


def reverse_entries(indptr: Ints, indices: Ints) -> Ints:
    """Give, for the entry of each tie i to j, the entry of the same tie from j to i.

    Examples
    --------
    >>> reverse_entries(np.array([0, 1, 3, 4]), np.array([1, 0, 2, 1])).tolist()
    [1, 0, 3, 2]
    """
    entries = pointed_ties(indptr, indices)[2].astype(np.int64)
    back = np.empty(len(indices), dtype=np.int64)
    back[entries[:, 0]], back[entries[:, 1]] = entries[:, 1], entries[:, 0]
    return back


def triangle_blocks(indptr: Ints, indices: Ints) -> Iterator[tuple[Ints, Ints, Ints]]:
    """List every triangle a, b, c once, as the entries of a to b, a to c and b to c.

    Parameters
    ----------
    indptr, indices
        The network as compressed rows.

    Yields
    ------
    tuple of numpy.ndarray
        Three arrays of equal length, a place for each triangle.

    Examples
    --------
    >>> indptr, indices = np.array([0, 2, 4, 6]), np.array([1, 2, 0, 2, 0, 1])  # a triangle
    >>> [len(ab) for ab, ac, bc in triangle_blocks(indptr, indices)]
    [1]
    """
    from netgraph.kernels.compiled import triangles as loops  # noqa: PLC0415 - imports numba

    pointed = [read_only(part) for part in pointed_ties(indptr, indices)]
    done = np.concatenate([[0], np.cumsum(loops.count_triangles(*pointed[:2]))])
    first = 0
    while done[first] < done[-1]:
        last = max(int(np.searchsorted(done, done[first] + BLOCK, side="right")) - 1, first + 1)
        found = loops.list_triangles(*pointed, first, last, int(done[last] - done[first]))
        if len(found):
            yield found[:, 0], found[:, 1], found[:, 2]
        first = last


def pointed_ties(indptr: Ints, indices: Ints) -> tuple[Ints, Ints, Ints]:
    """Give the pointed ties, and per tie the two entries that it stands in."""
    from netgraph.kernels.compiled import triangles as loops  # noqa: PLC0415 - imports numba
    from netgraph.kernels.compiled.ranks import count_earlier, rank_people  # noqa: PLC0415 - as above

    rows = rows_of(indptr, indices)
    rank, person = map(read_only, rank_people(rows[0]))
    starts = read_only(count_earlier(*rows, rank, person))
    targets, entries = loops.entries_of_ties(*rows, rank, person, starts)
    return starts, targets, entries
