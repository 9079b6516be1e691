"""introductions.csv: the triple, its ties, and the rows that are none."""

from __future__ import annotations

import pandas as pd
import pytest

from netgraph.contacts import EGO
from netgraph.importers import read

HEADER = "introducer,introduced,introduced_to,date,channel,outcome,context"


def introductions(*rows, header=HEADER, **options):
    return read(("introductions.csv", "\n".join((header, *rows)).encode()), **options)


def triples(contacts):
    columns = ["introducer", "introduced", "introduced_to"]
    return contacts.introductions[columns].to_numpy().tolist()


def pairs(contacts):
    ties = contacts.ties[contacts.ties["kind"] == "introduction"]
    return [frozenset(pair) for pair in ties[["source", "target"]].to_numpy().tolist()]


ANN, BOB, CY = "name/ann a", "name/bob b", "name/cy c"


def test_the_introducer_is_tied_to_both_and_the_two_to_each_other():
    contacts = introductions("Ann A,Bob B,Cy C,2024-03-05,email,met,PyCon")
    assert triples(contacts) == [[ANN, BOB, CY]]
    assert pairs(contacts) == [frozenset(p) for p in [(ANN, BOB), (ANN, CY), (BOB, CY)]]
    assert contacts.ties["since"].dt.strftime("%F").unique().tolist() == ["2024-03-05"]
    assert contacts.interactions[["source", "target", "kind", "channel"]].to_numpy().tolist() == [
        [ANN, BOB, "introduction", "email"],
        [ANN, CY, "introduction", "email"],
    ]
    assert contacts.introductions[["date", "outcome", "context"]].iloc[0].tolist() == [
        "2024-03-05",
        "met",
        "PyCon",
    ]


@pytest.mark.parametrize("outcome", ["declined", "No response", "no-response", "NO_RESPONSE"])
def test_who_declined_was_not_met(outcome):
    contacts = introductions(f"Ann A,Bob B,Cy C,,,{outcome},")
    assert pairs(contacts) == [frozenset(p) for p in [(ANN, BOB), (ANN, CY)]]


def test_several_in_one_cell_are_an_introduction_each():
    contacts = introductions("Ann A,Bob B,Cy C; Dee D;Cy C,,,,")
    assert triples(contacts) == [[ANN, BOB, CY], [ANN, BOB, "name/dee d"]]
    assert contacts.files[["rows", "kept"]].iloc[0].tolist() == [1, 1]


def test_identifiers_of_several_stand_in_the_same_order():
    contacts = introductions(
        "Ann A,ann@example.com,Bob B,https://www.linkedin.com/in/bob,Cy C;Dee D,;dee@example.com",
        header="introducer,introducer_id,introduced,introduced_id,introduced_to,introduced_to_id",
    )
    assert triples(contacts) == [
        ["mail/ann@example.com", "in/bob", CY],
        ["mail/ann@example.com", "in/bob", "mail/dee@example.com"],
    ]
    assert contacts.people.loc["in/bob", "name"] == "Bob B"
    assert contacts.identifiers["kind"].tolist() == ["email", "linkedin", "email"]


def test_a_phone_number_is_kept_and_decides_no_id():
    contacts = introductions(
        "Ann A,+44 20 7946 0000,Bob B", header="introducer,introducer_id,introduced"
    )
    assert triples(contacts) == [[ANN, BOB, EGO]]
    assert contacts.identifiers.iloc[0].tolist() == [ANN, "phone", "+442079460000"]


def test_an_address_in_the_place_of_a_name():
    contacts = introductions("ann@example.com,www.linkedin.com/in/bob,Cy C,,,,")
    assert triples(contacts) == [["mail/ann@example.com", "in/bob", CY]]
    assert contacts.people.loc["mail/ann@example.com", ["name"]].isna().all()


@pytest.mark.parametrize("word", ["me", "Myself", "self", "I", "ich", "yo", "moi", ""])
def test_words_for_you(word):
    assert triples(introductions(f"Ann A,Bob B,{word},,,,")) == [[ANN, BOB, EGO]]


def test_you_introduced_two_others():
    contacts = introductions("me,Bob B,Cy C,,,,")
    assert triples(contacts) == [[EGO, BOB, CY]]
    assert frozenset((BOB, CY)) in pairs(contacts)


def test_your_own_name_is_you():
    contacts = introductions("Ann A,Olivia Owner,Cy C,,,,", ego="Olivia Owner")
    assert triples(contacts) == [[ANN, EGO, CY]]


def test_rows_that_are_no_introduction():
    contacts = introductions(
        ",Bob B,Cy C,,,,",
        "Ann A,,Cy C,,,,",
        "me,Bob B,,,,,",
        "Ann A,Bob B,bob b,,,,",
        "Ann A,Ann A,Cy C,,,,",
        "Ann A,me,,,,,",
        "Ann A,Bob B,Cy C,2024,,,",
        "Ann A,Cy C,Bob B,2024,,,",
        ",,,,,,",
    )
    one = "two of the three people that it names are one person"
    assert contacts.rejected.set_index("row")["reason"].to_dict() == {
        2: "it names no introducer",
        3: "it names nobody who was introduced",
        4: "you introduced the person to yourself: a direct meeting, no introduction",
        5: one,
        6: one,
        7: one,
        9: "the same row stands further up",  # the two may stand in either order
        10: "the row is empty",
    }
    assert triples(contacts) == [[ANN, BOB, CY]]


def test_a_self_introduction_that_shows_only_when_you_are_known():
    rows = ("Olivia Owner,Bob B,,2024-03-05,,,", "Ann A,Bob B,Olivia Owner; Cy C,,,,")
    contacts = introductions(*rows, ego="Olivia Owner")
    assert triples(contacts) == [[ANN, BOB, EGO], [ANN, BOB, CY]]
    assert contacts.files[["rows", "kept", "rejected"]].iloc[0].tolist() == [2, 1, 1]
    assert contacts.rejected["row"].tolist() == [2]
    # no tie and no event is left of the refused row, of which alone the date was known
    assert contacts.ties["since"].isna().all()
    assert contacts.interactions["at"].isna().all()


@pytest.mark.parametrize(
    ("date", "kept", "day"),
    [
        ("2024-03-05", "2024-03-05", "2024-03-05"),
        ("2024-04", "2024-04", None),
        ("Apr 2024", "2024-04", None),
        ("2024", "2024", None),
        ("5 March 2024", "2024-03-05", "2024-03-05"),
        ("03/04/2024", None, None),
    ],
)
def test_dates_keep_their_precision_and_no_day_is_invented(date, kept, day):
    contacts = introductions(f"Ann A,Bob B,Cy C,{date},,,")
    told, since = contacts.introductions["date"].iloc[0], contacts.ties["since"].iloc[0]
    assert (None if pd.isna(told) else told) == kept
    assert (None if pd.isna(since) else f"{since:%F}") == day
    assert (contacts.files["warnings"].iloc[0] == "1 date could not be read") == (kept is None)


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("E-mail", "email"),
        ("In person", "in_person"),
        ("in-person", "in_person"),
        ("Telegram", "telegram"),
    ],
)
def test_channels(written, kept):
    assert introductions(f"Ann A,Bob B,Cy C,,{written},,").introductions["channel"].tolist() == [
        kept
    ]


@pytest.mark.parametrize(
    "header",
    [
        "Introduced by,Contact,Met",
        "via,who,with",
        "Referrer,Person 1,Person 2",
        "empfohlen von,name,to",
    ],
)
def test_other_headers(header):
    assert triples(introductions("Ann A,Bob B,Cy C", header=header)) == [[ANN, BOB, CY]]


def test_last_first_and_degrees():
    assert triples(introductions('"A, Ann","Bob B, PhD",Cy C,,,,')) == [[ANN, BOB, CY]]


def test_strength_and_source_are_kept_beside():
    contacts = introductions("Ann A,Bob B,5,diary", header="introducer,introduced,strength,source")
    assert contacts.introductions[["strength", "source"]].iloc[0].tolist() == ["5", "diary"]


def test_names_are_the_connections_of_that_name():
    url = "https://www.linkedin.com/in/ann"
    connections = f"First Name,Last Name,URL,Connected On\nAnn,A,{url},05 Mar 2024\n".encode()
    contacts = introductions("ANN A,Bob B,me,,,,")
    assert triples(contacts) == [[ANN, BOB, EGO]]
    contacts = read(
        ("Connections.csv", connections), ("i.csv", f"{HEADER}\nANN A,Bob B,me,,,,".encode())
    )
    assert triples(contacts) == [["in/ann", BOB, EGO]]


def test_a_plain_list_of_edges_is_no_list_of_introductions():
    contacts = introductions("Ann A,Bob B,3", header="source,target,weight")
    assert contacts.introductions.empty
    assert contacts.ties["kind"].tolist() == ["edge"]


@pytest.mark.parametrize(
    "header",
    [
        "introducer,introduced,introduced_to,date",
        "Vorgestellt von,Vorgestellt,Vorgestellt bei,Datum",
        "Présenté par,Présenté,Présenté à,Date",
        "Presentado por,Presentado,Presentado a,Fecha",
        "Presentato da,Presentato,Presentato a,Data",
        "Apresentado por,Apresentado,Apresentado a,Data",
        "Представил,Кого представили,Кому,Дата",
        "Představil,Představený,Komu,Datum",
        "Przedstawił,Przedstawiony,Komu,Data",
        "Voorgesteld door,Voorgesteld,Voorgesteld aan,Datum",
    ],
)
def test_headers_in_ten_languages(header):
    contacts = introductions("Ann A,Bob B,Cy C,2024-03", header=header)
    assert triples(contacts) == [[ANN, BOB, CY]]
    assert contacts.introductions["date"].tolist() == ["2024-03"]
