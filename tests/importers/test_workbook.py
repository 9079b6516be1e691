"""Excel workbooks, as people make them and as nobody should."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import date, datetime, time

import openpyxl
import pytest

from importers.archives import PROFILE, zip_of
from netgraph.errors import ImportFormatError
from netgraph.importers import _workbook, read
from netgraph.importers._read import read_parts

HEADER = ["Name", "Email", "Company", "Phone", "Known since", "Score"]
ADA = ["Ada Example", "ada@example.com", "Acme", 442079460000, date(2024, 3, 5), 4.0]


def book(sheets, *, hidden=()):
    """Write sheets, given as lists of rows, as the bytes of a workbook."""
    made = openpyxl.Workbook()
    made.remove(made.active)
    for name, rows in sheets.items():
        sheet = made.create_sheet(name)
        for row in rows:
            sheet.append(row)
        sheet.sheet_state = "hidden" if name in hidden else "visible"
    data = io.BytesIO()
    made.save(data)
    return data.getvalue()


def changed(data, member, change):
    """Write a workbook again with one member changed; None takes it out."""
    told = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(told, "w", 8) as new:
        for info in old.infolist():
            content = old.read(info)
            if info.filename == member:
                content = change(content)
            new.writestr(info.filename, content)
    return told.getvalue()


def shared(data):
    """Write a workbook as Excel does: each text once, in a list that the cells refer to."""
    texts = []

    def refer(found):
        if found[1] not in texts:
            texts.append(found[1])
        return b't="s"><v>%d</v></c>' % texts.index(found[1])

    inline = re.compile(rb't="inlineStr"><is><t>([^<]*)</t></is></c>')
    data = changed(data, SHEET, lambda xml: inline.sub(refer, xml))
    told = io.BytesIO(data)
    with zipfile.ZipFile(told, "a") as archive:
        items = b"".join(b"<si><t>%s</t></si>" % text for text in texts)
        space = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
        archive.writestr("xl/sharedStrings.xml", b'<sst xmlns="%s">%s</sst>' % (space, items))
    return told.getvalue()


SHEET = "xl/worksheets/sheet1.xml"
PEOPLE = book({"People": [HEADER, ADA]})


def test_a_sheet_is_a_table_of_its_own():
    contacts = read(("book.xlsx", PEOPLE))
    assert contacts.files["file"].tolist() == ["book.xlsx/People"]
    assert contacts.files[["format", "encoding"]].iloc[0].tolist() == ["contacts", "xlsx"]
    ada = contacts.people.loc["mail/ada@example.com"]
    # numbers lose their .0, dates are days
    assert ada[["company", "Score"]].tolist() == ["Acme", "4"]
    assert f"{contacts.ties['since'].iloc[0]:%Y-%m-%d}" == "2024-03-05"
    assert "442079460000" in contacts.identifiers["value"].tolist()


def test_every_sheet_that_an_importer_knows_is_read():
    data = book(
        {
            "Sums": [["a", "b"], [1, 2]],
            "People": [HEADER, ADA],
            "Intros": [["introducer", "introduced", "date"], ["Bob Sample", "Cy Third", "2024-03"]],
            "Ties": [["source", "target", "weight"], ["Bob Sample", "Ada Example", 2]],
            "Empty": [],
        },
        hidden=("Intros",),
    )
    contacts = read(("book.xlsx", data))
    files = contacts.files.set_index("file")
    assert files["format"].to_dict() == {
        "book.xlsx/Sums": "unknown",
        "book.xlsx/People": "contacts",
        "book.xlsx/Intros": "introductions",
        "book.xlsx/Ties": "edges",
    }
    assert "hidden" in files.loc["book.xlsx/Intros", "warnings"]
    assert contacts.introductions["date"].tolist() == ["2024-03"]
    # the sheets of one book speak of the same people
    edge = contacts.ties[contacts.ties["kind"] == "edge"].iloc[0]
    assert edge["target"] == "mail/ada@example.com"


def test_row_numbers_are_those_of_the_spreadsheet():
    rows = [[], ["My people"], [], HEADER, ADA, [], ["", "", "Acme"], ADA]
    contacts = read(("book.xlsx", book({"People": rows})))
    # rows 5 and 8 are Ada, 6 is empty, 7 names nobody
    assert contacts.rejected["row"].tolist() == [6, 7, 8]
    assert contacts.files[["rows", "kept"]].iloc[0].tolist() == [4, 1]


def test_titles_over_merged_cells_and_columns_that_begin_later():
    made = openpyxl.Workbook()
    sheet = made.active
    sheet["C2"] = "Contacts of 2024"
    sheet.merge_cells("C2:E2")
    for place, value in {"C4": "Name", "D4": "Email", "C5": "Ada", "D5": "a@example.com"}.items():
        sheet[place] = value
    data = io.BytesIO()
    made.save(data)
    contacts = read(("book.xlsx", data.getvalue()))
    assert contacts.people.loc["mail/a@example.com", "name"] == "Ada"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (date(2024, 3, 5), "2024-03-05"),
        (datetime(2024, 3, 5, 9, 4), "2024-03-05 09:04:00"),  # noqa: DTZ001 - as Excel keeps it
        (time(9, 4), "09:04:00"),
        (5.0, "5"),
        (0.5, "0.5"),
        (-3, "-3"),
        (True, "TRUE"),
        (1e20, "1e+20"),
        ("line\nbreak, and comma", "line\nbreak, and comma"),
        ("Null", "Null"),
    ],
)
def test_values_are_what_a_person_would_type(value, text):
    contacts = read(("book.xlsx", book({"A": [["Name", "Email", "Own"], ["A", "a@b.org", value]]})))
    assert contacts.people.loc["mail/a@b.org", "Own"] == text


def test_a_formula_is_what_it_gave_and_a_warning_where_it_gave_nothing():
    rows = [["Name", "Email", "Own"], ["A", "a@b.org", "=1+1"]]
    data = book({"A": rows})  # openpyxl writes no results
    contacts = read(("book.xlsx", data))
    assert "1 formula of the workbook without" in contacts.files["warnings"].iloc[0]
    assert contacts.people["Own"].isna().all()
    data = changed(data, SHEET, lambda xml: re.sub(rb"<v ?/>|<v></v>", b"<v>2</v>", xml))
    contacts = read(("book.xlsx", data))
    assert contacts.files["warnings"].isna().all()
    assert contacts.people.loc["mail/a@b.org", "Own"] == "2"


def test_a_workbook_called_csv_within_an_archive():
    reactions = book({"Sheet1": [["Date", "Type", "Link"], ["2024-03-05", "LIKE", "x"]]})
    contacts = read(("x.zip", zip_of({"Reactions.csv": reactions, "Profile.csv": PROFILE})))
    row = contacts.files.set_index("file").loc["x.zip/Reactions.csv/Sheet1"]
    assert row["format"] == "linkedin.reactions"
    assert row["kept"] == 1


def test_a_connections_file_saved_as_workbook():
    rows = [
        ["Notes:"],
        ["When exporting ..."],
        [],
        ["First Name", "Last Name", "URL", "Email Address", "Company", "Position", "Connected On"],
        ["Ada", "Example", "https://www.linkedin.com/in/ada", None, "Acme", None, date(2024, 3, 5)],
    ]
    contacts = read(("Connections.xlsx", book({"Connections": rows})))
    assert contacts.files["format"].tolist() == ["linkedin.connections"]
    assert f"{contacts.ties['since'].iloc[0]:%Y-%m-%d}" == "2024-03-05"


def test_the_user_names_columns_of_a_sheet():
    data = book({"A": [["Ada Example", "ada@example.com"]]})
    contacts = read(("book.xlsx", data), columns="full=A,email=B")
    assert contacts.people.loc["mail/ada@example.com", "name"] == "Ada Example"


def test_sheets_have_digests_of_their_own():
    parts = read_parts(("book.xlsx", book({"A": [HEADER, ADA], "B": [HEADER, ADA]})))
    assert len({part.digest for part in parts}) == 2
    assert {len(part.digest) for part in parts} == {32}


def refusal(data):
    with pytest.raises(ImportFormatError) as error:
        read(("book.xlsx", data))
    assert error.value.file.startswith("book.xlsx")
    assert error.value.remedy
    return error.value.reason


def test_damaged_protected_and_empty_workbooks():
    assert "damaged" in refusal(PEOPLE[: len(PEOPLE) // 2] + PEOPLE[-200:])
    assert "damaged" in refusal(changed(PEOPLE, "xl/workbook.xml", lambda _: b"<workbook"))
    assert "damaged" in refusal(changed(PEOPLE, SHEET, lambda xml: xml[:-60]))
    protected = b"\xd0\xcf\x11\xe0" + bytes(600) + "EncryptedPackage".encode("utf-16-le")
    assert "password" in refusal(protected)
    assert "old Excel" in refusal(b"\xd0\xcf\x11\xe0" + bytes(600))
    assert "empty" in refusal(book({"A": []}))
    assert "none of its sheets" in refusal(book({"A": [["a", "b"], [1, 2]]}))


def test_of_an_unknown_workbook_the_headers_are_told():
    data = book({"Empty": [], "Leute": [["Ruf name", "Sippe"], ["Ada", "Example"]]})
    with pytest.raises(ImportFormatError, match="none of its sheets") as error:
        read(("sheet.xlsx", data))
    assert "Its columns: Ruf name, Sippe. " in error.value.remedy
    assert "netgraph import sheet.xlsx --columns 'given=Ruf name,...' or" in error.value.remedy


def test_a_damaged_sheet_costs_itself():
    data = book({"A": [HEADER, ADA], "B": [HEADER, ["Bob", "bob@example.com"]]})
    contacts = read(("book.xlsx", changed(data, SHEET, lambda xml: xml[:-60])))
    assert contacts.files["format"].tolist() == ["unreadable", "contacts"]
    assert "damaged" in contacts.files["warnings"].iloc[0]
    assert "mail/bob@example.com" in contacts.people.index


@pytest.mark.parametrize("member", ["xl/workbook.bin", "content.xml"])
def test_workbooks_of_other_kinds_never_reach_the_reader(member, monkeypatch):
    monkeypatch.setattr(_workbook, "CalamineWorkbook", None)  # to call it is an error
    told = io.BytesIO(PEOPLE)
    with zipfile.ZipFile(told, "a") as archive:
        archive.writestr(member, b"x")
    assert "not XLSX" in refusal(told.getvalue())


def test_what_unpacks_to_too_much_never_reaches_the_reader(monkeypatch):
    monkeypatch.setattr(_workbook, "CalamineWorkbook", None)  # to call it is an error
    last = book({"A": [HEADER, ADA]})
    last = changed(last, SHEET, lambda xml: xml.replace(b'r="A2"', b'r="XFD1048576"'))
    assert "spans more than" in refusal(last)
    far = changed(PEOPLE, SHEET, lambda xml: xml.replace(b'r="A1"', b'r="ZZZ1"'))
    far = changed(far, SHEET, lambda xml: xml.replace(b'r="A2"', b'r="A1048576"'))
    assert "spans more than" in refusal(far)
    entity = changed(PEOPLE, SHEET, lambda xml: b'<!DOCTYPE x [<!ENTITY a "b">]>' + xml)
    assert "XML that no" in refusal(entity)
    monkeypatch.setattr(_workbook, "LARGEST_WORKBOOK", 5_000)
    assert "far too much" in refusal(PEOPLE)
    monkeypatch.setattr(_workbook, "LARGEST_WORKBOOK", 2**25)
    monkeypatch.setattr(_workbook, "RATIO_FROM", 1_000)
    dull = changed(PEOPLE, SHEET, lambda xml: xml + b" " * 2**20)
    # a million blanks shrink to about a thousand bytes
    assert "far too much" in refusal(dull)


def test_one_long_text_in_many_cells(monkeypatch):
    rows = [["Name", "Email", "Own"]] + [["A", f"{i}@b.org", "x" * 1000] for i in range(20)]
    data = shared(book({"A": rows}))
    contacts = read(("book.xlsx", data))
    assert contacts.people.loc["mail/19@b.org", "Own"] == "x" * 1000
    # 20 cells of 1,000 letters; 64 cells in all, of which most are short
    monkeypatch.setattr(_workbook, "MOST_LETTERS", 25_000)
    assert len(read(("book.xlsx", data)).ties) == 20
    monkeypatch.setattr(_workbook, "MOST_LETTERS", 19_000)
    assert "texts are far too long" in refusal(data)


def test_cells_without_places_are_counted():
    # a row of 4,000 cells and 4,000 rows of one: 16 million places, 8,000 cells
    wide = b"<row>" + b"<c/>" * 4_000 + b"</row>"
    xml = (
        b"<worksheet><sheetData>" + wide + b"<row><c/></row>" * 4_000 + b"</sheetData></worksheet>"
    )
    assert "spans more than" in refusal(changed(PEOPLE, SHEET, lambda _: xml))
