"""``messages.csv``: who wrote to whom, and when; never what."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

import pandas as pd

from netgraph.contacts import Contacts
from netgraph.importers._account import ANONYMOUS, DUPLICATE, account, mark, no_faults
from netgraph.importers._dates import TIMES, read_times, unread
from netgraph.importers._identifiers import linkedin_slug
from netgraph.importers._names import clean, is_deleted_member, map_unique, without_degrees
from netgraph.importers._people import mentioned, tell_people, tell_profiles
from netgraph.importers._register import importer
from netgraph.importers.linkedin._words import count_words

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
DRAFT = "a draft was never sent"
_NO_SENDER, _NO_RECIPIENT = "it names no sender", "it names no recipient"
_GROUP = 3


class Person(NamedTuple):
    """A mention: the name as cleaned, and the profile where it is told."""

    name: str
    slug: str | None


@importer(
    FORMAT,
    columns=COLUMNS,
    needs=("from to date content thread", "from to date content folder", "from to date subject"),
    files=("messages",),
)
def read_messages(table: Table) -> Contacts:
    """Messages on LinkedIn: who wrote to whom, when, and how many words.

    Parameters
    ----------
    table
        Any generation of the file, from 7 columns (2018) to 13 (2026).

    Returns
    -------
    Contacts
        An interaction for each recipient of each message. The text is counted
        in words and forgotten. Titles of conversations among three or more
        become groups of those who take part.
    """
    senders = _senders(table)
    recipients = _recipients(table)
    times = read_times(table.text("date"), TIMES)
    faults = _find_faults(table, senders, recipients)
    threads = table.text("thread")
    known = _profiles_by_thread(threads, senders, recipients)
    contents = table.text("content")
    words = contents.map(count_words)
    stamps = [hash(parts) for parts in zip(threads, table.text("date"), contents, strict=True)]

    mentions: list[tuple[str, str, str, int]] = []  # thread, id, name, event
    sent: list[tuple[str, str, int]] = []  # source, target, position of the row
    sound = (faults == "").to_numpy()
    for place, (thread, sender, others) in enumerate(
        zip(threads, senders, recipients, strict=True)
    ):
        if not sound[place]:
            continue
        source = _identify(sender, thread, known)
        mentions.append((thread, source, sender.name, stamps[place]))
        for other in others:
            if not is_deleted_member(other.name):
                target = _identify(other, thread, known)
                mentions.append((thread, target, other.name, stamps[place]))
                sent.append((source, target, place))
    told = pd.DataFrame(mentions, columns=["thread", "id", "name", "event"])
    people = tell_people(
        told["id"], told["name"], FORMAT, ego=_find_ego(table, senders, recipients, threads, known)
    )
    places = [place for _, _, place in sent]
    undated = unread(table.text("date"), times)
    return Contacts(
        people=people.join(_groups(told, threads, map_unique(table.text("title"), clean))),
        identifiers=tell_profiles(people),
        interactions=pd.DataFrame(
            {
                "source": [source for source, _, _ in sent],
                "target": [target for _, target, _ in sent],
                "at": times.take(places).array,
                "kind": "message",
                "channel": "linkedin",
                "words": words.take(places).array,
                "thread": threads.take(places).array,
                "event": [stamps[place] for place in places],
            }
        ),
        **account(table, faults, [f"{undated} dates could not be read" if undated else ""]),
    )


def split_recipients(names: str, urls: str) -> list[Person]:
    """Take the cells TO and RECIPIENT PROFILE URLS apart.

    Both are joined by commas without a blank, and names contain commas
    themselves (``Bob Sample, PhD``); so the addresses say how many there are.

    Examples
    --------
    >>> pair = "https://www.linkedin.com/in/ada,https://www.linkedin.com/in/bob"
    >>> [tuple(p) for p in split_recipients("Ada Example, PhD,Bob Sample", pair)]
    [('Ada Example', 'ada'), ('Bob Sample', 'bob')]
    """
    slugs = [linkedin_slug(url) for url in urls.split(",")] if urls else []
    parts = [names] if len(slugs) == 1 else re.split(r",(?! )", names)
    if slugs and len(parts) != len(slugs):
        living = [part for part in parts if not is_deleted_member(part)]
        parts = living if len(living) == len(slugs) else _segment(names, len(slugs))
    people = [without_degrees(clean(part)) for part in parts]
    if len(people) != len(slugs):
        slugs = [*slugs, *[None] * len(people)][: len(people)] if not slugs else slugs
        people = people if len(people) == len(slugs) else [""] * len(slugs)
    return [Person(n, s) for n, s in zip(people, slugs, strict=True) if n or s]


def _segment(names: str, count: int) -> list[str]:
    """Cut at every comma, if that gives `count` names; else tell none."""
    parts = names.split(",")
    return parts if len(parts) == count else []


def _senders(table: Table) -> list[Person]:
    names = map_unique(table.text("from"), lambda t: without_degrees(clean(t)))
    slugs = map_unique(table.text("from_url"), linkedin_slug)
    return [Person(name, slug) for name, slug in zip(names, slugs, strict=True)]


def _recipients(table: Table) -> list[list[Person]]:
    cells = list(zip(table.text("to"), table.text("to_urls"), strict=True))
    split = {pair: split_recipients(*pair) for pair in set(cells)}
    return [split[pair] for pair in cells]


def _find_faults(table: Table, senders: list[Person], recipients: list[list[Person]]) -> pd.Series:
    index = table.cells.index
    drafts = table.text("draft") + " " + table.text("conversation_draft")
    is_draft = drafts.str.casefold().str.contains("yes|true")
    deleted = pd.Series([is_deleted_member(s.name) for s in senders], index=index)
    alone = [
        bool(people) and all(is_deleted_member(p.name) for p in people) for people in recipients
    ]
    company = table.text("from_url").str.contains("/company/|/showcase/|/school/", case=False)
    faults = mark(no_faults(table), is_draft, DRAFT)
    faults = mark(faults, deleted | pd.Series(alone, index=index), ANONYMOUS)
    faults = mark(faults, company, "a company page wrote it, not a person")
    nobody = pd.Series([not (s.name or s.slug) for s in senders], index=index)
    faults = mark(faults, nobody, _NO_SENDER)
    faults = mark(faults, pd.Series([not p for p in recipients], index=index), _NO_RECIPIENT)
    said = ["thread", "from", "from_url", "to", "date", "subject", "content"]
    columns = [role for role in said if table.has(role)]
    return mark(faults, table.cells.duplicated(columns), DUPLICATE)


def _profiles_by_thread(
    threads: pd.Series, senders: list[Person], recipients: list[list[Person]]
) -> dict[tuple[str, str], str | None]:
    """Learn which profile a name has within one conversation; None if it has several."""
    known: dict[tuple[str, str], str | None] = {}
    for thread, sender, others in zip(threads, senders, recipients, strict=True):
        for person in (sender, *others):
            if person.slug and person.name:
                key = thread, person.name
                if known.setdefault(key, person.slug) != person.slug:
                    known[key] = None
    return known


def _identify(person: Person, thread: str, known: dict[tuple[str, str], str | None]) -> str:
    slug = person.slug or known.get((thread, person.name))
    return str(mentioned(person.name, slug))


def _find_ego(
    table: Table,
    senders: list[Person],
    recipients: list[list[Person]],
    threads: pd.Series,
    known: dict[tuple[str, str], str | None],
) -> str | None:
    """Find whom the file itself shows as its owner: by direction, or as author of drafts."""
    votes: Counter[str] = Counter()
    directions = table.text("direction").str.casefold()
    drafts = (table.text("draft") + " " + table.text("conversation_draft")).str.casefold()
    for direction, draft, sender, others, thread in zip(
        directions, drafts, senders, recipients, threads, strict=True
    ):
        own = sender if direction == "outgoing" or "yes" in draft else None
        if direction == "incoming" and len(others) == 1:
            own = others[0]
        if own and (own.name or own.slug) and not is_deleted_member(own.name):
            votes[_identify(own, thread, known)] += 1
    return votes.most_common(1)[0][0] if votes else None


def _groups(told: pd.DataFrame, threads: pd.Series, titles: pd.Series) -> pd.DataFrame:
    """Give each person the titles of the group conversations that they take part in."""
    named = pd.DataFrame({"thread": threads, "title": titles.str.replace(";", ",")})
    named = named[(named["title"] != "") & (named["thread"] != "")].drop_duplicates("thread")
    members = told[["thread", "id"]].drop_duplicates().merge(named, on="thread")
    size = members.groupby("thread")["id"].transform("size")
    grouped = members[size >= _GROUP].groupby("id", sort=False)["title"]
    return grouped.agg(lambda titles: "; ".join(dict.fromkeys(titles))).rename("groups").to_frame()
