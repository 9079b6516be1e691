"""Loops that take each tie away and see how far people get from each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from netgraph.kernels._compile import kernel

if TYPE_CHECKING:
    from netgraph.kernels._rows import Floats, Ints


@kernel
def nearness_lost(indptr: Ints, indices: Ints, sources: Ints) -> Floats:
    """Sum what 1 / distance from the sources loses without each tie, shared by its two ends.

    From one source a tie matters only where it is the one last step of all
    shortest paths to somebody. Then those are further away all of whose last
    steps come from people who are, and only their distances are found anew.
    Gives a row per person: the sum over sources and the sum of squares, each
    tie's loss divided by the number of the person's ties.
    """
    people = indptr.size - 1
    told = np.zeros((people, 2))
    distance = np.full(people, -1, np.int64)
    queue = np.empty(people, np.int64)
    mark = np.full(people, -1, np.int64)
    hit = np.empty(people, np.int64)
    anew = np.zeros(people, np.int64)
    here = np.zeros(people)
    unreached = people + 1
    stamp = 0
    for s in sources:
        queue[0] = s
        distance[s] = 0
        head, tail = 0, 1
        while head < tail:
            i = queue[head]
            head += 1
            for e in range(indptr[i], indptr[i + 1]):
                j = indices[e]
                if distance[j] < 0:
                    distance[j] = distance[i] + 1
                    queue[tail] = j
                    tail += 1
        for k in range(1, tail):
            v = queue[k]
            ways = 0
            last = -1
            for e in range(indptr[v], indptr[v + 1]):
                if distance[indices[e]] == distance[v] - 1:
                    ways += 1
                    last = indices[e]
                    if ways > 1:
                        break
            if ways != 1:
                continue
            stamp += 1
            mark[v] = stamp
            hit[0] = v
            size = 1
            h = 0
            while h < size:
                w = hit[h]
                h += 1
                for e in range(indptr[w], indptr[w + 1]):
                    x = indices[e]
                    if distance[x] != distance[w] + 1 or mark[x] == stamp:
                        continue
                    lost = True
                    for f in range(indptr[x], indptr[x + 1]):
                        y = indices[f]
                        if distance[y] == distance[w] and mark[y] != stamp:
                            lost = False
                            break
                    if lost:
                        mark[x] = stamp
                        hit[size] = x
                        size += 1
            for h in range(size):
                w = hit[h]
                nearest = unreached
                for e in range(indptr[w], indptr[w + 1]):
                    y = indices[e]
                    if mark[y] != stamp and not (w == v and y == last):
                        nearest = min(nearest, distance[y] + 1)
                anew[w] = nearest
            changed = size > 1
            while changed:
                changed = False
                for h in range(size):
                    w = hit[h]
                    for e in range(indptr[w], indptr[w + 1]):
                        y = indices[e]
                        if mark[y] == stamp and anew[y] + 1 < anew[w]:
                            anew[w] = anew[y] + 1
                            changed = True
            loss = 0.0
            for h in range(size):
                w = hit[h]
                loss += 1.0 / distance[w]
                if anew[w] < unreached:
                    loss -= 1.0 / anew[w]
            here[v] += loss / (indptr[v + 1] - indptr[v])
            here[last] += loss / (indptr[last + 1] - indptr[last])
        for k in range(tail):
            i = queue[k]
            told[i, 0] += here[i]
            told[i, 1] += here[i] * here[i]
            here[i] = 0.0
            distance[i] = -1
    return told
