"""To forget a person: out of every stored part, note, decision and text."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, NamedTuple

import pandas as pd
import sqlalchemy as sql

from netgraph.contacts import Contacts
from netgraph.importers._ego import Ego
from netgraph.importers._names import name_key
from netgraph.importers._people import SAID
from netgraph.importers._who import link
from netgraph.workspace._forgotten import keep_forgotten, list_forgotten, without
from netgraph.workspace._journal import now, record
from netgraph.workspace._schema import (
    ACTIONS,
    CLUSTER_NAMES,
    DECISIONS,
    EGOS,
    LOGGED,
    META,
    NOTES,
    OVERRIDES,
    PARTS,
    POSITIONS,
    PROMISES,
    PROMISES_KEPT,
    RELATIONS_SAID,
    SETTLED,
    SOURCES,
    TAGS,
)
from netgraph.workspace._sources import list_sources
from netgraph.workspace._store import load_parts, replace_part

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sqlalchemy import Connection

    from netgraph.workspace._sources import Source

_PLACEHOLDER = "(forgotten)"
_NOT_YOU = Ego(frozenset(), None, found=True, in_mail=True)
_TEXTS: tuple[tuple[sql.TableClause, tuple[str, ...]], ...] = (
    (ACTIONS, ("text",)),
    (SOURCES, ("archive", "file", "ego")),
    (EGOS, ("ego",)),
    (NOTES, ("text",)),
    (TAGS, ("tag",)),
    (LOGGED, ("text",)),
    (PROMISES, ("text",)),
    (CLUSTER_NAMES, ("name",)),
    (OVERRIDES, ("subject",)),
    (PARTS["people"], ("groups", "extra")),
    (PARTS["interactions"], ("thread", "extra")),
    (PARTS["introductions"], ("context", "outcome", "extra")),
    (PARTS["ties"], ("extra",)),
    (PARTS["affiliations"], ("extra",)),
    (PARTS["skills"], ("skill", "organisation", "extra")),
    (PARTS["rejected"], ("file", "reason", "extra")),
    (PARTS["files"], ("file", "warnings", "extra")),
)
"""Where a name or an address may stand in a text about somebody or something else."""


class Trace(NamedTuple):
    """What is known of a person who is to be forgotten.

    Attributes
    ----------
    ids
        All ids of theirs.
    names
        As they are written in the parts.
    identifiers
        Kind and value of those that nobody else has.
    mentions
        Number of a file -> the ids there that mean them by name alone.
    """

    ids: frozenset[str]
    names: frozenset[str]
    identifiers: frozenset[tuple[str, str]]
    mentions: Mapping[int, frozenset[str]]


def forget(connection: Connection, ids: frozenset[str], name: str) -> int:
    """Take a person out of everything; gives the number of files that spoke of them.

    Kept are only hashes with this workspace's own key: of the person's ids and
    of the addresses, numbers and profiles that nobody else has. They keep the
    person out of later imports.

    Parameters
    ----------
    connection
        In a writing transaction.
    ids
        All ids of the person.
    name
        What the person is called now.
    """
    sources = list_sources(connection)
    parts = load_parts(connection, [source.id for source in sources])
    trace = find_trace(sources, parts, ids, name)
    said = frozenset[str]().union(*trace.mentions.values())
    keep_forgotten(connection, {*ids, *_unshared(said, parts, ids)}, trace.identifiers, now())
    forgotten = list_forgotten(connection)
    touched = 0
    for source in sources:
        part = parts[source.id]
        theirs = forgotten.find(part) | trace.mentions.get(source.id, frozenset())
        if theirs:
            replace_part(connection, source.id, without(part, theirs))
            touched += 1
    _drop_rows(connection, ids | said)
    _scrub(connection, trace)
    record(connection, "forget", "a person was forgotten")
    connection.execute(sql.delete(META).where(META.c.key == "traces"))
    connection.execute(sql.insert(META).values(key="traces", value="1"))
    return touched


def find_trace(
    sources: Sequence[Source], parts: Mapping[int, Contacts], ids: frozenset[str], name: str
) -> Trace:
    """Gather what the parts know of a person."""
    people = pd.concat([part.people[["name"]] for part in parts.values()])
    names = frozenset({name, *people["name"][people.index.isin(ids)].dropna()})
    known = pd.concat([part.identifiers for part in parts.values()]).dropna()
    mine = known[known["person_id"].isin(ids)]
    others = known[~known["person_id"].isin(ids)]
    shared = set(zip(others["kind"], others["value"], strict=True))
    identifiers = set(zip(mine["kind"], mine["value"], strict=True)) - shared
    mentions = _mentions(sources, parts, ids, names)
    return Trace(ids, names, frozenset(identifiers), mentions)


def _mentions(
    sources: Sequence[Source],
    parts: Mapping[int, Contacts],
    ids: frozenset[str],
    names: Iterable[str],
) -> dict[int, frozenset[str]]:
    """Find where the person is meant by a name alone, as `join` understands it."""
    keys = {SAID + name_key(name) for name in names}
    probes = [
        (source, person)
        for source in sources
        for person in keys & set(parts[source.id].people.index)
    ]
    if not probes:
        return {}
    asked = [Contacts(people=parts[s.id].people.loc[[person]]) for s, person in probes]
    books = [Contacts(people=parts[source.id].people) for source in sources]
    archives = [_archive(source) for source in (*sources, *(source for source, _ in probes))]
    linked = link([*books, *asked], archives, _NOT_YOU)[len(books) :]
    found: dict[int, frozenset[str]] = {}
    for (source, person), meant in zip(probes, linked, strict=True):
        if set(meant.people.index) & ids:
            found[source.id] = found.get(source.id, frozenset()) | {person}
    return found


def _archive(source: Source) -> str:
    return f"{source.archive} {source.export}" if source.archive else ""


def _unshared(said: Iterable[str], parts: Mapping[int, Contacts], ids: frozenset[str]) -> set[str]:
    """Leave the mentions that can mean nobody else who is known by now."""
    people = pd.concat([part.people[["name"]] for part in parts.values()])
    others = people[~people.index.isin(ids) & ~people.index.str.startswith(SAID)]
    taken = {SAID + name_key(name) for name in others["name"].dropna()}
    return set(said) - taken


def _drop_rows(connection: Connection, ids: frozenset[str]) -> None:
    """Delete what the user said about a person."""
    for table in (NOTES, TAGS, POSITIONS, LOGGED, RELATIONS_SAID, SETTLED):
        connection.execute(sql.delete(table).where(table.c.person_id.in_(ids)))
    void = PROMISES.c.person_id.in_(ids) | PROMISES.c.other.in_(ids)
    gone = sql.select(PROMISES.c.id).where(void)
    connection.execute(sql.delete(PROMISES_KEPT).where(PROMISES_KEPT.c.promise_id.in_(gone)))
    connection.execute(sql.delete(PROMISES).where(void))
    connection.execute(
        sql.delete(DECISIONS).where(DECISIONS.c.one.in_(ids) | DECISIONS.c.other.in_(ids))
    )
    connection.execute(sql.delete(OVERRIDES).where(OVERRIDES.c.subject.in_(ids)))
    for number, members in connection.execute(
        sql.select(CLUSTER_NAMES.c.id, CLUSTER_NAMES.c.members)
    ).all():
        left = [person for person in json.loads(members) if person not in ids]
        connection.execute(
            sql.update(CLUSTER_NAMES)
            .where(CLUSTER_NAMES.c.id == number)
            .values(members=json.dumps(left, ensure_ascii=False))
        )


def _scrub(connection: Connection, trace: Trace) -> None:
    """Take the person's name and addresses out of texts about others."""
    words = {name for name in trace.names if len(name.split()) > 1}
    words |= {value for _, value in trace.identifiers}
    words |= {person.partition("/")[2] for person in trace.ids} - {""}
    if not words:
        return
    longest_first = sorted(words, key=len, reverse=True)
    pattern = re.compile(
        rf"(?<!\w)({'|'.join(map(re.escape, longest_first))})(?!\w)", re.IGNORECASE
    )
    for table, columns in _TEXTS:
        for column in columns:
            cell = table.c[column]
            query = sql.select(table.c.id, cell).where(cell.is_not(None))
            for number, text in connection.execute(query).all():
                cleaned = pattern.sub(_PLACEHOLDER, text)
                if cleaned != text:
                    change = sql.update(table).where(table.c.id == number)
                    connection.execute(change.values({column: cleaned}))
