"""Mail: an mbox file or a single message; who wrote to whom and when, never what."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

import pandas as pd

from netgraph.contacts import Contacts
from netgraph.importers._account import DUPLICATE, account
from netgraph.importers._dates import counted
from netgraph.importers._headers import Headers, decode, read_moment
from netgraph.importers._mailbox import LONGEST_HEAD, Head, looks_like_mail, split_messages
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
from netgraph.importers._text import Document, Stream

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

FORMAT = "mail"
_BULK = frozenset({"bulk", "list", "junk"})
_DRAFTS = """
    draft drafts entwurf entwürfe brouillon brouillons borrador borradores bozza bozze
    rascunho rascunhos concept concepten черновик черновики koncept koncepty
    """
"""What Gmail calls them, by the language of the user."""
_LABELS = {
    **dict.fromkeys(_DRAFTS.split(), "a draft was never sent"),
    "spam": "it lies among the spam",
    "спам": "it lies among the spam",
}


class Letter(NamedTuple):
    """What the headers of one message tell.

    Attributes
    ----------
    parties
        The sender, then the recipients.
    at
        When it was sent, if that can be read.
    event, thread
        What tells it from all others, and the message that its thread began with.
    fault
        Why it is refused; "" if it is not.
    """

    parties: list[Party]
    at: datetime | None
    event: int
    thread: str
    fault: str


class Mailbox(NamedTuple):
    """What was read of a mailbox.

    Attributes
    ----------
    faults
        The line at which each message begins -> why it is refused, "" if it is not.
    kept
        The messages that are not refused.
    seats
        In how many messages each address stands, refused ones included:
        newsletters are written to the owner of the mailbox.
    guessed
        How many messages have headers in a wrong encoding.
    """

    faults: dict[int, str]
    kept: list[Letter]
    seats: Counter[str]
    guessed: int


@importer(FORMAT, looks=looks_like_mail, endings=(".mbox", ".eml"), trust=6, streams=True)
def read_mail(stream: Stream) -> Contacts:
    """Mail (mbox, EML): who wrote to whom, and when; texts and subjects are not kept.

    Parameters
    ----------
    stream
        A mailbox (Gmail Takeout, Thunderbird, Apple Mail) or one message, read
        piece by piece: it may be larger than the memory.

    Returns
    -------
    Contacts
        An interaction for each recipient of each message, ``thread`` being the
        message that the thread began with. Lists, bulk mail, spam, drafts,
        copies and mail to more than 15 are refused. A message whose date
        cannot be read is kept, without it.
    """
    fallback = stream.encoding or "cp1252"
    box = _read_mailbox(split_messages(stream.content.read), fallback)
    document = Document(stream.file, "", "utf-8")
    table = as_table(document, FORMAT, list(box.faults))
    sent = [(letter, target.id) for letter in box.kept for target in letter.parties[1:]]
    return Contacts(
        **name_parties((party for letter in box.kept for party in letter.parties), FORMAT),
        interactions=pd.DataFrame(
            {
                "source": [letter.parties[0].id for letter, _ in sent],
                "target": [target for _, target in sent],
                "at": pd.Series([letter.at for letter, _ in sent], dtype="datetime64[s]"),
                "kind": "mail",
                "channel": "mail",
                "thread": [letter.thread for letter, _ in sent],
                "event": [letter.event for letter, _ in sent],
                "owner": most_present(box.seats),
            }
        ),
        **account(
            table,
            pd.Series(list(box.faults.values()), table.cells.index, dtype="object"),
            _warnings(stream, box, fallback),
        ),
    )


def _read_mailbox(heads: Iterable[Head], fallback: str) -> Mailbox:
    seen: set[int] = set()
    box = Mailbox({}, [], Counter(), 0)
    guessed = 0
    for head in heads:
        headers = Headers(head.lines, fallback)
        letter = _read_letter(head, headers)
        fault = letter.fault or (DUPLICATE if letter.event in seen else "")
        box.faults[head.row] = fault
        box.seats.update({party.id for party in letter.parties})
        guessed += headers.guessed
        if not fault:
            seen.add(letter.event)
            box.kept.append(letter)
    return box._replace(guessed=guessed)


def _warnings(stream: Stream, box: Mailbox, fallback: str) -> list[str]:
    undated = sum(letter.at is None for letter in box.kept)
    cut = stream.content.damage
    return [
        f"{counted(undated, 'date')} could not be read" if undated else "",
        f"{counted(box.guessed, 'message')} with headers that are not UTF-8, read as {fallback}"
        if box.guessed
        else "",
        f"{cut.reason} behind line {max(box.faults, default=1):,}; what stands there is not read"
        if cut
        else "",
    ]


def _read_letter(head: Head, headers: Headers) -> Letter:
    senders = headers.parties("from") or headers.parties("sender")
    recipients = headers.parties("to", "cc", "bcc")
    if not recipients:  # a blind copy: the mailbox that it came to is told all the same
        recipients = headers.parties("delivered-to")[:1]
    name = headers.first_word("message-id")
    facts = [headers.first(header) for header in ("date", "from", "to", "subject")]
    others = [party for party in recipients if party.id != senders[0].id] if senders else []
    fault = f"its headers are longer than {LONGEST_HEAD:,} bytes"
    return Letter(
        parties=[*senders[:1], *others] if senders else recipients,
        at=read_moment(headers.first("date")),
        event=number([name] if name else facts),
        thread=headers.first_word("references") or headers.first_word("in-reply-to") or name,
        fault=fault
        if len(head.lines) > LONGEST_HEAD
        else _bulk(headers) or _fault(senders, recipients, others),
    )


def _bulk(headers: Headers) -> str:
    """Find what tells that no person wrote it to a person; "" if nothing does."""
    if "list-id" in headers:
        return "a mailing list sent it (List-Id)"
    if "list-unsubscribe" in headers:
        return "a newsletter (List-Unsubscribe)"
    precedence = headers.first_word("precedence").lower()
    if precedence in _BULK:
        return f"bulk mail (Precedence: {precedence})"
    if headers.first_word("auto-submitted").lower() not in {"", "no", "no;"}:
        return "a program sent it (Auto-Submitted)"
    labels = decode(headers.first("x-gmail-labels")).casefold()
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
