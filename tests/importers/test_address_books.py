"""Address books: whatever they are written in, each contact is a person and a tie from you."""

import pandas as pd
import pytest

from netgraph.contacts import EGO
from netgraph.errors import ImportFormatError
from netgraph.importers import read
from netgraph.importers._address_book import labels, names, split_name
from netgraph.importers._register import IMPORTERS

OUTLOOK = (
    "Title,First Name,Middle Name,Last Name,Company,Department,Job Title,Business Phone,"
    "E-mail Address,E-mail Type,E-mail Display Name,E-mail 2 Address,Manager's Name,"
    "Assistant's Name,Spouse,Referred By,Categories,Birthday,Web Page"
)
GOOGLE_NEW = (
    "First Name,Middle Name,Last Name,File As,Organization Name,Organization Title,Labels,"
    "E-mail 1 - Label,E-mail 1 - Value"
)


def book(*lines, file="contacts.csv", **options):
    return read((file, "\r\n".join(lines).encode()), **options)


def format_of(contacts):
    return contacts.files["format"].iloc[0]


def related(contacts):
    names = contacts.people["name"]
    ties = contacts.ties[contacts.ties["kind"] == "related"]
    return {(names[a], names[b]) for a, b in zip(ties["source"], ties["target"], strict=True)}


def values(contacts, kind):
    told = contacts.identifiers
    return told.loc[told["kind"] == kind, "value"].tolist()


# Google


def test_google_columns_grow_with_the_data():
    header = GOOGLE_NEW + ",E-mail 2 - Label,E-mail 2 - Value,E-mail 10 - Value,Phone 2 - Value"
    contacts = book(
        header,
        "Ada,,Example,,,,,,a1@example.com,,a2@example.com,a10@example.com,+44 20 7946 0000",
    )
    assert format_of(contacts) == "google.contacts"
    # by number, not by the alphabet: 10 stands behind 2
    assert values(contacts, "email") == ["a1@example.com", "a2@example.com", "a10@example.com"]
    assert values(contacts, "phone") == ["+442079460000"]


def test_google_system_labels_are_no_groups():
    contacts = book(
        GOOGLE_NEW, "Ada,,Example,,,,My Contacts ::: Chess; go ::: * starred,,ada@example.com"
    )
    assert contacts.people["groups"].dropna().tolist() == ["Chess, go"]


def test_google_relations_are_ties_and_referrals_are_introductions():
    contacts = book(
        GOOGLE_NEW + ",Relation 1 - Label,Relation 1 - Value,Relation 2 - Label,Relation 2 - Value",
        "Ada,,Example,,,,,,ada@example.com,Spouse,Bob Sample ::: Cy Third,Referred By,Dee Fourth",
        "Bob,,Sample,,,,,,bob@example.com,,,,",
    )
    assert related(contacts) == {("Ada Example", "Bob Sample"), ("Ada Example", "Cy Third")}
    # the name is that of another contact, who is meant
    assert {"mail/ada@example.com", "mail/bob@example.com"} <= set(contacts.people.index)
    assert contacts.people["name"].eq("Bob Sample").sum() == 1
    told = contacts.introductions.iloc[0]
    assert [told["introducer"], told["introduced"], told["introduced_to"]] == [
        "name/dee fourth",
        "mail/ada@example.com",
        EGO,
    ]
    # whom an entry names is not a contact of yours for that
    contact_ties = contacts.ties[contacts.ties["kind"] == "contact"]
    assert set(contact_ties["target"]) == {"mail/ada@example.com", "mail/bob@example.com"}


def test_google_several_employers():
    contacts = book(
        "Name,Given Name,Family Name,Group Membership,E-mail 1 - Value,Organization 1 - Name,"
        "Organization 1 - Title,Organization 2 - Name,Organization 2 - Title",
        "Ada Example,Ada,Example,,ada@example.com,Acme ::: Umbrella,Chief Engineer,Initech,Advisor",
    )
    stays = contacts.affiliations[["organisation", "role"]].fillna("").to_numpy().tolist()
    assert stays == [["Acme", "Chief Engineer"], ["Umbrella", ""], ["Initech", "Advisor"]]
    assert contacts.people.loc["mail/ada@example.com", ["company", "title"]].tolist() == [
        "Acme",
        "Chief Engineer",
    ]


def test_a_name_that_is_only_filed_is_a_name():
    contacts = book(GOOGLE_NEW, ",,,The Plumber,,,,,plumber@example.com")
    assert contacts.people.loc["mail/plumber@example.com", "name"] == "The Plumber"


# Outlook


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


def test_a_name_that_is_only_shown():
    contacts = book(
        OUTLOOK,
        ",,,,,,,,ada@example.com,SMTP,Ada Example (ada@example.com),,,,,,,,",
        ",,,,,,,,bob@example.com,SMTP,bob@example.com,,,,,,,,",
    )
    assert contacts.people.loc["mail/ada@example.com", "name"] == "Ada Example"
    assert pd.isna(contacts.people.loc["mail/bob@example.com", "name"])


# Thunderbird, HubSpot


def test_thunderbird_in_british_english_and_an_address_shown_as_name():
    contacts = book(
        "First Name,Last Name,Display Name,Nickname,Primary Email,Secondary Email,Organisation,",
        ",,ada@example.com,,ada@example.com,,Acme,",
        ",,Bob van Sample,,bob@example.com,,,",
    )
    assert format_of(contacts) == "thunderbird.csv"
    assert pd.isna(contacts.people.loc["mail/ada@example.com", "name"])
    assert contacts.people.loc["mail/ada@example.com", "company"] == "Acme"
    assert contacts.people.loc["mail/bob@example.com", "given_name"] == "Bob van"


def test_hubspot_role_belongs_to_the_first_company():
    contacts = book(
        "Record ID,First Name,Last Name,Email,Job Title,Associated Company",
        "1,Ada,Example,ada@example.com,Chief Engineer,Acme;Acme Holding",
        "2,,,,,",
    )
    assert format_of(contacts) == "hubspot.csv"
    assert contacts.affiliations["role"].fillna("").tolist() == ["Chief Engineer", ""]
    assert contacts.rejected["reason"].tolist() == [
        "it holds no name, no e-mail address and no phone number"
    ]


# Lists of one's own


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
    ],
)
def test_headers_in_eight_languages(header):
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
        "Name,Email,Company,Warmth,Introduced by,Met on,emails",
        "Ada Example,ada@example.com,Acme,high,Bob Sample; eve@example.com,March 2024,x",
        "Cy Third,cy@example.com,,low,me,,",
    )
    assert contacts.people.loc["mail/ada@example.com", "Warmth"] == "high"
    told = contacts.introductions
    assert told["introducer"].tolist() == ["name/bob sample", "mail/eve@example.com"]
    assert told["date"].tolist() == ["2024-03", "2024-03"]
    assert told["introduced_to"].eq(EGO).all()
    assert "eve@example.com" in values(contacts, "email")


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


# Who reads what


@pytest.mark.parametrize("file", ["Connections.csv", "contacts.csv", "enriched.csv"])
@pytest.mark.parametrize("more", ["", ",Phone,Full Name,Tags,Mobile,Groups"])
def test_connections_of_linkedin_stay_with_their_reader(file, more):
    contacts = book(
        "First Name,Last Name,URL,Email Address,Company,Position,Connected On" + more,
        "Ada,Example,https://www.linkedin.com/in/ada,,Acme,Engineer,05 Mar 2024",
        file=file,
    )
    assert format_of(contacts) == "linkedin.connections"


def test_the_old_outlook_form_of_linkedin_stays_with_its_reader_under_any_name():
    header = OUTLOOK.replace("Department,", "").replace("E-mail Type,E-mail Display Name,", "")
    header = header.replace("Referred By,", "").replace("Categories,", "")
    contacts = book(header, ",Ada,,Example,Acme,Engineer,,ada@example.com,,,,,,", file="a.csv")
    assert format_of(contacts) == "linkedin.connections"


def test_introductions_stay_with_their_reader():
    contacts = book("Introduced by,Name,Date", "Bob Sample,Ada Example,2024-03-05", file="a.csv")
    assert format_of(contacts) == "introductions"


@pytest.mark.parametrize(
    "name",
    ["google.contacts", "outlook.csv", "thunderbird.csv", "hubspot.csv", "contacts"],
)
def test_a_header_without_rows_is_an_empty_book(name):
    columns = IMPORTERS[name].columns
    contacts = book(",".join(aliases[0] for aliases in columns.values()), format=name)
    assert contacts.people.index.tolist() == [EGO]
    assert "no rows" in contacts.files["warnings"].iloc[0]


def test_names_and_labels():
    assert split_name("Example, Ada") == ("Ada", "Example")
    assert split_name("Ada Example, PhD") == ("Ada", "Example")
    assert split_name("") == ("", "")
    assert names("Sample, Bob; Cy Third;") == ["Bob Sample", "Cy Third"]
    assert labels("b, a; b", ";,") == "b; a"
