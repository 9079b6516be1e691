"""The calendar: an ICS file as Google writes it, with what is a meeting and what is none."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from _chance import Chance
from _folding import folded
from _linkedin import EGO_EMAILS, EGO_NAME

if TYPE_CHECKING:
    from pathlib import Path

    from _records import Record
    from _story import Story

EGO = f"CN={EGO_NAME}", f"mailto:{EGO_EMAILS[1]}"
ROOM = (
    "ATTENDEE;CUTYPE=RESOURCE;PARTSTAT=ACCEPTED;CN=Room Birch:"
    "mailto:c_188birch@resource.calendar.google.com"
)
CAFE = "LOCATION:Café Linde\\nBerlin"
BERLIN = "W. Europe Standard Time"

FIRST_MEETING, LAST_MEETING = date(2023, 1, 9), date(2026, 7, 24)
"""Who was met later and got no word is one of the planted ones."""

SMALL_MEETINGS = 30
FRIDAY = 4
ALL_HANDS = 19


@dataclass
class Meeting:
    """One event of the calendar."""

    summary: str
    at: datetime
    people: list[Record] = field(default_factory=list)
    declined_by: list[Record] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    zone: str = ""
    in_room: bool = False
    ego_declined: bool = False
    is_cancelled: bool = False
    all_day: bool = False


def write_calendar(folder: Path, story: Story, records: list[Record]) -> None:
    """Write meetings of all kinds in the order of their dates."""
    lines = [
        "BEGIN:VCALENDAR",
        "PRODID:-//Google Inc//Google Calendar 70.9054//EN",
        "VERSION:2.0",
        "CALSCALE:GREGORIAN",
        f"X-WR-CALNAME:{EGO_EMAILS[1]}",
        "X-WR-TIMEZONE:Europe/Berlin",
    ]
    meetings = [*_plan_meetings(story, records), *_plan_others(records)]
    for number, meeting in enumerate(sorted(meetings, key=lambda m: (m.at, m.summary))):
        lines += _event(meeting, number)
    lines.append("END:VCALENDAR")
    text = "".join(f"{piece}\r\n" for line in lines for piece in folded(line))
    (folder / "calendar.ics").write_bytes(text.encode())


def _time(year: int, month: int, day: int, hour: int = 0, minute: int = 0) -> datetime:
    return datetime(year, month, day, hour, minute, tzinfo=UTC)


def _plan_meetings(story: Story, records: list[Record]) -> list[Meeting]:
    """Small meetings, two series, an assembly, and the two that were followed by silence."""
    chance = Chance("meetings")
    silent = [r for r in records if r.person in story.met_in_silence]
    others = [r for r in records if r.person not in story.met_in_silence]
    colleagues = [r for r in others if r.person.community == "present"]
    guild = [r for r in others if r.person.community == "association"]
    meetings = [
        Meeting("Coffee", _time(2026, 9, 22, 13), silent[:1], lines=[CAFE]),
        Meeting("Talk about a joint project", _time(2026, 10, 8, 9, 30), silent[1:]),
        Meeting("All hands", _time(2026, 5, 12, 9), others[:ALL_HANDS], in_room=True),
    ]
    weekly = Meeting("Platform weekly", _time(2025, 2, 3, 10), colleagues[:4], zone=BERLIN)
    weekly.lines = ["RRULE:FREQ=WEEKLY;UNTIL=20260629T220000Z;BYDAY=MO"]
    weekly.lines += [f"EXDATE;TZID={BERLIN}:{day}T100000" for day in ("20250421", "20251229")]
    monthly = Meeting("Guild reading circle", _time(2025, 9, 3, 17), guild[:3])
    monthly.zone = "Europe/Berlin"
    monthly.lines = ["RRULE:FREQ=MONTHLY;COUNT=10;BYDAY=1WE"]
    for _ in range(SMALL_MEETINGS):
        summary = chance.pick(("Coffee", "1:1", "Lunch", "Project talk", "Review"))
        meeting = Meeting(
            summary, _moment(chance), chance.some(others, chance.pick((1, 1, 1, 2, 3)))
        )
        room = "https://meet.example/" + chance.letters("abcdefghij", 9)
        meeting.lines = [CAFE if chance.happens(0.4) else f"CONFERENCE;VALUE=URI:{room}"]
        meeting.in_room = chance.happens(0.2)
        meetings.append(meeting)
    return [*meetings, weekly, monthly]


def _plan_others(records: list[Record]) -> list[Meeting]:
    """Plan what a calendar holds besides: declined, cancelled, alone, all day."""
    chance = Chance("other events")
    early = [r for r in records if not r.person.part]
    meetings = []
    for summary in ("Quarterly plan", "Vendor demo"):
        people = chance.some(early, 2)
        meetings.append(Meeting(summary, _moment(chance), people, ego_declined=True))
    for _ in range(2):
        one, other = chance.some(early, 2)
        meetings.append(Meeting("Sync", _moment(chance), [one], declined_by=[other]))
    cancelled = (_moment(chance), _moment(chance), _time(2026, 9, 3, 11))
    focus = (_moment(chance), _moment(chance), _time(2026, 8, 20, 8), _time(2026, 10, 19, 8))
    away = (_time(2025, 12, 24), _time(2026, 8, 3), _time(2026, 10, 3))
    return [
        *meetings,
        *(Meeting("Catch up", at, chance.some(early, 1), is_cancelled=True) for at in cancelled),
        *(Meeting("Focus time", at) for at in focus),
        *(Meeting("Out of office", at, all_day=True) for at in away),
    ]


def _moment(chance: Chance) -> datetime:
    """Draw a half hour of a working day, up to the last ordinary meeting."""
    day = chance.day(FIRST_MEETING, LAST_MEETING)
    day -= timedelta(max(day.weekday() - FRIDAY, 0))
    at = chance.moment(day, 8, 16)
    return at.replace(minute=chance.pick((0, 30)), second=0)


def _event(meeting: Meeting, number: int) -> list[str]:
    """Write one event; without people it has neither organizer nor attendees."""
    ego = "DECLINED" if meeting.ego_declined else "ACCEPTED"
    people = [(*_address(r), "ACCEPTED") for r in meeting.people]
    people += [(*_address(r), "DECLINED") for r in meeting.declined_by]
    guests = []
    if people:
        name, mailbox = people[0][:2] if meeting.ego_declined else EGO
        guests.append(f"ORGANIZER;{name}:{mailbox}")
        guests += [
            f"ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT={answer};{name};"
            f"X-NUM-GUESTS=0:{mailbox}"
            for name, mailbox, answer in [*people, (*EGO, ego)]
        ]
    return [
        "BEGIN:VEVENT",
        *_times(meeting),
        f"UID:example{number:03}@google.com",
        *guests,
        *([ROOM] if meeting.in_room else []),
        f"SUMMARY:{meeting.summary}",
        *meeting.lines,
        f"STATUS:{'CANCELLED' if meeting.is_cancelled else 'CONFIRMED'}",
        "END:VEVENT",
    ]


def _times(meeting: Meeting) -> list[str]:
    """Write when: a day, UTC, or the local time of a named zone."""
    if meeting.all_day:
        return [f"DTSTART;VALUE=DATE:{meeting.at:%Y%m%d}"]
    zone, mark = (f";TZID={meeting.zone}", "") if meeting.zone else ("", "Z")
    end = meeting.at + timedelta(minutes=45)
    times = (("DTSTART", meeting.at), ("DTEND", end))
    return [f"{name}{zone}:{at:%Y%m%dT%H%M%S}{mark}" for name, at in times]


def _address(record: Record) -> tuple[str, str]:
    return f"CN={record.name}", f"mailto:{record.email}"
