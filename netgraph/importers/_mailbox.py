"""Mailboxes taken apart: the headers of each message, line by line; bodies are passed over.

Nothing here holds more than one message's headers, so that a mailbox may come
as a stream of lines. (`mailbox.mbox` needs a file on disk; an upload is none.)
"""

from __future__ import annotations

import re
from datetime import UTC, datetime
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from email.parser import HeaderParser
from email.utils import getaddresses, parsedate_to_datetime
from itertools import islice
from typing import TYPE_CHECKING

from netgraph.importers._parties import Party, read_party

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from email.message import Message

_SEPARATOR = re.compile(r"From \S.*\d\d:\d\d")
"""``From - Wed Mar 06 09:00:00 2024``: a sentence in a body may begin with From, too."""
_HEADER = re.compile(r"[!-9;-~]+:")
_HEAD = 2**16
_MOST_LINES = 2_000
_EARLIEST, _LATEST = 1900, 2200


def looks_like_mail(text: str) -> bool:
    """Tell a mailbox, or one message, by its first lines."""
    lines = text[:_HEAD].lstrip("\r\n").splitlines()
    if lines and lines[0].startswith("From "):
        return len(lines) > 1 and bool(_HEADER.match(lines[1]))
    names = set[str]()
    for line in lines:
        if not line.strip():
            break
        if not _HEADER.match(line) and not (names and line[0] in " \t"):
            return False
        names.add(line.partition(":")[0].lower())
    return "from" in names and bool(names & {"date", "message-id", "received"})


def split_messages(lines: Iterable[str]) -> Iterator[tuple[int, Message]]:
    """Give the headers of each message, and the line at which it begins.

    A message begins at a ``From`` line behind a blank line and before a header;
    a file without any is one message.

    Examples
    --------
    >>> lines = ["From: a@x.org", "", "Hello", "", "From - Wed Mar 06 09:00:00 2024", "Subject: b"]
    >>> [(row, message.keys()) for row, message in split_messages(lines)]
    [(1, ['From']), (5, ['Subject'])]
    """
    begin, head, in_head = 0, list[str](), True
    parted, separator = True, 0
    for row, raw in enumerate(lines, start=1):
        line = raw.rstrip("\r\n")
        if separator and _HEADER.match(line):
            if begin:
                yield begin, _parse(head)
            begin, head, in_head = separator, [], True
        separator = row if parted and _SEPARATOR.match(line) else 0
        parted = not line.strip()
        if separator or not in_head:
            continue
        if parted:
            in_head = not begin
        elif not line.startswith(("From ", ">From ")) and len(head) < _MOST_LINES:
            begin = begin or row
            head.append(line)
    if begin:
        yield begin, _parse(head)


def read_parties(message: Message, *headers: str) -> list[Party]:
    """Read the people in some headers, each once: comments, groups and folded lines too."""
    cells = [_one_line(cell) for header in headers for cell in message.get_all(header, [])]
    pairs = [pair for cell in cells for pair in _addresses(cell)]
    parties = [read_party(decode(name), address) for name, address in pairs if "@" in address]
    return list({party.id: party for party in reversed(parties) if party.id}.values())[::-1]


def read_moment(text: str) -> datetime | None:
    """Read the header Date as naive UTC; None if it is no date.

    Examples
    --------
    >>> read_moment("Tue, 5 Mar 2024 10:04:01 +0100"), read_moment("not a date")
    (datetime.datetime(2024, 3, 5, 9, 4, 1), None)
    """
    try:
        moment = parsedate_to_datetime(text)
        moment = moment.astimezone(UTC).replace(tzinfo=None) if moment.tzinfo else moment
    except (TypeError, ValueError, OverflowError, IndexError):
        return None
    return moment if _EARLIEST <= moment.year <= _LATEST else None


def decode(text: str) -> str:
    """Decode a header after RFC 2047; what cannot be decoded stays as it stands.

    Examples
    --------
    >>> decode("=?UTF-8?Q?Ada_M=C3=BCller?="), decode("=?no-such-charset?Q?Ada?=")
    ('Ada Müller', '=?no-such-charset?Q?Ada?=')
    """
    if "=?" not in text:
        return text
    try:
        return str(make_header(decode_header(text)))
    except (HeaderParseError, LookupError, ValueError):
        return text


def first_word(message: Message, header: str) -> str:
    """Give the first word of a header; "" if there is none."""
    return next(iter(str(message.get(header, "")).split()), "")


def _parse(head: list[str]) -> Message:
    return HeaderParser().parsestr("\n".join(head))


def _one_line(cell: object) -> str:
    return " ".join(str(cell).split())


def _addresses(cell: str) -> list[tuple[str, str]]:
    """Read one header; where one address is broken, the others are still read."""
    found = getaddresses([cell])
    if any(address for _, address in found):
        return found
    return [pair for part in islice(cell.split(","), _MOST_LINES) for pair in getaddresses([part])]
