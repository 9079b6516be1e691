"""Paths to a person, a company, a field of work or a title."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from netgraph.errors import NetgraphError, UnknownNameError
from netgraph.introductions import Calibration
from netgraph.naming import Names, people_of
from netgraph.paths.search import (
    MOST_TIES,
    Ways,
    chance_of,
    least_costs,
    ties_of,
    weakest_tie,
)
from netgraph.paths.targets import Target, find_targets, fitting, who
from netgraph.paths.together import choose_routes
from netgraph.paths.wording import (
    known_in_words,
    name_of,
    next_step,
    tie_in_words,
    unreached_in_words,
    untied_in_words,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    import networkx as nx
    from numpy.typing import NDArray

    from netgraph.contacts import Contacts

FOUND, KNOWN = "found", "you know them"
NO_PATH, NOT_LOOKED = "no path known", "not looked at"

_COLUMNS = [
    "target", "why", "route", "names", "hops", "probability", "low", "high", "weakest_tie",
    "weakest_chance", "chances", "succeeds", "evidence", "known_by", "inferred", "shares_weakest",
    "through", "together",
]  # fmt: skip
_LISTED = 5


def find_paths(  # noqa: PLR0913 - the graph stands first, the rest by keyword
    graph: nx.Graph,
    *,
    person: str | None = None,
    company: str | None = None,
    domain: str | None = None,
    title: str | None = None,
    source: str | None = None,
    k: int = 3,
    calibration: Calibration | None = None,
    contacts: Contacts | None = None,
) -> pd.DataFrame:
    r"""Find the likeliest ways to somebody, and say how likely and on what evidence.

    .. math:: P(\text{way}) = \prod_{\text{ties}} p \cdot g(s) \cdot
        \prod_{\text{ties but the first}} h(s)

    where :math:`p` is the probability that the two of a tie know each other,
    :math:`s` how well they do, :math:`g` how likely a request is passed on over such a
    tie, and :math:`h` that an introduction over it leads to something (`Calibration`).
    Each tie but the first is the one over which somebody introduces. Ways of more than
    four ties are not looked for.

    Whom to ask is ranked by all ways of up to three ties that begin with the same person,
    taken together:

    .. math:: P(\text{through } b) = P(b) \cdot
        \Big( 1 - \prod_{\text{ways from } b} (1 - P(\text{way})) \Big)

    These ways from :math:`b` on share no tie, so this is exact. Of each such person the
    likeliest way is shown. The chance of all who may be asked (``together``) is counted in
    256 draws of ties that carry or not, for those ways do share ties.

    Parameters
    ----------
    graph
        As `build_graph` gives it, with the ego.
    person
        An id, a name or the beginnings of its words; with `contacts` also an
        address.
    company
        Its name, compared strictly (see `same_company`).
    domain
        Code or name of a field of work, or a word for it: ``Legal``.
    title
        Words, each of which a title holds. Who fits several of these has to fit all.
    source
        From whom; by default from you.
    k
        How many ways at most.
    calibration
        As `calibrate_introductions` gives it; else the assumed curve.
    contacts
        The tables behind the graph: with them addresses are known, and who has
        worked at a company before.

    Returns
    -------
    pandas.DataFrame
        A row a way; whom the source knows first, then by ``together`` and ``through``. To
        one person each begins with another person, to several each leads to another of
        them, as long as there are others. ``target`` (person_id), ``why`` (what of
        them fits), ``route`` (person_ids from source to target), ``names``,
        ``hops``, ``probability`` (0 to 1) with ``low`` and ``high`` (90 % interval:
        inferred ties exist or not, and both curves are as unsure as they are),
        ``weakest_tie`` (two person_ids) and ``weakest_chance``; ``chances`` (that a
        request is passed on) and ``evidence`` (in words) of each tie, ``succeeds`` (that
        the introduction leads to something once made) of each but the first,
        and ``known_by`` (``observed`` or ``inferred``); ``inferred`` (how many ties are);
        ``shares_weakest`` (whether it goes over the weakest tie of a way above it);
        ``through`` (0 to 1: the chance over all short ways that begin with the same
        person; not below ``probability``) and ``together`` (the same if everybody
        is asked at once, to within 0.06).
        ``attrs``: ``status``, ``says`` (the answer and the next step), ``matched``
        and ``former`` (person_ids), ``known`` (those of them whom the source knows),
        ``basis`` of the chances. The status is ``you know them``, ``found``,
        ``no path known`` (all that the graph holds was looked at) or ``not looked
        at``; without a way the table is empty, and ``says`` tells why.

    Raises
    ------
    UnknownNameError
        If a person or a domain is not known, or a name means several people.
    NetgraphError
        If nothing is asked for.
    GraphError
        If the graph is directed or a multigraph.

    Notes
    -----
    That the ties of a way carry independently of each other is an assumption. Ways of
    four ties do not count together: over so many nearly everybody is reached.

    References
    ----------
    .. [1] Lawler, E. L. (1972). A procedure for computing the k best solutions to
       discrete optimization problems and its application to the shortest path
       problem. Management Science, 18(7), 401-405.

    Examples
    --------
    >>> import networkx as nx
    >>> graph = nx.Graph([("ego", "ann"), ("ann", "bo")], ego="ego")
    >>> paths = find_paths(graph, person="bo")
    >>> paths["names"].iloc[0], paths.attrs["status"]
    (('You', 'ann', 'bo'), 'found')
    """
    _check([person, company, domain, title], k)
    curve = calibration or Calibration()
    people = people_of(graph)
    start = _start(graph, people, contacts, source)
    asked = {"company": company, "domain": domain, "title": title}
    if person is not None and (untied := _untied(people, contacts, person)):
        says = untied_in_words([name for name in untied.values() if name])
        return _answer([], NO_PATH, says, Target("", untied), curve)
    among = who(people, contacts, person) if person is not None else None
    target = find_targets(people, contacts, among=among, **asked)
    if start is None:
        says = "You are not in this graph. Build it with ego=True, or say from whom: source=."
        return _answer([], NOT_LOOKED, says, target, curve)
    if person is None or len(target.people) > 1:
        target.people.pop(start, None)
    ways = Ways.of(graph, curve, list(graph).index(start))
    search = _Search(graph, curve, ways, people.index)
    if person is not None and len(target.people) > 1:
        raise search.several(start, target, person)
    ends = [p for p in target.people if p != start]
    rows = search.rows(start, ends, k)
    if not rows:
        status, why = search.why_not(start, ends)
        return _answer([], status, unreached_in_words(graph, start, target, why), target, curve)
    known = [p for p in ends if _knows(graph, start, p)]
    table = _answer(rows, KNOWN if known else FOUND, "", target, curve, known)
    says = known_in_words(graph, start, target, known)
    table.attrs["says"] = f"{says} {next_step(graph, table.iloc[0])} {target.hint}".strip()
    return table


def _check(asked: list[str | None], k: int) -> None:
    if all(each is None for each in asked):
        raise NetgraphError(
            "nobody is asked for", remedy="Give a person, a company, a domain or a title"
        )
    if k < 1:
        raise NetgraphError(f"k is {k}", remedy="Ask for 1 way or more")


def _start(
    graph: nx.Graph, people: pd.DataFrame, contacts: Contacts | None, source: str | None
) -> str | None:
    if source is None:
        ego = graph.graph.get("ego")
        return ego if ego in graph else None
    found = who(people, contacts, source)
    if len(found) > 1:
        raise Names(people).several(source, found, given="source")
    return found[0]


def _untied(people: pd.DataFrame, contacts: Contacts | None, person: str) -> dict[str, str]:
    """Find who is meant among those of the files who have no tie, if nobody else is."""
    if contacts is None:
        return {}
    others = contacts.people[~contacts.people.index.isin(people.index)]
    if person not in others.index and fitting(people, contacts, person):
        return {}
    found = fitting(others, contacts, person)
    return dict(zip(found, others.loc[found, "name"].fillna(""), strict=True))


def _knows(graph: nx.Graph, one: str, two: str) -> bool:
    tie = graph.get_edge_data(one, two)
    return tie is not None and tie.get("evidence", "observed") == "observed"


@dataclass(frozen=True)
class _Search:
    """A graph, and the same as numbers."""

    graph: nx.Graph
    curve: Calibration
    ways: Ways
    ids: pd.Index

    def rows(self, start: str, ends: list[str], count: int) -> list[dict[str, object]]:
        """Find the likeliest ways, with their chances and evidence."""
        start_at, ends_at = int(self.places([start])[0]), self.places(ends)
        weakest: set[frozenset[int]] = set()
        rows = []
        for places, through, together, _ in choose_routes(self.ways, start_at, ends_at, count):
            shares = any(frozenset(tie) in weakest for tie in ties_of(places))
            told = {"through": through, "together": together, "shares_weakest": shares}
            rows.append({**self.row(places), **told})
            weakest.add(frozenset(weakest_tie(self.ways, places)))
        return rows

    def places(self, people: list[str]) -> NDArray[np.int64]:
        """Give the places of people in the graph."""
        return self.ids.get_indexer(pd.Index(people, dtype=object)).astype(np.int64)

    def row(self, places: tuple[int, ...]) -> dict[str, object]:
        """Lay out a way."""
        graph, ways = self.graph, self.ways
        route = tuple(self.ids[list(places)].tolist())
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


def _answer(  # noqa: PLR0913, PLR0917 - the parts of the answer
    rows: list[dict[str, object]],
    status: str,
    says: str,
    target: Target,
    curve: Calibration,
    known: Sequence[str] = (),
) -> pd.DataFrame:
    table = pd.DataFrame(rows, columns=_COLUMNS)
    table["why"] = [target.people[person] for person in table["target"]]
    table.attrs = {
        "status": status,
        "says": says,
        "matched": list(target.people),
        "former": sorted(target.former),
        "known": list(known),
        "basis": curve.basis,
    }
    return table
