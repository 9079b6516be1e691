"""Excel workbooks: each sheet becomes a table, once it is known that it does no harm."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from datetime import date, datetime, time
from hashlib import blake2b
from typing import TYPE_CHECKING

from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from netgraph.errors import ImportFormatError
from netgraph.importers._content import DAMAGE, LARGEST_RATIO, RATIO_FROM
from netgraph.importers._dates import counted
from netgraph.importers._text import Document

if TYPE_CHECKING:
    from collections.abc import Iterator

LARGEST_WORKBOOK = 256 * 2**20
"""What a workbook unpacks to, in bytes."""
MOST_CELLS = 8_000_000
"""From the first cell of a sheet to its last; the reader takes memory for each of them."""
MOST_LETTERS = 512 * 2**20
"""All texts of a workbook together, each counted as often as a cell holds it."""
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_ZIP, _COMPOUND = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_PLACE = re.compile(rb"""\br\s*=\s*["']([A-Za-z]{0,3})(\d{1,9})["']""")
_SHARED = re.compile(
    rb"""<(?:\w+:)?c\b[^<>]*\bt\s*=\s*["']s["'][^<>]*>\s*<(?:\w+:)?v>\s*(\d{1,9})\s*<"""
)
_ITEM = re.compile(rb"<(?:\w+:)?si\b")
_NO_VALUE = re.compile(rb"</(?:\w+:)?f>\s*(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v>\s*</|</(?:\w+:)?c>)")
_EXACT = 2.0**53
_AGAIN = "Open it in a spreadsheet program, and save it as XLSX or as CSV UTF-8"
_BOMB = "Do not trust this file; if it is your own, save the sheet as CSV UTF-8"


def is_workbook(data: bytes) -> bool:
    """Tell an XLSX file by its content, whatever it is called; a protected one too."""
    if data.startswith(_COMPOUND):
        return _ENCRYPTED in data
    if not data.startswith(_ZIP):
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as book:
            return any(name.startswith("xl/") for name in book.namelist())
    except DAMAGE:
        return False


def read_sheets(file: str, data: bytes) -> Iterator[Document | ImportFormatError]:
    """Give each sheet that holds anything as the text of a table.

    Dates become ISO texts (``2024-03-05``), whole numbers lose their ``.0``, a
    formula is what it last gave. Row numbers are those of the spreadsheet.

    Parameters
    ----------
    file, data
        What the user calls the workbook, and its bytes.

    Yields
    ------
    Document or ImportFormatError
        ``book.xlsx/Sheet1``: rows as CSV, leading empty ones too. The error of a
        sheet that is damaged; the others are read.

    Raises
    ------
    ImportFormatError
        If it is protected, damaged, or unpacks to far too much.
    """
    if data.startswith(_COMPOUND):
        remedy = "Open it, take the password off, and save it again"
        raise _refusal(file, "the workbook is protected by a password", remedy)
    stale = _check(file, data)
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        sheets = book.sheets_metadata
    except (CalamineError, *DAMAGE):
        raise _refusal(file, "the workbook is damaged", _AGAIN) from None
    for sheet in sheets:
        if sheet.typ != SheetTypeEnum.WorkSheet:
            continue
        name = f"{file}/{sheet.name}"
        try:
            text = _as_csv(book, sheet.name)
        except (CalamineError, *DAMAGE):
            yield _refusal(name, "the sheet is damaged", _AGAIN)
            continue
        hidden = sheet.visible != SheetVisibleEnum.Visible
        warnings = ["the sheet is hidden in the workbook"] if hidden else []
        if stale:
            formulas = counted(stale, "formula")
            warnings.append(
                f"{formulas} of the workbook without a saved result: such cells are empty"
            )
        if text.strip("\n,"):
            yield Document(name, text, "xlsx", tuple(warnings))


def sheet_digest(digest: str, number: int) -> str:
    """Give what tells one sheet of a workbook from all others: that of the file, and its number."""
    return blake2b(f"{digest}/{number}".encode(), digest_size=len(digest) // 2).hexdigest()


def _check(file: str, data: bytes) -> int:
    """Refuse a workbook that would take too much memory; count formulas without a result."""
    lengths: list[int] = []
    uses: list[bytes] = []
    stale = 0
    for name, part in _parts(file, data):
        if b"<!DOCTYPE" in part or b"<!ENTITY" in part or b"\0" in part[:200]:
            raise _refusal(file, "the workbook holds XML that no spreadsheet program writes")
        if "sharedstrings" in name.casefold():
            lengths = [len(item) for item in _ITEM.split(part)[1:]]
        elif b"sheetData" in part:
            if _span(part) > MOST_CELLS:
                raise _refusal(file, f"a sheet spans more than {MOST_CELLS:,} cells")
            stale += len(_NO_VALUE.findall(part))
            uses += _SHARED.findall(part)
    if max(lengths, default=0) * len(uses) > MOST_LETTERS:
        places = (int(place) for place in uses)
        if sum(lengths[place] for place in places if place < len(lengths)) > MOST_LETTERS:
            raise _refusal(file, "the workbook's texts are far too long")
    return stale


def _parts(file: str, data: bytes) -> Iterator[tuple[str, bytes]]:
    """Unpack the XML of a workbook piece by piece, and never too much of it."""
    room = LARGEST_WORKBOOK
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as book:
            if {"xl/workbook.bin", "content.xml"} & {*book.namelist()}:
                raise _refusal(file, "the workbook is not XLSX", _AGAIN)
            for info in book.infolist():
                with book.open(info) as stream:
                    part = stream.read(room + 1)
                room -= len(part)
                dull = len(part) > RATIO_FROM and len(part) > LARGEST_RATIO * info.compress_size
                if room < 0 or dull:
                    raise _refusal(file, "the workbook unpacks to far too much")
                if info.filename.casefold().endswith((".xml", ".rels")):
                    yield info.filename, part
    except ImportFormatError:
        raise
    except DAMAGE:
        raise _refusal(file, "the workbook is damaged", _AGAIN) from None


def _span(part: bytes) -> int:
    """Give how many cells lie between the first and the last of a sheet, at most."""
    letters: set[bytes] = set()
    last = 0
    for found in _PLACE.finditer(part):
        letters.add(found[1])
        last = max(last, int(found[2]))
    rows = re.split(rb"<(?:\w+:)?row\b", part)
    cells = max(len(re.findall(rb"<(?:\w+:)?c\b", row)) for row in rows)
    return max(last, len(rows)) * max(cells, *(_column(name) for name in letters | {b""}))


def _column(letters: bytes) -> int:
    """Give the number of a column by its letters: ``A`` is 1, ``AA`` is 27."""
    number = 0
    for letter in letters.upper():
        number = 26 * number + letter - ord("A") + 1
    return number


def _refusal(file: str, reason: str, remedy: str = _BOMB) -> ImportFormatError:
    return ImportFormatError(reason, file=file, remedy=remedy)


def _as_csv(book: CalamineWorkbook, name: str) -> str:
    sheet = book.get_sheet_by_name(name)
    if sheet.start is None:
        return ""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    for row in sheet.to_python(skip_empty_area=False):
        writer.writerow([_cell(value) for value in row])
    return text.getvalue()


def _cell(value: object) -> str:
    """Write a value as a person would type it."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float) and value.is_integer() and abs(value) < _EXACT:
        return str(int(value))
    if isinstance(value, datetime):
        midnight = value.time() == time()
        return value.date().isoformat() if midnight else value.isoformat(" ", "seconds")
    if isinstance(value, date | time):
        return value.isoformat()
    return str(value)
