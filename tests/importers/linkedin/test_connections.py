"""Connections.csv, quirk by quirk."""

from __future__ import annotations

import pandas as pd
import pytest

from netgraph.contacts import EGO
from netgraph.importers import read

HEADER = "First Name,Last Name,URL,Email Address,Company,Position,Connected On"
OLD_HEADER = "First Name,Last Name,Email Address,Company,Position,Connected On"


def connections(*rows, header=HEADER, **options):
    return read(("Connections.csv", "\n".join((header, *rows)).encode()), **options)


def contact_ids(contacts):
    return contacts.ties["target"].tolist()


def test_ids_by_address_by_mail_by_name():
    contacts = connections(
        "Ada,Example,https://www.linkedin.com/in/Ada%C3%89,ada@example.com,,,05 Mar 2024",
        "Bob,Sample,,Bob@Example.com,,,05 Mar 2024",
        "Carla,MUSTER,,,,,05 Mar 2024",
    )
    assert contact_ids(contacts) == ["in/adaé", "mail/bob@example.com", "name/carla muster"]
    assert contacts.identifiers.to_dict("split")["data"] == [
        ["in/adaé", "linkedin", "https://www.linkedin.com/in/adaé"],
        ["in/adaé", "email", "ada@example.com"],
        ["mail/bob@example.com", "email", "bob@example.com"],
    ]


def test_homonyms_are_two_people():
    contacts = connections(
        "Ada,Example,,Acme,Engineer,05 Mar 2020",
        "Ada,Example,,Acme,Engineer,05 Mar 2020",
        "Bob,Sample,,,,05 Mar 2020",
        header=OLD_HEADER,
    )
    assert contact_ids(contacts) == ["name/ada example#1", "name/ada example#2", "name/bob sample"]
    assert contacts.files["duplicates"].tolist() == [0]


def test_homonyms_with_addresses_are_never_merged():
    contacts = connections(
        "Ada,Example,https://www.linkedin.com/in/ada-1,,,,05 Mar 2024",
        "Ada,Example,https://www.linkedin.com/in/ada-2,,,,05 Mar 2024",
        "Ada,Example,,,,,05 Mar 2024",
    )
    assert contact_ids(contacts) == ["in/ada-1", "in/ada-2", "name/ada example"]


def test_a_shared_mail_box_is_one_person_only_if_the_name_agrees():
    contacts = connections(
        "Ada,Example,office@example.com,,,05 Mar 2020",
        "Bob,Sample,office@example.com,,,05 Mar 2020",
        "ADA,Example,office@example.com,,,06 Mar 2020",
        header=OLD_HEADER,
    )
    assert contact_ids(contacts) == ["mail/office@example.com", "name/bob sample"]
    assert contacts.files["duplicates"].tolist() == [1]
    assert contacts.rejected["row"].tolist() == [4]


def test_an_address_twice_is_a_duplicate():
    row = "Ada,Example,https://www.linkedin.com/in/ada,,,,05 Mar 2024"
    contacts = connections(row, row.replace("in/ada", "in/ADA/"))
    assert contact_ids(contacts) == ["in/ada"]
    assert contacts.files[["rows", "kept", "duplicates"]].iloc[0].tolist() == [2, 1, 1]


def test_private_members_are_counted_by_row_and_are_nobody():
    contacts = connections(
        ",,,,,,05 Mar 2021",
        ",,,,,,05 Mar 2021",
        "LinkedIn,Member,,,,,05 Mar 2021",
        "Ada,Example,,,,,05 Mar 2021",
    )
    assert contact_ids(contacts) == ["name/ada example"]
    assert contacts.files[["rows", "anonymous", "duplicates"]].iloc[0].tolist() == [4, 3, 0]
    assert contacts.rejected["row"].tolist() == [2, 3, 4]
    assert contacts.rejected["reason"].str.contains("private or deleted").all()


def test_names_that_look_like_nothing_are_names():
    contacts = connections("Null,NA,,,,,05 Mar 2024", "nan,None,,,,,05 Mar 2024")
    assert contacts.people["name"].drop(EGO).tolist() == ["Null NA", "nan None"]


def test_degrees_are_dropped_from_names_and_stay_in_no_id():
    contacts = connections(
        'Ada,"Example, PhD, MBA",,,,,05 Mar 2024', '"Bob, MD",Sample,,,,,05 Mar 2024'
    )
    assert contacts.people["name"].drop(EGO).tolist() == ["Ada Example", "Bob Sample"]
    assert contact_ids(contacts) == ["name/ada example", "name/bob sample"]


def test_what_is_not_told_is_missing_and_never_an_empty_text():
    contacts = connections("Ada,,https://www.linkedin.com/in/ada,,,,05 Mar 2024")
    row = contacts.people.loc["in/ada"]
    assert row["name"] == "Ada"
    assert row[["family_name", "company", "title", "domain", "location", "groups"]].isna().all()
    assert len(contacts.affiliations) == 0


def test_an_unreadable_date_keeps_the_row_and_is_counted():
    contacts = connections("Ada,Example,,,,,3/5/24", "Bob,Sample,,,,,", "Eve,Stub,,,,,05-Mar-24")
    assert contacts.ties["since"].isna().tolist() == [True, True, False]
    assert contacts.files["warnings"].iloc[0] == "1 date could not be read"
    assert contacts.files["kept"].tolist() == [3]


def test_two_date_formats_in_one_column():
    contacts = connections("Ada,Example,,,,,05-mar-21", "Bob,Sample,,,,,12 Jan 2021")
    assert contacts.ties["since"].dt.strftime("%F").tolist() == ["2021-03-05", "2021-01-12"]


def test_employers_are_affiliations():
    contacts = connections(
        "Ada,Example,,,Acme,Engineer,05 Mar 2024", "Bob,Sample,,,,Freelancer,05 Mar 2024"
    )
    told = contacts.affiliations.iloc[0]
    assert len(contacts.affiliations) == 1
    assert told[["person_id", "organisation", "kind", "role"]].tolist() == [
        "name/ada example",
        "Acme",
        "employer",
        "Engineer",
    ]
    assert told[["start", "end"]].isna().all()


@pytest.mark.parametrize("tags", ["Friends;Mentor", '"Friends,Mentor"', "Friends ; Mentor;"])
def test_tags_become_groups(tags):
    contacts = connections(
        f"Ada,Example,ada@example.com,,,3/5/17 9:04 AM,{tags}", header=OLD_HEADER + ",Tags"
    )
    assert contacts.people["groups"].iloc[1] == "Friends; Mentor"


def test_extra_columns_stay_with_the_person():
    contacts = connections(
        "Ada,Example,,,,,05 Mar 2024,London,51.5,", header=HEADER + ",Location,Latitude,Empty"
    )
    row = contacts.people.loc["name/ada example"]
    assert row["location"] == "London"
    assert row["Latitude"] == "51.5"
    assert pd.isna(row["Empty"])


def test_cells_that_slipped_are_refused():
    # a line break without quotes cut a record in two
    contacts = connections("Ada,Example,,,Acme", "Inc,Engineer,05 Mar 2024")
    assert contact_ids(contacts) == ["name/ada example"]
    assert contacts.rejected[["row", "reason"]].iloc[0].tolist() == [
        3,
        "its cells stand in the wrong columns: URL holds no address",
    ]


@pytest.mark.parametrize(
    "header",
    [
        "Vorname;Nachname;URL;E-Mail-Adresse;Unternehmen;Position;Verbunden am",
        "Prénom;Nom;URL;Adresse e-mail;Entreprise;Poste;Connecté le",
        "Nombre;Apellidos;URL;Correo electrónico;Empresa;Cargo;Conectado el",
        "FIRST_NAME;LAST_NAME;url;EmailAddress;company;position;connected_on",
    ],
)
def test_localised_and_respelled_headers(header):
    contacts = connections("Ada;Example;;ada@example.com;Acme;Chef;05.03.2024", header=header)
    assert contact_ids(contacts) == ["mail/ada@example.com"]
    assert contacts.people["title"].iloc[1] == "Chef"
    assert contacts.ties["since"].iloc[0] == pd.Timestamp("2024-03-05")


def test_columns_may_be_removed():
    contacts = connections("Ada,Example,05 Mar 2024", header="First Name,Last Name,Connected On")
    assert contact_ids(contacts) == ["name/ada example"]


def test_early_2018():
    contacts = connections('Ada,Example,ada@example.com,,,"4/11/18, 3:04 AM"', header=OLD_HEADER)
    assert contacts.ties["since"].tolist() == [pd.Timestamp("2018-04-11 03:04")]


def test_every_tie_runs_from_you_and_is_observed():
    ties = connections("Ada,Example,,,,,05 Mar 2024").ties
    assert ties[["source", "kind", "evidence", "probability"]].iloc[0].tolist() == [
        EGO,
        "contact",
        "observed",
        1.0,
    ]


def test_your_own_row_is_no_contact():
    contacts = read(
        ("Profile.csv", b"First Name,Last Name,Headline\nOlivia,Owner,Engineer\n"),
        (
            "Connections.csv",
            f"{HEADER}\nOlivia,Owner,https://www.linkedin.com/in/olivia,,,,05 Mar 2024\n"
            "Ada,Example,https://www.linkedin.com/in/ada,,,,05 Mar 2024".encode(),
        ),
        ego="https://www.linkedin.com/in/olivia",
    )
    assert contact_ids(contacts) == ["in/ada"]
    assert list(contacts.people.index) == [EGO, "in/ada"]


def test_your_own_row_is_known_by_your_messages():
    url = "https://www.linkedin.com/in/"
    header = "CONVERSATION ID,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,CONTENT"
    contacts = read(
        ("Profile.csv", b"First Name,Last Name,Headline\nOlivia,Owner,Engineer\n"),
        ("Connections.csv", f"{HEADER}\nOlivia,Owner,{url}olivia,,,,05 Mar 2024".encode()),
        (
            "messages.csv",
            f"{header}\nt,Olivia Owner,{url}olivia,Ada Example,{url}ada,2024-03-05,Hi".encode(),
        ),
    )
    assert contact_ids(contacts) == []
    assert list(contacts.people.index) == [EGO, "in/ada"]


def test_a_contact_with_your_name_is_somebody_else():
    contacts = read(
        ("Profile.csv", b"First Name,Last Name,Headline\nOlivia,Owner,Engineer\n"),
        ("Connections.csv", f"{OLD_HEADER}\nOlivia,Owner,,,,05 Mar 2020".encode()),
    )
    assert contact_ids(contacts) == ["name/olivia owner"]
    assert contacts.people["name"].tolist() == ["Olivia Owner", "Olivia Owner"]


def test_two_exports_of_one_person_are_one_network():
    older = f"{HEADER}\nAda,Example,https://www.linkedin.com/in/ada,,Acme,,05 Mar 2021"
    newer = f"{HEADER}\nAda,Example,https://www.linkedin.com/in/ada,,Beta,,05 Mar 2021"
    contacts = read(
        ("new/Connections.csv", newer.encode()), ("old/Connections.csv", older.encode())
    )
    assert contact_ids(contacts) == ["in/ada"]
    assert contacts.people.loc["in/ada", "company"] == "Beta"
    assert contacts.affiliations["organisation"].tolist() == ["Beta", "Acme"]
