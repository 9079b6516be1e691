"""Plain lists of ties."""

from __future__ import annotations

import pytest

from netgraph.contacts import EGO
from netgraph.importers import read

ANN, BO, CY = "name/ann a", "name/bo b", "name/cy c"


def edges(*rows, header="source,target,weight,kind,since", **options):
    return read(("edges.csv", "\n".join((header, *rows)).encode()), **options)


def told(contacts, *columns):
    return contacts.ties[["source", "target", *columns]].to_numpy().tolist()


def test_a_row_is_a_tie_with_its_weight_and_word():
    contacts = edges("Ann A,Bo B,2.5,friend,2024-03-05", "Bo B,Cy C,,,")
    assert told(contacts, "kind", "relation")[0] == [ANN, BO, "edge", "friend"]
    assert contacts.ties["weight"].tolist()[0] == 2.5
    assert contacts.ties["weight"].isna().tolist() == [False, True]
    assert f"{contacts.ties['since'].iloc[0]:%Y-%m-%d}" == "2024-03-05"
    assert len(contacts.introductions) == 0
    assert contacts.interactions.empty


def test_no_tie_to_you_is_made_up():
    contacts = edges("Ann A,Bo B,,,")
    assert EGO not in {*contacts.ties["source"], *contacts.ties["target"]}
    assert told(edges("me,Bo B,,,")) == [[EGO, BO]]
    assert told(edges("Ann A,Bo B,,,", ego="Ann A")) == [[EGO, BO]]


def test_addresses_are_people():
    contacts = edges(
        "Bob@Example.com,https://www.linkedin.com/in/ann,,",
        "Cy C,Dee,cy@example.com,",
        header="source,target,source_id,weight",
    )
    assert told(contacts) == [
        ["mail/bob@example.com", "in/ann"],
        ["mail/cy@example.com", "name/dee"],
    ]
    assert contacts.people.loc["mail/cy@example.com", "name"] == "Cy C"
    assert set(contacts.identifiers["kind"]) == {"email", "linkedin"}


def test_a_name_is_the_connection_of_that_name():
    url = "https://www.linkedin.com/in/ann"
    connections = f"First Name,Last Name,URL,Connected On\nAnn,A,{url},05 Mar 2024\n".encode()
    contacts = read(("Connections.csv", connections), ("e.csv", b"source,target\nAnn A,Bo B\n"))
    ties = contacts.ties[contacts.ties["kind"] == "edge"]
    assert ties[["source", "target"]].to_numpy().tolist() == [["in/ann", BO]]


def test_a_pair_that_stands_twice_is_one_tie():
    # 1 + 2.5 = 3.5; the other direction is a tie of its own
    contacts = edges(
        "Ann A,Bo B,1,,2024-03-05", "Ann A,Bo B,2.5,colleague,2023-01-01", "Bo B,Ann A,1,,"
    )
    assert told(contacts, "weight") == [[ANN, BO, 3.5], [BO, ANN, 1.0]]
    first = contacts.ties.iloc[0]
    assert (first["count"], first["relation"], first["since"].year) == (2, "colleague", 2023)
    assert "1 tie of a pair" in contacts.files["warnings"].iloc[0]
    assert contacts.files["kept"].tolist() == [3]


def test_rows_that_are_no_ties_are_refused():
    contacts = edges(
        "Ann A,ann  a,,,", ",Bo B,,,", "Ann A,,1,,", "Ann A,Bo B,0,,", "Ann A,Bo B,-1,,"
    )
    assert contacts.rejected["row"].tolist() == [2, 3, 4, 5, 6]
    assert contacts.rejected["reason"].str.split(" ").str[:3].str.join(" ").tolist() == [
        "a tie of",
        "it names no",
        "it names no",
        "its weight is",
        "its weight is",
    ]
    assert contacts.ties.empty


def test_a_cell_that_is_no_number_or_no_date_costs_only_itself():
    contacts = edges("Ann A,Bo B,strong,,3/5/21", "Bo B,Cy C,nan,,", "Ann A,Cy C,1e999,,")
    assert len(contacts.ties) == 3
    assert contacts.ties["weight"].isna().all()
    assert "4 cells with a weight or a date" in contacts.files["warnings"].iloc[0]


def test_commas_in_numbers_and_what_gephi_writes():
    header = "Source;Target;Type;Id;Label;Weight"
    contacts = edges("Ann A;Bo B;Undirected;0;;1,5", header=header)
    assert told(contacts, "weight") == [[ANN, BO, 1.5]]
    assert contacts.ties["relation"].isna().all()
    assert "not used: Id, Label" in contacts.files["warnings"].iloc[0]


def test_people_who_are_numbers_are_noticed():
    contacts = edges("1,2,,,", "2,3,,,")
    assert "are numbers" in contacts.files["warnings"].iloc[0]


@pytest.mark.parametrize(
    "header", ["Quelle;Ziel;Gewicht", "origen;destino;peso", "Person 1;Person 2;strength"]
)
def test_headers_of_other_languages(header):
    assert told(edges("Ann A;Bo B;2", header=header), "weight") == [[ANN, BO, 2.0]]


def test_who_introduces_is_no_plain_tie():
    contacts = edges("Cy C,Ann A,Bo B", header="introducer,source,target")
    assert contacts.files["format"].tolist() == ["edges"]
    contacts = edges("Cy C,Ann A,Bo B", header="introducer,person,target")
    assert contacts.files["format"].tolist() == ["introductions"]
