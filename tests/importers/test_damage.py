"""One damaged row, card, message or event costs that one alone, in every format."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from netgraph.errors import ImportFormatError
from netgraph.importers import read

PEOPLE = ("anselm", "bertha", "cosima", "dagmar", "egbert", "fridolin")
"""Everybody stands in one record, and in no other."""


def rows(header, row):
    return header + "\n", [row.format(name=name) + "\n" for name in PEOPLE], ""


FORMATS = {
    "Connections.csv": rows(
        "First Name,Last Name,URL,Email Address,Company,Position,Connected On",
        "{name},Example,https://www.linkedin.com/in/{name},,Acme,Engineer,05 Mar 2024",
    ),
    "messages.csv": rows(
        "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,"
        "DATE,SUBJECT,CONTENT,FOLDER",
        "t-{name},,{name},https://www.linkedin.com/in/{name},You,https://www.linkedin.com/in/you,"
        "2024-03-05 10:00:00 UTC,,Hello,INBOX",
    ),
    "Invitations.csv": rows(
        "From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl",
        '{name},You,"3/5/24, 9:04 AM",,INCOMING,https://www.linkedin.com/in/{name},'
        "https://www.linkedin.com/in/you",
    ),
    "Endorsement_Received_Info.csv": rows(
        "Endorsement Date,Skill Name,Endorser First Name,Endorser Last Name,Endorser Public Url,"
        "Endorsement Status",
        "2021/03/05 09:04:01 UTC,Python,{name},E,www.linkedin.com/in/{name},ACCEPTED",
    ),
    "google.csv": rows(
        "First Name,Last Name,Organization Name,Labels,E-mail 1 - Label,E-mail 1 - Value",
        "{name},Example,Acme,* myContacts,* ,{name}@x.org",
    ),
    "outlook.csv": rows(
        "First Name,Last Name,E-mail Address,E-mail 2 Address,Job Title,Department,Company",
        "{name},Example,{name}@x.org,,Engineer,R&D,Acme",
    ),
    "thunderbird.csv": rows(
        "First Name,Last Name,Display Name,Nickname,Primary Email,Secondary Email,Screen Name,"
        "Work Phone,Organization,Job Title,",
        "{name},Example,{name} Example,,{name}@x.org,,,,Acme,Engineer,",
    ),
    "sheet.csv": rows("Name;Email;Company", "{name} Example;{name}@x.org;Acme"),
    "introductions.csv": rows(
        "introducer,introduced,introduced_to,date,channel,outcome,context",
        "Ada,{name},,2024-03,email,met,none",
    ),
    "book.vcf": (
        "",
        [
            f"BEGIN:VCARD\nFN:{name} Example\nEMAIL:{name}@x.org\nORG:Acme\nEND:VCARD\n"
            for name in PEOPLE
        ],
        "",
    ),
    "book.ldif": (
        "version: 1\n\n",
        [f"dn: cn={name},mail={name}@x.org\ncn: {name}\nmail: {name}@x.org\n\n" for name in PEOPLE],
        "",
    ),
    "all.mbox": (
        "",
        [
            "From - Wed Mar 06 09:00:00 2024\nDate: Tue, 5 Mar 2024 10:00:00 +0000\n"
            f"From: {name} <{name}@x.org>\nTo: you@x.org\nSubject: Hi\n\nHello\n\n"
            for name in PEOPLE
        ],
        "",
    ),
    "you@x.org.ics": (
        "BEGIN:VCALENDAR\nVERSION:2.0\n",
        [
            "BEGIN:VEVENT\nDTSTART:20240305T090000Z\nORGANIZER:mailto:you@x.org\n"
            f"ATTENDEE;CN={name}:mailto:{name}@x.org\nUID:{name}\nEND:VEVENT\n"
            for name in PEOPLE
        ],
        "END:VCALENDAR\n",
    ),
}
DAMAGE = st.one_of(
    st.binary(min_size=1, max_size=8),
    st.sampled_from([b"\0", b"\xff\xfe", b'"', b"\r", b"\n", b",,,,,,,,,,,", b";", b"=\n", b":"]),
)


def told(contacts):
    """List what is known of each person, but for those of one record."""
    known = {}
    for table in ("people", "identifiers", "ties", "interactions", "introductions"):
        rows = getattr(contacts, table)
        for row in (rows.reset_index() if table == "people" else rows).to_numpy().tolist():
            text = " ".join(map(str, row))
            for name in PEOPLE:
                if name in text:
                    known.setdefault(name, set()).add((table, text))
    return known


def read_as(file, data):
    is_linkedin = file in {"messages.csv", "Invitations.csv"}
    return read((file, data), ego="https://linkedin.com/in/you" if is_linkedin else "you@x.org")


@cache
def sound(file):
    begin, records, end = FORMATS[file]
    return told(read_as(file, "".join([begin, *records, end]).encode()))


@pytest.mark.parametrize("file", FORMATS)
@settings(max_examples=12, deadline=None, phases=[Phase.generate])
@given(data=st.data())
def test_damage_in_one_record_costs_no_other(file, data):
    begin, records, end = FORMATS[file]
    hit = data.draw(st.integers(0, len(records) - 1))
    whole = [record.encode() for record in records]
    inner = whole[hit].rstrip()  # the line break behind it is the neighbour's, too
    place = data.draw(st.integers(0, len(inner) - 1))
    gone = data.draw(st.integers(0, 3))
    broken = inner[:place] + data.draw(DAMAGE) + inner[place + gone :] + whole[hit][len(inner) :]
    damaged = [*whole[:hit], broken, *whole[hit + 1 :]]
    try:
        found = read_as(file, b"".join([begin.encode(), *damaged, end.encode()]))
    except ImportFormatError as error:  # no text any more
        assert "text" in error.reason or "empty" in error.reason  # noqa: PT017 - of a part of cases
        return
    files = found.files.iloc[0]
    assert files["rows"] == files["kept"] + files["rejected"]
    expected, got = sound(file), told(found)
    for neighbour in {*PEOPLE} - {PEOPLE[hit]}:
        assert got.get(neighbour) == expected[neighbour], (neighbour, broken)
