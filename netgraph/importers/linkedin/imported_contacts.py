"""``Contacts.csv`` / ``Imported Contacts.csv``: the phone book that was uploaded to LinkedIn."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from netgraph.contacts import EGO, Contacts
from netgraph.importers._account import ANONYMOUS, DUPLICATE, account, mark, no_faults
from netgraph.importers._identifiers import (
    email_addresses,
    linkedin_slug,
    phone_numbers,
    profile_url,
)
from netgraph.importers._names import clean, map_unique, name_key
from netgraph.importers._people import PHONE, identify, tell_ego, tell_identifiers
from netgraph.importers._register import importer

if TYPE_CHECKING:
    from netgraph.importers._table import Table

FORMAT = "linkedin.imported_contacts"


@importer(
    FORMAT,
    columns={
        "source": "Source",
        "given": "FirstName",
        "family": "LastName",
        "full": "FullName",
        "company": "Companies",
        "position": "Title",
        "emails": "Emails|Email Address",
        "phones": "PhoneNumbers",
        "created": "CreatedAt",
        "profiles": "Profiles",
        "location": "Location",
        "bookmarked": "BookmarkedAt",
    },
    needs=("given family emails phones created",),
    files=("Contacts", "Imported Contacts"),
    trust=4,
)
def read_imported_contacts(table: Table) -> Contacts:
    """People of the address book that you let LinkedIn read once.

    Returns
    -------
    Contacts
        A tie from you to each, undated: the file tells when the book was
        uploaded, not when you met.
    """
    given, family, full, company, title, location = (
        map_unique(table.text(role), _cell)
        for role in ("given", "family", "full", "company", "position", "location")
    )
    name = (given + " " + family).str.strip()
    name = name.where(name != "", full)
    emails = map_unique(table.text("emails"), email_addresses)
    phones = map_unique(table.text("phones"), phone_numbers)
    slugs = map_unique(table.text("profiles"), linkedin_slug)
    keys = map_unique(name, name_key)
    ids = identify(keys, slugs, emails.str[0])
    ids = ids.fillna(PHONE + phones.str[0].astype("object"))
    everything = pd.DataFrame({"n": keys, "e": emails.map(tuple), "p": phones.map(tuple)})
    faults = mark(no_faults(table), ids.isna(), ANONYMOUS)
    faults = mark(faults, everything.duplicated(), DUPLICATE)
    kept = faults == ""
    people = pd.DataFrame(
        {
            "name": name,
            "given_name": given,
            "family_name": family,
            "company": company,
            "title": title,
            "location": location,
            "is_ego": False,
            "sources": FORMAT,
        }
    )[kept].set_axis(pd.Index(ids[kept], name="person_id"), axis=0)
    people = people.where(people != "").groupby(level=0, sort=False).first()
    profiles = slugs[kept].map(profile_url, na_action="ignore")
    employed = people["company"].dropna()
    return Contacts(
        people=pd.concat([tell_ego(FORMAT), people]),
        identifiers=pd.concat(
            [
                tell_identifiers(ids[kept], "linkedin", profiles),
                tell_identifiers(ids[kept], "email", emails[kept]),
                tell_identifiers(ids[kept], "phone", phones[kept]),
            ]
        ).drop_duplicates(),
        ties=pd.DataFrame({"source": EGO, "target": people.index, "kind": "contact"}),
        affiliations=pd.DataFrame(
            {
                "person_id": employed.index,
                "organisation": employed.array,
                "kind": "employer",
                "role": people["title"].reindex(employed.index).array,
            }
        ),
        **account(table, faults),
    )


def _cell(text: str) -> str:
    """Clean a cell; this file writes ``null`` where it knows nothing."""
    return "" if text == "null" else clean(text)
