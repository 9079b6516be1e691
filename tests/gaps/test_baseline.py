"""What a network is compared with."""

import pandas as pd
import pytest

import netgraph as ng
from netgraph.domains.naming import find_domain
from netgraph.gaps import PROFESSIONAL
from netgraph.gaps._baseline import home_domain, read_baseline


def test_all_but_four_fields_are_professional():
    assert set(ng.DOMAINS) - set(PROFESSIONAL) == {"ADMN", "TRAD", "HOSP", "AGRI"}


@pytest.mark.parametrize(
    "given", ["legl, HLTH", ["LEGL", "HLTH"], ("Law and compliance", "hlth"), "LEGL;HLTH;"]
)
def test_fields_are_named_by_code_or_name(given):
    shares, words = read_baseline(given)
    assert shares[["LEGL", "HLTH"]].tolist() == [0.5, 0.5]
    assert shares.sum() == 1
    assert words == "equal shares of Law and compliance, Health care"


@pytest.mark.parametrize("given", [{"LEGL": 3, "HLTH": 1}, pd.Series({"LEGL": 6, "HLTH": 2})])
def test_weights_are_shares(given):
    shares, words = read_baseline(given)
    assert shares[["LEGL", "HLTH"]].tolist() == [0.75, 0.25]
    assert words.startswith("your weights for Law")


@pytest.mark.parametrize("given", [[], "", {"LEGL": 0}, {"LEGL": -1, "HLTH": 2}, {"LEGL": "nan"}])
def test_a_baseline_that_weighs_nothing_is_refused(given):
    with pytest.raises(ng.UnknownNameError, match="positive weight"):
        read_baseline(given)


@pytest.mark.parametrize(
    ("given", "near"), [("LEGAL", "Law"), ("Health", "Health care"), ("Law and complience", "Law")]
)
def test_a_field_that_there_is_not_is_refused_with_the_nearest(given, near):
    with pytest.raises(ng.UnknownNameError, match=f"Did you mean {near}"):
        find_domain(given)


def test_home_is_your_own_field_else_that_of_most(office):
    assert home_domain(office) == "DATA"
    assert home_domain(ng.Contacts()) is None
