"""CSV as it really is."""

from __future__ import annotations

import pytest

from netgraph.errors import ImportFormatError
from netgraph.importers import _register, _table
from netgraph.importers._account import account
from netgraph.importers._register import IMPORTERS, file_key, header_key
from netgraph.importers._table import PADDING, find_header, read_table
from netgraph.importers._text import read_document

HEADER = "First Name,Last Name,Email Address,Company,Position,Connected On"
ADA = "Ada,Example,,Acme,Engineer,05 Mar 2021"


def table_of(text, file="Connections.csv"):
    document = read_document(file, text.encode())
    header = find_header(document, IMPORTERS.values())
    assert header is not None
    return read_table(document, header)


@pytest.mark.parametrize(
    "preamble",
    [
        "",
        "Notes:\n",
        'Notes:\n"When exporting, you may notice"\n\n',
        'Notes:,,,,,\n"When exporting",,,,,\n,,,,,\n',
        "a\nb\nc\nd\ne\nf\ng\nh\ni\n",
    ],
)
def test_the_header_is_found_below_any_preamble_of_nine_rows(preamble):
    table = table_of(preamble + HEADER + "\n" + ADA)
    assert table.text("given").tolist() == ["Ada"]
    # the row number is the spreadsheet's: notes and header count
    assert table.cells.index.tolist() == [len(preamble.splitlines()) + 2]


def test_a_header_below_the_tenth_row_is_not_looked_for():
    document = read_document("Connections.csv", ("x\n" * 10 + HEADER).encode())
    assert find_header(document, IMPORTERS.values()) is None


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_delimiters_and_line_ends(delimiter, ending):
    text = (HEADER + "\n" + ADA + "\n").replace(",", delimiter).replace("\n", ending)
    assert table_of(text).text("company").tolist() == ["Acme"]


def test_a_line_break_in_a_cell_is_one_row():
    rows = table_of(f'{HEADER}\nAda,Example,,"Acme\nGroup",Engineer,05 Mar 2021\n{ADA}\n')
    assert rows.text("company").tolist() == ["Acme\nGroup", "Acme"]
    assert rows.cells.index.tolist() == [2, 3]


def test_empty_and_padding_rows_are_counted_and_refused():
    # rows 3 (no cell), 4 (commas) and 5 (blanks) are empty; 2 and 6 are Ada
    table = table_of(f"{HEADER}\n{ADA}\n\n,,,,,\n  , ,,,,\n{ADA}\n")
    assert table.cells.index.tolist() == [2, 6]
    assert table.refused == {3: PADDING, 4: PADDING, 5: PADDING}
    files = account(table)["files"].iloc[0]
    assert (files["rows"], files["kept"], files["padding"], files["rejected"]) == (5, 2, 3, 3)


def test_a_row_with_nothing_but_its_index_is_padding():
    table = table_of(f",{HEADER}\n0,{ADA}\n1,,,,,,\n")
    assert table.refused == {3: PADDING}


def test_a_record_inside_one_quoted_cell_is_taken_apart():
    quoted = '"Bob,Sample,,""Acme, Inc"",Engineer,05 Mar 2021"'
    for row in (quoted, quoted + ",,,,,"):
        table = table_of(f"{HEADER}\n{ADA}\n{row}\n")
        assert table.text("given").tolist() == ["Ada", "Bob"]
        assert table.text("company").tolist() == ["Acme", "Acme, Inc"]
        assert "1 records stood inside one quoted cell" in table.warnings[0]


def test_a_whole_file_of_quoted_lines():
    lines = [f'"{HEADER}"', f'"{ADA}"']
    assert table_of("\n".join(lines)).text("given").tolist() == ["Ada"]


def test_short_rows_are_filled_up_and_long_ones_refused():
    table = table_of(f"{HEADER}\nAda,Example\n{ADA},,\n{ADA},more\n")
    assert table.text("given").tolist() == ["Ada", "Ada"]
    assert table.text("since").tolist() == ["", "05 Mar 2021"]
    assert table.refused == {4: "it has 7 cells, the header 6"}


def test_a_repeated_header_is_no_record():
    table = table_of(f"{HEADER}\n{ADA}\n{HEADER}\n{ADA}\n")
    assert len(table.cells) == 2
    assert "header" in table.refused[3]


def test_a_quotation_mark_that_never_closes_costs_one_row():
    table = table_of(f'{HEADER}\n{ADA}\n"Bob,Sample,,,,\n{ADA}\n{ADA}\n')
    assert table.cells.index.tolist() == [2, 4, 5]
    assert "never closes" in table.refused[3]


def test_quotation_marks_inside_a_cell_do_no_harm():
    table = table_of(f'{HEADER}\nAda "A,Example,,5" disks,Engineer,05 Mar 2021\n{ADA}\n')
    assert table.text("company").tolist() == ['5" disks', "Acme"]


def test_a_very_long_cell():
    table = table_of(f"{HEADER}\nAda,Example,,{'x' * 300_000},Engineer,05 Mar 2021\n")
    assert len(table.text("company").iloc[0]) == 300_000


def test_a_cell_that_is_far_too_long_costs_its_row(monkeypatch):
    monkeypatch.setattr(_table, "LONGEST_CELL", 1_000)
    table = table_of(f"{HEADER}\n{ADA}\nAda,Example,,{'x' * 1_001},Engineer,05 Mar 2021\n{ADA}\n")
    assert table.refused == {3: "a cell of it holds 1,001 characters, more than 1,000"}
    assert table.cells.index.tolist() == [2, 4]


def test_fifty_megabytes_in_one_cell():
    table = table_of(f"{HEADER}\n{ADA}\nAda,Example,,{'x' * 50_000_000},,\n")
    assert "50,000,000 characters" in table.refused[3]


def test_a_row_of_a_million_cells_costs_itself():
    table = table_of(f"{HEADER}\n{ADA}\n{'x,' * 1_000_000}\n{ADA}\n")
    assert table.refused == {3: "it has 1,000,001 cells, the header 6"}


@pytest.mark.parametrize("columns", [5_000, 1_000_000])
def test_a_header_of_very_many_columns_is_an_error(columns):
    header = f"{HEADER},{','.join(f'c{i}' for i in range(columns))}"
    with pytest.raises(ImportFormatError, match=f"{columns + 6:,} columns") as error:
        table_of(f"Notes:\n{header}\n{ADA}\n")
    assert (error.value.file, error.value.row) == ("Connections.csv", 2)
    assert error.value.remedy


def test_a_header_of_many_columns_is_read():
    header = f"{HEADER},{','.join(f'c{i}' for i in range(4_000))}"
    assert len(table_of(f"{header}\n{ADA}\n").extras) == 4_000


def test_signs_that_no_text_holds_are_left_out():
    row = "Ad\x00a,Exam\x07ple,,Ac\tme,\x1b[31mEngineer,05 Mar 2021,no\x0bte\x7f"
    table = table_of(f"{HEADER},Own\x01\n" + row.replace("\x00", "\x02"))
    assert table.cells.iloc[0].tolist() == [
        *("Ada", "Example", "", "Ac\tme", "[31mEngineer", "05 Mar 2021"),
        "note",
    ]
    assert table.extras == ("Own",)


@pytest.mark.parametrize("label", ["given", "Since", "name", "is_ego", "PERSON_ID", "Domain"])
def test_a_header_that_is_called_like_one_of_ours_is_marked(label):
    table = table_of(f"{HEADER},{label}\n{ADA},mine\n")
    assert table.cells[f"{label} (own)"].tolist() == ["mine"]
    assert table.text("given").tolist() == ["Ada"]
    assert table.text("since").tolist() == ["05 Mar 2021"]


def test_columns_without_a_role_are_kept_under_their_own_header():
    table = table_of(f",{HEADER},Latitude,Domain,Latitude\n0,{ADA},51.5,x,52\n")
    assert table.extras == ("Latitude", "Domain (own)", "Latitude (2)")  # not the index
    assert table.cells["Latitude"].tolist() == ["51.5"]


def test_words_for_nothing_are_text():
    table = table_of(f"{HEADER}\nNull,nan,,None,NA,05 Mar 2021\n")
    assert table.cells[["given", "family", "company", "position"]].iloc[0].tolist() == [
        "Null",
        "nan",
        "None",
        "NA",
    ]


@pytest.mark.parametrize("header", ["First Name", "FirstName", "first_name", "FIRST-NAME "])
def test_header_keys(header):
    assert header_key(header) == "firstname"


def test_header_keys_without_accents():
    assert header_key("Prénom") == header_key("PRENOM")


@pytest.mark.parametrize(
    ("file", "key"),
    [
        ("Member_Follows_123456.csv", "memberfollow"),
        ("x.zip/a (1)/Connections (2).csv", "connection"),
        ("Endorsement Received Info.csv", "endorsementreceivedinfo"),
        ("Endorsement_Received_Info.csv", "endorsementreceivedinfo"),
        ("Receipts_v2.csv", "receiptsv2"),
    ],
)
def test_file_keys(file, key):
    assert file_key(file) == key


def test_two_importers_cannot_share_a_name():
    with pytest.raises(ValueError, match="two importers"):
        _register.importer("linkedin.connections")(lambda table: table)


@pytest.mark.parametrize("importer", IMPORTERS.values(), ids=IMPORTERS)
def test_every_importer_says_what_it_reads_and_can_be_found(importer):
    assert importer.summary.endswith(".")
    assert importer.columns or importer.only_named or importer.looks
    assert all(need <= importer.columns.keys() for need in importer.needs)
