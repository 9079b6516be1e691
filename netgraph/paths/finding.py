"""Paths to a person, a company, a field of work or a title."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from netgraph.errors import NetgraphError
from netgraph.introductions import Calibration, curve_for
from netgraph.naming import Names, people_of
from netgraph.paths import fields
from netgraph.paths.rows import NO_PATH, NOT_LOOKED, Search, knows
from netgraph.paths.search import Ways
from netgraph.paths.targets import Target, find_targets, fitting, who
from netgraph.paths.wording import (
    beyond_in_words,
    known_in_words,
    next_step,
    unreached_in_words,
    untied_in_words,
)
from netgraph.suggestions import hidden_from_suggestions

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    import networkx as nx

    from netgraph.contacts import Contacts

FOUND, KNOWN = "found", "you know them"

_COLUMNS = [
    "target", "why", "route", "names", "hops", "probability", "low", "high", "weakest_tie",
    "weakest_chance", "chances", "succeeds", "evidence", "known_by", "inferred", "shares_weakest",
    "through", "together", "chance", "chance_is", "made_of", "domain", "direct", "tie",
    "what_to_do",
]  # fmt: skip


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
    gaps: pd.DataFrame | None = None,
    clusters: pd.DataFrame | None = None,
) -> pd.DataFrame:
    r"""Find the likeliest ways to somebody, and say how likely and on what evidence.

    .. math:: P(\text{way}) = \prod_{\text{ties}} p \cdot g(s) \cdot
        \prod_{\text{ties but the first}} h(s)

    where :math:`p` is the probability that the two of a tie know each other,
    :math:`s` how well they do, :math:`g` how likely a request is passed on over such a
    tie, and :math:`h` that an introduction over it leads to something (`Calibration`).
    Each tie but the first is the one over which somebody introduces. Ways of more than
    four ties are not looked for.

    To a field of work, who leads there is ranked as `find_gap_brokers` does it: whom you
    know there first, for they can be asked themselves, then who may introduce you to others,
    of whom not all are known by name. Else whom to ask is ranked by all ways of up to three
    ties that begin with the same person, taken together:

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
        As `calibrate_introductions` gives it: by default for `contacts`; without
        them the assumed curve.
    contacts
        The tables behind the graph: with them addresses are known, who has
        worked at a company or in a field before, and how sure titles are read.
    gaps, clusters
        As `find_gaps` and `find_clusters` give them, for a field of work; found if they
        are needed and not given.

    Returns
    -------
    pandas.DataFrame
        A row a way; whom the source knows first, then by ``chance``. To
        one person each begins with another person, to several each leads to another of
        them, as long as there are others; of ways to a field at least one leads to others than
        whom the source knows, if there is one. ``target`` (person_id), ``why`` (what of
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
        is asked at once, to within 0.06); ``chance``, by which the rows are ordered: to one
        person ``through``, to several ``together``, and to a field that asking the first leads
        to something there; ``chance_is`` says of what it is, and ``made_of`` what of (of a field
        alone); ``domain``: the field that was asked for (NA else). ``direct``: whether the
        source knows the target; ``tie``, in words (of a field alone); ``what_to_do``. Of
        somebody who is not known by name ``target`` is
        NA, ``route`` ends before them, and ``names`` calls them somebody in the field.
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
    curve = curve_for(contacts, graph, calibration)
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
    away = _hidden(contacts, target, person)
    for place in people.index.get_indexer(pd.Index(sorted(away & set(people.index)))):
        ways = ways.without_person(int(place))
    search = Search(graph, curve, ways, people.index)
    if person is not None and len(target.people) > 1:
        raise search.several(start, target, person)
    ends = [p for p in target.people if p != start and p not in away]
    known = [p for p in ends if knows(graph, start, p)]
    if target.code is not None:
        leads = fields.ranked(search, start, target.code, contacts, gaps=gaps, clusters=clusters)
        rows = fields.rows_of(search, start, leads, k)
        rows += _longer(search, start, [p for p in ends if p not in known], rows, k)
    else:
        rows = search.rows(start, ends, k)
    if not rows:
        status, why = search.why_not(start, ends)
        says = unreached_in_words(graph, start, target, why)
        return _answer([], status, f"{target.read_as} {says}".strip(), target, curve)
    status = KNOWN if known else FOUND
    table = _answer(rows, status, "", target, curve, known)
    says = known_in_words(graph, start, target, known)
    beyond = beyond_in_words(target, known)
    step = fields.says(rows) if target.code else next_step(graph, table.iloc[0])
    table.attrs["says"] = " ".join(
        part for part in (target.read_as, says, step, beyond, target.hint) if part
    )
    return table


def _hidden(contacts: Contacts | None, target: Target, person: str | None) -> set[str]:
    """Tell who is not to be suggested; who is asked for by name is all the same."""
    hidden = set() if contacts is None else set(hidden_from_suggestions(contacts))
    return hidden - set(target.people) if person is not None else hidden


def _longer(
    search: Search, start: str, ends: list[str], rows: list[dict[str, Any]], count: int
) -> list[dict[str, Any]]:
    """Find ways over others to people of a field whom the source does not know."""
    if len(rows) >= count or not ends:
        return []
    asked = {row["route"][1] for row in rows}
    found = search.rows(start, ends, count)
    further = [row for row in found if row["route"][1] not in asked]
    return [row | {"chance": row["through"]} for row in further][: count - len(rows)]


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


def _answer(  # noqa: PLR0913, PLR0917 - the parts of the answer
    rows: list[dict[str, Any]],
    status: str,
    says: str,
    target: Target,
    curve: Calibration,
    known: Sequence[str] = (),
) -> pd.DataFrame:
    table = pd.DataFrame(rows, columns=_COLUMNS)
    table["domain"] = target.code
    table["why"] = [target.people.get(person, "") for person in table["target"]]
    table.attrs = {
        "status": status,
        "says": says,
        "matched": list(target.people),
        "former": sorted(target.former),
        "known": list(known),
        "basis": curve.basis,
    }
    return table
