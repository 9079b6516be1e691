"""``messages.csv``: who wrote to whom, and when; never what."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

import pandas as pd

from netgraph.contacts import Contacts
from netgraph.importers._account import ANONYMOUS, DUPLICATE, account, hash_rows
from netgraph.importers._dates import TIMES, read_times, warn_of_unread
from netgraph.importers._identifiers import linkedin_slug
from netgraph.importers._names import clean, is_deleted_member, map_unique, without_degrees
from netgraph.importers._people import mentioned, tell_people, tell_profiles
from netgraph.importers._register import importer
from netgraph.importers.linkedin._recipients import Person, split_recipients
from netgraph.importers.linkedin._words import count_questions, count_words

if TYPE_CHECKING:
    from netgraph.importers._table import Table

FORMAT = "linkedin.messages"
COLUMNS = {
    "thread": "CONVERSATION ID",
    "title": "CONVERSATION TITLE",
    "from": "FROM",
    "from_url": "SENDER PROFILE URL",
    "to": "TO",
    "to_urls": "RECIPIENT PROFILE URLS",
    "date": "DATE",
    "subject": "SUBJECT",
    "content": "CONTENT",
    "direction": "DIRECTION",
    "folder": "FOLDER",
    "attachments": "ATTACHMENTS",
    "draft": "IS MESSAGE DRAFT",
    "conversation_draft": "IS CONVERSATION DRAFT",
}
_IDENTITY = ("thread", "from", "to", "date", "subject", "content")
_YES = frozenset({"yes", "true", "1"})
_GROUP = 3
"""From so many people on, you among them, a conversation is a group."""


class Message(NamedTuple):
    """Who wrote to whom, in which conversation; `event` tells it from all others."""

    thread: str
    sender: Person
    recipients: list[Person]
    event: int


@importer(
    FORMAT,
    columns=COLUMNS,
    needs=("from to date content thread", "from to date content folder", "from to date subject"),
    files=("messages",),
)
def read_messages(table: Table) -> Contacts:
    """Messages on LinkedIn: who wrote to whom, when, how many words, and how many questions.

    Parameters
    ----------
    table
        Any generation of the file, from 7 columns (2018) to 13 (2026).

    Returns
    -------
    Contacts
        An interaction for each recipient of each message. The text is counted
        in words and in questions, and forgotten. Titles of conversations among three or more
        become groups of those who take part.
    """
    messages = _read_all(table)
    faults = _find_faults(table, messages)
    times = read_times(table.text("date"), TIMES)
    known = _profiles_by_thread(messages)
    names: dict[str, str] = {}
    sources, targets, places = [], [], []
    for place, (message, fault) in enumerate(zip(messages, faults, strict=True)):
        if fault:
            continue
        source = _identify(message.sender, message.thread, known)
        names[source] = names.get(source) or message.sender.name
        for person in message.recipients:
            if is_deleted_member(person.name):
                continue
            target = _identify(person, message.thread, known)
            if target == source and not person.slug:  # a homonym: nobody writes to themselves
                target = _identify(person, message.thread, {})
            if target != source:
                names[target] = names.get(target) or person.name
                sources.append(source)
                targets.append(target)
                places.append(place)
    ego = _find_ego(table, messages, known)
    people = tell_people(names, names.values(), FORMAT, ego=ego)
    texts = table.text("content").tolist()
    words = [count_words(text) for text in texts]
    questions = [count_questions(text) for text in texts]
    interactions = pd.DataFrame(
        {
            "source": sources,
            "target": targets,
            "at": times.take(places).array,
            "kind": "message",
            "channel": "linkedin",
            "words": [words[place] for place in places],
            "questions": pd.array([questions[place] for place in places], dtype="Int64"),
            "thread": [messages[place].thread for place in places],
            "event": [messages[place].event for place in places],
        }
    )
    return Contacts(
        people=people.join(_groups(table, interactions)),
        identifiers=tell_profiles(people),
        interactions=interactions,
        **account(
            table,
            pd.Series(faults, index=table.cells.index, dtype="object"),
            [warn_of_unread((table.text("date"), times))],
        ),
    )


def _read_all(table: Table) -> list[Message]:
    columns = {role: table.text(role).tolist() for role in COLUMNS}
    senders = list(zip(columns["from"], columns["from_url"], strict=True))
    recipients = list(zip(columns["to"], columns["to_urls"], strict=True))
    sender = {pair: _sender(*pair) for pair in dict.fromkeys(senders)}
    several = {pair: split_recipients(*pair) for pair in dict.fromkeys(recipients)}
    events = hash_rows(table, _IDENTITY).tolist()
    return [
        Message(thread, sender[one], several[others], event)
        for thread, one, others, event in zip(
            columns["thread"], senders, recipients, events, strict=True
        )
    ]


def _sender(name: str, url: str) -> Person:
    return Person(without_degrees(clean(name)), linkedin_slug(url))


def _find_faults(table: Table, messages: list[Message]) -> list[str]:
    """Find the reason to refuse each message; "" for those that are sound."""
    seen: set[int] = set()
    faults = []
    folders = table.text("folder").str.casefold().tolist()
    urls = table.text("from_url").tolist()
    for message, draft, folder, url in zip(messages, _drafts(table), folders, urls, strict=True):
        fault = _fault(message, url)
        if draft or folder == "spam":
            fault = "a draft was never sent" if draft else "it lies among the spam"
        if not fault and message.event in seen:
            fault = DUPLICATE
        seen.add(message.event)
        faults.append(fault)
    return faults


def _fault(message: Message, url: str) -> str:
    sender, recipients = message.sender, message.recipients
    if is_deleted_member(sender.name):
        return ANONYMOUS
    if "/company/" in url or "/showcase/" in url:
        return "a company page wrote it, not a person"
    if not (sender.name or sender.slug):
        return "it names no sender"
    if not recipients:
        return "it names no recipient"
    alone = all(is_deleted_member(person.name) for person in recipients)
    return ANONYMOUS if alone else ""


def _drafts(table: Table) -> list[bool]:
    columns = [table.text(role).tolist() for role in ("draft", "conversation_draft")]
    return [
        one.casefold() in _YES or two.casefold() in _YES for one, two in zip(*columns, strict=True)
    ]


_Known = dict[tuple[str, str], str | None]


def _profiles_by_thread(messages: list[Message]) -> _Known:
    """Learn which profile a name has within one conversation; None if it has several.

    Only for conversations in which a profile is missing somewhere: in the files
    of today hardly one.
    """
    partial = {
        message.thread
        for message in messages
        if not message.sender.slug or not all(person.slug for person in message.recipients)
    }
    known: _Known = {}
    for message in messages:
        for person in (message.sender, *message.recipients) if message.thread in partial else ():
            if person.slug and person.name:
                key = message.thread, person.name
                if known.setdefault(key, person.slug) != person.slug:
                    known[key] = None
    return known


def _identify(person: Person, thread: str, known: _Known) -> str:
    return mentioned(person.name, person.slug or known.get((thread, person.name))) or ""


def _find_ego(table: Table, messages: list[Message], known: _Known) -> str | None:
    """Find whom the file itself shows as its owner: by direction, or as author of drafts."""
    if not (table.has("direction") or table.has("draft") or table.has("conversation_draft")):
        return None
    votes: Counter[str] = Counter()
    directions = table.text("direction").str.casefold().tolist()
    for message, direction, draft in zip(messages, directions, _drafts(table), strict=True):
        person = message.sender if draft or direction == "outgoing" else None
        if direction == "incoming" and len(message.recipients) == 1:
            person = message.recipients[0]
        if person and (person.name or person.slug) and not is_deleted_member(person.name):
            votes[_identify(person, message.thread, known)] += 1
    return votes.most_common(1)[0][0] if votes else None


def _groups(table: Table, interactions: pd.DataFrame) -> pd.DataFrame:
    """Give each person the titles of the group conversations that they take part in."""
    titles = map_unique(table.text("title"), lambda text: clean(text).replace(";", ","))
    pairs = zip(table.text("thread").tolist(), titles.tolist(), strict=True)
    titled = {thread: title for thread, title in pairs if thread and title}
    seats = interactions[interactions["thread"].isin(titled)]
    members = pd.concat(
        [seats[["thread", end]].rename(columns={end: "id"}) for end in ("source", "target")]
    ).drop_duplicates()
    size = members.groupby("thread")["id"].transform("size")
    members = members[size >= _GROUP]
    labels: dict[str, dict[str, None]] = {}
    for thread, person in zip(members["thread"].tolist(), members["id"].tolist(), strict=True):
        labels.setdefault(person, {})[titled[thread]] = None
    groups = {person: "; ".join(names) for person, names in labels.items()}
    return pd.Series(groups, name="groups", dtype="object").to_frame()
