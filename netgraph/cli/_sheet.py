"""A table written to a file, for a spreadsheet."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import netgraph as ng
from netgraph.cli._printing import number_of

if TYPE_CHECKING:
    import pandas as pd


def write_sheet(table: pd.DataFrame, path: str, one: str = "row", many: str = "") -> None:
    """Write a table as CSV, tuples as lists of words; say how many rows, which may have a name.

    Raises
    ------
    ExportError
        If it cannot be written there.
    """
    plain = table.copy()
    for column in plain.columns[plain.dtypes.map(str) == "object"]:
        plain[column] = [
            "; ".join(map(str, cell)) if isinstance(cell, tuple) else cell for cell in plain[column]
        ]
    try:
        ng.escape_formulas(plain).to_csv(Path(path), index=False, encoding="utf-8-sig")
    except OSError as error:
        raise ng.ExportError(
            f"it cannot be written: {error.strerror or error}",
            file=path,
            remedy="Name another place, or close the program that has it open",
        ) from error
    print(f"netgraph: {number_of(len(table), one, many)} written to {path}", file=sys.stderr)
