"""The account of a file: rows in = rows kept + rows rejected, each with its reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from netgraph.importers._dates import counted
from netgraph.importers._numbers import number
from netgraph.importers._table import PADDING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from netgraph.importers._table import Table

ANONYMOUS = "a private or deleted member: the row names nobody"
DUPLICATE = "the same row stands further up"


def no_faults(table: Table) -> pd.Series:
    """Begin an account in which every row is sound: row number -> reason, "" for none."""
    return pd.Series("", index=table.cells.index, dtype="object")


def mark(faults: pd.Series, where: pd.Series, reason: str) -> pd.Series:
    """Note a reason at the rows `where`, unless they carry one already."""
    return faults.mask(where & (faults == ""), reason)


def hash_rows(table: Table, roles: Iterable[str]) -> pd.Series:
    """Give each row a number by which the same row is known in another file."""
    columns = (table.text(role).tolist() for role in roles)
    numbers = map(number, zip(*columns, strict=True))
    return pd.Series(numbers, index=table.cells.index, dtype="int64")


def account(
    table: Table, faults: pd.Series | None = None, warnings: Iterable[str] = ()
) -> dict[str, pd.DataFrame]:
    """Close the account of a table.

    Parameters
    ----------
    table
        The table; rows that it refused itself are added.
    faults
        Row number -> reason, "" for the rows that were kept.
    warnings
        What the user should know; empty texts are left out.

    Returns
    -------
    dict of str to pandas.DataFrame
        The tables ``rejected`` and ``files`` of `Contacts`.
    """
    faults = no_faults(table) if faults is None else faults
    reasons = faults[faults != ""]
    refused = pd.Series(table.refused, dtype="object")
    rejected = pd.concat([reasons, refused]).sort_index()
    anonymous = int((rejected == ANONYMOUS).sum())
    texts = [*table.document.warnings, *table.warnings, *warnings]
    if anonymous:
        texts.append(f"{counted(anonymous, 'row')} of private or deleted members")
    return {
        "rejected": pd.DataFrame(
            {
                "source": table.importer.name,
                "file": table.file,
                "row": rejected.index.astype("int64"),
                "reason": rejected.to_numpy(),
            }
        ),
        "files": file_row(
            table.file,
            format=table.importer.name,
            encoding=table.document.encoding,
            kept=int((faults == "").sum()),
            anonymous=anonymous,
            padding=int((rejected == PADDING).sum()),
            duplicates=int((rejected == DUPLICATE).sum()),
            rejected=len(rejected),
            warnings=texts,
        ),
    }


def file_row(  # noqa: PLR0913 - the columns of a row, all but the first by keyword
    file: str,
    *,
    format: str,  # noqa: A002 - the column's name
    encoding: str = "",
    kept: int = 0,
    anonymous: int = 0,
    padding: int = 0,
    duplicates: int = 0,
    rejected: int = 0,
    warnings: Iterable[str] = (),
) -> pd.DataFrame:
    """Make one row of the table ``files``."""
    return pd.DataFrame(
        {
            "file": [file],
            "format": [format],
            "encoding": [encoding],
            "rows": [kept + rejected],
            "kept": [kept],
            "anonymous": [anonymous],
            "padding": [padding],
            "duplicates": [duplicates],
            "rejected": [rejected],
            "warnings": ["; ".join(dict.fromkeys(text for text in warnings if text))],
        }
    )
