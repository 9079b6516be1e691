"""One damaged row, card, message or event costs that one alone, in every format."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

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
    "Recommendations_Received.csv": rows(
        "First Name,Last Name,Company,Job Title,Text,Creation Date,Status",
        '{name},"Example, PhD","Müller ""&"" Söhne",Ingénieur,"Good, she ""is""",'
        '"03/05/21, 09:04 AM",VISIBLE',
    ),
    "google.csv": rows(
        "First Name,Last Name,Organization Name,Notes,Labels,E-mail 1 - Label,E-mail 1 - Value",
        '{name},Example,Acme,"of\ntwo, or ""three""\nlines",* myContacts,* ,{name}@x.org',
    ),
    "outlook.csv": rows(
        '"First Name","Last Name","E-mail Address","E-mail 2 Address","Job Title","Company"',
        '"{name}","Example","{name}@x.org","","Engineer","Acme"',
    ),
    "thunderbird.csv": rows(
        "First Name,Last Name,Display Name,Nickname,Primary Email,Secondary Email,Screen Name,"
        "Work Phone,Organization,Job Title,",
        "{name},Example,{name} Example,,{name}@x.org,,,,Acme,Engineer,",
    ),
    "sheet.csv": rows("Name;Email;Company", "{name} Müller;{name}@x.org;Größe"),
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
SIGNS = [
    b"\0",
    b"\xff\xfe",
    b"\x81",
    b"\r",
    b"\n",
    b'"',
    b'""',
    b'",',
    b',"',
    b'"\n',
    b",,,,,,,,,,,",
    b";",
]
DAMAGE = st.one_of(
    st.binary(min_size=1, max_size=8),
    st.sampled_from([*SIGNS, b"=\n", b":", b"From ", b"BEGIN:VCARD\n", b"END:VEVENT\n", b"\n\n"]),
)


def told(contacts):
    """List what is known of each person, but for those of one record."""
    known = {}
    for table in ("people", "identifiers", "ties", "interactions", "introductions"):
        rows = getattr(contacts, table).drop(columns="row", errors="ignore")  # where it stood
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


def check(file, hit, broken):
    """Put `broken` in the place of one record, and see that the others are as ever."""
    begin, records, end = FORMATS[file]
    whole = [record.encode() for record in records]
    damaged = [*whole[:hit], broken, *whole[hit + 1 :]]
    found = read_as(file, b"".join([begin.encode(), *damaged, end.encode()]))
    files = found.files.iloc[0]
    assert files["rows"] == files["kept"] + files["rejected"]
    expected, got = sound(file), told(found)
    for neighbour in {*PEOPLE} - {PEOPLE[hit]}:
        assert got.get(neighbour) == expected[neighbour], (neighbour, broken)
    return found


@pytest.mark.parametrize("file", FORMATS)
@settings(max_examples=12, deadline=None, phases=[Phase.generate], derandomize=True)
@given(data=st.data())
def test_damage_in_one_record_costs_no_other(file, data):
    _, records, _ = FORMATS[file]
    hit = data.draw(st.integers(0, len(records) - 1))
    whole = records[hit].encode()
    inner = whole.rstrip()  # the line break behind it is the neighbour's, too
    place = data.draw(st.integers(0, len(inner) - 1))
    gone = data.draw(st.integers(0, 3))
    damage = data.draw(DAMAGE)
    check(file, hit, inner[:place] + damage + inner[place + gone :] + whole[len(inner) :])


LOST_MARK = bytes.fromhex("CA 6B B2 8B 45 FF D2")
"""What hypothesis once wrote over the quotation mark that closes a date."""


@pytest.mark.parametrize("hit", range(len(PEOPLE)))
def test_a_closing_quotation_mark_that_was_overwritten_costs_one_invitation(hit):
    record = FORMATS["Invitations.csv"][1][hit].encode()
    damaged = record.replace(b'AM"', b"AM" + LOST_MARK)
    found = check("Invitations.csv", hit, damaged)
    # line 1 is the header; the last one has no further mark that could close it
    (reason,) = found.rejected["reason"]
    assert found.rejected["row"].tolist() == [hit + 2]
    assert ("never closes" if hit == len(PEOPLE) - 1 else "stands where none can") in reason


@pytest.mark.parametrize(
    ("file", "whole", "damaged"),
    [
        ("outlook.csv", b'"Acme"', b'"Acme'),  # the next record begins with a mark
        ("outlook.csv", b'"Acme"', b'"Acme""'),
        ("google.csv", b'lines"', b"lines"),  # of several lines, the mark at the end
        ("google.csv", b'"of', b"of"),  # and the one at the beginning
        ("Recommendations_Received.csv", b'PhD"', b"PhD"),
        ("Recommendations_Received.csv", b'AM"', b'AM""'),
        ("Connections.csv", b",Acme", b',"Acme'),  # a mark where there are no others
        ("sheet.csv", "Größe".encode(), b"Gr\xf6\x81\xdfe"),  # neither UTF-8 nor Windows-1252
        ("book.vcf", b"BEGIN", b"\xff\xfeBEGIN"),  # at the beginning: the mark of UTF-16
        ("all.mbox", b"From -", b"\xff\xfeFrom -"),
        ("book.vcf", b"FN:", b"\0\0FN:"),
        ("sheet.csv", b"@x.org", b"\nBEGIN:VCARD\n@x.org"),
        ("book.vcf", b"BEGIN", b"From BEGIN"),  # what looks like another format
        ("book.vcf", b"BEGIN", b"BEGIN:VCALENDAR\nBEGIN"),
        ("book.vcf", b"BEGIN", b"dn: BEGIN"),
        ("book.ldif", b"dn: ", b"\n, "),
        ("you@x.org.ics", b"BEGIN:VEVENT", b"BEGIN:V"),
        ("you@x.org.ics", b"END:VEVENT", b"END:V"),
    ],
)
@pytest.mark.parametrize("hit", [0, 3])
def test_damage_that_others_have_paid_for(file, whole, damaged, hit):
    record = FORMATS[file][1][hit].encode()
    assert whole in record
    check(file, hit, record.replace(whole, damaged))


def test_an_event_that_lost_its_beginning_is_a_refused_row():
    record = FORMATS["you@x.org.ics"][1][0].encode()
    found = check("you@x.org.ics", 0, record.replace(b"BEGIN:VEVENT", b"BEGIN:V"))
    assert found.rejected["reason"].tolist() == ["the event is cut off"]


def test_entries_are_known_by_the_second_where_the_first_is_damaged():
    entries = [record.encode() for record in FORMATS["book.ldif"][1]]
    found = read_as("book.ldif", b"d: cn=anselm\ncn: anselm\n\n" + b"".join(entries[1:]))
    assert set(PEOPLE[1:]) <= set(found.people["name"])
