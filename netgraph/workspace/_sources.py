"""The files that were imported: one row each, and which of them are one export."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

import pandas as pd
import sqlalchemy as sql

from netgraph.workspace._schema import ACTIONS, PARTS, SOURCES
from netgraph.workspace._store import Stored, insert_part

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import Connection

    from netgraph.importers import Reading


class Source(NamedTuple):
    """One file that was imported.

    Attributes
    ----------
    id, action_id
        Its own number, and that of the import that brought it.
    unit
        Files of one import with one number are one export: a ZIP, a folder, or a
        file given by itself.
    archive, file, format
        As `Reading` has them.
    digest, content
        What tells its bytes, and what tells its tables, from all others.
    as_of
        The day on which it was exported, as ISO text, if it is told.
    ego
        Who the user said to be.
    at
        When it was imported, as ISO text.
    """

    id: int
    action_id: int
    unit: int
    archive: str
    file: str
    format: str
    digest: str
    content: str
    as_of: str | None
    ego: str | None
    at: str

    @property
    def export(self) -> tuple[int, int]:
        """What it has in common with the other files of its export."""
        return self.action_id, self.unit

    @property
    def day(self) -> str:
        """The day to which it belongs, as ISO text: of its export, or else of its import."""
        return self.as_of or self.at[:10]


class Import(NamedTuple):
    """To which action and export a file belongs, and who the user said to be."""

    action_id: int
    unit: int
    ego: str | None


def add_source(connection: Connection, of: Import, reading: Reading, stored: Stored) -> int:
    """Store one reading; gives the number of its source."""
    row = {
        "action_id": of.action_id,
        "unit": of.unit,
        "archive": reading.archive,
        "file": reading.file,
        "format": reading.format,
        "digest": reading.digest,
        "content": stored.content,
        "as_of": reading.as_of.isoformat() if reading.as_of else None,
        "ego": of.ego,
        "shape": json.dumps(stored.shape),
    }
    inserted = connection.exec_driver_sql(
        str(sql.insert(SOURCES).values(row).compile(connection.engine)), tuple(row.values())
    )
    source_id = int(inserted.lastrowid)
    insert_part(connection, source_id, stored)
    return source_id


def list_sources(connection: Connection) -> list[Source]:
    """List the files that were imported, in the order of their import."""
    columns = [SOURCES.c[name] for name in Source._fields if name != "at"]
    query = (
        sql.select(*columns, ACTIONS.c.at)
        .join_from(SOURCES, ACTIONS, SOURCES.c.action_id == ACTIONS.c.id)
        .order_by(SOURCES.c.id)
    )
    return [Source(*row) for row in connection.execute(query)]


def people_of(connection: Connection, source_ids: Iterable[int]) -> dict[int, set[str]]:
    """Tell of whom each file speaks, besides you; you are named where it speaks of you alone."""
    people = PARTS["people"]
    query = sql.select(people.c.source_id, people.c.person_id, people.c.is_ego)
    found: dict[int, set[str]] = {source_id: set() for source_id in source_ids}
    egos: dict[int, set[str]] = {source_id: set() for source_id in source_ids}
    for source_id, person, is_ego in connection.execute(query):
        if source_id in found:
            (egos if is_ego else found)[source_id].add(person)
    return {source_id: found[source_id] or egos[source_id] for source_id in found}


def count_rows(connection: Connection) -> pd.DataFrame:
    """Count the rows of each file: columns ``rows kept rejected`` by its number."""
    files = PARTS["files"]
    columns = ["rows", "kept", "rejected"]
    sums = [sql.func.coalesce(sql.func.sum(files.c[column]), 0) for column in columns]
    query = sql.select(files.c.source_id, *sums).group_by(files.c.source_id)
    rows = [tuple(row) for row in connection.execute(query)]
    return pd.DataFrame(rows, columns=["id", *columns]).set_index("id")


def stored_name(connection: Connection, person: str) -> str | None:
    """Give the name that the newest file has for an id, if any file has one."""
    people = PARTS["people"]
    query = (
        sql.select(people.c.name)
        .where(people.c.person_id == person, people.c.name.is_not(None))
        .order_by(people.c.id.desc())
        .limit(1)
    )
    name: str | None = connection.execute(query).scalar()
    return name
