"""The user's word on which column is what, where the headers alone do not tell it."""

from __future__ import annotations

import re
import shlex
from collections.abc import Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import TYPE_CHECKING, NamedTuple

from netgraph.errors import ImportFormatError, UnknownNameError
from netgraph.importers._register import IMPORTERS, header_key
from netgraph.importers._table import Header, Row, first_rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from netgraph.importers._register import Importer
    from netgraph.importers._text import Document

Columns = str | Mapping[str, str] | Mapping[str, int] | Mapping[str, str | int]
"""``"given=Vorname,family=2"``, or the same as a mapping: role -> header, number or letter."""

_LETTERS = re.compile(r"[A-Z]{1,2}$")
_FORM = "Write role=header, parted by commas: given=Vorname,family=Nachname"
_SHOWN = 30
"""So many headers of a file are listed in a message."""
_LEAST, _LONGEST = 2, 60
"""A table has so many columns and rows at least, and no header longer than this."""


class _Miss(NamedTuple):
    """A table that does not have what the user named, and why not."""

    file: str
    reason: str
    cells: tuple[str, ...]


@dataclass
class NamedColumns:
    """What the user said about columns, and what came of it file by file.

    Attributes
    ----------
    places
        Role -> the header's text, or the column's number (from 1).
    met
        Whether it fitted some table so far.
    missed
        The tables that it did not fit.
    """

    places: dict[str, str | int]
    met: bool = False
    missed: list[_Miss] = field(default_factory=list)

    def overrule(
        self,
        document: Document,
        found: Header | None,
        importers: Sequence[Importer],
        *,
        given: bool,
    ) -> Header | None:
        """Give the header as the user reads it; as it was found where this is not meant.

        Parameters
        ----------
        document, found
            A table, and the header that was found in it, if one was.
        importers
            The formats that may be read.
        given
            Whether the user named this very file; only such a one is read
            without a header row.
        """
        if not self.places:
            return found
        headers = [place for place in self.places.values() if isinstance(place, str)]
        words = [header for header in headers if not _LETTERS.match(header)]
        rows = list(_rows_with(document, headers, found)) if headers else []
        if words:
            rows += _rows_with(document, words, found)
        elif found or given:
            rows += _by_number(document, found)
        for row in rows:
            placed = _placed(self.places, row.cells)
            header = _read_as(row, placed, found, importers) if placed else None
            if header is not None:
                self.met = True
                return header
        self._miss(document, found, headers)
        return found

    def check(self) -> None:
        """Refuse what the user said if it fitted no table.

        Raises
        ------
        ImportFormatError
            With the first table that was tried, and the headers that it has.
        """
        if not self.places or self.met:
            return
        remedy = f"The roles are {_role_lists()}"
        if not self.missed:
            raise ImportFormatError(
                "`columns` is for tables (CSV, XLSX), and none was given", remedy=remedy
            )
        miss = self.missed[0]
        shown = [cell for cell in miss.cells if cell.strip()][:_SHOWN]
        there = f"Its columns are: {', '.join(shown)}. " if shown else ""
        raise ImportFormatError(miss.reason, file=miss.file, remedy=f"{there}{remedy}")

    def _miss(self, document: Document, found: Header | None, headers: list[str]) -> None:
        cells = found.cells if found else _widest(document).cells
        absent = [h for h in headers if _place_of(h, cells) is None]
        numbers = [n for n in self.places.values() if isinstance(n, int) and n > len(cells)]
        if absent:
            names = ", ".join(repr(header) for header in absent)
            reason = f"it has no column {names}"
        elif numbers:
            reason = f"it has no column {numbers[0]}, for its rows have {len(cells)} cells"
        elif found:
            roles = ", ".join(self.places)
            reason = f"it is read as {found.importer.name}, which knows no columns for: {roles}"
        else:
            reason = f"columns for {', '.join(self.places)} alone tell of nobody"
        self.missed.append(_Miss(document.file, reason, cells))


def read_columns(columns: Columns | None) -> NamedColumns:
    """Read what the user says about columns.

    Parameters
    ----------
    columns
        A mapping, or its text form ``role=header,role=header``.

    Raises
    ------
    UnknownNameError
        If there is no such role, or the text is not of that form.

    Examples
    --------
    >>> read_columns("given=Vorname, email=3").places
    {'given': 'Vorname', 'email': 3}
    """
    if columns is not None and not isinstance(columns, str | Mapping):
        raise UnknownNameError(f"`columns` is {columns!r}, which names no role", remedy=_FORM)
    pairs = _pairs(columns) if isinstance(columns, str) else list((columns or {}).items())
    known = {role for importer in IMPORTERS.values() for role in importer.columns}
    places: dict[str, str | int] = {}
    for given, place in pairs:
        role = str(given).strip().casefold()
        if role not in known:
            near = get_close_matches(role, sorted(known), n=1)
            perhaps = f"Perhaps you mean {near[0]!r}. " if near else ""
            raise UnknownNameError(
                f"no column plays the role {str(given).strip()!r}",
                remedy=f"{perhaps}The roles are {_role_lists()}",
            )
        if role in places:
            raise UnknownNameError(f"`columns` names the role {role!r} twice", remedy=_FORM)
        places[role] = _read_place(place, role)
    return NamedColumns(places)


def advise(document: Document) -> str | None:
    r"""Tell how to say which column of a table is what; None where the text is no table.

    Parameters
    ----------
    document
        A text whose columns no importer knows.

    Examples
    --------
    >>> from netgraph.importers._text import Document
    >>> advise(Document("a.csv", "Rufname,Sippe\nAda,Example\n", "utf-8")).partition("; the")[0]
    'Its columns: Rufname, Sippe. Say which is which: netgraph import a.csv --columns
     given=Rufname,... or columns= in Python'
    """
    row = _widest(document)
    headers = [cell.strip() for cell in row.cells]
    alike = [r for r in first_rows(document) if r.delimiter == row.delimiter]
    rows = sum(len(other.cells) == len(headers) for other in alike)
    short = all(0 < len(header) <= _LONGEST for header in headers)
    if not short or min(len(headers), rows) < _LEAST:
        return None
    more = ", ..." if len(headers) > _SHOWN else ""
    option = shlex.quote(f"given={headers[0]},...")
    return (
        f"Its columns: {', '.join(headers[:_SHOWN])}{more}. Say which is which: netgraph import "
        f"{shlex.quote(document.file)} --columns {option} or columns= in Python; the roles are "
        f"{_role_lists()}"
    )


def _pairs(text: str) -> list[tuple[str, str]]:
    parts = [part for part in re.split(r"[,;](?=[^,;=]*=)", text) if part.strip(" ,;")]
    for part in parts:
        if "=" not in part:
            raise UnknownNameError(
                f"`columns` holds {part.strip()!r}, which names no role",
                remedy=_FORM,
            )
    return [(role, header.strip(" ,;")) for role, _, header in (p.partition("=") for p in parts)]


def _read_place(place: str | int, role: str) -> str | int:
    text = str(place).strip()
    number = int(text) if text.isascii() and text.isdecimal() else None
    if not text or number == 0 or isinstance(place, bool):
        raise UnknownNameError(
            f"`columns` gives the role {role!r} no column",
            remedy="Give the header's text, or the column's number from 1",
        )
    return text if number is None else number


def _role_lists() -> str:
    lists = [
        f"of {importer.name}: {', '.join(importer.columns)}"
        for importer in IMPORTERS.values()
        if importer.named and not importer.name.partition(".")[2]
    ]
    return "; ".join(lists)


def _rows_with(document: Document, words: list[str], found: Header | None) -> Iterator[Row]:
    """Find the rows that hold all the headers that the user names; first the header found."""
    own = [Row(found.delimiter, found.row, found.cells, found.line)] if found else []
    for row in (*own, *first_rows(document)):
        if all(_literal(word, row.cells) is not None for word in words):
            yield row


def _by_number(document: Document, found: Header | None) -> Iterator[Row]:
    """Give the header that was found; else read the table as one without a header."""
    if found:
        yield Row(found.delimiter, found.row, found.cells, found.line)
    else:
        widest = _widest(document)
        cells = tuple(f"column {i + 1}" for i in range(len(widest.cells)))
        yield Row(widest.delimiter, 0, cells)


def _widest(document: Document) -> Row:
    """Find the row, among the first ten, that has the most cells."""
    return max(first_rows(document), key=lambda row: len(row.cells), default=Row(",", 0, ()))


def _placed(places: Mapping[str, str | int], cells: tuple[str, ...]) -> dict[str, int] | None:
    """Find the columns that the user means; None if one of them is not there."""
    placed: dict[str, int] = {}
    for role, told in places.items():
        place = told - 1 if isinstance(told, int) else _place_of(told, cells)
        if place is None or place >= len(cells):
            return None
        placed[role] = place
    return placed


def _place_of(header: str, cells: tuple[str, ...]) -> int | None:
    """Find a header, or the column that has it as its letter."""
    place = _literal(header, cells)
    if place is None and _LETTERS.match(header):
        place = -1
        for letter in header:
            place = 26 * (place + 1) + ord(letter) - ord("A")
    return place if place is not None and place < len(cells) else None


def _literal(header: str, cells: tuple[str, ...]) -> int | None:
    """Find a header as it is written, or by its letters and digits."""
    texts = [cell.strip() for cell in cells]
    if header in texts:
        return texts.index(header)
    key = header_key(header)
    keys = [header_key(text) for text in texts]
    return keys.index(key) if key and key in keys else None


def _read_as(
    row: Row, placed: dict[str, int], found: Header | None, importers: Sequence[Importer]
) -> Header | None:
    """Choose the format in which all the roles are known: the one that was found first."""

    def header(importer: Importer) -> Header:
        return Header(importer, *row[:3], placed, row.line)

    alone = len(importers) == 1
    own = found.importer if found and found.row == row.number else None
    if own and placed.keys() <= own.columns.keys():
        return header(own)
    if own and not own.named and not alone:
        return None
    headers = [
        header(importer)
        for importer in importers
        if (importer.named or alone) and placed.keys() <= importer.columns.keys()
    ]
    whole = (h for h in headers if any(need <= h.roles().keys() for need in h.importer.needs))
    told = (h for h in headers if any(need <= placed.keys() for need in h.importer.named))
    return next(whole, None) or next(told, None)
