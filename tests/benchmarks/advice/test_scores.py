import numpy as np
import pytest
from advice.scores import (
    first_right,
    grouped_share,
    mean_interval,
    reliability,
    score_places,
    share_interval,
)


def test_the_first_right_name_counts():
    assert first_right(["ann", "bo", "cy"], {"cy", "bo"}) == 2
    assert first_right(["ann"], {"bo"}) == np.inf
    assert first_right([], {"bo"}) == np.inf


def test_hits_and_ranks_by_hand():
    # places 1, 2, 4, never: one of four is first, two are among three, and
    # the fourth place is not shown: (1 + 1/2 + 0 + 0) / 4
    scores = score_places([1, 2, 4, np.inf])
    assert (scores["hit1"], scores["hit3"], scores["mrr"]) == (0.25, 0.5, 0.375)
    assert scores["mrr_low"] <= 0.375 <= scores["mrr_high"]


def test_cases_that_are_all_alike_leave_no_doubt():
    assert mean_interval([1, 1, 1]) == (1, 1, 1)
    assert np.isnan(mean_interval([])).all()


def test_cases_of_one_group_are_drawn_together():
    values = [1, 1, 1, 1, 0, 0, 0, 0]
    _, low, high = mean_interval(values)
    _, low_in_groups, high_in_groups = mean_interval(values, groups="aaaabbbb")
    assert (low_in_groups, high_in_groups) == (0, 1)  # two groups: both drawn alike now and then
    assert low_in_groups < low < high < high_in_groups


def test_never_in_ten_is_not_impossible():
    # Wilson, z = 1.96: z^2 / (n + z^2) = 3.84 / 13.84
    assert share_interval(0, 10) == pytest.approx((0, 0, 0.2775), abs=1e-4)
    assert share_interval(10, 10)[2] == pytest.approx(1)


def test_people_of_one_team_are_not_cases_of_their_own():
    alike = [True] * 30 + [False] * 10
    teams = [n // 10 for n in range(40)]
    _, low, high = grouped_share(alike, teams)
    _, least, most = share_interval(30, 40)
    assert low < least < most < high  # four teams, three of them right
    assert grouped_share([True] * 40, teams)[1:] == share_interval(40, 40)[1:]


def test_reliability_of_a_forecast_that_is_right_and_of_one_that_knows_nothing():
    stated = [0.9] * 50 + [0.1] * 50
    came = [True] * 45 + [False] * 5 + [True] * 5 + [False] * 45
    table = reliability(stated, came, most_bins=2)
    assert table["stated"].tolist() == pytest.approx([0.1, 0.9])
    assert table["came"].tolist() == pytest.approx([0.1, 0.9])
    assert table.attrs["brier"] == pytest.approx(0.09)  # 0.1 * 0.81 + 0.9 * 0.01
    assert table.attrs["brier_base"] == pytest.approx(0.25)  # half of all come true
    wrong = reliability(stated, [not c for c in came], most_bins=2)
    assert wrong.attrs["brier"] == pytest.approx(0.73)  # 0.9 * 0.81 + 0.1 * 0.01
