"""The gaps that are planted in the example network come out, and who leads there."""

import json
from pathlib import Path

import pytest

import netgraph as ng

TRUTH = json.loads(
    (Path(__file__).parents[2] / "data" / "example" / "truth.json").read_text(encoding="utf-8")
)


def short(address):
    return address.removeprefix("https://www.linkedin.com/")


@pytest.fixture(scope="module")
def mira(example):
    return example


@pytest.fixture(scope="module")
def gaps(mira):
    return ng.find_gaps(mira)


def test_the_planted_gaps_are_found_and_no_other(gaps):
    assert set(gaps.index[gaps["verdict"] == "gap"]) == set(TRUTH["gaps"])


def test_a_broker_is_named_for_each(mira, gaps):
    brokers = ng.find_gap_brokers(mira, gaps, calibration=ng.calibrate_introductions(mira))
    assert set(TRUTH["gaps"]) <= set(brokers["domain"])
    planted = {
        each["person"].removeprefix("https://www.linkedin.com/") for each in TRUTH["brokers"]
    }
    known = {short(person) for people in TRUTH["gaps"].values() for person in people}
    by_field = dict(list(brokers.groupby("domain")))
    for code in TRUTH["gaps"]:
        direct = by_field[code][by_field[code]["direct"]]
        assert set(direct["person_id"].map(short)) == {short(p) for p in TRUTH["gaps"][code]}
        if code != "GOVT":  # where nobody is known to know anybody
            # who leads to others is first one of the five who connect most
            others = by_field[code][~by_field[code]["direct"]]
            assert others["person_id"].iloc[0] in planted | known
        assert direct["chance"].is_monotonic_decreasing
        # nobody is introduced to one whom she knows
        assert not set(by_field[code]["target"].dropna()) & set(direct["person_id"])
    first = brokers.drop_duplicates("domain").set_index("domain").loc[list(TRUTH["gaps"])]
    assert first["grade"].to_dict()["GOVT"] == "D"  # no path known, and no chance is claimed
    assert first["chance"].isna().to_dict()["GOVT"]


def test_gaps_paths_and_plan_have_one_answer(mira, gaps):
    graph = ng.build_graph(mira)
    learnt = ng.calibrate_introductions(mira, graph)
    leads = ng.find_gap_brokers(mira, gaps, graph=graph, calibration=learnt, domains=["HLTH"])
    ways = ng.find_paths(graph, domain="Health care", contacts=mira, calibration=learnt, k=3)
    assert ways["route"].str[1].tolist() == [
        *leads.loc[leads["direct"], "person_id"][:2],
        *leads.loc[~leads["direct"], "person_id"][:1],
    ]
    named = leads.set_index("person_id").loc[ways["route"].str[1]]
    for column in ("chance", "what_to_do", "tie"):
        assert ways[column].tolist() == named[column].tolist()
