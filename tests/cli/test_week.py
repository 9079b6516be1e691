"""`netgraph week`: acts in the minutes of a week, as a list and as a file."""

import icalendar

from .test_due import waiting  # noqa: F401 - a fixture


def test_who_waits_is_in_the_week(told, waiting):  # noqa: ARG001, F811
    week = told("week", "--json", "--minutes", "30")
    assert [(a["kind"], a["name"]) for a in week["acts"]] == [
        ("follow_up", "Annabel Leeward"),
        ("follow_up", "Bodo Sampleman"),
    ]
    assert week["used"] == 15


def test_what_is_done_makes_room_for_the_next(told, waiting):  # noqa: ARG001, F811
    assert [a["name"] for a in told("week", "--json", "--minutes", "10")["acts"]] == [
        "Annabel Leeward"
    ]
    told("due", "--done", "Annabel Leeward")
    assert [a["name"] for a in told("week", "--json", "--minutes", "10")["acts"]] == [
        "Bodo Sampleman"
    ]


def test_it_is_written_for_a_calendar(told, waiting, tmp_path):  # noqa: ARG001, F811
    file = tmp_path / "week.ics"
    printed = told("week", "--minutes", "30", "-o", str(file), "--start", "2026-11-30")
    assert f"Written to {file}" in printed
    found = icalendar.Calendar.from_ical(file.read_bytes()).walk("VEVENT")
    assert [f"{event.decoded('dtstart'):%Y-%m-%d}" for event in found] == [
        "2026-11-30",
        "2026-12-01",
    ]


def test_drafts_are_printed_where_they_are_asked_for(told, waiting):  # noqa: ARG001, F811
    assert "Hi Annabel" not in told("week", "--minutes", "10")
    assert "| Hi Annabel" in told("week", "--minutes", "10", "--drafts")
