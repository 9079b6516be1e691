"""Loops over pairs of people who have a contact in common and are not tied."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from netgraph.kernels._compile import kernel

if TYPE_CHECKING:
    from netgraph.kernels._rows import Floats, Ints


@kernel
def scored_pairs(
    indptr: Ints, indices: Ints, worth: Floats, shared: int, first: int, last: int, least: float
) -> tuple[Ints, Ints, Floats]:
    """List pairs i < j with i from `first` to `last` who score `least` or more.

    The score is the sum of `worth` over the common contacts, and if `shared` is
    1 that sum as a share of what either knows.
    """
    people = indptr.size - 1
    total = np.zeros(people)
    met = np.empty(people, np.int64)
    tied = np.full(people, -1, np.int64)
    one = np.empty(1024, np.int64)
    two = np.empty(1024, np.int64)
    score = np.empty(1024)
    fill = 0
    for i in range(first, last):
        count = 0
        for e in range(indptr[i], indptr[i + 1]):
            q = indices[e]
            tied[q] = i
            low, high = indptr[q], indptr[q + 1]
            end = high
            while low < high:
                middle = (low + high) // 2
                if indices[middle] <= i:
                    low = middle + 1
                else:
                    high = middle
            for f in range(low, end):
                j = indices[f]
                if total[j] == 0.0:
                    met[count] = j
                    count += 1
                total[j] += worth[q]
        for k in range(count):
            j = met[k]
            value = total[j]
            total[j] = 0.0
            if tied[j] == i:
                continue
            if shared == 1:
                value /= (indptr[i + 1] - indptr[i]) + (indptr[j + 1] - indptr[j]) - value
            if value < least:
                continue
            if fill == one.size:
                room = 2 * fill
                longer_one = np.empty(room, np.int64)
                longer_two = np.empty(room, np.int64)
                longer_score = np.empty(room)
                longer_one[:fill] = one
                longer_two[:fill] = two
                longer_score[:fill] = score
                one, two, score = longer_one, longer_two, longer_score
            one[fill] = i
            two[fill] = j
            score[fill] = value
            fill += 1
    return one[:fill], two[:fill], score[:fill]
