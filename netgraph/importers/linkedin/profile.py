"""``Profile``, ``Email Addresses``, ``PhoneNumbers``, ``Registration``: who you are."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from netgraph.contacts import EGO, Contacts
from netgraph.importers._account import account, mark, no_faults
from netgraph.importers._dates import TIMES, read_times
from netgraph.importers._identifiers import email_addresses, phone_numbers
from netgraph.importers._names import clean, map_unique, without_degrees
from netgraph.importers._people import mentioned, tell_ego, tell_identifiers, tell_people
from netgraph.importers._register import importer

if TYPE_CHECKING:
    from netgraph.importers._table import Table


@importer(
    "linkedin.profile",
    columns={
        "given": "First Name",
        "family": "Last Name",
        "maiden": "Maiden Name",
        "headline": "Headline",
        "summary": "Summary",
        "industry": "Industry",
        "geo": "Geo Location",
        "country": "Country|Location",
    },
    needs=("given family headline",),
    files=("Profile",),
    trust=1,
)
def read_profile(table: Table) -> Contacts:
    """Your own name, headline and place."""
    named = (table.text("given") + table.text("family")) != ""
    faults = mark(no_faults(table), ~named, "it names nobody")
    faults = mark(faults, named & named.cumsum().gt(1), "a second profile in one file")
    own = dict.fromkeys(("given", "family", "maiden", "headline", "geo", "country"), "")
    for row in table.cells.index[faults == ""]:
        own = {role: clean(table.text(role)[row]) for role in own}
    given, family = without_degrees(own["given"]), without_degrees(own["family"])
    known = {"maiden_name": own["maiden"]} if own["maiden"] else {}
    return Contacts(
        people=tell_ego(
            table.importer.name,
            name=f"{given} {family}".strip(),
            given_name=given,
            family_name=family,
            title=own["headline"],
            location=own["geo"] or own["country"],
            **known,
        ),
        **account(table, faults),
    )


@importer(
    "linkedin.email_addresses",
    columns={
        "email": "Email Address",
        "confirmed": "Confirmed",
        "primary": "Primary",
        "updated": "Updated On",
    },
    needs=("email confirmed primary",),
    files=("Email Addresses",),
)
def read_email_addresses(table: Table) -> Contacts:
    """Your own e-mail addresses, by which you are known in other sources."""
    return _own_identifiers(table, "email", map_unique(table.text("email"), email_addresses))


@importer(
    "linkedin.phone_numbers",
    columns={"extension": "Extension", "phone": "Number", "type": "Type"},
    needs=("extension phone type",),
    files=("PhoneNumbers",),
)
def read_phone_numbers(table: Table) -> Contacts:
    """Your own phone numbers."""
    return _own_identifiers(table, "phone", map_unique(table.text("phone"), phone_numbers))


def _own_identifiers(table: Table, kind: str, values: pd.Series) -> Contacts:
    faults = mark(no_faults(table), values.str.len() == 0, f"it holds no {kind}")
    kept = values[faults == ""]
    return Contacts(
        people=tell_ego(table.importer.name),
        identifiers=tell_identifiers([EGO] * len(kept), kind, kept),
        **account(table, faults),
    )


@importer(
    "linkedin.registration",
    columns={
        "at": "Registration Date|Registered At",
        "ip": "Registration IP Address|Registration Ip",
        "given": "Invited by (First Name)",
        "family": "Invited by (Last Name)",
        "subscription": "Subscription Types",
    },
    needs=("at ip",),
    files=("Registration",),
)
def read_registration(table: Table) -> Contacts:
    """Who invited you to LinkedIn, where the export (2018) still tells it."""
    names = (table.text("given") + " " + table.text("family")).str.strip()
    names = map_unique(names, lambda text: without_degrees(clean(text)))
    invited = names != ""
    ids = names[invited].map(mentioned)
    times = read_times(table.text("at"), TIMES)[invited]
    return Contacts(
        people=pd.concat(
            [tell_ego(table.importer.name), tell_people(ids, names[invited], table.importer.name)]
        ),
        interactions=pd.DataFrame(
            {
                "source": ids,
                "target": EGO,
                "at": times,
                "kind": "invitation",
                "channel": "linkedin",
            }
        ),
        **account(table),
    )
