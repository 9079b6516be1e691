"""Loops that take each tie away and see how far people get from each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from netgraph.kernels._compile import ONE, ZERO, kernel

if TYPE_CHECKING:
    from netgraph.kernels._rows import Floats, Ints

NEVER = np.uint32(0xFFFFFFFF)
"""The distance of whom there is no way to."""


@kernel
def nearness_lost(indptr: Ints, indices: Ints, sources: Ints) -> Floats:
    """Sum what 1 / distance from the sources loses without each tie, shared by its two ends.

    From one source a tie matters only where it is the one last step of all
    shortest paths to somebody. Then those are further away all of whose last
    steps come from people who are, and only their distances are found anew.
    Gives a row per person: the sum over sources and the sum of squares, each
    tie's loss divided by the number of the person's ties.
    """
    people = np.uint64(indptr.size - 1)
    told = np.zeros((people, 2), np.float64)
    here = np.zeros(people, np.float64)
    distance = np.full(people, NEVER, np.uint32)
    steps = np.zeros(people, np.uint32)  # from how many people a last step leads here
    before = np.empty(people, np.uint32)  # one of them
    queue = np.empty(people, np.uint32)
    lost = np.zeros(people, np.uint32)  # from how many of them none does any more
    hit = np.empty(people, np.uint32)  # who is further away
    met = np.empty(people, np.uint32)  # whose `lost` is not 0
    marked = np.zeros(people, np.uint8)
    anew = np.zeros(people, np.uint32)
    for s in sources:
        tail = breadth_first(indptr, indices, s, distance, steps, before, queue)
        for k in range(ONE, tail):
            v = np.uint64(queue[k])
            if steps[v] != 1:
                continue
            size = list_hit(indptr, indices, v, distance, steps, lost, marked, hit, met)
            find_anew(indptr, indices, distance, marked, hit, ZERO, size, before[v], anew)
            loss = 0.0
            for h in range(size):
                w = hit[h]
                marked[w] = 0
                loss += 1.0 / distance[w]
                if anew[w] != NEVER:
                    loss -= 1.0 / anew[w]
            u = np.uint64(before[v])
            here[v] += loss / np.float64(indptr[v + ONE] - indptr[v])
            here[u] += loss / np.float64(indptr[u + ONE] - indptr[u])
        for k in range(tail):
            i = queue[k]
            told[i, ZERO] += here[i]
            told[i, ONE] += here[i] * here[i]
            here[i] = 0.0
            distance[i] = NEVER
            steps[i] = 0
    return told


@kernel
def detours_lost(indptr: Ints, indices: Ints, sources: Ints) -> Floats:
    """Sum what 1 / distance from the sources to others loses without each person.

    The person's own distances are not counted.
    """
    people = np.uint64(indptr.size - 1)
    told = np.zeros(people, np.float64)
    distance = np.full(people, NEVER, np.uint32)
    steps = np.zeros(people, np.uint32)
    before = np.empty(people, np.uint32)
    queue = np.empty(people, np.uint32)
    lost = np.zeros(people, np.uint32)
    hit = np.empty(people, np.uint32)
    met = np.empty(people, np.uint32)
    marked = np.zeros(people, np.uint8)
    anew = np.zeros(people, np.uint32)
    for s in sources:
        tail = breadth_first(indptr, indices, s, distance, steps, before, queue)
        for k in range(ONE, tail):
            v = np.uint64(queue[k])
            size = list_hit(indptr, indices, v, distance, steps, lost, marked, hit, met)
            if size > ONE:
                find_anew(indptr, indices, distance, marked, hit, ONE, size, v, anew)
            marked[v] = 0
            for h in range(ONE, size):
                w = hit[h]
                marked[w] = 0
                told[v] += 1.0 / distance[w]
                if anew[w] != NEVER:
                    told[v] -= 1.0 / anew[w]
        for k in range(tail):
            distance[queue[k]] = NEVER
            steps[queue[k]] = 0
    return told


@kernel
def breadth_first(
    indptr: Ints,
    indices: Ints,
    s: int,
    distance: Ints,
    steps: Ints,
    before: Ints,
    queue: Ints,
) -> int:
    """Find how far everybody is from `s`, and the last steps to them; count whom it reaches."""
    queue[ZERO] = s
    distance[s] = 0
    head, tail = ZERO, ONE
    while head < tail:
        i = np.uint64(queue[head])
        head += ONE
        further = np.uint32(distance[i] + ONE)
        for e in range(indptr[i], indptr[i + ONE]):
            j = indices[e]
            if distance[j] < further:
                continue
            if distance[j] == NEVER:
                distance[j] = further
                queue[tail] = j
                tail += ONE
            if distance[j] == further:
                steps[j] += np.uint32(1)
                before[j] = i
    return tail


@kernel
def list_hit(
    indptr: Ints,
    indices: Ints,
    v: int,
    distance: Ints,
    steps: Ints,
    lost: Ints,
    marked: Ints,
    hit: Ints,
    met: Ints,
) -> int:
    """List and mark `v` and all whom every last step reaches from somebody listed before."""
    hit[ZERO] = v
    marked[v] = 1
    head, size, seen = ZERO, ONE, ZERO
    while head < size:
        w = np.uint64(hit[head])
        head += ONE
        for e in range(indptr[w], indptr[w + ONE]):
            x = indices[e]
            if distance[x] != distance[w] + ONE:
                continue
            if lost[x] == 0:
                met[seen] = x
                seen += ONE
            lost[x] += np.uint32(1)
            if lost[x] == steps[x]:
                marked[x] = 1
                hit[size] = x
                size += ONE
    for k in range(seen):
        lost[met[k]] = 0
    return size


@kernel
def find_anew(
    indptr: Ints,
    indices: Ints,
    distance: Ints,
    marked: Ints,
    hit: Ints,
    first: int,
    size: int,
    without: int,
    anew: Ints,
) -> None:
    """Find how far those listed are now: first past people who are not, then past each other.

    Nobody else is nearer to them than they were themselves, but for who stands
    at the other end of the tie that is taken from the first of them. With
    `first` 1 that one is no longer there.
    """
    if first > ZERO:
        anew[hit[ZERO]] = NEVER
    for h in range(first, size):
        w = np.uint64(hit[h])
        nearest = NEVER
        for e in range(indptr[w], indptr[w + ONE]):
            y = indices[e]
            if marked[y] == 0 and not (h == ZERO and y == without):
                nearest = min(nearest, np.uint32(distance[y] + ONE))
                if distance[y] == distance[w]:
                    break
        anew[w] = nearest
    changed = size > ONE
    while changed:
        changed = False
        for h in range(first, size):
            w = np.uint64(hit[h])
            for e in range(indptr[w], indptr[w + ONE]):
                y = indices[e]
                if marked[y] != 0 and anew[y] != NEVER and anew[y] + ONE < anew[w]:
                    anew[w] = np.uint32(anew[y] + ONE)
                    changed = True


@kernel
def nearness_gained(indptr: Ints, indices: Ints, distance: Ints, sources: Ints) -> Floats:
    """Sum, for each source, how much nearer others are to it than `distance` says.

    Behind somebody who is no nearer nobody is.
    """
    people = np.uint64(indptr.size - 1)
    gained = np.zeros(sources.size, np.float64)
    seen = np.zeros(people, np.uint32)
    here = np.zeros(people, np.uint32)
    queue = np.empty(people, np.uint32)
    for k in range(np.uint64(sources.size)):
        stamp = np.uint32(k + ONE)
        queue[ZERO] = sources[k]
        seen[sources[k]] = stamp
        here[sources[k]] = 0
        head, tail = ZERO, ONE
        while head < tail:
            i = np.uint64(queue[head])
            head += ONE
            far = np.float64(distance[i])
            before = 0.0 if distance[i] == NEVER else 1.0 / max(far, 1.0)
            gained[k] += 1.0 / max(np.float64(here[i]), 1.0) - before
            step = np.uint32(here[i] + ONE)
            for e in range(indptr[i], indptr[i + ONE]):
                j = indices[e]
                if seen[j] != stamp and step < distance[j]:
                    seen[j] = stamp
                    here[j] = step
                    queue[tail] = j
                    tail += ONE
    return gained
