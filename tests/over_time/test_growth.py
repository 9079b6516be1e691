"""How many came when, by field and by what they are to you."""

import pandas as pd
import pytest

import netgraph as ng

from .conftest import network

PEOPLE = {
    "ann": {"domain": "SOFT"},
    "bo": {"domain": "LEGL"},
    "cy": {"domain": "SOFT"},
    "dee": {"domain": None},
}
TIES = [
    ("ego", "ann", "contact", "2021-05-01"),
    ("ego", "bo", "contact", "2023-01-31"),
    ("cy", "ego", "contact", "2023-12-31"),
    ("ego", "dee", "contact", None),
    ("ann", "bo", "thread", "2023-02-01"),
    ("bo", "ann", "mail", "2022-07-01"),  # the same tie, seen before
    ("ann", "cy", "thread", "2024-01-01"),
    ("ann", "dee", "introduction", None),
]


@pytest.fixture
def contacts():
    return network(PEOPLE, TIES, [("cy", "ego", "message", "2022-03-01")])


def grown(table, *columns):
    return table[list(columns)].to_numpy().tolist()


def test_people_and_ties_are_counted_by_year(contacts):
    # Ann 2021; Cy wrote in 2022, before the connection of 2023; Bo 2023; Dee has no day.
    # Ann and Bo since the mail of 2022; Ann and Cy 2024, after the last person came.
    table = ng.describe_growth(contacts)
    assert grown(table, "period", "people", "people_total", "ties", "ties_total") == [
        ["2021", 1, 1, 0, 0],
        ["2022", 1, 2, 1, 1],
        ["2023", 1, 3, 0, 1],
        ["2024", 0, 3, 1, 2],
    ]
    assert table["begins"].iloc[0] == pd.Timestamp("2021-01-01")
    assert (table.attrs["undated"], table.attrs["ties_undated"]) == (1, 1)
    assert "3 people came in between May 2021 and January 2023" in table.attrs["says"]
    assert "Of 1 more no day is known" in table.attrs["says"]


def test_each_field_has_a_row_in_each_period(contacts):
    table = ng.describe_growth(contacts, by="domain")
    last = table[table["period"] == "2024"].set_index("group")
    assert last["name"].to_dict() == {"SOFT": "Software and IT", "LEGL": "Law and compliance"}
    assert last["people_total"].to_dict() == {"SOFT": 2, "LEGL": 1}
    assert last["ties_total"].to_dict() == {"SOFT": 2, "LEGL": 1}  # within SOFT it counts once
    assert len(table) == 2 * 4
    assert table.attrs["undated_of"] == {"not known": 1}


@pytest.mark.parametrize(
    ("every", "first", "count"), [("quarter", "2021-Q2", 12), ("month", "2021-05", 33)]
)
def test_periods_can_be_shorter(contacts, every, first, count):
    table = ng.describe_growth(contacts, every=every)
    assert table["period"].iloc[0] == first
    assert len(table) == count
    assert table["people"].sum() == 3


def test_a_person_of_two_relations_counts_in_both(contacts):
    relations = pd.DataFrame(
        {"person_id": ["ann", "ann", "bo"], "relation": ["friend", "colleague", "friend"]}
    )
    table = ng.describe_growth(contacts, by="relation", relations=relations)
    last = table[table["period"] == "2024"].set_index("group")["people_total"].to_dict()
    assert last == {"friend": 2, "colleague": 1, "not known": 1}
    between = ng.describe_tie_growth(contacts, by="relation", relations=relations)
    told = between[["one", "other", "ties_total"]].to_numpy().tolist()
    # Ann and Bo: friend-friend and colleague-friend; Ann and Cy: friend and colleague with none
    assert told == [
        ["colleague", "friend", 1],
        ["friend", "friend", 1],
        ["colleague", "not known", 1],
        ["friend", "not known", 1],
    ]


def test_groups_of_your_own_can_be_counted(contacts):
    clusters = pd.Series({"ann": 1, "bo": 1, "cy": 2})
    table = ng.describe_growth(contacts, by=clusters)
    assert table[table["period"] == "2023"].set_index("group")["people_total"].to_dict() == {
        "1": 2,
        "2": 1,
    }


def test_ties_between_fields_add_up(contacts):
    table = ng.describe_tie_growth(contacts)
    assert grown(table, "period", "one", "other", "ties_total") == [
        ["2022", "LEGL", "SOFT", 1],
        ["2024", "SOFT", "SOFT", 1],
    ]


def test_ties_that_are_only_likely_are_not_counted(contacts):
    likely = contacts.ties.assign(evidence="inferred")
    table = ng.describe_growth(ng.Contacts(people=contacts.people, ties=likely))
    assert table.empty


def test_without_a_day_nothing_is_told_and_it_is_said_what_would_help():
    table = ng.describe_growth(network({"ann": {}}, [("ego", "ann", "contact", None)]))
    assert table.empty
    assert "Connections.csv has one for each" in table.attrs["says"]
    assert ng.describe_tie_growth(ng.Contacts()).empty
    assert ng.describe_growth(ng.Contacts()).empty


def test_a_mistake_is_told_with_what_would_do(contacts):
    with pytest.raises(ng.UnknownNameError, match=r"counted by 'domian'.*domain"):
        ng.describe_growth(contacts, by="domian")
    with pytest.raises(ng.UnknownNameError, match=r"no period 'week'"):
        ng.describe_growth(contacts, every="week")
    with pytest.raises(ng.ContactsError, match=r"find_relations"):
        ng.describe_growth(contacts, by="relation")


def test_the_example_grows_as_its_connections_were_made(planted):
    table = ng.describe_growth(planted.contacts)
    before = table[table["begins"] < "2025-01-01"]["people"].sum()
    assert table["people_total"].iloc[-1] == table["people"].sum()
    assert table["people_total"].is_monotonic_increasing
    joined = len(planted.truth["joined"])
    assert table["people"].sum() - before <= joined + 10  # most of them came in 2025 and 2026
