"""How likely a request is passed on, and an introduction leads to something."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

import netgraph as ng
from netgraph.introductions import (
    ASSUMED,
    DOUBT,
    ENOUGH,
    REFUSALS,
    SUCCESS,
    SUCCESS_DOUBT,
    is_success,
)
from netgraph.introductions.curves import learn


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
    assumed = ng.Calibration()
    assert assumed.passes_on(0.5) == pytest.approx(0.598688, abs=1e-6)
    assert assumed.passes_on([0.5, 0.5], [1.0, 0.25])[1] == pytest.approx(0.149672, abs=1e-6)
    # 1 / (1 + exp(-0.85)) = 0.700567, however close; 0.598688 * 0.700567 = 0.419421
    assert assumed.succeeds([0.1, 0.9]) == pytest.approx([0.700567] * 2, abs=1e-6)
    assert assumed.chance(0.5) == pytest.approx(0.419421, abs=1e-6)
    assert assumed.chance(0.5, 0.25) == pytest.approx(0.419421 / 4, abs=1e-6)


def test_the_stronger_the_likelier():
    chances = ng.Calibration().chance(np.linspace(0, 1, 11))
    assert (np.diff(chances) > 0).all()
    assert 0 < chances[0] < chances[-1] < 1


def test_few_outcomes_change_nothing_and_it_is_said():
    found = ng.calibrate_introductions(network(5, 3))
    assert (found.intercept, found.slope) == ASSUMED
    assert found.success == SUCCESS
    assert found.basis == f"assumed: 8 of your introductions have an outcome, {ENOUGH} are needed"
    assert found.table["asked"].sum() == 8
    assert found.table["succeeded"].sum() == 5


def test_outcomes_that_are_not_known_are_no_failures():
    found = ng.calibrate_introductions(network(20, 40, outcomes=("met", "pending")))
    assert found.basis.startswith("assumed: 20 of")


def test_enough_outcomes_are_learnt_from():
    found = ng.calibrate_introductions(network(40, 40))
    assert found.basis.startswith("from 80 of your introductions, 40 of which led to something")
    assert found.basis.endswith("that a request is passed on is assumed")
    assert (found.intercept, found.slope) == ASSUMED  # nobody was told to have refused
    assert found.success[1] > 0  # those whom ann writes to were met, the others never
    assert found.succeeds(0.6) > found.succeeds(0.1)
    assert found.table["asked"].sum() == 80
    assert found.scores["log_score"].idxmin() == "learned"
    assert found.scores["brier"].idxmin() == "learned"
    assert (found.table["low"] < found.table["high"]).all()


def test_where_the_weak_do_better_the_curve_is_flat_and_never_falls():
    found = ng.calibrate_introductions(network(40, 40, outcomes=("declined", "met")))
    assert found.success[1] == 0
    assert found.succeeds(0.1) == pytest.approx(0.5, abs=0.05)
    assert found.success_covariance[2] == 0
    assert "did not help to foretell" in found.basis


def test_a_share_is_foretold_of_all_alike_so_it_is_one_bin():
    # the first 40 led to something, the last 40 to nothing, and all ties are as close
    bare = network(40, 40)
    same = ng.Contacts(people=bare.people, introductions=bare.introductions)
    found = ng.calibrate_introductions(same)
    assert found.success[1] == 0
    [row] = found.table.to_dict("records")
    assert (row["asked"], row["succeeded"]) == (80, 40)
    assert row["low"] < row["predicted"] < row["high"]


def test_bins_go_by_strength_where_it_tells():
    table = ng.calibrate_introductions(network(40, 40)).table
    assert len(table) == 5
    assert table["predicted"].is_monotonic_increasing
    assert table["succeeded"].iloc[0] == 0
    assert table["succeeded"].iloc[-1] == table["asked"].iloc[-1]


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
    assert ng.calibrate_introductions(after).success == ng.calibrate_introductions(before).success


def test_draws_are_as_unsure_as_what_is_known():
    assumed, learnt = ng.Calibration(), ng.calibrate_introductions(network(40, 40))
    asked = assumed.draw([0.5, 0.5], [1.0, 0.25], introduced=False, count=4000)
    assert (asked[:, 0] > 0).all()
    assert (asked[:, 1] > 0).mean() == pytest.approx(0.25, abs=0.03)  # it exists or does not
    assert (assumed.draw([0.5]) == assumed.draw([0.5])).all()
    # outcomes tell nothing of who refuses, so that doubt stays; the other one lessens
    same = learnt.draw([0.15], introduced=False), assumed.draw([0.15], introduced=False)
    assert (same[0] == same[1]).all()
    led = [
        curve.draw([0.15], count=4000) / curve.draw([0.15], introduced=False, count=4000)
        for curve in (assumed, learnt)
    ]
    assert np.median(led[0]) == pytest.approx(0.700567, abs=0.03)
    assert led[1].std() < led[0].std()


def test_both_doubts_are_in_a_drawn_chance():
    assumed = ng.Calibration()
    certain = ng.Calibration(success_covariance=(0.0, 0.0, 0.0))
    told = [np.log(curve.draw([0.5], count=4000)).var() for curve in (assumed, certain)]
    assert told[0] > told[1] * 1.05


def test_in_one_draw_all_introductions_are_as_likely_to_succeed():
    learnt = ng.Calibration(covariance=(0.0, 0.0, 0.0))
    drawn = learnt.draw([0.5, 0.5, 0.5], introduced=[False, True, True])
    assert drawn[:, 0].std() == pytest.approx(0)
    assert drawn[:, 1] == pytest.approx(drawn[:, 2])
    assert drawn[:, 1].std() > 0


def test_nobody_introduced_anybody():
    found = ng.calibrate_introductions(ng.Contacts())
    assert found.basis == "assumed: no outcome of an introduction is known"
    assert list(found.table) == ["bin", "asked", "succeeded", "predicted", "low", "high"]


def test_a_run_of_luck_makes_nothing_certain():
    found = ng.calibrate_introductions(network(40, 0))
    assert found.chance(0.15) > ng.Calibration().chance(0.15)
    assert found.succeeds(0.15) < 0.99
    assert found.succeeds(0.7) < 0.999


def test_made_introductions_that_all_succeed_make_nobody_pass_more_on():
    lucky, none = ng.calibrate_introductions(network(60, 0)), ng.Calibration()
    assert (lucky.intercept, lucky.slope) == ASSUMED
    assert lucky.covariance == none.covariance
    assert lucky.chance(0.0) < none.passes_on(0.0)  # a bare contact is no surer than assumed


def test_introductions_without_a_day_are_learnt_from_as_of_the_last_day_known():
    dated = network(40, 40)
    made = dated.introductions.assign(date=None)
    undated = ng.Contacts(people=dated.people, interactions=dated.interactions, introductions=made)
    assert ng.calibrate_introductions(undated).success[1] > 0
    nothing = ng.Contacts(people=dated.people, introductions=made.assign(date="2024-13"))
    assert ng.calibrate_introductions(nothing).basis.startswith("from 80")
    graph = ng.build_graph(undated)
    assert ng.calibrate_introductions(undated, graph).success[1] > 0


def test_the_tie_that_counts_is_the_one_to_whoever_is_not_you():
    one = network(40, 40)
    swapped = one.introductions.rename(
        columns={"introduced": "introduced_to", "introduced_to": "introduced"}
    )
    other = ng.Contacts(people=one.people, interactions=one.interactions, introductions=swapped)
    found = ng.calibrate_introductions(one)
    assert ng.calibrate_introductions(other).success == pytest.approx(found.success)
    nobody = ng.Contacts(
        people=one.people.assign(is_ego=False),
        interactions=one.interactions,
        introductions=one.introductions,
    )
    # the mean with ann's strong tie to you: half as far apart, so the curve rises otherwise
    assert ng.calibrate_introductions(nobody).success != pytest.approx(found.success)


def test_requests_that_were_refused_tell_who_passes_on_and_nothing_of_success():
    found = ng.calibrate_introductions(network(40, 40, outcomes=("met", "Not passed on")))
    assert "learnt from 80 requests, 40 of them refused" in found.basis
    assert found.slope > ASSUMED[1]
    assert found.passes_on(0.15) < ng.Calibration().passes_on(0.15)
    assert found.table["asked"].sum() == 40
    assert found.table["succeeded"].sum() == 40


def test_few_refusals_are_not_learnt_from():
    found = ng.calibrate_introductions(network(60, REFUSALS - 1, outcomes=("met", "not_made")))
    assert (found.intercept, found.slope) == ASSUMED
    assert found.basis.endswith("did not help to foretell what came") or found.basis.endswith(
        "that a request is passed on is assumed"
    )


def test_refusals_alone_are_said():
    found = ng.calibrate_introductions(network(0, 40, outcomes=("met", "introducer declined")))
    assert found.basis == (
        "that a request is passed on: learnt from 40 requests, 40 of them refused; "
        "the rest is assumed"
    )
    assert found.table.empty


def _flat(learnt):
    curve, covariance = learnt
    return *curve, covariance


@pytest.mark.parametrize("true", [ASSUMED, (0.5, 2.0), (-0.5, 5.0)])
def test_who_passes_on_is_found_again_and_lies_within_the_interval(true):
    rng = np.random.default_rng(0)
    grid = np.array([0.1, 0.3, 0.6])
    truth = ng.Calibration(*true).passes_on(grid)
    covered, errors = [], []
    for seed in range(60):
        strengths = rng.beta(1.2, 3.0, (100, 2))
        chance = ng.Calibration(*true).passes_on(strengths).prod(axis=1)
        came = (rng.random(100) < chance).astype(float)
        curve = ng.Calibration(*_flat(learn(strengths, came, (ASSUMED, DOUBT))))
        drawn = curve.draw(grid, introduced=False, seed=seed)
        low, high = np.quantile(drawn, (0.05, 0.95), axis=0)
        covered.append((low <= truth) & (truth <= high))
        errors.append(np.abs(curve.passes_on(grid) - truth))
    assert np.mean(covered) > 0.8  # of 90 % intervals
    assert np.mean(errors) < 0.06


@pytest.mark.parametrize(
    ("true", "flat"), [((0.85, 0.0), True), ((1.9, 0.0), True), ((-0.3, 2.0), False)]
)
def test_the_share_that_succeeds_is_found_again_and_lies_within_the_interval(true, flat):
    rng = np.random.default_rng(1)
    grid = np.array([0.1, 0.3, 0.6])
    truth = ng.Calibration(success=true).succeeds(grid)
    covered, errors = [], []
    for seed in range(60):
        strengths = rng.beta(1.2, 3.0, (100, 1))
        came = rng.random(100) < ng.Calibration(success=true).succeeds(strengths[:, 0])
        learnt = learn(strengths, came.astype(float), (SUCCESS, SUCCESS_DOUBT), flat=flat)
        curve = ng.Calibration(
            50.0, 0.0, (0.0, 0.0, 0.0), success=learnt[0], success_covariance=learnt[1]
        )
        low, high = np.quantile(curve.draw(grid, seed=seed), (0.05, 0.95), axis=0)
        covered.append((low <= truth) & (truth <= high))
        errors.append(np.abs(curve.succeeds(grid) - truth))
    assert np.mean(covered) > 0.8  # of 90 % intervals
    assert np.mean(errors) < 0.06


ANSWERS = {
    "find_paths": lambda contacts, graph: ng.find_paths(graph, person="p0", contacts=contacts),
    "find_referrals": lambda contacts, graph: ng.find_referrals(contacts, ["Acme"], graph=graph),
    "plan_contacts": ng.plan_contacts,
    "find_gap_brokers": lambda contacts, graph: ng.find_gap_brokers(
        contacts, graph=graph, domains=["LEGL"]
    ),
    "plan_job_hunt": lambda contacts, graph: ng.plan_job_hunt(contacts, ["Acme"], graph=graph),
}


@pytest.mark.parametrize("answer", ANSWERS.values(), ids=ANSWERS)
def test_whoever_answers_states_chances_from_the_same_introductions(answer):
    contacts = network(40, 40)
    contacts = replace(contacts, people=contacts.people.assign(domain="SOFT"))
    graph = ng.build_graph(contacts)
    learnt = ng.calibrate_introductions(contacts, graph).basis
    assert learnt.startswith("from 80 of your introductions")
    assert answer(contacts, graph).attrs["basis"] == learnt
