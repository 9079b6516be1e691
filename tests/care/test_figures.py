"""Give and take, conversation and channels as figures: what is drawn is what the tables say."""

import pandas as pd
import pytest

import netgraph as ng
from care.exports import contacts, letter

NOW = "2026-01-01"
EVENTS = [
    letter("ego", "ann", "2025-03-01 10:00", words=30, questions=2),
    letter("ann", "ego", "2025-03-01 13:00", words=10, questions=0),
    letter("ann", "ego", None, kind="recommendation"),
    letter("bo", "ego", "2025-04-01", words=5, questions=1),
    letter("ego", "ann", "2025-03-05", kind="meeting", channel="in_person_possible"),
]


def test_the_ledger_goes_left_and_right_by_worth():
    figure = ng.plot_give_and_take(ng.reciprocity(contacts(*EVENTS), now=NOW))
    drawn = {
        (trace.name, row[0], row[2]): x
        for trace in figure.data
        for x, row in zip(trace.x, trace.customdata, strict=True)
    }
    assert drawn == {
        ("recommendations", "ann", "they gave 1 recommendation"): -20,
        ("messages", "ann", "they gave 1 message"): -1,
        ("messages", "ann", "you gave 1 message"): 1,
        ("messages", "bo", "they gave 1 message"): -1,
    }
    assert list(figure.layout.yaxis.ticktext) == ["Ann", "Bo"]  # who gave most more stands first
    assert len([trace for trace in figure.data if trace.showlegend]) == 2


def test_only_the_largest_differences_are_drawn():
    ledger = ng.reciprocity(contacts(*EVENTS), now=NOW)
    assert list(ng.plot_give_and_take(ledger, most=1).layout.yaxis.ticktext) == ["Ann"]


def test_shares_of_a_conversation_stand_with_their_intervals():
    figure = ng.plot_conversation(ng.conversation_balance(contacts(*EVENTS), now=NOW))
    words, openings, questions = figure.data
    # over all 30 of 45 words, 1 of 2 openings, 2 of 3 questions; with ann 30 of 40 words
    assert list(words.x) == [30 / 45, 0.75, 0]
    assert list(openings.x) == [0.5, 1, 0]
    assert list(questions.x) == [2 / 3, 1, 0]
    assert openings.error_x.arrayminus[0] == pytest.approx(0.5 - 0.0945, abs=1e-3)
    assert words.error_x.array[0] == 0  # two people tell nothing of how sure it is
    assert "too little" in words.customdata[0][2]
    assert list(figure.layout.yaxis.ticktext) == ["<b>All together</b>", "Ann", "Bo"]


def test_channels_are_shares_of_days_by_relation():
    relations = pd.DataFrame(
        {"person_id": ["ann"], "name": ["Ann"], "relation": ["friend"], "present": [pd.NA],
         "grade": ["stated"], "evidence": [""]}
    )  # fmt: skip
    mix = ng.channel_mix(contacts(*EVENTS), relations=relations, now=NOW)
    figure = ng.plot_channels(mix)
    drawn = {trace.name: list(trace.x) for trace in figure.data}
    assert drawn == {"possibly face to face": [1 / 3, 1 / 2], "LinkedIn message": [2 / 3, 1 / 2]}
    assert list(figure.layout.yaxis.ticktext) == [
        "<b>All together (2 people, 3 days)</b>",
        "Friend (1 person, 2 days)",
    ]
    assert "as you wrote down" in figure.layout.annotations[0].text  # of which no file tells


@pytest.mark.parametrize("made", [contacts(), contacts(tied=["ann"]), ng.Contacts()])
def test_where_nothing_is_known_the_figures_say_so(made):
    for figure in (
        ng.plot_give_and_take(ng.reciprocity(made)),
        ng.plot_conversation(ng.conversation_balance(made)),
        ng.plot_channels(ng.channel_mix(made)),
    ):
        assert not figure.data
        assert "not known from these files" in figure.layout.annotations[0].text


def test_a_state_of_a_tie_has_one_colour_wherever_it_is_drawn():
    health = pd.DataFrame(
        {"name": "Ann", "state": list(ng.TIE_STATES), "events": 1, "silence": 9.0, "depth": 3.0,
         "why": ""}
    )  # fmt: skip
    drawn = {
        trace.name.split(" ")[0]: trace.marker.color for trace in ng.plot_tie_health(health).data
    }
    composition = pd.DataFrame([[1] * 5], index=["friend"], columns=list(ng.TIE_STATES))
    composition.columns.name = "state"
    stacked = {bar.name: bar.marker.color for bar in ng.plot_relations(composition).data}
    assert drawn == stacked == {state: look[0] for state, look in ng.TIE_STATES.items()}
