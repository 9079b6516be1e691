"""The events of a calendar, taken apart one by one, so that a broken one harms no other."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

from netgraph.errors import ImportFormatError
from netgraph.importers._dates import counted
from netgraph.importers._parties import MOST_PARTIES, Party, read_party

if TYPE_CHECKING:
    from collections.abc import Iterator

    from netgraph.importers._text import Document

_ROOM = frozenset({"RESOURCE", "ROOM", "GROUP"})
_NOBODY = re.compile(r"@(resource|group)\.calendar\.google\.com$")
_ONLINE = re.compile(
    r"://|\bwww\.|microsoft teams|\bzoom\b|google meet|webex|skype|gotomeeting|jitsi", re.IGNORECASE
)
_CONFERENCES = (
    "CONFERENCE",
    "X-GOOGLE-CONFERENCE",
    "X-MICROSOFT-SKYPETEAMSMEETINGURL",
    "X-MICROSOFT-ONLINEMEETINGEXTERNALLINK",
)
_ASKED = re.compile(r"\r\nATTENDEE[;:]", re.IGNORECASE)
_MOST_ASKED = 1_000
"""An event of more is refused anyway, and not taken apart."""
_UNUSED = re.compile(
    r"\r\n(?:DESCRIPTION|X-ALT-DESC|ATTACH|COMMENT)[;:][^\r\n]*(?:\r\n[ \t][^\r\n]*)*",
    re.IGNORECASE,
)
"""What events are long of, and nothing is read of."""
_CUT_OFF = "the event is cut off"
_BROKEN = "the event cannot be read"


@dataclass(frozen=True)
class Event:
    """One event of a calendar.

    Attributes
    ----------
    row
        The line at which it begins.
    component
        As icalendar read it; None if it could not.
    uid, recurrence
        Its id, and which time of a series it changes, if it does.
    start
        Naive UTC; None if it cannot be read.
    organizer
        The id of who asked for it; "" if that is no person.
    invited, present, declined
        The people asked, those who did not decline, and the ids of those who did.
    channel
        ``in_person_possible`` or ``call``.
    fault
        Why it is refused, as far as it tells by itself.
    """

    row: int
    component: Any = None
    uid: str = ""
    recurrence: datetime | None = None
    start: datetime | None = None
    organizer: str = ""
    invited: tuple[Party, ...] = ()
    present: tuple[Party, ...] = ()
    declined: frozenset[str] = frozenset()
    channel: str = "call"
    fault: str = ""


def read_events(document: Document) -> tuple[list[Event], list[str]]:
    """Read the events of a calendar, and what the user should know about the reading."""
    try:
        import icalendar  # noqa: PLC0415 - 80 ms that only calendars need
    except ImportError:
        raise ImportFormatError(
            "calendars need the package icalendar",
            file=document.file,
            remedy="Install it: pip install icalendar",
        ) from None
    blocks = list(_split(document.text))
    broken = 0
    for _, kind, text in blocks:
        if kind == "VTIMEZONE":  # once read, icalendar knows it by its name
            try:
                icalendar.Timezone.from_ical(text)
            except (ValueError, LookupError, TypeError, AttributeError):
                broken += 1
    events = []
    for row, kind, text in blocks:
        if kind == "VEVENT":
            event, errors = _read_event(row, text)
            events.append(event)
            broken += errors
    return events, [f"{counted(broken, 'line')} could not be read" if broken else ""]


def as_utc(moment: datetime) -> datetime:
    """Give a time as naive UTC; one without a zone is taken as it stands."""
    return moment.astimezone(UTC).replace(tzinfo=None) if moment.tzinfo else moment


def _split(text: str) -> Iterator[tuple[int, str, str]]:
    """Find the events and time zones: line, kind and text ("" if it never ends)."""
    begin, kind, lines = 0, "", list[str]()
    for row, line in enumerate(re.split(r"\r\n|\n|\r", text), start=1):
        sign, _, name = line.strip().upper().partition(":")
        opens = sign == "BEGIN" and name in {"VEVENT", "VTIMEZONE"}
        if begin and (opens or (sign == "END" and name == "VCALENDAR")):
            yield begin, kind, ""
            begin = 0
        if opens:
            begin, kind, lines = row, name, []
        if begin:
            lines.append(line)
            if sign == "END" and name == kind:
                yield begin, kind, "\r\n".join(lines) + "\r\n"
                begin = 0
        elif sign == "END" and name == "VEVENT":
            yield row, name, ""  # its beginning is lost
    if begin:
        yield begin, kind, ""


def _read_event(row: int, text: str) -> tuple[Event, int]:
    import icalendar  # noqa: PLC0415 - see read_events

    if not text:
        return Event(row, fault=_CUT_OFF), 0
    asked = len(_ASKED.findall(text))
    if asked > _MOST_ASKED:
        return Event(row, fault=f"{asked:,} people were invited: more than {MOST_PARTIES}"), 0
    try:
        component = icalendar.Event.from_ical(_UNUSED.sub("", text))
        return _tell(row, component), len(component.errors)
    except (ValueError, LookupError, TypeError, AttributeError, OverflowError):
        return Event(row, fault=_BROKEN), 0


def _tell(row: int, component: Any) -> Event:  # noqa: ANN401 - icalendar's types are not ours
    asked = _several(component.get("ATTENDEE"))
    hosts = _several(component.get("ORGANIZER"))[:1]
    people: dict[str, Party] = {}
    declined = set()
    for entry in [*asked, *hosts]:
        party = _read_entry(entry)
        if party is None:
            continue
        known = people.get(party.id)
        people[party.id] = known if known and known.name else party
        if str(entry.params.get("PARTSTAT", "")).upper() == "DECLINED":
            declined.add(party.id)
    host = _read_entry(hosts[0]) if hosts else None
    begin = _day_or_time(component, "DTSTART")
    all_day = begin is not None and not isinstance(begin, datetime)
    fault = "it lasts whole days" if all_day else ""
    if str(component.get("STATUS", "")).upper() == "CANCELLED":
        fault = "it was cancelled"
    return Event(
        row=row,
        component=component,
        uid=str(component.get("UID", "")),
        recurrence=_moment(component, "RECURRENCE-ID"),
        start=_moment(component, "DTSTART"),
        organizer=host.id if host else "",
        invited=tuple(people.values()),
        present=tuple(party for party in people.values() if party.id not in declined),
        declined=frozenset(declined),
        channel=_channel(component),
        fault=fault,
    )


def _moment(component: Any, name: str) -> datetime | None:  # noqa: ANN401 - an icalendar Event
    told = _day_or_time(component, name)
    return as_utc(told) if isinstance(told, datetime) else None


def _day_or_time(component: Any, name: str) -> date | None:  # noqa: ANN401 - an icalendar Event
    try:
        return getattr(component.get(name), "dt", None)
    except ValueError:  # icalendar keeps what it cannot read, and raises when it is asked for
        return None


def _several(entry: Any) -> list[Any]:  # noqa: ANN401 - icalendar gives one or a list
    if entry is None:
        return []
    return list(entry) if isinstance(entry, list) else [entry]


def _read_entry(entry: Any) -> Party | None:  # noqa: ANN401 - an icalendar vCalAddress
    """Read one who was asked; None for rooms, and where nothing tells who it is."""
    address = re.sub("^mailto:", "", str(entry).strip(), flags=re.IGNORECASE)
    if str(entry.params.get("CUTYPE", "")).upper() in _ROOM or _NOBODY.search(address.lower()):
        return None
    if "@" not in address:
        address = str(entry.params.get("EMAIL", ""))
    party = read_party(str(entry.params.get("CN", "")), address)
    return party if party.id else None


def _channel(component: Any) -> str:  # noqa: ANN401 - an icalendar Event
    place = str(component.get("LOCATION", "")).strip()
    online = not place or _ONLINE.search(place) or any(name in component for name in _CONFERENCES)
    return "call" if online else "in_person_possible"
