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
    "|Voornaam|Nombre de pila|Nome próprio|Křestní jméno",
    "family": "Last Name|Family Name|Last|Surname|Nachname|Familienname|Nom|Nom de famille|Apellido"
    "|Apellidos|Cognome|Sobrenome|Apelido|Фамилия|Příjmení|Nazwisko|Achternaam",
    "full": "Name|Full Name|Display Name|Contact|Contact Name|Person|Vollständiger Name"
    "|Vor- und Nachname|Nom complet|Nom et prénom|Nombre completo|Nombre y apellidos"
    "|Nome completo|Nome e cognome|ФИО|Полное имя|Имя и фамилия|Celé jméno"
    "|Jméno a příjmení|Imię i nazwisko|Naam|Volledige naam|Kontakt|Contacto|Contatto"
    "|Contato|Контакт|Contactpersoon",
    "email": "Email|Emails|E-mail|Email Address|Mail|Primary Email|Work Email|Business Email"
    "|E-Mail-Adresse|E-Mail-Adressen|Mailadresse|Courriel|Adresse e-mail|Adresse mail"
    "|Correo|Correo electrónico|Dirección de correo|Indirizzo e-mail|Indirizzo di posta"
    "|Posta elettronica|Endereço de e-mail|Correio eletrônico|Correio eletrónico"
    "|Электронная почта|Эл. почта|Адрес электронной почты|Почта|E-mailová adresa"
    "|Adres e-mail|E-mailadres",
    "email2": "Email 2|Secondary Email|Personal Email|Other Email|Other Emails|E-Mail privat"
    "|E-mail personnel|Correo personal",
    "phone": "Phone|Phones|Phone Number|Phone Numbers|Work Phone|Telephone|Tel|Telefon"
    "|Telefonnummer|Rufnummer|Téléphone|Numéro de téléphone|Teléfono|Número de teléfono"
    "|Telefono|Numero di telefono|Telefone|Número de telefone|Телефон|Номер телефона"
    "|Telefonní číslo|Numer telefonu|Telefoon|Telefoonnummer",
    "mobile": "Mobile|Mobile Phone|Mobile Number|Cell|Cell Phone|Handy|Handynummer|Mobil"
    "|Mobiltelefon|Portable|Téléphone portable|Móvil|Teléfono móvil|Cellulare|Celular"
    "|Telemóvel|Мобильный|Мобильный телефон|Telefon komórkowy|Komórka|Mobiel",
    "company": "Company|Company Name|Companies|Current Company|Organization|Organisation"
    "|Organization Name|Employer|Firma|Unternehmen|Organisation/Firma|Arbeitgeber"
    "|Entreprise|Société|Employeur|Empresa|Organización|Compañía|Azienda|Società"
    "|Organizzazione|Datore di lavoro|Organização|Компания|Организация|Место работы"
    "|Работодатель|Společnost|Organizace|Zaměstnavatel|Organizacja|Pracodawca|Bedrijf"
    "|Organisatie|Werkgever",
    "title": "Title|Job Title|Job|Position|Current Title|Role|Headline|Rolle|Funktion|Stelle"
    "|Jobtitel|Beruf|Berufsbezeichnung|Poste|Fonction|Rôle|Intitulé du poste|Cargo|Puesto"
    "|Rol|Ruolo|Posizione|Mansione|Qualifica|Função|Должность|Роль|Pozice|Funkce"
    "|Pracovní pozice|Stanowisko|Functie|Functietitel",
    "linkedin": "LinkedIn|LinkedIn URL|Person LinkedIn URL|LinkedIn Profile|LinkedIn Profile URL"
    "|LinkedIn Link|Profile URL|Public Profile URL|URL|Profil|Profil LinkedIn"
    "|LinkedIn-Profil|Perfil de LinkedIn|Perfil do LinkedIn|Profilo LinkedIn"
    "|Профиль LinkedIn|Professional Profile",
    "groups": "Tags|Labels|Categories|Groups|Group|Group Membership|Tag|Lists|Kategorien|Gruppen"
    "|Gruppe|Étiquettes|Catégories|Groupes|Libellés|Etiquetas|Categorías|Grupos|Etichette"
    "|Gruppi|Categorie|Categorias|Marcadores|Теги|Группы|Метки|Категории|Štítky|Skupiny"
    "|Kategorie|Etykiety|Tagi|Grupy|Groepen|Categorieën",
    "location": "Location|City|Ort|Wohnort|Standort|Stadt|Ville|Lieu|Localisation|Ciudad|Ubicación"
    "|Città|Luogo|Località|Cidade|Localização|Город|Местоположение|Město|Místo|Miasto"
    "|Lokalizacja|Plaats|Stad|Locatie",
    "introducer": "Introduced by|Intro by|Referred by|Referrer|Via|Met through"
    "|Source of introduction|Empfohlen von|Vorgestellt von|Bekannt über|Bekannt durch"
    "|Vermittelt durch"
    "|Présenté par|Recommandé par|Presentado por|Recomendado por|Presentato da"
    "|Raccomandato da|Apresentado por|Indicado por|Представил|Познакомил|Кто представил"
    "|Představil|Doporučil|Przedstawił|Polecił|Voorgesteld door|Geïntroduceerd door",
    "introduced_on": "Introduced on|Intro date|Met on|Date met|Kennengelernt am|Rencontré le"
    "|Conocido el|Conosciuto il|Conhecido em|Дата знакомства|Datum seznámení|Data poznania"
    "|Ontmoet op",
    "since": "Connected On|Known since|Verbunden am|Vernetzt am|Bekannt seit|Connecté le"
    "|Connu depuis|Conectado el|Conocido desde|Collegato il|Conectado em|Conhecido desde"
    "|Знакомы с|Znám od|Bekend sinds",
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
