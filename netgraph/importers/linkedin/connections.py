"""``Connections.csv``: the people a member is connected with, of every export since 2010."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pandas as pd

from netgraph.contacts import EGO, Contacts
from netgraph.importers._account import ANONYMOUS, DUPLICATE, account, mark, no_faults
from netgraph.importers._dates import DAYS, counted, read_times, warn_of_unread
from netgraph.importers._identifiers import email_addresses, linkedin_slug, profile_url
from netgraph.importers._names import (
    clean,
    is_deleted_member,
    is_mojibake,
    map_unique,
    name_key,
    without_degrees,
)
from netgraph.importers._people import identify, tell_identifiers
from netgraph.importers._register import importer
from netgraph.importers.linkedin._certificates import certificates

if TYPE_CHECKING:
    from netgraph.importers._table import Table

FORMAT = "linkedin.connections"
COLUMNS = {
    "given": "First Name|Vorname|Prénom|Nombre|Nome|Voornaam|Imię|Förnamn|Имя|名",
    "family": "Last Name|Nachname|Nom|Nom de famille|Apellido|Apellidos|Cognome|Sobrenome"
    "|Achternaam|Nazwisko|Efternamn|Фамилия|姓",
    "url": "URL|Profile URL|LinkedIn URL|Public Profile URL",
    "email": "Email Address|E-mail Address|E-Mail-Adresse|Adresse e-mail"
    "|Dirección de correo electrónico|Correo electrónico|Indirizzo e-mail"
    "|Endereço de e-mail|E-mailadres",
    "email2": "E-mail 2 Address",
    "email3": "E-mail 3 Address",
    "company": "Company|Unternehmen|Firma|Entreprise|Empresa|Azienda|Bedrijf",
    "position": "Position|Job Title|Poste|Cargo|Puesto|Posizione|Posição|Functie",
    "since": "Connected On|Verbunden am|Vernetzt am|Connecté le|Connexion le|Conectado el"
    "|Fecha de conexión|Collegato il|Conectado em|Verbonden op",
    "tags": "Tags",
    "location": "Location",
}


@importer(
    FORMAT,
    columns=COLUMNS,
    needs=(
        "given family since",
        "given family url position",
        "given family email company position",
    ),
    files=("Connections", "linkedin_connections_export_microsoft_outlook"),
    trust=2,
)
def read_connections(table: Table) -> Contacts:
    """People you are connected with on LinkedIn, since when, and where they work.

    Parameters
    ----------
    table
        Any generation of the file: with tags (2017), without and with profile
        addresses, re-saved by a spreadsheet, or in the columns of Outlook
        (before 2017).

    Returns
    -------
    Contacts
        Every tie runs from you to one contact: LinkedIn does not tell who of
        them know each other. Two people of one name are two people.
    """
    given = map_unique(table.text("given"), lambda t: without_degrees(clean(t)))
    family = map_unique(table.text("family"), lambda t: without_degrees(clean(t)))
    slugs = map_unique(table.text("url"), linkedin_slug)
    emails = pd.Series(
        [
            [address for cell in cells for address in email_addresses(cell)]
            for cells in zip(*(table.text(r) for r in ("email", "email2", "email3")), strict=True)
        ],
        index=table.cells.index,
        dtype="object",
    )
    rows = pd.DataFrame(
        {
            "name": (given + " " + family).str.strip(),
            "given_name": given,
            "family_name": family,
            "slug": slugs,
            "email": emails.str[0],
            "company": map_unique(table.text("company"), clean),
            "title": map_unique(table.text("position"), clean),
            "location": map_unique(table.text("location"), clean),
            "since": read_times(table.text("since"), DAYS),
            "groups": map_unique(table.text("tags"), _labels),
        },
        index=table.cells.index,
    )
    faults = _find_faults(table, rows)
    kept = rows[faults == ""].copy()
    keys = map_unique(kept["name"], name_key)
    ids = identify(keys, kept["slug"], kept["email"], kept["since"])
    repeated = ids.duplicated()
    faults = mark(faults, repeated.reindex(faults.index, fill_value=False), DUPLICATE)
    kept = kept[~repeated].set_axis(pd.Index(ids[~repeated], name="person_id"), axis=0)
    mails = emails[faults == ""]
    profiles = kept["slug"].dropna()
    employed = kept[kept["company"] != ""]
    extras = table.cells.loc[faults == "", list(table.extras)].set_axis(kept.index, axis=0)
    extras = extras.where(extras != "")
    behind = map_unique(table.text("family"), certificates)[faults == ""]
    attested = behind.set_axis(kept.index).explode().dropna()
    columns = ["name", "given_name", "family_name", "company", "title", "location", "groups"]
    return Contacts(
        people=pd.concat(
            [
                pd.DataFrame({"is_ego": [True], "sources": [FORMAT]}, index=[EGO]),
                pd.concat([kept[columns].assign(is_ego=False, sources=FORMAT), extras], axis=1),
            ]
        ),
        identifiers=pd.concat(
            [
                tell_identifiers(profiles.index, "linkedin", profiles.map(profile_url)),
                tell_identifiers(kept.index, "email", mails),
            ]
        ),
        ties=pd.DataFrame(
            {"source": EGO, "target": kept.index, "kind": "contact", "since": kept["since"].array}
        ),
        affiliations=pd.DataFrame(
            {
                "person_id": employed.index,
                "organisation": employed["company"].array,
                "kind": "employer",
                "role": employed["title"].array,
            }
        ),
        skills=pd.DataFrame(
            {"person_id": attested.index, "skill": attested.array, "kind": "certification"}
        ),
        **account(table, faults, _warnings(table, rows)),
    )


def _find_faults(table: Table, rows: pd.DataFrame) -> pd.Series:
    """Find the rows that name nobody, and those whose cells have slipped."""
    nameless = (rows["name"] == "") & rows["slug"].isna() & rows["email"].isna()
    deleted = map_unique(rows["name"], is_deleted_member).astype(bool)
    urls = table.text("url")
    slipped = (urls != "") & rows["slug"].isna() & ~urls.str.contains("/|linkedin", case=False)
    faults = mark(no_faults(table), nameless | deleted, ANONYMOUS)
    return mark(faults, slipped, "its cells stand in the wrong columns: URL holds no address")


def _labels(cell: str) -> str:
    return "; ".join(part for part in (clean(p) for p in re.split("[;,]", cell)) if part)


def _warnings(table: Table, rows: pd.DataFrame) -> list[str]:
    cells = [table.text(role) for role in ("given", "family", "company", "position")]
    repaired = sum(int(map_unique(column, is_mojibake).astype(bool).sum()) for column in cells)
    return [
        warn_of_unread((table.text("since"), rows["since"])),
        f"{counted(repaired, 'cell')} in a wrong encoding repaired" if repaired else "",
    ]
