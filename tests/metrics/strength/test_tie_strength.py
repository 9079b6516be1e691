"""Strength of ties from what passed between people."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pandas.testing import assert_frame_equal

import netgraph as ng
from netgraph.metrics import tie_strength

DAY = pd.Timestamp("2026-01-01")


def events(*rows):
    """Make a table of (source, target, days ago, channel)."""
    table = pd.DataFrame(rows, columns=["source", "target", "ago", "channel"])
    table["at"] = DAY - pd.to_timedelta(table.pop("ago"), unit="D")
    return table


def test_one_letter_and_its_answer_by_hand():
    told = tie_strength(
        events(("you", "ann", 365, "mail"), ("ann", "you", 0, "mail")), tenure_effect=0
    )
    # you wrote a half-life ago, 1/2; Ann today, 1. r = 2 x 1/2 / (3/2) = 2/3; one channel
    assert told.loc[("you", "ann"), "volume"] == pytest.approx(0.5)
    assert told.loc[("ann", "you"), "volume"] == pytest.approx(1)
    assert told["reciprocity"].tolist() == pytest.approx([2 / 3] * 2)
    assert told.loc[("you", "ann"), "strength"] == pytest.approx(np.log2(1.5) * (5 / 3) / 2)
    assert told.loc[("ann", "you"), "strength"] == pytest.approx(1 * (5 / 3) / 2)
    assert (told["recency"] == 1).all()
    assert (told["last_at"] == DAY).all()
    assert told["frequency"].tolist() == pytest.approx([365.25 / 365] * 2)


def test_whoever_never_answered_stands_there_with_nothing():
    told = tie_strength(events(("you", "ann", 0, "mail")))
    assert told.loc[("ann", "you"), ["strength", "volume", "events"]].tolist() == [0, 0, 0]
    assert told.loc[("you", "ann"), "strength"] == 0.5  # log2(2) x (1 + 0) / 2
    assert not told.isna().any().any()


def test_a_second_channel_makes_it_closer():
    one = events(("you", "ann", 0, "mail"), ("you", "ann", 0, "mail"))
    two = events(("you", "ann", 0, "mail"), ("you", "ann", 0, "meeting"))
    strengths = [tie_strength(each).loc[("you", "ann"), "strength"] for each in (one, two)]
    assert strengths[1] == pytest.approx(1.5 * strengths[0])
    assert tie_strength(two)["channels"].tolist() == [2, 2]


def test_old_ties_fade_slowly():
    letter = events(("you", "ann", 365, "mail"))
    met = pd.DataFrame(
        {"source": ["ann"], "target": ["you"], "since": [DAY - pd.Timedelta(days=3 * 365.25)]}
    )
    new = tie_strength(letter, now=DAY).loc[("you", "ann")]
    old = tie_strength(letter, now=DAY, since=met).loc[("you", "ann")]
    # known for 3 years the half-life is doubled: (1 + 3)^0.5
    assert old["tenure"] == pytest.approx(3)
    assert old["volume"] == pytest.approx(2 ** (-365 / 730))
    assert new["volume"] == pytest.approx(2 ** (-1 / (1 + 365 / 365.25) ** 0.5))
    assert old["frequency"] == pytest.approx(1 / 3)
    alike = tie_strength(letter, now=DAY, since=met, tenure_effect=0).loc[("you", "ann")]
    assert alike["volume"] == pytest.approx(0.5)


def test_channels_can_be_worth_more():
    met = events(("you", "ann", 0, "meeting"), ("you", "ann", 0, "mail"))
    assert tie_strength(met, channels={"meeting": 3}).loc[("you", "ann"), "volume"] == 4


def test_order_and_names_make_no_difference():
    rows = [("you", "ann", 5, "mail"), ("ann", "you", 9, "call"), ("bo", "ann", 2, "mail")]
    assert_frame_equal(tie_strength(events(*rows)), tie_strength(events(*rows[::-1])))
    renamed = [(f"x{s}", f"x{t}", *rest) for s, t, *rest in rows]
    told = tie_strength(events(*renamed)).rename(index=lambda name: name[1:])
    assert_frame_equal(told, tie_strength(events(*rows)))


@st.composite
def exchanges(draw):
    people = st.sampled_from(["you", "ann", "bo"])
    days = st.integers(0, 2000)
    row = st.tuples(people, people, days, st.sampled_from(["mail", "call"]))
    rows = draw(st.lists(row, min_size=1, max_size=8))
    return [each for each in rows if each[0] != each[1]] or [("you", "ann", 3, "mail")]


@settings(max_examples=25, deadline=None)
@given(rows=exchanges())
def test_laws(rows):
    told = tie_strength(events(*rows), now=DAY)
    strength, volume = told["strength"], told["volume"]
    assert ((strength >= 0) & ((strength > 0) == (volume > 0))).all()
    swapped = told.swaplevel().reindex(told.index)
    for shared in ("reciprocity", "channels", "recency", "last_at", "tenure"):
        assert swapped[shared].equals(told[shared])
    assert told["reciprocity"].between(0, 1).all()
    assert told["recency"].between(0, 1).all()
    # what passes between two others changes nothing
    more = tie_strength(events(*rows, ("eve", "dee", 1, "meeting")), now=DAY)
    assert_frame_equal(more.loc[told.index], told)
    # twice the worth, twice the volume; one event more, no less of it
    twice = tie_strength(events(*rows), now=DAY, channels={"mail": 2, "call": 2})
    assert twice["volume"].tolist() == pytest.approx((2 * volume).tolist())
    today = tie_strength(events(*rows, (*rows[0][:2], 0, "mail")), now=DAY)
    assert today["volume"][rows[0][:2]] > volume[rows[0][:2]]


def test_what_cannot_be_used_is_counted():
    table = events(("you", "ann", 0, "mail"), ("you", "ann", 9, "mail"), ("you", "you", 0, "mail"))
    table.loc[3] = ["you", "bo", "mail", pd.NaT]
    told = tie_strength(table, now=DAY - pd.Timedelta(days=1))
    assert told.attrs == {"undated": 1, "later": 1, "self_loops": 1}
    assert told["events"].tolist() == [0, 1]
    assert tie_strength(table.iloc[:0]).empty
    assert tie_strength(ng.Contacts().interactions).empty


def test_unfit_arguments_are_refused():
    table = events(("you", "ann", 0, "mail"))
    with pytest.raises(ng.ContactsError, match="lacks the column 'channel'"):
        tie_strength(table.drop(columns="channel"))
    with pytest.raises(ng.ContactsError, match="lacks the column 'since'"):
        tie_strength(table, since=table)
    for wrong in ({"half_life": 0}, {"tenure_effect": -1}, {"channels": {"mail": float("nan")}}):
        with pytest.raises(ng.ContactsError, match="half_life is"):
            tie_strength(table, **wrong)
