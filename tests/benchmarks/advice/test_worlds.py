import numpy as np
import pytest
from advice.invented import judge_gaps, plain_leads
from advice.worlds import EGO, GAP_SIZES, invent

import netgraph as ng


@pytest.fixture(scope="module")
def world():
    return invent(3, "generous")


def test_the_same_seed_invents_the_same_world(world):
    again = invent(3, "generous")
    assert again.closeness == world.closeness
    assert again.contacts.ties.equals(world.contacts.ties)


def test_planted_gaps_hold_what_they_are_planted_with(world):
    known = [world.domain[p] for p in world.ego]
    fair = len(known) / len(ng.DOMAINS)
    for code, size in world.gaps.items():
        # drawn with that share, so within four standard deviations of it
        assert abs(known.count(code) - size * fair) <= 4 * np.sqrt(size * fair)
    assert tuple(world.gaps.values()) == GAP_SIZES


def test_brokers_know_more_communities_and_hubs_more_people(world):
    known = world.knows()
    homes = [len({world.home[q] for q in known[p]}) for p in world.brokers]
    others = [len({world.home[q] for q in known[p]}) for p in world.hubs]
    assert min(homes) >= 4 > np.median([len({world.home[q] for q in k}) for k in known])
    assert np.mean([len(known[p]) for p in world.hubs]) > np.mean(
        [len(known[p]) for p in world.brokers]
    )
    assert np.mean(homes) > np.mean(others)


def test_a_request_gets_across_true_ties_alone(world):
    (one, other), closeness = next(iter(world.closeness.items()))
    stranger = next(p for p in range(len(world.home)) if p not in world.knows()[one] | {one})
    height, power = world.curve
    assert world.chance_of([f"p{one}", f"p{other}"]) == pytest.approx(height * closeness**power)
    assert world.chance_of([f"p{other}", f"p{one}", f"p{stranger}"]) == 0
    outside = next(p for p in range(len(world.home)) if p not in world.ego)
    assert world.chance_of([EGO, f"p{outside}"]) == 0


def test_what_is_passed_on_and_what_succeeds_are_drawn_apart(world):
    (one, other), closeness = next(iter(world.closeness.items()))
    world.ego[one] = 0.25
    height, power = world.curve
    passed = height * 0.25**power * height * closeness**power
    route = [EGO, f"p{one}", f"p{other}"]
    assert world.passed_on(route) == pytest.approx(passed)
    assert world.chance_of(route) == pytest.approx(0.8 * passed)  # one introduction
    assert world.chance_through(one, {other}) == pytest.approx(0.8 * passed)
    every = world.as_listed(refusals=True).introductions["outcome"].value_counts()
    made = world.as_listed(refusals=False).introductions["outcome"].value_counts()
    assert every["not_passed_on"] > 0
    assert every.drop("not_passed_on").to_dict() == made.to_dict()


def test_exports_show_true_ties_and_not_all_of_them(world):
    seen = world.contacts.ties
    among = seen[(seen["source"] != EGO) & (seen["target"] != EGO)]
    pairs = {
        tuple(sorted((int(a[1:]), int(b[1:]))))
        for a, b in zip(among["source"], among["target"], strict=True)
    }
    assert pairs < set(world.closeness)


def test_people_of_whom_one_asks_little_pass_more_on_where_people_are_generous():
    came = {
        curve: (invent(1, curve).contacts.introductions["outcome"] == "met").mean()
        for curve in ("generous", "stingy")
    }
    assert came["generous"] > 2 * came["stingy"] > 0


def test_verdicts_are_judged_by_true_fields_of_work(world):
    gaps = ng.find_gaps(world.contacts, baseline=list(ng.DOMAINS))
    rows = {row["domain"]: row for row in judge_gaps(world, gaps)}
    empty = next(code for code, size in world.gaps.items() if size == 0)
    assert rows[empty]["true_ratio"] == 0
    assert rows[empty]["verdict"] in ("gap", "uncertain")
    assert sum(row["true_ratio"] for row in rows.values()) == pytest.approx(len(ng.DOMAINS))


def test_the_rule_of_seen_ties_beats_chance(world):
    graph = ng.build_graph(world.contacts)
    rows = plain_leads(world, graph, np.random.default_rng(0))
    shares = {
        method: np.mean([row["leads"] for row in rows if row["method"] == method])
        for method in ("random", "most ties into it")
    }
    assert shares["most ties into it"] > shares["random"]
