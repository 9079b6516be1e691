"""Triangles: the ties among one's contacts, on which all of Burt's measures rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from scipy.sparse import csr_array

from netgraph.kernels._rows import sources_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from netgraph.kernels._rows import Floats, Ints

BLOCK = 1 << 20
"""Pairs of contacts that are looked at in one go; bounds the memory (about 100 MB)."""

PAIR_COST = 40
"""How much longer it takes to look at a pair than to do one step of a sparse product."""


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

    Notes
    -----
    There are two ways, and the one that is quicker for this network is taken.
    Listing triangles looks at pairs of contacts only where a triangle may be,
    which spares nearly all of the work at hubs. Where most pairs do close, as
    among the staff of one firm, a sparse product does each of them faster.

    Examples
    --------
    >>> indptr, indices = np.array([0, 2, 4, 6]), np.array([1, 2, 0, 2, 0, 1])  # a triangle
    >>> ones = np.ones(6)
    >>> sum_over_common_contacts(indptr, indices, ones, ones).tolist()
    [1.0, 1.0, 1.0, 1.0, 1.0, 1.0]
    """
    by_listing = PAIR_COST * int(_pairs_to_look_at(_pointed_ties(indptr, indices)[1]).sum())
    by_product = int(np.square(np.diff(indptr)).sum())
    way = _sum_by_listing if by_listing < by_product else _sum_by_product
    return way(indptr, indices, left, right)


def _sum_by_listing(indptr: Ints, indices: Ints, left: Floats, right: Floats) -> Floats:
    """Visit each triangle once, and add to its six entries."""
    back = reverse_entries(indptr, indices)
    total = np.zeros(len(indices))
    for ab, ac, bc in triangle_blocks(indptr, indices):
        ba, ca, cb = back[ab], back[ac], back[bc]
        entries = np.concatenate([ab, ba, ac, ca, bc, cb])
        first = np.concatenate([ac, bc, ab, cb, ba, ca])
        second = np.concatenate([cb, ca, bc, ba, ac, ab])
        total += np.bincount(entries, left[first] * right[second], minlength=len(indices))
    return total


def _sum_by_product(indptr: Ints, indices: Ints, left: Floats, right: Floats) -> Floats:
    """Multiply the matrices, some rows at a time, and keep what stands where ties are."""
    people = len(indptr) - 1
    shape = (people, people)
    matrix = csr_array((right, indices, indptr), shape=shape)
    mask = csr_array((np.ones(len(indices)), indices, indptr), shape=shape)
    rows = csr_array((left, indices, indptr), shape=shape)
    work = np.cumsum(np.bincount(sources_of(indptr), np.diff(indptr)[indices], minlength=people))
    total = np.zeros(len(indices))
    start = 0
    while start < people:
        already = work[start - 1] if start else 0
        stop = max(int(np.searchsorted(work, already + BLOCK, side="right")), start + 1)
        product = ((rows[start:stop] @ matrix).multiply(mask[start:stop])).tocoo()
        entries = slice(int(indptr[start]), int(indptr[stop]))
        tied = sources_of(indptr[start : stop + 1]) * people + indices[entries]
        found = product.row.astype(np.int64) * people + product.col
        total[entries][np.searchsorted(tied, found)] = product.data
        start = stop
    return total


def reverse_entries(indptr: Ints, indices: Ints) -> Ints:
    """Give, for the entry of each tie i to j, the entry of the same tie from j to i."""
    return np.lexsort((sources_of(indptr), indices))


def triangle_blocks(indptr: Ints, indices: Ints) -> Iterator[tuple[Ints, Ints, Ints]]:
    """List every triangle a, b, c once, as the entries of a to b, a to c and b to c.

    Each tie is pointed from the end with fewer contacts to the end with more.
    Then nobody points at many people, not even the contacts of a hub, and at
    most O(m^1.5) pairs need to be looked at (Chiba & Nishizeki, 1985).

    Parameters
    ----------
    indptr, indices
        The network as compressed rows.

    Yields
    ------
    tuple of numpy.ndarray
        Three arrays of equal length, a place for each triangle.
    """
    people = len(indptr) - 1
    entry, source, target = _pointed_ties(indptr, indices)
    key = source * people + target
    partners = _pairs_to_look_at(source)
    seen = np.cumsum(partners)
    start = 0
    while start < len(key):
        already = seen[start - 1] if start else 0
        stop = max(int(np.searchsorted(seen, already + BLOCK, side="right")), start + 1)
        here = partners[start:stop]
        first = np.repeat(np.arange(start, stop), here)
        second = first + 1 + np.arange(len(first)) - np.repeat(np.cumsum(here) - here, here)
        wanted = target[first] * people + target[second]
        third = np.minimum(np.searchsorted(key, wanted), len(key) - 1)
        closed = key[third] == wanted
        yield entry[first[closed]], entry[second[closed]], entry[third[closed]]
        start = stop


def _pointed_ties(indptr: Ints, indices: Ints) -> tuple[Ints, Ints, Ints]:
    """Give entry, source and target of ties to people of higher rank, sorted by both ranks."""
    people = len(indptr) - 1
    rank = np.empty(people, dtype=np.int64)
    rank[np.argsort(np.diff(indptr), kind="stable")] = np.arange(people)
    source, target = rank[sources_of(indptr)], rank[indices]
    entry = np.flatnonzero(source < target)
    key = source[entry] * people + target[entry]
    order = np.argsort(key)
    return entry[order], *np.divmod(key[order], max(people, 1))


def _pairs_to_look_at(source: Ints) -> Ints:
    """Count, for each pointed tie, the later ties out of the same person."""
    end = np.searchsorted(source, source, side="right")
    return np.asarray(end - np.arange(len(source)) - 1)
