from dataclasses import replace

import numpy as np
import pytest
from advice.methods import BASELINES, METHODS, Question, adamic_adar, katz, resource_allocation


@pytest.fixture
def question(make_network):
    # who of 1, 2, 3 (contacts of 0) knows 9? 2 shares the acquaintances 5 and 6 with 9, 3 shares 6;
    # 1 knows most people, but none of them
    pairs = [(0, 1), (0, 2), (0, 3), (2, 5), (2, 6), (3, 6), (5, 9), (6, 9)]
    pairs += [(1, 4), (1, 7), (1, 8), (1, 10)]
    seen = make_network(pairs, [0, 0, 0, 1, 0, 0, 0, 0, 0, 1, 0])
    return Question(seen, seen, 0, (1, 2, 3), 9, 1, frozenset({2}))


def rank(name, question):
    return METHODS[name](question, np.random.default_rng(0))


def test_scores_by_hand(question):
    people = np.array([1, 2, 3])
    # 5 knows two people (2, 9), 6 knows three (2, 3, 9)
    assert adamic_adar(question, people) == pytest.approx(
        [0, 1 / np.log(2) + 1 / np.log(3), 1 / np.log(3)]
    )
    assert resource_allocation(question, people) == pytest.approx([0, 1 / 2 + 1 / 3, 1 / 3])
    # damping b = 0.5 / 5; walks from 9: to 2 two of two steps (9-5-2, 9-6-2), of four steps
    # 9-x-y-z-2; the odd ones cannot be
    assert katz(question, people)[1] > katz(question, people)[2] > katz(question, people)[0]


def test_each_rule_has_its_own_first(question):
    assert rank("Adamic-Adar", question)[0] == rank("Katz", question)[0] == 2
    assert rank("most connected", question)[0] == 1
    assert rank("same group, then Adamic-Adar", question) == [3, 2, 1]


def test_equals_come_in_random_order(question):
    firsts = {METHODS["random"](question, np.random.default_rng(n))[0] for n in range(30)}
    assert firsts == {1, 2, 3}


@pytest.mark.parametrize("name", BASELINES)
def test_plain_rules_rank_every_candidate_once(question, name):
    assert sorted(rank(name, question)) == [1, 2, 3]


@pytest.mark.parametrize("name", [name for name in METHODS if name not in BASELINES])
def test_netgraph_names_contacts_of_the_asker(question, name):
    assert set(rank(name, question)) <= {1, 2, 3}
    assert rank(name, question)[0] in (2, 3)  # 1 leads nowhere


def test_ties_that_the_base_alone_has_are_not_used_and_not_lost(question):
    fewer = question.seen.keep(~(question.seen.ties == [0, 2]).all(axis=1))
    asked = replace(question, seen=fewer, candidates=(1, 3))
    assert rank("netgraph, ties alone", asked) == [3]
    assert question.base.graph.has_edge("p0", "p2")


def test_whose_ties_are_all_hidden_is_on_no_way(make_network):
    alone = make_network([(0, 1), (0, 2)], [0] * 10)
    lost = Question(alone, alone, 0, (1, 2), 9, 0, frozenset({1}))
    assert rank("netgraph, ties alone", lost) == []
