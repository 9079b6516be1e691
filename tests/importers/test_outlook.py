"""Outlook: of the desktop and of the web, and people beside a contact."""

import pandas as pd
import pytest

from importers.address_books import book, format_of, related, values
from netgraph.importers import read

OUTLOOK = (
    "Title,First Name,Middle Name,Last Name,Company,Department,Job Title,Business Phone,"
    "E-mail Address,E-mail Type,E-mail Display Name,E-mail 2 Address,Manager's Name,"
    "Assistant's Name,Spouse,Referred By,Categories,Birthday,Web Page"
)


def test_outlook_exchange_addresses_are_no_e_mail():
    contacts = book(
        OUTLOOK,
        "Dr.,Ada,,Example,Acme,,Chief Engineer,,/o=Acme/ou=First/cn=Recipients/cn=ada@acme,EX,"
        "Ada Example,ada@example.com,,,,,,0/0/00,",
        ",Bob,,Sample,,,,,/O=ACME/CN=RECIPIENTS/CN=bob@example.com,EX,,,,,,,,,",
    )
    assert format_of(contacts) == "outlook.csv"
    assert values(contacts, "email") == ["ada@example.com"]
    assert contacts.people.loc["name/bob sample", "name"] == "Bob Sample"
    assert contacts.people["title"].dropna().tolist() == ["Chief Engineer"]  # not Dr.


def test_outlook_people_beside_a_contact():
    contacts = book(
        OUTLOOK,
        ",Ada,M,Example,Acme,,,,ada@example.com,SMTP,,,"
        "Bob Sample,Cy Third,Dee Fourth,Eve Fifth,Friends; VIP,,http://linkedin.com/in/ada-1",
    )
    assert related(contacts) == {
        ("Ada M Example", n) for n in ("Bob Sample", "Cy Third", "Dee Fourth")
    }
    assert contacts.ties["relation"].dropna().tolist() == ["manager", "assistant", "spouse"]
    assert contacts.introductions["introducer"].tolist() == ["name/eve fifth"]
    assert contacts.people.loc["in/ada-1", "groups"] == "Friends; VIP"


def test_outlook_in_german_and_in_an_old_code_page():
    text = (
        '"Anrede","Vorname","Weitere Vornamen","Nachname","Suffix","Firma","Abteilung","Position",'
        '"Telefon geschäftlich","Mobiltelefon","E-Mail-Adresse","E-Mail-Typ",'
        '"E-Mail: Angezeigter Name","E-Mail 2: Adresse","Kategorien",'
        '"Name des/der Vorgesetzten"\r\n'
        '"","Jörg","","Müller","","Beispiel GmbH","","Leiter","030 1234567","",'
        '"joerg@example.com","SMTP","","","Freunde","Bob Sample"\r\n'
    )
    contacts = read(("Kontakte.csv", text.encode("cp1252")))
    assert format_of(contacts) == "outlook.csv"
    person = contacts.people.loc["mail/joerg@example.com"]
    assert person[["name", "company", "title", "groups"]].tolist() == [
        "Jörg Müller",
        "Beispiel GmbH",
        "Leiter",
        "Freunde",
    ]
    assert related(contacts) == {("Jörg Müller", "Bob Sample")}


@pytest.mark.parametrize(
    "header",
    [
        (
            "Titre,Prénom,Deuxième prénom,Nom,Société,Service,Fonction,Tél. mobile,"
            "Adresse de messagerie,Type de messagerie,Adresse de messagerie 2,Catégories,"
            "Responsable,Recommandé par,Anniversaire"
        ),
        (
            "Tratamiento,Nombre,Segundo nombre,Apellidos,Organización,Departamento,Puesto,"
            "Teléfono móvil,Dirección de correo electrónico,Tipo de correo electrónico,"
            "Dirección de correo electrónico 2,Categorías,Nombre del jefe,Referido por,Cumpleaños"
        ),
        (
            "Titolo,Nome,Secondo nome,Cognome,Società,Reparto,Posizione,Cellulare,"
            "Indirizzo posta elettronica,Tipo posta elettronica,Indirizzo posta elettronica 2,"
            "Categorie,Nome manager,Presentato da,Compleanno"
        ),
        (
            "Título,Nome,Segundo nome,Sobrenome,Empresa,Departamento,Cargo,Telefone celular,"
            "Endereço de e-mail,Tipo de e-mail,Endereço de e-mail 2,Categorias,"
            "Nome do gerente,Indicado por,Aniversário"
        ),
        (
            "Titel,Voornaam,Middelste naam,Achternaam,Bedrijf,Afdeling,Functie,Mobiele telefoon,"
            "E-mailadres,Type e-mail,E-mailadres 2,Categorieën,Naam manager,Verwezen door,"
            "Verjaardag"
        ),
    ],
    ids=["fr", "es", "it", "pt", "nl"],
)
def test_outlook_in_other_languages(header):
    contacts = book(
        header,
        "Dr.,Ada,,Example,Acme,R&D,Engineer,+442079460000,ada@example.com,SMTP,a@example.org,"
        "Friends,Bob Sample,Cy Third,0/0/00",
    )
    assert format_of(contacts) == "outlook.csv"
    person = contacts.people.loc["mail/ada@example.com"]
    told = person[["name", "company", "title", "groups"]].tolist()
    assert told == ["Ada Example", "Acme", "Engineer", "Friends"]
    assert values(contacts, "email") == ["ada@example.com", "a@example.org"]
    assert values(contacts, "phone") == ["+442079460000"]
    assert related(contacts) == {("Ada Example", "Bob Sample")}
    assert contacts.introductions["introducer"].tolist() == ["name/cy third"]
    assert not contacts.people.to_csv().count("0/0/00")  # Outlook's word for no birthday


def test_a_name_that_is_only_shown():
    contacts = book(
        OUTLOOK,
        ",,,,,,,,ada@example.com,SMTP,Ada Example (ada@example.com),,,,,,,,",
        ",,,,,,,,bob@example.com,SMTP,bob@example.com,,,,,,,,",
    )
    assert contacts.people.loc["mail/ada@example.com", "name"] == "Ada Example"
    assert pd.isna(contacts.people.loc["mail/bob@example.com", "name"])
