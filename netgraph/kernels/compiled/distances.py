"""Breadth-first searches from 512 people at once, a bit for each (Then et al., 2014)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from netgraph.kernels._compile import ONE, ZERO, kernel

if TYPE_CHECKING:
    from netgraph.kernels._rows import Floats, Ints

SOURCES = np.uint64(512)
WORDS = np.uint64(8)  # a person's bits fill one line of the processor's cache
W1, W2, W3, W4, W5, W6, W7 = (np.uint64(word) for word in range(1, 8))
FEW = np.uint64(16)
"""Below this part of the ties, those near the last arrivals are looked up rather than all."""

_PAIRS, _FOURS, _NIBBLES, _BYTES = (
    np.uint64(0x5555555555555555),
    np.uint64(0x3333333333333333),
    np.uint64(0x0F0F0F0F0F0F0F0F),
    np.uint64(0x0101010101010101),
)


@kernel
def count_bits(word: int) -> int:
    """Count the bits of a word that are set; one instruction where the processor has it."""
    word = word - ((word >> W1) & _PAIRS)
    word = (word & _FOURS) + ((word >> W2) & _FOURS)
    word = (word + (word >> W4)) & _NIBBLES
    return (word * _BYTES) >> np.uint64(56)


@kernel
def search(
    indptr: Ints,
    indices: Ints,
    back_indptr: Ints,
    back_indices: Ints,
    component: Ints,
    first: int,
    stride: int,
    steps: int,
    furthest: int,
) -> tuple[Ints, Floats]:
    """Search from the blocks `first`, `first` + `stride` and so on of 512 people each.

    A person takes the bits of those it points at, so that the people are
    counted whom it reaches. Nobody waits for sources outside the own `component`.

    Returns a row per person: how many people are 1, 2 ... `steps` away, the
    last column counting those further away, too; and the sum of 1 / distance.
    """
    people = np.uint64(component.size)
    counts = np.zeros((people, steps), np.int64)
    harmonic = np.zeros(people, np.float64)
    seen = np.empty(people * WORDS, np.uint64)
    fresh = np.empty(people * WORDS, np.uint64)
    coming = np.empty(people * WORDS, np.uint64)
    arrived = np.zeros(people, np.uint8)
    awaited = np.empty(people, np.int64)
    active = np.empty(people, np.uint32)
    near = np.empty(people, np.uint32)
    marked = np.zeros(people, np.uint8)
    inside = np.zeros(people, np.int64)
    everybody = np.arange(component.size).astype(np.uint32)
    limit = np.uint64(indices.size) // FEW
    for start in range(np.uint64(first) * SOURCES, people, np.uint64(stride) * SOURCES):
        stop = min(start + SOURCES, people)
        seen[:] = ZERO
        fresh[:] = ZERO
        inside[:] = 0
        for s in range(start, stop):
            inside[component[s]] += 1
        for x in range(people):
            awaited[x] = inside[component[x]]
        many = ZERO
        for s in range(start, stop):
            k = s - start
            seen[s * WORDS + (k >> np.uint64(6))] = ONE << (k & np.uint64(63))
            fresh[s * WORDS + (k >> np.uint64(6))] = ONE << (k & np.uint64(63))
            arrived[s] = 1
            awaited[s] -= 1
            active[many] = s
            many += ONE
        distance = 0
        while many > 0 and distance < furthest:
            distance += 1
            column = np.uint64(min(distance, steps) - 1)
            work = ZERO
            for k in range(many):
                y = active[k]
                work += back_indptr[y + ONE] - back_indptr[y]
            rows = everybody
            size = people
            if work < limit:
                size = ZERO
                for k in range(many):
                    y = active[k]
                    for e in range(back_indptr[y], back_indptr[y + ONE]):
                        x = back_indices[e]
                        if marked[x] == 0 and awaited[x] > 0:
                            marked[x] = 1
                            near[size] = x
                            size += ONE
                for k in range(size):
                    marked[near[k]] = 0
                rows = near
            reached = ZERO
            for k in range(size):
                x = rows[k]
                if awaited[x] == 0:
                    continue
                a0, a1, a2, a3 = ZERO, ZERO, ZERO, ZERO
                a4, a5, a6, a7 = ZERO, ZERO, ZERO, ZERO
                for e in range(indptr[x], indptr[x + ONE]):
                    y = indices[e]
                    if arrived[y] != 0:
                        o = np.uint64(y) * WORDS
                        a0 |= fresh[o]
                        a1 |= fresh[o + W1]
                        a2 |= fresh[o + W2]
                        a3 |= fresh[o + W3]
                        a4 |= fresh[o + W4]
                        a5 |= fresh[o + W5]
                        a6 |= fresh[o + W6]
                        a7 |= fresh[o + W7]
                o = np.uint64(x) * WORDS
                a0 &= ~seen[o]
                a1 &= ~seen[o + W1]
                a2 &= ~seen[o + W2]
                a3 &= ~seen[o + W3]
                a4 &= ~seen[o + W4]
                a5 &= ~seen[o + W5]
                a6 &= ~seen[o + W6]
                a7 &= ~seen[o + W7]
                new = np.int64(
                    count_bits(a0)
                    + count_bits(a1)
                    + count_bits(a2)
                    + count_bits(a3)
                    + count_bits(a4)
                    + count_bits(a5)
                    + count_bits(a6)
                    + count_bits(a7)
                )
                if new == 0:
                    continue
                awaited[x] -= new
                harmonic[x] += new / distance
                counts[x, column] += new
                marked[x] = 1
                coming[o] = a0
                coming[o + W1] = a1
                coming[o + W2] = a2
                coming[o + W3] = a3
                coming[o + W4] = a4
                coming[o + W5] = a5
                coming[o + W6] = a6
                coming[o + W7] = a7
                seen[o] |= a0
                seen[o + W1] |= a1
                seen[o + W2] |= a2
                seen[o + W3] |= a3
                seen[o + W4] |= a4
                seen[o + W5] |= a5
                seen[o + W6] |= a6
                seen[o + W7] |= a7
            for k in range(many):
                arrived[active[k]] = 0
            for k in range(size):
                x = rows[k]
                if marked[x] != 0:
                    marked[x] = 0
                    arrived[x] = 1
                    active[reached] = x
                    reached += ONE
            many = reached
            fresh, coming = coming, fresh
        for k in range(many):
            arrived[active[k]] = 0
    return counts, harmonic
