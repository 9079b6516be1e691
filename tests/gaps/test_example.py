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
def mira():
    return ng.load(*ng.example())


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
    first = brokers.drop_duplicates("domain").set_index("domain").loc[list(TRUTH["gaps"])]
    led = first[first["grade"] == "A"]
    assert len(led) >= 3  # in government nobody is known at all
    # who is first is one of the five planted brokers or works there
    assert set(led.drop(index="GOVT", errors="ignore")["person_id"]) <= planted | known
    assert set(led["person_id"]) & planted
    # nobody works in government: who is read so is so with little trust
    assert first.loc["GOVT", "chance"] < first.drop(index="GOVT")["chance"].min()
