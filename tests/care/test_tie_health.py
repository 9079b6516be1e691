"""Ties that live, cool, sleep or are lost, from what passed between two people."""

import json
from pathlib import Path
from urllib.parse import unquote

import numpy as np
import pandas as pd
import pytest

import netgraph as ng

EXAMPLE = Path(__file__).parents[2] / "data" / "example"
NOW = "2026-01-01"


def talk(days, *, person="ann", kind="message", ways=("out", "in"), thread=None):
    """Events with one person, one each way on each of some days."""
    rows = []
    for day in pd.to_datetime(list(days)):
        for hour, way in enumerate(ways):
            ends = ("ego", person) if way == "out" else (person, "ego")
            rows.append((*ends, day + pd.Timedelta(hours=hour), kind, thread))
    return pd.DataFrame(rows, columns=["source", "target", "at", "kind", "thread"])


def health(*events, now=NOW, tied=()):
    interactions = pd.concat(events, ignore_index=True) if events else pd.DataFrame()
    names = ["ann", "bo", "cy", *tied]
    people = pd.DataFrame(
        {"name": ["You", *names], "is_ego": [True, *[False] * len(names)]}, index=["ego", *names]
    )
    ties = pd.DataFrame({"source": "ego", "target": list(tied), "kind": "contact"})
    ties["since"] = pd.Timestamp("2025-12-31")
    return ng.tie_health(ng.Contacts(people=people, ties=ties, interactions=interactions), now=now)


def test_the_depth_is_what_it_was_at_its_best():
    # three days, two years (one half-life) apart: 1, then 1/2 + 1, then 1/4 + 1/2 + 1, each way
    start = pd.Timestamp("2010-01-01")
    days = [start + pd.Timedelta(days=730 * n) for n in range(3)]
    assert health(talk(days))["depth"].item() == pytest.approx(2 * 1.75)


def test_a_depth_does_not_fall_while_two_are_silent():
    once = talk(pd.date_range("2015-01-01", periods=10, freq="30D"))
    early, late = health(once, now="2016-01-01"), health(once, now="2026-01-01")
    assert early["depth"].item() == late["depth"].item() > 2


def test_the_weaker_way_makes_the_depth():
    answered = talk(["2025-01-01"])
    more = talk(pd.date_range("2025-02-01", periods=9), ways=("out",))
    found = health(answered, more)
    assert found["depth"].item() == pytest.approx(2 * 1.0, abs=0.1)
    assert found["reciprocity"].item() == pytest.approx(2 * 1 / 11)


def test_an_afternoons_chat_is_one_exchange_each_way():
    moments = [pd.Timestamp("2025-05-05 12:00") + pd.Timedelta(minutes=n) for n in range(30)]
    assert health(talk(moments))["depth"].item() == pytest.approx(2)


def test_a_letter_to_many_is_little_for_each():
    letter = pd.DataFrame(
        {
            "source": "ego",
            "target": ["ann", "bo", "cy"],
            "at": pd.Timestamp("2025-05-05"),
            "kind": "message",
            "thread": "three",
        }
    )
    answer = talk(["2025-05-06"], ways=("in",), thread="three")
    found = health(letter, answer)
    assert found.loc["ann", "depth"] == pytest.approx(2 / 3, abs=0.01)
    assert found.loc["bo", "state"] == "one-sided"


def test_a_meeting_counts_both_ways_whoever_asked():
    met = talk(["2025-06-01"], kind="meeting", ways=("out",))
    row = health(met).loc["ann"]
    assert (row["reciprocity"], row["depth"], row["state"]) == (1, 4, "active")


def test_a_call_counts_both_ways_and_a_favour_one():
    called = talk(["2025-06-01"], kind="call", ways=("in",))
    helped = talk(["2025-06-01"], kind="favour", person="bo", ways=("out",))
    found = health(called, helped)
    assert found["depth"].tolist() == [4, 0]
    assert found["state"].tolist() == ["active", "one-sided"]


@pytest.mark.parametrize(
    ("first", "count", "every", "state"),
    [
        ("2025-06-01", 2, "30D", "active"),
        ("2024-06-01", 2, "30D", "cooling"),  # silent for a year and a half
        ("2016-01-01", 2, "30D", "lost"),
        ("2016-01-01", 20, "30D", "dormant"),
        ("2025-01-01", 20, "7D", "cooling"),  # weekly till May: silent for more than 90 days
        ("2025-01-01", 6, "50D", "active"),  # every 50 days till September
    ],
)
def test_states(first, count, every, state):
    found = health(talk(pd.date_range(first, periods=count, freq=every)))
    assert found["state"].item() == state


def test_connected_on_is_no_contact():
    invited = talk(["2025-12-30"], kind="invitation", person="dee")
    row = health(invited, tied=["dee"]).loc["dee"]
    assert row["state"] == "unknown"
    assert row["events"] == 0
    assert pd.isna(row["last_at"])
    assert np.isnan(row["silence"])
    assert row["why"] == "no dated message, mail or meeting with them is in the files"


def test_a_meeting_to_come_does_not_move_the_day_that_is_looked_back_from():
    past = talk(["2020-01-01", "2025-01-01"])
    found = health(past, talk(["2030-01-01"], kind="meeting"), now=None)
    assert found.attrs["now"] == pd.Timestamp("2025-01-01 01:00")
    assert found.attrs["later"] == 2
    assert found["state"].item() == "active"


def test_events_without_a_date_are_counted_and_not_used():
    found = health(talk([None, "2025-01-01"]))
    assert found.attrs["undated"] == 2
    assert found["events"].item() == 2


def test_why_tells_when_the_last_word_was():
    found = health(talk(["2020-01-01"]))
    assert found["why"].item() == "2 dated exchanges, the last 6 years ago, on 2020-01-01"


@pytest.mark.parametrize("day", ["yesterdayish", "2025-01-01T00:00+01:00", ""])
def test_what_is_no_date_is_refused(day):
    with pytest.raises(ng.ContactsError, match="which is no date"):
        health(talk(["2025-01-01"]), now=day)


def test_nobody_has_no_ties():
    assert ng.tie_health(ng.Contacts()).empty


def test_a_bare_list_of_connections_is_all_unknown(star):
    found = ng.tie_health(star)
    assert found["state"].tolist() == ["unknown"] * 3


def test_the_planted_dormant_of_the_example_are_found(example):
    contacts = example
    truth = json.loads((EXAMPLE / "truth.json").read_text(encoding="utf-8"))
    profiles = contacts.identifiers.query("kind == 'linkedin'")
    person = pd.Series(profiles["person_id"].to_numpy(), profiles["value"].map(unquote))
    planted = set(person[truth["dormant"]])
    states = ng.tie_health(contacts)["state"]
    found = set(states.index[states == "dormant"])
    assert len(found & planted) >= 0.9 * len(planted)
    assert len(found & planted) >= 0.9 * len(found)
