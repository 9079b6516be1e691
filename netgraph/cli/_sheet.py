"""A table written to a file, for a spreadsheet."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import netgraph as ng

if TYPE_CHECKING:
    import argparse

    import pandas as pd


def add_output(parser: argparse.ArgumentParser) -> None:
    """Let a command write its table to a file."""
    parser.add_argument(
        "-o", "--output", metavar="FILE", help="write the table there, as CSV for a spreadsheet"
    )


def write_sheet(table: pd.DataFrame, path: str) -> None:
    """Write a table as CSV; tuples become lists of words.

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
