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

from netgraph.kernels._compile import ONE, ZERO, kernel

if TYPE_CHECKING:
    from netgraph.kernels._rows import Floats, Ints


@kernel
def rank_people(indptr: Ints, indices: Ints) -> tuple[Ints, Ints, Ints]:
    """Give the rank of each person, the person of each rank, and where each rank's ties begin."""
    people = indptr.size - 1
    size = np.empty(people, np.uint8)
    for i in range(np.uint64(people)):
        degree = indptr[i + ONE] - indptr[i]
        bits = 0
        while degree > 0:
            degree >>= ONE
            bits += 1
        size[i] = bits
    place = np.zeros(66, np.uint32)
    for i in range(people):
        place[65 - size[i]] += 1
    for k in range(65):
        place[k + 1] += place[k]
    rank = np.empty(people, np.uint32)
    person = np.empty(people, np.uint32)
    for i in range(np.uint64(people)):
        k = 64 - size[i]
        rank[i] = place[k]
        person[place[k]] = i
        place[k] += 1
    starts = np.zeros(people + 1, np.uint64)
    for a in range(np.uint64(people)):
        i = person[a]
        earlier = ZERO
        for e in range(indptr[i], indptr[i + ONE]):
            earlier += np.uint64(rank[indices[e]] < a)
        starts[a + ONE] = starts[a] + earlier
    return rank, person, starts


@kernel
def close_ties(
    indptr: Ints, indices: Ints, rank: Ints, person: Ints, starts: Ints, share: Floats
) -> tuple[Ints, Floats]:
    """Point the ties and, on the way, visit each triangle once.

    When it is b's turn, all that b points at is known, and of each later a all
    that a points at before b: so each triangle x < b < a shows once, at the tie
    from a to b. `share` is a number per rank, summed over the third corners.
    Nobody points at more than 65,535 people below a thousand million ties.

    Returns the targets, and per tie the number of third corners and their sum.
    """
    people = np.uint64(rank.size)
    ties = starts[people]
    targets = np.empty(ties, np.uint32)
    closed = np.zeros((ties, 2), np.float64)
    fill = starts[:-1].copy()
    most = ZERO
    for a in range(people):
        most = max(most, starts[a + ONE] - starts[a])
    seen = np.zeros(people, np.uint16)  # which of b's ties leads to x, counted from 1
    own = np.zeros((most + ONE, 2), np.float64)  # what is to be added to each of b's ties
    corner = np.zeros(most + ONE, np.float64)  # the share of whom it leads to
    hits = np.empty(most + ONE, np.uint32)
    places = np.empty(most + ONE, np.uint16)
    for b in range(people):
        i = person[b]
        share_b = share[b]
        begin, end = starts[b], starts[b + ONE]
        for q in range(begin, end):
            x = targets[q]
            seen[x] = q - begin + ONE
            corner[q - begin + ONE] = share[x]
        for e in range(indptr[i], indptr[i + ONE]):
            a = rank[indices[e]]
            if a > b:
                p = fill[a]
                fill[a] = p + ONE
                targets[p] = b
                if begin == end:
                    continue
                found = ZERO
                for r in range(starts[a], p):  # without a branch, which would be guessed wrong
                    z = seen[targets[r]]
                    hits[found] = r
                    places[found] = z
                    found += np.uint64(z != 0)
                share_a = share[a]
                total = 0.0
                for k in range(found):
                    r = np.uint64(hits[k])
                    z = np.uint64(places[k])
                    total += corner[z]
                    closed[r, 0] += 1.0
                    closed[r, 1] += share_b
                    own[z, 0] += 1.0
                    own[z, 1] += share_a
                closed[p, 0] = found
                closed[p, 1] = total
        for q in range(begin, end):
            z = q - begin + ONE
            seen[targets[q]] = 0
            closed[q, 0] += own[z, 0]
            closed[q, 1] += own[z, 1]
            own[z, 0] = 0.0
            own[z, 1] = 0.0
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
    people = np.uint64(starts.size - 1)
    targets = np.empty(starts[people], np.uint32)
    strength = np.empty(starts[people], np.float64)
    closed = np.zeros((starts[people], 3), np.float64)
    fill = starts[:-1].copy()
    seen = np.zeros(people, np.uint32)
    for b in range(people):
        i = person[b]
        for q in range(starts[b], starts[b + ONE]):
            seen[targets[q]] = q + ONE
        for e in range(indptr[i], indptr[i + ONE]):
            a = rank[indices[e]]
            if a > b:
                p = fill[a]
                fill[a] = p + ONE
                targets[p] = b
                ab = weights[e]
                strength[p] = ab
                for r in range(starts[a], p):
                    x = targets[r]
                    z = seen[x]
                    if z != 0:
                        q = np.uint64(z) - ONE
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
        for q in range(starts[b], starts[b + ONE]):
            seen[targets[q]] = 0
    return targets, strength, closed


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
    people = np.uint64(starts.size - 1)
    last = np.uint64(closed.shape[1] - 1)
    weighted = strength.size > 0
    log_share = np.log(share)
    ranked = np.zeros((people, 4), np.float64)
    for a in range(people):
        for p in range(starts[a], starts[a + ONE]):
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
