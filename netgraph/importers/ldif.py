"""``.ldif``: the address book of Thunderbird, its lists included."""

from __future__ import annotations

import base64
import re
from typing import TYPE_CHECKING

from netgraph.importers._book import Entry, Group, tell_entries
from netgraph.importers._dates import counted
from netgraph.importers._identifiers import email_addresses, linkedin_slug, phone_numbers
from netgraph.importers._names import clean, in_reading_order
from netgraph.importers._register import importer
from netgraph.importers._table import LONGEST_CELL

if TYPE_CHECKING:
    from netgraph.contacts import Contacts
    from netgraph.importers._text import Document

FORMAT = "ldif"
_BEGIN = re.compile(r"(\s*#[^\r\n]*)*\s*(version:\s*1\s*[\r\n]|dn::?\s*\S)", re.IGNORECASE)
_ENTRY = re.compile(r"\n\s*\ndn:(?::\s*\S|\s*\w+=)", re.IGNORECASE)
_HEAD = 2**16
_BREAK = re.compile(r"\r*\n|\r")
_LISTS = {"groupofnames", "groupofuniquenames", "mozillaablist"}
_EMAILS = ("mail", "mozillasecondemail", "xmozillasecondemail")
_PHONES = ("telephonenumber", "homephone", "mobile", "cellphone")
_PAGES = ("workurl", "mozillaworkurl", "homeurl", "mozillahomeurl", "labeleduri")

Record = dict[str, list[str]]

_PICTURES = frozenset({"jpegphoto", "photo", "thumbnailphoto", "usercertificate"})
"""What is no text, and is not needed to know the person."""


def looks_like_entries(text: str) -> bool:
    """Tell entries by the first, or by one behind an empty line: the first may be damaged."""
    return bool(_BEGIN.match(text) or _ENTRY.search(text[:_HEAD].replace("\r", "\n")))


@importer(FORMAT, looks=looks_like_entries, endings=(".ldif", ".ldi"), trust=4)
def read_ldif(document: Document) -> Contacts:
    """Address book of Thunderbird (LDIF): people, and the lists that they stand in.

    Returns
    -------
    Contacts
        A tie from you to each person, undated. The number of a rejected row is
        the line on which the entry begins.
    """
    records, refused, unread = _read_records(document.text)
    entries, groups = [], []
    for row, record in records.items():
        if _LISTS & {value.casefold() for value in record.get("objectclass", [])}:
            members = record.get("member", []) + record.get("uniquemember", [])
            keys = tuple(member.casefold() for member in members)
            groups.append(Group(row, _first(record, "cn"), keys))
        else:
            entries.append(_read_person(row, record))
    warning = f"{counted(unread, 'line')} within entries cannot be read" if unread else ""
    return tell_entries(
        document, entries, source=FORMAT, groups=groups, refused=refused, warnings=(warning,)
    )


def _read_person(row: int, record: Record) -> Entry:
    given = _first(record, "givenname", "gn")
    family = _first(record, "sn", "surname")
    shown = in_reading_order(_first(record, "cn", "commonname", "displayname"))
    place = (_first(record, *names) for names in (("l", "locality"), ("st",), ("c", "countryname")))
    return Entry(
        row,
        key=_first(record, "dn").casefold(),
        name=shown if shown and "@" not in shown else f"{given} {family}".strip(),
        given_name=given,
        family_name=family,
        company=_first(record, "o", "company"),
        title=_first(record, "title"),
        location=", ".join(filter(None, place)),
        emails=tuple(email_addresses("\n".join(_values(record, *_EMAILS)))),
        phones=tuple(phone_numbers("\n".join(_values(record, *_PHONES)))),
        slug=next(filter(None, map(linkedin_slug, _values(record, *_PAGES))), None),
    )


def _read_records(text: str) -> tuple[dict[int, Record], dict[int, str], int]:
    """Read the entries: row -> attribute -> values; row -> reason; lines that are none."""
    records: dict[int, Record] = {}
    refused: dict[int, str] = {}
    unread = 0
    for row, lines in _split(text):
        record: Record = {}
        for line in lines:
            name, colon, value = line.partition(":")
            attribute = name.split(";")[0].strip().casefold()
            if not colon or not attribute or len(line) > LONGEST_CELL:
                unread += attribute not in _PICTURES
                continue
            if attribute in _PICTURES:
                continue
            try:
                record.setdefault(attribute, []).append(_decode(value))
            except ValueError:
                refused[row] = f"its {attribute} is damaged"
        record.pop("version", None)
        if row not in refused and record:
            records[row] = record
    return records, refused, unread


def _split(text: str) -> list[tuple[int, list[str]]]:
    """Part the entries at empty lines; join folded lines; leave comments out."""
    entries: list[tuple[int, list[str]]] = []
    is_open = False
    for row, line in enumerate(_BREAK.split(text), 1):
        if not line.strip():
            is_open = False
        elif line[0] == " " and is_open:
            entries[-1][1][-1] += line[1:]
        elif is_open:
            entries[-1][1].append(line)
        else:
            entries.append((row, [line]))
            is_open = True
    told = [(row, [line for line in lines if line[0] != "#"]) for row, lines in entries]
    return [(row, lines) for row, lines in told if lines]


def _decode(value: str) -> str:
    """Read a value: as it stands, or behind a second colon in base64."""
    if not value.startswith(":"):
        return value.strip()
    return base64.b64decode(value[1:].strip(), validate=True).decode("utf-8").strip()


def _values(record: Record, *names: str) -> list[str]:
    return [value for name in names for value in record.get(name, [])]


def _first(record: Record, *names: str) -> str:
    return next(filter(None, map(clean, _values(record, *names))), "")
