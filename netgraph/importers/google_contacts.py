"""``contacts.csv`` of Google Contacts, with the headers of before and since 2024."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pandas as pd

from netgraph.importers._address_book import labels, lists, one_name, tell_address_book, whole_name
from netgraph.importers._identifiers import email_addresses, linkedin_slug, phone_numbers
from netgraph.importers._names import clean, map_unique
from netgraph.importers._register import importer

if TYPE_CHECKING:
    from netgraph.contacts import Contacts
    from netgraph.importers._table import Table

FORMAT = "google.contacts"
_SEPARATOR = ":::"
_SYSTEM_LABELS = frozenset({"my contacts", "other contacts", "starred in android"})
_REFERRED = "referredby"
_NUMBERED = re.compile(
    r"(E-mail|Phone|Relation|Website|Custom Field|Organization) (\d+) - (\w+)$", re.IGNORECASE
)


@importer(
    FORMAT,
    columns={
        "given": "Given Name|First Name",
        "middle": "Additional Name|Middle Name",
        "family": "Family Name|Last Name",
        "full": "Name|File As",
        "nickname": "Nickname",
        "labels": "Group Membership|Labels",
        "email": "E-mail 1 - Value",
        "phone": "Phone 1 - Value",
        "company": "Organization Name",
        "title": "Organization Title",
        "place": "Location",
        "city": "Address 1 - City",
        "country": "Address 1 - Country",
        "prefix": "Name Prefix",
        "suffix": "Name Suffix",
        "birthday": "Birthday",
        "notes": "Notes",
    },
    needs=("email given", "phone given", "email full", "email labels", "phone labels"),
    trust=4,
)
def read_google_contacts(table: Table) -> Contacts:
    """People of your Google contacts, their employers, labels and relations.

    Parameters
    ----------
    table
        Either generation of the header. The numbered columns grow with the
        data (``E-mail 3 - Value``), and one cell may hold several values.

    Returns
    -------
    Contacts
        The labels that Google sets itself (``* myContacts``) are no groups. A
        relation "Referred By" is an introduction to you, any other a tie.
    """
    name = whole_name(table, "given", "middle", "family")
    for role in ("full", "nickname"):
        name = name.where(name != "", map_unique(table.text(role), clean))
    place = whole_name(table, "city")
    country = whole_name(table, "country")
    place = (place + ", " + country).str.strip(", ")
    related, introducers = _relations(table)
    urls = [*_columns(table, "Website", "Value"), *_columns(table, "Custom Field", "Value")]
    rows = pd.DataFrame(
        {
            "name": name,
            "given_name": whole_name(table, "given"),
            "family_name": whole_name(table, "family"),
            "location": place.where(place != "", whole_name(table, "place")),
            "groups": map_unique(table.text("labels"), _groups),
            "emails": lists(table, _columns(table, "E-mail", "Value"), email_addresses),
            "phones": lists(table, _columns(table, "Phone", "Value"), phone_numbers),
            "slug": lists(table, urls, _slugs).str[0],
            "jobs": _jobs(table),
            "related": related,
            "introducers": introducers,
        }
    )
    return tell_address_book(table, rows)


def _columns(table: Table, thing: str, *parts: str) -> list[str]:
    """Name the columns of a numbered thing, in the order of their numbers."""
    found = {}
    roles = {"E-mail": "email", "Phone": "phone"}
    if thing in roles and table.has(roles[thing]):
        found[1] = roles[thing]
    for column in table.extras:
        match = _NUMBERED.match(column)
        if match and match[1].casefold() == thing.casefold() and match[3] in parts:
            found[int(match[2])] = column
    return [column for _, column in sorted(found.items())]


def _values(cell: str) -> list[str]:
    return [clean(part.replace("\\:", ":")) for part in cell.split(_SEPARATOR)]


def _slugs(cell: str) -> list[str]:
    return [slug for slug in map(linkedin_slug, _values(cell)) if slug]


def _groups(cell: str) -> str:
    """Read the labels but for those that Google sets itself, which begin with a star."""
    own = (
        label.replace(";", ",")
        for label in _values(cell)
        if not label.startswith("*") and label.casefold() not in _SYSTEM_LABELS
    )
    return labels(";".join(own))


def _jobs(table: Table) -> pd.Series:
    """Read the organisations: one in columns of its own, or several in numbered ones."""
    pairs = [("company", "title")] if table.has("company") else []
    for company in _columns(table, "Organization", "Name"):
        number = company.rpartition(" - ")[0]
        pairs.append((company, f"{number} - Title"))
    found: list[list[tuple[str, str]]] = [[] for _ in table.cells.index]
    for company, title in pairs:
        cells = zip(found, table.text(company), table.text(title), strict=True)
        for jobs, organisations, roles in cells:
            if organisations or roles:
                firms, posts = _values(organisations), _values(roles)
                posts += [""] * (len(firms) - len(posts))
                jobs.extend(zip(firms, posts, strict=False))
    return pd.Series(found, index=table.cells.index, dtype="object")


def _relations(table: Table) -> tuple[pd.Series, pd.Series]:
    """Read who is related to a contact, and who referred them to you."""
    related: list[list[tuple[str, str]]] = [[] for _ in table.cells.index]
    introducers: list[list[str]] = [[] for _ in table.cells.index]
    for column in _columns(table, "Relation", "Value"):
        number = column.rpartition(" - ")[0]
        kinds = [f"{number} - {word}" for word in ("Type", "Label")]
        kind = table.text(next((k for k in kinds if table.has(k)), ""))
        for place, (told, cell) in enumerate(zip(kind, table.text(column), strict=True)):
            key = "".join(sign for sign in told.casefold() if sign.isalpha())
            named = [name for value in _values(cell) for name in one_name(value)]
            if key == _REFERRED:
                introducers[place] += named
            else:
                relation = clean(told).strip("* ").casefold()
                related[place] += [(name, relation) for name in named]
    index = table.cells.index
    return (
        pd.Series(related, index=index, dtype="object"),
        pd.Series(introducers, index=index, dtype="object"),
    )
