"""Tables and answers on the terminal."""

from __future__ import annotations

import json
import sys
from numbers import Integral
from typing import TYPE_CHECKING, Any

import netgraph as ng

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable

    import pandas as pd
    from rich.console import Console
    from rich.table import Table

_CONTROL = dict.fromkeys([*range(32), *range(127, 160)], " ")

_WHOLE = ("person_id",)
"""Columns to copy from: a cell of theirs is never broken into two lines."""
_BELOW = "(below)"


def console(*, errors: bool = False) -> Console:
    """Give the terminal: the output, or the error stream."""
    from rich.console import Console  # noqa: PLC0415 - `--help` stays quick

    return Console(stderr=errors, highlight=False, markup=False, emoji=False, soft_wrap=False)


def as_records(table: pd.DataFrame) -> list[dict[str, Any]]:
    """Give the rows of a table as plain dicts, for JSON; unknown is None, a day is text."""
    named = table if table.index.name is None else table.reset_index()
    rows: list[dict[str, Any]] = json.loads(
        named.to_json(orient="records", date_format="iso", date_unit="s")
    )
    return rows


def print_json(data: object) -> None:
    """Print JSON with the letters as they are."""
    print(json.dumps(data, ensure_ascii=False, indent=1))


def print_table(table: pd.DataFrame, columns: dict[str, str], *, title: str = "") -> None:
    """Print some columns of a table under headers of their own.

    Parameters
    ----------
    table
        What to print; a column that it has not is left out.
    columns
        Column -> header.
    title
        What stands above.
    """
    from rich.table import Table  # noqa: PLC0415 - as above

    shown = {column: header for column, header in columns.items() if column in table}
    long = _too_long(table, list(shown))
    printed: Table = Table(title=title or None, title_justify="left")
    for column, header in shown.items():
        number = table[column].dtype.kind in "iuf"
        printed.add_column(
            header,
            justify="right" if number else "left",
            overflow="fold",
            no_wrap=column in _WHOLE,
        )
    for row in table[list(shown)].itertuples(index=False, name=None):
        texts = [as_text(cell) for cell in row]
        printed.add_row(*(_BELOW if text in long else text for text in texts))
    console().print(printed)
    for cell, of in long.items():
        console().print(f"{of}: {cell}", soft_wrap=True)  # the terminal may break it, we do not


def _too_long(table: pd.DataFrame, columns: list[str]) -> dict[str, str]:
    """Find what is to copy and too long for half of the terminal, and whose it is."""
    half = console().width // 2
    return {
        cell: as_text(row[0]) or "(no name)"
        for row in table[columns].itertuples(index=False, name=None)
        for column, value in zip(columns, row, strict=True)
        if column in _WHOLE and len(cell := as_text(value)) > half
    }


def as_text(cell: object) -> str:
    """Write a cell for the terminal: unknown is empty, and no sign steers the terminal."""
    import pandas as pd  # noqa: PLC0415 - as above

    if cell is None or cell is pd.NA or cell is pd.NaT or cell != cell:  # noqa: PLR0124 - NaN
        return ""
    if isinstance(cell, pd.Timestamp):
        whole_day = cell == cell.normalize()
        return cell.strftime("%Y-%m-%d" if whole_day else "%Y-%m-%d %H:%M")
    if isinstance(cell, Integral):
        return f"{int(cell):,}"
    return str(cell).translate(_CONTROL)


def as_day(moment: pd.Timestamp) -> str | None:
    """Write a day, as JSON has it; None where nothing has a date."""
    import pandas as pd  # noqa: PLC0415 - as above

    return None if pd.isna(moment) else f"{moment:%Y-%m-%d}"


def print_as_of(moment: pd.Timestamp) -> None:
    """Say from which day days are counted, where one is known."""
    if day := as_day(moment):
        print(f"As of {day}, the last day of which the files tell.")


def print_told(
    table: pd.DataFrame,
    told: Callable[[dict[Hashable, Any]], Iterable[str]],
    *,
    most: int,
    again: str,
) -> None:
    """Print the first rows as numbered paragraphs, and how to see the others.

    Parameters
    ----------
    table
        What to print.
    told
        Gives the lines for a row.
    most
        How many rows at most.
    again
        The command that shows more, without its number.
    """
    for place, row in enumerate(table.head(most).to_dict("records"), start=1):
        head, *lines = told(row)
        print(f"\n{place}. {head}")
        for line in lines:
            print(f"   {line}")
    left = len(table) - most
    if left > 0:
        print(f"\nand {number_of(left, 'more', 'more')}: {again} --limit {len(table)}")


def at_work(title: object, company: object) -> str:
    """Write a post.

    Examples
    --------
    >>> at_work("Judge", "Acme"), at_work(None, "Acme"), at_work(None, None)
    ('Judge at Acme', 'at Acme', 'post not known')
    """
    what, where = as_text(title), as_text(company)
    told = [what, f"at {where}" if where else ""]
    return " ".join(filter(None, told)) or "post not known"


def at_terminal() -> bool:
    """Tell whether somebody is there who can be asked."""
    return sys.stdin.isatty()


def confirm(question: str, *words: str) -> None:
    """Ask for one of some words, and go on only if it is given.

    Raises
    ------
    NetgraphError
        If another answer is given, or none.
    """
    wanted = " or ".join(words)
    print(f"{question}\nType {wanted} to go on: ", end="", file=sys.stderr, flush=True)
    answer = sys.stdin.readline()
    if not (at_terminal() and answer.endswith("\n")):
        print(file=sys.stderr)  # no key ended the line of the question
    if answer.strip().casefold() not in words:
        raise ng.NetgraphError("nothing was changed", remedy=f"Type {wanted}, or give --yes")


def number_of(count: int, one: str, several: str = "") -> str:
    """Write a number with its noun.

    Examples
    --------
    >>> number_of(1, "person", "people"), number_of(1200, "file")
    ('1 person', '1,200 files')
    """
    return f"{count:,} {one if count == 1 else several or one + 's'}"
