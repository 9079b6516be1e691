"""HubSpot's contacts."""

import netgraph as ng
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


def test_hubspot_stage_is_kept_and_makes_a_client():
    contacts = book(
        "Record ID,First Name,Last Name,Email,Lifecycle Stage,Create Date",
        "1,Ada,Example,ada@example.com,Customer,2024-01-01",
        "2,Bob,Sample,bob@example.com,Lead,2024-01-02",
    )
    assert contacts.people["Lifecycle Stage"].dropna().tolist() == ["Customer", "Lead"]
    found = ng.find_relations(contacts)
    assert found[["name", "relation"]].to_numpy().tolist() == [["Ada Example", "client"]]
