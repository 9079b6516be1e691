"""A list of contacts that you keep yourself: headers in eight languages, in any order."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from netgraph.importers._address_book import lists, names, tell_address_book
from netgraph.importers._mentions import ME
from netgraph.importers._people_columns import COLUMNS, bare, read_people
from netgraph.importers._register import importer
from netgraph.importers._table import own_name

if TYPE_CHECKING:
    from netgraph.contacts import Contacts
    from netgraph.importers._table import Table

FORMAT = "contacts"


@importer(
    f"{FORMAT}.introduced",
    columns=COLUMNS,
    needs=(
        "full introducer email",
        "full introducer phone",
        "full introducer company",
        "full introducer linkedin",
        "given family introducer",
    ),
    trust=4,
)
@importer(
    FORMAT,
    columns=COLUMNS,
    needs=(
        "full email",
        "full phone",
        "full mobile",
        "full company title",
        "given family email",
        "given family phone",
        "given family mobile",
        "given family company",
        "given family linkedin",
    ),
    trust=4,
    last_resort=True,
    named=("full", "given", "family", "email", "email2", "phone", "mobile", "linkedin"),
)
def read_generic_contacts(table: Table) -> Contacts:
    """People of a sheet of contacts: of a CRM, of Notion or Airtable, or made by hand.

    Parameters
    ----------
    table
        A name, whole or in parts, and something besides by which a sheet of
        people is told from any other. Columns that no role claims are kept as
        attributes of people under their own headers.

    Returns
    -------
    Contacts
        Who is named as having introduced a contact, introduced them to you.
    """
    rows = read_people(table).assign(
        introducers=lists(table, ("introducer",), _introducers),
        introduced_on=table.text("introduced_on"),
        since=table.text("since"),
    )
    extras = table.cells[list(table.extras)].rename(columns={name: own_name(name) for name in _OWN})
    return tell_address_book(table, pd.concat([rows, extras], axis=1))


_OWN = frozenset(
    {"emails", "phones", "jobs", "related", "introducers", "introduced_on", "since", "slug"}
)
"""Columns by which the rows are told; a header of that name would take their place."""


def _introducers(cell: str) -> list[str]:
    """Read who introduced someone; that you did so yourself is no introduction."""
    return [name for name in names(bare(cell)) if name.casefold() not in ME]
