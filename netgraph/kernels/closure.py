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
        Of each tie: :math:`\sum_q z_{iq} z_{qj} / \sigma_q` over the contacts
        :math:`q` that the ends share, with :math:`\sigma_q` the sum of the
        strengths of :math:`q`.
    redundancy
        Of each rank: :math:`\sum_j \sum_q z_{iq} z_{qj} / \max_k z_{jk}`.
    triangles
        How many triangles each rank is a corner of.
    """

    rank: Ints
    person: Ints
    starts: Ints
    targets: Ints
    strength: Floats
    passed: Floats
    redundancy: Floats
    triangles: Ints


def closure(indptr: Ints, indices: Ints, weights: Floats | None) -> Closure:
    r"""Visit each triangle once, and add to its three ties.

    Takes 16 bytes a tie, 20 with weights, and at most O(m^1.5) steps
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
    [0.5, 0.5, 0.5]
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
    return by_entry(indptr, indices, found.passed)


def sum_by_person(indptr: Ints, weights: Floats | None, found: Closure) -> Floats:
    """Add up what Burt's measures need, over each person's ties.

    Parameters
    ----------
    indptr, weights
        The network as compressed rows.
    found
        What `closure` gave for it.

    Returns
    -------
    numpy.ndarray
        A row per person: the sum of the dyadic constraints c; of c ln c; of the
        dyadic redundancies; and twice the number of ties among the contacts.
        Zeros for a person without ties.

    Examples
    --------
    >>> indptr, indices = np.array([0, 2, 4, 6]), np.array([1, 2, 0, 2, 0, 1])  # a triangle
    >>> sums = sum_by_person(indptr, None, closure(indptr, indices, None))
    >>> sums[0, [0, 2, 3]].tolist()  # each c is (1/2 + 1/4)^2
    [1.125, 1.0, 2.0]
    """
    from netgraph.kernels.compiled import closure as loops  # noqa: PLC0415 - imports numba

    # c = (share x invested)^2, and the share is the person's own: it is taken out of the sums
    share = 1.0 / _totals(indptr, weights)
    ranked = [_ranked_sums(found), found.redundancy, found.triangles, found.rank]
    told: Floats = loops.lay_by_person(*map(read_only, [*ranked, share, np.log(share)]))
    return told.T


def by_entry(indptr: Ints, indices: Ints, values: Floats) -> Floats:
    """Lay a number per tie of `closure` along the entries: each tie's from either end.

    Examples
    --------
    >>> indptr, indices = np.array([0, 1, 3, 4]), np.array([1, 0, 2, 1])  # a path of three
    >>> by_entry(indptr, indices, closure(indptr, indices, None).passed).tolist()
    [0.0, 0.0, 0.0, 0.0]
    """
    entries = pointed_ties(indptr, indices)[2]
    laid = np.empty(len(indices))
    laid[entries[:, 0]] = laid[entries[:, 1]] = values
    return laid


def _close(indptr: Ints, indices: Ints, weights: Floats | None, share: Floats) -> Closure:
    from netgraph.kernels.compiled import closure as loops  # noqa: PLC0415 - imports numba
    from netgraph.kernels.compiled import ranks  # noqa: PLC0415 - imports numba

    rows = rows_of(indptr, indices)
    rank, person = map(read_only, ranks.rank_people(rows[0]))
    share = read_only(share[person])
    if weights is None:
        starts, begins, later = map(read_only, ranks.list_later(*rows, rank, person))
        targets, passed, triangles = loops.close_ties(starts, begins, later, share)
        twice = 2.0 * triangles
        return Closure(rank, person, starts, targets, np.empty(0), passed, twice, triangles)
    starts = read_only(ranks.count_earlier(*rows, rank, person))
    slack = read_only(1.0 / _by_row(np.maximum, indptr, weights)[person])
    given = read_only(weights)
    told = loops.close_weighted_ties(*rows, given, rank, person, starts, share, slack)
    return Closure(rank, person, starts, *told)


def _ranked_sums(found: Closure) -> Floats:
    """Sum over the ties of each rank, a block of ranks after the other."""
    from netgraph.kernels.compiled import closure as loops  # noqa: PLC0415 - imports numba

    starts, targets = read_only(found.starts), read_only(found.targets)
    sums = np.zeros((len(found.rank), 2))
    first = 0
    while first < len(sums):
        upto = starts[first] + np.uint64(BLOCK)
        last = max(int(np.searchsorted(starts, upto, side="right")) - 1, first + 1)
        ties = slice(int(starts[first]), int(starts[last]))
        invested = found.passed[ties] + (found.strength[ties] if len(found.strength) else 1.0)
        logs = np.log(invested)
        loops.sum_over_ties(
            starts, targets, read_only(invested), read_only(logs), sums, first, last
        )
        first = last
    return sums


def _totals(indptr: Ints, weights: Floats | None) -> Floats:
    """Sum the strengths of each person's ties; 1 for a person without any."""
    if weights is None:
        return np.maximum(np.diff(indptr), 1).astype(np.float64)
    return _by_row(np.add, indptr, weights)


def _by_row(join: np.ufunc, indptr: Ints, weights: Floats) -> Floats:
    """Join the numbers of each row; 1 where a row is empty."""
    joined = np.ones(len(indptr) - 1)
    tied = np.diff(indptr) > 0
    if tied.any():
        joined[tied] = join.reduceat(weights, indptr[:-1][tied])
    return joined
