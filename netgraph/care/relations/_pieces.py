"""Pieces of evidence: what every rule returns, and how they become one table."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

COLUMNS = ("person_id", "relation", "present", "grade", "circle", "evidence")
"""``circle`` is what the two of you share: the key of an organisation, or the relation itself."""

Piece = tuple[str, str, bool | None, str, str, str]


def gather(pieces: Iterable[Piece]) -> pd.DataFrame:
    """Lay pieces of evidence out as a table of `COLUMNS`."""
    return typed(pd.DataFrame(list(pieces), columns=list(COLUMNS)))


def together(tables: Sequence[pd.DataFrame]) -> pd.DataFrame:
    """Put the tables of several rules below each other."""
    filled = [table for table in tables if len(table)]
    if not filled:
        return gather(())
    return typed(pd.concat([typed(table) for table in filled], ignore_index=True))


def typed(table: pd.DataFrame) -> pd.DataFrame:
    """Give the columns their types: text, and a `present` that may be unknown."""
    text = {column: "str" for column in COLUMNS if column != "present"}
    return table[list(COLUMNS)].astype({**text, "present": "boolean"})
