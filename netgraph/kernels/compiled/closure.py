"""Loops that point each tie and, on the way, visit each triangle once.

People are ranked by degree, the best connected first, and each tie is pointed
from the later to the earlier rank. Then nobody points at many people, not even
the contacts of a hub (Chiba & Nishizeki, 1985): at no more than 65,535 people
below a thousand million ties.

When it is b's turn, all that b points at is known, and of each later a all that
a points at before b: so each triangle x < b < a shows once, at the tie from a
to b. What is added to the ties of b waits in `own` until b's turn is over.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from netgraph.kernels._compile import ONE, ZERO, kernel

if TYPE_CHECKING:
    from netgraph.kernels._rows import Floats, Ints

TWO = np.uint64(2)

MOST, ALL = np.uint64(3), np.uint64(4)
"""From this share of hits among the looks upwards it is quicker to treat each look as a hit."""

AHEAD = np.uint64(32)
"""So many rows are written to before they are read: the processor fetches them all at once."""


@kernel
def close_ties(starts: Ints, begins: Ints, later: Ints, share: Floats) -> tuple[Ints, Floats, Ints]:
    """Sum `share`, a number per rank, over the third corners of the triangles on each tie.

    Returns the targets, that sum per tie, and per rank the number of triangles.
    """
    people = np.uint64(share.size)
    targets = np.empty(starts[people], np.uint32)
    passed = np.zeros(starts[people], np.float64)
    # what is read of each a lies together: where its row begins, and is filled up to;
    # its share, and its triangles
    row = np.empty((people, TWO), np.uint32)
    of = np.empty((people, TWO), np.float64)
    for a in range(people):
        row[a, 0] = row[a, 1] = starts[a]
        of[a, 0] = share[a]
        of[a, 1] = 0.0
    most = longest_row(starts)
    seen = np.zeros(people, np.uint16)  # which of b's ties leads to x, counted from 1
    own = np.zeros((most + ONE, TWO), np.float64)  # what is to be added to each of b's ties
    corner = np.zeros(most + ONE, np.float64)  # the share of whom it leads to
    given = np.zeros(most + ONE, np.float64)  # the share of b, and nothing where there is no tie
    hits = np.empty(most + ONE, np.uint32)
    ends = np.empty((AHEAD, TWO), np.uint32)
    for b in range(people):
        begin, end = starts[b], starts[b + ONE]
        share_b = share[b]
        for q in range(begin, end):
            z = q - begin + ONE
            seen[targets[q]] = z
            corner[z] = share[targets[q]]
            given[z] = share_b
        closed = ZERO
        dense = False
        for near in range(begins[b], begins[b + ONE], AHEAD):
            far = min(near + AHEAD, begins[b + ONE])
            for k in range(near, far):
                a = np.uint64(later[k])
                p = np.uint64(row[a, 1])
                ends[k - near, 0] = row[a, 0]
                ends[k - near, 1] = p
                row[a, 1] = p + ONE
                targets[p] = b
            if begin == end:
                continue
            for k in range(near, far):
                a = np.uint64(later[k])
                first, p = np.uint64(ends[k - near, 0]), np.uint64(ends[k - near, 1])
                if first == p:
                    continue
                share_a = of[a, 0]
                total = 0.0
                found = ZERO
                if dense:
                    for r in range(first, p):
                        z = np.uint64(seen[targets[r]])
                        total += corner[z]
                        passed[r] += given[z]
                        own[z, 0] += 1.0
                        own[z, 1] += share_a
                        found += np.uint64(z != 0)
                else:
                    for r in range(first, p):
                        hits[found] = r
                        found += np.uint64(seen[targets[r]] != 0)
                    for h in range(found):
                        r = np.uint64(hits[h])
                        z = np.uint64(seen[targets[r]])
                        total += corner[z]
                        passed[r] += share_b
                        own[z, 0] += 1.0
                        own[z, 1] += share_a
                dense = found * ALL >= (p - first) * MOST
                passed[p] = total
                of[a, 1] += found
                closed += found
        of[b, 1] += closed
        for q in range(begin, end):
            z = q - begin + ONE
            x = targets[q]
            seen[x] = 0
            of[x, 1] += own[z, 0]
            passed[q] += own[z, 1]
            own[z, 0] = 0.0
            own[z, 1] = 0.0
    return targets, passed, of[:, 1].astype(np.int64)


@kernel
def close_weighted_ties(
    indptr: Ints,
    indices: Ints,
    weights: Floats,
    rank: Ints,
    person: Ints,
    starts: Ints,
    share: Floats,
    slack: Floats,
) -> tuple[Ints, Floats, Floats, Floats, Ints]:
    """Do the same where ties have a strength; `slack` is one by each rank's greatest.

    Returns the targets, their strengths, per tie the sum over third corners q of
    the product of the two strengths to q times q's share; and per rank the sum,
    over its triangles and both orders of the other corners q and j, of the
    strength to q times that from q to j times j's slack, and how many they are.
    """
    people = np.uint64(rank.size)
    targets = np.empty(starts[people], np.uint32)
    strength = np.empty(starts[people], np.float64)
    passed = np.zeros(starts[people], np.float64)
    redundancy = np.zeros(people, np.float64)
    triangles = np.zeros(people, np.int64)
    row = np.empty((people, TWO), np.uint32)  # where each row begins, and is filled up to
    for a in range(people):
        row[a, 0] = row[a, 1] = starts[a]
    most, contacts = longest_row(starts), longest_row(indptr)
    later = np.empty(contacts + ONE, np.uint32)
    bonds = np.empty(contacts + ONE, np.float64)
    seen = np.zeros(people, np.uint16)
    own = np.zeros((most + ONE, 3), np.float64)
    corner = np.zeros((most + ONE, 3), np.float64)  # b's strength to x, x's share and slack
    hits = np.empty(most + ONE, np.uint32)
    ends = np.empty((AHEAD, TWO), np.uint32)
    for b in range(people):
        i = np.uint64(person[b])
        many = ZERO
        for e in range(indptr[i], indptr[i + ONE]):
            a = rank[indices[e]]
            later[many] = a
            bonds[many] = weights[e]
            many += np.uint64(a > b)
        begin, end = starts[b], starts[b + ONE]
        share_b, slack_b = share[b], slack[b]
        for q in range(begin, end):
            z = q - begin + ONE
            seen[targets[q]] = z
            corner[z, 0] = strength[q]
            corner[z, 1] = share[targets[q]]
            corner[z, 2] = slack[targets[q]]
        closed = ZERO
        of_b = 0.0
        for near in range(ZERO, many, AHEAD):
            far = min(near + AHEAD, many)
            for k in range(near, far):
                a = np.uint64(later[k])
                p = np.uint64(row[a, 1])
                ends[k - near, 0] = row[a, 0]
                ends[k - near, 1] = p
                row[a, 1] = p + ONE
                targets[p] = b
                strength[p] = bonds[k]
            if begin == end:
                continue
            for k in range(near, far):
                a = np.uint64(later[k])
                first, p = np.uint64(ends[k - near, 0]), np.uint64(ends[k - near, 1])
                ab = bonds[k]
                found = ZERO
                for r in range(first, p):
                    hits[found] = r
                    found += np.uint64(seen[targets[r]] != 0)
                ab_share = ab * share[a]
                slack_a = slack[a]
                total, of_a = 0.0, 0.0
                for h in range(found):
                    r = np.uint64(hits[h])
                    z = np.uint64(seen[targets[r]])
                    ax, bx = strength[r], corner[z, 0]
                    slack_x = corner[z, 2]
                    total += ax * bx * corner[z, 1]
                    passed[r] += ab * bx * share_b
                    own[z, 0] += 1.0
                    own[z, 1] += ax * ab_share
                    own[z, 2] += ab * (ax * slack_b + bx * slack_a)
                    of_a += bx * (ab * slack_x + ax * slack_b)
                    of_b += ax * (ab * slack_x + bx * slack_a)
                passed[p] = total
                redundancy[a] += of_a
                triangles[a] += found
                closed += found
        redundancy[b] += of_b
        triangles[b] += closed
        for q in range(begin, end):
            z = q - begin + ONE
            x = targets[q]
            seen[x] = 0
            triangles[x] += np.int64(own[z, 0])
            passed[q] += own[z, 1]
            redundancy[x] += own[z, 2]
            own[z, :] = 0.0
    return targets, strength, passed, redundancy, triangles


@kernel
def longest_row(starts: Ints) -> int:
    """Give how long a row is at most."""
    most = ZERO
    for a in range(np.uint64(starts.size - 1)):
        most = max(most, starts[a + ONE] - starts[a])
    return most


@kernel
def sum_over_ties(
    starts: Ints,
    targets: Ints,
    invested: Floats,
    logs: Floats,
    sums: Floats,
    first: int,
    last: int,
) -> None:
    """Add to `sums`, a row per rank, the ties of the ranks from `first` up to `last`.

    Columns: the squares of `invested`, and these times `logs`. Both lists begin
    at the first tie of `first`.
    """
    offset = starts[np.uint64(first)]
    for a in range(np.uint64(first), np.uint64(last)):
        one, two = 0.0, 0.0
        for p in range(starts[a], starts[a + ONE]):
            b = targets[p]
            square = invested[p - offset] * invested[p - offset]
            surprise = square * logs[p - offset]
            one += square
            two += surprise
            sums[b, 0] += square
            sums[b, 1] += surprise
        sums[a, 0] += one
        sums[a, 1] += two


@kernel
def lay_by_person(
    sums: Floats,
    redundancy: Floats,
    triangles: Ints,
    rank: Ints,
    share: Floats,
    log_of_share: Floats,
) -> Floats:
    """Give each person what their rank has, times the person's share; a row for each measure."""
    people = np.uint64(rank.size)
    told = np.empty((4, people), np.float64)
    for i in range(people):
        a = np.uint64(rank[i])
        squares = share[i] * share[i] * sums[a, 0]
        told[0, i] = squares
        told[1, i] = 2.0 * (share[i] * share[i] * sums[a, 1] + squares * log_of_share[i])
        told[2, i] = share[i] * redundancy[a]
        told[3, i] = 2.0 * triangles[a]
    return told
