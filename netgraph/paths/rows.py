"""A graph as people and as numbers, and its ways as rows."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from netgraph.errors import UnknownNameError
from netgraph.paths.search import (
    MOST_TIES,
    Ways,
    chance_of,
    least_costs,
    ties_of,
    weakest_tie,
)
from netgraph.paths.together import choose_routes
from netgraph.paths.wording import name_of, of_chance, tie_in_words, what_to_do

if TYPE_CHECKING:
    import networkx as nx
    from numpy.typing import NDArray

    from netgraph.introductions import Calibration
    from netgraph.paths.targets import Target

NO_PATH, NOT_LOOKED = "no path known", "not looked at"
_LISTED = 5


def knows(graph: nx.Graph, one: str, two: str) -> bool:
    """Tell whether two people are seen to know each other."""
    tie = graph.get_edge_data(one, two)
    return tie is not None and tie.get("evidence", "observed") == "observed"


@dataclass(frozen=True)
class Search:
    """A graph, and the same as numbers."""

    graph: nx.Graph
    curve: Calibration
    ways: Ways
    ids: pd.Index

    def rows(self, start: str, ends: list[str], count: int) -> list[dict[str, Any]]:
        """Find the likeliest ways, with their chances and evidence."""
        start_at, ends_at = int(self.places([start])[0]), self.places(ends)
        weakest: set[frozenset[int]] = set()
        rows = []
        for places, through, together, _ in choose_routes(self.ways, start_at, ends_at, count):
            shares = any(frozenset(tie) in weakest for tie in ties_of(places))
            told: dict[str, Any] = {
                "through": through,
                "together": together,
                "shares_weakest": shares,
            }
            route = tuple(self.ids[list(places)].tolist())
            told |= of_chance(self.graph, route, through, together, alone=len(ends) == 1)
            told["what_to_do"] = what_to_do(self.graph, route)
            rows.append({**self.row(route), **told})
            weakest.add(frozenset(weakest_tie(self.ways, places)))
        return rows

    def places(self, people: list[str]) -> NDArray[np.int64]:
        """Give the places of people in the graph."""
        return self.ids.get_indexer(pd.Index(people, dtype=object)).astype(np.int64)

    def row(self, route: tuple[str, ...]) -> dict[str, Any]:
        """Lay out a way."""
        graph, ways = self.graph, self.ways
        places = tuple(self.places(list(route)).tolist())
        ties = [graph.edges[tie] for tie in pairwise(route)]
        chances = tuple(ways.chance(*tie) for tie in ties_of(places))
        arcs = [ways.row(*tie) for tie in ties_of(places)]
        strength = ways.arcs.strength[arcs]
        over = np.arange(len(arcs)) > 0
        drawn = self.curve.draw(strength, ways.arcs.probability[arcs], introduced=over)
        low, high = np.quantile(drawn.prod(axis=1), (0.05, 0.95)).tolist()
        weak = int(np.argmin(chances))
        known_by = tuple(tie.get("evidence", "observed") for tie in ties)
        return {
            "target": route[-1],
            "route": route,
            "names": tuple(name_of(graph, p) for p in route),
            "hops": len(ties),
            "probability": chance_of(ways, places),
            "low": low,
            "high": high,
            "weakest_tie": route[weak : weak + 2],
            "weakest_chance": chances[weak],
            "chances": chances,
            "succeeds": tuple(self.curve.succeeds(strength[1:]).tolist()),
            "evidence": tuple(tie_in_words(tie) for tie in ties),
            "known_by": known_by,
            "inferred": known_by.count("inferred"),
            "shares_weakest": False,
            "direct": len(route) == 2 and knows(graph, *route),  # noqa: PLR2004 - you and they
            "tie": None,
            "made_of": None,
        }

    def several(self, start: str, target: Target, text: str) -> UnknownNameError:
        """Say that several people are meant, and name those who are nearest."""
        cost = pd.Series(least_costs(self.ways, self.places([start])[0])[-1], index=self.ids)
        nearest = cost[list(target.people)].sort_values(kind="stable").index
        first = nearest[:_LISTED]
        listed = [
            f"{name_of(self.graph, p)}, {target.people[p] or 'no title'} [{p}]" for p in first
        ]
        more = len(nearest) - len(first)
        error = UnknownNameError(
            f"{len(nearest):,} people are meant by {text!r}: {'; '.join(listed)}"
            + (f"; and {more:,} more" if more else ""),
            remedy="Give the full name, the id in brackets, or the company beside the name",
        )
        error.meant = tuple(nearest)
        return error

    def why_not(self, start: str, ends: list[str]) -> tuple[str, str]:
        """Tell whether there is no way, or it was not looked for."""
        if ends and self._connected(start, ends):
            return NOT_LOOKED, f"Ways over more than {MOST_TIES} ties were not looked for to"
        if ends and not self.graph.graph.get("inferred", True):
            return NOT_LOOKED, "No observed tie leads, and inferred ties are not in this graph, to"
        return NO_PATH, "No path is known to"

    def _connected(self, start: str, ends: list[str]) -> bool:
        arcs, size = self.ways.arcs, len(self.ids)
        there = np.isfinite(self.ways.cost)
        ties = (np.ones(int(there.sum())), (arcs.source[there], arcs.target[there]))
        part = connected_components(coo_array(ties, shape=(size, size)), directed=False)[1]
        part_of = pd.Series(part, index=self.ids)
        return bool((part_of[ends] == part_of[start]).any())
