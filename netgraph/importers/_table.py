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
from netgraph.importers._register import header_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from netgraph.importers._register import Importer
    from netgraph.importers._text import Document

PADDING = "the row is empty"
_UNCLOSED = "a quotation mark opens here that never closes"
_HEADER_AGAIN = "the header stands here again"
_FIRST_ROWS, _HEAD = 10, 2**16
"""A header stands among the first rows, and within so many characters."""
_DELIMITERS = ",;\t"
_WIDE = 4
"""From so many columns on, a lone cell that holds them all is a record in quotes."""
_NUMBER = re.compile(r"[-+]?[\d.,]*(e[-+]?\d+)?$", re.IGNORECASE)
_LARGEST_CELL = 2**30
_MOST_UNCLOSED = 50


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
    """A row that may be a header: what parts it, its number, its cells."""

    delimiter: str
    number: int
    cells: tuple[str, ...]


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
    """

    importer: Importer
    delimiter: str
    row: int
    cells: tuple[str, ...]
    named: Mapping[str, int] = field(default_factory=dict)

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
                best = score, Header(importer, row.delimiter, row.number, row.cells)
    return best[1] if best else None


def first_rows(document: Document) -> Iterator[Row]:
    """Give the first ten rows, parted by each delimiter."""
    for delimiter in _DELIMITERS:
        for row, record in islice(_numbered(document.text[:_HEAD], delimiter, {}), _FIRST_ROWS):
            yield Row(delimiter, row, tuple(_unwrapped(record, delimiter)))


def is_matrix(document: Document) -> bool:
    """Tell a table of nothing but numbers, perhaps with names above and at the left."""
    for delimiter in _DELIMITERS:
        head = islice(_numbered(document.text[:_HEAD], delimiter, {}), _FIRST_ROWS)
        rows = [cells[1:] for _, cells in head][1:]
        cells = [cell.strip() for row in rows for cell in row]
        if any(cells) and len(cells) > 1 and all(_NUMBER.match(cell) for cell in cells):
            return True
    return False


def read_table(document: Document, header: Header) -> Table:
    """Read the rows below a header, and keep account of those that are no records."""
    width = len(header.cells)
    told = set(header.named.values())
    named = [place for place, key in enumerate(header.keys) if key or place in told]
    index_column = len(named) < width
    delimiter, again = header.delimiter, list(header.cells)
    rows: list[int] = []
    records: list[list[str]] = []
    refused: dict[int, str] = {}
    unwrapped = 0
    for row, found in _numbered(document.text, delimiter, refused):
        if row <= header.row:
            continue
        record = found
        if len(found) != width or (delimiter in found[0] and not any(found[1:])):
            whole = _unwrapped(found, delimiter)
            if len(found) != width or (len(whole) == width and width >= _WIDE):
                unwrapped += whole is not found
                record = _fitted(whole, width)
        if len(record) > width:
            refused[row] = f"it has {len(record)} cells, the header {width}"
        elif not any(map(str.strip, _pick(record, named) if index_column else record)):
            refused[row] = PADDING
        elif record == again:
            refused[row] = _HEADER_AGAIN
        else:
            rows.append(row)
            records.append(record)
    refused = {row: reason for row, reason in refused.items() if row > header.row}
    roles = header.roles()
    extras = _extras(header.cells, set(roles.values()))
    columns = list(zip(*records, strict=True)) if records else []
    places = {**roles, **extras}
    texts = {
        name: [cell.strip() for cell in columns[place]] if records else []
        for name, place in places.items()
    }
    cells = pd.DataFrame(texts, index=pd.Index(rows, dtype="int64", name="row"), dtype="object")
    warnings: tuple[str, ...] = (
        (f"{unwrapped} records stood inside one quoted cell",) if unwrapped else ()
    )
    if not header.row:
        warnings += ("it has no header row: the columns are taken by their numbers",)
    if not rows:
        warnings += ("there are no rows below the header",)
    return Table(document, header.importer, cells, tuple(extras), refused, warnings)


def _extras(header: tuple[str, ...], taken: set[int]) -> dict[str, int]:
    """Name the columns that no role claims, without clashing with our own columns."""
    extras: dict[str, int] = {}
    for place, label in enumerate(header):
        name = label.strip()
        clash = name in extras or name.casefold() in SCHEMA["people"]
        if place not in taken and header_key(name) and not clash:
            extras[name] = place
    return extras


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


def _numbered(
    text: str, delimiter: str, refused: dict[int, str]
) -> Iterator[tuple[int, list[str]]]:
    """Read all records with their row numbers.

    A quotation mark that never closes would swallow the rest of the file: its
    line is refused, and reading goes on behind it.
    """
    csv.field_size_limit(max(csv.field_size_limit(), _LARGEST_CELL))
    lines = list(io.StringIO(text, newline=""))
    row = start = 0
    for _ in range(_MOST_UNCLOSED):
        reader = csv.reader(lines[start:], delimiter=delimiter)
        last: list[str] | None = None
        last_line = next_line = 0
        for record in reader:
            if last is not None:
                yield row, last
            row, last = row + 1, record
            last_line, next_line = next_line, reader.line_num
        if last is None:
            return
        if _is_closed(lines[start + last_line :], delimiter):
            yield row, last
            return
        refused[row] = _UNCLOSED
        start += last_line + 1


def _is_closed(lines: list[str], delimiter: str) -> bool:
    try:
        list(csv.reader(lines, delimiter=delimiter, strict=True))
    except csv.Error as error:
        return "end of data" not in str(error)
    return True
