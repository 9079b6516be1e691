"""HubSpot's contacts."""

from importers.address_books import book, format_of


def test_hubspot_role_belongs_to_the_first_company():
    contacts = book(
        "Record ID,First Name,Last Name,Email,Job Title,Associated Company",
        "1,Ada,Example,ada@example.com,Chief Engineer,Acme;Acme Holding",
        "2,,,,,",
    )
    assert format_of(contacts) == "hubspot.csv"
    assert contacts.affiliations["role"].fillna("").tolist() == ["Chief Engineer", ""]
    assert contacts.rejected["reason"].tolist() == [
        "it holds no name, no e-mail address and no phone number"
    ]
