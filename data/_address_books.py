"""Address books: Google Contacts CSV and the vCards of two phones."""

from __future__ import annotations

import csv
import io
import uuid
from typing import TYPE_CHECKING

from _chance import SEED, Chance

if TYPE_CHECKING:
    from pathlib import Path

    from _records import Record

GOOGLE_HEADER = (
    "First Name,Middle Name,Last Name,Phonetic First Name,Phonetic Middle Name,Phonetic Last Name,"
    "Name Prefix,Name Suffix,Nickname,File As,Organization Name,Organization Title,"
    "Organization Department,Birthday,Notes,Photo,Labels,E-mail 1 - Label,E-mail 1 - Value,"
    "E-mail 2 - Label,E-mail 2 - Value,Phone 1 - Label,Phone 1 - Value,Relation 1 - Label,"
    "Relation 1 - Value,Website 1 - Label,Website 1 - Value,Custom Field 1 - Label,"
    "Custom Field 1 - Value"
).split(",")
ADDRESSES_ALONE = (
    "info@lanternhouse.example",
    "billing@example.net",
    "hello@plumbline-guild.example",
)


def write_google_contacts(folder: Path, records: list[Record]) -> None:
    """Write the layout of 2024 and later: BOM, Labels, several values joined by ``:::``."""
    chance = Chance("google")
    text = io.StringIO()
    rows = csv.DictWriter(text, GOOGLE_HEADER, restval="", lineterminator="\n")
    rows.writeheader()
    for record in sorted(records, key=lambda r: (r.name, r.person.identity)):
        emails = [record.email]
        if record.person.slug and chance.happens(0.15):
            emails.append(record.email.split("@")[0] + "@example.net")
        rows.writerow(
            {
                "First Name": record.given,
                "Last Name": record.family,
                "Nickname": record.nickname,
                "Organization Name": record.company,
                "Organization Title": record.title,
                "Birthday": f"19{chance.between(60, 99)}-0{chance.between(1, 9)}-{chance.between(10, 28)}"
                if chance.happens(0.1) else "",
                "Notes": "Met at the guild\nlikes graphs" if chance.happens(0.05) else "",
                "Labels": " ::: ".join([*record.labels, "* myContacts"]),
                "E-mail 1 - Label": "* Work" if record.company else "* Other",
                "E-mail 1 - Value": " ::: ".join(emails),
                "Phone 1 - Label": "Mobile" if record.phone else "",
                "Phone 1 - Value": record.phone,
                "Website 1 - Label": "Profile" if record.url else "",
                "Website 1 - Value": record.url.replace(":", "\\:"),
            }
        )  # fmt: skip
    for address in ADDRESSES_ALONE:
        rows.writerow(
            {"Labels": "* Other Contacts", "E-mail 1 - Label": "* ", "E-mail 1 - Value": address}
        )
    (folder / "google_contacts.csv").write_bytes(b"\xef\xbb\xbf" + text.getvalue().encode())


def write_vcards(folder: Path, records: list[Record]) -> None:
    """Write an iPhone's cards (3.0), then an old Android phone's (2.1), in one file."""
    ordered = sorted(records, key=lambda r: (r.name, r.person.identity))
    old = set(map(id, Chance("vcards").some(ordered, 12)))
    cards = [_apple_card(r) for r in ordered if id(r) not in old]
    cards.append(_company_card())
    cards += [_android_card(r) for r in ordered if id(r) in old]
    lines = [line for card in cards for line in card]
    (folder / "phone.vcf").write_bytes("".join(f"{line}\r\n" for line in lines).encode())


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace(",", "\\,").replace(";", "\\;").replace("\n", "\\n")


def folded(line: str, width: int = 75) -> list[str]:
    """Cut a line into pieces of at most `width` octets; all but the first begin with a blank."""
    pieces, piece = [], ""
    for letter in line:
        if len((piece + letter).encode()) > width:
            pieces.append(piece)
            piece = " "
        piece += letter
    return [*pieces, piece]


def _apple_card(record: Record) -> list[str]:
    given, family = _escaped(record.given), _escaped(record.family)
    number = uuid.uuid5(uuid.NAMESPACE_URL, f"{SEED} {record.person.identity}")
    lines = [
        "BEGIN:VCARD",
        "VERSION:3.0",
        "PRODID:-//Apple Inc.//macOS 14.0//EN",
        f"N:{family};{given};;;",
        f"FN:{_escaped(record.name)}",
        f"ORG:{_escaped(record.company)};" if record.company else "",
        f"TITLE:{_escaped(record.title)}" if record.title else "",
        f"item1.EMAIL;type=INTERNET;type=pref:{record.email}" if record.email else "",
        "item1.X-ABLabel:_$!<Work>!$_" if record.email else "",
        f"TEL;type=CELL;type=VOICE;type=pref:{record.phone}" if record.phone else "",
        f"CATEGORIES:{','.join(map(_escaped, record.labels))}" if record.labels else "",
        f"UID:{str(number).upper()}",
        "END:VCARD",
    ]
    return [piece for line in lines if line for piece in folded(line)]


def _company_card() -> list[str]:
    return [
        "BEGIN:VCARD",
        "VERSION:3.0",
        "PRODID:-//Apple Inc.//macOS 14.0//EN",
        "N:;;;;",
        "FN:Lanternhouse Makers",
        "ORG:Lanternhouse Makers;",
        "X-ABShowAs:COMPANY",
        "TEL;type=MAIN:+44 20 7946 0998",
        "END:VCARD",
    ]


def _quoted_printable(name: str, parts: list[str]) -> list[str]:
    """Write a property as Android 2.1 does: every octet coded, soft breaks, no indent."""
    if all(part.isascii() for part in parts):
        return [f"{name}:{';'.join(parts)}"]
    line, lines = f"{name};CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:", []
    codes = [[f"={octet:02X}" for octet in part.encode()] for part in parts]
    flat = [code for number, part in enumerate(codes) for code in ([";"] if number else []) + part]
    for code in flat:
        if len(line) + len(code) > 75:  # noqa: PLR2004 - room for the soft break
            lines.append(f"{line}=")
            line = ""
        line += code
    return [*lines, line]


def _android_card(record: Record) -> list[str]:
    local = record.phone.replace("+44 20", "020")
    return [
        "BEGIN:VCARD",
        "VERSION:2.1",
        *_quoted_printable("N", [record.family, record.given, "", "", ""]),
        *_quoted_printable("FN", [record.name]),
        *([f"TEL;CELL:{local}"] if record.phone else []),
        *([f"EMAIL;WORK:{record.email}"] if record.email else []),
        *(_quoted_printable("ORG", [record.company]) if record.company else []),
        *(_quoted_printable("TITLE", [record.title]) if record.title else []),
        "END:VCARD",
    ]
