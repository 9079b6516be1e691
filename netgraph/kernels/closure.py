"""What passes through common contacts, tie by tie: all of Burt's measures rest on it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from netgraph.kernels._rows import read_only, rows_of
from netgraph.kernels.triangles import pointed_ties

if TYPE_CHECKING:
    from netgraph.kernels._rows import Floats, Ints

BLOCK = 1 << 15
"""Ties whose logarithms are taken in one go, so that they stay in the processor's cache."""


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
    passed
        A row per tie: :math:`\sum_q z_{iq} z_{qj} / \sigma_q` over the contacts
        :math:`q` that the ends share, with :math:`\sigma_q` the sum of the
        strengths of :math:`q`; and, where ties have strengths,
        :math:`\sum_q z_{iq} z_{qj}`.
    triangles
        How many triangles each rank is a corner of.
    """

    rank: Ints
    person: Ints
    starts: Ints
    targets: Ints
    strength: Floats
    passed: Floats
    triangles: Ints


def closure(indptr: Ints, indices: Ints, weights: Floats | None) -> Closure:
    r"""Visit each triangle once, and add to its three ties.

    Takes 12 bytes a tie, 28 with weights, and at most O(m^1.5) steps
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
    >>> closure(indptr, indices, None).passed.tolist()
    [[0.5], [0.5], [0.5]]
    """
    return _close(indptr, indices, weights, 1.0 / _totals(indptr, weights))


def count_common_contacts(indptr: Ints, indices: Ints) -> Floats:
    """Count, for each entry, the contacts that the two ends of the tie share.

    Examples
    --------
    >>> indptr, indices = np.array([0, 2, 4, 6]), np.array([1, 2, 0, 2, 0, 1])  # a triangle
    >>> count_common_contacts(indptr, indices).tolist()
    [1.0, 1.0, 1.0, 1.0, 1.0, 1.0]
    """
    found = _close(indptr, indices, None, np.ones(len(indptr) - 1))
    return by_entry(indptr, indices, found.passed[:, 0])


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
    share = 1.0 / _totals(indptr, weights)
    # c = (share x invested)^2, and the share is the person's own, so it is taken out of the sums
    squares, surprise, redundancy = _ranked_sums(found, strongest)[found.rank].T
    twice = 2.0 * found.triangles[found.rank]
    constraint = share**2 * squares
    surprise = 2.0 * share**2 * (surprise + np.log(share) * squares)
    if weights is None:
        redundancy = twice
    return np.stack([constraint, surprise, share * redundancy, twice], axis=1)


def by_entry(indptr: Ints, indices: Ints, values: Floats) -> Floats:
    """Lay a number per tie of `closure` along the entries: each tie's from either end.

    Examples
    --------
    >>> indptr, indices = np.array([0, 1, 3, 4]), np.array([1, 0, 2, 1])  # a path of three
    >>> by_entry(indptr, indices, closure(indptr, indices, None).passed[:, 0]).tolist()
    [0.0, 0.0, 0.0, 0.0]
    """
    entries = pointed_ties(indptr, indices)[2]
    laid = np.empty(len(indices))
    laid[entries[:, 0]] = laid[entries[:, 1]] = values
    return laid


def _close(indptr: Ints, indices: Ints, weights: Floats | None, share: Floats) -> Closure:
    from netgraph.kernels.compiled import closure as loops  # noqa: PLC0415 - imports numba
    from netgraph.kernels.compiled.ranks import rank_people  # noqa: PLC0415 - imports numba

    rows = rows_of(indptr, indices)
    rank, person, starts = map(read_only, rank_people(*rows))
    share = read_only(share[person])
    if weights is None:
        targets, passed, triangles = loops.close_ties(*rows, rank, person, starts, share)
        return Closure(rank, person, starts, targets, np.empty(0), passed[:, None], triangles)
    told = loops.close_weighted_ties(*rows, read_only(weights), rank, person, starts, share)
    return Closure(rank, person, starts, *told)


def _ranked_sums(found: Closure, strongest: Floats) -> Floats:
    """Sum over the ties of each rank, a block of ranks after the other."""
    from netgraph.kernels.compiled import closure as loops  # noqa: PLC0415 - imports numba

    starts, targets, most = map(
        read_only, (found.starts, found.targets, np.asarray(strongest, float)[found.person])
    )
    sums = np.zeros((len(found.rank), 3))
    first = 0
    while first < len(sums):
        upto = starts[first] + np.uint64(BLOCK)
        last = max(int(np.searchsorted(starts, upto, side="right")) - 1, first + 1)
        ties = slice(int(starts[first]), int(starts[last]))
        product = np.ascontiguousarray(found.passed[ties, 1:].ravel())
        invested = found.passed[ties, 0] + (found.strength[ties] if len(product) else 1.0)
        parts = map(read_only, (invested, np.log(invested), product, most))
        loops.sum_over_ties(starts, targets, *parts, sums, first, last)
        first = last
    return sums


def _totals(indptr: Ints, weights: Floats | None) -> Floats:
    """Sum the strengths of each person's ties; 1 for a person without any."""
    degrees = np.diff(indptr)
    if weights is None:
        return np.maximum(degrees, 1).astype(np.float64)
    total = np.ones(len(degrees))
    tied = degrees > 0
    if tied.any():
        total[tied] = np.add.reduceat(weights, indptr[:-1][tied])
    return total
