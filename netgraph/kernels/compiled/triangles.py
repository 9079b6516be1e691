"""Loops over triangles, over ties that are pointed from the later rank to the earlier."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from netgraph.kernels._compile import ONE, ZERO, kernel

if TYPE_CHECKING:
    from netgraph.kernels._rows import Floats, Ints


@kernel
def entries_of_ties(
    indptr: Ints, indices: Ints, rank: Ints, person: Ints, starts: Ints
) -> tuple[Ints, Ints]:
    """Point the ties; give the targets and per tie the entries of a to b and of b to a."""
    people = np.uint64(starts.size - 1)
    targets = np.empty(starts[people], np.uint32)
    entries = np.empty((starts[people], 2), np.uint64)
    fill = starts[:-1].copy()
    for b in range(people):
        i = person[b]
        for e in range(indptr[i], indptr[i + ONE]):
            a = rank[indices[e]]
            if a > b:
                targets[fill[a]] = b
                entries[fill[a], 1] = e
                fill[a] += ONE
    for i in range(people):
        a = np.uint64(rank[i])
        for e in range(indptr[i], indptr[i + ONE]):
            b = rank[indices[e]]
            if b < a:
                low = starts[a]
                high = starts[a + ONE]
                while low < high:
                    middle = (low + high) >> ONE
                    if targets[middle] < b:
                        low = middle + ONE
                    else:
                        high = middle
                entries[low, 0] = e
    return targets, entries


@kernel
def sum_products(starts: Ints, targets: Ints, entries: Ints, left: Floats, right: Floats) -> Floats:
    """Sum, for each entry i to j, left[i, q] * right[q, j] over the common contacts q."""
    people = np.uint64(starts.size - 1)
    total = np.zeros(left.size, np.float64)
    seen = np.zeros(people, np.uint32)
    for a in range(people):
        for p in range(starts[a], starts[a + ONE]):
            seen[targets[p]] = p + ONE
        for p in range(starts[a], starts[a + ONE]):
            b = targets[p]
            for q in range(starts[b], starts[b + ONE]):
                z = seen[targets[q]]
                if z != 0:
                    r = np.uint64(z) - ONE
                    ab, ba = entries[p, 0], entries[p, 1]
                    ax, xa = entries[r, 0], entries[r, 1]
                    bx, xb = entries[q, 0], entries[q, 1]
                    total[ab] += left[ax] * right[xb]
                    total[ba] += left[bx] * right[xa]
                    total[ax] += left[ab] * right[bx]
                    total[xa] += left[xb] * right[ba]
                    total[bx] += left[ba] * right[ax]
                    total[xb] += left[xa] * right[ab]
        for p in range(starts[a], starts[a + ONE]):
            seen[targets[p]] = 0
    return total


@kernel
def greatest(starts: Ints, targets: Ints, entries: Ints, weights: Floats) -> Floats:
    """Give, for each entry i to j, the greatest weight from j to i or to a common contact."""
    people = np.uint64(starts.size - 1)
    most = np.empty(weights.size, np.float64)
    seen = np.zeros(people, np.uint32)
    for p in range(starts[people]):
        most[entries[p, 0]] = weights[entries[p, 1]]
        most[entries[p, 1]] = weights[entries[p, 0]]
    for a in range(people):
        for p in range(starts[a], starts[a + ONE]):
            seen[targets[p]] = p + ONE
        for p in range(starts[a], starts[a + ONE]):
            b = targets[p]
            for q in range(starts[b], starts[b + ONE]):
                z = seen[targets[q]]
                if z != 0:
                    r = np.uint64(z) - ONE
                    ab, ba = entries[p, 0], entries[p, 1]
                    ax, xa = entries[r, 0], entries[r, 1]
                    bx, xb = entries[q, 0], entries[q, 1]
                    most[ab] = max(most[ab], weights[bx])
                    most[ba] = max(most[ba], weights[ax])
                    most[ax] = max(most[ax], weights[xb])
                    most[xa] = max(most[xa], weights[ab])
                    most[bx] = max(most[bx], weights[xa])
                    most[xb] = max(most[xb], weights[ba])
        for p in range(starts[a], starts[a + ONE]):
            seen[targets[p]] = 0
    return most


@kernel
def count_triangles(starts: Ints, targets: Ints) -> Ints:
    """Count the triangles whose latest corner each rank is."""
    people = np.uint64(starts.size - 1)
    count = np.zeros(people, np.int64)
    seen = np.zeros(people, np.uint8)
    for a in range(people):
        for p in range(starts[a], starts[a + ONE]):
            seen[targets[p]] = 1
        for p in range(starts[a], starts[a + ONE]):
            b = targets[p]
            for q in range(starts[b], starts[b + ONE]):
                count[a] += seen[targets[q]]
        for p in range(starts[a], starts[a + ONE]):
            seen[targets[p]] = 0
    return count


@kernel
def list_triangles(
    starts: Ints, targets: Ints, entries: Ints, first: int, last: int, many: int
) -> Ints:
    """List the triangles whose latest corner is from `first` up to `last`; there are `many`.

    Returns a row per triangle: the entries of a to b, of a to x and of b to x.
    """
    found = np.empty((many, 3), np.int64)
    seen = np.zeros(starts.size - 1, np.uint32)
    place = ZERO
    for a in range(np.uint64(first), np.uint64(last)):
        for p in range(starts[a], starts[a + ONE]):
            seen[targets[p]] = p + ONE
        for p in range(starts[a], starts[a + ONE]):
            b = targets[p]
            for q in range(starts[b], starts[b + ONE]):
                z = seen[targets[q]]
                if z != 0:
                    found[place, 0] = entries[p, 0]
                    found[place, 1] = entries[np.uint64(z) - ONE, 0]
                    found[place, 2] = entries[q, 0]
                    place += ONE
        for p in range(starts[a], starts[a + ONE]):
            seen[targets[p]] = 0
    return found


@kernel
def sum_over_pairs(indptr: Ints, indices: Ints, share: Floats, pairs: Ints) -> Floats:
    """Sum the shares of common contacts: both rows ascend, so one walk along them will do."""
    total = np.zeros(pairs.shape[0], np.float64)
    for k in range(np.uint64(pairs.shape[0])):
        one, other = pairs[k, ZERO], pairs[k, ONE]
        p, q = indptr[one], indptr[other]
        while p < indptr[one + ONE] and q < indptr[other + ONE]:
            if indices[p] == indices[q]:
                total[k] += share[indices[p]]
                p += ONE
                q += ONE
            elif indices[p] < indices[q]:
                p += ONE
            else:
                q += ONE
    return total
