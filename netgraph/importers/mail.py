"""Mail: an mbox file or a single message; who wrote to whom and when, never what."""

from __future__ import annotations

import io
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

import pandas as pd

from netgraph.contacts import Contacts
from netgraph.importers._account import DUPLICATE, account
from netgraph.importers._dates import counted
from netgraph.importers._mailbox import (
    decode,
    first_word,
    looks_like_mail,
    read_moment,
    read_parties,
    split_messages,
)
from netgraph.importers._numbers import number
from netgraph.importers._parties import (
    MOST_PARTIES,
    Party,
    as_table,
    is_robot,
    most_present,
    name_parties,
)
from netgraph.importers._register import importer

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime
    from email.message import Message

    from netgraph.importers._text import Document

FORMAT = "mail"
_BULK = frozenset({"bulk", "list", "junk"})
_LABELS = {
    "draft": "a draft was never sent",
    "drafts": "a draft was never sent",
    "spam": "it lies among the spam",
}


class Letter(NamedTuple):
    """The headers of one message.

    Attributes
    ----------
    row
        The line at which it begins.
    parties
        The sender, then the recipients.
    at
        When it was sent, if that can be read.
    event, thread
        What tells it from all others, and the message that its thread began with.
    fault
        Why it is refused; "" if it is not.
    """

    row: int
    parties: list[Party]
    at: datetime | None
    event: int
    thread: str
    fault: str


@importer(FORMAT, looks=looks_like_mail, trust=6)
def read_mail(document: Document) -> Contacts:
    """Mail (mbox, EML): who wrote to whom, and when; texts and subjects are not kept.

    Parameters
    ----------
    document
        A mailbox (Gmail Takeout, Thunderbird, Apple Mail) or one message.

    Returns
    -------
    Contacts
        An interaction for each recipient of each message, ``thread`` being the
        message that the thread began with. Lists, bulk mail, spam, drafts,
        copies and mail to more than 15 are refused. A message whose date
        cannot be read is kept, without it.
    """
    seats: Counter[str] = Counter()
    letters = _read_letters(io.StringIO(document.text, newline=""), seats)
    table = as_table(document, FORMAT, [letter.row for letter in letters])
    kept = [letter for letter in letters if not letter.fault]
    sent = [(letter, target.id) for letter in kept for target in letter.parties[1:]]
    undated = sum(letter.at is None for letter in kept)
    return Contacts(
        **name_parties((party for letter in kept for party in letter.parties), FORMAT),
        interactions=pd.DataFrame(
            {
                "source": [letter.parties[0].id for letter, _ in sent],
                "target": [target for _, target in sent],
                "at": pd.Series([letter.at for letter, _ in sent], dtype="datetime64[s]"),
                "kind": "mail",
                "channel": "mail",
                "thread": [letter.thread for letter, _ in sent],
                "event": [letter.event for letter, _ in sent],
                "owner": most_present(seats),
            }
        ),
        **account(
            table,
            pd.Series([letter.fault for letter in letters], table.cells.index, dtype="object"),
            [f"{counted(undated, 'date')} could not be read" if undated else ""],
        ),
    )


def _read_letters(lines: Iterable[str], seats: Counter[str]) -> list[Letter]:
    """Read all messages, and count in how many each address stands.

    Refused ones count too: newsletters are written to the owner of the mailbox.
    """
    seen: set[int] = set()
    letters = []
    for row, message in split_messages(lines):
        letter = _read_letter(row, message)
        seats.update({party.id for party in letter.parties})
        if not letter.fault and letter.event in seen:
            letter = letter._replace(fault=DUPLICATE)
        if not letter.fault:
            seen.add(letter.event)
        letters.append(letter)
    return letters


def _read_letter(row: int, message: Message) -> Letter:
    senders = read_parties(message, "From") or read_parties(message, "Sender")
    recipients = read_parties(message, "To", "Cc", "Bcc")
    if not recipients:  # a blind copy: the mailbox that it came to is told all the same
        recipients = read_parties(message, "Delivered-To")[:1]
    name = first_word(message, "Message-ID")
    facts = (str(message.get(header, "")) for header in ("Date", "From", "To", "Subject"))
    others = [party for party in recipients if party.id != senders[0].id] if senders else []
    return Letter(
        row=row,
        parties=[*senders[:1], *others] if senders else recipients,
        at=read_moment(str(message.get("Date", ""))),
        event=number([name] if name else facts),
        thread=first_word(message, "References") or first_word(message, "In-Reply-To") or name,
        fault=_bulk(message) or _fault(senders, recipients, others),
    )


def _bulk(message: Message) -> str:
    """Find what tells that no person wrote it to a person; "" if nothing does."""
    if "List-Id" in message:
        return "a mailing list sent it (List-Id)"
    if "List-Unsubscribe" in message:
        return "a newsletter (List-Unsubscribe)"
    precedence = first_word(message, "Precedence").lower()
    if precedence in _BULK:
        return f"bulk mail (Precedence: {precedence})"
    if first_word(message, "Auto-Submitted").lower() not in {"", "no", "no;"}:
        return "a program sent it (Auto-Submitted)"
    labels = decode(" ".join(str(message.get("X-Gmail-Labels", "")).split())).casefold()
    return next((_LABELS[x] for x in map(str.strip, labels.split(",")) if x in _LABELS), "")


def _fault(senders: list[Party], recipients: list[Party], others: list[Party]) -> str:
    if not senders:
        return "it names no sender"
    if is_robot(senders[0]):
        return "an address that takes no answer sent it (no-reply)"
    if not recipients:
        return "it names no recipient"
    if len(recipients) > MOST_PARTIES:
        return f"it went to {len(recipients)} people: more than {MOST_PARTIES}"
    return "" if others else "nobody but its sender takes part"
