"""Shortest paths from 16 people at once, counted forwards and shared out backwards."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from netgraph.kernels._compile import ONE, ZERO, kernel

if TYPE_CHECKING:
    from netgraph.kernels._rows import Floats, Ints

BATCH = np.uint64(16)
FEW = np.uint64(32)
"""Below this part of the ties, those near the last arrivals are looked up rather than all."""


@kernel
def path_dependencies(
    indptr: Ints,
    indices: Ints,
    back_indptr: Ints,
    back_indices: Ints,
    component: Ints,
    sources: Ints,
    first: int,
    stride: int,
) -> tuple[Floats, Floats]:
    """Take the batches `first`, `first` + `stride` and so on of the sources.

    A bit of `fresh` says which searches came to a person at the last distance,
    `flow` by how many shortest paths. Nobody waits for sources outside the own
    `component`. On the way back `flow` holds what each path carries.

    Returns, per person, the sum of the dependencies and of their squares.
    """
    people = np.uint64(component.size)
    total = np.zeros(people, np.float64)
    squares = np.zeros(people, np.float64)
    paths = np.zeros((people, BATCH), np.float64)
    carried = np.zeros((people, BATCH), np.float64)
    flow = np.zeros((people, BATCH), np.float64)
    coming = np.zeros((people, BATCH), np.float64)
    fresh = np.zeros(people, np.uint32)
    wanted = np.zeros(people, np.uint32)
    inside = np.zeros(people, np.uint32)
    marked = np.zeros(people, np.uint8)
    near = np.empty(people, np.uint32)
    everybody = np.arange(component.size).astype(np.uint32)
    some = np.empty(BATCH, np.float64)
    who = np.empty(people * np.uint64(4), np.uint32)  # who was reached, in order of distance
    which = np.empty(people * np.uint64(4), np.uint32)  # by which searches
    ends = np.empty(people + ONE, np.uint64)  # where each distance ends among these
    limit = np.uint64(indices.size) // FEW
    count = np.uint64(sources.size)
    for start in range(np.uint64(first) * BATCH, count, np.uint64(stride) * BATCH):
        stop = min(start + BATCH, count)
        inside[:] = 0
        for k in range(start, stop):
            inside[component[sources[k]]] |= ONE << (k - start)
        for x in range(people):
            wanted[x] = inside[component[x]]
        many = ZERO
        for k in range(start, stop):
            s = np.uint64(sources[k])
            paths[s, k - start] = 1.0
            flow[s] = 0.0
            flow[s, k - start] = 1.0
            fresh[s] = ONE << (k - start)
            wanted[s] &= ~fresh[s]
            who[many] = s
            which[many] = fresh[s]
            many += ONE
        begin = ZERO
        depth = ZERO
        ends[depth] = many
        while begin < many:
            work = ZERO
            for k in range(begin, many):
                y = who[k]
                work += indptr[y + ONE] - indptr[y]
            rows = everybody
            size = people
            if work < limit:
                size = ZERO
                for k in range(begin, many):
                    y = who[k]
                    for e in range(indptr[y], indptr[y + ONE]):
                        x = indices[e]
                        if marked[x] == 0 and wanted[x] != 0:
                            marked[x] = 1
                            near[size] = x
                            size += ONE
                for k in range(size):
                    marked[near[k]] = 0
                rows = near
            if many + size > who.size:
                longer = np.empty(who.size * 2 + size, np.uint32)
                longer[: who.size] = who
                who = longer
                longer = np.empty(which.size * 2 + size, np.uint32)
                longer[: which.size] = which
                which = longer
            end = many
            for k in range(size):
                x = rows[k]
                want = wanted[x]
                if want == 0:
                    continue
                hit = np.uint32(0)
                some[:] = 0.0
                for e in range(back_indptr[x], back_indptr[x + ONE]):
                    y = back_indices[e]
                    bits = fresh[y] & want
                    if bits != 0:
                        for c in range(BATCH):
                            some[c] += flow[y, c]
                        hit |= bits
                if hit != 0:
                    wanted[x] = want & ~hit
                    who[end] = x
                    which[end] = hit
                    end += ONE
                    for c in range(BATCH):
                        new = some[c] if (hit >> c) & ONE else 0.0
                        coming[x, c] = new
                        paths[x, c] += new
            for k in range(begin, many):
                fresh[who[k]] = 0
            for k in range(many, end):
                fresh[who[k]] = which[k]
            flow, coming = coming, flow
            begin = many
            many = end
            depth += ONE
            ends[depth] = many
        depth -= ONE  # the last distance was empty
        while depth > 0:
            begin = ends[depth - ONE]
            for k in range(begin, ends[depth]):
                y = who[k]
                bits = which[k]
                fresh[y] = bits
                for c in range(BATCH):
                    on = (bits >> c) & ONE
                    flow[y, c] = (1.0 + carried[y, c]) / paths[y, c] if on else 0.0
            earlier = ends[depth - np.uint64(2)] if depth > 1 else ZERO
            for k in range(earlier, begin):
                x = who[k]
                want = which[k]
                hit = np.uint32(0)
                some[:] = 0.0
                for e in range(indptr[x], indptr[x + ONE]):
                    y = indices[e]
                    bits = fresh[y] & want
                    if bits != 0:
                        for c in range(BATCH):
                            some[c] += flow[y, c]
                        hit |= bits
                if hit != 0:
                    for c in range(BATCH):
                        if (want >> c) & ONE:
                            carried[x, c] = paths[x, c] * some[c]
            for k in range(begin, ends[depth]):
                fresh[who[k]] = 0
            depth -= ONE
        for k in range(start, stop):
            carried[np.uint64(sources[k]), k - start] = 0.0  # a path does not pass its own end
            fresh[np.uint64(sources[k])] = 0
        for x in range(people):
            one, two = 0.0, 0.0
            for c in range(BATCH):
                one += carried[x, c]
                two += carried[x, c] * carried[x, c]
            total[x] += one
            squares[x] += two
            carried[x, :] = 0.0
            paths[x, :] = 0.0
    return total, squares
