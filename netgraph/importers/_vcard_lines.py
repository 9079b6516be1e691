"""The lines of vCards: where a card begins and ends, what is folded, what is damaged."""

from __future__ import annotations

import quopri
import re
from typing import TYPE_CHECKING, NamedTuple

from netgraph.importers._table import LONGEST_CELL

if TYPE_CHECKING:
    from collections.abc import Iterator

UNCLOSED = "the card is not closed"
STRAY = "it stands outside of the cards"
_BEGIN, _END = "BEGIN:VCARD", "END:VCARD"
_BREAK = re.compile(r"\r*\n|\r")
_LINE = re.compile(
    r"(?:(?P<group>[\w-]+)\.)?(?P<name>[\w-]+)"
    r'(?P<parameters>(?:;[^:"]*(?:"[^"]*"[^:"]*)*)?):(?P<value>.*)$',
    re.DOTALL,
)
_NAME = re.compile(r"(?:[\w-]+\.)?([\w-]+)[;:]")
_ENOUGH = 1_000
"""What no line is used of: so many signs of it tell whether it is a line at all."""
_PARAMETER = re.compile(r';([A-Za-z][\w-]*)(?:=("[^"]*"|[^;:"(]*))?')
_QUOTED_PRINTABLE = re.compile("quoted-printable", re.IGNORECASE)
_BASE64_HEAD = re.compile(r"[^:]*;(ENCODING=)?(B|BASE64)\b[^:]*:", re.IGNORECASE)
_BASE64 = re.compile(r"[A-Za-z0-9+/=]+\s*$")
_USED = frozenset(
    """
    N FN ORG TITLE ROLE EMAIL TEL URL ADR CATEGORIES UID KIND MEMBER RELATED SOCIALPROFILE
    X-SOCIALPROFILE X-ABSHOWAS X-ABLABEL X-ABRELATEDNAMES X-ANDROID-CUSTOM
    X-ADDRESSBOOKSERVER-KIND X-ADDRESSBOOKSERVER-MEMBER
    X-ASSISTANT X-MANAGER X-SPOUSE X-EVOLUTION-ASSISTANT X-EVOLUTION-MANAGER X-EVOLUTION-SPOUSE
    X-MS-ASSISTANT X-MS-MANAGER X-MS-SPOUSE
    """.split()  # noqa: SIM905 - a list of words reads better without its quotes
)


class Line(NamedTuple):
    """One property of a card; its value keeps the backslashes that it is written with."""

    name: str
    value: str
    group: str
    types: frozenset[str]
    user: str


def split_cards(  # noqa: C901 - one line, one of six cases
    text: str,
) -> tuple[dict[int, list[str]], dict[int, str]]:
    r"""Find the cards: row of ``BEGIN`` -> lines; and row -> reason for what is none.

    A card that never ends costs that card: the next ``BEGIN`` begins the next.

    Examples
    --------
    >>> split_cards("BEGIN:VCARD\nFN:Ada\nBEGIN:VCARD\nFN:Bob\nEND:VCARD\n")
    ({3: ['FN:Bob']}, {1: 'the card is not closed'})
    """
    cards: dict[int, list[str]] = {}
    refused: dict[int, str] = {}
    lines: list[str] = []
    start = inner = 0
    was_stray = False
    for row, raw in enumerate(_BREAK.split(text), 1):
        line = raw.lstrip("\ufeff")
        mark = line.rstrip().upper()
        if not start and mark != _BEGIN:
            if mark and not was_stray:
                refused[row] = STRAY
            was_stray = mark != _END and bool(mark or was_stray)
        elif mark == _BEGIN and lines and lines[-1].upper().startswith("AGENT"):
            inner += 1  # the card of an assistant, within the card of whom they assist
        elif mark == _BEGIN:
            if start:
                refused[start] = UNCLOSED
            start, inner, was_stray, lines = row, 0, False, []
        elif mark == _END and inner:
            inner -= 1
        elif mark == _END:
            cards[start] = lines
            start, lines = 0, []
        elif not inner:
            lines.append(line)
    if start:
        refused[start] = UNCLOSED
    return cards, refused


def read_card(lines: list[str]) -> tuple[list[Line], int]:
    r"""Read the lines of a card that we use.

    Returns
    -------
    tuple
        The lines, and how many others cannot be read: no lines of a card at
        all, wrongly encoded, or longer than `LONGEST_CELL`.

    Examples
    --------
    >>> ((line,), bad) = read_card(["item1.tel;home;type=CELL:+44 20", " 7946", "NOTE:x", "oh"])
    >>> line.name, line.value, line.group, sorted(line.types), bad
    ('TEL', '+44 207946', 'item1', ['cell', 'home'], 1)
    """
    card, bad = [], 0
    for text in _unfold(lines):
        line = _read_line(text) if len(text) <= LONGEST_CELL else None
        bad += line is None
        if line and line.name in _USED:
            card.append(line)
    return card, bad


def _unfold(lines: list[str]) -> Iterator[str]:
    """Join what belongs to one line: indented, or behind a soft break, or base64.

    Of lines that we do not use, pictures above all, only the beginning is given.
    """
    whole: list[str] = []
    is_used = is_quoted = is_picture = is_soft = False
    for line in lines:
        if not line.strip():
            is_soft = is_picture = False
            continue
        if whole and (is_soft or line[0] in " \t"):
            more = line if is_soft else line[1:]
        elif is_picture and _BASE64.match(line):
            continue
        else:
            if whole:
                yield "".join(whole)
            name = _NAME.match(line)
            is_used = name is None or name[1].upper() in _USED
            is_quoted = _QUOTED_PRINTABLE.search(line.partition(":")[0]) is not None
            is_picture = _BASE64_HEAD.match(line) is not None
            whole, more = [], line if is_used else line[:_ENOUGH]
        is_soft = is_quoted and line.rstrip().endswith("=")
        if is_used or not whole:
            whole.append(more.rstrip()[:-1] if is_soft else more)
    if whole:
        yield "".join(whole)


def _read_line(text: str) -> Line | None:
    """Take a line apart; None if it is no line of a card, or cannot be decoded."""
    found = _LINE.match(text)
    if not found:
        return None
    types: list[str] = []
    charset, user, is_quoted = "utf-8", "", False
    for key, told in _PARAMETER.findall(found["parameters"]):
        name, value = key.upper(), told.strip('"')
        is_quoted |= _QUOTED_PRINTABLE.fullmatch(value or key) is not None
        if name == "CHARSET":
            charset = value or charset
        elif name == "X-USER":
            user = user or value
        elif name == "TYPE" or not value:
            types += (value or key).split(",")
    value = found["value"]
    if is_quoted:
        try:
            value = quopri.decodestring(value.rstrip("=").encode()).decode(charset)
        except (UnicodeError, LookupError):
            return None
    return Line(
        name=found["name"].upper(),
        value=value,
        group=(found["group"] or "").casefold(),
        types=frozenset(kind.strip().casefold() for kind in types) - {""},
        user=user,
    )
