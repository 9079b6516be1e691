"""Loops over triangles.

People are ranked by degree, the best connected first, and each tie is pointed
from the later to the earlier rank. Then nobody points at many people, not even
the contacts of a hub (Chiba & Nishizeki, 1985). Ranks follow the logarithm of
the degree and, within it, the given order, which keeps people who stand near
each other in memory together.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from netgraph.kernels._compile import kernel

if TYPE_CHECKING:
    from netgraph.kernels._rows import Floats, Ints


@kernel
def rank_people(indptr: Ints, indices: Ints) -> tuple[Ints, Ints, Ints]:
    """Give the rank of each person, the person of each rank, and where each rank's ties begin."""
    people = indptr.size - 1
    size = np.empty(people, np.int32)
    largest = 0
    for i in range(people):
        degree = indptr[i + 1] - indptr[i]
        bits = 0
        while degree > 0:
            degree >>= 1
            bits += 1
        size[i] = bits
        largest = max(largest, bits)
    place = np.zeros(largest + 2, np.int64)
    for i in range(people):
        place[largest - size[i] + 1] += 1
    for k in range(largest + 1):
        place[k + 1] += place[k]
    rank = np.empty(people, np.int32)
    person = np.empty(people, np.int32)
    for i in range(people):
        k = largest - size[i]
        rank[i] = place[k]
        person[place[k]] = i
        place[k] += 1
    starts = np.zeros(people + 1, np.int64)
    for a in range(people):
        i = person[a]
        earlier = 0
        for e in range(indptr[i], indptr[i + 1]):
            earlier += rank[indices[e]] < a
        starts[a + 1] = starts[a] + earlier
    return rank, person, starts


@kernel
def close_ties(
    indptr: Ints, indices: Ints, rank: Ints, person: Ints, starts: Ints, share: Floats
) -> tuple[Ints, Floats]:
    """Point the ties and, on the way, visit each triangle once.

    When it is b's turn, all that b points at is known, and of each later a all
    that a points at before b: so each triangle x < b < a shows once, at the tie
    from a to b. `share` is a number per rank, summed over the third corners.

    Returns the targets, and per tie the number of third corners and their sum.
    """
    people = starts.size - 1
    targets = np.empty(starts[people], np.int32)
    closed = np.zeros((starts[people], 2), np.float64)
    fill = starts[:-1].copy()
    seen = np.full(people, -1, np.int32)
    for b in range(people):
        i = person[b]
        share_b = share[b]
        for q in range(starts[b], starts[b + 1]):
            seen[targets[q]] = q
        for e in range(indptr[i], indptr[i + 1]):
            a = rank[indices[e]]
            if a > b:
                p = fill[a]
                fill[a] = p + 1
                targets[p] = b
                share_a = share[a]
                count = 0.0
                total = 0.0
                for r in range(starts[a], p):
                    x = targets[r]
                    q = seen[x]
                    if q >= 0:
                        count += 1.0
                        total += share[x]
                        closed[r, 0] += 1.0
                        closed[r, 1] += share_b
                        closed[q, 0] += 1.0
                        closed[q, 1] += share_a
                closed[p, 0] = count
                closed[p, 1] = total
        for q in range(starts[b], starts[b + 1]):
            seen[targets[q]] = -1
    return targets, closed


@kernel
def close_weighted_ties(
    indptr: Ints,
    indices: Ints,
    weights: Floats,
    rank: Ints,
    person: Ints,
    starts: Ints,
    share: Floats,
) -> tuple[Ints, Floats, Floats]:
    """Do the same where ties have a strength z.

    Returns the targets, their strengths, and per tie three sums over third
    corners q: 1, the product of the two strengths to q times q's share, and
    that product alone.
    """
    people = starts.size - 1
    targets = np.empty(starts[people], np.int32)
    strength = np.empty(starts[people], np.float64)
    closed = np.zeros((starts[people], 3), np.float64)
    fill = starts[:-1].copy()
    seen = np.full(people, -1, np.int32)
    for b in range(people):
        i = person[b]
        for q in range(starts[b], starts[b + 1]):
            seen[targets[q]] = q
        for e in range(indptr[i], indptr[i + 1]):
            a = rank[indices[e]]
            if a > b:
                p = fill[a]
                fill[a] = p + 1
                targets[p] = b
                ab = weights[e]
                strength[p] = ab
                for r in range(starts[a], p):
                    x = targets[r]
                    q = seen[x]
                    if q >= 0:
                        ax = strength[r]
                        bx = strength[q]
                        closed[p, 0] += 1.0
                        closed[p, 1] += ax * bx * share[x]
                        closed[p, 2] += ax * bx
                        closed[r, 0] += 1.0
                        closed[r, 1] += ab * bx * share[b]
                        closed[r, 2] += ab * bx
                        closed[q, 0] += 1.0
                        closed[q, 1] += ab * ax * share[a]
                        closed[q, 2] += ab * ax
        for q in range(starts[b], starts[b + 1]):
            seen[targets[q]] = -1
    return targets, strength, closed


@kernel
def entries_of_ties(
    indptr: Ints, indices: Ints, rank: Ints, person: Ints, starts: Ints
) -> tuple[Ints, Ints]:
    """Point the ties; give the targets and per tie the entries of a to b and of b to a."""
    people = starts.size - 1
    targets = np.empty(starts[people], np.int32)
    entries = np.empty((starts[people], 2), np.int64)
    fill = starts[:-1].copy()
    for b in range(people):
        i = person[b]
        for e in range(indptr[i], indptr[i + 1]):
            a = rank[indices[e]]
            if a > b:
                targets[fill[a]] = b
                entries[fill[a], 1] = e
                fill[a] += 1
    for i in range(people):
        a = rank[i]
        for e in range(indptr[i], indptr[i + 1]):
            b = rank[indices[e]]
            if b < a:
                low = starts[a]
                high = starts[a + 1]
                while low < high:
                    middle = (low + high) >> 1
                    if targets[middle] < b:
                        low = middle + 1
                    else:
                        high = middle
                entries[low, 0] = e
    return targets, entries


@kernel
def sum_products(starts: Ints, targets: Ints, entries: Ints, left: Floats, right: Floats) -> Floats:
    """Sum, for each entry i to j, left[i, q] * right[q, j] over the common contacts q."""
    people = starts.size - 1
    total = np.zeros(left.size, np.float64)
    seen = np.full(people, -1, np.int64)
    for a in range(people):
        for p in range(starts[a], starts[a + 1]):
            seen[targets[p]] = p
        for p in range(starts[a], starts[a + 1]):
            b = targets[p]
            for q in range(starts[b], starts[b + 1]):
                r = seen[targets[q]]
                if r >= 0:
                    ab, ba = entries[p, 0], entries[p, 1]
                    ax, xa = entries[r, 0], entries[r, 1]
                    bx, xb = entries[q, 0], entries[q, 1]
                    total[ab] += left[ax] * right[xb]
                    total[ba] += left[bx] * right[xa]
                    total[ax] += left[ab] * right[bx]
                    total[xa] += left[xb] * right[ba]
                    total[bx] += left[ba] * right[ax]
                    total[xb] += left[xa] * right[ab]
        for p in range(starts[a], starts[a + 1]):
            seen[targets[p]] = -1
    return total


@kernel
def greatest(starts: Ints, targets: Ints, entries: Ints, weights: Floats) -> Floats:
    """Give, for each entry i to j, the greatest weight from j to i or to a common contact."""
    people = starts.size - 1
    most = np.empty(weights.size, np.float64)
    seen = np.full(people, -1, np.int64)
    for p in range(targets.size):
        most[entries[p, 0]] = weights[entries[p, 1]]
        most[entries[p, 1]] = weights[entries[p, 0]]
    for a in range(people):
        for p in range(starts[a], starts[a + 1]):
            seen[targets[p]] = p
        for p in range(starts[a], starts[a + 1]):
            b = targets[p]
            for q in range(starts[b], starts[b + 1]):
                r = seen[targets[q]]
                if r >= 0:
                    ab, ba = entries[p, 0], entries[p, 1]
                    ax, xa = entries[r, 0], entries[r, 1]
                    bx, xb = entries[q, 0], entries[q, 1]
                    most[ab] = max(most[ab], weights[bx])
                    most[ba] = max(most[ba], weights[ax])
                    most[ax] = max(most[ax], weights[xb])
                    most[xa] = max(most[xa], weights[ab])
                    most[bx] = max(most[bx], weights[xa])
                    most[xb] = max(most[xb], weights[ba])
        for p in range(starts[a], starts[a + 1]):
            seen[targets[p]] = -1
    return most


@kernel
def sum_over_ties(
    person: Ints,
    starts: Ints,
    targets: Ints,
    strength: Floats,
    closed: Floats,
    share: Floats,
    strongest: Floats,
) -> Floats:
    """Add up each person's ties; `share` and `strongest` are numbers per rank.

    Returns a row per person: the sum of the dyadic constraints c, of c ln c,
    of the dyadic redundancies, and twice the number of ties among contacts.
    `strength` is empty where every tie counts as 1.
    """
    people = starts.size - 1
    last = closed.shape[1] - 1
    weighted = strength.size > 0
    log_share = np.log(share)
    ranked = np.zeros((people, 4), np.float64)
    for a in range(people):
        for p in range(starts[a], starts[a + 1]):
            b = targets[p]
            invested = (strength[p] if weighted else 1.0) + closed[p, 1]
            product = closed[p, last] if weighted else closed[p, 0]
            log = np.log(invested) if invested != 1.0 else 0.0
            one = invested * share[a]
            other = invested * share[b]
            one *= one
            other *= other
            ranked[a, 0] += one
            ranked[a, 1] += one * 2.0 * (log + log_share[a])
            ranked[a, 2] += product * share[a] / strongest[b]
            ranked[a, 3] += closed[p, 0]
            ranked[b, 0] += other
            ranked[b, 1] += other * 2.0 * (log + log_share[b])
            ranked[b, 2] += product * share[b] / strongest[a]
            ranked[b, 3] += closed[p, 0]
    sums = np.empty((people, 4), np.float64)
    for a in range(people):
        sums[person[a]] = ranked[a]
    return sums
