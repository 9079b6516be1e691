"""Who is meant by a name: the one connection that has it, or nobody known.

A file says "Olivia wrote to Ada Example". Only the files together tell that
Olivia is the user, and that Ada is the one connection of that name.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from netgraph.contacts import EGO, Contacts, rename_people
from netgraph.importers._names import name_key
from netgraph.importers._people import SAID, named

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from netgraph.importers._ego import Ego

_CONNECTIONS = "linkedin.connections"


def link(parts: Sequence[Contacts], archives: Sequence[str], ego: Ego) -> list[Contacts]:
    """Give people their final ids: you, the one connection of a name, or the name itself.

    Parameters
    ----------
    parts, archives
        What was read, and the archive that each part stands in.
    ego
        What `find_ego` found.
    """
    by_archive: dict[str, list[Contacts]] = defaultdict(list)
    for part, archive in zip(parts, archives, strict=True):
        by_archive[archive].append(part)
    everywhere = _directory(parts) if _any_said(parts) else {}
    nearby = {
        archive: _directory(group) if len(by_archive) > 1 and _any_said(group) else everywhere
        for archive, group in by_archive.items()
    }
    linked = []
    for part, archive in zip(parts, archives, strict=True):
        new_ids = {}
        for person in part.people.index:
            if person in ego.ids:
                new_ids[person] = EGO
            elif person.startswith(SAID):
                key = person.removeprefix(SAID)
                here = nearby[archive]
                found = here[key] if key in here else everywhere.get(key)
                new_ids[person] = found or named(key)
        linked.append(rename_people(part, {a: b for a, b in new_ids.items() if a != b}))
    return linked


def _any_said(parts: Iterable[Contacts]) -> bool:
    return any(part.people.index.str.startswith(SAID).any() for part in parts)


def _directory(parts: Iterable[Contacts]) -> dict[str, str | None]:
    """Learn who is known by which name: name -> id, or None where several are.

    Connections come first: that a stranger or an entry of an address book has
    the same name does not make a connection ambiguous.
    """
    connections: dict[str, set[str]] = defaultdict(set)
    others: dict[str, set[str]] = defaultdict(set)
    for part in parts:
        people = part.people[~part.people["is_ego"]].dropna(subset=["name"])
        for person, name, source in zip(
            people.index, people["name"], people["sources"], strict=True
        ):
            if not person.startswith(SAID):
                book = connections if source == _CONNECTIONS else others
                book[name_key(name)].add(person)
    found = {}
    for key in connections.keys() | others.keys():
        ids = connections.get(key) or others[key]
        found[key] = next(iter(ids)) if len(ids) == 1 else None
    return found
