"""Contacts of a HubSpot CRM, exported as CSV."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from netgraph.importers._address_book import lists, tell_address_book, whole_name
from netgraph.importers._identifiers import email_addresses, linkedin_slug, phone_numbers
from netgraph.importers._names import clean, map_unique
from netgraph.importers._register import importer

if TYPE_CHECKING:
    from netgraph.contacts import Contacts
    from netgraph.importers._table import Table

FORMAT = "hubspot.csv"


@importer(
    FORMAT,
    columns={
        "record": "Record ID|Record ID - Contact|Contact ID",
        "given": "First Name",
        "family": "Last Name",
        "email": "Email",
        "more_emails": "Additional email addresses|Work email",
        "phone": "Phone Number",
        "mobile": "Mobile Phone Number",
        "owner": "Contact owner",
        "status": "Lead Status",
        "created": "Create Date",
        "stage": "Lifecycle Stage",
        "title": "Job Title",
        "associated": "Associated Company|Associated Company (Primary)|Primary Associated Company",
        "company": "Company Name|Company",
        "company_ids": "Associated Company IDs",
        "city": "City",
        "country": "Country/Region",
        "linkedin": "LinkedIn URL|LinkedIn Bio",
    },
    needs=("record given family email", "given family email stage created"),
    trust=4,
)
def read_hubspot(table: Table) -> Contacts:
    """People of a HubSpot CRM, and the companies that they are associated with.

    Parameters
    ----------
    table
        Which columns it has is chosen by whoever exports it. Several companies
        stand in one cell, parted by ``;``: the role belongs to the first. The
        lifecycle stage (``customer``) is kept as a column of people.
    """
    place = (whole_name(table, "city") + ", " + whole_name(table, "country")).str.strip(", ")
    rows = pd.DataFrame(
        {
            "name": whole_name(table, "given", "family"),
            "given_name": whole_name(table, "given"),
            "family_name": whole_name(table, "family"),
            "location": place,
            "emails": lists(table, ("email", "more_emails"), email_addresses),
            "phones": lists(table, ("phone", "mobile"), phone_numbers),
            "slug": map_unique(table.text("linkedin"), linkedin_slug),
            "jobs": _jobs(table),
        }
    )
    if table.has("stage"):
        rows["Lifecycle Stage"] = map_unique(table.text("stage"), clean)
    return tell_address_book(table, rows)


def _jobs(table: Table) -> pd.Series:
    firms = lists(table, ("associated", "company"), _parts)
    roles = map_unique(table.text("title"), clean)
    jobs = [
        [(firm, "" if place else role) for place, firm in enumerate(told or ([""] if role else []))]
        for told, role in zip(firms, roles, strict=True)
    ]
    return pd.Series(jobs, index=table.cells.index, dtype="object")


def _parts(cell: str) -> list[str]:
    return [part for part in map(clean, cell.split(";")) if part]
