"""From which day one looks back, and that a note by hand does not move it for everybody."""

from dataclasses import replace

import pandas as pd
import pytest

import netgraph as ng

PEOPLE = pd.DataFrame(
    {"name": ["You", "Ann", "Bo", "Cy"], "is_ego": [True, False, False, False]},
    index=["ego", "ann", "bo", "cy"],
)
END = pd.Timestamp("2025-03-30")


def events(rows):
    columns = ["source", "target", "at", "kind", "channel"]
    told = pd.DataFrame(rows, columns=columns)
    return told.assign(at=pd.to_datetime(told["at"]))


def letters(person, day, count=20):
    days = pd.date_range(end=day, periods=count, freq="14D")
    ends = [("ego", person), (person, "ego")]
    return [(*ends[i % 2], at, "message", "linkedin") for i, at in enumerate(days)]


FILES = ng.Contacts(
    people=PEOPLE, interactions=events([*letters("ann", END), *letters("bo", "2024-01-01")])
)
CALLED = ("ego", "bo", "2026-11-28", "call", "phone")


def with_rows(*rows):
    return replace(FILES, interactions=pd.concat([FILES.interactions, events(rows)]))


def test_a_call_noted_today_changes_nothing_for_anybody_else():
    before, after = (ng.tie_health(c) for c in (FILES, with_rows(CALLED)))
    assert after.attrs["now"] == before.attrs["now"] == END
    pd.testing.assert_series_equal(after.loc["ann"], before.loc["ann"])
    assert before.loc["bo", "state"] == "cooling"
    assert after.loc["bo", ["state", "silence"]].tolist() == ["active", 0]


def test_a_note_since_the_files_end_counts_wherever_one_looks():
    favour = ("ego", "bo", "2026-11-28", "favour", "noted")
    noted = with_rows(CALLED, favour)
    assert ng.reciprocity(noted).loc["bo", "favours_given"] == 1
    assert ng.channel_mix(noted).loc["bo", "call"] == 1
    graph, without = ng.build_graph(noted), ng.build_graph(FILES)
    assert graph.graph["as_of"] == END
    assert graph.edges["ego", "bo"]["strength"] > without.edges["ego", "bo"]["strength"]
    fresh = [ng.freshness(c).set_index("months")["fresh"] for c in (FILES, noted)]
    assert [table[12] for table in fresh] == [1, 2]


def test_a_note_is_not_known_on_an_earlier_day():
    health = ng.tie_health(with_rows(CALLED), now="2024-06-01")
    assert health.loc["bo", "silence"] == 152  # 2024-01-01 to 2024-06-01
    assert ng.tie_health(with_rows(CALLED), now=END).loc["bo", "silence"] == 0
    told = ng.tie_health(with_rows(CALLED), now="2026-12-08").loc["bo", "silence"]
    assert told == 10


def test_a_noted_meeting_is_not_one_that_lies_ahead():
    met = ("ego", "ann", "2026-11-28", "meeting", "in_person")
    ahead = ("ego", "ann", "2026-11-28", "meeting", "in_person_possible")
    assert "ann" in set(ng.find_follow_ups(FILES, now="2026-01-01")["person_id"])
    later = [ng.find_follow_ups(with_rows(row), now="2026-01-01") for row in (met, ahead)]
    assert ["ann" in set(found["person_id"]) for found in later] == [False, False]
    assert ng.tie_health(with_rows(met)).attrs["later"] == 0
    assert ng.tie_health(with_rows(ahead)).attrs["later"] == 1


@pytest.mark.parametrize(
    "row",
    [
        ("ego", "ann", "2038-01-01", "meeting", "call"),
        ("cy", "ego", "2038-01-01", "message", "mail"),
        ("ego", "cy", "2038-01-01", "favour", "noted"),
    ],
    ids=["planned", "junk", "noted"],
)
def test_neither_a_plan_nor_junk_nor_a_note_moves_the_day(row):
    assert ng.tie_health(with_rows(row)).attrs["now"] == END


def test_where_nothing_else_has_a_day_a_note_has_one():
    noted = ng.Contacts(people=PEOPLE, interactions=events([CALLED]))
    assert ng.tie_health(noted).attrs["now"] == pd.Timestamp("2026-11-28")
    ties = pd.DataFrame(
        {"source": "ego", "target": ["ann"], "kind": "contact", "since": pd.to_datetime([END])}
    )
    assert ng.tie_health(replace(noted, ties=ties)).attrs["now"] == END
    assert ng.build_graph(ng.Contacts(people=PEOPLE)).graph["as_of"] is None


def test_every_look_back_has_the_same_day():
    noted = with_rows(CALLED)
    tables = [
        ng.tie_health(noted),
        ng.find_follow_ups(noted),
        ng.reciprocity(noted),
        ng.conversation_balance(noted),
        ng.channel_mix(noted),
        ng.never_met(noted),
        ng.freshness(noted),
        ng.find_relations(noted),
        ng.find_habits(noted),
        ng.find_dormant(noted),
    ]
    assert {table.attrs["now"] for table in tables} == {END}
