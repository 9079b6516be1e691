"""Loops over who brokers between whom, by category."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from netgraph.kernels._compile import kernel

if TYPE_CHECKING:
    from netgraph.kernels._rows import Ints


@kernel
def count_roles(
    outptr: Ints, out: Ints, inptr: Ints, into: Ints, category: Ints, kinds: int
) -> Ints:
    """Count a to v to b without a to b, by v and the categories of the three.

    All paths come from sums by category; then the few that turn back (a is b)
    and those that are closed (a to b is there) are taken off.
    """
    people = outptr.size - 1
    roles = np.zeros((people, 5), np.int64)
    before = np.zeros(kinds, np.int64)
    for v in range(people):
        own = category[v]
        sources = inptr[v + 1] - inptr[v]
        targets = outptr[v + 1] - outptr[v]
        for e in range(inptr[v], inptr[v + 1]):
            before[category[into[e]]] += 1
        alike = 0
        inner_targets = 0
        for e in range(outptr[v], outptr[v + 1]):
            kind = category[out[e]]
            alike += before[kind]
            inner_targets += kind == own
        inner_sources = before[own]
        inner = inner_sources * inner_targets
        outer_sources = sources - inner_sources
        outer_targets = targets - inner_targets
        roles[v, 0] = inner
        roles[v, 1] = alike - inner
        roles[v, 2] = outer_sources * inner_targets
        roles[v, 3] = inner_sources * outer_targets
        roles[v, 4] = outer_sources * outer_targets - (alike - inner)
        for e in range(inptr[v], inptr[v + 1]):
            before[category[into[e]]] = 0
        p = inptr[v]
        q = outptr[v]
        while p < inptr[v + 1] and q < outptr[v + 1]:
            a = into[p]
            b = out[q]
            if a == b:
                roles[v, 0 if category[a] == own else 1] -= 1
            p += a <= b
            q += b <= a
    seen = np.full(people, -1, np.int64)
    for a in range(people):
        kind_a = category[a]
        for e in range(outptr[a], outptr[a + 1]):
            seen[out[e]] = a
        for e in range(outptr[a], outptr[a + 1]):
            v = out[e]
            own = category[v]
            for f in range(outptr[v], outptr[v + 1]):
                b = out[f]
                if seen[b] != a:
                    continue
                kind_b = category[b]
                if kind_a == own:
                    role = 0 if kind_b == own else 3
                elif kind_b == own:
                    role = 2
                else:
                    role = 1 if kind_a == kind_b else 4
                roles[v, role] -= 1
    return roles
