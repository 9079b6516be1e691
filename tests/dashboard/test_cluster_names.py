"""Names of one's own for clusters."""

import pandas as pd
import pytest

from netgraph_dashboard.cluster_names import find_names

CLUSTERS = pd.DataFrame(
    {"cluster": pd.array([0, 0, 0, 0, 1, 1, 1, None], dtype="Int64")}, index=list("abcdefgh")
)


def named(*rows):
    return pd.DataFrame(rows, columns=["name", "members"])


def test_a_name_stays_with_its_people():
    assert find_names(CLUSTERS, named(("Old firm", tuple("efg")))) == {1: "Old firm"}


@pytest.mark.parametrize(
    ("members", "found"),
    [
        ("abc", {0: "X"}),  # 3 of the 4 in either
        ("ab", {}),  # 2 of 4: as many are not shared
        ("abcdef", {0: "X"}),  # 4 of 6
        ("abcdefg", {0: "X"}),  # 4 of 7
        ("abcdefgxy", {}),  # 4 of 9
        ("xyz", {}),  # nobody of them is here any more
    ],
)
def test_more_than_half_of_those_in_either_have_to_be_in_both(members, found):
    assert find_names(CLUSTERS, named(("X", tuple(members)))) == found


def test_the_later_name_wins_and_an_empty_one_takes_it_away():
    rows = (("First", tuple("efg")), ("Second", tuple("efg")))
    assert find_names(CLUSTERS, named(*rows)) == {1: "Second"}
    assert find_names(CLUSTERS, named(*rows, ("", tuple("efg")))) == {}


def test_without_names_or_clusters_there_are_none():
    assert find_names(CLUSTERS, named()) == {}
    assert find_names(CLUSTERS.head(0), named(("X", ("a",)))) == {}
