"""Answers that take long (clusters, brokers), kept in the file until what they follow from changes.

Like the view (`_shelf`), an answer is a copy that can be made anew: it counts only if it
followed from the very same people and ties, was given by the very same netgraph, and if
every byte of it is as it was written.
"""

from __future__ import annotations

import json
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd
import sqlalchemy as sql

from netgraph import __version__
from netgraph.workspace import _shelf
from netgraph.workspace._packing import pack, unpack
from netgraph.workspace._said import logged
from netgraph.workspace._schema import ANSWERS

if TYPE_CHECKING:
    from sqlalchemy import Connection

_CODE = {".py", ".tsv"}
_SIZE = 16


def sign_of(connection: Connection, *, others: bool = False) -> str:
    """Tell from what answers follow: what is stored, decided and noted, and this netgraph.

    Parameters
    ----------
    connection
        Of the file.
    others
        Whether they are about the others alone: then it counts with whom contacts
        were noted (they are in the network), and not how often and when.
    """
    told = logged(connection)
    if others:
        whom = ["person_id", "kind", "by"]
        told = told[whom].drop_duplicates().sort_values(whom)
    noted = told.to_csv(index=False)
    return _digest(json.dumps([_shelf.mark_of(connection), noted, _netgraph()]).encode())


def take(connection: Connection, name: str, sign: str) -> pd.DataFrame | None:
    """Give the answer that is kept, if it follows from just this and is whole; else None."""
    query = sql.select(ANSWERS.c.sign, ANSWERS.c.content).where(ANSWERS.c.name == name)
    row = connection.execute(query).first()
    if row is None or row.sign != _bound(sign, row.content):
        return None
    head, _, packed = row.content.partition(b"\n")
    table = unpack(packed)
    table.attrs = json.loads(head)
    return table


def put(
    connection: Connection, name: str, sign: str, table: pd.DataFrame, *, others: bool = False
) -> None:
    """Keep an answer in the place of the one before, where it can be written as plain cells."""
    packed = pack(table)
    try:
        head = json.dumps(table.attrs).encode("ascii")
    except TypeError:
        return
    if (
        packed is None or sign_of(connection, others=others) != sign
    ):  # something was changed meanwhile
        return
    content = head + b"\n" + packed
    connection.execute(sql.delete(ANSWERS).where(ANSWERS.c.name == name))
    row = {"name": name, "sign": _bound(sign, content), "content": content}
    connection.execute(sql.insert(ANSWERS), [row])


def _bound(sign: str, content: bytes) -> str:
    """Bind what an answer follows from to the bytes of it."""
    return f"{sign} {_digest(content)}"


def _digest(content: bytes) -> str:
    return blake2b(content, digest_size=_SIZE).hexdigest()


@cache  # the code does not change while it runs
def _netgraph() -> str:
    house = Path(__file__).parents[1]
    digest = blake2b(f"{__version__} {pd.__version__}".encode(), digest_size=_SIZE)
    for path in sorted(house.rglob("*")):
        if path.suffix in _CODE:
            digest.update(path.relative_to(house).as_posix().encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()
