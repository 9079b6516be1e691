"""The most likely ways through a network, by how likely each tie carries an introduction."""

from __future__ import annotations

import heapq
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from netgraph.graph import arcs_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    import networkx as nx
    from numpy.typing import NDArray

    from netgraph.graph import Arcs
    from netgraph.introductions import Calibration

    Floats = NDArray[np.float64]
    Ints = NDArray[np.int64]
    Tie = tuple[int, int]

MOST_TIES = 4
"""A way over more ties is not looked for: hardly an introduction goes so far."""

_MOST_SEARCHES = 60


@dataclass(frozen=True)
class Ways:
    """A network with the cost of each tie: minus the logarithm of what it lessens a way by.

    From the start somebody is asked; over each further tie somebody introduces, and the
    introduction has to lead to something too (see `Calibration`).

    Attributes
    ----------
    arcs
        The ties in both directions, ordered by target.
    cost
        What each costs; infinite where it is left out.
    begin
        Where the ties that lead to each person begin, and the end behind them.
    passing
        The chance that a request is passed on over each.
    """

    arcs: Arcs
    cost: Floats
    begin: Ints
    passing: Floats

    @classmethod
    def of(cls, graph: nx.Graph, calibration: Calibration, start: int) -> Ways:
        """Lay out the ties of a graph for ways from one person, whose place is given."""
        arcs = arcs_of(graph)
        passing = np.clip(calibration.passes_on(arcs.strength, arcs.probability), 0.0, 1.0)
        leads = np.where(arcs.source == start, 1.0, calibration.succeeds(arcs.strength))
        with np.errstate(divide="ignore"):
            cost = -np.log(passing * leads)
        begin = np.searchsorted(arcs.target, np.arange(len(graph) + 1))
        return cls(arcs, cost, begin, passing)

    def without(self, ties: Iterable[Tie]) -> Ways:
        """Leave some ties out."""
        cost = self.cost.copy()
        for one, two in ties:
            cost[[self.row(one, two), self.row(two, one)]] = np.inf
        return replace(self, cost=cost)

    def without_person(self, person: int) -> Ways:
        """Leave all ties of one person out."""
        own = (self.arcs.source == person) | (self.arcs.target == person)
        return replace(self, cost=np.where(own, np.inf, self.cost))

    def row(self, one: int, two: int) -> int:
        """Tell in which row the tie from one person to another stands."""
        first, last = self.begin[two], self.begin[two + 1]
        return int(first + np.flatnonzero(self.arcs.source[first:last] == one)[0])

    def chance(self, one: int, two: int) -> float:
        """Give the chance that a request is passed on over the tie of two people."""
        row = self.row(one, two)
        return float(self.passing[row]) if np.isfinite(self.cost[row]) else 0.0


def least_costs(ways: Ways, start: int, most: int = MOST_TIES) -> Floats:
    """Give the least cost of reaching each person over 0, 1, ... `most` ties: a row each."""
    costs = np.full((most + 1, len(ways.begin) - 1), np.inf)
    costs[:, start] = 0.0
    if not len(ways.arcs.source):
        return costs
    reached = np.flatnonzero(np.diff(ways.begin))
    for row in range(most):
        through = costs[row][ways.arcs.source] + ways.cost
        best = np.minimum.reduceat(through, ways.begin[reached])
        costs[row + 1, reached] = np.minimum(costs[row, reached], best)
    return costs


def route_to(ways: Ways, costs: Floats, end: int) -> tuple[int, ...]:
    """Walk back from a person to the start, over the cheapest ties."""
    route = [end]
    for row in range(len(costs) - 1, 0, -1):
        here = route[-1]
        if costs[row, here] == costs[row - 1, here]:
            continue
        ties = np.arange(ways.begin[here], ways.begin[here + 1])
        through = costs[row - 1][ways.arcs.source[ties]] + ways.cost[ties]
        route.append(int(ways.arcs.source[ties[np.argmin(through)]]))
    return tuple(reversed(route))


def weakest_tie(ways: Ways, route: tuple[int, ...]) -> Tie:
    """Name the tie of a way over which a request is the least likely passed on."""
    return min(ties_of(route), key=lambda tie: ways.chance(*tie))


def chance_of(ways: Ways, route: tuple[int, ...]) -> float:
    """Give the chance that a way leads to something: all ties and all introductions."""
    return float(np.exp(-sum(ways.cost[ways.row(*tie)] for tie in ties_of(route))))


def ties_of(route: tuple[int, ...]) -> list[Tie]:
    """List the ties of a way."""
    return list(pairwise(route))


def _best(ways: Ways, start: int, ends: Ints, avoided: Iterable[Tie]) -> tuple[int, ...] | None:
    if not len(ends):
        return None
    left = ways.without(avoided)
    costs = least_costs(left, start)
    end = int(ends[np.argmin(costs[-1, ends])])
    return route_to(left, costs, end) if np.isfinite(costs[-1, end]) else None


def find_further(
    ways: Ways, start: int, ends: Ints, known: list[tuple[int, ...]], count: int
) -> list[tuple[int, ...]]:
    """Find the next likeliest ways: each other way lacks a tie of every likelier one.

    So leave out one tie of the likeliest, then one more of the way found without
    it, and so on, the likeliest first (Lawler, 1972).
    """
    found: list[tuple[int, ...]] = []
    queue: list[tuple[float, tuple[Tie, ...], tuple[int, ...]]] = []
    seen: set[frozenset[frozenset[int]]] = set()
    searches = 0

    def look(avoided: tuple[Tie, ...]) -> None:
        nonlocal searches
        key = frozenset(frozenset(tie) for tie in avoided)
        if key in seen or searches >= _MOST_SEARCHES:
            return
        seen.add(key)
        searches += 1
        if route := _best(ways, start, ends, avoided):
            heapq.heappush(queue, (-chance_of(ways, route), avoided, route))

    look(())
    while queue and len(found) < count:
        _, avoided, route = heapq.heappop(queue)
        if route not in known and route not in found:
            found.append(route)
        for tie in ties_of(route):
            look((*avoided, tie))
    return found
