"""All short ways taken together: reckoned for one first person, drawn where ways share ties."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from netgraph.paths.search import MOST_TIES, chance_of, find_further, least_costs, route_to

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from netgraph.paths.search import Ways

    Floats = NDArray[np.float64]
    Ints = NDArray[np.int64]
    Bits = NDArray[np.uint64]

_WORDS, _PLACES = 4, 12
DRAWS = 64 * _WORDS
"""So many times all ties are drawn: a share of them is known to within 0.06 (95 %)."""

TOGETHER = 3
"""Ways of so many ties count together: over more of them nearly everybody is reached by
nearly everybody, which tells people no longer apart. The best way may be longer."""

_SURE = 1.0 - 1e-12
_ALL = np.uint64(2**64 - 1)


class Route(NamedTuple):
    """A way, and how likely it is that all ways together lead there."""

    places: tuple[int, ...]
    through: float
    """Over all short ways that begin with the same person."""

    together: float
    """Over all short ways."""

    again: bool = False
    """Whether a likelier way to the same person begins alike."""


def choose_routes(ways: Ways, start: int, ends: Ints, count: int) -> list[Route]:
    """Choose ways by how likely all ways through the same first person lead there together.

    Parameters
    ----------
    ways
        The network.
    start, ends
        From whom, and to whom of several.
    count
        At most so many.

    Returns
    -------
    list of Route
        Whom the start knows comes first. To one person: the first persons differ, as
        long as there are others. To several: each way leads to another of them, as
        long as there are others.
    """
    ends = ends[ends != start]
    if not len(ends) or not len(ways.arcs.source):
        return []
    known = ways.arcs.target[(ways.arcs.source == start) & ways.arcs.observed]
    if len(ends) > 1:
        ends = _likeliest(ways, start, ends, known)[:count]
    each = count if len(ends) < count else 1
    found = [_ways_to(ways, start, int(end), each) for end in ends]
    spare = sorted((r for more in found for r in more[1:]), key=lambda r: (r.again, -r.through))
    routes = [r for more in found for r in more[:1]] + spare
    return sorted(
        routes[:count],
        key=lambda r: (
            not (len(r.places) == 2 and r.places[1] in known),  # noqa: PLR2004 - two people
            -r.together,
            r.again,
            -r.through,
            -chance_of(ways, r.places),
        ),
    )


def _likeliest(ways: Ways, start: int, ends: Ints, known: Ints) -> Ints:
    """Put those in reach in order: whom the start knows, then by all ways together."""
    costs = least_costs(ways, start)
    best = np.exp(-costs[-1, ends])
    reached = np.maximum(_share(_spread(ways, costs, start, TOGETHER)[ends]), best)
    order = np.lexsort((-best, -reached, ~np.isin(ends, known)))
    return np.asarray(ends[order[best[order] > 0.0]])


def _ways_to(ways: Ways, start: int, end: int, count: int) -> list[Route]:
    """Find the likeliest way through each first person, the best persons first."""
    left = ways.without_person(start)
    costs = least_costs(left, end, MOST_TIES - 1)
    steps = np.flatnonzero((ways.arcs.source == start) & np.isfinite(ways.cost))
    steps = steps[np.isfinite(costs[-1, ways.arcs.target[steps]])]
    firsts = ways.arcs.target[steps]
    if not len(firsts):
        return []
    step = np.exp(-ways.cost[steps])
    best = step * np.exp(-costs[-1, firsts])
    through = np.maximum(step * _over_two(left, end)[firsts], best)
    asked = _draw(step, seed=1) & _spread(left, costs, end, TOGETHER - 1)[firsts]
    together = max(float(_share(np.bitwise_or.reduce(asked)[None])[0]), float(through.max()))
    order = np.lexsort((-best, -through))
    direct = ways.arcs.observed[steps[order]] & (firsts[order] == end)
    order = order[np.argsort(~direct, kind="stable")]
    routes = [
        Route((start, *route_to(left, costs, int(firsts[i]))[::-1]), float(through[i]), together)
        for i in order[:count]
    ]
    if len(routes) < count:
        taken = [route.places for route in routes]
        chance = dict(zip(firsts.tolist(), through.tolist(), strict=True))
        further = find_further(ways, start, np.array([end]), taken, count - len(routes))
        routes += [Route(places, chance[places[1]], together, again=True) for places in further]
    return routes


def _over_two(ways: Ways, end: int) -> Floats:
    """Give the chance of each person to reach somebody over one tie or two.

    Such ways have no tie in common, so this needs no drawing.
    """
    arcs, chance = ways.arcs, np.exp(-ways.cost)
    missed = np.zeros(len(ways.begin) - 1)
    onward = arcs.source == end
    direct = np.zeros(len(missed))
    direct[arcs.target[onward]] = chance[onward]
    carried = np.minimum(
        np.stack([chance * direct[arcs.source], chance * onward]).max(axis=0), _SURE
    )
    tied = np.flatnonzero(np.diff(ways.begin))
    missed[tied] = np.add.reduceat(np.log1p(-carried), ways.begin[tied])
    reached = -np.expm1(missed)
    reached[end] = 1.0
    return np.asarray(reached)


def _draw(chance: Floats, *, seed: int = 0) -> Bits:
    """Draw for each tie, a bit a draw, whether it carries: by the binary digits of its chance."""
    rng = np.random.default_rng(seed)
    digits = np.round(np.clip(chance, 0.0, 1.0) * 2**_PLACES).astype(np.int64)
    digits = np.minimum(digits, 2**_PLACES - 1)
    drawn = np.zeros((len(digits), _WORDS), dtype=np.uint64)
    for place in range(_PLACES):
        coin = rng.integers(0, _ALL, size=drawn.shape, dtype=np.uint64, endpoint=True)
        digit = np.where((digits >> place) & 1, _ALL, np.uint64(0))[:, None]
        drawn = (coin & (drawn | digit)) | (drawn & digit)
    return drawn


def _spread(ways: Ways, costs: Floats, root: int, most: int) -> Bits:
    """Tell for each person in which draws ties that carry lead there, over so many at most.

    A tie is drawn anew for each direction. Of the two only the one away from the root
    ever counts, so who is reached is as likely as if both were one.
    """
    # only ties of those who are near enough to the root can be gone over
    used = np.isfinite(costs[most - 1])[ways.arcs.source] & np.isfinite(ways.cost)
    masks = np.zeros((len(used), _WORDS), dtype=np.uint64)
    masks[used] = _draw(np.exp(-ways.cost[used]))
    reached = np.zeros((len(ways.begin) - 1, _WORDS), dtype=np.uint64)
    reached[root] = _ALL
    tied = np.flatnonzero(np.diff(ways.begin))
    for _ in range(most):
        over = np.bitwise_or.reduceat(reached[ways.arcs.source] & masks, ways.begin[tied], axis=0)
        reached[tied] |= over
    return reached


def _share(bits: Bits) -> Floats:
    """Count the draws: the share of bits that are set in each row."""
    return np.asarray(np.unpackbits(bits.view(np.uint8), axis=1).sum(axis=1) / DRAWS)
