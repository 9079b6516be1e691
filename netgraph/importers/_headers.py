"""The headers of one message: who wrote it to whom, when, in answer to what."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from email.utils import getaddresses, parsedate_to_datetime
from functools import lru_cache
from itertools import islice

from netgraph.importers._parties import Party, read_party

_USED = frozenset(
    b"""
    from sender to cc bcc delivered-to message-id references in-reply-to date subject
    list-id list-unsubscribe precedence auto-submitted x-gmail-labels
    """.split()
)
_ADDRESS = r"[^\s\"(),:;<>@\[\\\]]+@[^\s\"(),:;<>@\[\\\]]+"
_PLAIN = re.compile(rf" ?(?:([^\W\d_][\w.' -]*) <({_ADDRESS})>|({_ADDRESS})) ?")
"""``Ada Example <ada@example.com>``, which need not be taken apart sign by sign."""
_LONGEST_KNOWN = 1_000
_MOST_PARTS = 2_000
_EARLIEST, _LATEST = 1900, 2200


class Headers:
    """The headers of one message, as far as we use them.

    Parameters
    ----------
    lines
        As they stand. A line that is no header is passed over, and costs no other.
    fallback
        The encoding of headers that are not UTF-8.
    """

    def __init__(self, lines: bytes, fallback: str = "cp1252") -> None:
        self.guessed = False
        self._fallback = fallback
        self._values: dict[str, list[list[bytes]]] = {}
        folded: list[bytes] = []
        for line in lines.split(b"\n"):
            if line[:1] in (b" ", b"\t"):
                folded.append(line)
                continue
            name, colon, value = line.partition(b":")
            key = name.lower()
            folded = [value]
            if colon and key in _USED:
                self._values.setdefault(key.decode(), []).append(folded)

    def __contains__(self, name: str) -> bool:
        return name in self._values

    def all(self, *names: str) -> list[str]:
        """Give all headers of these names (in small letters), each as one line."""
        return [self._text(cell) for name in names for cell in self._values.get(name, ())]

    def first(self, name: str) -> str:
        """Give the first header of this name as one line; "" if there is none."""
        cells = self._values.get(name)
        return self._text(cells[0]) if cells else ""

    def first_word(self, name: str) -> str:
        """Give the first word of a header; "" if there is none."""
        return self.first(name).partition(" ")[0]

    def parties(self, *names: str) -> list[Party]:
        """Read the people in some headers, each once: comments, groups and folded lines too."""
        cells = self.all(*names)
        found = [p for c in cells for p in (_known if len(c) < _LONGEST_KNOWN else _parties)(c)]
        return list({party.id: party for party in reversed(found)}.values())[::-1]

    def _text(self, folded: list[bytes]) -> str:
        raw = b" ".join(folded)
        try:
            text = raw.decode()
        except UnicodeDecodeError:
            text, self.guessed = raw.decode(self._fallback, "replace"), True
        return " ".join(text.replace("\0", "").split())


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


def _parties(cell: str) -> tuple[Party, ...]:
    pairs = _plain_addresses(cell) or _addresses(cell)
    parties = (read_party(decode(name), address) for name, address in pairs if "@" in address)
    return tuple(party for party in parties if party.id)


_known = lru_cache(maxsize=1 << 14)(_parties)
"""The same few people stand in most of the messages."""


def _plain_addresses(cell: str) -> list[tuple[str, str]]:
    """Read a header in which nothing is quoted; [] if something is."""
    pairs = []
    for part in cell.split(","):
        found = _PLAIN.fullmatch(part)
        if not found:
            return []
        pairs.append((found[1] or "", found[2] or found[3]))
    return pairs


def _addresses(cell: str) -> list[tuple[str, str]]:
    """Read one header; where one address is broken, the others are still read."""
    found = getaddresses([cell])
    if any(address for _, address in found):
        return found
    return [pair for part in islice(cell.split(","), _MOST_PARTS) for pair in getaddresses([part])]
