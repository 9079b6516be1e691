"""Bytes become text: which encoding a file is in, and what was done to read it."""

from __future__ import annotations

import codecs
import io
import re
from dataclasses import dataclass
from functools import partial

from netgraph.errors import ImportFormatError
from netgraph.importers._content import Content
from netgraph.importers._dates import counted
from netgraph.importers._zip import is_office, is_zip

_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_NOT_TEXT = (
    (b"\xd0\xcf\x11\xe0", "an old Excel or Word document"),
    (b"%PDF", "a PDF"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"Rar!", "a RAR archive"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"SQLite format 3", "a database"),
)
_HEAD = 2**16
_HTML = re.compile(r"\s*(<!doctype html|<html|<head)", re.IGNORECASE)
_WHOLE_PER_BROKEN = 4
"""So many sound characters speak for UTF-8 against one that is broken."""
_MOST_BROKEN = 0.25
"""Where more of the lines cannot be read, it is the encoding that is wrong, not they."""
_MOST_ZEROS = 0.1
"""A damaged record may hold some; a file of which more is zeros is no text."""


@dataclass(frozen=True)
class Document:
    """One file as text.

    Attributes
    ----------
    file
        What the user calls it: ``archive.zip/Connections.csv``.
    text, encoding
        The text without its byte-order mark, and the encoding it was read in.
    warnings
        What the user should know about the reading.
    """

    file: str
    text: str
    encoding: str
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True)
class Stream:
    """One file that is read piece by piece.

    Attributes
    ----------
    file
        What the user calls it.
    content
        Its bytes.
    encoding
        What the user says of what is not UTF-8; None if nothing was said.
    """

    file: str
    content: Content
    encoding: str | None = None

    def begins(self) -> str:
        """Give how it begins, as text; "" if it is no text in UTF-8."""
        head = self.content.peek(_HEAD).removeprefix(codecs.BOM_UTF8)
        is_wide = head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) and b"\0" in head
        if is_wide or _looks_like_utf16(head):
            return ""
        return head.replace(b"\0", b"").decode("utf-8", "replace")


def stream_of(document: Document) -> Stream:
    """Give a text that is in memory as a stream, in UTF-8."""
    text = document.text.encode("utf-8", "replace")
    return Stream(document.file, Content(document.file, partial(io.BytesIO, text)))


def read_document(file: str, data: bytes, encoding: str | None = None) -> Document:
    """Read bytes as text: byte-order mark, UTF-8, the user's `encoding`, Windows-1252.

    No guess is made from letter statistics: on short files they take Cyrillic
    for Chinese. Whoever has an old code page says so by `encoding`.

    Raises
    ------
    ImportFormatError
        If the file is empty, is no text, or is text in another encoding.

    Examples
    --------
    >>> read_document("a.csv", "Zoë".encode("cp1252")).text
    'Zoë'
    """
    if not data.strip():
        raise ImportFormatError("it is empty", file=file, remedy="Export it again")
    if is_zip(data):
        raise _archive(file, data)
    for mark, what in _NOT_TEXT:
        if data.startswith(mark):
            raise ImportFormatError(
                f"it is {what}, not a text file",
                file=file,
                remedy="Give the export itself; a table: open it and save it as CSV (UTF-8)",
            )
    text, used, warnings = _decode(file, data, encoding)
    head = text[:_HEAD]
    if head.count("\0") > _MOST_ZEROS * len(head):
        raise ImportFormatError(
            "it is no text file", file=file, remedy="Give the file that the export holds"
        )
    text = text.replace("\0", "")
    if not text.strip():
        raise ImportFormatError("it is empty", file=file, remedy="Export it again")
    if _HTML.match(text):
        raise ImportFormatError(
            "it is a web page, not an export",
            file=file,
            remedy="Download the export itself; perhaps you were logged out",
        )
    return Document(file, text, used, warnings)


def _archive(file: str, data: bytes) -> ImportFormatError:
    if is_office(data):
        return ImportFormatError(
            "it is an Excel workbook or another office document, not a CSV",
            file=file,
            remedy="Open it and save it as CSV UTF-8",
        )
    return ImportFormatError(
        "it is a ZIP archive within another",
        file=file,
        remedy="Unpack the outer archive and give the inner one",
    )


def _decode(file: str, data: bytes, encoding: str | None) -> tuple[str, str, tuple[str, ...]]:
    for mark, name in _BOMS:
        if data.startswith(mark) and (name == "utf-8" or b"\0" in data):
            return _decode_marked(data[len(mark) :], name)
    if _looks_like_utf16(data):
        return _decode_marked(data, "utf-16-le")
    try:
        return data.decode(), "utf-8", ()
    except UnicodeDecodeError:
        pass
    if encoding is not None:
        return _decode_as(file, data, encoding)
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    whole = sum(1 for _ in re.finditer(r"[^\x00-\x7f\ufffd]", text))
    if whole >= _WHOLE_PER_BROKEN * broken:
        return text, "utf-8", (_damaged(broken),)
    return _decode_by_line(file, data)


def _decode_as(file: str, data: bytes, encoding: str) -> tuple[str, str, tuple[str, ...]]:
    """Decode as the user says, unless it is wrong for many lines."""
    try:
        return data.decode(encoding), encoding, ()
    except UnicodeError:
        text = data.decode(encoding, "replace")
    lines = text.splitlines()
    broken = sum("\ufffd" in line for line in lines)
    if broken > _MOST_BROKEN * len(lines):
        raise ImportFormatError(
            f"it is not text in {encoding}", file=file, remedy="Name another encoding"
        )
    return text, encoding, (_damaged(text.count("\ufffd")),)


def _decode_by_line(file: str, data: bytes) -> tuple[str, str, tuple[str, ...]]:
    """Decode each line as UTF-8, and what is none as Windows-1252: neither costs the other."""
    lines: list[str] = []
    unread: list[int] = []
    are_utf8, foreign = 0, 0
    for row, line in enumerate(data.splitlines(keepends=True), 1):
        try:
            text = line.decode()
            are_utf8 += not line.isascii()
        except UnicodeDecodeError:
            foreign += 1
            text = line.decode("cp1252", "replace")
            if "\ufffd" in text:
                unread.append(row)
        lines.append(text)
    if len(unread) > _MOST_BROKEN * len(lines):
        raise ImportFormatError(
            "it is neither UTF-8 nor Windows-1252 text",
            file=file,
            row=unread[0],
            remedy="Save it as CSV UTF-8, or name its encoding (encoding='cp1251', say)",
        )
    text = "".join(lines)
    warnings = [
        f"{counted(foreign, 'line')} read as Windows-1252, the others as UTF-8: check the accents"
        if are_utf8
        else "read as Windows-1252, for it is not UTF-8: check the accents",
        *([_damaged(text.count("\ufffd"))] if unread else []),
    ]
    return text, "utf-8" if are_utf8 else "cp1252", tuple(warnings)


def _decode_marked(data: bytes, name: str) -> tuple[str, str, tuple[str, ...]]:
    try:
        return data.decode(name), name, ()
    except UnicodeDecodeError:
        text = data.decode(name, "replace")
        return text, name, (_damaged(text.count("\ufffd")),)


def _damaged(count: int) -> str:
    return f"{count:,} damaged characters are shown as \ufffd"


def _looks_like_utf16(data: bytes) -> bool:
    """Tell UTF-16 without its mark: every second byte of Latin text is zero."""
    head = data[:512]
    odd = head[1::2]
    return len(odd) > 1 and odd.count(0) > 0.8 * len(odd) and head[::2].count(0) == 0
