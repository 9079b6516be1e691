"""Invitations, endorsements, recommendations, follows, stays, the phone book, and you."""

from __future__ import annotations

import codecs

import pandas as pd
import pytest

from importers.archives import zip_of
from netgraph.contacts import EGO
from netgraph.errors import ImportFormatError
from netgraph.importers import read

URL = "https://www.linkedin.com/in/"


def read_text(file, *lines, **options):
    return read((file, "\n".join(lines).encode()), **options)


def acts(contacts):
    return contacts.interactions[["source", "target", "kind"]].to_numpy().tolist()


def test_invitations_with_member_numbers():
    contacts = read_text(
        "Invitations.csv",
        "From,To,Sent At,Message,Direction,inviterProfileUrn,inviteeProfileUrn",
        'Ada Example,Olivia Owner,"3/5/23, 9:04 AM",,INCOMING,urn:li:member:1,urn:li:member:2',
    )
    assert acts(contacts) == [["name/ada example", EGO, "invitation"]]


def test_a_bare_profile_address_names_nobody():
    contacts = read_text(
        "Invitations.csv",
        "From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl",
        f'Olivia Owner,Ada Example,"3/5/24, 9:04 AM",Hi there?,OUTGOING,{URL}olivia,{URL[:-1]}',
    )
    assert acts(contacts) == [[EGO, "name/ada example", "invitation"]]
    assert contacts.interactions["words"].tolist() == [2]
    assert contacts.interactions["questions"].tolist() == [1]


def test_invitations_of_deleted_members_are_refused():
    contacts = read_text(
        "Invitations.csv",
        "From,To,Sent At,Message,Direction",
        'LinkedIn Member,Olivia Owner,"3/5/24, 9:04 AM",,INCOMING',
        ',Olivia Owner,"3/5/24, 9:04 AM",,INCOMING',
    )
    assert contacts.files["anonymous"].tolist() == [2]


def test_legacy_endorsements_are_utf_16_with_tabs():
    text = (
        '"Endorsement Date"\t"Skill Name"\t"Endorser First Name"\t"Endorser Last Name"\t'
        '"Endorsement Status"\t"Display Status"\n'
        '"2018/03/05 09:04:01 UTC"\t"SQL, NoSQL"\t"Ada"\t"Example"\t"ACCEPTED"\t"SHOWN"\n'
    )
    contacts = read(
        ("Endorsement Received Info.csv", codecs.BOM_UTF16_LE + text.encode("utf-16-le"))
    )
    assert acts(contacts) == [["name/ada example", EGO, "endorsement"]]
    assert contacts.files["encoding"].tolist() == ["utf-16-le"]


def test_old_and_new_spelling_of_one_file_are_united():
    header = "Endorsement Date,Skill Name,Endorser First Name,Endorser Last Name,Endorsement Status"
    old = f"{header}\n2021/03/05 09:04:01 UTC,Python,Ada,Example,ACCEPTED\n"
    new = f"{old}2021/03/05 09:04:01 UTC,SQL,Ada,Example,ACCEPTED\n"
    archive = {"Endorsement Received Info.csv": old, "Endorsement_Received_Info.csv": new}
    contacts = read(("x.zip", zip_of(archive)))
    # Python stands in both files and counts once; SQL of the same second is another event
    assert len(contacts.interactions) == 2
    assert contacts.files["kept"].tolist() == [1, 2]


@pytest.mark.parametrize(
    ("file", "expected"),
    [
        ("Recommendations_Received.csv", ["name/ada example", EGO]),
        ("Recommendations Given.csv", [EGO, "name/ada example"]),
    ],
)
def test_recommendations(file, expected):
    contacts = read_text(
        file,
        "First Name,Last Name,Company,Job Title,Text,Creation Date,Status",
        'Ada,"Example, PhD",Acme,CTO,"A great colleague","03/05/21, 09:04 AM",',
    )
    row = contacts.interactions.iloc[0]
    assert [row["source"], row["target"]] == expected
    assert row["words"] == 3
    assert contacts.people.loc["name/ada example", ["company", "title"]].tolist() == ["Acme", "CTO"]


def test_recommendations_do_not_tell_their_direction_without_a_name():
    with pytest.raises(ImportFormatError, match="given or received") as error:
        read_text("r.csv", "First Name,Last Name,Company,Job Title,Text,Creation Date,Status")
    assert "Recommendations_Received.csv" in error.value.remedy


def test_only_the_last_state_of_a_follow_counts():
    contacts = read_text(
        "Member_Follows_123.csv",
        "Date,Status,FullName",
        "2022-03-05 09:04:01,Active,Ada Example",  # followed anew: stands
        "2022-03-04 09:04:01,Unfollow,Ada Example",
        "2022-03-03 09:04:01,Active,Ada Example",  # ended on the 4th
        "2022-03-02 09:04:01,Unfollow,Bob Sample",
        "2022-03-01 09:04:01,Active,Bob Sample",  # ended on the 2nd
    )
    assert acts(contacts) == [[EGO, "name/ada example", "follow"]]
    assert contacts.interactions["at"].tolist() == [pd.Timestamp("2022-03-05 09:04:01")]
    assert contacts.rejected["row"].tolist() == [3, 4, 5, 6]


def stays(file, *lines):
    told = read_text(file, *lines).affiliations
    assert set(told["person_id"]) == {EGO}
    columns = ["organisation", "kind", "role", "start", "end"]
    return [[None if pd.isna(v) else v for v in row] for row in told[columns].to_numpy()]


def test_stays():
    assert stays(
        "Education.csv",
        "School Name,Start Date,End Date,Notes,Degree Name,Activities",
        "Example University,2009,2013,,BSc,",
    ) == [["Example University", "school", "BSc", "2009", "2013"]]
    assert stays(
        "Volunteering.csv",
        "Company Name,Role,Cause,Started On,Finished On,Description",
        "Food Bank,Driver,POVERTY,Mar 2020,,",
    ) == [["Food Bank", "volunteering", "Driver", "2020-03", None]]
    assert stays(
        "Organizations.csv",
        "Name,Description,Position,Started On,Finished On",
        "Rowing Club,,Treasurer,Mar 2020,Apr 2021",
    ) == [["Rowing Club", "association", "Treasurer", "2020-03", "2021-04"]]


def test_the_present_position_is_your_company_and_title():
    contacts = read_text(
        "Positions.csv",
        "Company Name,Title,Description,Location,Started On,Finished On",
        "Beta,Adviser,,,2018,",
        "Acme,Engineer,,,Mar 2019,",
        "Old,Boss,,,2020,2021",
        ",,,,2020,2021",
    )
    assert contacts.people.loc[EGO, ["company", "title"]].tolist() == ["Acme", "Engineer"]
    assert contacts.rejected[["row", "reason"]].iloc[0].tolist() == [5, "it names no organisation"]


def test_a_date_of_a_stay_that_cannot_be_read_is_counted():
    contacts = read_text(
        "Positions.csv",
        "Company Name,Title,Description,Location,Started On,Finished On",
        "Acme,Engineer,,,long ago,2020",
    )
    assert "1 date " in contacts.files["warnings"].iloc[0]
    assert contacts.affiliations["start"].isna().all()


def test_your_own_addresses_and_numbers():
    contacts = read(
        (
            "Email Addresses.csv",
            b"Email Address,Confirmed,Primary,Updated On\nOlivia@Example.com,Yes,Yes,\n",
        ),
        ("PhoneNumbers.csv", b"Extension,Number,Type\n,+44 20 7946 0000,MOBILE\n,,\n"),
    )
    assert contacts.identifiers.to_dict("split")["data"] == [
        [EGO, "email", "olivia@example.com"],
        [EGO, "phone", "+442079460000"],
    ]
    assert contacts.files.set_index("file").loc["PhoneNumbers.csv", "padding"] == 1


def test_a_profile_with_degrees_and_a_maiden_name():
    contacts = read(
        (
            "Profile.csv",
            b'First Name,Last Name,Maiden Name,Headline,Country\nOlivia,"Owner, MA",Mint,Boss,UK',
        ),
        (
            "Invitations.csv",
            b'From,To,Sent At,Message,Direction\nOlivia Mint,Ada Example,"3/5/12, 9:04 AM",,\n',
        ),
    )
    assert contacts.people.loc[EGO, ["name", "title", "location"]].tolist() == [
        "Olivia Owner",
        "Boss",
        "UK",
    ]
    assert acts(contacts) == [[EGO, "name/ada example", "invitation"]]


def test_who_invited_you_to_linkedin():
    contacts = read_text(
        "Registration.csv",
        "Registration Date,Registration IP Address,Invited by (First Name),Invited by (Last Name),"
        "Subscription Types",
        '"3/5/09, 9:04 AM",192.0.2.1,Ada,Example,Basic',
    )
    assert acts(contacts) == [["name/ada example", EGO, "invitation"]]
    assert contacts.interactions["at"].tolist() == [pd.Timestamp("2009-03-05 09:04")]


PHONE_BOOK = (
    "Source,FirstName,LastName,Companies,Title,Emails,PhoneNumbers,CreatedAt,Addresses,Sites,"
    "InstantMessageHandles,FullName,Birthday,Location,BookmarkedAt,Profiles"
)


def phone_book_row(given="", family="", emails="", phones="", **more):
    company, full = more.get("company", ""), more.get("full", "")
    return f'X,{given},{family},{company},,"{emails}","{phones}",,,,,{full},,,,'


def test_the_phone_book():
    contacts = read_text(
        "Contacts.csv",
        PHONE_BOOK,
        phone_book_row("Ada", "Example", "ada@example.com", "+44 20 7946 0000", company="null"),
        phone_book_row("Mum", "null", "", "020 7946 0001"),
        phone_book_row("", "", "", "+44 20 7946 0002"),
        phone_book_row(full="Bob Sample", emails="bob@example.com,b@example.org"),
        phone_book_row(company="Acme"),
        phone_book_row("Mum", "", "", "020 7946 0001"),
        phone_book_row("Eve", "Stub", "bob@example.com"),
    )
    assert contacts.ties["target"].tolist() == [
        "mail/ada@example.com",
        "name/mum#1",
        "tel/+442079460002",
        "mail/bob@example.com",
        "name/eve stub",
    ]
    assert contacts.ties["since"].isna().all()
    assert contacts.people["name"].fillna("").tolist() == [
        "You",
        "Ada Example",
        "Mum",
        "",
        "Bob Sample",
        "Eve Stub",
    ]
    assert contacts.people["company"].isna().all()
    assert contacts.rejected["row"].tolist() == [6, 7]
    assert contacts.files[["anonymous", "duplicates"]].iloc[0].tolist() == [1, 1]


def test_the_phone_book_of_2018():
    contacts = read_text(
        "Imported Contacts.csv",
        "First Name,Last Name,Companies,Title,Email Address,Phone Numbers,Created At,"
        "Instant Message Handles,Addresses,Sites,Full Name,Birthday,Location,Bookmarked At,"
        "Profiles",
        "Ada,Example,Acme,Boss,ada@example.com,,,,,,,,,,",
    )
    assert contacts.files["format"].tolist() == ["linkedin.imported_contacts"]
    assert contacts.affiliations[["organisation", "role"]].iloc[0].tolist() == ["Acme", "Boss"]
