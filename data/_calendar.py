"""The calendar: an ICS file as Google writes it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from _address_books import folded
from _chance import Chance
from _linkedin import EGO_EMAILS, EGO_NAME

if TYPE_CHECKING:
    from pathlib import Path

    from _records import Record
    from _story import Story

EGO = (EGO_NAME, EGO_EMAILS[1])
ROOM = "ATTENDEE;CUTYPE=RESOURCE;PARTSTAT=ACCEPTED;CN=Room Birch:mailto:c_188birch@resource.calendar.google.com"
LAST_SMALL_MEETING = datetime(2026, 7, 24)
"""Who was met later and got no word is one of the planted ones."""


@dataclass
class Meeting:
    """One event of the calendar."""

    summary: str
    at: datetime
    people: list[Record] = field(default_factory=list)
    declined_by: list[Record] = field(default_factory=list)
    extra: list[str] = field(default_factory=list)
    in_room: bool = False
    ego_declined: bool = False
    is_cancelled: bool = False
    all_day: bool = False
    zone: str = ""


def write_calendar(folder: Path, story: Story, records: list[Record]) -> None:
    """Write meetings of all kinds, those that are none included."""
    meetings = sorted(_plan(story, records), key=lambda m: (m.at, m.summary))
    lines = [
        "BEGIN:VCALENDAR",
        "PRODID:-//Google Inc//Google Calendar 70.9054//EN",
        "VERSION:2.0",
        "CALSCALE:GREGORIAN",
        f"X-WR-CALNAME:{EGO[1]}",
        "X-WR-TIMEZONE:Europe/Berlin",
    ]
    for number, meeting in enumerate(meetings):
        lines += _event(meeting, number)
    lines.append("END:VCALENDAR")
    pieces = [piece for line in lines for piece in folded(line)]
    (folder / "calendar.ics").write_bytes("".join(f"{p}\r\n" for p in pieces).encode())


def _plan(story: Story, records: list[Record]) -> list[Meeting]:
    chance = Chance("calendar")
    silent = [r for r in records if r.person in story.met_in_silence]
    others = [r for r in records if r.person not in story.met_in_silence]
    colleagues = [r for r in others if r.person.community == "present"]
    guild = [r for r in others if r.person.community == "association"]
    first = datetime(2023, 1, 9)
    span = (LAST_SMALL_MEETING - first).days

    def moment() -> datetime:
        return first + timedelta(chance.between(0, span), 1800 * chance.between(16, 34))

    meetings = [
        Meeting(chance.pick(("Coffee", "1:1", "Lunch", "Project talk", "Review")), moment(),
                chance.some(others, chance.pick((1, 1, 1, 2, 3))), in_room=chance.happens(0.2),
                extra=["LOCATION:Café Linde\\nBerlin"] if chance.happens(0.4) else
                      ["CONFERENCE;VALUE=URI:https://meet.example/" + chance.letters("abcdefghij", 9)])
        for _ in range(30)
    ]  # fmt: skip
    meetings += [
        Meeting("Coffee", datetime(2026, 9, 22, 13), silent[:1], extra=["LOCATION:Café Linde\\nBerlin"]),
        Meeting("Talk about a joint project", datetime(2026, 10, 8, 9, 30), silent[1:]),
        Meeting("Platform weekly", datetime(2025, 2, 3, 10), colleagues[:4], zone="W. Europe Standard Time",
                extra=["RRULE:FREQ=WEEKLY;UNTIL=20260629T220000Z;BYDAY=MO",
                       "EXDATE;TZID=W. Europe Standard Time:20250421T100000",
                       "EXDATE;TZID=W. Europe Standard Time:20251229T100000"]),
        Meeting("Guild reading circle", datetime(2025, 9, 3, 17), guild[:3], zone="Europe/Berlin",
                extra=["RRULE:FREQ=MONTHLY;COUNT=10;BYDAY=1WE"]),
        Meeting("All hands", datetime(2026, 5, 12, 9), others[:19], in_room=True),
        Meeting("Quarterly plan", moment(), chance.some(others, 2), ego_declined=True),
        Meeting("Vendor demo", moment(), chance.some(others, 1), ego_declined=True),
    ]  # fmt: skip
    for _ in range(2):
        one, other = chance.some(others, 2)
        meetings.append(Meeting("Sync", moment(), [one], declined_by=[other]))
    for day in (moment(), moment(), datetime(2026, 9, 3, 11)):
        meetings.append(Meeting("Catch up", day, chance.some(others, 1), is_cancelled=True))
    for day in (moment(), moment(), datetime(2026, 8, 20, 8), datetime(2026, 10, 19, 8)):
        meetings.append(Meeting("Focus time", day))
    for day in (datetime(2025, 12, 24), datetime(2026, 8, 3), datetime(2026, 10, 3)):
        meetings.append(Meeting("Out of office", day, all_day=True))
    return meetings


def _event(meeting: Meeting, number: int) -> list[str]:
    end = meeting.at + timedelta(minutes=45)
    if meeting.all_day:
        times = [f"DTSTART;VALUE=DATE:{meeting.at:%Y%m%d}"]
    elif meeting.zone:
        times = [
            f"{k};TZID={meeting.zone}:{t:%Y%m%dT%H%M%S}"
            for k, t in (("DTSTART", meeting.at), ("DTEND", end))
        ]
    else:
        times = [f"{k}:{t:%Y%m%dT%H%M%SZ}" for k, t in (("DTSTART", meeting.at), ("DTEND", end))]
    people = [(r.name, r.email, "ACCEPTED") for r in meeting.people]
    people += [(r.name, r.email, "DECLINED") for r in meeting.declined_by]
    guests = []
    if people:
        own = "DECLINED" if meeting.ego_declined else "ACCEPTED"
        guests = [f"ORGANIZER;CN={EGO[0]}:mailto:{EGO[1]}" if not meeting.ego_declined
                  else f"ORGANIZER;CN={_quoted(people[0][0])}:mailto:{people[0][1]}"]  # fmt: skip
        guests += [
            f"ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT={answer};CN={_quoted(name)};"
            f"X-NUM-GUESTS=0:mailto:{email}"
            for name, email, answer in [*people, (*EGO, own)]
        ]
    return [
        "BEGIN:VEVENT",
        *times,
        f"UID:netgraph{number:03}@google.com",
        *guests,
        *([ROOM] if meeting.in_room else []),
        f"SUMMARY:{meeting.summary}",
        *meeting.extra,
        f"STATUS:{'CANCELLED' if meeting.is_cancelled else 'CONFIRMED'}",
        "END:VEVENT",
    ]


def _quoted(name: str) -> str:
    return f'"{name}"' if any(letter in name for letter in ",;:") else name
