"""Who reads which address book, and what they have in common."""

import pytest

from importers.address_books import book, format_of
from netgraph.contacts import EGO
from netgraph.importers._address_book import labels, names, split_name
from netgraph.importers._register import IMPORTERS

OUTLOOK = (
    "Title,First Name,Middle Name,Last Name,Company,Department,Job Title,Business Phone,"
    "E-mail Address,E-mail Type,E-mail Display Name,E-mail 2 Address,Manager's Name,"
    "Assistant's Name,Spouse,Referred By,Categories,Birthday,Web Page"
)


@pytest.mark.parametrize("file", ["Connections.csv", "contacts.csv", "enriched.csv"])
@pytest.mark.parametrize("more", ["", ",Phone,Full Name,Tags,Mobile,Groups"])
def test_connections_of_linkedin_stay_with_their_reader(file, more):
    contacts = book(
        "First Name,Last Name,URL,Email Address,Company,Position,Connected On" + more,
        "Ada,Example,https://www.linkedin.com/in/ada,,Acme,Engineer,05 Mar 2024",
        file=file,
    )
    assert format_of(contacts) == "linkedin.connections"


def test_the_old_outlook_form_of_linkedin_stays_with_its_reader_under_any_name():
    header = OUTLOOK.replace("Department,", "").replace("E-mail Type,E-mail Display Name,", "")
    header = header.replace("Referred By,", "").replace("Categories,", "")
    contacts = book(header, ",Ada,,Example,Acme,Engineer,,ada@example.com,,,,,,", file="a.csv")
    assert format_of(contacts) == "linkedin.connections"


def test_introductions_stay_with_their_reader():
    contacts = book("Introduced by,Name,Date", "Bob Sample,Ada Example,2024-03-05", file="a.csv")
    assert format_of(contacts) == "introductions"


@pytest.mark.parametrize(
    "name",
    ["google.contacts", "outlook.csv", "thunderbird.csv", "hubspot.csv", "contacts"],
)
def test_a_header_without_rows_is_an_empty_book(name):
    columns = IMPORTERS[name].columns
    contacts = book(",".join(aliases[0] for aliases in columns.values()), format=name)
    assert contacts.people.index.tolist() == [EGO]
    assert "no rows" in contacts.files["warnings"].iloc[0]


def test_names_and_labels():
    assert split_name("Example, Ada") == ("Ada", "Example")
    assert split_name("Ada Example, PhD") == ("Ada", "Example")
    assert split_name("") == ("", "")
    assert names("Sample, Bob; Cy Third;") == ["Bob Sample", "Cy Third"]
    assert labels("b, a; b", ";,") == "b; a"
