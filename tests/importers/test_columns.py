"""The user's word on which column is what."""

from __future__ import annotations

import pytest

from netgraph.contacts import EGO
from netgraph.errors import ImportFormatError, UnknownNameError
from netgraph.importers import read
from netgraph.importers._columns import read_columns

GERMAN = ("leute.csv", b"Wer;Rufname;Haus;Tipp von\nExample;Ada;Acme;Bob Sample\n")
TRIPLES = ("edges.csv", b"Bob Sample,Ada Example,Carla Muster,2024-03-05\n")


def test_headers_that_no_importer_knows():
    contacts = read(GERMAN, columns={"family": "Wer", "given": "rufname", "company": "Haus"})
    person = contacts.people.drop(EGO).iloc[0]
    assert person[["name", "company", "Tipp von"]].tolist() == ["Ada Example", "Acme", "Bob Sample"]
    assert contacts.ties[["source", "kind"]].to_numpy().tolist() == [[EGO, "contact"]]


def test_a_mapping_and_its_text_form_are_the_same():
    text = "family=Wer, given=Rufname;introducer=Tipp von"
    told = {"family": "Wer", "given": "Rufname", "introducer": "Tipp von"}
    assert read_columns(text).places == told
    assert read(GERMAN, columns=text).introductions.equals(read(GERMAN, columns=told).introductions)
    assert len(read(GERMAN, columns=text).introductions) == 1


def test_a_header_may_hold_commas_and_blanks():
    data = b'"Name, Vorname",E-Mail\n"Example, Ada",ada@example.com\n'
    contacts = read(("x.csv", data), columns="full=Name, Vorname,email=E-Mail")
    assert contacts.people.loc["mail/ada@example.com", "name"] == "Ada Example"


def test_the_user_s_word_overrules_the_headers():
    data = b"Name,Email,Company,Firma\nAda Example,ada@example.com,Old,New\n"
    assert read(("x.csv", data)).people["company"].tolist()[1] == "Old"
    assert read(("x.csv", data), columns="company=Firma").people["company"].tolist()[1] == "New"
    # the column that lost its role is kept as one of the user's own
    assert "Old" in read(("x.csv", data), columns="company=Firma").people.iloc[1].tolist()


def test_columns_of_a_named_format_can_be_overruled_too():
    data = b"First Name,Last Name,Firm,Connected On\nAda,Example,Acme,05 Mar 2024\n"
    contacts = read(("Connections.csv", data), columns={"company": "Firm"})
    assert contacts.files["format"].tolist() == ["linkedin.connections"]
    assert contacts.people["company"].tolist()[1] == "Acme"


@pytest.mark.parametrize(
    "columns",
    [
        "introducer=1,introduced=2,introduced_to=3,date=4",
        {"introducer": 1, "introduced": "2", "introduced_to": "C", "date": "D"},
    ],
)
def test_a_list_without_a_header_is_read_by_numbers_or_letters(columns):
    contacts = read(TRIPLES, columns=columns)
    told = contacts.introductions[["introducer", "introduced", "introduced_to", "date"]]
    assert told.to_numpy().tolist() == [
        ["name/bob sample", "name/ada example", "name/carla muster", "2024-03-05"]
    ]
    assert "no header row" in contacts.files["warnings"].iloc[0]
    assert contacts.files[["rows", "kept"]].iloc[0].tolist() == [1, 1]


def test_the_first_row_of_a_list_without_a_header_counts_as_row_1():
    data = b"Ada Example,Ada Example\nAda Example,Bob Sample,\n"
    contacts = read(("e.csv", data), columns="source=1,target=2")
    assert contacts.rejected["row"].tolist() == [1]
    assert contacts.ties["target"].tolist() == ["name/bob sample"]


def test_columns_without_a_header_and_without_a_role_are_kept_by_number():
    data = b"Ada Example;ada@example.com;likes chess\n"
    contacts = read(("e.csv", data), columns="full=1,email=2")
    assert contacts.people["column 3"].tolist()[1] == "likes chess"


def test_numbers_for_a_file_with_a_header_skip_the_header():
    data = b"Name,Email,Company\nAda Example,Acme,ada@example.com\n"
    contacts = read(("x.csv", data), columns="email=3,company=2")
    assert contacts.people.loc["mail/ada@example.com", "company"] == "Acme"
    assert contacts.files["rows"].tolist() == [1]


def test_a_letter_that_is_a_header_is_the_header():
    data = b"B,A\nAda Example,ada@example.com\n"
    contacts = read(("x.csv", data), columns="full=B,email=A")
    assert contacts.people.loc["mail/ada@example.com", "name"] == "Ada Example"


def test_files_that_do_not_have_the_columns_are_read_as_usual():
    connections = b"First Name,Last Name,Company,Connected On\nBo,Sample,Acme,05 Mar 2024\n"
    contacts = read(GERMAN, ("Connections.csv", connections), columns="family=Wer,given=Rufname")
    assert contacts.files["format"].tolist() == ["contacts", "linkedin.connections"]
    assert set(contacts.people["name"].drop(EGO)) == {"Ada Example", "Bo Sample"}


def test_numbers_are_not_for_unknown_files_of_an_archive(tmp_path):
    (tmp_path / "Skills.csv").write_text("Python,x\nR,y\n")
    (tmp_path / "list.txt").write_text("Ada Example,ada@example.com\n")
    with pytest.raises(ImportFormatError):
        read(tmp_path, columns="full=1,email=2")
    assert len(read(tmp_path / "list.txt", columns="full=1,email=2").people) == 2


def test_an_absent_header_names_those_that_are_there_and_the_roles():
    with pytest.raises(ImportFormatError) as error:
        read(GERMAN, columns="family=Wer,given=Vornahme")
    assert error.value.file == "leute.csv"
    assert "'Vornahme'" in error.value.reason
    assert "'Wer'" not in error.value.reason
    assert "Wer, Rufname, Haus, Tipp von" in error.value.remedy
    for role in ("given", "introducer", "source"):
        assert role in error.value.remedy


def test_a_number_beyond_the_last_column():
    with pytest.raises(ImportFormatError, match="no column 9"):
        read(TRIPLES, columns="source=1,target=9")


def test_roles_that_no_format_has_together():
    with pytest.raises(ImportFormatError, match="alone tell of nobody"):
        read(TRIPLES, columns="company=1,title=2")
    with pytest.raises(ImportFormatError, match=r"edges.csv"):
        read(TRIPLES, columns="introduced=1,target=2")


def test_a_format_without_such_roles():
    messages = b'From,To,Sent At,Message,Direction\nA,B,"3/5/21, 9:04 AM",,INCOMING\n'
    with pytest.raises(ImportFormatError, match=r"linkedin\.invitations, which knows no columns"):
        read(("Invitations.csv", messages), columns="company=Message")


@pytest.mark.parametrize(
    ("columns", "reason"),
    [
        ("vorname=Wer", "no column plays the role 'vorname'"),
        ({"surname": "Wer"}, "'surname'"),
        ("Wer", "names no role"),
        ("given=", "no column"),
        ({"given": 0}, "no column"),
        ({"given": True}, "no column"),
        ("given=1,given=2", "'given' twice"),
        (5, "names no role"),
    ],
)
def test_impossible_words_name_the_roles(columns, reason):
    with pytest.raises(UnknownNameError, match=reason) as error:
        read(GERMAN, columns=columns)
    assert error.value.remedy


@pytest.mark.parametrize(
    ("columns", "told"),
    [
        ("givn=Wer", "Perhaps you mean 'given'. The roles are of"),
        ("introducr=Wer", "Perhaps you mean 'introducer'. The roles are of"),
        ("qqq=Wer", "The roles are of"),
    ],
)
def test_of_a_wrong_role_the_nearest_is_told_first(columns, told):
    with pytest.raises(UnknownNameError) as error:
        read(GERMAN, columns=columns)
    assert error.value.remedy.startswith(told)


def test_of_an_unknown_table_its_headers_and_the_option_are_told():
    with pytest.raises(ImportFormatError) as error:
        read(("my sheet.csv", b"Rufname;Sippe;Post\nAda;Example;a@x.test\n"))
    assert error.value.remedy.startswith(
        "Its columns: Rufname, Sippe, Post. Say which is which: netgraph import 'my sheet.csv' "
        "--columns given=Rufname,... or columns= in Python; the roles are of "
    )


def test_a_text_that_is_no_table_has_no_headers():
    for text in (b"It was a dark, stormy night.\nAll slept.\n", b"one\ntwo\n", b"a,,b\n1,2,3\n"):
        with pytest.raises(ImportFormatError) as error:
            read(("novel.txt", text))
        assert error.value.remedy.startswith("Give the ZIP")


def test_columns_are_for_tables():
    with pytest.raises(ImportFormatError, match="for tables"):
        read(("a.vcf", b"BEGIN:VCARD\nFN:Ada\nEND:VCARD\n"), columns="given=Wer")


def test_a_file_that_is_not_there_is_said_first():
    with pytest.raises(ImportFormatError, match="no such file"):
        read("nowhere.csv", columns="given=Wer")
