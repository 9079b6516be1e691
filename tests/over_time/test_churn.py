"""Who comes and goes, and how fast."""

import pandas as pd
import pytest
from scipy.stats import beta, gamma

import netgraph as ng
from netgraph.changes import Step

THEN = pd.Timestamp("2024-01-01")


def book(*ids, company="Acme"):
    people = pd.DataFrame({"name": ["You", *ids], "company": [None, *[company] * len(ids)]})
    people = people.set_axis(["ego", *ids], axis=0).assign(is_ego=[True, *[False] * len(ids)])
    ties = pd.DataFrame({"source": "ego", "target": list(ids), "kind": "contact"})
    return ng.Contacts(people=people, ties=ties)


def step(before, after, days=730.5):
    return Step(before, after, THEN, THEN + pd.Timedelta(days=days), "linkedin.connections")


def test_rates_are_those_worked_by_hand():
    # ten, of whom two left within two years, and six came: 1 - sqrt(1 - 2/10) = 0.1056 a year
    # leave, 6 / (10 * 2) = 0.3 come
    ids = list("abcdefghij")
    told = ng.churn([step(book(*ids), book(*ids[2:], *"uvwxyz"))]).iloc[0]
    assert told[["before", "after", "joined", "left", "moved"]].tolist() == [10, 14, 6, 2, 0]
    assert told["years"] == pytest.approx(2.0, abs=0.002)
    assert told["left_rate"] == pytest.approx(1 - 0.8**0.5, abs=1e-3)
    assert told["joined_rate"] == pytest.approx(0.3, abs=1e-3)
    low, high = beta.ppf([0.025, 0.975], 2.5, 8.5)
    assert told["left_low"] == pytest.approx(1 - (1 - low) ** 0.5, abs=1e-3)
    assert told["left_high"] == pytest.approx(1 - (1 - high) ** 0.5, abs=1e-3)
    assert told["joined_high"] == pytest.approx(gamma.ppf(0.975, 6.5) / 20, abs=1e-3)
    assert told["moved_rate"] == 0
    assert told["moved_low"] == 0
    assert 0 < told["moved_high"] < 0.2


def test_who_changed_job_is_counted_among_those_whose_work_is_told():
    before = book("a", "b", "c")
    after = book("a", "b", "c", company="Beta")
    after.people.loc["c", "company"] = None
    told = ng.churn([step(before, ng.Contacts(people=after.people, ties=after.ties), 365.25)])
    assert told["moved"].item() == 2
    assert told["moved_rate"].item() == pytest.approx(1.0)  # of two


def test_two_exports_of_one_day_tell_no_rate():
    told = ng.churn([step(book("a", "b"), book("a"), 0)])
    assert told["left"].item() == 1
    assert told[["left_rate", "joined_rate", "moved_rate"]].isna().all(axis=None)
    assert "no time between" in told["says"].item()


def test_one_export_tells_nothing_and_says_what_would():
    told = ng.churn([])
    assert told.empty
    assert "Import an earlier or a later export" in told.attrs["says"]


def test_the_planted_ones_are_counted(planted):
    told = ng.churn(planted.history)
    row = told.iloc[-1]
    truth = planted.truth
    changed = {c["person"] for kind in ("employer", "title") for c in truth[kind]}
    assert (row["joined"], row["left"]) == (len(truth["joined"]), len(truth["left"]))
    assert row["moved"] == len(changed)
    assert (row["since"], row["until"]) == (
        pd.Timestamp(truth["since"]),
        pd.Timestamp(truth["until"]),
    )
    assert row["left_low"] < row["left_rate"] < row["left_high"]
    assert row["says"] in told.attrs["says"]
