"""What you can: said by you, confirmed by others, attested by certificates."""

import pandas as pd
import pytest

from importers.archives import zip_of
from netgraph.contacts import EGO, rename_people
from netgraph.errors import ImportFormatError
from netgraph.importers import read

URL = "www.linkedin.com/in/"
RECEIVED = (
    "Endorsement Date,Skill Name,Endorser First Name,Endorser Last Name,Endorser Public Url,"
    "Endorsement Status\n"
    f"2021/03/05 09:04:01 UTC,Python,Ada,Example,{URL}ada-example,ACCEPTED\n"
    f"2021/03/05 09:04:01 UTC,,Ada,Example,{URL}ada-example,ACCEPTED\n"
)
GIVEN = (
    "Endorsement Date,Skill Name,Endorsee First Name,Endorsee Last Name,Endorsee Public Url,"
    "Endorsement Status\n"
    f"2022/04/06 09:04:01 UTC,Sailing ,Ada,Example,{URL}ada-example,ACCEPTED\n"
)


def told(contacts):
    skills = contacts.skills.astype({"at": "str"})
    return [[None if pd.isna(v) or v == "NaT" else v for v in row] for row in skills.to_numpy()]


def test_skills_are_yours_and_undated():
    contacts = read(("Skills.csv", b'Name\nPython\n"SQL, NoSQL"\nPython\n \n'))
    assert told(contacts) == [
        [EGO, "Python", "skill", None, None, None],
        [EGO, "SQL, NoSQL", "skill", None, None, None],
    ]
    assert contacts.rejected[["row", "reason"]].to_numpy().tolist() == [
        [4, "the same row stands further up"],
        [5, "the row is empty"],
    ]


def test_a_list_of_one_column_under_another_name_is_no_list_of_skills():
    with pytest.raises(ImportFormatError, match="none of its first ten rows is the header"):
        read(("friends.csv", b"Name\nAda Example\n"))


def test_certificates_have_an_issuer_and_begin_on_the_first_day_of_what_is_told():
    text = (
        b"Name,Url,Authority,Started On,Finished On,License Number\n"
        b"Data Steward,,Plumbline Guild,Mar 2019,,\n"
        b"First Aid,,,2020,2022,7\n"
        b",,Nobody,2020,,\n"
        b"Sailing,,,soon,,\n"
    )
    contacts = read(("Certifications.csv", text))
    assert told(contacts) == [
        [EGO, "Data Steward", "certification", None, "2019-03-01", "Plumbline Guild"],
        [EGO, "First Aid", "certification", None, "2020-01-01", None],
        [EGO, "Sailing", "certification", None, None, None],
    ]
    assert contacts.rejected["reason"].tolist() == ["it names no skill"]
    assert contacts.files[["rows", "kept"]].to_numpy().tolist() == [[4, 3]]
    assert "1 date" in contacts.files["warnings"].item()


def test_endorsements_say_who_confirmed_what_to_whom():
    contacts = read(
        ("Endorsement_Received_Info.csv", RECEIVED.encode()),
        ("Endorsement_Given_Info.csv", GIVEN.encode()),
    )
    ada = "in/ada-example"
    assert told(contacts) == [
        [EGO, "Python", "endorsement", ada, "2021-03-05 09:04:01", None],
        [ada, "Sailing", "endorsement", EGO, "2022-04-06 09:04:01", None],
    ]
    assert len(contacts.interactions) == 3  # what names no skill was an act all the same


def test_a_confirmation_that_stands_in_two_files_counts_once():
    archive = {
        "Endorsement Received Info.csv": RECEIVED,
        "Endorsement_Received_Info.csv": RECEIVED,
    }
    assert len(read(("x.zip", zip_of(archive))).skills) == 1


def test_who_turns_out_to_be_you_confirmed_nothing():
    contacts = read(("Endorsement_Received_Info.csv", RECEIVED.encode()))
    assert rename_people(contacts, {"in/ada-example": EGO}).skills.empty


def test_certificates_behind_names_are_of_those_who_bear_them():
    header = "First Name,Last Name,URL,Email Address,Company,Position,Connected On"
    rows = [
        f'Ada,"Example, PhD, PMP®",https://{URL}ada,,Acme,Engineer,05 Mar 2024',
        f"Bob,Pmp,https://{URL}bob,,Acme,Engineer,05 Mar 2024",
        f'Cat,"Trial, PMP, CPA",https://{URL}cat,,Acme,Engineer,05 Mar 2024',
    ]
    contacts = read(("Connections.csv", "\n".join([header, *rows]).encode()))
    assert told(contacts) == [
        ["in/ada", "PMP", "certification", None, None, None],
        ["in/cat", "PMP", "certification", None, None, None],
        ["in/cat", "CPA", "certification", None, None, None],
    ]
