"""``abook.csv``: an address book of Thunderbird, saved as CSV."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from netgraph.importers._address_book import (
    lists,
    named_parts,
    one_job,
    tell_address_book,
    whole_name,
)
from netgraph.importers._identifiers import email_addresses, linkedin_slug, phone_numbers
from netgraph.importers._names import map_unique
from netgraph.importers._register import importer

if TYPE_CHECKING:
    from netgraph.contacts import Contacts
    from netgraph.importers._table import Table

FORMAT = "thunderbird.csv"


@importer(
    FORMAT,
    columns={
        "given": "First Name|Vorname|Prénom|Nombre",
        "family": "Last Name|Nachname|Nom de famille|Apellidos",
        "full": "Display Name|Anzeigename|Nom à afficher|Nombre a mostrar",
        "nickname": "Nickname|Spitzname|Surnom|Apodo",
        "email": "Primary Email|Primäre E-Mail-Adresse|Adresse électronique principale"
        "|Correo electrónico primario",
        "email2": "Secondary Email|Sekundäre E-Mail-Adresse|Adresse électronique secondaire"
        "|Correo electrónico secundario",
        "screen": "Screen Name|Messenger-Name",
        "phone_mobile": "Mobile Number|Mobil-Tel.-Nr.|Portable",
        "phone_work": "Work Phone|Tel. dienstlich|Tél. professionnel",
        "phone_home": "Home Phone|Tel. privat|Tél. personnel",
        "title": "Job Title|Arbeitstitel|Fonction",
        "company": "Organization|Organisation",
        "department": "Department|Abteilung|Service",
        "city": "Work City|Ort dienstlich|Home City",
        "country": "Work Country|Land dienstlich|Home Country",
        "web": "Web Page 1|Webseite 1|Site web 1",
        "web2": "Web Page 2|Webseite 2|Site web 2",
    },
    needs=("full email email2",),
    files=("abook",),
    trust=4,
)
def read_thunderbird(table: Table) -> Contacts:
    """People of a Thunderbird address book.

    Parameters
    ----------
    table
        A name that is only shown, and not entered in parts, is taken apart.
    """
    full = whole_name(table, "full")
    # where nothing else was known, Thunderbird shows the address or the nickname
    full = full.where(~full.str.contains("@"), "")
    full = full.where(full != "", whole_name(table, "nickname"))
    given, family = whole_name(table, "given"), whole_name(table, "family")
    place = (whole_name(table, "city") + ", " + whole_name(table, "country")).str.strip(", ")
    slugs = map_unique(table.text("web"), linkedin_slug)
    rows = named_parts(table, full, given, family).assign(
        location=place,
        emails=lists(table, ("email", "email2"), email_addresses),
        phones=lists(table, ("phone_mobile", "phone_work", "phone_home"), phone_numbers),
        slug=slugs.where(slugs.notna(), map_unique(table.text("web2"), linkedin_slug)),
        jobs=one_job(table),
    )
    return tell_address_book(table, pd.DataFrame(rows))
