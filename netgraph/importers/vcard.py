"""``.vcf``: the cards (vCard 2.1, 3.0, 4.0) of phones, Apple Contacts, Google, Nextcloud."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from netgraph.importers._book import Entry, Group, tell_entries
from netgraph.importers._dates import counted
from netgraph.importers._identifiers import email_addresses, linkedin_slug, phone_numbers
from netgraph.importers._names import clean, in_reading_order
from netgraph.importers._register import importer
from netgraph.importers._vcard_lines import Line, read_card, split_cards

if TYPE_CHECKING:
    from collections.abc import Iterable

    from netgraph.contacts import Contacts
    from netgraph.importers._text import Document

FORMAT = "vcard"
ORGANISATION = "an organisation, no person"
_BEGIN = re.compile(r"(?:^|[\r\n])[ \t\ufeff]*BEGIN:VCARD[ \t]*[\r\n]", re.IGNORECASE)
_HEAD = 2**16
_NO_PERSON = ("org", "organization", "location", "application", "device", "thing")
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_APPLE_LABEL = re.compile(r"_\$!<(.*)>!\$_$")
_ANDROID_RELATION = "vnd.android.cursor.item/relation"
_ANDROID_RELATIONS = dict(
    enumerate(
        """
        assistant brother child domestic_partner father friend manager mother parent partner
        referred_by relative sister spouse
        """.split(),  # noqa: SIM905 - a list of words reads better without its quotes
        start=1,
    )
)
"""Their numbers in Android's ContactsContract; 0 has a label of its own."""
_NAMED_RELATION = re.compile(r"X-(?:EVOLUTION-|MS-)?(ASSISTANT|MANAGER|SPOUSE)$")
_NAMING = ("FN", "N", "EMAIL", "TEL")
_SYSTEM_GROUPS = ("mycontacts", "starred")
"""What Google writes on every card."""

Card = list[Line]


def looks_like_cards(text: str) -> bool:
    """Tell cards by one that begins near the beginning: the first may be damaged."""
    return _BEGIN.search(text[:_HEAD]) is not None


@importer(FORMAT, looks=looks_like_cards, endings=(".vcf", ".vcard"), trust=4)
def read_vcards(document: Document) -> Contacts:
    """Address book of a phone or of Apple Contacts: people, their groups and relations.

    Parameters
    ----------
    document
        Cards one below the other, in any of the three versions.

    Returns
    -------
    Contacts
        A tie from you to each person, undated. A card of an organisation is no
        person. A card that is damaged, or never closed, is a rejected row, whose
        number is the line on which it begins; the other cards are read.
    """
    cards, refused = split_cards(document.text)
    entries, groups = [], []
    unread = 0
    for row, lines in cards.items():
        card, bad = read_card(lines)
        unread += bad
        if bad and not any(line.name in _NAMING for line in card):
            refused[row] = "a line of the card is damaged"
        elif _kind(card) == "group":
            groups.append(_read_group(row, card))
        elif _kind(card) in _NO_PERSON:
            refused[row] = ORGANISATION
        else:
            entries.append(_read_person(row, card))
    warning = f"{counted(unread, 'line')} within cards cannot be read" if unread else ""
    return tell_entries(
        document, entries, source=FORMAT, groups=groups, refused=refused, warnings=(warning,)
    )


def _kind(card: Card) -> str:
    if _first(card, "X-ABSHOWAS").casefold() == "company":
        return "org"
    return _first(card, "KIND", "X-ADDRESSBOOKSERVER-KIND").casefold()


def _read_group(row: int, card: Card) -> Group:
    members = _values(card, "MEMBER", "X-ADDRESSBOOKSERVER-MEMBER")
    return Group(row, _first(card, "FN", "N"), tuple(_key(member) for member in members))


def _read_person(row: int, card: Card) -> Entry:
    family, given, middle, prefix, suffix = _parts(card, "N", 5)
    emails = email_addresses("\n".join(_values(card, "EMAIL")))
    phones = [
        number
        for line in card
        if line.name == "TEL" and not line.types & {"fax", "pager"}
        for number in phone_numbers(re.sub("^tel:", "", _text(line.value), flags=re.IGNORECASE))
    ]
    adr = _parts(card, "ADR", 7)
    categories = [line for line in card if line.name == "CATEGORIES"]
    labels = [clean(label) for line in categories for label in _split(line, ",")]
    return Entry(
        row,
        key=_key(_first(card, "UID")),
        name=_full_name(_first(card, "FN"), (given, middle, family), (prefix, suffix)),
        given_name=given,
        family_name=family,
        company=_parts(card, "ORG", 1)[0],
        title=_first(card, "TITLE", "ROLE"),
        location=", ".join(part for part in (adr[3], adr[4], adr[6]) if part),
        emails=tuple(emails),
        phones=tuple(dict.fromkeys(phones)),
        slug=next(filter(None, _slugs(card)), None),
        groups=tuple(x for x in labels if x and x.casefold() not in _SYSTEM_GROUPS),
        related=tuple((relation, whom) for relation, whom in _relations(card) if whom),
    )


def _full_name(shown: str, parts: tuple[str, ...], titles: tuple[str, ...]) -> str:
    """Give the name that the card shows, without Dr. and PhD; else put it together.

    Phones show a number or an address where they know no name: that is none.
    """
    for title in filter(None, titles):
        shown = re.sub(rf"(?:^|(?<=[\s,])){re.escape(title)}(?=[\s,]|$)", "", shown)
    shown = in_reading_order(clean(shown).strip(" ,"))
    is_name = "@" not in shown and any(sign.isalpha() for sign in shown)
    return shown if is_name else " ".join(part for part in parts if part)


def _slugs(card: Card) -> Iterable[str | None]:
    for line in card:
        if line.name in {"URL", "X-SOCIALPROFILE", "SOCIALPROFILE"}:
            yield linkedin_slug(_text(line.value))
            if "linkedin" in line.types and line.user:
                yield linkedin_slug(f"linkedin.com/in/{line.user}")


def _relations(card: Card) -> Iterable[tuple[str, str]]:
    """Find whom the card names, and as what: Apple, Android, vCard 4.0, Evolution."""
    labels = {line.group: _text(line.value) for line in card if line.name == "X-ABLABEL"}
    for line in card:
        named = _NAMED_RELATION.match(line.name)
        if line.name == "X-ABRELATEDNAMES":
            yield _relation(labels.get(line.group, "")), _text(line.value)
        elif line.name == "RELATED":
            whom = _text(line.value)
            is_key = whom.casefold().startswith("urn:")
            yield _relation(" ".join(sorted(line.types - {"pref"}))), _key(whom) if is_key else whom
        elif named:
            yield named[1].casefold(), _text(line.value)
        elif line.name == "X-ANDROID-CUSTOM":
            what, whom, number, label, *_ = [*_split(line, ";"), "", "", "", ""]
            if what == _ANDROID_RELATION:
                known = _ANDROID_RELATIONS.get(int(number)) if number.isdecimal() else None
                yield known or _relation(label), whom


def _relation(label: str) -> str:
    """Write a label as one word: ``_$!<Manager>!$_`` -> ``manager``."""
    built_in = _APPLE_LABEL.match(label)
    return re.sub(r"[\s-]+", "_", clean(built_in[1] if built_in else label).casefold())


def _key(uid: str) -> str:
    """Give the form in which cards refer to one another: ``urn:uuid:...``."""
    key = uid.strip().casefold()
    return key if not key or key.startswith("urn:") else f"urn:uuid:{key}"


def _values(card: Card, *names: str) -> list[str]:
    return [_text(line.value) for line in card if line.name in names]


def _first(card: Card, *names: str) -> str:
    """Give the first value that is not empty, by the order of `names`."""
    values = (clean(value) for name in names for value in _values(card, name))
    return next(filter(None, values), "")


def _parts(card: Card, name: str, count: int) -> list[str]:
    """Give the parts of the first ``N``, ``ORG`` or ``ADR`` that is not empty."""
    for line in card:
        if line.name == name and line.value.strip("; "):
            parts = [clean(part) for part in _split(line, ";")]
            return (parts + [""] * count)[:count]
    return [""] * count


def _split(line: Line, separator: str) -> list[str]:
    r"""Take a value apart at each separator that no backslash stands before."""
    parts = re.findall(rf"((?:\\.|[^\\{separator}]|\\$)*)(?:{separator}|$)", line.value, re.DOTALL)
    return [_text(part) for part in parts]


def _text(value: str) -> str:
    r"""Take the backslashes out: ``Acme\, Inc`` -> ``Acme, Inc``."""
    return _ESCAPED.sub(lambda found: "\n" if found[1] in "nN" else found[1], value).strip()
