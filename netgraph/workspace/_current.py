"""Which of the files that were imported tell the present state, and which an older one."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from itertools import combinations, pairwise
from typing import TYPE_CHECKING, NamedTuple

import pandas as pd

from netgraph.contacts import EGO, empty_table

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from netgraph.contacts import Contacts
    from netgraph.workspace._sources import Source

CONTAINED = 0.5
"""Two exports are of one source if so much of the smaller is in the other."""
_COMMON = 30
"""Who is in more exports than this is likely the user, and tells nothing."""
_SPEAKERS = {
    "interactions": ("source", "target"),
    "introductions": ("introducer", "introduced", "introduced_to"),
}

Export = tuple[int, int]


class Follow(NamedTuple):
    """Files of one format in two exports of one source, one after the other.

    Attributes
    ----------
    before, after
        The numbers of the files.
    since, until
        The days of the exports, as ISO text.
    format
        Of the files.
    """

    before: tuple[int, ...]
    after: tuple[int, ...]
    since: str
    until: str
    format: str


class Order(NamedTuple):
    """What is read together, and in which order.

    Attributes
    ----------
    sources
        All files, in the order in which they are put together.
    newer
        The number of an older file -> the numbers of the files that took its place.
    follows
        Which files followed which.
    """

    sources: list[Source]
    newer: Mapping[int, tuple[int, ...]]
    follows: list[Follow]


def put_in_order(sources: Sequence[Source], people: Mapping[int, set[str]]) -> Order:
    """Find which exports are of one source, and let the newest of them count.

    Two exports (a ZIP, a folder, a file by itself) are of one source if they
    have files of one format, and at least half of the people of the smaller
    are in the other, all common formats taken together. Of several exports of
    one source that have a format, the newest tells the present state: by the
    day of the export, else of the import, else by the order of the imports.
    Where it was imported first does not matter.

    Parameters
    ----------
    sources
        All files.
    people
        The number of a file -> of whom it speaks.

    Returns
    -------
    Order
        The exports of one source stand together, the newest first, at the place
        of the one that was imported first.
    """
    exports: dict[Export, list[Source]] = defaultdict(list)
    for source in sources:
        exports[source.export].append(source)
    ordered: list[Source] = []
    newer: dict[int, tuple[int, ...]] = {}
    follows: list[Follow] = []
    for group in _group(exports, people):
        newest_first = sorted(group, key=lambda e: (_day(exports[e]), e), reverse=True)
        present: dict[str, tuple[int, ...]] = {}
        last: dict[str, tuple[tuple[int, ...], str]] = {}
        for export in newest_first:
            day = _day(exports[export])
            for format_, ids in _by_format(exports[export]).items():
                if format_ in present:
                    newer |= dict.fromkeys(ids, present[format_])
                    follows.append(Follow(ids, last[format_][0], day, last[format_][1], format_))
                present.setdefault(format_, ids)
                last[format_] = ids, day
            ordered += exports[export]
    return Order(ordered, newer, follows)


def without_state(part: Contacts) -> Contacts | None:
    """Leave of an older part what happened, and the people to whom it happened.

    What the part says of the present (who is a contact, where people work) is
    left to the newer one. None if nothing happened in it.
    """
    speakers = [
        getattr(part, table)[column] for table, ends in _SPEAKERS.items() for column in ends
    ]
    ids = pd.concat(speakers).dropna().unique()
    if not len(ids):
        return None
    known = part.identifiers["person_id"].isin(ids)
    return replace(
        part,
        people=part.people[part.people.index.isin(ids)],
        identifiers=part.identifiers[known],
        ties=empty_table("ties"),
        affiliations=empty_table("affiliations"),
        skills=part.skills[part.skills["kind"] == "endorsement"],
    )


def _day(export: Sequence[Source]) -> str:
    return max(source.day for source in export)


def _by_format(export: Sequence[Source]) -> dict[str, tuple[int, ...]]:
    ids: dict[str, tuple[int, ...]] = {}
    for source in export:
        ids[source.format] = (*ids.get(source.format, ()), source.id)
    return ids


def _group(
    exports: Mapping[Export, Sequence[Source]], people: Mapping[int, set[str]]
) -> list[list[Export]]:
    """Group the exports that are of one source, directly or through others."""
    members = {export: _members(files, people) for export, files in exports.items()}
    leader = {export: export for export in exports}

    def find(export: Export) -> Export:
        while leader[export] != export:
            export = leader[export]
        return export

    copies = _copies(exports, people)
    for one, other in [*_similar(members), *copies]:
        first, second = sorted((find(one), find(other)))
        leader[second] = first
    groups: dict[Export, list[Export]] = defaultdict(list)
    for export in exports:
        groups[find(export)].append(export)
    return list(groups.values())


def _copies(
    exports: Mapping[Export, Sequence[Source]], people: Mapping[int, set[str]]
) -> list[tuple[Export, Export]]:
    """Find exports with the same bytes, read once more: by other rules, or a newer netgraph."""
    where: dict[str, list[Export]] = defaultdict(list)
    for export, files in exports.items():
        for digest in {file.digest for file in files if file.digest and people[file.id] - {EGO}}:
            where[digest].append(export)
    return [pair for same in where.values() for pair in pairwise(same)]


def _members(files: Sequence[Source], people: Mapping[int, set[str]]) -> set[tuple[str, str]]:
    """Tell of whom an export speaks in files of which format."""
    members = {(f.format, p) for f in files if f.format for p in people[f.id]}
    others = {(format_, person) for format_, person in members if person != EGO}
    return others or members


def _similar(members: Mapping[Export, set[tuple[str, str]]]) -> list[tuple[Export, Export]]:
    where: dict[tuple[str, str], list[Export]] = defaultdict(list)
    for export, pairs in members.items():
        for pair in pairs:
            where[pair].append(export)
    shared: Counter[tuple[Export, Export]] = Counter()
    for exports in where.values():
        if 1 < len(exports) <= _COMMON:
            shared.update(combinations(exports, 2))
    sizes = {export: Counter(format_ for format_, _ in pairs) for export, pairs in members.items()}
    return [
        (one, other)
        for (one, other), count in shared.items()
        if count >= CONTAINED * _smaller(sizes[one], sizes[other])
    ]


def _smaller(one: Counter[str], other: Counter[str]) -> int:
    """Count the people of the smaller of two exports, over the formats that both have."""
    return min(
        sum(one[f] for f in one.keys() & other.keys()),
        sum(other[f] for f in one.keys() & other.keys()),
    )
