"""The columns by which people describe people: their headers in ten languages."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from netgraph.importers._address_book import labels, lists, named_parts, one_job, whole_name
from netgraph.importers._identifiers import email_addresses, linkedin_slug, phone_numbers
from netgraph.importers._names import clean, map_unique

if TYPE_CHECKING:
    import pandas as pd

    from netgraph.importers._table import Table

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


def read_people(table: Table) -> pd.DataFrame:
    """Read what a sheet tells of each person.

    Parameters
    ----------
    table
        With the roles of `COLUMNS`.

    Returns
    -------
    pandas.DataFrame
        A row per row of the table: the texts ``name``, ``given_name``,
        ``family_name``, ``location``, ``groups``; the lists ``emails``,
        ``phones``, ``jobs``; and ``slug``, as `tell_address_book` takes them.
    """
    given, family = whole_name(table, "given"), whole_name(table, "family")
    full = map_unique(table.text("full"), lambda cell: clean(bare(cell)))
    return named_parts(table, full, given, family).assign(
        location=whole_name(table, "location"),
        groups=map_unique(table.text("groups"), lambda cell: labels(bare(cell), ";,|")),
        emails=lists(table, ("email", "email2"), email_addresses),
        phones=lists(table, ("phone", "mobile"), phone_numbers),
        slug=map_unique(table.text("linkedin"), linkedin_slug),
        jobs=_jobs(table),
    )


def _jobs(table: Table) -> pd.Series:
    return one_job(table).map(lambda jobs: [(clean(bare(firm)), role) for firm, role in jobs])


def bare(cell: str) -> str:
    """Drop the address of a page behind its title, as Notion writes it."""
    return _RELATION.sub("", cell)
