"""Loops that find what holds a network together: people, ties, and ways round a tie."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from netgraph.kernels._compile import kernel

if TYPE_CHECKING:
    from netgraph.kernels._rows import Ints


@kernel
def cut_points(indptr: Ints, indices: Ints) -> tuple[Ints, Ints]:
    """Walk the network in depth and see who gets back above whom (Hopcroft & Tarjan, 1973).

    Gives 1 for each person without whom a part falls apart; and for each entry
    from a person to a child in the walk how many people it cuts off, 0 if none.
    """
    people = indptr.size - 1
    order = np.full(people, -1, np.int64)
    low = np.zeros(people, np.int64)
    size = np.ones(people, np.int64)
    entry = np.full(people, -1, np.int64)
    parent = np.full(people, -1, np.int64)
    place = indptr[:-1].copy()
    stack = np.empty(people, np.int64)
    point = np.zeros(people, np.int64)
    cut = np.zeros(indices.size, np.int64)
    clock = 0
    for root in range(people):
        if order[root] >= 0:
            continue
        stack[0] = root
        depth = 1
        order[root] = clock
        low[root] = clock
        clock += 1
        children = 0
        while depth > 0:
            i = stack[depth - 1]
            if place[i] < indptr[i + 1]:
                e = place[i]
                place[i] += 1
                j = indices[e]
                if order[j] < 0:
                    order[j] = clock
                    low[j] = clock
                    clock += 1
                    parent[j] = i
                    entry[j] = e
                    stack[depth] = j
                    depth += 1
                elif j != parent[i]:
                    low[i] = min(low[i], order[j])
                continue
            depth -= 1
            above = parent[i]
            if above < 0:
                continue
            low[above] = min(low[above], low[i])
            size[above] += size[i]
            if above == root:
                children += 1
            elif low[i] >= order[above]:
                point[above] = 1
            if low[i] > order[above]:
                cut[entry[i]] = size[i]
        if children > 1:
            point[root] = 1
    return point, cut


@kernel
def ways_round(indptr: Ints, indices: Ints, one: Ints, two: Ints) -> Ints:
    """Give the length of the shortest way between two tied people without their tie; 0 if none.

    A search from the one stops at the contacts of the other. They are marked
    once for all ties of the other that follow each other.
    """
    people = indptr.size - 1
    length = np.zeros(one.size, np.int64)
    seen = np.full(people, -1, np.int64)
    near = np.full(people, -1, np.int64)
    queue = np.empty(people, np.int64)
    far = np.zeros(people, np.int64)
    for k in range(one.size):
        s, t = one[k], two[k]
        if k == 0 or two[k - 1] != t:
            for e in range(indptr[t], indptr[t + 1]):
                near[indices[e]] = t
        queue[0] = s
        seen[s] = k
        seen[t] = k
        far[s] = 0
        head, tail = 0, 1
        while head < tail and length[k] == 0:
            i = queue[head]
            head += 1
            for e in range(indptr[i], indptr[i + 1]):
                j = indices[e]
                if seen[j] == k:
                    continue
                if near[j] == t:
                    length[k] = far[i] + 2
                    break
                seen[j] = k
                far[j] = far[i] + 1
                queue[tail] = j
                tail += 1
    return length


@kernel
def pairs_left(indptr: Ints, indices: Ints, gone: Ints) -> Ints:
    """Count the ordered pairs that hang together without each person, and without whom is `gone`.

    The same walk in depth: what hangs below a person and gets back to nobody
    above is a part by itself without the person, and the rest is another.
    """
    people = indptr.size - 1
    order = np.full(people, -1, np.int64)
    low = np.zeros(people, np.int64)
    size = np.ones(people, np.int64)
    parent = np.full(people, -1, np.int64)
    place = indptr[:-1].copy()
    stack = np.empty(people, np.int64)
    met = np.empty(people, np.int64)
    inside = np.zeros(people, np.int64)  # people in parts that fall off
    pairs = np.zeros(people, np.int64)
    clock = 0
    total = 0
    for root in range(people):
        if order[root] >= 0 or gone[root] != 0:
            continue
        first = clock
        stack[0] = root
        met[clock] = root
        depth = 1
        order[root] = clock
        low[root] = clock
        clock += 1
        while depth > 0:
            i = stack[depth - 1]
            if place[i] < indptr[i + 1]:
                j = indices[place[i]]
                place[i] += 1
                if gone[j] != 0:
                    continue
                if order[j] < 0:
                    order[j] = clock
                    low[j] = clock
                    met[clock] = j
                    clock += 1
                    parent[j] = i
                    stack[depth] = j
                    depth += 1
                elif j != parent[i]:
                    low[i] = min(low[i], order[j])
                continue
            depth -= 1
            above = parent[i]
            if above >= 0:
                low[above] = min(low[above], low[i])
                size[above] += size[i]
                if low[i] >= order[above]:
                    inside[above] += size[i]
                    pairs[above] += size[i] * (size[i] - 1)
        together = clock - first
        total += together * (together - 1)
        for k in range(first, clock):
            i = met[k]
            rest = together - 1 - inside[i]
            pairs[i] += rest * (rest - 1) - together * (together - 1)
    return pairs + total
