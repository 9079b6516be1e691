"""Mail: an mbox as Google Takeout writes it; headers and tiny bodies."""

from __future__ import annotations

import base64
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta, timezone
from typing import TYPE_CHECKING

from _chance import Chance
from _linkedin import EGO_EMAILS, EGO_NAME, MONTHS, WEEKDAYS
from _talk import Phrases

if TYPE_CHECKING:
    from pathlib import Path

    from _records import Record

LAST_MAIL = datetime(2026, 10, 30, tzinfo=UTC)
FIRST_MAIL = datetime(2022, 1, 10, tzinfo=UTC)
SENDERS_IN_BULK = (
    "Kestovasko Weekly <no-reply@news.example>", "Plumbline Guild <newsletter@plumbline-guild.example>",
    "Mirdbruska Shop <offers@shop.example>", "Billing <billing@example.net>",
)  # fmt: skip
BULK = 26


@dataclass
class Letter:
    """One mail; addresses are written out."""

    sender: str
    to: list[str]
    at: datetime
    subject: str
    body: str
    cc: list[str] = field(default_factory=list)
    labels: str = "Inbox,Opened"
    is_bulk: bool = False
    answers: str = ""
    number: str = ""


def write_mbox(folder: Path, records: list[Record]) -> None:
    """Write the letters in the order of their dates; one of them stands twice, as in Takeout."""
    letters = sorted(_correspond(records), key=lambda m: (m.at, m.subject, m.sender))
    letters.insert(40, letters[12])
    text = "".join(_written(letter) for letter in letters)
    (folder / "mail.mbox").write_bytes(text.encode())


def address(name: str, email: str) -> str:
    """Write a mailbox; a name outside ASCII becomes an encoded word."""
    if not name.isascii():
        return f"=?UTF-8?B?{base64.b64encode(name.encode()).decode()}?= <{email}>"
    quoted = f'"{name}"' if any(letter in name for letter in ",.()") else name
    return f"{quoted} <{email}>"


def _correspond(records: list[Record]) -> list[Letter]:
    """Write to and fro with each; the ego has the last word in recent exchanges."""
    chance, phrases = Chance("mail"), Phrases()
    ego = address(EGO_NAME, EGO_EMAILS[0])
    letters = []
    span = (LAST_MAIL - FIRST_MAIL).days - 6
    for record in records:
        swapped = chance.happens(0.15)
        name = f"{record.family}, {record.given}" if swapped else record.name
        other = address(name, record.email.title() if chance.happens(0.05) else record.email)
        circle = [r for r in records if r.labels == record.labels and r is not record and r.labels]
        for _ in range(chance.between(1, 3)):
            at = FIRST_MAIL + timedelta(chance.between(0, span), 60 * chance.between(420, 1200))
            subject = phrases.draw(chance, "subject", "mail")
            cc = (
                [address(r.name, r.email) for r in chance.some(circle, 2)]
                if chance.happens(0.15)
                else []
            )
            answers, turns = "", chance.pick((2, 2, 4))
            for turn in range(turns):
                from_ego = turn % 2 == 1
                letters.append(
                    Letter(
                        ego if from_ego else other, [other if from_ego else ego], at,
                        subject if turn == 0 else f"Re: {subject}",
                        phrases.draw(chance, "en", "close" if turn == turns - 1 else "say",
                                     record.given if from_ego else "Mira", "the draft"),
                        cc, "Sent" if from_ego else "Inbox,Opened",
                        answers=answers, number=chance.letters("0123456789abcdef", 16),
                    )
                )  # fmt: skip
                answers = letters[-1].number
                at += timedelta(minutes=chance.between(10, 1600))
    for _ in range(BULK):
        at = FIRST_MAIL + timedelta(chance.between(0, span), 60 * chance.between(200, 900))
        letters.append(
            Letter(
                chance.pick(SENDERS_IN_BULK), [EGO_EMAILS[0]], at, phrases.draw(chance, "subject", "bulk"),
                "See the web version.", labels="Inbox,Category Promotions", is_bulk=True,
                number=chance.letters("0123456789abcdef", 16),
            )
        )  # fmt: skip
    return letters


def _header(name: str, text: str) -> str:
    if text.isascii():
        return f"{name}: {text}\n"
    return f"{name}: =?UTF-8?B?{base64.b64encode(text.encode()).decode()}?=\n"


def _written(letter: Letter) -> str:
    """Write one letter with its envelope line and a blank line behind."""
    at = letter.at
    thread = 1_700_000_000_000_000_000 + int(at.timestamp())
    summer = 4 <= at.month <= 10  # noqa: PLR2004 - April to October, as near as an example needs
    local = at.astimezone(timezone(timedelta(hours=2 if summer else 1)))
    envelope = (
        f"{WEEKDAYS[at.weekday()]} {MONTHS[at.month - 1]} {at.day:02} {at:%H:%M:%S} +0000 {at.year}"
    )
    sent = (
        f"{WEEKDAYS[local.weekday()]}, {local.day} {MONTHS[local.month - 1]} {local.year} "
        f"{local:%H:%M:%S %z}"
    )
    lines = [
        f"From {thread}@xxx {envelope}\n",
        f"X-GM-THRID: {thread}\n",
        _header("X-Gmail-Labels", letter.labels),
        f"Message-ID: <{letter.number}@mail.example>\n",
        f"In-Reply-To: <{letter.answers}@mail.example>\n" if letter.answers else "",
        f"Date: {sent}\n",
        _header("Subject", letter.subject),
        f"From: {letter.sender}\n",
        "To: " + ",\n ".join(letter.to) + "\n",
        "Cc: " + ",\n ".join(letter.cc) + "\n" if letter.cc else "",
        "List-Unsubscribe: <https://news.example/u>\nPrecedence: bulk\n" if letter.is_bulk else "",
        "MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n",
        f"\n{letter.body}\n\n",
    ]
    return "".join(lines)
