"""Loops that send as much as possible from one person to another, one unit a tie."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from netgraph.kernels._compile import kernel

if TYPE_CHECKING:
    from netgraph.kernels._rows import Floats, Ints


@kernel
def send(
    indptr: Ints, indices: Ints, back: Ints, free: Ints, source: int, target: int, without: int
) -> Ints:
    """Send all that ties allow; give the people whom the source still gets to, and the flow.

    `free` is how much each entry can still take, and is used up. The last place
    of the answer is the flow; the others are 1 on the source's side of the cut.
    """
    people = indptr.size - 1
    came = np.empty(people, np.int64)
    queue = np.empty(people, np.int64)
    side = np.zeros(people + 1, np.int64)
    while True:
        came[:] = -1
        came[source] = -2
        queue[0] = source
        head, tail = 0, 1
        while head < tail and came[target] == -1:
            i = queue[head]
            head += 1
            for e in range(indptr[i], indptr[i + 1]):
                j = indices[e]
                if free[e] > 0 and came[j] == -1 and j != without:
                    came[j] = e
                    queue[tail] = j
                    tail += 1
        if came[target] == -1:
            for k in range(tail):
                side[queue[k]] = 1
            return side
        j = target
        while j != source:
            e = came[j]
            free[e] -= 1
            free[back[e]] += 1
            j = indices[back[e]]
        side[people] += 1


@kernel
def all_flows(indptr: Ints, indices: Ints, back: Ints, without: int) -> Floats:
    """Give the greatest flow between each two people, one of all left out (Gusfield, 1990)."""
    people = indptr.size - 1
    flow = np.zeros((people, people))
    parent = np.zeros(people, np.int64)
    if without == 0:
        parent[:] = 1
    root = 1 if without == 0 else 0
    free = np.empty(indices.size, np.int64)
    for s in range(people):
        if s in (root, without):
            continue
        t = parent[s]
        free[:] = 1
        side = send(indptr, indices, back, free, s, t, without)
        for j in range(s + 1, people):
            if side[j] == 1 and parent[j] == t:
                parent[j] = s
        flow[s, t] = side[people]
        flow[t, s] = side[people]
        for j in range(s):
            if j not in (t, without):
                least = min(side[people], flow[t, j])
                flow[s, j] = least
                flow[j, s] = least
    return flow


@kernel
def flow_through(indptr: Ints, indices: Ints, back: Ints) -> Floats:
    """Give, for each person, the flow between others, and what of it is left without the person."""
    people = indptr.size - 1
    told = np.zeros((people, 2))
    if people < 3:  # noqa: PLR2004 - there are no two others
        return told
    whole = all_flows(indptr, indices, back, -1)
    for i in range(people):
        told[i, 0] = whole.sum() / 2 - whole[i].sum()
        told[i, 1] = all_flows(indptr, indices, back, i).sum() / 2
    return told
