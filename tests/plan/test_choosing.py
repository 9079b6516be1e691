"""The choice under a budget, against all choices that there are."""

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.sparse import csr_array

from netgraph.plan import _choosing
from netgraph.plan._choosing import Task, bound, candidates, choose, guarantee, in_order

SMALL = 7


def task(chance, minutes, budget, weight=None):
    chance = np.array(chance, dtype=float)
    weight = np.ones(chance.shape[1]) if weight is None else np.array(weight, dtype=float)
    return Task(csr_array(chance), weight, np.array(minutes, dtype=float), float(budget))


def best_of_all(given_task, first=()):
    """Try every set of acts within the minutes."""
    acts = range(len(given_task.minutes))
    return max(
        given_task.value(chosen)
        for size in range(len(given_task.minutes) + 1)
        for chosen in combinations(acts, size)
        if given_task.minutes[list(chosen)].sum() <= given_task.budget and set(first) <= set(chosen)
    )


@st.composite
def tasks(draw, *, same_cost=False):
    acts, targets = draw(st.integers(1, SMALL)), draw(st.integers(1, 4))
    share = st.sampled_from([0.0, 0.0, 0.1, 0.3, 0.6, 0.9, 1.0])
    chance = [[draw(share) for _ in range(targets)] for _ in range(acts)]
    cost = st.just(10) if same_cost else st.sampled_from([5, 10, 20, 25])
    minutes = [draw(cost) for _ in range(acts)]
    weight = [draw(st.sampled_from([0.1, 0.5, 1.0])) for _ in range(targets)]
    return task(chance, minutes, draw(st.integers(5, 70)), weight)


@settings(max_examples=150, deadline=None)
@given(tasks())
def test_few_acts_reach_one_less_one_over_e_of_the_best(each):
    chosen = choose(each)
    assert each.minutes[chosen].sum() <= each.budget
    assert each.value(chosen) >= (1 - np.exp(-1)) * best_of_all(each) - 1e-9
    assert guarantee(each)[0] == pytest.approx(1 - np.exp(-1))


@settings(max_examples=150, deadline=None)
@given(tasks())
def test_many_acts_reach_one_less_one_over_the_root_of_e(each):
    chosen = choose(each, thorough=False)
    assert each.minutes[chosen].sum() <= each.budget
    assert each.value(chosen) >= (1 - np.exp(-0.5)) * best_of_all(each) - 1e-9


@settings(max_examples=150, deadline=None)
@given(tasks(same_cost=True))
def test_acts_of_one_cost_reach_one_less_one_over_e(each):
    chosen = choose(each, thorough=False)
    assert each.value(chosen) >= (1 - np.exp(-1)) * best_of_all(each) - 1e-9
    assert "the same" in guarantee(each)[1]


@settings(max_examples=100, deadline=None)
@given(tasks(), st.booleans())
def test_what_is_added_to_those_that_come_first_keeps_the_guarantee(each, thorough):
    fitting = candidates(each)
    first = fitting[:1]
    chosen = choose(each, first=first, thorough=thorough)
    share = 1 - np.exp(-1 if thorough else -0.5)
    added = each.value(chosen) - each.value(first)
    assert chosen[: len(first)] == first
    assert added >= share * (best_of_all(each, first) - each.value(first)) - 1e-9


@settings(max_examples=150, deadline=None)
@given(tasks())
def test_no_choice_exceeds_the_bound(each):
    assert best_of_all(each) <= bound(each, choose(each)) + 1e-9


@settings(max_examples=100, deadline=None)
@given(tasks(), st.data())
def test_what_is_reached_grows_ever_less(each, data):
    acts = range(len(each.minutes))
    large = data.draw(st.lists(st.sampled_from(acts), unique=True))
    small = [act for act in large if data.draw(st.booleans())]
    one = data.draw(st.sampled_from(acts))
    more = each.value({*small, one}) - each.value(small)
    less = each.value({*large, one}) - each.value(large)
    assert more >= less - 1e-12
    assert less >= -1e-12


def test_the_single_act_that_gains_most_is_not_lost_to_a_cheap_one():
    # by gain per minute the cheap one is first, and then the dear one does not fit
    each = task([[0.02, 0], [0, 0.9]], [1, 60], 60)
    assert choose(each, thorough=False) == [1]


def test_starts_of_three_find_what_greedy_misses():
    # greedy takes act 0 (0.9 in 10 minutes) and then only one of the two others fits
    each = task([[0.45, 0.45], [0.8, 0], [0, 0.8]], [10, 10.5, 10.5], 21)
    assert sorted(choose(each)) == [1, 2]
    assert len(choose(each, thorough=False)) == 2


def test_the_order_is_by_gain_per_minute():
    each = task([[0.9, 0], [0, 0.5], [0.2, 0]], [10, 5, 25], 40)
    assert in_order(each, [2, 0, 1]) == [1, 0, 2]  # 0.1, then 0.09, then next to nothing a minute


def test_unequal_costs_of_many_acts_have_the_weaker_guarantee(monkeypatch):
    monkeypatch.setattr(_choosing, "FEW", 1)
    each = task(np.eye(3), [10, 20, 25], 60)
    assert guarantee(each) == (
        pytest.approx(0.393, abs=0.001),
        "1 - 1/sqrt(e), the acts costing different minutes",
    )


def test_nothing_is_chosen_where_nothing_fits_or_gains():
    assert choose(task([[0.0]], [10], 60)) == []
    assert choose(task([[0.5]], [10], 5)) == []
    assert choose(task(np.zeros((0, 2)), [], 5)) == []
