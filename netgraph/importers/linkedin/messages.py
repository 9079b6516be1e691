"""``messages.csv``: who wrote to whom, and when; never what."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pandas as pd

from netgraph.contacts import Contacts
from netgraph.importers._account import ANONYMOUS, DUPLICATE, account, mark, no_faults
from netgraph.importers._dates import TIMES, read_times, unread
from netgraph.importers._identifiers import linkedin_slug
from netgraph.importers._names import clean, is_deleted_member, map_unique, without_degrees
from netgraph.importers._people import mentioned, tell_people, tell_profiles
from netgraph.importers._register import importer
from netgraph.importers.linkedin._recipients import Person, split_recipients
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
_IDENTITY = ("thread", "from", "to", "date", "subject", "content")
_YES = frozenset({"yes", "true", "1"})
_GROUP = 3
"""From so many people on, you among them, a conversation is a group."""


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
    rows = _read_people(table)
    times = read_times(table.text("date"), TIMES)
    faults = _find_faults(table, rows)
    sound = rows[faults == ""]
    names: dict[str, str] = {}
    sources, targets, places = [], [], []
    known = _profiles_by_thread(rows)
    for place, thread, sender, others in zip(
        sound.index, sound["thread"], sound["sender"], sound["recipients"], strict=True
    ):
        source = _identify(sender, thread, known, names)
        for other in others:
            if not is_deleted_member(other.name):
                sources.append(source)
                targets.append(_identify(other, thread, known, names))
                places.append(place)
    people = tell_people(names, names.values(), FORMAT, ego=_find_ego(table, rows, known))
    undated = unread(table.text("date"), times)
    seats = pd.DataFrame({"source": sources, "target": targets, "row": places}, dtype="object")
    words = map_unique(table.text("content"), count_words)
    return Contacts(
        people=people.join(_groups(table, seats)),
        identifiers=tell_profiles(people),
        interactions=pd.DataFrame(
            {
                "source": sources,
                "target": targets,
                "at": times.loc[places].array,
                "kind": "message",
                "channel": "linkedin",
                "words": words.loc[places].array,
                "thread": rows["thread"].loc[places].array,
                "event": rows["event"].loc[places].array,
            }
        ),
        **account(table, faults, [f"{undated} dates could not be read" if undated else ""]),
    )


def _read_people(table: Table) -> pd.DataFrame:
    """Read who wrote to whom: a row a message, with a number that tells it from all others."""
    names = map_unique(table.text("from"), lambda text: without_degrees(clean(text)))
    slugs = map_unique(table.text("from_url"), linkedin_slug)
    cells = list(zip(table.text("to"), table.text("to_urls"), strict=True))
    split = {pair: split_recipients(*pair) for pair in dict.fromkeys(cells)}
    identity = zip(*(table.text(role) for role in _IDENTITY), strict=True)
    columns = {
        "thread": table.text("thread").tolist(),
        "sender": [Person(name, slug) for name, slug in zip(names, slugs, strict=True)],
        "recipients": [split[pair] for pair in cells],
    }
    rows = pd.DataFrame(
        {name: pd.Series(values, dtype="object") for name, values in columns.items()}
    )
    return rows.set_axis(table.cells.index).assign(event=[hash(parts) for parts in identity])


def _find_faults(table: Table, rows: pd.DataFrame) -> pd.Series:
    drafts = _is_draft(table)
    company = map_unique(
        table.text("from_url"), lambda url: "/company/" in url or "/showcase/" in url
    )
    sender = rows["sender"].map(lambda person: is_deleted_member(person.name))
    alone = rows["recipients"].map(
        lambda people: bool(people) and all(is_deleted_member(person.name) for person in people)
    )
    faults = mark(no_faults(table), drafts, "a draft was never sent")
    faults = mark(faults, sender.astype(bool) | alone.astype(bool), ANONYMOUS)
    faults = mark(faults, company.astype(bool), "a company page wrote it, not a person")
    nobody = rows["sender"].map(lambda person: not (person.name or person.slug)).astype(bool)
    faults = mark(faults, nobody, "it names no sender")
    empty = rows["recipients"].map(lambda people: not people).astype(bool)
    faults = mark(faults, empty, "it names no recipient")
    return mark(faults, rows["event"].duplicated(), DUPLICATE)


def _is_draft(table: Table) -> pd.Series:
    columns = [table.text(role) for role in ("draft", "conversation_draft")]
    yes = [map_unique(column, lambda text: text.casefold() in _YES) for column in columns]
    return yes[0].astype(bool) | yes[1].astype(bool)


_Known = dict[tuple[str, str], str | None]


def _profiles_by_thread(rows: pd.DataFrame) -> _Known:
    """Learn which profile a name has within one conversation; None if it has several."""
    known: _Known = {}
    for thread, sender, others in zip(
        rows["thread"], rows["sender"], rows["recipients"], strict=True
    ):
        for person in (sender, *others):
            if person.slug and person.name:
                key = thread, person.name
                if known.setdefault(key, person.slug) != person.slug:
                    known[key] = None
    return known


def _identify(
    person: Person, thread: str, known: _Known, names: dict[str, str] | None = None
) -> str:
    """Give a person's id, and note the first name that goes with it."""
    slug = person.slug or known.get((thread, person.name))
    found = mentioned(person.name, slug) or ""
    if names is not None and not names.get(found):
        names[found] = person.name
    return found


def _find_ego(table: Table, rows: pd.DataFrame, known: _Known) -> str | None:
    """Find whom the file itself shows as its owner: by direction, or as author of drafts."""
    if not (table.has("direction") or table.has("draft") or table.has("conversation_draft")):
        return None
    directions = map_unique(table.text("direction"), str.casefold)
    own = directions.eq("outgoing") | _is_draft(table)
    received = directions.eq("incoming") & rows["recipients"].map(len).eq(1)
    writers = zip(rows["thread"][own], rows["sender"][own], strict=True)
    readers = zip(rows["thread"][received], rows["recipients"][received].str[0], strict=True)
    votes = Counter(
        _identify(person, thread, known)
        for thread, person in (*writers, *readers)
        if (person.name or person.slug) and not is_deleted_member(person.name)
    )
    return votes.most_common(1)[0][0] if votes else None


def _groups(table: Table, seats: pd.DataFrame) -> pd.DataFrame:
    """Give each person the titles of the group conversations that they take part in."""
    titles = map_unique(table.text("title"), lambda text: clean(text).replace(";", ","))
    titled = pd.DataFrame({"thread": table.text("thread"), "title": titles})
    titled = titled[(titles != "") & (titled["thread"] != "")]
    seats = seats[seats["row"].isin(titled.index)].join(titled, on="row")
    members = pd.concat(
        [
            seats[["thread", "title", end]].rename(columns={end: "id"})
            for end in ("source", "target")
        ]
    ).drop_duplicates()
    size = members.groupby("thread")["id"].transform("nunique")
    grouped = members[size >= _GROUP].groupby("id", sort=False)["title"]
    labels = {person: "; ".join(dict.fromkeys(titles)) for person, titles in grouped}
    return pd.Series(labels, name="groups", dtype="object").to_frame()
