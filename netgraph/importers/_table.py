"""CSV as it really is: notes above the header, three delimiters, broken and empty rows."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

import pandas as pd

from netgraph.contacts import SCHEMA
from netgraph.errors import ImportFormatError
from netgraph.importers._records import Records
from netgraph.importers._register import header_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from netgraph.importers._register import Importer
    from netgraph.importers._text import Document

PADDING = "the row is empty"
_HEADER_AGAIN = "the header stands here again"
_FIRST_ROWS, _HEAD = 10, 2**16
"""A header stands among the first rows, and within so many characters."""
_DELIMITERS = ",;\t"
_WIDE = 4
"""From so many columns on, a lone cell that holds them all is a record in quotes."""
_NUMBER = re.compile(r"[-+]?[\d.,]*(e[-+]?\d+)?$", re.IGNORECASE)
LONGEST_CELL = 2**20
"""A cell of more characters is no name, no note and no message."""
MOST_COLUMNS = 4096
"""Outlook writes 92 columns, large address books some hundred."""
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
"""Signs that no text holds, and that neither XML nor a terminal takes."""


@dataclass(frozen=True)
class Table:
    """The rows of one CSV file, columns named by the role they play.

    Attributes
    ----------
    document, importer
        Where it comes from and how it is read.
    cells
        A column per role, then the columns that no role claims under their own
        headers; text only, blanks trimmed, "" where a cell is empty. The index is the row
        number in the file, as a spreadsheet counts, header and notes included.
    extras
        The headers of the columns that no role claims.
    refused
        Row number -> reason, for rows that are no records at all.
    warnings
        What the user should know about the reading.
    """

    document: Document
    importer: Importer
    cells: pd.DataFrame
    extras: tuple[str, ...] = ()
    refused: dict[int, str] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()

    @property
    def file(self) -> str:
        """What the user calls the file."""
        return self.document.file

    def text(self, role: str) -> pd.Series:
        """Give a column; all "" if the file has no such column."""
        if role not in self.cells:
            return pd.Series("", index=self.cells.index, dtype="object")
        return self.cells[role]

    def has(self, role: str) -> bool:
        """Tell whether the file has a column of this role."""
        return role in self.cells


class Row(NamedTuple):
    """A row that may be a header: what parts it, its number, its cells, the line it begins on."""

    delimiter: str
    number: int
    cells: tuple[str, ...]
    line: int = 0


@dataclass(frozen=True)
class Header:
    """Where a header stands, and what its columns are.

    Attributes
    ----------
    importer, delimiter
        The format, and what parts the cells.
    row, cells
        The row number (0 where the file has no header row), and its cells.
    named
        Role -> column (from 0), where the user said so.
    line
        The line of the text (from 0) on which the row begins.
    """

    importer: Importer
    delimiter: str
    row: int
    cells: tuple[str, ...]
    named: Mapping[str, int] = field(default_factory=dict)
    line: int = 0

    @property
    def keys(self) -> tuple[str, ...]:
        """The cells in the form in which headers are compared."""
        return tuple(header_key(cell) for cell in self.cells)

    def roles(self) -> dict[str, int]:
        """Find which role stands in which column; the user's word comes first."""
        taken = set(self.named.values())
        told = self.importer.roles(self.keys)
        rest = {r: p for r, p in told.items() if r not in self.named and p not in taken}
        return {**self.named, **rest}


def find_header(document: Document, importers: Iterable[Importer]) -> Header | None:
    """Find the row, among the first ten, that is the header of a known format.

    Notes stand above the header in some exports and not in others, and people
    re-save files with other delimiters; so every row is tried with each, and
    the one that fits best wins. None if there is none.
    """
    importers = [i for i in importers if i.columns or i.only_named]
    special = [i for i in importers if not i.last_resort]
    return _best_header(document, special) or _best_header(
        document, [i for i in importers if i.last_resort]
    )


def _best_header(document: Document, importers: list[Importer]) -> Header | None:
    best: tuple[tuple[bool, int], Header] | None = None
    for row in first_rows(document):
        keys = tuple(header_key(cell) for cell in row.cells)
        for importer in importers:
            score = importer.fits(keys, document.file)
            if score is not None and (best is None or score > best[0]):
                best = score, Header(importer, *row[:3], line=row.line)
    return best[1] if best else None


def first_rows(document: Document) -> Iterator[Row]:
    """Give the first ten rows, parted by each delimiter."""
    for delimiter in _DELIMITERS:
        for record in islice(Records(document.text[:_HEAD], delimiter).read(), _FIRST_ROWS):
            cells = tuple(_unwrapped(record.cells, delimiter))
            yield Row(delimiter, record.row, cells, record.line)


def is_matrix(document: Document) -> bool:
    """Tell a table of nothing but numbers, perhaps with names above and at the left."""
    for delimiter in _DELIMITERS:
        head = islice(Records(document.text[:_HEAD], delimiter).read(), _FIRST_ROWS)
        rows = [record.cells[1:] for record in head][1:]
        cells = [cell.strip() for row in rows for cell in row]
        if any(cells) and len(cells) > 1 and all(_NUMBER.match(cell) for cell in cells):
            return True
    return False


def read_table(document: Document, header: Header) -> Table:
    """Read the rows below a header, and keep account of those that are no records."""
    records, refused, unwrapped = _read_records(document, header)
    roles = header.roles()
    extras = _extras(header, set(roles.values()))
    columns = list(zip(*records.values(), strict=True))
    trim = _trim_bare if _CONTROL.search(document.text) else str.strip
    texts = {
        name: [trim(cell) for cell in columns[place]] if records else []
        for name, place in {**roles, **extras}.items()
    }
    rows = pd.Index(list(records), dtype="int64", name="row")
    warnings = [
        f"{unwrapped} records stood inside one quoted cell" if unwrapped else "",
        "" if header.row else "it has no header row: the columns are taken by their numbers",
        "" if records else "there are no rows below the header",
    ]
    return Table(
        document,
        header.importer,
        pd.DataFrame(texts, index=rows, dtype="object"),
        tuple(extras),
        refused,
        tuple(filter(None, warnings)),
    )


def _read_records(
    document: Document, header: Header
) -> tuple[dict[int, list[str]], dict[int, str], int]:
    """Read the rows below the header, each as wide as it.

    Also which were refused, and how many had to be unwrapped.
    """
    width, told = len(header.cells), set(header.named.values())
    named = [place for place, key in enumerate(header.keys) if key or place in told]
    index_column = len(named) < width
    delimiter, again = header.delimiter, list(header.cells)
    above = max(header.row - 1, 0)
    rows = Records(document.text, delimiter, line=header.line, row=above, width=width)
    refused = rows.refused
    records: dict[int, list[str]] = {}
    known: dict[str, str] = {}  # equal cells are kept once: a few texts stand again and again
    unwrapped = 0
    for row, _, found in rows.read():
        if row == header.row:
            _check_width(document, header, _unwrapped(found, delimiter))
            continue
        record = found
        if len(found) != width or (delimiter in found[0] and not any(found[1:])):
            whole = _unwrapped(found, delimiter)
            if len(found) != width or (len(whole) == width and width >= _WIDE):
                unwrapped += whole is not found
                record = _fitted(whole, width)
        if len(record) > width:
            refused[row] = f"it has {len(record):,} cells, the header {width}"
        elif not any(map(str.strip, _pick(record, named) if index_column else record)):
            refused[row] = PADDING
        elif record == again:
            refused[row] = _HEADER_AGAIN
        else:
            records[row] = [known.setdefault(cell, cell) for cell in record]
    if len(document.text) > LONGEST_CELL:
        _refuse_giants(records, refused)
    return records, refused, unwrapped


def _check_width(document: Document, header: Header, cells: list[str]) -> None:
    """Refuse a header that no program wrote for people."""
    width = max(len(cells), len(header.cells))
    if len(cells) == len(header.cells) <= MOST_COLUMNS:
        return
    raise ImportFormatError(
        f"its header has {width:,} columns, more than can be read",
        file=document.file,
        row=header.row,
        remedy=f"Save it with at most {MOST_COLUMNS:,} columns: the names, addresses and jobs",
    )


def _refuse_giants(records: dict[int, list[str]], refused: dict[int, str]) -> None:
    """Refuse the rows of which a cell is far too long."""
    for row, record in list(records.items()):
        longest = max(map(len, record))
        if longest > LONGEST_CELL:
            refused[row] = f"a cell of it holds {longest:,} characters, more than {LONGEST_CELL:,}"
            del records[row]


def _trim_bare(cell: str) -> str:
    return _CONTROL.sub("", cell).strip()


def _extras(header: Header, taken: set[int]) -> dict[str, int]:
    """Name the columns that no role claims; a name that is one of ours gets a mark."""
    ours = {*SCHEMA["people"], "person_id", *header.importer.columns}
    extras: dict[str, int] = {}
    for place, label in enumerate(header.cells):
        name = _trim_bare(label)
        if place in taken or not header_key(name):
            continue
        name = own_name(name) if name.casefold() in ours else name
        times = sum(other == name or other.startswith(f"{name} (") for other in extras)
        extras[f"{name} ({times + 1})" if name in extras else name] = place
    return extras


def own_name(label: str) -> str:
    """Name a column of the user's that is called like one of ours."""
    return f"{label} (own)"


def _unwrapped(record: list[str], delimiter: str) -> list[str]:
    """Take a record apart that stands, delimiters and all, in one quoted cell."""
    filled = [cell for cell in record if cell.strip()]
    if len(filled) != 1 or delimiter not in filled[0]:
        return record
    inner = csv.reader(io.StringIO(filled[0], newline=""), delimiter=delimiter)
    return next(inner, record)


def _fitted(record: list[str], width: int) -> list[str]:
    """Bring a record to the header's width, unless filled cells stand behind it."""
    if any(cell.strip() for cell in record[width:]):
        return record
    return [*record[:width], *[""] * (width - len(record))]


def _pick(record: list[str], places: list[int]) -> list[str]:
    return [record[place] for place in places]
