"""Gaps within groups of contacts."""

import pandas as pd
import pytest

import netgraph as ng


def contacts_of(rows, **columns):
    """Rows of (how many, domain, level or place)."""
    people = pd.DataFrame(
        [(domain, group) for count, domain, group in rows for _ in range(count)],
        columns=["domain", next(iter(columns))],
    )
    people.index = [f"p{i}" for i in range(len(people))]
    return ng.Contacts(people=people.assign(name="x"))


def levels(*rows):
    return contacts_of(rows, seniority=None)


def test_each_level_is_compared_with_the_baseline():
    contacts = levels((160, "SOFT", "P"), (40, "LEGL", "P"), (200, "LEGL", "X"))
    cells = ng.find_gaps(contacts, by="seniority", baseline=["SOFT", "LEGL"])
    assert cells.index.names == ["domain", "group"]
    top = cells.loc[("SOFT", "Executive or owner")]
    # nobody of the 200 at the top, where half of them would be expected
    assert top[["count", "expected", "known", "verdict"]].tolist() == [0, 100, 200, "gap"]
    low = cells.loc[("LEGL", "Professional")]
    assert low["expected"] == 100
    assert low["ratio"] == pytest.approx((40 + 2) / 204 / 0.5)


def test_a_level_that_titles_of_a_field_do_not_have_is_no_gap():
    contacts = levels((200, "SOFT", "P"), (200, "SOFT", "X"))
    cells = ng.find_gaps(contacts, by="seniority")["verdict"]
    assert cells["EXEC", "Professional"] == "no such level"
    assert cells["EXEC", "Executive or owner"] == "gap"
    assert cells["LEGL", "Professional"] == "gap"


def test_a_small_group_gets_no_verdict():
    contacts = levels((149, "SOFT", "P"), (150, "SOFT", "X"))
    cells = ng.find_gaps(contacts, by="seniority")
    assert cells.loc[("LEGL", "Professional"), "verdict"] == "no verdict"
    assert cells.loc[("LEGL", "Executive or owner"), "verdict"] == "gap"
    assert "1 of 6 groups" in cells.attrs["says"]


def test_no_data_is_not_absence():
    contacts = levels((200, "SOFT", "P"), (5, None, "X"), (7, "LEGL", None), (2, None, None))
    cells = ng.find_gaps(contacts, by="seniority")
    empty = cells.loc[("LEGL", "Executive or owner")]
    assert empty[["known", "unknown", "verdict"]].tolist() == [0, 5, "no data"]
    assert empty[["ratio", "ratio_low"]].isna().all()
    lost = cells.loc[("LEGL", "not known")]
    assert lost[["count", "known", "unknown", "verdict"]].tolist() == [7, 7, 2, "no data"]
    assert "9 contacts is not known" in cells.attrs["says"]


def test_people_of_unknown_level_make_a_gap_uncertain():
    sure = levels((200, "SOFT", "P"))
    assert ng.find_gaps(sure, by="seniority").loc[("LEGL", "Professional"), "verdict"] == "gap"
    doubtful = levels((200, "SOFT", "P"), (10, "LEGL", None))
    cells = ng.find_gaps(doubtful, by="seniority")
    assert cells.loc[("LEGL", "Professional"), "verdict"] == "uncertain"
    assert cells.loc[("HLTH", "Professional"), "verdict"] == "gap"


def test_places_are_told_apart_without_regard_to_case():
    contacts = contacts_of(
        [(100, "SOFT", "Berlin"), (60, "SOFT", "berlin "), (5, "LEGL", "Oslo")], location=None
    )
    cells = ng.find_gaps(contacts, by="location")
    assert cells.loc["SOFT"].index.tolist() == ["Berlin", "Oslo"]
    assert cells.loc[("SOFT", "Berlin"), "count"] == 160


def test_rare_places_are_put_together():
    rows = [(20 - i, "SOFT", f"Town {i:02}") for i in range(15)]
    groups = ng.find_gaps(contacts_of(rows, location=None), by="location").loc["SOFT"]
    assert groups.index.tolist() == [f"Town {i:02}" for i in range(12)] + ["elsewhere"]
    assert groups.loc["elsewhere", "count"] == 8 + 7 + 6


def test_decades_are_those_in_which_you_met(office):
    met = office.ties.assign(since=pd.NaT)
    met.loc[met["target"] == "cy", "since"] = pd.Timestamp("2009-05-01")
    met.loc[met["target"] == "eva", "since"] = pd.Timestamp("2021-05-01")
    cells = ng.find_gaps(ng.Contacts(people=office.people, ties=met), by="decade")
    assert cells.loc["LEGL"].index.tolist() == ["2000s", "2020s", "not known"]
    assert cells.loc[("LEGL", "2000s"), "count"] == 1


def test_who_is_in_no_cluster_is_known_to_be_in_none(office):
    clusters = pd.DataFrame(
        {"cluster": pd.array([0, 0, 0], dtype="Int64"), "label": "Acme"}, index=["ann", "bo", "cy"]
    )
    cells = ng.find_gaps(office, by="community", clusters=clusters)
    assert cells.loc["ENGI"].index.tolist() == ["Acme", "in no cluster"]
    assert cells.loc[("ENGI", "Acme"), "count"] == 2


def test_clusters_are_found_where_none_are_given(office):
    cells = ng.find_gaps(office, by="community")
    assert cells.loc["ENGI", "count"].sum() == 2


def test_an_unknown_split_is_refused(office):
    with pytest.raises(ng.UnknownNameError, match="seniority, location, community, decade"):
        ng.find_gaps(office, by="shoe size")


@pytest.mark.parametrize("by", ["seniority", "location", "community", "decade"])
def test_nobody_gives_no_crash(by):
    cells = ng.find_gaps(ng.Contacts(), by=by)
    assert not (cells["verdict"] == "gap").any()
    assert "says" in cells.attrs
