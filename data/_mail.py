"""Mail: an mbox as Google Takeout writes it; headers and tiny bodies."""

from __future__ import annotations

import base64
from dataclasses import dataclass, field
from datetime import date, timedelta, timezone
from typing import TYPE_CHECKING

from _chance import Chance
from _linkedin import EGO_EMAILS, EGO_NAME, MONTHS, WEEKDAYS
from _talk import Phrases

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from _records import Record

FIRST_MAIL, LAST_MAIL = date(2022, 1, 10), date(2026, 10, 24)
SENDERS_IN_BULK = (
    "Kestovasko Weekly <no-reply@news.example>",
    "Plumbline Guild <newsletter@plumbline-guild.example>",
    "Mirdbruska Shop <offers@shop.example>",
    "Billing <billing@example.net>",
)
BULK = 26
SUMMER = range(4, 11)
"""April to October: near enough to daylight saving time for an example."""

FIRST_THREAD = 1_700_000_000_000_000_000


@dataclass
class Letter:
    """One mail; addresses are written out."""

    number: str
    sender: str
    to: str
    at: datetime
    subject: str
    body: str
    labels: str
    cc: list[str] = field(default_factory=list)
    answers: str = ""
    is_bulk: bool = False


def write_mbox(folder: Path, records: list[Record]) -> None:
    """Write the letters in the order of their dates; one stands twice, as Takeout does it."""
    chance = Chance("mail")
    letters = [*_correspondence(chance, records), *_newsletters(chance)]
    letters.sort(key=lambda letter: (letter.at, letter.number))
    letters.insert(40, letters[12])
    text = "".join(_written(letter) for letter in letters)
    (folder / "mail.mbox").write_bytes(text.encode())


def _encoded(text: str) -> str:
    """Write a header's text; outside ASCII it becomes an encoded word."""
    if text.isascii():
        return text
    return f"=?UTF-8?B?{base64.b64encode(text.encode()).decode()}?="


def _mailbox(name: str, email: str) -> str:
    quoted = f'"{name}"' if name.isascii() and any(sign in name for sign in ",.") else name
    return f"{_encoded(quoted)} <{email}>"


def _correspondence(chance: Chance, records: list[Record]) -> list[Letter]:
    """Write to and fro with each; the ego has the last word in every exchange."""
    letters = []
    for record in records:
        name = record.name
        if chance.happens(0.15):
            name = f"{record.family}, {record.given}"
        email = record.email.title() if chance.happens(0.05) else record.email
        peers = [r for r in records if r.labels and r.labels == record.labels and r is not record]
        for _ in range(chance.between(1, 3)):
            cc = chance.some(peers, 2) if chance.happens(0.15) else []
            letters += _exchange(chance, record, _mailbox(name, email), cc)
    return letters


def _exchange(chance: Chance, record: Record, other: str, cc: list[Record]) -> list[Letter]:
    """Write two or four letters of one subject, the ego's the last."""
    phrases, ego = Phrases(), _mailbox(EGO_NAME, EGO_EMAILS[0])
    subject, about = phrases.draw(chance, "subject", "mail"), phrases.subject(chance)
    at = chance.moment(chance.day(FIRST_MAIL, LAST_MAIL))
    letters: list[Letter] = []
    turns = chance.pick((2, 2, 4))
    for turn in range(turns):
        from_ego = turn % 2 > 0
        role = "close" if turn == turns - 1 else "say"
        name = record.given if from_ego else "Mira"
        letters.append(
            Letter(
                chance.letters("0123456789abcdef", 16),
                ego if from_ego else other,
                other if from_ego else ego,
                at,
                f"Re: {subject}" if turn else subject,
                phrases.draw(chance, "en", role, name=name, **about),
                "Sent" if from_ego else "Inbox,Opened",
                [_mailbox(r.name, r.email) for r in cc],
                letters[-1].number if letters else "",
            )
        )
        at += timedelta(minutes=chance.between(10, 1600))
    return letters


def _newsletters(chance: Chance) -> list[Letter]:
    phrases = Phrases()
    return [
        Letter(
            chance.letters("0123456789abcdef", 16),
            chance.pick(SENDERS_IN_BULK),
            EGO_EMAILS[0],
            chance.moment(chance.day(FIRST_MAIL, LAST_MAIL), 3, 15),
            phrases.draw(chance, "subject", "bulk"),
            "See the web version.",
            "Inbox,Category Promotions",
            is_bulk=True,
        )
        for _ in range(BULK)
    ]


def _written(letter: Letter) -> str:
    """Write one letter with its envelope line, and a blank line behind."""
    at = letter.at
    local = at.astimezone(timezone(timedelta(hours=2 if at.month in SUMMER else 1)))
    weekday, month = WEEKDAYS[at.weekday()], MONTHS[at.month - 1]
    sent = (
        f"{WEEKDAYS[local.weekday()]}, {local.day} {MONTHS[local.month - 1]} {local:%Y %H:%M:%S %z}"
    )
    thread = FIRST_THREAD + int(at.timestamp())
    lines = [
        f"From {thread}@xxx {weekday} {month} {at:%d %H:%M:%S} +0000 {at.year}",
        f"X-GM-THRID: {thread}",
        f"X-Gmail-Labels: {letter.labels}",
        f"Message-ID: <{letter.number}@mail.example>",
        *([f"In-Reply-To: <{letter.answers}@mail.example>"] if letter.answers else []),
        f"Date: {sent}",
        f"Subject: {_encoded(letter.subject)}",
        f"From: {letter.sender}",
        f"To: {letter.to}",
        *(["Cc: " + ",\n ".join(letter.cc)] if letter.cc else []),
        *(["List-Unsubscribe: <https://news.example/u>"] if letter.is_bulk else []),
        *(["Precedence: bulk"] if letter.is_bulk else []),
        "MIME-Version: 1.0",
        "Content-Type: text/plain; charset=utf-8",
        "",
        letter.body,
        "",
        "",
    ]
    return "\n".join(lines)
