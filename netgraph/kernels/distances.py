"""How many people stand at each distance from each person."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

import numpy as np

from netgraph.kernels._rows import component_of, entries_of, neighbours_of, read_only, rows_of
from netgraph.kernels._threads import share_out

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from netgraph.kernels._rows import Floats, Ints

    Words = NDArray[np.uint64]

SOURCES = 1024
"""Searches that run side by side, a bit each."""

CHUNK = 1 << 13
"""Entries that are gathered in one go, so that they stay in the processor's cache."""


def count_by_distance(
    indptr: Ints,
    indices: Ints,
    *,
    steps: int = 1,
    furthest: int | None = None,
    back: tuple[Ints, Ints] | None = None,
) -> tuple[Ints, Floats]:
    """Count whom everybody reaches, by distance, and sum the inverse distances.

    Breadth-first searches from 512 people run at once, a bit each: a person
    holds a bit for each that has arrived, and a step takes, for each person,
    the union of the bits of the contacts (Then et al., 2014).

    Parameters
    ----------
    indptr, indices
        The network as compressed rows.
    steps
        How many columns the counts have.
    furthest
        Count nobody further away than this.
    back
        Where ties have a direction: the same ties from their other end, as
        compressed rows.

    Returns
    -------
    tuple of numpy.ndarray
        A row per person: how many others are 1, 2 ... `steps` ties away, where
        the last column counts those further away, too. And a number per person:
        the sum of 1 / distance over the others.

    Examples
    --------
    >>> indptr, indices = np.array([0, 1, 3, 4]), np.array([1, 0, 2, 1])  # a path of three
    >>> counts, sums = count_by_distance(indptr, indices, steps=2)
    >>> counts.tolist(), sums.tolist()
    ([[1, 1], [2, 0], [1, 1]], [1.5, 2.0, 1.5])
    """
    from netgraph.kernels.compiled import distances as loops  # noqa: PLC0415 - imports numba
    from netgraph.kernels.compiled.ranks import rank_people, turn_rows  # noqa: PLC0415 - imports numba

    people = len(indptr) - 1
    rows = rows_of(indptr, indices)
    rank, person = map(read_only, rank_people(rows[0]))
    ordered = tuple(map(read_only, turn_rows(*rows, rank, person)))
    reverse, component = ordered, component_of(indptr, indices)
    if back is not None:
        ordered = tuple(map(read_only, turn_rows(*rows_of(*back), rank, person)))
    component = read_only(component[person].astype(np.int64))
    furthest = people if furthest is None else furthest

    def work(first: int, stride: int) -> tuple[Ints, Floats]:
        found: tuple[Ints, Floats] = loops.search(
            *ordered, *reverse, component, first, stride, steps, furthest
        )
        return found

    parts = share_out(work, -(-people // int(loops.SOURCES)))
    counts = np.sum([part[0] for part in parts], axis=0)
    harmonic = np.sum([part[1] for part in parts], axis=0)
    return counts[rank], harmonic[rank]


def distance_levels(
    indptr: Ints, indices: Ints, sources: Ints | None = None, *, furthest: int | None = None
) -> Iterator[tuple[int, Ints, Ints]]:
    """Count, distance by distance, from how many sources each person is that far.

    Breadth-first searches from 1,024 sources run at once: a person holds a bit
    for each source that has arrived, and a step takes, for each person, the
    union of the bits of the contacts (Then et al., 2014).

    Parameters
    ----------
    indptr, indices
        The network as compressed rows.
    sources
        The people to start from, each once; everybody by default.
    furthest
        Stop after this distance.

    Yields
    ------
    tuple
        A distance from 1 up; the people whom some sources reach in exactly
        that distance; from how many sources. Each distance comes once for
        every 1,024 sources. Sources that never arrive are never counted.
    """
    people = len(indptr) - 1
    sources = np.arange(people) if sources is None else sources
    component = component_of(indptr, indices)
    for start in range(0, len(sources), SOURCES):
        block = sources[start : start + SOURCES]
        arriving = np.bincount(component[block], minlength=people)[component]
        arriving[block] -= 1  # a source has arrived at itself
        levels = _search(indptr, indices, block, arriving)
        yield from islice(levels, furthest)


def _search(
    indptr: Ints, indices: Ints, block: Ints, arriving: Ints
) -> Iterator[tuple[int, Ints, Ints]]:
    """Search from the people in `block`; `arriving` sources are awaited at each person.

    Taking all bits of the contacts, not the latest alone, does no harm: what
    has been with a contact for longer has been passed on before.
    """
    place = np.arange(len(block))
    seen = np.zeros((len(indptr) - 1, (len(block) + 63) // 64), dtype=np.uint64)
    seen[block, place // 64] = np.left_shift(np.uint64(1), (place % 64).astype(np.uint64))
    rows, distance = block, 0
    while len(rows):
        distance += 1
        near = neighbours_of(indptr, indices, rows, arriving > 0)
        new = _union_of_contacts(indptr, indices, seen, near) & ~seen[near]
        counts = np.bitwise_count(new).sum(axis=1, dtype=np.int64)
        reached = counts > 0
        rows, counts = near[reached], counts[reached]
        seen[rows] |= new[reached]
        arriving[rows] -= counts
        if len(rows):
            yield distance, rows, counts


def _union_of_contacts(indptr: Ints, indices: Ints, bits: Words, rows: Ints) -> Words:
    """Unite the bits of each row's contacts; every row has at least one."""
    union = np.empty((len(rows), bits.shape[1]), dtype=np.uint64)
    ends = np.cumsum(indptr[rows + 1] - indptr[rows])
    start = 0
    while start < len(rows):
        done = ends[start - 1] if start else 0
        stop = max(int(np.searchsorted(ends, done + CHUNK, side="right")), start + 1)
        contacts = indices[entries_of(indptr, rows[start:stop])]
        begins = np.concatenate([[0], ends[start : stop - 1] - done])
        np.bitwise_or.reduceat(bits[contacts], begins, axis=0, out=union[start:stop])
        start = stop
    return union
