"""Every export of invented people in `fixtures/`, against what it is expected to give.

`expected.json` speaks of contacts and events; here they are found in our
tables. What we do not keep by design (the status of an endorsement, the status
of a follow) is not compared.
"""

from __future__ import annotations

import json
from pathlib import Path

import pandas as pd
import pytest

from netgraph.contacts import EGO
from netgraph.errors import ImportFormatError
from netgraph.importers import read
from netgraph.importers._account import DUPLICATE
from netgraph.importers._identifiers import phone_numbers

FIXTURES = Path(__file__).parent / "fixtures"
CASES = {
    path.parent.name: json.loads(path.read_text(encoding="utf-8"))
    for path in sorted(FIXTURES.glob("*/expected.json"))
}
REFUSED = [
    name for name, case in CASES.items() if {"unrecognised_format", "not_csv"} & {*case["warnings"]}
]
READABLE = [name for name in CASES if name not in REFUSED]
COLUMNS = {"intro_05_edge_list_headerless": "introducer=1,introduced=2,introduced_to=3,date=4"}
"""A file without a header row tells nothing; the user says what its columns are."""
OWNER = {"li_msg_02_9col": "Olivia Owner"}
"""Two people wrote to each other, and nothing in the file tells which of them is its owner."""

WARNING = {
    "anonymous_rows": "private or deleted",
    "mojibake_fixed": "wrong encoding repaired",
    "bad_line": "1 line ",
    "headerless_assumed": "no header row",
}
REASON = {
    "drafts_skipped": "a draft was never sent",
    "self_introducer": "a direct meeting",
    "truncated_card": "the card is not closed",
    "bulk_mail_skipped": "a newsletter",
    "duplicate_message_id": DUPLICATE,
}
NOT_KEPT = ("middle_name", "prefix", "suffixes", "department", "birthday", "source_id")
"""What `expected.json` tells of a contact beside its name, and our tables leave out."""

GATHERED = ("mbox_01_takeout", "ics_01_google_outlook")
"""Mails and meetings, of several people each; they have tests of their own."""


def load(name):
    paths = [FIXTURES / name / file["path"] for file in CASES[name]["files"]]
    return read(*paths, ego=OWNER.get(name), columns=COLUMNS.get(name))


def values(contacts, person, kind):
    told = contacts.identifiers
    return list(told.loc[(told["person_id"] == person) & (told["kind"] == kind), "value"])


def known(value):
    return None if pd.isna(value) else value


def as_contact(contacts, person):
    """Write a person of our tables the way `expected.json` writes a contact."""
    row = contacts.people.loc[person]
    tie = contacts.ties[(contacts.ties["target"] == person) & (contacts.ties["kind"] == "contact")]
    since = tie["since"].iloc[0]
    contact = {
        "given_name": known(row["given_name"]) or "",
        "family_name": known(row["family_name"]) or "",
        "full_name": known(row["name"]) or "",
        "emails": values(contacts, person, "email"),
        "phones": values(contacts, person, "phone"),
        "company": known(row["company"]),
        "title": known(row["title"]),
        "linkedin_url": next(iter(values(contacts, person, "linkedin")), None),
        "connected_on": None if pd.isna(since) else f"{since:%Y-%m-%d}",
    }
    groups = known(row["groups"])
    relations = as_relations(contacts, person)
    contact |= {"groups": groups.split("; ")} if groups else {}
    return contact | ({"relations": relations} if relations else {})


def as_relations(contacts, person):
    """Write whom a contact's entry names: who introduced them, who is related to them."""
    names = contacts.people["name"]
    told = contacts.introductions[contacts.introductions["introduced"] == person]
    introducers = [
        {"type": "introduced_by", "name": names[row["introducer"]]}
        | ({} if pd.isna(row["date"]) else {"date": row["date"]})
        for row in told.to_dict("records")
    ]
    ties = contacts.ties[(contacts.ties["source"] == person) & (contacts.ties["kind"] == "related")]
    return introducers + [{"type": "related", "name": names[other]} for other in ties["target"]]


def as_told(contact):
    """Write an expected contact in our terms: numbers as digits, kinds of relation as ours."""
    contact = {fact: value for fact, value in contact.items() if fact not in NOT_KEPT}
    contact["phones"] = [n for phone in contact["phones"] for n in phone_numbers(phone)]
    introduced = ("introduced_by", "referred_by")
    if "relations" in contact:
        contact["relations"] = [
            told | {"type": "introduced_by" if told["type"] in introduced else "related"}
            for told in contact["relations"]
        ]
    return contact


def as_party(contacts, person, told):
    """Write one end of an event; the owner is `__self__` where the case says so."""
    name = contacts.people.loc[person, "name"]
    ego = person == EGO and told["name"] == "__self__"
    party = {"name": "__self__" if ego else name}
    return party | ({"url": values(contacts, person, "linkedin")[0]} if "url" in told else {})


def as_event(contacts, row, told):
    event = {
        "type": row["kind"],
        "from": as_party(contacts, row["source"], told["from"]),
        "to": [as_party(contacts, row["target"], told["to"][0])],
        "date": row["at"].isoformat(),
    }
    if "direction" in told:
        event["direction"] = "OUTGOING" if row["source"] == EGO else "INCOMING"
    if "has_message" in told:
        event["has_message"] = row["words"] > 0
    if "conversation_id" in told:
        event["conversation_id"] = known(row["thread"])
    return event


@pytest.mark.parametrize("name", [n for n in READABLE if CASES[n].get("contacts")])
def test_contacts(name):
    contacts = load(name)
    people = contacts.ties.loc[contacts.ties["kind"] == "contact", "target"]
    assert set(contacts.ties.loc[contacts.ties["kind"] == "contact", "source"]) == {EGO}
    apart = ("relations",) if name.startswith("vcf") else ()  # see `test_relations`
    found = [as_contact(contacts, person) for person in people]
    told = [as_told(contact) for contact in CASES[name]["contacts"]]
    assert [without(contact, apart) for contact in found] == [
        without(contact, apart) for contact in told
    ]


def without(contact, facts):
    return {fact: value for fact, value in contact.items() if fact not in facts}


@pytest.mark.parametrize("name", [n for n in READABLE if n.startswith("vcf")])
def test_relations(name):
    contacts = load(name)
    names = contacts.people["name"]
    related = contacts.ties[contacts.ties["kind"] == "related"]
    found = [
        (names[tie["source"]], tie["relation"], names[tie["target"]])
        for tie in related.to_dict("records")
    ]
    introduced = contacts.introductions
    found += [
        (names[told["introduced"]], "introduced_by", names[told["introducer"]])
        for told in introduced.to_dict("records")
    ]
    assert introduced["introduced_to"].eq(EGO).all()
    told = [
        (told["full_name"], relation["type"], relation["name"])
        for told in CASES[name]["contacts"]
        for relation in told.get("relations", [])
    ]
    assert sorted(found) == sorted(told)


EVENTS = [n for n in READABLE if "from" in (CASES[n].get("events") or [{}])[0]]


@pytest.mark.parametrize(
    "name", [n for n in EVENTS if n not in ("li_company_follows_01", *GATHERED)]
)
def test_events(name):
    contacts = load(name)
    expected = CASES[name]["events"]
    # an archive's members are read in the order of trust, not of the expectation
    rows = contacts.interactions.sort_values("kind", kind="stable").to_dict("records")
    told = sorted(expected, key=lambda event: event["type"])
    assert len(rows) == len(told)
    for row, event in zip(rows, told, strict=True):
        compared = {k: v for k, v in event.items() if k not in {"skill", "status"}}
        compared["date"] = compared["date"].removesuffix("Z")
        assert as_event(contacts, row, event) == compared


@pytest.mark.parametrize("name", [n for n in READABLE if "self" in CASES[n]])
def test_owner(name):
    contacts, told = load(name), CASES[name]["self"]
    if "@" in told:
        assert values(contacts, EGO, "email") == [told]
        assert not contacts.people.index.str.contains(told, regex=False).any()
        return
    assert contacts.people.loc[EGO, "name"] == told
    assert not contacts.people.drop(EGO)["name"].eq(told).any()


@pytest.mark.parametrize("name", [n for n in READABLE if n.startswith("intro")])
def test_introductions(name):
    contacts = load(name)
    names = contacts.people["name"].to_dict() | {EGO: "__self__"}
    roles = ["introducer", "introduced", "introduced_to"]
    found = [
        {**{role: names[row[role]] for role in roles}}
        | {fact: known(row[fact]) for fact in ("date", "channel", "outcome")}
        for row in contacts.introductions.to_dict("records")
    ]
    assert found == CASES[name]["events"]


def test_mails():
    contacts = load("mbox_01_takeout")
    case = CASES["mbox_01_takeout"]
    expected = [
        (mail["from"]["email"], to["email"], mail["date"].removesuffix("Z"))
        for mail in case["events"]
        for to in mail["to"] + mail["cc"]
    ]
    assert gathered(contacts) == expected
    told = {p["email"]: p["name"] for e in case["events"] for p in [e["from"], *e["to"], *e["cc"]]}
    addresses = contacts.identifiers.set_index("person_id")["value"]
    found = contacts.people["name"].fillna(addresses).rename(addresses).to_dict()
    assert found == told  # dan@example.com has no name: there his address stands for it
    assert len(contacts.people) == case["counts"]["distinct_people"]
    assert contacts.files["duplicates"].sum() == case["counts"]["duplicates"]


def test_meetings():
    contacts = load("ics_01_google_outlook")
    expected = [
        (meeting["organizer"]["email"], one["email"], at.removesuffix("Z"))
        for meeting in CASES["ics_01_google_outlook"]["events"]
        for at in meeting.get("occurrences", [meeting["date"]])
        for one in meeting["attendees"]
        if one["partstat"] != "DECLINED"
    ]
    assert gathered(contacts) == expected
    # face_to_face: the first is "possible", the second, held twice, "no"
    assert contacts.interactions["channel"].tolist() == ["in_person_possible", "call", "call"]
    names = contacts.people["name"].tolist()
    assert names == ["Olivia Owner", "Ada Example", "Carla Muster"]  # "Example, Ada" is turned


def gathered(contacts):
    address = contacts.identifiers.set_index("person_id")["value"]
    told = contacts.interactions
    return [
        (address[one], address[other], at.isoformat())
        for one, other, at in zip(told["source"], told["target"], told["at"], strict=True)
    ]


def test_followed_company_is_an_affiliation_of_yours():
    contacts = load("li_company_follows_01")
    # the java date 'Tue Mar 05 09:04:01 UTC 2024' says a day; its hour is not kept
    assert contacts.affiliations[["person_id", "organisation", "kind", "start"]].to_dict(
        "records"
    ) == [
        {
            "person_id": EGO,
            "organisation": "Acme Analytics",
            "kind": "follow",
            "start": "2024-03-05",
        }
    ]


def test_positions():
    stays = load("li_positions_01").affiliations
    found = [
        {
            "company": row["organisation"],
            "title": row["role"],
            "start": row["start"],
            "end": known(row["end"]),
        }
        for row in stays.to_dict("records")
    ]
    assert found == CASES["li_positions_01"]["positions"]


def test_profile():
    told = CASES["li_profile_01"]["profile"]
    row = load("li_profile_01").people.loc[EGO]
    assert row["given_name"] == told["given_name"]
    assert row["family_name"] == told["family_name"]
    assert row["title"] == told["headline"]
    assert row["location"] == told["location"]


@pytest.mark.parametrize("name", READABLE)
def test_counts(name):
    contacts = load(name)
    counts = CASES[name]["counts"]
    total = contacts.files[["rows", "kept", "anonymous", "duplicates"]].sum()
    known_people = contacts.ties.loc[contacts.ties["kind"] == "contact", "target"].nunique()
    assert known_people == counts.get("contacts", known_people)
    if len(contacts.files) == 1:
        assert total["rows"] == counts.get("rows", total["rows"])
        assert total["anonymous"] == counts.get("anonymous", 0)
        assert total["rows"] == counts.get("comments", total["rows"])


def test_a_list_of_edges_beside_introductions_stays_one():
    case = CASES["intro_05_edge_list_headerless"]["counts"]
    contacts = load("intro_05_edge_list_headerless")
    edges = contacts.ties[contacts.ties["kind"] == "edge"]
    assert len(edges) == case["plain_edges"]
    assert edges[["source", "target", "weight"]].to_numpy().tolist() == [
        ["name/bob sample", "name/ada example", 3.0]
    ]


@pytest.mark.parametrize("name", READABLE)
def test_warnings(name):
    contacts = load(name)
    said = " ".join(contacts.files["warnings"].dropna())
    reasons = " ".join(contacts.rejected["reason"])
    for warning in CASES[name]["warnings"]:
        expected = WARNING.get(warning) or REASON[warning]
        assert expected in (said if warning in WARNING else reasons)


@pytest.mark.parametrize("name", REFUSED)
def test_refused(name):
    with pytest.raises(ImportFormatError) as error:
        load(name)
    assert error.value.file == CASES[name]["files"][0]["path"]
    assert error.value.remedy


@pytest.mark.parametrize("name", READABLE)
def test_rows_in_are_rows_kept_and_rows_rejected(name):
    contacts = load(name)
    files = contacts.files
    assert (files["rows"] == files["kept"] + files["rejected"]).all()
    assert (files["anonymous"] + files["padding"] + files["duplicates"] <= files["rejected"]).all()
    by_file = contacts.rejected["file"].value_counts()
    assert by_file.reindex(files["file"], fill_value=0).tolist() == files["rejected"].tolist()


def test_all_fixtures_together_are_one_person_s_network():
    paths = [FIXTURES / name / f["path"] for name in READABLE for f in CASES[name]["files"]]
    contacts = read(*paths, ego="Olivia Owner")
    assert contacts.people["is_ego"].sum() == 1
    assert len(contacts.files) >= len(paths)
    assert contacts.files["file"].is_unique
    assert (contacts.files["rows"] == contacts.files["kept"] + contacts.files["rejected"]).all()
