"""Address books: Google Contacts CSV and the vCards of two phones."""

from __future__ import annotations

import csv
import io
import uuid
from typing import TYPE_CHECKING

from _chance import SEED, Chance
from _folding import WIDTH, folded

if TYPE_CHECKING:
    from pathlib import Path

    from _records import Record

GOOGLE_HEADER = (
    "First Name", "Middle Name", "Last Name", "Phonetic First Name", "Phonetic Middle Name",
    "Phonetic Last Name", "Name Prefix", "Name Suffix", "Nickname", "File As", "Organization Name",
    "Organization Title", "Organization Department", "Birthday", "Notes", "Photo", "Labels",
    "E-mail 1 - Label", "E-mail 1 - Value", "E-mail 2 - Label", "E-mail 2 - Value",
    "Phone 1 - Label", "Phone 1 - Value", "Relation 1 - Label", "Relation 1 - Value",
    "Website 1 - Label", "Website 1 - Value", "Custom Field 1 - Label", "Custom Field 1 - Value",
)  # fmt: skip
ADDRESSES_ALONE = (
    "info@lanternhouse.example", "billing@example.net", "hello@plumbline-guild.example",
)  # fmt: skip
OLD_PHONE = 12
"""Cards that come from the old Android phone."""


def write_google_contacts(folder: Path, records: list[Record]) -> None:
    """Write the layout of 2024 and later: BOM, Labels, values joined by three colons."""
    chance = Chance("google")
    text = io.StringIO()
    rows = csv.DictWriter(text, GOOGLE_HEADER, restval="", lineterminator="\n")
    rows.writeheader()
    for record in sorted(records, key=lambda r: r.order):
        emails = [record.email]
        if record.person.slug and chance.happens(0.15):
            emails.append(record.email.split("@")[0] + "@example.net")
        year, month, day = chance.between(1960, 1999), chance.between(1, 12), chance.between(1, 28)
        rows.writerow(
            {
                "First Name": record.given,
                "Last Name": record.family,
                "Organization Name": record.company,
                "Organization Title": record.title,
                "Birthday": f"{year}-{month:02}-{day:02}" if chance.happens(0.1) else "",
                "Notes": "Met at the guild\nlikes graphs" if chance.happens(0.05) else "",
                "Labels": " ::: ".join([*record.labels, "* myContacts"]),
                "E-mail 1 - Label": "* Work" if record.company else "* Other",
                "E-mail 1 - Value": " ::: ".join(emails),
                "Phone 1 - Label": "Mobile",
                "Phone 1 - Value": record.phone,
                "Website 1 - Label": "Profile" if record.url else "",
                "Website 1 - Value": record.url.replace(":", "\\:"),
            }
        )
    for address in ADDRESSES_ALONE:
        labels = {"Labels": "* Other Contacts", "E-mail 1 - Label": "* "}
        rows.writerow({**labels, "E-mail 1 - Value": address})
    (folder / "google_contacts.csv").write_bytes(b"\xef\xbb\xbf" + text.getvalue().encode())


def write_vcards(folder: Path, records: list[Record]) -> None:
    """Write an iPhone's cards (3.0), then an old Android phone's (2.1), in one file."""
    ordered = sorted(records, key=lambda r: r.order)
    able = sum(not added for added, *_ in (r.order for r in ordered))
    old = Chance("vcards").some(range(able), OLD_PHONE)
    cards = [_apple_card(r) for number, r in enumerate(ordered) if number not in old]
    cards.append(_company_card())
    cards += [_android_card(r) for number, r in enumerate(ordered) if number in old]
    text = "".join(f"{line}\r\n" for card in cards for line in card)
    (folder / "phone.vcf").write_bytes(text.encode())


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace(",", "\\,").replace(";", "\\;")


def _apple_card(record: Record) -> list[str]:
    """Write a 3.0 card: grouped labels, folded lines, empty properties left out."""
    number = uuid.uuid5(uuid.NAMESPACE_URL, f"{SEED} {record.person.identity}")
    profile = record.person.slug if record.url else ""
    kind = "Work" if record.company else "Home"
    properties = {
        f"N:{_escaped(record.family)};{_escaped(record.given)};;;": True,
        f"FN:{_escaped(record.name)}": True,
        f"ORG:{_escaped(record.company)};": record.company,
        f"TITLE:{_escaped(record.title)}": record.title,
        f"item1.EMAIL;type=INTERNET;type=pref:{record.email}": True,
        f"item1.X-ABLabel:_$!<{kind}>!$_": True,
        f"TEL;type=CELL;type=VOICE;type=pref:{record.phone}": True,
        f"X-SOCIALPROFILE;type=linkedin;x-user={profile}:{record.url}": profile,
        f"CATEGORIES:{','.join(map(_escaped, record.labels))}": record.labels,
        f"UID:{str(number).upper()}": True,
    }
    lines = [text for text, is_known in properties.items() if is_known]
    return [
        "BEGIN:VCARD",
        "VERSION:3.0",
        "PRODID:-//Apple Inc.//macOS 14.0//EN",
        *(piece for line in lines for piece in folded(line)),
        "END:VCARD",
    ]


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


def _android_card(record: Record) -> list[str]:
    """Write a 2.1 card; the old phone kept numbers without the country."""
    return [
        "BEGIN:VCARD",
        "VERSION:2.1",
        *_quoted_printable("N", [record.family, record.given, "", "", ""]),
        *_quoted_printable("FN", [record.name]),
        f"TEL;CELL:{record.phone.replace('+44 20', '020')}",
        f"EMAIL;WORK:{record.email}",
        *(_quoted_printable("ORG", [record.company]) if record.company else []),
        *(_quoted_printable("TITLE", [record.title]) if record.title else []),
        "END:VCARD",
    ]


def _quoted_printable(name: str, parts: list[str]) -> list[str]:
    """Write a property as Android did: every octet coded, soft breaks, no indent."""
    if all(part.isascii() for part in parts):
        return [f"{name}:{';'.join(parts)}"]
    codes: list[str] = []
    for number, part in enumerate(parts):
        codes += [";"] * (number > 0) + [f"={octet:02X}" for octet in part.encode()]
    lines = [f"{name};CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:"]
    for code in codes:
        if len(lines[-1]) + len(code) > WIDTH:
            lines[-1] += "="
            lines.append("")
        lines[-1] += code
    return lines
