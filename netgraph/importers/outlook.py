"""``contacts.csv`` of Outlook: of outlook.com (61 columns) and of the desktop program (92)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from netgraph.importers._address_book import (
    labels,
    lists,
    names,
    one_job,
    tell_address_book,
    whole_name,
)
from netgraph.importers._identifiers import email_addresses, linkedin_slug, phone_numbers
from netgraph.importers._names import clean, map_unique
from netgraph.importers._register import importer

if TYPE_CHECKING:
    from netgraph.contacts import Contacts
    from netgraph.importers._table import Table

FORMAT = "outlook.csv"
_PHONES = {
    "phone_mobile": "Mobile Phone|Mobiltelefon|Tél. mobile|Teléfono móvil|Cellulare"
    "|Telefone celular|Telemóvel|Mobiele telefoon",
    "phone_business": "Business Phone|Telefon geschäftlich|Téléphone (bureau)|Teléfono del trabajo"
    "|Telefono (uff.)|Ufficio|Telefone comercial|Telefone da empresa|Telefoon op werk",
    "phone_business2": "Business Phone 2|Telefon geschäftlich 2|Téléphone 2 (bureau)",
    "phone_home": "Home Phone|Telefon (privat)|Téléphone (domicile)|Particular"
    "|Abitazione|Telefono abitazione|Telefone residencial|Telefoon thuis",
    "phone_home2": "Home Phone 2|Telefon (privat 2)|Téléphone 2 (domicile)",
    "phone_primary": "Primary Phone|Haupttelefon|Tél. principal",
    "phone_other": "Other Phone|Weiteres Telefon|Autre téléphone",
    "phone_car": "Car Phone|Autotelefon",
}
_EMAILS = {
    "email": "E-mail Address|E-Mail-Adresse|Adresse de messagerie|Dirección de correo electrónico"
    "|Indirizzo posta elettronica|Indirizzo di posta elettronica|Endereço de e-mail"
    "|Endereço de correio eletrónico|E-mailadres",
    "email2": "E-mail 2 Address|E-Mail 2: Adresse|E-Mail-Adresse 2|Adresse de messagerie 2"
    "|Dirección de correo electrónico 2|Indirizzo posta elettronica 2"
    "|Indirizzo di posta elettronica 2|Endereço de e-mail 2|Endereço de correio eletrónico 2"
    "|E-mailadres 2",
    "email3": "E-mail 3 Address|E-Mail 3: Adresse|E-Mail-Adresse 3|Adresse de messagerie 3"
    "|Dirección de correo electrónico 3|Indirizzo posta elettronica 3"
    "|Indirizzo di posta elettronica 3|Endereço de e-mail 3|Endereço de correio eletrónico 3"
    "|E-mailadres 3",
}
_RELATED = {
    "manager": "Manager's Name|Name des/der Vorgesetzten|Responsable|Nombre del jefe"
    "|Nome manager|Nome responsabile|Nome do gerente|Nome do gestor|Naam manager",
    "assistant": "Assistant's Name|Name Assistent|Nom de l'assistant(e)|Nombre del ayudante"
    "|Nome assistente|Nome do assistente|Naam assistent",
    "spouse": "Spouse|Partner|Partner/in|Conjoint(e)|Cónyuge|Coniuge|Cônjuge|Echtgenoot",
}


@importer(
    FORMAT,
    columns={
        "given": "First Name|Vorname|Prénom|Nombre|Nome|Nome próprio|Voornaam",
        "middle": "Middle Name|Weitere Vornamen|Deuxième prénom|Segundo nombre"
        "|Secondo nome|Segundo nome|Middelste naam|Tweede voornaam",
        "family": "Last Name|Nachname|Nom|Apellidos|Cognome|Sobrenome|Apelido|Achternaam",
        "suffix": "Suffix|Suffixe|Sufijo",
        "nickname": "Nickname|Spitzname",
        "display": "E-mail Display Name|E-Mail: Angezeigter Name",
        **_EMAILS,
        **_PHONES,
        "title": "Job Title|Position|Fonction|Puesto|Cargo|Posizione|Posição|Functie",
        "company": "Company|Firma|Société|Organización|Compañía|Società|Empresa|Bedrijf",
        "department": "Department|Abteilung|Service|Departamento|Reparto|Ufficio/Reparto|Afdeling",
        "categories": "Categories|Kategorien|Catégories|Categorías|Categorie|Categorias"
        "|Categorieën",
        "city": "Business City|Ort geschäftlich|Ville (bureau)",
        "country": "Business Country/Region|Business Country|Land/Region geschäftlich",
        **_RELATED,
        "referrer": "Referred By|Empfohlen von|Recommandé par|Referido por"
        "|Presentato da|Indicado por|Referenciado por|Verwezen door",
        "web": "Web Page|Webseite|Page Web|Página Web|Pagina Web|Página da Web|Webpagina",
        "web2": "Personal Web Page",
        "birthday": "Birthday|Geburtstag|Anniversaire|Cumpleaños|Compleanno|Aniversário|Verjaardag",
        "notes": "Notes|Notizen|Notas|Note|Anotações|Notities|Remarques",
    },
    needs=("given family email email2 title department",),
    trust=4,
)
def read_outlook(table: Table) -> Contacts:
    """People of your Outlook contacts, their employers, categories and relations.

    Parameters
    ----------
    table
        ``Title`` is the form of address there, ``Job Title`` the role. LinkedIn
        once exported connections in these columns, but without ``Department``.

    Returns
    -------
    Contacts
        Manager, assistant and spouse are ties of the contact, who referred
        them to you is an introduction. The inner addresses of an Exchange
        server (``/o=…/cn=…``) are no e-mail addresses, and are left out.
    """
    name = whole_name(table, "given", "middle", "family")
    for role in ("display", "nickname"):
        name = name.where(name != "", map_unique(table.text(role), _shown))
    rows = pd.DataFrame(
        {
            "name": name,
            "given_name": whole_name(table, "given"),
            "family_name": whole_name(table, "family"),
            "location": (whole_name(table, "city") + ", " + whole_name(table, "country")).str.strip(
                ", "
            ),
            "groups": map_unique(table.text("categories"), labels),
            "emails": lists(table, _EMAILS, _addresses),
            "phones": lists(table, _PHONES, phone_numbers),
            "slug": lists(table, ("web", "web2"), _slugs).str[0],
            "jobs": one_job(table),
            "related": _related(table),
            "introducers": lists(table, ("referrer",), names),
        }
    )
    return tell_address_book(table, rows)


def _related(table: Table) -> pd.Series:
    """Read who manages, assists and is married to a contact, with what they are."""
    told = {relation: lists(table, (relation,), names) for relation in _RELATED}
    return pd.Series(
        [
            [(name, relation) for relation, named in zip(told, row, strict=True) for name in named]
            for row in zip(*told.values(), strict=True)
        ],
        index=table.cells.index,
        dtype="object",
    )


def _addresses(cell: str) -> list[str]:
    """Read e-mail addresses; an Exchange server's own form is none."""
    return [] if cell.casefold().startswith(("/o=", "/cn=", "ex:")) else email_addresses(cell)


def _shown(cell: str) -> str:
    """Take the name of ``Ada Example (ada@example.com)``; an address alone is no name."""
    name = cell.partition("(")[0]
    return "" if email_addresses(name) else clean(name)


def _slugs(cell: str) -> list[str]:
    slug = linkedin_slug(cell)
    return [slug] if slug else []
