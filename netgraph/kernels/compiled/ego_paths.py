"""Loops over the paths of two ties within each person's own network."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from netgraph.kernels._compile import kernel

if TYPE_CHECKING:
    from netgraph.kernels._rows import Floats, Ints

SCAN = 16
"""A contact's row is read whole if it is at most so many times as long as the person's."""


@kernel
def between(outptr: Ints, out: Ints, inptr: Ints, into: Ints) -> Floats:
    """Sum, over a to i to b without a to b, one by the number of paths a to q to b.

    Only people q in the network of i are looked at: i and the contacts of i.
    """
    people = outptr.size - 1
    total = np.zeros(people)
    local = np.full(people, -1, np.int64)
    for i in range(people):
        size = 0
        longest = (inptr[i + 1] - inptr[i]) + (outptr[i + 1] - outptr[i])
        member = np.empty(longest, np.int64)
        before = np.zeros(longest, np.uint8)
        after = np.zeros(longest, np.uint8)
        for e in range(inptr[i], inptr[i + 1]):
            member[size] = into[e]
            before[size] = 1
            local[into[e]] = size
            size += 1
        for e in range(outptr[i], outptr[i + 1]):
            j = out[e]
            if local[j] < 0:
                member[size] = j
                local[j] = size
                size += 1
            after[local[j]] = 1
        room = 0
        for m in range(size):
            room += min(outptr[member[m] + 1] - outptr[member[m]], size)
        ties = np.empty(room, np.int64)
        starts = np.zeros(size + 1, np.int64)
        ordered = np.sort(member[:size])
        fill = 0
        for m in range(size):
            j = member[m]
            first, last = outptr[j], outptr[j + 1]
            if last - first <= SCAN * size:
                for e in range(first, last):
                    if local[out[e]] >= 0:
                        ties[fill] = local[out[e]]
                        fill += 1
            else:
                for each in ordered:
                    low, high = first, last
                    while low < high:
                        middle = (low + high) // 2
                        if out[middle] < each:
                            low = middle + 1
                        else:
                            high = middle
                    first = low
                    if low < last and out[low] == each:
                        ties[fill] = local[each]
                        fill += 1
            starts[m + 1] = fill
        targets = 0
        for m in range(size):
            targets += after[m]
        tied = np.full(size, -1, np.int64)
        paths = np.zeros(size, np.int64)
        met = np.empty(size, np.int64)
        value = 0.0
        for a in range(size):
            if before[a] == 0:
                continue
            value += targets - after[a]
            for e in range(starts[a], starts[a + 1]):
                tied[ties[e]] = a
                value -= after[ties[e]]
            count = 0
            for e in range(starts[a], starts[a + 1]):
                q = ties[e]
                for f in range(starts[q], starts[q + 1]):
                    b = ties[f]
                    if b != a and after[b] == 1 and tied[b] != a:
                        if paths[b] == 0:
                            met[count] = b
                            count += 1
                        paths[b] += 1
            for k in range(count):
                value -= 1.0 - 1.0 / (1.0 + paths[met[k]])
                paths[met[k]] = 0
        total[i] = value
        for m in range(size):
            local[member[m]] = -1
    return total
