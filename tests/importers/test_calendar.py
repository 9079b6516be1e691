"""Calendars: who met, when, where; what was no meeting; and broken files."""

from __future__ import annotations

from datetime import datetime

import icalendar
import pytest

from netgraph.contacts import EGO
from netgraph.importers import _occurrences, read
from netgraph.importers._account import DUPLICATE

HELD = "DTSTART:20240305T090000Z"
YOU, ANN, BOB, CY = (f"{name}@x.org" for name in ("you", "ann", "bob", "cy"))


def event(*lines, people=(ANN,), organizer=YOU, start=HELD, uid=""):
    asked = [f"ATTENDEE:mailto:{address}" for address in people]
    host = [f"ORGANIZER:mailto:{organizer}"] if organizer else []
    name = [f"UID:{uid}"] if uid else []
    return "\r\n".join(["BEGIN:VEVENT", start, *host, *asked, *name, *lines, "END:VEVENT"])


def calendar(*events, ego=YOU, before=(), end="END:VCALENDAR\r\n", file="you@x.org.ics"):
    text = "\r\n".join(["BEGIN:VCALENDAR", "VERSION:2.0", *before, *events, end])
    return read((file, text.encode()), ego=ego)


def met(contacts):
    told = contacts.interactions
    ends = told[["source", "target"]].to_numpy().tolist()
    return [tuple(end.removeprefix("mail/").removesuffix("@x.org") for end in e) for e in ends]


def reasons(contacts):
    return contacts.rejected["reason"].tolist()


def days(contacts):
    return contacts.interactions["at"].dt.strftime("%m-%d %H").tolist()


def test_who_asked_and_you_met_all_the_others():
    contacts = calendar(event(people=[YOU, BOB], organizer=ANN), event(people=[ANN, BOB]))
    assert met(contacts) == [("ann", EGO), ("ann", "bob"), (EGO, "ann"), (EGO, "bob"), (EGO, "bob")]
    assert contacts.interactions["kind"].eq("meeting").all()


@pytest.mark.parametrize(
    ("lines", "reason"),
    [
        (["STATUS:CANCELLED"], "it was cancelled"),
        ([f"ATTENDEE;PARTSTAT=DECLINED:mailto:{YOU}"], "you declined it"),
        ([f"ATTENDEE;PARTSTAT=DECLINED:mailto:{BOB}"], ""),
    ],
)
def test_cancelled_and_declined(lines, reason):
    contacts = calendar(event(), event(*lines))
    assert reasons(contacts) == [reason] * bool(reason)
    assert "mail/bob@x.org" not in contacts.people.index  # who declined was not there


@pytest.mark.parametrize(
    ("meeting", "reason"),
    [
        (event(start="DTSTART;VALUE=DATE:20240305"), "it lasts whole days"),
        (event(people=[]), "nobody else takes part"),
        (event(start="DTSTART:29990305T090000Z"), "it has not taken place yet"),
        (event(people=[f"p{i}@x.org" for i in range(15)]), "16 people were invited: more than 15"),
    ],
)
def test_what_is_no_meeting(meeting, reason):
    assert reasons(calendar(event(), meeting)) == [reason]


@pytest.mark.parametrize(
    "room",
    [
        "ATTENDEE;CUTYPE=ROOM;CN=Blue:mailto:blue@x.org",
        "ATTENDEE;CUTYPE=RESOURCE:mailto:car@x.org",
        "ATTENDEE;CN=Blue:mailto:c_1@resource.calendar.google.com",
    ],
)
def test_rooms_are_not_people(room):
    assert reasons(calendar(event(), event(room, people=[]))) == ["nobody else takes part"]


@pytest.mark.parametrize(
    ("lines", "channel"),
    [
        (["LOCATION:Cafe\\nLondon"], "in_person_possible"),
        (["LOCATION:https://meet.example.com/x"], "call"),
        (["LOCATION:Microsoft Teams Meeting"], "call"),
        (["LOCATION:Cafe", "X-GOOGLE-CONFERENCE:https://meet.google.com/x"], "call"),
        (["LOCATION:Cafe", "CONFERENCE;VALUE=URI:https://meet.example.com/x"], "call"),
        ([], "call"),
    ],
)
def test_face_to_face_is_possible_where_there_is_a_place_alone(lines, channel):
    assert calendar(event(*lines)).interactions["channel"].tolist() == [channel]


def test_a_series_is_unrolled_without_what_was_left_out_or_moved():
    pytest.importorskip("recurring_ical_events")
    rule = ("RRULE:FREQ=WEEKLY;COUNT=4", "EXDATE:20240312T090000Z")
    moved = event("RECURRENCE-ID:20240319T090000Z", start="DTSTART:20240320T150000Z", uid="s")
    contacts = calendar(event(*rule, uid="s"), moved)
    # 5, 12, 19, 26 March; the 12th is left out, the 19th moved to the 20th at 15
    assert days(contacts) == ["03-05 09", "03-26 09", "03-20 15"]
    assert contacts.files[["rows", "kept"]].iloc[0].tolist() == [2, 2]


def test_a_series_without_end_ends_now(monkeypatch):
    pytest.importorskip("recurring_ical_events")
    monkeypatch.setattr(_occurrences, "now", lambda: datetime(2024, 3, 20))  # noqa: DTZ001 - naive UTC
    assert days(calendar(event("RRULE:FREQ=WEEKLY"))) == ["03-05 09", "03-12 09", "03-19 09"]


def test_without_the_optional_package_a_series_counts_once(monkeypatch):
    monkeypatch.setattr(_occurrences, "find_spec", lambda _: None)
    contacts = calendar(event("RRULE:FREQ=WEEKLY;COUNT=3"))
    assert days(contacts) == ["03-05 09"]
    warning = contacts.files["warnings"].iloc[0]
    assert "1 repeated meeting counted once" in warning
    assert "pip install recurring-ical-events" in warning


@pytest.mark.parametrize("rule", ["SECONDLY", "MINUTELY", "HOURLY", "DAILY;BYSECOND=1,2,3"])
def test_a_rule_of_seconds_is_no_bomb(rule, monkeypatch):
    pytest.importorskip("recurring_ical_events")
    monkeypatch.setattr(_occurrences, "MOST_TIMES", 1_000)
    contacts = calendar(event(f"RRULE:FREQ={rule}"), event("RRULE:FREQ=DAILY;COUNT=2"))
    assert days(contacts) == ["03-05 09", "03-05 09", "03-06 09"]
    assert contacts.files["warnings"].iloc[0].startswith("1 repeated meeting counted once")
    assert "far too many times" in contacts.files["warnings"].iloc[0]


def test_all_series_of_a_calendar_have_a_limit_together(monkeypatch):
    pytest.importorskip("recurring_ical_events")
    monkeypatch.setattr(_occurrences, "MOST_TIMES", 5)
    daily = "RRULE:FREQ=DAILY;COUNT=3"
    assert len(calendar(*[event(daily, uid=str(i)) for i in range(3)]).interactions) == 3 + 1 + 1


def test_an_event_of_a_hundred_thousand_is_not_taken_apart(monkeypatch):
    monkeypatch.setattr(icalendar.Event, "from_ical", None)  # whoever calls it fails
    crowd = event(people=[f"p{i}@x.org" for i in range(100_000)])
    assert reasons(calendar(crowd)) == ["100,000 people were invited: more than 15"]


def test_what_events_are_long_of_is_passed_over():
    bomb = "DESCRIPTION:x" + "\r\n x" * 300_000 + "\r\nATTACH:" + "x" * 3_000_000
    assert met(calendar(event(bomb, "STATUS:CONFIRMED"))) == [(EGO, "ann")]


@pytest.mark.parametrize(
    "rule", ["often", "FREQ=NEVER", "FREQ=WEEKLY;COUNT=x", "FREQ=WEEKLY;UNTIL=x"]
)
def test_a_rule_that_cannot_be_read_counts_once(rule):
    assert days(calendar(event(f"RRULE:{rule}"))) == ["03-05 09"]


def test_times_in_zones_of_windows_and_of_the_file_itself():
    zone = (
        "BEGIN:VTIMEZONE\r\nTZID:Home\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\n"
        "TZOFFSETFROM:+0300\r\nTZOFFSETTO:+0300\r\nEND:STANDARD\r\nEND:VTIMEZONE"
    )
    contacts = calendar(
        event(start="DTSTART;TZID=Home:20240305T120000"),
        event(start="DTSTART;TZID=W. Europe Standard Time:20240305T100000"),
        before=[zone],
    )
    assert days(contacts) == ["03-05 09", "03-05 09"]  # 12 - 3, and 10 - 1


def test_a_start_that_cannot_be_read_keeps_the_meeting():
    contacts = calendar(event(start="DTSTART:soon"))
    assert contacts.interactions["at"].isna().tolist() == [True]
    assert "1 date could not be read" in contacts.files["warnings"].iloc[0]


def test_a_truncated_file_gives_what_is_whole():
    cut = "BEGIN:VEVENT\r\nDTSTART:2024"
    contacts = calendar(event(), cut, end="")
    assert met(contacts) == [(EGO, "ann")]
    assert reasons(contacts) == ["the event is cut off"]
    assert contacts.rejected["row"].tolist() == [8]  # 2 lines above, the first event has 5


def test_two_calendars_and_a_byte_order_mark():
    one = f"BEGIN:VCALENDAR\r\n{event()}\r\nEND:VCALENDAR\r\n"
    contacts = read(("a.ics", ("\ufeff" + one + one).encode()), ego=YOU)
    assert met(contacts) == [(EGO, "ann")] * 2


def test_one_uid_twice_is_a_duplicate():
    contacts = calendar(event(uid="a"), event(uid="a"))
    assert reasons(contacts) == [DUPLICATE]


def test_the_same_calendar_twice_counts_once():
    text = f"BEGIN:VCALENDAR\r\n{event(uid='a')}\r\nEND:VCALENDAR\r\n".encode()
    assert met(read(("a.ics", text), ("b.ics", text), ego=YOU)) == [(EGO, "ann")]


def test_people_without_an_address_go_by_their_names():
    lines = ("ATTENDEE;CN=Ann Able:invalid:nomail", "ATTENDEE;CN=Bo;EMAIL=bo@x.org:urn:uuid:1")
    assert met(calendar(event(*lines, people=[]))) == [(EGO, "name/ann able"), (EGO, "bo")]


@pytest.mark.parametrize(
    "named",
    [{"before": [f"X-WR-CALNAME:{ANN}"]}, {"file": f"{ANN}.ics"}, {"file": f"{ANN} (1).ics"}],
)
def test_the_calendar_s_name_tells_whose_it_is(named):
    assert met(calendar(event(), ego=None, **named)) == [("you", EGO)]


def test_else_it_is_theirs_who_are_in_most_meetings():
    assert met(calendar(event(), event(people=[BOB]), ego=None, file="a.ics")) == [
        (EGO, "ann"),
        (EGO, "bob"),
    ]


def test_those_who_met_in_a_small_meeting_are_tied():
    contacts = calendar(event(people=[ANN, BOB, CY]), event(people=[ANN, BOB]))
    ties = contacts.ties[["source", "target", "kind", "count"]].to_numpy().tolist()
    ann, bob, cy = (f"mail/{address}" for address in (ANN, BOB, CY))
    assert ties == [[ann, bob, "meeting", 2], [ann, cy, "meeting", 1], [bob, cy, "meeting", 1]]


@pytest.mark.parametrize(("others", "pairs"), [(1, 0), (2, 1), (8, 28), (9, 0)])
def test_only_meetings_of_two_to_eight_others_tie(others, pairs):
    people = [f"p{i}@x.org" for i in range(others)]
    assert len(calendar(event(people=people)).ties) == pairs  # 8 * 7 / 2 = 28


def test_titles_are_not_kept():
    contacts = calendar(event("SUMMARY:sesame", "LOCATION:swordfish"))
    tables = [contacts.people, contacts.interactions, contacts.ties, contacts.files]
    assert not any("sesame" in t.to_string() or "swordfish" in t.to_string() for t in tables)
