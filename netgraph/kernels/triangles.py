"""Triangles: the ties among one's contacts, on which all of Burt's measures rest."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from netgraph.kernels._rows import read_only, rows_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from netgraph.kernels._rows import Floats, Ints


BLOCK = 1 << 20
"""Triangles that are listed in one go; bounds the memory."""


class Closure(NamedTuple):
    r"""Each tie once, with what passes through the contacts that its two ends share.

    People are ranked, and a tie is pointed from the later rank to the earlier.

    Attributes
    ----------
    rank, person
        The rank of each person, and the person of each rank.
    starts, targets
        The pointed ties as compressed rows of ranks.
    strength
        Of each tie; empty where every tie counts as 1.
    closed
        A row per tie: how many contacts :math:`q` the ends share;
        :math:`\sum_q z_{iq} z_{qj} / \sigma_q`, with :math:`\sigma_q` the sum of
        the strengths of :math:`q`; and, where ties have strengths,
        :math:`\sum_q z_{iq} z_{qj}`.
    """

    rank: Ints
    person: Ints
    starts: Ints
    targets: Ints
    strength: Floats
    closed: Floats


def closure(indptr: Ints, indices: Ints, weights: Floats | None) -> Closure:
    r"""Visit each triangle once, and add to its three ties.

    Takes 20 bytes a tie, 36 with weights, and at most O(m^1.5) steps
    (Chiba & Nishizeki, 1985).

    Parameters
    ----------
    indptr, indices
        The network as compressed rows.
    weights
        Strength of each tie, a number per entry, the same from both ends; None
        counts each tie as 1.

    Returns
    -------
    Closure
        The pointed ties, with their sums.

    Examples
    --------
    >>> indptr, indices = np.array([0, 2, 4, 6]), np.array([1, 2, 0, 2, 0, 1])  # a triangle
    >>> closure(indptr, indices, None).closed.tolist()
    [[1.0, 0.5], [1.0, 0.5], [1.0, 0.5]]
    """
    from netgraph.kernels.compiled import triangles as loops  # noqa: PLC0415 - imports numba

    rows = rows_of(indptr, indices)
    rank, person, starts = map(read_only, loops.rank_people(*rows))
    share = read_only(1.0 / _totals(indptr, weights)[person])
    if weights is None:
        targets, closed = loops.close_ties(*rows, rank, person, starts, share)
        return Closure(rank, person, starts, targets, np.empty(0), closed)
    pointed = loops.close_weighted_ties(*rows, read_only(weights), rank, person, starts, share)
    return Closure(rank, person, starts, *pointed)


def sum_by_person(
    indptr: Ints, weights: Floats | None, found: Closure, strongest: Floats
) -> Floats:
    """Add up what Burt's measures need, over each person's ties.

    Parameters
    ----------
    indptr, weights
        The network as compressed rows.
    found
        What `closure` gave for it.
    strongest
        The strength of each person's strongest tie.

    Returns
    -------
    numpy.ndarray
        A row per person: the sum of the dyadic constraints c; of c ln c; of the
        dyadic redundancies; and twice the number of ties among the contacts.
        Zeros for a person without ties.

    Examples
    --------
    >>> indptr, indices = np.array([0, 2, 4, 6]), np.array([1, 2, 0, 2, 0, 1])  # a triangle
    >>> sums = sum_by_person(indptr, None, closure(indptr, indices, None), np.ones(3))
    >>> sums[0, [0, 2, 3]].tolist()  # each c is (1/2 + 1/4)^2
    [1.125, 1.0, 2.0]
    """
    from netgraph.kernels.compiled import triangles as loops  # noqa: PLC0415 - imports numba

    person = found.person
    sums: Floats = loops.sum_over_ties(
        *map(read_only, (person, found.starts, found.targets, found.strength, found.closed)),
        read_only(1.0 / _totals(indptr, weights)[person]),
        read_only(np.asarray(strongest, dtype=np.float64)[person]),
    )
    return sums


def by_entry(indptr: Ints, indices: Ints, found: Closure) -> Floats:
    """Lay the sums of `closure` along the entries: each tie's from either end.

    Examples
    --------
    >>> indptr, indices = np.array([0, 1, 3, 4]), np.array([1, 0, 2, 1])  # a path of three
    >>> by_entry(indptr, indices, closure(indptr, indices, None))[:, 0].tolist()
    [0.0, 0.0, 0.0, 0.0]
    """
    entries = _pointed(indptr, indices)[2]
    laid = np.empty((len(indices), found.closed.shape[1]))
    laid[entries[:, 0]] = laid[entries[:, 1]] = found.closed
    return laid


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
        *map(read_only, _pointed(indptr, indices)), read_only(left), read_only(right)
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

    most: Floats = loops.greatest(*map(read_only, _pointed(indptr, indices)), read_only(weights))
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
    entries = _pointed(indptr, indices)[2].astype(np.int64)
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

    pointed = [read_only(part) for part in _pointed(indptr, indices)]
    done = np.concatenate([[0], np.cumsum(loops.count_triangles(*pointed[:2]))])
    first = 0
    while done[first] < done[-1]:
        last = max(int(np.searchsorted(done, done[first] + BLOCK, side="right")) - 1, first + 1)
        found = loops.list_triangles(*pointed, first, last, int(done[last] - done[first]))
        if len(found):
            yield found[:, 0], found[:, 1], found[:, 2]
        first = last


def _pointed(indptr: Ints, indices: Ints) -> tuple[Ints, Ints, Ints]:
    """Give the pointed ties, and per tie the two entries that it stands in."""
    from netgraph.kernels.compiled import triangles as loops  # noqa: PLC0415 - imports numba

    rows = rows_of(indptr, indices)
    rank, person, starts = map(read_only, loops.rank_people(*rows))
    targets, entries = loops.entries_of_ties(*rows, rank, person, starts)
    return starts, targets, entries


def _totals(indptr: Ints, weights: Floats | None) -> Floats:
    """Sum the strengths of each person's ties; 1 for a person without any."""
    degrees = np.diff(indptr)
    if weights is None:
        return np.maximum(degrees, 1).astype(np.float64)
    people = np.repeat(np.arange(len(degrees)), degrees)
    total = np.bincount(people, weights, minlength=len(degrees))
    return np.where(degrees > 0, total, 1.0)
