"""Who is to stay forgotten: what is kept to know them by, and parts without them."""

from __future__ import annotations

from dataclasses import replace
from hashlib import blake2b
from typing import TYPE_CHECKING, NamedTuple

import pandas as pd
import sqlalchemy as sql

from netgraph.workspace._schema import FORGOTTEN, META

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from sqlalchemy import Connection

    from netgraph.contacts import Contacts

REASON = "you asked to forget this person"
_ID = "id"
_ENDS = {
    "identifiers": ("person_id",),
    "ties": ("source", "target"),
    "interactions": ("source", "target"),
    "introductions": ("introducer", "introduced", "introduced_to"),
    "affiliations": ("person_id",),
    "skills": ("person_id", "source_id"),
}


class Forgotten(NamedTuple):
    """What tells a forgotten person, without telling who it is.

    Attributes
    ----------
    key
        A secret of this workspace, which every hash depends on.
    hashes
        Of their ids, addresses, numbers and profiles.
    """

    key: bytes
    hashes: frozenset[str]

    def hash(self, kind: str, value: str) -> str:
        """Give the hash of an identifier."""
        text = f"{kind}\n{value}".encode("utf-8", "replace")
        return blake2b(text, key=self.key, digest_size=16).hexdigest()

    def find(self, part: Contacts) -> set[str]:
        """Find the ids in a part that are of forgotten people."""
        if not self.hashes:
            return set()
        people = part.people.index[~part.people["is_ego"]]
        ids = {str(person) for person in people if self.hash(_ID, str(person)) in self.hashes}
        known = part.identifiers.dropna()
        rows = zip(known["person_id"], known["kind"], known["value"], strict=True)
        ids |= {person for person, kind, value in rows if self.hash(kind, value) in self.hashes}
        return ids & {str(person) for person in people}


def list_forgotten(connection: Connection) -> Forgotten:
    """Read who is to stay forgotten."""
    query = sql.select(META.c.value).where(META.c.key == "key")
    key = bytes.fromhex(connection.execute(query).scalar_one())
    return Forgotten(key, frozenset(connection.execute(sql.select(FORGOTTEN.c.hash)).scalars()))


def keep_forgotten(
    connection: Connection, ids: Iterable[str], identifiers: Iterable[tuple[str, str]], at: str
) -> None:
    """Write down by what a person is to be known again."""
    known = list_forgotten(connection)
    hashes = {known.hash(_ID, person) for person in ids}
    hashes |= {known.hash(kind, value) for kind, value in identifiers}
    rows = [{"hash": mark, "at": at} for mark in sorted(hashes - known.hashes)]
    if rows:
        connection.execute(sql.insert(FORGOTTEN), rows)


def without(part: Contacts, ids: Collection[str]) -> Contacts:
    """Give a part without some people, and with a refused row for each row that was theirs.

    Rows of which something is left (a message that went to others too) stay.
    """
    if not ids:
        return part
    tables = {}
    for name, columns in _ENDS.items():
        table = getattr(part, name)
        theirs = table[list(columns)].isin(ids).any(axis=1)
        tables[name] = table[~theirs].reset_index(drop=True)
    people = part.people[~part.people.index.isin(ids)]
    gone = _rows_gone(part, tables["interactions"], tables["introductions"], ids)
    files, refused = part.files.copy(), part.files["format"].head(1)
    count = min(len(gone), int(files["kept"].sum()))
    if not count:
        return replace(part, people=people, **tables)
    files["kept"] -= count
    files["rejected"] += count
    rows = pd.DataFrame(
        {
            "source": refused.iloc[0],
            "file": files["file"].iloc[0],
            "row": gone.iloc[:count].array,
            "reason": REASON,
        }
    )
    rejected = pd.concat([part.rejected, rows], ignore_index=True)
    return replace(part, people=people, files=files, rejected=rejected, **tables)


def _rows_gone(
    part: Contacts, events: pd.DataFrame, introductions: pd.DataFrame, ids: Collection[str]
) -> pd.Series:
    """Tell which rows of the file are gone as a whole: their numbers, NA where not known."""
    if "row" in part.introductions and part.introductions["row"].notna().any():
        before = part.introductions["row"].dropna().drop_duplicates()
        return before[~before.isin(introductions["row"])].astype("Int64")
    if "event" in part.interactions:
        before = part.interactions["event"].drop_duplicates()
        gone = int((~before.isin(events["event"])).sum())
    elif len(part.interactions):
        gone = len(part.interactions) - len(events)
    else:
        gone = sum(person in ids for person in part.people.index)
    return pd.Series([pd.NA] * gone, dtype="Int64")
