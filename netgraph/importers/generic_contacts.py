"""A list of contacts that you keep yourself: headers in eight languages, in any order."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pandas as pd

from netgraph.importers._address_book import (
    labels,
    lists,
    named_parts,
    names,
    one_job,
    tell_address_book,
    whole_name,
)
from netgraph.importers._identifiers import email_addresses, linkedin_slug, phone_numbers
from netgraph.importers._mentions import ME
from netgraph.importers._names import clean, map_unique
from netgraph.importers._register import importer

if TYPE_CHECKING:
    from netgraph.contacts import Contacts
    from netgraph.importers._table import Table

FORMAT = "contacts"
COLUMNS = {
    "given": "First Name|Given Name|First|Forename|Vorname|Prénom|Nombre|Nome|Имя|Jméno|Imię"
    "|Voornaam",
    "family": "Last Name|Family Name|Last|Surname|Nachname|Familienname|Nom|Nom de famille"
    "|Apellido|Apellidos|Cognome|Sobrenome|Фамилия|Příjmení|Nazwisko|Achternaam",
    "full": "Name|Full Name|Display Name|Contact|Contact Name|Person|Vollständiger Name"
    "|Nom complet|Nombre completo|Nome completo|Nome e cognome|ФИО|Celé jméno|Kontakt|Contacto",
    "email": "Email|Emails|E-mail|Email Address|Mail|Primary Email|Work Email|E-Mail-Adresse"
    "|Courriel|Adresse e-mail|Correo|Correo electrónico|Indirizzo e-mail|Endereço de e-mail"
    "|Электронная почта|Почта|E-mailová adresa",
    "email2": "Email 2|Secondary Email|Personal Email|Other Email",
    "phone": "Phone|Phones|Phone Number|Telephone|Tel|Telefon|Telefonnummer|Téléphone|Teléfono"
    "|Telefono|Telefone|Телефон",
    "mobile": "Mobile|Mobile Phone|Cell|Handy|Mobil|Portable|Móvil|Cellulare|Celular",
    "company": "Company|Company Name|Organization|Organisation|Organization Name|Employer|Firma"
    "|Unternehmen|Organisation/Firma|Entreprise|Société|Empresa|Azienda|Società|Компания"
    "|Организация|Společnost|Bedrijf",
    "title": "Title|Job Title|Position|Role|Rolle|Funktion|Berufsbezeichnung|Poste|Fonction|Cargo"
    "|Puesto|Ruolo|Posizione|Função|Должность|Pozice|Functie",
    "linkedin": "LinkedIn|LinkedIn URL|Person LinkedIn URL|LinkedIn Profile|Profile URL"
    "|Public Profile URL|URL|Profil",
    "groups": "Tags|Labels|Categories|Groups|Group|Group Membership|Tag|Kategorien|Gruppen|Gruppe"
    "|Étiquettes|Catégories|Etiquetas|Categorías|Etichette|Gruppi|Categorias|Теги|Группы|Štítky",
    "location": "Location|City|Ort|Stadt|Ville|Ciudad|Città|Cidade|Город|Město",
    "introducer": "Introduced by|Intro by|Referred by|Referrer|Via|Empfohlen von|Vorgestellt von"
    "|Présenté par|Recommandé par|Presentado por|Presentato da|Apresentado por|Представил"
    "|Představil",
    "introduced_on": "Introduced on|Intro date|Met on|Kennengelernt am|Rencontré le",
    "since": "Connected On|Known since|Verbunden am|Vernetzt am|Connecté le|Conectado el",
}
_RELATION = re.compile(r"\s*\([^()]*(?:://|\.md|%20)[^()]*\)")
"""What Notion writes behind the title of a page that a cell refers to."""


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
    given, family = whole_name(table, "given"), whole_name(table, "family")
    full = map_unique(table.text("full"), lambda cell: clean(_bare(cell)))
    rows = named_parts(table, full, given, family).assign(
        location=whole_name(table, "location"),
        groups=map_unique(table.text("groups"), lambda cell: labels(_bare(cell), ";,|")),
        emails=lists(table, ("email", "email2"), email_addresses),
        phones=lists(table, ("phone", "mobile"), phone_numbers),
        slug=map_unique(table.text("linkedin"), linkedin_slug),
        jobs=_jobs(table),
        introducers=lists(table, ("introducer",), _introducers),
        introduced_on=table.text("introduced_on"),
        since=table.text("since"),
    )
    extras = table.cells[[label for label in table.extras if label not in _OWN]]
    return tell_address_book(table, pd.concat([rows, extras], axis=1))


_OWN = frozenset(
    {"emails", "phones", "jobs", "related", "introducers", "introduced_on", "since", "slug"}
)
"""Columns by which the rows are told; a header of that name would take their place."""


def _jobs(table: Table) -> pd.Series:
    return one_job(table).map(lambda jobs: [(clean(_bare(firm)), role) for firm, role in jobs])


def _bare(cell: str) -> str:
    return _RELATION.sub("", cell)


def _introducers(cell: str) -> list[str]:
    """Read who introduced someone; that you did so yourself is no introduction."""
    return [name for name in names(_bare(cell)) if name.casefold() not in ME]
