"""Loops over the paths of two ties within each person's own network."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from netgraph.kernels._compile import ONE, ZERO, kernel

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


@kernel
def between_pairs(indptr: Ints, indices: Ints, first: int, stride: int) -> Floats:
    """Do the same without directions, each pair once, for `first`, `first` + `stride` and so on.

    Rows ascend. Of the pairs a < b, those who are not tied lose one less one by
    the number of paths; paths are counted from a along the part of each q's row
    after a, which is one shorter at each visit.
    """
    people = np.uint64(indptr.size - 1)
    total = np.zeros(people, np.float64)
    place = np.zeros(people, np.uint32)  # of a contact among the contacts, counted from 1
    longest = ZERO
    for i in range(people):
        longest = max(longest, indptr[i + ONE] - indptr[i])
    gone = 1.0 - 1.0 / (1.0 + np.arange(np.int64(longest) + 1))
    paths = np.zeros(longest + ONE, np.uint32)
    starts = np.empty(longest + ONE, np.uint64)
    after = np.empty(longest + ONE, np.uint64)
    ties = np.empty(longest + ONE, np.uint32)
    for i in range(np.uint64(first), people, np.uint64(stride)):
        begin, end = indptr[i], indptr[i + ONE]
        size = end - begin
        room = ZERO
        for e in range(begin, end):
            j = np.uint64(indices[e])
            place[j] = e - begin + ONE
            room += min(indptr[j + ONE] - indptr[j], size)
        if room > np.uint64(ties.size):
            ties = np.empty(room + room, np.uint32)
        fill = list_ties(indptr, indices, i, place, starts, ties)
        open_pairs = 0.5 * (np.float64(size) * (np.float64(size) - 1.0) - np.float64(fill))
        lost = 0.0
        for a in range(size):
            after[a] = starts[a]
        for a in range(size):
            many = ZERO
            for e in range(starts[a], starts[a + ONE]):
                q = np.uint64(ties[e])
                after[q] += ONE
                many += starts[q + ONE] - after[q]
                for f in range(after[q], starts[q + ONE]):
                    paths[ties[f]] += np.uint32(1)
            if many == 0:
                continue
            for e in range(starts[a], starts[a + ONE]):
                paths[ties[e]] = 0
            if many >= size - a:
                for b in range(a, size):
                    lost += gone[paths[b]]
                    paths[b] = 0
                continue
            for e in range(starts[a], starts[a + ONE]):
                q = np.uint64(ties[e])
                for f in range(after[q], starts[q + ONE]):
                    b = ties[f]
                    lost += gone[paths[b]]
                    paths[b] = 0
        total[i] = open_pairs - lost
        for e in range(begin, end):
            place[indices[e]] = 0
    return total


@kernel
def list_ties(indptr: Ints, indices: Ints, i: int, place: Ints, starts: Ints, ties: Ints) -> int:
    """List the ties among the contacts of `i`, as compressed rows by place; give how many."""
    begin, end = indptr[i], indptr[i + ONE]
    fill = ZERO
    starts[ZERO] = ZERO
    for m in range(begin, end):
        j = np.uint64(indices[m])
        low, last = indptr[j], indptr[j + ONE]
        if last - low <= np.uint64(SCAN) * (end - begin):
            for e in range(low, last):
                found = place[indices[e]]
                if found != 0:
                    ties[fill] = found - ONE
                    fill += ONE
        else:
            for k in range(begin, end):
                each = indices[k]
                high = last
                while low < high:
                    middle = (low + high) >> ONE
                    if indices[middle] < each:
                        low = middle + ONE
                    else:
                        high = middle
                if low < last and indices[low] == each:
                    ties[fill] = k - begin
                    fill += ONE
        starts[m - begin + ONE] = fill
    return fill
