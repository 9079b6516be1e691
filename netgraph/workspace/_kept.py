"""What the user said: decisions, overrides, notes, tags, names of clusters, places on the map.

Rows are only ever added, each with the action that brought it; what counts is
the latest whose action was not taken back.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pandas as pd
import sqlalchemy as sql

from netgraph.workspace._journal import as_times
from netgraph.workspace._schema import (
    ACTIONS,
    CLUSTER_NAMES,
    DECISIONS,
    EGOS,
    NOTES,
    OVERRIDES,
    POSITIONS,
    SOURCES,
    TAGS,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sqlalchemy import Connection


_NO_TEXTS = ("id", "promise_id", "members", "present", "holds")


def add_rows(
    connection: Connection, table: sql.TableClause, action: int, rows: Iterable[Mapping[str, Any]]
) -> None:
    """Add the rows that an action brought to one of the tables."""
    connection.execute(sql.insert(table), [{**row, "action_id": action} for row in rows])


def standing(
    connection: Connection, table: sql.TableClause, columns: Iterable[str]
) -> pd.DataFrame:
    """Give the rows whose action was not taken back, in order, and when they were added."""
    names = [*columns, "at"]
    query = (
        sql.select(*(table.c[column] for column in names[:-1]), ACTIONS.c.at)
        .join_from(table, ACTIONS, table.c.action_id == ACTIONS.c.id)
        .where(ACTIONS.c.undone == 0)
        .order_by(table.c.id)
    )
    rows = [tuple(row) for row in connection.execute(query)]
    found = pd.DataFrame(rows, columns=names, dtype="object")
    found["at"] = as_times(found["at"])
    texts = [name for name in names if name not in {"at", *_NO_TEXTS}]
    return found.astype(dict.fromkeys(texts, "str"))


def as_members(ids: Iterable[str]) -> str:
    """Write the members of a cluster as one text."""
    return json.dumps(list(ids), ensure_ascii=False)


def decisions(connection: Connection) -> pd.DataFrame:
    """Give the decisions that count, in the order in which they were taken."""
    return standing(connection, DECISIONS, ["one", "other", "verdict"])


def overrides(connection: Connection) -> pd.DataFrame:
    """Give the overrides that count: the last of each title or person."""
    table = standing(connection, OVERRIDES, ["kind", "subject", "domain", "seniority"])
    return table.drop_duplicates(["kind", "subject"], keep="last", ignore_index=True)


def egos(connection: Connection) -> list[str]:
    """List who the user said to be, with an import or after it; what was said last is last."""
    of_imports = sql.select(SOURCES.c.action_id, SOURCES.c.ego).where(SOURCES.c.ego.is_not(None))
    later = (
        sql.select(EGOS.c.action_id, EGOS.c.ego)
        .join_from(EGOS, ACTIONS, EGOS.c.action_id == ACTIONS.c.id)
        .where(ACTIONS.c.undone == 0)
    )
    rows = sorted(
        (int(action), ego)
        for query in (of_imports, later)
        for action, ego in connection.execute(query)
    )
    return list(dict.fromkeys(ego for _, ego in rows[::-1]))[::-1]


def notes(connection: Connection) -> pd.DataFrame:
    """Give all notes, by raw id; an empty one takes the earlier ones away."""
    return standing(connection, NOTES, ["person_id", "text"])


def tags(connection: Connection) -> pd.DataFrame:
    """Give all tags that were given and taken, by raw id."""
    return standing(connection, TAGS, ["person_id", "tag", "present"])


def cluster_names(connection: Connection) -> pd.DataFrame:
    """Give the names of clusters; ``members`` is a tuple of raw ids."""
    table = standing(connection, CLUSTER_NAMES, ["name", "members"])
    members = [tuple(json.loads(text)) for text in table["members"]]
    return table.assign(members=pd.Series(members, index=table.index, dtype="object"))


def positions(connection: Connection) -> pd.DataFrame:
    """Give the places on the map, by raw id."""
    columns = ["person_id", "x", "y"]
    query = sql.select(*(POSITIONS.c[column] for column in columns))
    table = pd.DataFrame([tuple(row) for row in connection.execute(query)], columns=columns)
    return table.astype({"person_id": "str", "x": "float64", "y": "float64"})


def set_positions(connection: Connection, places: pd.DataFrame) -> None:
    """Put other places on the map in the stead of those that are kept."""
    connection.execute(sql.delete(POSITIONS))
    rows = [
        {"person_id": str(person), "x": float(x), "y": float(y)}
        for person, x, y in zip(places["person_id"], places["x"], places["y"], strict=True)
    ]
    if rows:
        connection.execute(sql.insert(POSITIONS), rows)


def latest_notes(told: pd.DataFrame) -> pd.Series[str]:
    """Give the last note of each person, if it says something."""
    last = told.drop_duplicates("person_id", keep="last").set_index("person_id")["text"]
    return last[last != ""]


def notes_that_count(told: pd.DataFrame) -> pd.DataFrame:
    """Leave out what stands before an empty note about the same person."""
    empty = told["text"] == ""
    later = empty[::-1].groupby(told["person_id"][::-1]).cummax()[::-1]
    return told[~later].reset_index(drop=True)


def tags_that_count(told: pd.DataFrame) -> pd.DataFrame:
    """Leave the tags that were given last, not taken."""
    last = told.drop_duplicates(["person_id", "tag"], keep="last")
    standing = last[last["present"].astype("bool")]
    return standing[["person_id", "tag", "at"]].reset_index(drop=True)


def renamed(table: pd.DataFrame, current: Mapping[str, str]) -> pd.DataFrame:
    """Show rows under the ids that people have now."""
    return table.assign(person_id=[current.get(p, p) for p in table["person_id"]])
