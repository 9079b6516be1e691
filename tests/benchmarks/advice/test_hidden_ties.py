import numpy as np
import pandas as pd
import pytest
from advice.hidden_ties import (
    Answered,
    ask,
    introducer_questions,
    newcomer_questions,
    two_steps_seen,
)
from advice.methods import BASELINES, METHODS


@pytest.fixture
def plain_only(monkeypatch):
    for name in set(METHODS) - set(BASELINES):
        monkeypatch.delitem(METHODS, name)


def test_introducers_cannot_be_read_off_a_tie_that_is_seen(town):
    questions = list(introducer_questions(town, repeats=2, cases=8, seed=0))
    assert questions
    for question in questions:
        mine = question.seen.knows[question.asker]
        assert question.right
        assert question.right == mine & town.knows[question.target]
        assert not mine & question.seen.knows[question.target]
        assert question.target not in town.knows[question.asker]
        assert set(question.candidates) == mine


def test_newcomers_have_no_tie_into_the_group_that_is_seen(town):
    questions = list(newcomer_questions(town, repeats=2, cases=8, seed=0))
    assert questions
    for question in questions:
        members = {p for p in range(len(town)) if town.group[p] == question.group}
        assert question.right == town.knows[question.asker] & members
        assert not question.seen.knows[question.asker] & members
        assert question.right <= members
        assert set(question.candidates) <= members


def test_an_asker_is_asked_once_a_repeat(town):
    questions = list(introducer_questions(town, repeats=1, cases=8, seed=0))
    assert len({question.asker for question in questions}) == len(questions)


@pytest.mark.usefixtures("plain_only")
def test_who_knows_the_truth_wins_and_who_says_nothing_loses(town, monkeypatch):
    monkeypatch.setitem(METHODS, "oracle", lambda question, _: sorted(question.right))
    monkeypatch.setitem(METHODS, "silent", lambda *_: [])
    questions = list(introducer_questions(town, repeats=2, cases=8, seed=0))
    scores = ask(questions).scores()
    assert scores.loc["oracle", ["hit1", "mrr", "answered"]].tolist() == [1, 1, 1]
    assert scores.loc["silent", ["hit1", "mrr", "answered"]].tolist() == [0, 0, 0]
    assert scores.loc["random", "hit1"] < 1


def test_the_lead_is_over_the_best_plain_rule():
    places = pd.DataFrame({"random": [2, 2], "Katz": [1, np.inf], "ours": [np.inf, 2]})
    said = places < np.inf
    # reciprocal ranks: random .5, Katz .5 (the first of equals), ours .25
    best, lead, low, high = Answered(places, said.astype(int)).lead("ours")
    assert (best, lead) == ("random", -0.25)
    assert low <= lead <= high


def test_hidden_ties_of_a_full_office_share_acquaintances(two_offices):
    hidden, shared = two_steps_seen(two_offices, repeats=3, seed=0)
    assert hidden == 3 * round(0.2 * 21)
    assert shared >= hidden - 3  # all but the one tie between the offices
