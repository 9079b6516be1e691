"""Calendars (ICS): who met whom, and whether it may have been face to face."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

import pandas as pd

from netgraph.contacts import Contacts
from netgraph.importers._account import DUPLICATE, account
from netgraph.importers._dates import counted
from netgraph.importers._events import Event, read_events
from netgraph.importers._identifiers import email_addresses
from netgraph.importers._numbers import number
from netgraph.importers._occurrences import find_occurrences
from netgraph.importers._parties import (
    MOST_PARTIES,
    Party,
    as_table,
    most_present,
    name_parties,
)
from netgraph.importers._people import MAIL
from netgraph.importers._register import importer

if TYPE_CHECKING:
    from datetime import datetime

    from netgraph.importers._text import Document

FORMAT = "calendar"
_NAME = re.compile(r"^X-WR-CALNAME[^:\r\n]*:(.*)$", re.IGNORECASE | re.MULTILINE)
_PAIR = 2


class Meeting(NamedTuple):
    """A meeting: those who took part, the one who asked for it first, and when it was held."""

    parties: list[Party]
    times: list[datetime | None]
    event: Event


def looks_like_calendar(text: str) -> bool:
    """Tell an ICS file by its first line."""
    return text[:100].lstrip("\ufeff \r\n").upper().startswith("BEGIN:VCALENDAR")


@importer(FORMAT, looks=looks_like_calendar, endings=(".ics", ".ical"), trust=6)
def read_calendar(document: Document) -> Contacts:
    """Calendars (ICS): who met whom, when, and whether face to face was possible.

    Parameters
    ----------
    document
        A calendar as Google, Outlook or Apple export it.

    Returns
    -------
    Contacts
        For each time that a meeting was held, an interaction from who asked
        for it to each other who took part; never a title or a place. ``channel`` is
        ``in_person_possible`` where a place is told and no conference, else
        ``call``. Refused: what was cancelled or declined or lies ahead, days
        (not hours), what one was alone in, and more than 15 people. Rooms are
        not people.

    Raises
    ------
    ImportFormatError
        If the package icalendar is missing.
    """
    events, warnings = read_events(document)
    owner = _find_owner(document, events)
    held, more = find_occurrences(events)
    table = as_table(document, FORMAT, [event.row for event in events])
    faults, meetings, seen = [], [], set()
    for event, times in zip(events, held, strict=True):
        key = (event.uid, event.recurrence, event.start) if event.uid else event.row
        fault = event.fault or _fault(event, owner, times)
        if not fault and key in seen:
            fault = DUPLICATE
        faults.append(fault)
        if not fault:
            seen.add(key)
            meetings.append(Meeting(_in_order(event, owner), times, event))
    undated = sum(meeting.event.start is None for meeting in meetings)
    warnings += [*more, f"{counted(undated, 'date')} could not be read" if undated else ""]
    return Contacts(
        **name_parties((party for meeting in meetings for party in meeting.parties), FORMAT),
        interactions=_tell(meetings, owner),
        **account(table, pd.Series(faults, table.cells.index, dtype="object"), warnings),
    )


def _find_owner(document: Document, events: list[Event]) -> str:
    """Find whose calendar it is: by its name, the file's, or who is in most of the meetings."""
    title = _NAME.search(document.text[:10_000])
    for told in (title[1] if title else "", document.file.rpartition("/")[2]):
        for address in email_addresses(re.sub(r"(?i)(\s*\(\d+\))?\.ics$", "", told)):
            if any(MAIL + address == party.id for event in events for party in event.invited):
                return MAIL + address
    seats = Counter(party.id for event in events for party in event.invited)
    return most_present(seats)


def _fault(event: Event, owner: str, times: list[datetime | None]) -> str:
    if owner in event.declined:
        return "you declined it"
    if len(event.invited) > MOST_PARTIES:
        return f"{len(event.invited)} people were invited: more than {MOST_PARTIES}"
    if len(event.present) < _PAIR:
        return "nobody else takes part"
    return "" if times else "it has not taken place yet"


def _in_order(event: Event, owner: str) -> list[Party]:
    """Bring who asked for the meeting to the front, or else the owner of the calendar."""
    first = event.organizer if event.organizer in {p.id for p in event.present} else owner
    return sorted(event.present, key=lambda party: party.id != first)


def _tell(meetings: list[Meeting], owner: str) -> pd.DataFrame:
    rows = [
        (parties[0].id, other.id, at, event.channel, event.uid, number([*key, at]))
        for parties, times, event in meetings
        for key in [_key(parties, event)]
        for at in times
        for other in parties[1:]
    ]
    columns = ["source", "target", "at", "channel", "thread", "event"]
    told = pd.DataFrame(rows, columns=columns).assign(kind="meeting", owner=owner)
    return told.assign(at=told["at"].astype("datetime64[s]"))


def _key(parties: list[Party], event: Event) -> list[str]:
    """Give what tells a meeting from all others: its id, or else who asked whom, to what."""
    if event.uid:
        return [event.uid]
    return [str(event.component.get("SUMMARY", "")), *(party.id for party in parties)]
