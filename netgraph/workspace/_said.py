"""Beside the decisions: contacts, promises, relations and what became of advice, as rows.

As everywhere, rows are only ever added; what counts is the latest that stands.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pandas as pd

from netgraph.workspace._kept import notes, standing, tags
from netgraph.workspace._schema import LOGGED, PROMISES, PROMISES_KEPT, RELATIONS_SAID, SETTLED

if TYPE_CHECKING:
    from sqlalchemy import Connection


class Marks(NamedTuple):
    """What is shown beside the people, by raw id: tables as they are kept."""

    notes: pd.DataFrame
    tags: pd.DataFrame
    relations: pd.DataFrame
    logged: pd.DataFrame


def marks(connection: Connection) -> Marks:
    """Read all that is shown beside the people."""
    return Marks(notes(connection), tags(connection), relations(connection), logged(connection))


def logged(connection: Connection) -> pd.DataFrame:
    """Give the contacts that were noted: ``id person_id kind by at text noted_at``."""
    table = standing(connection, LOGGED, ["id", "person_id", "kind", "by_whom", "day", "text"])
    table = table.rename(columns={"at": "noted_at", "by_whom": "by", "day": "at"})
    table = table[["id", "person_id", "kind", "by", "at", "text", "noted_at"]]
    return table.astype({"id": "int64"}).assign(at=_days(table["at"]))


def promises(connection: Connection) -> pd.DataFrame:
    """Give the promises: ``id person_id text other due at kept_at``."""
    table = standing(connection, PROMISES, ["id", "person_id", "text", "other", "due"])
    table = table.astype({"id": "int64"}).assign(due=_days(table["due"]))
    kept = standing(connection, PROMISES_KEPT, ["promise_id"]).drop_duplicates("promise_id")
    kept_at = kept.set_index(kept["promise_id"].astype("int64"))["at"]
    return table.assign(kept_at=kept_at.reindex(table["id"]).array)


def relations(connection: Connection) -> pd.DataFrame:
    """Give all that was said of relations, by raw id; without ``holds`` it was taken back."""
    return standing(connection, RELATIONS_SAID, ["person_id", "relation", "holds"])


def settled(connection: Connection) -> pd.DataFrame:
    """Give all that was settled, by raw id: ``person_id what state until at``."""
    table = standing(connection, SETTLED, ["person_id", "what", "state", "until"])
    return table.assign(until=_days(table["until"]))[["person_id", "what", "state", "at", "until"]]


def relations_that_count(told: pd.DataFrame) -> pd.DataFrame:
    """Leave what was said last of each person and relation, if it was not taken back."""
    last = told.drop_duplicates(["person_id", "relation"], keep="last").dropna(subset=["holds"])
    last = last.assign(holds=last["holds"].astype("bool"))
    return last[["person_id", "relation", "holds", "at"]].reset_index(drop=True)


def settled_that_counts(told: pd.DataFrame) -> pd.DataFrame:
    """Leave what was said last of each person and thing, if it is not open again."""
    last = told.drop_duplicates(["person_id", "what"], keep="last")
    return last[last["state"] != "open"].reset_index(drop=True)


def _days(texts: pd.Series) -> pd.Series:
    return pd.to_datetime(texts, format="ISO8601").astype("datetime64[s]")
