"""The tables, and what they refuse."""

import pandas as pd
import pytest

import netgraph as ng
from netgraph.contacts import SCHEMA, join_labels, rename_people, split_labels


def people(*ids, **columns):
    return pd.DataFrame({"name": list(ids), **columns}, index=list(ids))


def test_missing_tables_and_columns_are_filled_in_the_contracts_order_and_dtypes():
    contacts = ng.Contacts(people=people("ann"))
    for name, columns in SCHEMA.items():
        table = getattr(contacts, name)
        assert list(table.columns) == list(columns)
        assert {c: str(d) for c, d in table.dtypes.items()} == dict(columns)


def test_columns_beyond_the_contract_stay():
    assert ng.Contacts(people=people("ann", latitude=[51.5])).people["latitude"]["ann"] == 51.5


def test_an_empty_text_is_unknown():
    assert ng.Contacts(people=people("ann", company=[""])).people["company"].isna().all()


def test_a_name_that_reads_like_a_missing_value_is_a_name():
    named = pd.DataFrame({"name": ["Null", "nan", "None", "NA"]}, index=list("abcd"))
    assert ng.Contacts(people=named).people["name"].tolist() == ["Null", "nan", "None", "NA"]


def test_all_faults_are_gathered_into_one_error():
    ties = pd.DataFrame({"source": ["ann", "x"], "target": ["y", "ann"], "kind": "contact"})
    with pytest.raises(ng.ContactsError, match="2 faults") as caught:
        ng.Contacts(people=people("ann"), ties=ties)
    assert set(caught.value.faults["person_id"]) == {"x", "y"}


def test_two_egos_and_doubled_ids_are_refused():
    with pytest.raises(ng.ContactsError, match="more than one person is marked"):
        ng.Contacts(people=people("ann", "bo", is_ego=[True, True]))
    with pytest.raises(ng.ContactsError, match="several rows"):
        ng.Contacts(people=people("ann", "ann"))


def test_merge_unites_people_of_one_id_and_keeps_all_other_rows():
    one = ng.Contacts(
        people=people("ann", "bo", groups=["chess", None], sources=["a.csv", "a.csv"]),
        ties=pd.DataFrame({"source": ["ann"], "target": ["bo"], "kind": ["contact"]}),
    )
    two = ng.Contacts(
        people=people("ann", company=["Acme"], groups=["choir; chess"], sources=["b.csv"]),
        rejected=pd.DataFrame({"file": ["b.csv"], "row": [3], "reason": ["no name"]}),
    )
    both = ng.merge([one, two])
    assert both.people.loc["ann", ["company", "groups", "sources"]].tolist() == [
        "Acme",
        "chess; choir",
        "a.csv; b.csv",
    ]
    assert (len(both.people), len(both.ties), len(both.rejected)) == (2, 1, 1)


def test_merge_of_nothing_is_empty():
    assert len(ng.merge([]).people) == 0


def test_renaming_people_renames_them_in_every_table_and_drops_ties_with_oneself():
    contacts = ng.Contacts(
        people=people("ann", "ann2", "bo"),
        identifiers=pd.DataFrame({"person_id": ["ann2"], "kind": ["email"], "value": ["a@x.org"]}),
        ties=pd.DataFrame({"source": ["ann", "ann2"], "target": ["ann2", "bo"], "kind": "thread"}),
        introductions=pd.DataFrame({"introducer": ["bo"], "introduced": ["ann2"]}),
        affiliations=pd.DataFrame({"person_id": ["ann2"], "organisation": ["Acme"]}),
        skills=pd.DataFrame({"person_id": ["bo", "bo"], "source_id": ["ann", "ann2"]}),
    )
    renamed = rename_people(contacts, {"ann2": "ann"})
    assert list(renamed.people.index) == ["ann", "bo"]
    assert renamed.ties[["source", "target"]].to_numpy().tolist() == [["ann", "bo"]]
    assert renamed.identifiers["person_id"].tolist() == ["ann"]
    assert renamed.introductions["introduced"].tolist() == ["ann"]
    assert renamed.affiliations["person_id"].tolist() == ["ann"]
    assert renamed.skills["source_id"].tolist() == ["ann"]  # what became one row is one
    assert contacts.people.index.tolist() == ["ann", "ann2", "bo"]  # nothing given is changed


def test_labels_split_and_join():
    assert split_labels("chess; choir ;") == ["chess", "choir"]
    assert split_labels(float("nan")) == []
    assert join_labels(["a; b", "b; c"]) == "a; b; c"


def test_ties_that_become_one_are_folded():
    contacts = ng.Contacts(
        people=pd.DataFrame({"is_ego": [True, False, False]}, index=["ego", "a", "b"]),
        ties=pd.DataFrame(
            {
                "source": "ego",
                "target": ["a", "b", "a"],
                "kind": ["contact", "contact", "mail"],
                "since": pd.to_datetime(["2020-01-01", None, None]),
                "count": [None, None, 3],
                "func": ["x", None, None],  # a column of the user's own, kept
            }
        ),
    )
    ties = rename_people(contacts, {"b": "a"}).ties
    assert ties[["target", "kind"]].to_numpy().tolist() == [["a", "mail"], ["a", "contact"]]
    assert ties["since"].tolist() == [pd.NaT, pd.Timestamp("2020-01-01")]
    assert ties["count"].tolist() == [3, pd.NA]
    assert ties["func"].tolist()[1] == "x"
