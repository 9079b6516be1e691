"""The parts that files were read into, as rows of the workspace, and back."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any, NamedTuple, cast

import numpy as np
import pandas as pd
import sqlalchemy as sql

from netgraph.contacts import SCHEMA, Contacts
from netgraph.workspace._schema import PARTS, SOURCES, STORED

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from sqlalchemy import Connection

_NOT_CONTENT = frozenset({"file", "encoding"})
"""What differs between two copies of one file under different names."""
_LATER = frozenset({"skills"})
"""Tables that came with a later version: without rows they are no content, as they were none."""


class Stored(NamedTuple):
    """The tables of one part as rows.

    Attributes
    ----------
    rows
        Table -> its rows, in the order of `STORED`, with ``extra`` as JSON.
    shape
        Table -> the number of its rows, and the dtypes of its further columns.
    content
        A digest of all rows, whatever the file is called.
    """

    rows: Mapping[str, list[tuple[Any, ...]]]
    shape: Mapping[str, Mapping[str, Any]]
    content: str


def to_rows(part: Contacts) -> Stored:
    """Write a part as rows.

    Parameters
    ----------
    part
        What was read from one file.

    Examples
    --------
    >>> part = Contacts(people=pd.DataFrame({"name": ["Ann"], "born": ["1980"]}, index=["ann"]))
    >>> to_rows(part).rows["people"][0][:2], to_rows(part).rows["people"][0][-1]
    (('ann', 'Ann'), '{"born": "1980"}')
    """
    rows, shape = {}, {}
    digest = hashlib.blake2b(digest_size=16)
    for name, columns in STORED.items():
        table = getattr(part, name)
        if name == "people":
            table = table.reset_index()
        further = [
            column
            for column in table.columns
            if column not in columns and not (column in SCHEMA[name] and table[column].isna().all())
        ]
        cells = [_plain(table[column]) for column in columns]
        extra = _as_json(table, further)
        rows[name] = list(zip(*cells, extra, strict=True))
        shape[name] = {
            "rows": len(table),
            "extra": {str(column): str(table[column].dtype) for column in further},
        }
        if len(table) or name not in _LATER:
            _add_to(digest, name, columns, cells, extra)
    return Stored(rows, shape, digest.hexdigest())


def insert_part(connection: Connection, source_id: int, stored: Stored) -> None:
    """Add the rows of one part."""
    for name, rows in stored.rows.items():
        if rows:
            columns = ["source_id", *STORED[name], "extra"]
            statement = sql.insert(PARTS[name]).values({c: sql.bindparam(c) for c in columns})
            text = str(statement.compile(connection.engine))
            connection.exec_driver_sql(text, [(source_id, *row) for row in rows])


def replace_part(connection: Connection, source_id: int, part: Contacts) -> None:
    """Put another part in the place of the one that a source has."""
    stored = to_rows(part)
    for table in PARTS.values():
        connection.execute(sql.delete(table).where(table.c.source_id == source_id))
    change = sql.update(SOURCES).where(SOURCES.c.id == source_id)
    connection.execute(change.values(content=stored.content, shape=json.dumps(stored.shape)))
    insert_part(connection, source_id, stored)


def load_parts(
    connection: Connection, source_ids: Iterable[int], tables: Collection[str] = STORED.keys()
) -> dict[int, Contacts]:
    """Read parts back, as they were when they were stored.

    Parameters
    ----------
    connection
        One that reads.
    source_ids
        Which of them.
    tables
        Which tables of each; the others are without rows.

    Returns
    -------
    dict of int to Contacts
        By the id of their source.
    """
    wanted = list(source_ids)
    query = sql.select(SOURCES.c.id, SOURCES.c.shape)
    shapes = {row.id: json.loads(row.shape) for row in connection.execute(query)}
    return {
        source_id: Contacts(
            **{
                name: _load_table(connection, name, source_id, shape)
                for name, shape in shapes[source_id].items()
                if name in tables and (shape["rows"] or shape["extra"])
            }
        )
        for source_id in wanted
    }


def _load_table(
    connection: Connection, name: str, source_id: int, shape: Mapping[str, Any]
) -> pd.DataFrame:
    columns = [*STORED[name], "extra"]
    stored = PARTS[name]
    query = (
        sql.select(*(stored.c[column] for column in columns))
        .where(stored.c.source_id == source_id)
        .order_by(stored.c.id)
    )
    cells = _columns(connection, query, columns) if shape["rows"] else {}
    schema = {"person_id": "str", **SCHEMA[name]} if name == "people" else SCHEMA[name]
    table = {column: _series(cells.get(column, ()), schema[column]) for column in STORED[name]}
    further = _from_json(cells.get("extra", ()), shape["extra"])
    frame = pd.DataFrame({**table, **further})
    return frame.set_index("person_id") if name == "people" else frame


def _columns(
    connection: Connection, query: sql.Select[Any], columns: Sequence[str]
) -> dict[str, Sequence[Any]]:
    """Read the cells of a table column by column."""
    cursor = connection.connection.cursor()  # its rows are plain tuples, twice as quick to read
    try:
        compiled = query.compile(connection.engine)
        values = [compiled.params[name] for name in compiled.positiontup or ()]
        cursor.execute(str(compiled), values)
        return dict(zip(columns, zip(*cursor.fetchall(), strict=True), strict=True))
    finally:
        cursor.close()


def _plain(values: pd.Series) -> list[Any]:
    """Give the cells as what SQLite keeps: whole numbers, numbers, texts, None."""
    if values.dtype.kind == "M":
        seconds = values.astype("datetime64[s]").astype("int64").astype("object")
        return seconds.where(values.notna(), None).tolist()
    if values.dtype == bool:
        return values.astype("int64").tolist()
    cells = values.astype("object")
    plain = cells.where(values.notna(), None).tolist() if values.hasnans else cells.tolist()
    return _encodable(plain) if values.dtype == "str" else plain


def _encodable(texts: list[str | None]) -> list[str | None]:
    """Mark what is half a letter: no file can hold it."""
    try:
        "".join(text for text in texts if text).encode()
    except UnicodeEncodeError:
        return [text and text.encode("utf-8", "replace").decode() for text in texts]
    return texts


def _series(cells: Sequence[Any], dtype: str) -> pd.Series:
    """Make a column of cells that `_plain` gave."""
    column: pd.Series = pd.Series(cells, dtype="object")
    if dtype.startswith("datetime64"):
        whole = column.astype("Int64").to_numpy(dtype="int64", na_value=np.iinfo("int64").min)
        column = pd.Series(whole.view("datetime64[s]"))
    elif dtype == "bool":
        column = column.where(column.notna(), 0).astype("int64")
    elif dtype == "float64":
        column = column.astype("Float64")  # which takes None for a missing number
    return column.astype(cast("Any", dtype))


def _as_json(table: pd.DataFrame, columns: Sequence[str]) -> list[str | None]:
    """Write further columns row by row as JSON, without what is missing."""
    if not columns or table.empty:
        return [None] * len(table)
    names = [str(column) for column in columns]
    cells = [_plain(table[column]) for column in columns]
    return [
        json.dumps(
            {n: cell for n, cell in zip(names, row, strict=True) if cell is not None},
            ensure_ascii=False,
        )
        for row in zip(*cells, strict=True)
    ]


def _from_json(texts: Sequence[str | None], dtypes: Mapping[str, str]) -> dict[str, pd.Series]:
    if not dtypes:
        return {}
    rows = json.loads(f"[{','.join(text or '{}' for text in texts)}]")
    return {
        column: _series([row.get(column) for row in rows], dtype)
        for column, dtype in dtypes.items()
    }


def _add_to(
    digest: hashlib.blake2b,
    name: str,
    columns: Sequence[str],
    cells: Sequence[list[Any]],
    extra: list[str | None],
) -> None:
    digest.update(name.encode())
    for column, values in zip(columns, cells, strict=True):
        if column not in _NOT_CONTENT:
            digest.update(repr(values).encode("utf-8", "replace"))
    if name != "introductions":  # there, it holds the name of the file
        digest.update(repr(extra).encode("utf-8", "replace"))
