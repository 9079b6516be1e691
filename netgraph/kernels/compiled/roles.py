"""Loops over who brokers between whom, by category."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from netgraph.kernels._compile import ONE, kernel

if TYPE_CHECKING:
    from netgraph.kernels._rows import Ints


@kernel
def count_paths(
    outptr: Ints, out: Ints, inptr: Ints, into: Ints, category: Ints, kinds: int
) -> Ints:
    """Count a to v to b, by v and the categories of the three; a and b may be tied.

    All paths come from sums by category; then the few that turn back (a is b)
    are taken off.
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
    return roles


@kernel
def take_off_closed(outptr: Ints, out: Ints, category: Ints, roles: Ints) -> None:
    """Take the paths a to v to b off `roles` where a to b is there."""
    people = outptr.size - 1
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


@kernel
def take_off_triangles(
    person: Ints, starts: Ints, targets: Ints, category: Ints, roles: Ints
) -> None:
    """Do the same where ties have no direction: each triangle closes two paths at each corner.

    A tie stands once, pointed from the later rank to the earlier.
    """
    people = np.uint64(starts.size - 1)
    seen = np.zeros(people, np.uint8)
    for a in range(people):
        for p in range(starts[a], starts[a + ONE]):
            seen[targets[p]] = 1
        for p in range(starts[a], starts[a + ONE]):
            b = np.uint64(targets[p])
            for q in range(starts[b], starts[b + ONE]):
                x = targets[q]
                if seen[x] != 0:
                    take_off_corner(person[a], person[b], person[x], category, roles)
                    take_off_corner(person[b], person[x], person[a], category, roles)
                    take_off_corner(person[x], person[a], person[b], category, roles)
        for p in range(starts[a], starts[a + ONE]):
            seen[targets[p]] = 0


@kernel
def take_off_corner(v: int, a: int, b: int, category: Ints, roles: Ints) -> None:
    """Take the paths a to v to b and b to v to a off what `v` plays."""
    own, one, other = category[v], category[a], category[b]
    if one == own and other == own:
        roles[v, 0] -= 2
    elif own in (one, other):
        roles[v, 2] -= 1
        roles[v, 3] -= 1
    elif one == other:
        roles[v, 1] -= 2
    else:
        roles[v, 4] -= 2
