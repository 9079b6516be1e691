"""The lines of vCards: where a card begins and ends, what is folded, what is damaged."""

from __future__ import annotations

import re
from typing import NamedTuple

UNCLOSED = "the card is not closed"
STRAY = "it stands outside of the cards"
_BEGIN, _END = "BEGIN:VCARD", "END:VCARD"
_BREAK = re.compile(r"\r*\n|\r")
_LINE = re.compile(
    r"(?:(?P<group>[\w-]+)\.)?(?P<name>[\w-]+)"
    r'(?P<parameters>(?:;[^:"]*(?:"[^"]*"[^:"]*)*)?):(?P<value>.*)$',
    re.DOTALL,
)
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


def read_card(lines: list[str]) -> tuple[list[Line] | None, int]:
    """Read the lines of a card that we use; None if one of them cannot be decoded.

    Returns
    -------
    tuple
        The lines, and how many others are no lines of a card at all.

    Notes
    -----
    vobject parses what was tidied before. As it is, it cuts a value at its first
    comma (``TITLE:VP, Sales``), stops at ``X-CUSTOM(...)`` and at lower-case
    ``quoted-printable``, and takes exponential time for a line such as
    ``note;a,b,c`` with thirty commas and no colon. Its own reading of values is
    switched off by another name for the component.
    """
    import vobject  # noqa: PLC0415 - 30 ms that only those who have cards should pay

    tidy, bad = [], 0
    for line in _unfold(lines):
        found = _LINE.match(line)
        if not found:
            bad += 1
        elif found["name"].upper() in _USED:
            tidy.append(_tidied(found))
    try:
        card = vobject.readOne("\n".join(["BEGIN:CARD", *tidy, "END:CARD"]), allowQP=True)
    except (vobject.base.VObjectError, ValueError, LookupError):
        return None, bad
    return [
        Line(
            name=line.name,
            value=line.value,
            group=(line.group or "").casefold(),
            types=_types(line.params.get("TYPE", []) + line.singletonparams),
            user="".join(line.params.get("X-USER", [])[:1]),
        )
        for line in card.lines()
    ], bad


def _unfold(lines: list[str]) -> list[str]:
    """Join what belongs to one line: indented, or behind a soft break, or base64."""
    joined: list[list[str]] = []
    is_soft = is_picture = False
    for line in lines:
        if not line.strip():
            is_soft = is_picture = False
            continue
        if joined and is_soft:
            joined[-1][-1] = joined[-1][-1].rstrip()[:-1]
            joined[-1].append(line)
        elif joined and line[0] in " \t":
            joined[-1].append(line[1:])
        elif is_picture and _BASE64.match(line):
            continue
        else:
            joined.append([line])
            is_picture = _BASE64_HEAD.match(line) is not None
        head = joined[-1][0].split(":", 1)[0]
        is_soft = line.rstrip().endswith("=") and _QUOTED_PRINTABLE.search(head) is not None
    return ["".join(parts) for parts in joined]


def _tidied(line: re.Match[str]) -> str:
    """Write a line so that vobject can read it."""
    group = f"{line['group']}." if line["group"] else ""
    parameters = "".join(
        f";{name}={value}" if value else f";{name}"
        for name, value in _PARAMETER.findall(line["parameters"])
    )
    parameters, is_quoted = _QUOTED_PRINTABLE.subn("QUOTED-PRINTABLE", parameters)
    value = line["value"].rstrip("=") if is_quoted else line["value"]
    return f"{group}{line['name'].upper()}{parameters}:{value}"


def _types(told: list[str]) -> frozenset[str]:
    return frozenset(part.strip().casefold() for value in told for part in value.split(","))
