"""Intervals of shares and medians hold what they promise."""

import numpy as np
import pandas as pd
import pytest

from netgraph.care._intervals import medians, shares, wilson


def test_wilson_by_hand():
    # 8 of 10, z2 = 3.8415: (0.8 + 0.19207 -+ 1.96 sqrt(0.016 + 0.009604)) / 1.38415
    low, high = wilson([0.8, 0.0, np.nan, 0.5], [10, 10, 10, 0])
    assert low[:2].tolist() == pytest.approx([0.4902, 0.0], abs=1e-4)
    assert high[:2].tolist() == pytest.approx([0.9433, 0.2775], abs=1e-4)
    assert np.isnan(low[2:]).all()


def test_medians_stand_between_two_order_statistics():
    # of 10 values: P(at most 1 below the median) = 11/1024, P(at most 2) = 56/1024 > 0.025
    values = pd.Series([*range(10), *range(5)], dtype=float)
    found = medians(values, pd.Series(["a"] * 10 + ["b"] * 5))
    assert found.loc["a"].tolist() == [4.5, 1, 8, 10]
    assert found.loc["b", ["median", "count"]].tolist() == [2, 5]
    assert found.loc["b", ["low", "high"]].isna().all()  # 2/32 > 0.05: no such interval


def test_one_trial_a_lot_is_nearly_wilson():
    lots = pd.DataFrame({"who": "a", "own": [1.0] * 60 + [0.0] * 40, "whole": 1.0})
    found = shares(lots, "who").loc["a"]
    low, high = wilson(0.6, 99 * (1.959964 / 1.984217) ** 2)  # Student's point for 99
    assert found["share"] == 0.6
    assert found[["low", "high"]].tolist() == pytest.approx([float(low), float(high)], abs=1e-4)


def test_lots_that_hang_together_are_less_sure():
    alone = pd.DataFrame({"who": "a", "own": [1.0, 0.0] * 50, "whole": 1.0})
    together = pd.DataFrame({"who": "a", "own": [10.0, 0.0] * 5, "whole": 10.0})
    few, many = (shares(lots, "who").loc["a"] for lots in (together, alone))
    assert few["share"] == many["share"] == 0.5
    assert few["high"] - few["low"] > 2 * (many["high"] - many["low"])


def test_where_all_is_one_sides_the_number_of_lots_tells():
    lots = pd.DataFrame({"who": "a", "own": 20.0, "whole": [20.0] * 8})
    found = shares(lots, "who").loc["a"]
    assert found["share"] == found["high"] == 1
    assert found["low"] == pytest.approx(float(wilson(1.0, 8)[0]))
    assert np.isnan(shares(lots.head(4), "who").loc["a", "low"])


def test_the_interval_holds_the_truth_about_as_often_as_it_says():
    random = np.random.default_rng(1)
    held = []
    for _ in range(400):
        lots = random.integers(6, 30)
        whole = random.poisson(40, lots) + 1.0
        part = random.beta(3, 4, lots)  # talks differ: 3/7 on average
        table = pd.DataFrame({"who": "a", "own": random.binomial(whole.astype(int), part)})
        found = shares(table.assign(whole=whole), "who").loc["a"]
        held.append(found["low"] <= 3 / 7 <= found["high"])
    assert 0.91 <= np.mean(held) <= 0.99
