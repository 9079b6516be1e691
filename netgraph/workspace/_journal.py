"""What was done, one row an action, so that the last one can be taken back."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pandas as pd
import sqlalchemy as sql

from netgraph.workspace._schema import ACTIONS, ANSWERS, META, SOURCES, WORKED_OUT

if TYPE_CHECKING:
    from sqlalchemy import Connection

FOR_GOOD = ("forget",)
"""Kinds of actions that cannot be taken back."""

_OF_PARTS = ("import", "forget", "ego")


def now() -> str:
    """Tell the time as ISO text in UTC."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def as_times(texts: pd.Series) -> pd.Series:
    """Read times that `now` gave, as naive UTC like all times of `Contacts`."""
    return pd.to_datetime(texts, utc=True).dt.tz_localize(None).astype("datetime64[s]")


def record(connection: Connection, kind: str, text: str) -> int:
    """Write down an action; gives its number."""
    mark_change(connection, parts=kind in _OF_PARTS)
    statement = "INSERT INTO actions (at, kind, text) VALUES (?, ?, ?)"
    return int(connection.exec_driver_sql(statement, (now(), kind, text)).lastrowid)


def undo_last(connection: Connection) -> str | None:
    """Take the last action back that can be; gives what it was, None if there is none.

    What an import brought is deleted: it can be imported again.
    """
    query = (
        sql.select(ACTIONS.c.id, ACTIONS.c.kind, ACTIONS.c.text)
        .where(ACTIONS.c.undone == 0, ACTIONS.c.kind.not_in(FOR_GOOD))
        .order_by(ACTIONS.c.id.desc())
        .limit(1)
    )
    last = connection.execute(query).first()
    if last is None:
        return None
    connection.execute(sql.update(ACTIONS).where(ACTIONS.c.id == last.id).values(undone=1))
    if last.kind == "import":
        connection.execute(sql.delete(SOURCES).where(SOURCES.c.action_id == last.id))
    mark_change(connection, parts=last.kind in _OF_PARTS)
    return str(last.text)


def list_actions(connection: Connection) -> pd.DataFrame:
    """List all actions, the last one first."""
    columns = ["id", "at", "kind", "text", "undone"]
    query = sql.select(*(ACTIONS.c[c] for c in columns)).order_by(ACTIONS.c.id.desc())
    table = pd.DataFrame([tuple(row) for row in connection.execute(query)], columns=columns)
    table["at"] = as_times(table["at"])
    return table.astype({"id": "int64", "kind": "str", "text": "str", "undone": "bool"})


def mark_change(connection: Connection, *, parts: bool = False) -> None:
    """Let the version grow, and that of the stored parts where they are others now.

    What was worked out from other parts is deleted with them: whoever was in
    them must not be left there.
    """
    keys = ("version", "parts") if parts else ("version",)
    for key in keys:
        statement = "UPDATE meta SET value = CAST(value AS INTEGER) + 1 WHERE key = ?"
        connection.exec_driver_sql(statement, (key,))
    if parts:
        connection.execute(sql.delete(WORKED_OUT))
        connection.execute(sql.delete(ANSWERS))


def version(connection: Connection, of: str = "version") -> int:
    """Count the changes so far: all (``version``), or those of the stored ``parts``."""
    query = sql.select(META.c.value).where(META.c.key == of)
    return int(connection.execute(query).scalar_one())
