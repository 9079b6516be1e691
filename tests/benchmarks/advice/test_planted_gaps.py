import numpy as np
import pandas as pd
import pytest
from advice import planted_gaps
from advice.planted_gaps import (
    as_contacts,
    baseline_of,
    draw_teams,
    judge_brokers,
    judge_gaps,
    list_hits,
    plain_answers,
)

import netgraph as ng


@pytest.fixture
def team(town, monkeypatch):
    monkeypatch.setattr(planted_gaps, "LEAST_CONTACTS", 6)
    monkeypatch.setattr(planted_gaps, "LEAST_KNOWN", 2)

    def draw(*, all_hidden=False):
        return next(draw_teams(town, cases=1, all_hidden=all_hidden, seed=1))

    return draw


def test_the_team_knows_nobody_in_the_planted_department(team):
    drawn = team()
    contacts = as_contacts(drawn)
    code = list(ng.DOMAINS)[drawn.planted]
    mine = ng.build_graph(contacts, inferred=False)["ego"]
    assert len(mine) > 3
    assert not [p for p in mine if contacts.people["domain"].get(p) == code]
    assert (contacts.people["domain"] == code).sum() == 6  # they are in the network all the same


def test_all_ties_into_the_gap_can_be_hidden(team):
    for all_hidden in (False, True):
        drawn = team(all_hidden=all_hidden)
        there = drawn.seen.group == drawn.planted
        mine = [p for p in drawn.contacts if not there[p]]
        seen = sum(int(there[q]) for p in mine for q in drawn.seen.knows[p])
        assert (seen == 0) is all_hidden
    assert sum(drawn.reached.values()) > 0


def test_verdicts_stand_beside_the_share_among_true_contacts(team):
    drawn = team()
    base = baseline_of(drawn.whole)
    gaps = pd.DataFrame({"verdict": "gap"}, index=list(ng.DOMAINS))
    judged = judge_gaps(drawn, gaps)
    planted = list(ng.DOMAINS)[drawn.planted]
    assert judged.index[judged["planted"]].tolist() == [planted]
    assert judged.loc[planted, "true_ratio"] == 0
    shares = judged["true_ratio"] * pd.Series(base) / sum(base.values())
    assert shares.sum() == pytest.approx(1)


def test_a_broker_is_right_who_knows_somebody_there_though_it_is_hidden(team):
    drawn = team(all_hidden=True)
    code = list(ng.DOMAINS)[drawn.planted]
    leads = next(p for p, n in drawn.reached.items() if n)
    other = next(p for p, n in drawn.reached.items() if not n)
    named = pd.DataFrame({"domain": code, "person_id": [f"p{leads}", f"p{other}", None]})
    assert judge_brokers(drawn, named)["leads"].tolist() == [True, False]
    able = sum(n > 0 for n in drawn.reached.values())
    assert list_hits(drawn, [leads, other]) == 1 / able  # fewer than ten do
    assert list_hits(drawn, []) == 0


def test_plain_rules_see_what_can_be_seen(team):
    drawn = team()
    answers = plain_answers(drawn, np.random.default_rng(0))
    first = answers["most ties into it"][0]
    there = {p for p in range(60) if drawn.whole.group[p] == drawn.planted}
    most = max(len(drawn.seen.knows[p] & there) for p in answers["random"])
    assert len(drawn.seen.knows[first] & there) == most > 0
