"""How much of the network was in touch lately."""

import pandas as pd
import pytest
from scipy.stats import beta

import netgraph as ng

from .conftest import network

PEOPLE = {"ann": {"domain": "SOFT"}, "bo": {"domain": "SOFT"}, "cy": {"domain": "LEGL"}, "dee": {}}
TIES = [("ego", person, "contact", "2025-05-20") for person in PEOPLE]
TALK = [
    ("ego", "ann", "message", "2025-05-01"),
    ("bo", "ego", "mail", "2024-09-01"),
    ("ego", "cy", "meeting", "2022-07-01"),
    ("ego", "dee", "invitation", "2025-05-20"),  # no exchange
    ("ego", "ann", "message", "2018-01-01"),
]
NOW = "2025-06-01"


def fresh(contacts, **options):
    return ng.freshness(contacts, now=NOW, **options)


def test_only_a_real_exchange_counts():
    # 3 months: Ann; 12: and Bo; 36: and Cy; Dee is connected since last month, and no more
    table = fresh(network(PEOPLE, TIES, TALK))
    assert table[["months", "fresh", "silent", "unknown"]].to_numpy().tolist() == [
        [3, 1, 2, 1],
        [12, 2, 1, 1],
        [36, 3, 0, 1],
    ]
    assert table["share"].tolist() == [0.25, 0.5, 0.75]
    assert table["low"].iloc[1] == pytest.approx(beta.ppf(0.025, 2.5, 2.5))
    assert table["high"].iloc[1] == pytest.approx(beta.ppf(0.975, 2.5, 2.5))
    assert "With 2 of 4 people (50 %)" in table.attrs["says"]
    assert "of 1 no exchange is in these files" in table.attrs["says"]


def test_each_field_by_itself_the_largest_first():
    table = fresh(network(PEOPLE, TIES, TALK), by="domain")
    assert table["group"].drop_duplicates().tolist() == ["SOFT", "LEGL", "not known"]
    soft = table[table["group"] == "SOFT"].set_index("months")["share"]
    assert soft.to_dict() == {3: 0.5, 12: 1.0, 36: 1.0}


def test_a_bare_list_of_connections_tells_no_share_and_says_what_would():
    table = ng.freshness(network(PEOPLE, TIES))
    assert table[["share", "low", "high"]].isna().all(axis=None)
    assert table["unknown"].tolist() == [4, 4, 4]
    assert "messages.csv" in table.attrs["says"]


def test_files_that_do_not_reach_back_say_so():
    table = fresh(network(PEOPLE, TIES, TALK[:2]))
    assert "The files begin in September 2024" in table.attrs["says"]
    assert "begin" not in fresh(network(PEOPLE, TIES, TALK)).attrs["says"]


def test_nobody_is_no_error():
    assert ng.freshness(ng.Contacts()).empty


def test_a_day_that_is_none_is_refused():
    with pytest.raises(ng.ContactsError, match="no date"):
        ng.freshness(network(PEOPLE), now="yesterday")


def test_shares_of_the_example_grow_with_the_months(planted):
    table = ng.freshness(planted.contacts)
    assert table["share"].is_monotonic_increasing
    assert table["share"].between(table["low"], table["high"]).all()
    assert (table["fresh"] + table["silent"] + table["unknown"] == table["people"]).all()
    assert table.attrs["now"] <= pd.Timestamp("2026-11-02")
