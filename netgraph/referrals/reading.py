"""A list of companies: names, a column of a table, or a CSV file."""

from __future__ import annotations

import csv
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd

from netgraph.errors import ImportFormatError
from netgraph.identity import company_key

if TYPE_CHECKING:
    from collections.abc import Iterable

HEADERS = frozenset(
    (
        *("company", "companies", "company name", "employer", "organisation", "organization"),
        *("account", "account name", "target", "target company", "firm", "name"),
        *("unternehmen", "firma", "arbeitgeber", "empresa", "entreprise", "société", "azienda"),
        *("bedrijf", "werkgever", "företag", "firmy", "компания", "会社", "公司"),
    )
)
"""What the column of companies may be called, in small letters."""

_SEPARATORS = ",;\t|"
_ENCODINGS = ("utf-8-sig", "cp1252", "latin-1")


def read_companies(
    companies: pd.DataFrame | Iterable[str] | str | Path | bytes,
) -> tuple[list[str], int]:
    """Read a list of companies.

    Parameters
    ----------
    companies
        Names; a table with a column of names (see `HEADERS`; where none is called
        so, the first one); or the path of a CSV file, with or without a header, or
        what stands in such a file.

    Returns
    -------
    tuple of list and int
        The names in their order, each company once; and how many rows were left
        out because they are empty or a spelling of one above.

    Raises
    ------
    ImportFormatError
        If there is no such file, it is no text, or nothing is named.

    Examples
    --------
    >>> read_companies(["Acme Inc.", "", "ACME", "Epic"])
    (['Acme Inc.', 'Epic'], 2)
    """
    file = str(companies) if isinstance(companies, str | Path) else None
    if isinstance(companies, str | Path):
        cells = _read_file(_content(Path(companies)), file)
    elif isinstance(companies, bytes):
        cells = _read_file(companies, None)
    elif isinstance(companies, pd.DataFrame):
        cells = _column(companies)
    else:
        cells = list(companies)
    names: dict[str, str] = {}
    for cell in cells:
        name = " ".join(cell.split()) if isinstance(cell, str) else ""
        if name:
            names.setdefault(company_key(name) or name.casefold(), name)
    if not names:
        raise ImportFormatError(
            "no company is named", file=file, remedy="Give a list with a company in each row"
        )
    return list(names.values()), len(cells) - len(names)


def _column(table: pd.DataFrame) -> list[object]:
    if not len(table.columns):
        return []
    called = [str(column).strip().casefold() in HEADERS for column in table.columns]
    return list(table.iloc[:, called.index(True) if any(called) else 0])


def _read_file(content: bytes, file: str | None) -> list[object]:
    rows = _rows(_text(content, file))
    if not rows:
        return []
    called = [cell.strip().casefold() in HEADERS for cell in rows[0]]
    place = called.index(True) if any(called) else 0
    if not any(called) and len(rows[0]) > 1:
        raise ImportFormatError(
            f"no column is called company: {', '.join(rows[0])}",
            file=file,
            remedy="Call the column with the names 'company'",
        )
    return [row[place] if place < len(row) else "" for row in rows[any(called) :]]


def _rows(text: str) -> list[list[str]]:
    head = text.partition("\n")[0]
    separator = max(_SEPARATORS, key=head.count)
    separator = separator if head.count(separator) else "\x1f"  # a comma in a name parts nothing
    read = csv.reader(StringIO(text, newline=""), delimiter=separator)
    return [row for row in read if any(cell.strip() for cell in row)]


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise ImportFormatError(
            f"it cannot be read: {error.strerror or error}",
            file=str(path),
            remedy="Give the path of a CSV file, or a list of names: ['Acme', 'Beta']",
        ) from error


def _text(content: bytes, file: str | None) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", errors="replace")
    if b"\0" in content[:4096]:
        raise ImportFormatError("it is no text", file=file, remedy="Save the list as CSV (UTF-8)")
    for encoding in _ENCODINGS:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise AssertionError  # latin-1 reads every byte
