"""How we meet, and whom we never met: days of contact, counted by hand."""

import pandas as pd

import netgraph as ng
from care.exports import contacts, letter

NOW = "2026-01-01"


def met(who, at, channel="in_person_possible", by="ego"):
    ends = (by, who) if by == "ego" else (who, "ego")
    return letter(*ends, at, kind="meeting", channel=channel)


def mail(source, target, at):
    return letter(source, target, at, kind="mail", channel="mail")


EVENTS = [
    letter("ego", "ann", "2025-03-01 10:00"),
    letter("ann", "ego", "2025-03-01 11:00"),  # the same day
    letter("ann", "ego", "2025-03-02 11:00"),
    mail("ego", "ann", "2025-03-05"),
    met("ann", "2025-04-01 12:00"),
    met("ann", "2025-05-01 12:00", "call"),
    mail("ego", "bo", "2025-03-05"),
]


def mix(*events, now=NOW, relations=None, **more):
    return ng.channel_mix(contacts(*events, **more), now=now, relations=relations)


def test_days_are_counted_in_each_way():
    found = mix(*EVENTS)
    ann = found.loc["ann"]
    days = ["in_person_possible", "call", "mail", "linkedin"]
    assert ann[days].tolist() == [1, 1, 1, 2]
    assert ann[["face_share", "call_share", "written_share"]].tolist() == [0.2, 0.2, 0.6]
    assert (ann["met"], ann["last_met"]) == ("possible", pd.Timestamp("2025-04-01 12:00"))
    assert found.loc["bo", ["face_share", "written_share", "met"]].tolist() == [0, 1, "not seen"]
    assert ann["says"] == (
        "face to face, possibly: your calendar names a place: 1 day; call: 1 day; mail: 1 day; "
        "LinkedIn message: 2 days; you may have met: a calendar or an introduction names a place"
    )
    assert found["in_person"].isna().all()  # nothing was noted by hand


def test_what_you_noted_is_stated():
    found = mix(*EVENTS, met("bo", "2025-06-01", "in_person"))
    assert found.loc["bo", ["in_person", "met"]].tolist() == [1, "stated"]
    assert found.loc["ann", ["in_person", "met"]].tolist() == [0, "possible"]


def test_all_together_and_how_sure():
    told = mix(*EVENTS).attrs["over_all"]
    # ann 5 days, bo 1: face 1 of 6, call 1 of 6, written 4 of 6
    assert [told[f"{kind}_share"] for kind in ("face", "call", "written")] == [1 / 6, 1 / 6, 4 / 6]
    assert told["face_low"] is None  # two people are too few
    assert (told["people"], told["met"], told["in_person"]) == (2, 1, None)


def test_by_relation_those_count_that_hold():
    relations = pd.DataFrame(
        [
            ("ann", "friend", pd.NA, "stated"),
            ("ann", "colleague", False, "observed"),
            ("bo", "colleague", True, "observed"),
        ],
        columns=["person_id", "relation", "present", "grade"],
    ).assign(name="", evidence="")
    found = mix(*EVENTS, relations=relations)
    told = {row["relation"]: row for row in found.attrs["by_relation"]}
    assert {code: row["people"] for code, row in told.items()} == {"friend": 1, "colleague": 1}
    assert told["friend"]["face_share"] == 0.2
    assert told["colleague"]["face_share"] == 0
    assert found.loc["ann", "relation"] == "friend"


def test_without_a_calendar_it_is_not_known_whom_you_met():
    letters = [event for event in EVENTS if event["kind"] != "meeting"]
    found = mix(*letters)
    numbers = found[["in_person", "in_person_possible", "call", "face_share", "written_share"]]
    assert numbers.isna().all(axis=None)
    assert found["linkedin"].sum() == 2
    assert set(found["met"]) == {"unknown"}
    assert "not known from these files: a calendar" in found.attrs["needs"][0]
    assert found.attrs["says"] == found.attrs["needs"][0]


def test_one_coffee_noted_tells_nothing_of_the_others():
    letters = [event for event in EVENTS if event["kind"] != "meeting"]
    found = mix(*letters, met("ann", "2025-06-01", "in_person"))
    assert found["met"].to_dict() == {"ann": "stated", "bo": "unknown"}
    assert found["in_person_possible"].isna().all()
    assert found.attrs["needs"]


def test_bare_connections_tell_nothing():
    found = mix(tied=["ann"])
    assert found.drop(columns=["name", "met", "says"]).isna().all(axis=None)
    assert found.attrs["says"] == "How you meet is not known from these files."
    assert len(found.attrs["needs"]) == 2
    assert mix().empty


def test_an_introduction_in_person_is_a_meeting_without_a_day():
    made = letter("ann", "ego", None, kind="introduction", channel="in_person")
    found = mix(*EVENTS[-1:], made)
    assert found.loc["ann", ["in_person", "met"]].tolist() == [1, "stated"]
    assert pd.isna(found.loc["ann", "last_met"])


def test_a_letter_to_many_is_no_contact_and_what_lies_ahead_neither():
    many = [letter("ego", who, "2025-03-01", thread="t") for who in ("ann", "bo", "cy", "dee")]
    found = mix(*many, met("ann", "2026-06-01"), names=("ann", "bo", "cy", "dee"))
    assert found.empty


def test_you_and_the_other_are_treated_alike():
    events = [event for event in EVENTS if "bo" not in {event["source"], event["target"]}]
    mine = mix(*events).loc["ann"].drop("name")
    theirs = mix(*events, ego="ann").loc["ego"].drop("name")
    pd.testing.assert_series_equal(mine, theirs, check_names=False)


def penfriend(who, days=6, start="2025-01-01"):
    return [
        letter(*(("ego", who) if number % 2 else (who, "ego")), day)
        for number, day in enumerate(pd.date_range(start, periods=days))
    ]


def test_whom_you_write_much_and_never_met():
    events = [*penfriend("ann"), *penfriend("bo", 8), *penfriend("cy", 5), met("dee", "2024-12-01")]
    names = ("ann", "bo", "cy", "dee")
    found = ng.never_met(contacts(*events, names=names), now=NOW)
    assert found["written_days"].to_dict() == {"bo": 8, "ann": 6}
    assert found.loc["ann", "reason"] == (
        "you wrote on 6 days since January 2025; no meeting face to face is in your files (known "
        "from December 2024 on); their e-mail address is not known, so a calendar may not show them"
    )
    assert found.attrs["says"].startswith("You write much with 2 people of whom no meeting")
    for channel in ("in_person_possible", "in_person"):
        seen = contacts(*events, met("bo", "2025-12-01", channel), names=names)
        assert ng.never_met(seen, now=NOW).index.tolist() == ["ann"]
    spoke = contacts(*events, met("bo", "2025-12-01", "call"), names=names)
    assert ng.never_met(spoke, now=NOW).loc["bo", "calls"] == 1


def test_who_lives_where_you_do_is_named_and_whom_you_hid_is_not():
    events = [*penfriend("ann"), *penfriend("bo"), met("cy", "2025-12-01")]
    places = {
        "location": ["Delft, Netherlands", "Delft", "Delft", None],
        "tags": [None, None, "hidden from suggestions", None],
    }
    found = ng.never_met(contacts(*events, people=places), now=NOW)
    assert found["same_place"].tolist() == [True]
    assert "they live where you do" in found.loc["ann", "reason"]
    assert "January 2025, is older" in found.loc["ann", "reason"]  # than the calendar


def test_one_sided_letters_are_no_conversation():
    events = [letter("ego", "ann", day) for day in pd.date_range("2025-01-01", periods=9)]
    assert ng.never_met(contacts(*events, met("bo", "2025-12-01")), now=NOW).empty


def test_without_a_calendar_nobody_is_said_never_to_have_been_met():
    found = ng.never_met(contacts(*penfriend("ann")), now=NOW)
    assert found.empty
    assert found.attrs["says"] == found.attrs["needs"][0]
    assert "not known from these files" in found.attrs["says"]
    assert ng.never_met(contacts()).empty


def test_the_meetings_of_the_example_are_those_of_its_calendar(example):
    found = ng.channel_mix(example, relations=ng.find_relations(example))
    rows = example.interactions
    face = rows[(rows["kind"] == "meeting") & (rows["channel"] == "in_person_possible")]
    face = face[face["at"] <= found.attrs["now"]]
    who = set(face["source"]) | set(face["target"]) - {"ego"}
    assert (found.loc[sorted(who - {"ego"}), "in_person_possible"] >= 1).all()
    assert set(found.loc[sorted(who - {"ego"}), "met"]) <= {"possible", "stated"}
    never = ng.never_met(example)
    assert len(never) > 10
    assert not set(never.index) & who
    assert {row["relation"] for row in found.attrs["by_relation"]} >= {"colleague", "friend"}
