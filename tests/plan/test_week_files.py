"""A week as a file for a calendar, or for a spreadsheet."""

import csv

import icalendar
import pandas as pd
import pytest

import netgraph as ng
from netgraph.plan import write_week


def week(acts=3):
    names = ["Ann", "=Bo", "Cy", "Dee", "Eve", "Fay", "Gus"][:acts]
    return pd.DataFrame(
        {
            "kind": "follow_up",
            "what": "unanswered",
            "person_id": [f"id-{n}" for n in names],
            "name": names,
            "what_to_do": [f"Answer {n}" for n in names],
            "why": "they asked, and wait; since May",
            "minutes": 20.0,
            "due_at": pd.Timestamp("2026-11-01"),
        }
    )


def events(file):
    calendar = icalendar.Calendar.from_ical(file.read_bytes())
    return list(calendar.walk("VEVENT"))


def test_each_act_is_an_appointment_of_its_length(tmp_path):
    found = events(write_week(week(), tmp_path / "week.ics", start="2026-11-30"))
    begins = [event.decoded("dtstart") for event in found]
    assert [f"{b:%a %H:%M}" for b in begins] == ["Mon 09:00", "Tue 09:00", "Wed 09:00"]
    assert {event.decoded("duration").total_seconds() for event in found} == {20 * 60}
    assert str(found[0]["summary"]) == "Answer Ann"
    assert "wait; since May" in str(found[0]["description"])  # commas and semicolons come back


def test_many_acts_share_days_one_after_the_other_and_skip_the_weekend(tmp_path):
    # seven acts from a Thursday on: two a day on Thu, Fri, Mon, one on Tue
    found = events(write_week(week(7), tmp_path / "w.ics", start="2026-12-03 08:30"))
    begins = [f"{event.decoded('dtstart'):%a %H:%M}" for event in found]
    assert begins == [
        "Thu 08:30", "Thu 08:50", "Fri 08:30", "Fri 08:50", "Mon 08:30", "Mon 08:50", "Tue 08:30"
    ]  # fmt: skip


def test_written_again_the_appointments_are_the_same_ones(tmp_path):
    one, two = (
        {str(event["uid"]) for event in events(write_week(week(), tmp_path / name, start=start))}
        for name, start in (("a.ics", "2026-11-30"), ("b.ics", "2026-11-30 10:00"))
    )
    assert one == two
    assert len(one) == 3
    assert not [uid for uid in one if "Ann" in uid or "id-" in uid]


def test_without_a_day_it_begins_on_the_next_monday(tmp_path):
    begin = events(write_week(week(1), tmp_path / "w.ics"))[0].decoded("dtstart")
    ahead = pd.Timestamp(begin) - pd.Timestamp.now()
    assert begin.weekday() == 0
    assert pd.Timedelta(0) < ahead < pd.Timedelta(days=8)


def test_a_table_marks_what_a_spreadsheet_would_run(tmp_path):
    file = write_week(week(), tmp_path / "week.csv")
    with file.open(encoding="utf-8-sig", newline="") as lines:
        rows = list(csv.DictReader(lines))
    assert [row["name"] for row in rows] == ["Ann", "'=Bo", "Cy"]
    assert rows[0]["due_at"] == "2026-11-01"


def test_an_empty_week_is_an_empty_calendar(tmp_path):
    assert events(write_week(week(0), tmp_path / "week.ics")) == []


@pytest.mark.parametrize("name", ["week.txt", "week"])
def test_another_ending_is_an_error_that_names_the_two(tmp_path, name):
    with pytest.raises(ng.ExportError, match=r"\.ics"):
        write_week(week(), tmp_path / name)


def test_a_start_that_is_no_day_is_named(tmp_path):
    with pytest.raises(ng.ExportError, match="'soon'"):
        write_week(week(), tmp_path / "week.ics", start="soon")


def test_a_folder_that_is_not_there_is_named(tmp_path):
    with pytest.raises(ng.ExportError, match="cannot be written"):
        write_week(week(), tmp_path / "nowhere" / "week.ics")


def test_an_appointment_says_from_which_day_its_reason_counts(tmp_path):
    told = week(1)
    told.attrs["now"] = pd.Timestamp("2026-11-01")
    (found,) = events(write_week(told, tmp_path / "week.ics"))
    assert str(found["description"]).endswith(". As of 2026-11-01.")
