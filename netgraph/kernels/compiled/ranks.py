"""Loops that rank people by degree, so that ties can be pointed and memory is read in order.

The best connected come first. Ranks follow the logarithm of the degree and,
within it, the given order, which keeps people who stand near each other in
memory together.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from netgraph.kernels._compile import ONE, ZERO, kernel

if TYPE_CHECKING:
    from netgraph.kernels._rows import Ints


@kernel
def rank_people(indptr: Ints) -> tuple[Ints, Ints]:
    """Give the rank of each person, and the person of each rank."""
    people = indptr.size - 1
    size = np.empty(people, np.uint8)
    for i in range(np.uint64(people)):
        degree = indptr[i + ONE] - indptr[i]
        bits = 0
        while degree > 0:
            degree >>= ONE
            bits += 1
        size[i] = bits
    place = np.zeros(66, np.uint32)
    for i in range(people):
        place[65 - size[i]] += 1
    for k in range(65):
        place[k + 1] += place[k]
    rank = np.empty(people, np.uint32)
    person = np.empty(people, np.uint32)
    for i in range(np.uint64(people)):
        k = 64 - size[i]
        rank[i] = place[k]
        person[place[k]] = i
        place[k] += 1
    return rank, person


@kernel
def count_earlier(indptr: Ints, indices: Ints, rank: Ints, person: Ints) -> Ints:
    """Give where each rank's ties to earlier ranks begin, laid one rank after the other."""
    people = np.uint64(rank.size)
    starts = np.zeros(people + ONE, np.uint64)
    for a in range(people):
        i = person[a]
        earlier = ZERO
        for e in range(indptr[i], indptr[i + ONE]):
            earlier += np.uint64(rank[indices[e]] < a)
        starts[a + ONE] = starts[a] + earlier
    return starts


@kernel
def list_later(indptr: Ints, indices: Ints, rank: Ints, person: Ints) -> tuple[Ints, Ints, Ints]:
    """Give the same; and each rank's contacts of a later rank, with where these begin."""
    people = np.uint64(rank.size)
    starts = np.zeros(people + ONE, np.uint64)
    begins = np.zeros(people + ONE, np.uint64)
    later = np.empty(indices.size // 2 + 1, np.uint32)
    many = ZERO
    for b in range(people):
        i = person[b]
        for e in range(indptr[i], indptr[i + ONE]):  # no branch: it would be guessed wrong
            a = rank[indices[e]]
            later[many] = a
            many += np.uint64(a > b)
        begins[b + ONE] = many
        earlier = indptr[i + ONE] - indptr[i] - (many - begins[b])
        starts[b + ONE] = starts[b] + earlier
    return starts, begins, later


@kernel
def turn_rows(indptr: Ints, indices: Ints, rank: Ints, person: Ints) -> tuple[Ints, Ints]:
    """Lay each tie at its other end: the rows by rank, and each row ascending.

    Undirected ties stay what they are. What is often read lies together, and is
    read in the same order from everywhere.
    """
    people = np.uint64(rank.size)
    begins = np.zeros(people + ONE, np.uint64)
    for e in range(np.uint64(indices.size)):
        begins[rank[indices[e]] + ONE] += ONE
    for a in range(people):
        begins[a + ONE] += begins[a]
    fill = begins[:-1].copy()
    ranks = np.empty(indices.size, np.uint32)
    for b in range(people):
        i = person[b]
        for e in range(indptr[i], indptr[i + ONE]):
            a = rank[indices[e]]
            ranks[fill[a]] = b
            fill[a] += ONE
    return begins, ranks


@kernel
def point_ties(indptr: Ints, indices: Ints, rank: Ints, person: Ints, starts: Ints) -> Ints:
    """Give whom each rank points at: its contacts of an earlier rank, ascending."""
    targets = np.empty(starts[starts.size - 1], np.uint32)
    fill = starts[:-1].copy()
    for b in range(np.uint64(rank.size)):
        i = person[b]
        for e in range(indptr[i], indptr[i + ONE]):
            a = rank[indices[e]]
            if a > b:
                targets[fill[a]] = b
                fill[a] += ONE
    return targets
