"""Thunderbird's LDIF: base64, folded lines, lists, and entries that are damaged."""

from __future__ import annotations

import base64

from netgraph.contacts import EGO
from netgraph.importers import ldif, read
from netgraph.importers._book import EMPTY_GROUP, NOBODY


def book(*lines):
    return read(("book.ldif", "\n".join(["version: 1", "", *lines, ""]).encode()))


def coded(text):
    return base64.b64encode(text.encode()).decode()


def rejected(contacts):
    return dict(zip(contacts.rejected["row"], contacts.rejected["reason"], strict=True))


ADA = ("dn: cn=Ada Example,mail=ada@example.com", "cn: Ada Example", "mail: ada@example.com")


def test_an_entry_is_a_person_a_tie_and_a_stay():
    contacts = book(*ADA, "o: Acme", "title: Engineer", "l: Porto", "c: Portugal")
    assert contacts.ties[["source", "target", "kind"]].to_numpy().tolist() == [
        [EGO, "mail/ada@example.com", "contact"]
    ]
    assert contacts.people.loc["mail/ada@example.com", "location"] == "Porto, Portugal"
    assert contacts.affiliations[["organisation", "role"]].to_numpy().tolist() == [
        ["Acme", "Engineer"]
    ]


def test_base64_and_folded_lines_and_comments():
    code = coded("Zoë Example")
    contacts = book("# a comment", " that goes on", "dn: x", f"cn:: {code[:6]}", f" {code[6:]}")
    assert contacts.people["name"].drop(EGO).tolist() == ["Zoë Example"]


def test_members_of_a_list_carry_its_name():
    contacts = book(
        *ADA, "", "dn: cn=Bob Sample", "cn: Bob Sample", "",
        "dn: cn=Sailors", "objectclass: groupOfNames", "cn: Sailors",
        f"member:: {coded('CN=Ada Example,mail=ada@example.com')}", "member: cn=Bob Sample", "",
        "dn: cn=Nobodies", "objectclass: groupOfNames", "cn: Nobodies", "member: cn=Who",
    )  # fmt: skip
    assert contacts.people["groups"].drop(EGO).tolist() == ["Sailors", "Sailors"]
    assert rejected(contacts) == {16: EMPTY_GROUP}
    assert contacts.files[["rows", "kept"]].iloc[0].tolist() == [4, 3]


def test_a_damaged_entry_costs_that_entry_only():
    contacts = book(
        "dn: x", "mail: x@example.com", "cn:: no!", "",  # 3 to 6
        "dn: y", f"cn:: {base64.b64encode(b'Zo' + bytes([235])).decode()}", "",  # 7 to 9: no UTF-8
        "dn: z", "objectclass: person", "",  # 10 to 12
        *ADA, "no colon here",
    )  # fmt: skip
    assert rejected(contacts) == {3: "its cn is damaged", 7: "its cn is damaged", 10: NOBODY}
    assert contacts.people["name"].drop(EGO).tolist() == ["Ada Example"]
    assert contacts.files["warnings"].tolist() == ["1 line within entries cannot be read"]


def test_a_book_begins_with_its_first_entry_too():
    contacts = read(("book.ldif", ("# mine\n\n" + "\n".join(ADA)).encode()))
    assert contacts.files["format"].tolist() == ["ldif"]


def test_the_version_may_stand_in_the_first_entry():
    contacts = read(("book.ldif", ("version: 1\n" + "\n".join(ADA)).encode()))
    assert contacts.files[["rows", "kept"]].iloc[0].tolist() == [1, 1]


def test_a_linkedin_profile_among_the_pages():
    contacts = book(*ADA, "mozillaWorkUrl: https://linkedin.com/in/ada-example")
    assert contacts.people.index.drop(EGO).tolist() == ["in/ada-example"]


def test_a_picture_costs_nobody_and_a_line_that_is_far_too_long_only_itself(monkeypatch):
    contacts = book(*ADA, "jpegPhoto:: /9j/4AAQ", "o: Acme")
    assert contacts.people.loc["mail/ada@example.com", "company"] == "Acme"
    assert contacts.files["warnings"].isna().all()
    monkeypatch.setattr(ldif, "LONGEST_CELL", 1_000)
    contacts = book(*ADA, "title: " + "x" * 1_000, "o: Acme")
    assert contacts.people.loc["mail/ada@example.com", ["company"]].tolist() == ["Acme"]
    assert contacts.people["title"].isna().all()
    assert "1 line within" in contacts.files["warnings"].iloc[0]
