"""Thunderbird's address book."""

import pandas as pd

from importers.address_books import book, format_of


def test_thunderbird_in_british_english_and_an_address_shown_as_name():
    contacts = book(
        "First Name,Last Name,Display Name,Nickname,Primary Email,Secondary Email,Organisation,",
        ",,ada@example.com,,ada@example.com,,Acme,",
        ",,Bob van Sample,,bob@example.com,,,",
    )
    assert format_of(contacts) == "thunderbird.csv"
    assert pd.isna(contacts.people.loc["mail/ada@example.com", "name"])
    assert contacts.people.loc["mail/ada@example.com", "company"] == "Acme"
    assert contacts.people.loc["mail/bob@example.com", "given_name"] == "Bob van"
