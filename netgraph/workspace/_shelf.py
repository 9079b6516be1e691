"""What was worked out last, kept in the file so that the next process finds it ready.

It is a copy of what follows from the rest of the file, and never more than
that: it counts only if it was worked out from the very same parts, decisions
and overrides by the very same netgraph, and if every byte of it is as it was
written. Otherwise it is as if there were none.
"""

from __future__ import annotations

import json
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import pandas as pd
import sqlalchemy as sql

from netgraph import __version__
from netgraph.contacts import SCHEMA, Contacts
from netgraph.workspace import _kept
from netgraph.workspace._current import Follow, Order
from netgraph.workspace._journal import version
from netgraph.workspace._packing import pack, unpack
from netgraph.workspace._schema import WORKED_OUT
from netgraph.workspace._sources import list_sources

if TYPE_CHECKING:
    from sqlalchemy import Connection

ROOMS = (
    "changes", "contacts", "domains", "errors", "identity", "importers", "naming", "own_word",
    "rhythm", "suggestions", "workspace",
)  # fmt: skip
"""The parts of netgraph that have a say in what is worked out."""
_RULES = {".py", ".tsv"}
_ABOUT = "about"
_DIGEST = 32


class WorkedOut(NamedTuple):
    """What follows from the parts, the decisions and the overrides.

    Attributes
    ----------
    order
        The files, and which of them tell the present state.
    contacts
        Everybody, resolved and classified, without what you said of them (`_marking`).
    current
        Raw id -> the id that the person has now, where it is another.
    """

    order: Order
    contacts: Contacts
    current: dict[str, str]


def mark_of(connection: Connection) -> str:
    """Tell from what the present contacts are to be worked out, and by which netgraph."""
    said = (_kept.decisions(connection), _kept.overrides(connection))
    rows = [table.drop(columns="at").to_csv(index=False) for table in said]
    return _digest(json.dumps([version(connection, "parts"), *rows, _rules()]).encode())


def put(connection: Connection, mark: str, found: WorkedOut) -> None:
    """Keep what was worked out in the place of what was kept before.

    Nothing is kept if something was changed meanwhile: who was forgotten must
    not come back.

    Parameters
    ----------
    connection
        In a writing transaction.
    mark
        From what it was worked out, as `mark_of` told then.
    found
        What came of it.
    """
    if mark_of(connection) != mark:
        return
    rows = {name: pack(getattr(found.contacts, name)) for name in SCHEMA}
    whole = {name: content for name, content in rows.items() if content is not None}
    connection.execute(sql.delete(WORKED_OUT))
    if len(whole) < len(rows):
        return
    about = {
        "mark": mark,
        "digests": {name: _digest(content) for name, content in whole.items()},
        "sources": [source.id for source in found.order.sources],
        "newer": [[old, new] for old, new in found.order.newer.items()],
        "follows": found.order.follows,
        "current": found.current,
    }
    text = json.dumps(about).encode("ascii")
    told = whole | {_ABOUT: _digest(text).encode("ascii") + text}
    values = [{"name": name, "content": content} for name, content in told.items()]
    connection.execute(sql.insert(WORKED_OUT), values)


def take(connection: Connection, mark: str) -> WorkedOut | None:
    """Give what is kept, if it is whole and was worked out from just this; else None."""
    try:
        return _take(connection, mark)
    except Exception:  # noqa: BLE001 - whatever is wrong with the copy, it can be made anew
        return None


def _take(connection: Connection, mark: str) -> WorkedOut | None:
    about = _about(connection)
    if about is None or about["mark"] != mark:
        return None
    rows = connection.execute(sql.select(WORKED_OUT.c.name, WORKED_OUT.c.content))
    packed = {name: content for name, content in rows if name != _ABOUT}
    if {name: _digest(content) for name, content in packed.items()} != about["digests"]:
        return None
    tables: dict[str, pd.DataFrame] = {name: unpack(packed[name]) for name in SCHEMA}
    known = {source.id: source for source in list_sources(connection)}
    follows = [
        Follow(tuple(before), tuple(after), *rest) for before, after, *rest in about["follows"]
    ]
    order = Order(
        [known[number] for number in about["sources"]],
        {old: tuple(new) for old, new in about["newer"]},
        follows,
    )
    return WorkedOut(order, Contacts(**tables), about["current"])


def _about(connection: Connection) -> dict[str, Any] | None:
    query = sql.select(WORKED_OUT.c.content).where(WORKED_OUT.c.name == _ABOUT)
    content = connection.execute(query).scalar()
    if content is None or content[:_DIGEST] != _digest(content[_DIGEST:]).encode("ascii"):
        return None
    about: dict[str, Any] = json.loads(content[_DIGEST:])
    return about


def _digest(content: bytes) -> str:
    return blake2b(content, digest_size=_DIGEST // 2).hexdigest()


@cache  # the code does not change while it runs
def _rules() -> str:
    """Tell this netgraph from all others: by its code and its lists, not by a number alone."""
    house = Path(__file__).parents[1]
    found = (path for room in ROOMS for path in (house / room).rglob("*"))
    files = [*(house / f"{room}.py" for room in ROOMS), *found]
    digest = blake2b(f"{__version__} {pd.__version__}".encode(), digest_size=_DIGEST // 2)
    for path in sorted(files):
        if path.suffix in _RULES and path.is_file():
            digest.update(path.relative_to(house).as_posix().encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()
