"""How likely a tie carries an introduction, assumed or learnt."""

import numpy as np
import pandas as pd
import pytest

import netgraph as ng
from netgraph.introductions import ASSUMED, ENOUGH, _learn, is_success


def network(strong, weak, *, outcomes=("met", "declined")):
    """One who introduces people that they write to daily, and people that they hardly know."""
    count = strong + weak
    names = ["ego", "ann", *(f"p{n}" for n in range(count))]
    people = pd.DataFrame({"name": names, "is_ego": [n == "ego" for n in names]}, index=names)
    days = pd.date_range("2023-01-01", periods=40, freq="D")
    friends = [("ego", "ann"), *(("ann", f"p{n}") for n in range(strong))]
    sent = pd.DataFrame(
        [(*ends, day) for one, two in friends for ends in ((one, two), (two, one)) for day in days],
        columns=["source", "target", "at"],
    ).assign(kind="mail", channel="mail")
    made = pd.DataFrame(
        {
            "introducer": "ann",
            "introduced": [f"p{n}" for n in range(count)],
            "introduced_to": "ego",
            "date": "2023-02-15",
            "outcome": [outcomes[0]] * strong + [outcomes[1]] * weak,
        }
    )
    return ng.Contacts(people=people, interactions=sent, introductions=made)


@pytest.mark.parametrize(
    ("outcome", "success"),
    [
        ("met", 1),
        ("Hired", 1),
        ("friend", 1),
        ("declined", 0),
        ("No response", 0),
        ("pending", np.nan),
        ("", np.nan),
        (None, np.nan),
    ],
)
def test_an_outcome_is_a_success_a_failure_or_not_known(outcome, success):
    assert is_success(outcome) == pytest.approx(success, nan_ok=True)


def test_the_assumed_curve_by_hand():
    # 1 / (1 + exp(-(-1.1 + 3 * 0.5))) = 1 / (1 + exp(-0.4)) = 0.598688
    assert ng.Calibration().chance(0.5) == pytest.approx(0.598688, abs=1e-6)
    assert ng.Calibration().chance([0.5, 0.5], [1.0, 0.25])[1] == pytest.approx(0.149672, abs=1e-6)


def test_the_stronger_the_likelier():
    chances = ng.Calibration().chance(np.linspace(0, 1, 11))
    assert (np.diff(chances) > 0).all()
    assert 0 < chances[0] < chances[-1] < 1


def test_few_outcomes_change_nothing_and_it_is_said():
    found = ng.calibrate_introductions(network(5, 3))
    assert (found.intercept, found.slope) == ASSUMED
    assert found.basis == f"assumed: 8 of your introductions have an outcome, {ENOUGH} are needed"
    assert found.table["asked"].sum() == 8
    assert found.table["succeeded"].sum() == 5


def test_outcomes_that_are_not_known_are_no_failures():
    found = ng.calibrate_introductions(network(20, 40, outcomes=("met", "pending")))
    assert found.basis.startswith("assumed: 20 of")


def test_enough_outcomes_are_learnt_from():
    found = ng.calibrate_introductions(network(40, 40))
    assert found.basis.startswith("from 80 of your introductions, 40 of which led to something")
    assert found.slope > ASSUMED[1]  # those whom ann writes to were met, the others never
    assert found.table["asked"].sum() == 80
    assert found.scores["log_score"].idxmin() == "learned"
    assert found.scores["brier"].idxmin() == "learned"
    assert (found.table["low"] < found.table["high"]).all()


def test_where_the_weak_do_better_the_curve_is_flat_and_never_falls():
    found = ng.calibrate_introductions(network(40, 40, outcomes=("declined", "met")))
    assert found.slope >= 0
    assert found.slope < ASSUMED[1]
    assert "did not help to foretell" in found.basis


def test_what_came_after_an_introduction_does_not_count_for_it():
    before = network(40, 40)
    later = before.interactions.assign(
        at=before.interactions["at"] + pd.Timedelta(days=400),
        target=before.interactions["target"].replace({"p0": "p79"}),
        source=before.interactions["source"].replace({"p0": "p79"}),
    )
    after = ng.Contacts(
        people=before.people,
        introductions=before.introductions,
        interactions=pd.concat([before.interactions, later]),
    )
    assert ng.calibrate_introductions(after).slope == ng.calibrate_introductions(before).slope


def test_draws_are_as_unsure_as_what_is_known():
    assumed, learnt = ng.Calibration(), ng.calibrate_introductions(network(40, 40))
    assert learnt.draw([0.15]).std() < assumed.draw([0.15]).std()
    drawn = assumed.draw([0.5, 0.5], [1.0, 0.25], count=4000)
    assert (drawn[:, 0] > 0).all()
    assert (drawn[:, 1] > 0).mean() == pytest.approx(0.25, abs=0.03)  # it exists or does not
    assert (assumed.draw([0.5]) == assumed.draw([0.5])).all()


def test_nobody_introduced_anybody():
    found = ng.calibrate_introductions(ng.Contacts())
    assert found.basis == "assumed: no outcome of an introduction is known"
    assert list(found.table) == ["bin", "asked", "succeeded", "predicted", "low", "high"]


def test_a_run_of_luck_makes_nothing_certain():
    found = ng.calibrate_introductions(network(40, 0))
    assert found.chance(0.7) > ng.Calibration().chance(0.7)
    assert found.chance(0.15) < 0.99
    assert found.intercept - ASSUMED[0] < 3


def test_introductions_without_a_day_are_learnt_from_as_of_the_last_day_known():
    dated = network(40, 40)
    made = dated.introductions.assign(date=None)
    undated = ng.Contacts(people=dated.people, interactions=dated.interactions, introductions=made)
    assert ng.calibrate_introductions(undated).slope > ASSUMED[1]
    nothing = ng.Contacts(people=dated.people, introductions=made.assign(date="2024-13"))
    assert ng.calibrate_introductions(nothing).basis.startswith("from 80")
    graph = ng.build_graph(undated)
    assert ng.calibrate_introductions(undated, graph).slope > ASSUMED[1]


@pytest.mark.parametrize("true", [ASSUMED, (0.5, 2.0), (-0.5, 5.0)])
def test_curves_that_are_known_are_found_again_and_lie_within_the_interval(true):
    rng = np.random.default_rng(0)
    grid = np.array([0.1, 0.3, 0.6])
    truth = ng.Calibration(*true).chance(grid)
    covered, errors = [], []
    for seed in range(60):
        strengths = rng.beta(1.2, 3.0, (100, 2))
        chance = ng.Calibration(*true).chance(strengths).prod(axis=1)
        curve = ng.Calibration(*_flat(_learn(strengths, (rng.random(100) < chance).astype(float))))
        low, high = np.quantile(curve.draw(grid, seed=seed), (0.05, 0.95), axis=0)
        covered.append((low <= truth) & (truth <= high))
        errors.append(np.abs(curve.chance(grid) - truth))
    assert np.mean(covered) > 0.8  # of 90 % intervals
    assert np.mean(errors) < 0.06


def _flat(learnt):
    curve, covariance = learnt
    return *curve, covariance
