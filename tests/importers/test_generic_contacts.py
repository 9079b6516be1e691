"""Sheets of one's own: languages, own columns, introducers."""

import pytest

from importers.address_books import book, format_of, values
from netgraph import build_graph, classify, resolve
from netgraph.contacts import EGO
from netgraph.errors import ImportFormatError
from netgraph.importers import read


@pytest.mark.parametrize(
    "header",
    [
        "First Name,Last Name,Email,Company,Job Title,Phone,Tags",
        "Vorname;Nachname;E-Mail;Firma;Rolle;Telefon;Kategorien",
        "Prénom;Nom;Courriel;Entreprise;Poste;Téléphone;Étiquettes",
        "Nombre,Apellidos,Correo,Empresa,Cargo,Teléfono,Etiquetas",
        "Nome,Cognome,E-mail,Azienda,Ruolo,Telefono,Etichette",
        "Nome,Sobrenome,Email,Empresa,Cargo,Telefone,Categorias",
        "Имя;Фамилия;Электронная почта;Компания;Должность;Телефон;Теги",
        "Jméno;Příjmení;E-mail;Společnost;Pozice;Telefon;Štítky",
        "Imię;Nazwisko;Adres e-mail;Pracodawca;Stanowisko;Numer telefonu;Etykiety",
        "Voornaam;Achternaam;E-mailadres;Werkgever;Functietitel;Telefoonnummer;Groepen",
        "Vorname;Familienname;Mailadresse;Arbeitgeber;Jobtitel;Handynummer;Gruppen",
        "Prénom;Nom de famille;Adresse mail;Employeur;Rôle;Téléphone portable;Libellés",
        "Nombre;Apellido;Correo electrónico;Organización;Puesto;Móvil;Grupos",
        "Nome;Cognome;Posta elettronica;Datore di lavoro;Mansione;Cellulare;Gruppi",
        "Nome;Apelido;Correio eletrónico;Organização;Função;Telemóvel;Marcadores",
        "Имя;Фамилия;Эл. почта;Место работы;Роль;Мобильный;Метки",
        "Křestní jméno;Příjmení;E-mailová adresa;Zaměstnavatel;Funkce;Mobil;Skupiny",
    ],
)
def test_headers_in_ten_languages(header):
    row = "Ada,Example,ada@example.com,Acme,Engineer,+44 20 7946 0000,Friends"
    contacts = book(header, row.replace(",", ";") if ";" in header else row, file="x.csv")
    assert format_of(contacts) == "contacts"
    person = contacts.people.loc["mail/ada@example.com"]
    assert person[["name", "given_name", "company", "title", "groups"]].tolist() == [
        "Ada Example",
        "Ada",
        "Acme",
        "Engineer",
        "Friends",
    ]
    assert values(contacts, "phone") == ["+442079460000"]


def test_own_columns_are_kept_and_introducers_are_told():
    contacts = book(
        "Name,Email,Company,Warmth,Introduced by,Met on,emails,self",
        "Ada Example,ada@example.com,Acme,high,Bob Sample; eve@example.com,March 2024,x,y",
        "Cy Third,cy@example.com,,low,me,,,",
    )
    assert contacts.people.loc["mail/ada@example.com", "Warmth"] == "high"
    assert contacts.people.loc["mail/ada@example.com", "self"] == "y"
    told = contacts.introductions
    assert told["introducer"].tolist() == ["name/bob sample", "mail/eve@example.com"]
    assert told["date"].tolist() == ["2024-03", "2024-03"]
    assert told["introduced_to"].eq(EGO).all()
    assert "eve@example.com" in values(contacts, "email")


@pytest.mark.parametrize(
    ("header", "row"),
    [
        ("Name,Email,Company", "Ada Example,ada@example.com,Acme"),
        (
            "First Name,Last Name,URL,Email Address,Company,Position,Connected On",
            "Ada,Example,https://www.linkedin.com/in/ada,,Acme,,05 Mar 2024",
        ),
    ],
    ids=["contacts", "connections"],
)
def test_own_columns_may_be_called_anything(header, row):
    names = [
        "self",
        "person_id",
        "index",
        "level_0",
        "sources",
        "is_ego",
        "slug",
        "emails",
        "jobs",
        "axis",
        "kind",
        "domain",
    ]
    contacts = book(f"{header},{','.join(names)}", f"{row},{','.join('x' + n for n in names)}")
    person = contacts.people.drop(EGO).iloc[0]
    told = {label.removesuffix(" (own)"): cell for label, cell in person.items() if cell}
    assert {name: told[name] for name in names} == {name: f"x{name}" for name in names}
    assert contacts.people["is_ego"].tolist() == [True, False]
    assert person["sources"] != "xsources"
    assert build_graph(classify(resolve(contacts))).number_of_nodes() == 2


def test_an_introducer_who_is_you_leaves_the_contact_kept():
    contacts = book(
        "Name,Email,Introduced by",
        "Ada Example,ada@example.com,Olivia Owner",
        ego="Olivia Owner",
    )
    assert contacts.introductions.empty
    assert contacts.files[["rows", "kept", "rejected"]].iloc[0].tolist() == [1, 1, 0]
    assert contacts.ties["target"].tolist() == ["mail/ada@example.com"]


def test_who_is_known_by_name_alone_is_not_merged():
    contacts = book("Name,Phone,Company", "Ada Example,,Acme", "Ada Example,,Initech")
    assert (contacts.people["name"] == "Ada Example").sum() == 2
    again = book("Name,Phone,Company", "Ada Example,,Acme", "Ada Example,,Acme")
    assert again.files[["kept", "duplicates"]].iloc[0].tolist() == [1, 1]


def test_two_rows_of_one_person_unite_their_groups():
    contacts = book(
        "Name,Email,Tags", "Ada Example,ada@example.com,A", "Ada Example,ada@example.com,B"
    )
    assert contacts.people.loc["mail/ada@example.com", "groups"] == "A; B"
    assert len(contacts.ties) == 1


@pytest.mark.parametrize(
    "header",
    ["Name,Price,Url", "Title,Company", "Date,Name,Amount", "Email,Url"],
)
def test_other_tables_are_not_taken_for_contacts(header):
    with pytest.raises(ImportFormatError, match="none of its first ten rows"):
        book(header, "a,b,c")


def test_an_excel_file_named_csv_is_told_to_be_one():
    with pytest.raises(ImportFormatError) as error:
        read(("contacts.csv", b"PK\x03\x04" + bytes(200)))
    assert error.value.remedy
