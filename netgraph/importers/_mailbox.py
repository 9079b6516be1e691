"""Mailboxes taken apart: the headers of each message; bodies are passed over unread.

Only a few pieces of the file are in memory at any time, so that a mailbox of
many gigabytes can be read. (`mailbox.mbox` needs a file on disk; an upload, or
a member of a ZIP, is none.)
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Read = Callable[[int], bytes]

_BEGIN = re.compile(rb"From \S[^\r\n]{0,999}?\d\d:\d\d[^\r\n]{0,99}\r?\n[!-9;-~]{1,99}:")
"""``From - Wed Mar 06 09:00:00 2024``, and a header behind it: a sentence in a body may
begin with From, too."""
_SURE = re.compile(
    rb"From \S{1,999} +(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) +[A-Z][a-z][a-z] +\d\d? \d\d:\d\d:\d\d "
)
"""What needs no blank line before it: the message before it may have lost its end."""
_HEADER = re.compile(r"[!-9;-~]+:")
_BLANK_LINE = re.compile(rb"\n[ \t\r]*\n")
_HEAD = 2**16
_BLOCK, _BEHIND, _AHEAD = 2**20, 2**10, 2**12
"""How much is read at once, and how much is kept around the place that is looked at."""
LONGEST_HEAD = 2**20
_MARK = b"\nFrom "
_BOM = b"\xef\xbb\xbf"


class Head(NamedTuple):
    """The headers of one message, as they stand.

    Attributes
    ----------
    row
        The line at which the message begins.
    lines
        The headers, cut off behind `LONGEST_HEAD` bytes.
    """

    row: int
    lines: bytes


def looks_like_mail(text: str) -> bool:
    """Tell a mailbox, or one message, by its first lines."""
    lines = text[:_HEAD].lstrip("\r\n").splitlines()
    if len(lines) > 1 and lines[0].startswith("From ") and _HEADER.match(lines[1]):
        return True
    if any(_BEGIN.match(found) and _SURE.match(found) for found in _later_begins(text)):
        return True  # the first message is damaged
    names = set[str]()
    for line in lines:
        if not line.strip():
            break
        if not _HEADER.match(line) and not (names and line[0] in " \t"):
            return False
        names.add(line.partition(":")[0].lower())
    return "from" in names and bool(names & {"date", "message-id", "received"})


def _later_begins(text: str) -> Iterator[bytes]:
    """Give what may be the beginnings of messages, behind the first line."""
    for part in text[:_HEAD].split("\nFrom ")[1:]:
        yield b"From " + part[:_AHEAD].encode("utf-8", "replace")


def split_messages(read: Read) -> Iterator[Head]:
    r"""Give the headers of each message, and the line at which it begins.

    A message begins at a ``From`` line behind a blank line and before a header;
    a file without any is one message.

    Parameters
    ----------
    read
        Gives so many of the next bytes at most; b"" at the end.

    Examples
    --------
    >>> import io
    >>> text = b"From: a@x.org\n\nHello\n\nFrom - Wed Mar 06 09:00:00 2024\nSubject: b\n"
    >>> [tuple(head) for head in split_messages(io.BytesIO(text).read)]
    [(1, b'From: a@x.org'), (5, b'Subject: b\n')]
    """
    row, head, is_open = 0, bytearray(), False
    for line, piece, begins in _pieces(read):
        told = piece
        if begins:
            if head.strip():
                yield Head(row, bytes(head))
            told = piece.lstrip()
            row = line + piece.count(b"\n", 0, len(piece) - len(told))
            told = told.partition(b"\n")[2] if told.startswith(b"From ") else told
            head, is_open = bytearray(), True
        if is_open:
            is_open = _collect(head, told)
    if head.strip():
        yield Head(row, bytes(head))


def _collect(head: bytearray, piece: bytes) -> bool:
    """Add to the headers what of `piece` belongs to them; tell whether more may follow."""
    since = max(head.rfind(b"\n"), 0)
    head += piece[: LONGEST_HEAD + 1 - len(head)]
    end = _BLANK_LINE.search(head, since)
    if end:
        del head[end.start() :]
    return end is None and len(head) <= LONGEST_HEAD


def _pieces(read: Read) -> Iterator[tuple[int, bytes, bool]]:
    """Cut a mailbox before each message: line, bytes, and whether a message begins there.

    A long message comes in several pieces.
    """
    read = _with_line_feeds(read)
    buffer, done, row, begins = b"\n\n", 2, 1, True
    is_whole = False
    while not is_whole:
        block = read(_BLOCK)
        is_whole = not block
        buffer += block
        end = len(buffer) if is_whole else max(done, len(buffer) - _AHEAD)
        for place in [*_find_begins(buffer, done, end), end]:
            if place > done:
                piece = buffer[done:place]
                yield row, piece, begins
                row += piece.count(b"\n")
                done, begins = place, False
            begins = begins or place < end
        kept = max(done - _BEHIND, 0)
        buffer, done = buffer[kept:], done - kept


def _find_begins(buffer: bytes, start: int, end: int) -> Iterator[int]:
    """Find where messages begin from `start` on, before `end`."""
    last = end + len(_MARK) - 2
    place = buffer.find(_MARK, start - 1, last)
    while place >= 0:
        if _BEGIN.match(buffer, place + 1):
            line_before = buffer[buffer.rfind(b"\n", 0, place) + 1 : place]
            if not line_before.strip() or _SURE.match(buffer, place + 1):
                yield place + 1
        place = buffer.find(_MARK, place + 1, last)


def _with_line_feeds(read: Read) -> Read:
    """Take the byte-order mark off, and write line feeds where lines end in carriage returns."""
    first = read(_BLOCK).removeprefix(_BOM)
    is_old = b"\r" in first[:_HEAD] and b"\n" not in first[:_HEAD]
    waiting = [first]

    def read_on(size: int) -> bytes:
        block = waiting.pop() if waiting else read(size)
        return block.replace(b"\r", b"\n") if is_old else block

    return read_on
