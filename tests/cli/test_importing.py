"""`netgraph import`: what is kept, and what is said of it."""

import json
import re
import zipfile

import openpyxl
import pandas as pd
import pytest


def test_an_import_is_kept_and_says_what_to_do_next(exports, told, workspace):
    printed = told("import", exports / "2024-03-08" / "Connections.csv", exports / "book.csv")
    assert workspace.exists()
    assert re.search(r"Connections\.csv\s+│ connections │ new", printed)
    assert "2 files imported; now 5 contacts." in printed
    assert "2 pairs may be one person each: netgraph review" in printed
    assert "netgraph dashboard" in printed
    assert "Annabel Leeward" in told("people")


@pytest.mark.usefixtures("known")
def test_the_same_file_twice_changes_nothing(exports, told):
    before = told("people", "--json")
    printed = told("import", exports / "book.csv")
    assert "Nothing new: all of it was imported before." in printed
    assert told("people", "--json") == before


@pytest.mark.usefixtures("known")
def test_a_newer_export_tells_what_changed(exports, told):
    printed = told("import", exports / "2024-09-01" / "Connections.csv")
    assert re.search(r"Cyra(\s+Testwell)?\s+│ changed", printed)  # long cells are in several lines
    assert re.search(r"Dora(\s+Mockford)?\s+│ joined", printed)


def test_refused_rows_are_told_with_their_reason(tmp_path, told):
    cut = tmp_path / "people.vcf"
    cut.write_text(
        "BEGIN:VCARD\nVERSION:3.0\nFN:Ann Lee\nEND:VCARD\nBEGIN:VCARD\nFN:Bo", encoding="utf-8"
    )
    printed = told("import", cut)
    assert "people.vcf: 1 row rejected, the first is row 5: the card is not closed" in printed


def test_a_long_list_of_reasons_says_where_all_of_them_are(tmp_path, told):
    for number in range(12):
        name = "ABCDEFGHIJKL"[number] * 4
        cards = f"BEGIN:VCARD\nVERSION:3.0\nFN:Ann {name}\nEND:VCARD\n"
        cards += (1 + (number < 3)) * "BEGIN:VCARD\nFN:Bo\n"
        (tmp_path / f"{number}.vcf").write_text(cards, encoding="utf-8")
    printed = told("import", *sorted(tmp_path.glob("*.vcf")))
    assert printed.count("rejected, the first is row") == 10
    assert "and 2 more rows rejected. Those of all current files" in printed
    assert "netgraph export -o FOLDER (rejected.csv)" in printed
    assert all(source["current"] for source in told("import", "--list", "--json"))
    told("export", "-o", tmp_path / "out")
    rejected = pd.read_csv(tmp_path / "out" / "rejected.csv")
    assert len(rejected) == 15
    assert rejected["reason"].notna().all()


def test_an_unreadable_file_is_told_and_the_others_are_kept(exports, run):
    novel = exports / "novel.txt"
    novel.write_text("It was a dark and stormy night.\n", encoding="utf-8")
    status, printed, _ = run("import", exports / "book.csv", novel)
    assert status == 2
    assert "novel.txt" in printed
    assert "refused" in printed
    assert "1 file imported; now 2 contacts. 1 file could not be read." in printed


def test_nothing_readable_is_an_error(tmp_path, run):
    status, printed, errors = run("import", tmp_path / "missing.zip")
    assert (status, printed) == (2, "")
    assert errors.startswith("netgraph: missing.zip: there is no such file. Check the path")


def test_no_file_is_an_error(run):
    status, _, errors = run("import")
    assert status == 2
    assert "no file is named. See `netgraph import --help`" in errors


def test_columns_can_be_told(tmp_path, told):
    sheet = tmp_path / "sheet.csv"
    sheet.write_text("Wer,Wo,Wie\nAnn Lee,Acme,ann@example.com\n", encoding="utf-8")
    told("import", sheet, "--columns", "full=Wer,company=Wo,email=Wie")
    (person,) = told("people", "--json")
    assert (person["name"], person["company"]) == ("Ann Lee", "Acme")


def test_an_encoding_can_be_told(tmp_path, told):
    sheet = tmp_path / "sheet.csv"
    sheet.write_bytes("Name,Email\nŽofie Šťastná,zofie@example.com\n".encode("cp1250"))
    told("import", sheet, "--encoding", "cp1250")
    assert told("people", "--json")[0]["name"] == "Žofie Šťastná"


def test_json_holds_all_that_is_told(exports, told):
    told("import", exports / "2024-03-08" / "Connections.csv")
    answer = told("import", exports / "2024-09-01" / "Connections.csv", "--json")
    assert answer["files"][0]["state"] == "newer"
    assert answer["rejected"] == []
    assert {c["change"] for c in answer["changes"]} == {"joined", "left", "employer"}
    assert answer["sentence"].startswith("1 file imported")


@pytest.mark.usefixtures("known")
def test_what_was_imported_can_be_listed(told):
    sources = told("import", "--list", "--json")
    assert [source["kept"] for source in sources] == [3, 2]
    assert all(source["current"] for source in sources)
    assert "book.csv" in told("import", "--list")


def test_a_sheet_is_listed_with_its_workbook(tmp_path, told, monkeypatch):
    monkeypatch.setenv("COLUMNS", "160")
    book = openpyxl.Workbook()
    for row in (["Name", "Email"], ["Ann Lee", "ann@example.com"]):
        book.active.append(row)
    book.save(tmp_path / "crm.xlsx")
    assert "│ crm.xlsx/Sheet │" in told("import", tmp_path / "crm.xlsx")
    assert "crm.xlsx/Sheet" in told("import", "--list")


def test_a_member_of_an_archive_is_listed_by_its_own_name(exports, told):
    with zipfile.ZipFile(exports / "all.zip", "w") as archive:
        archive.write(exports / "2024-03-08" / "Connections.csv", "Connections.csv")
    assert "│ Connections.csv │ connections │" in told("import", exports / "all.zip")


def test_nothing_was_imported(told):
    assert told("import", "--list") == "Nothing was imported yet: netgraph import FILE...\n"


def test_a_workspace_can_be_named(exports, told, tmp_path, workspace):
    other = tmp_path / "other.db"
    told("import", exports / "book.csv", "--workspace", other)
    assert len(told("people", "--workspace", other, "--json")) == 2
    assert not workspace.exists()


def test_names_with_marks_of_the_terminal_are_printed_as_they_are(tmp_path, told):
    sheet = tmp_path / "sheet.csv"
    sheet.write_text("Name,Email\n[red]Ann[/red] :smile:,a@example.com\n", encoding="utf-8")
    told("import", sheet)
    assert "[red]Ann[/red]" in told("people")
    assert json.dumps("[red]Ann[/red]")[1:-1] in told("people")


def test_files_of_nobody_are_no_success(run, tmp_path):
    empty = tmp_path / "Connections.csv"
    empty.write_text(
        "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n", encoding="utf-8"
    )
    status, out, err = run("import", str(empty))
    assert "Nobody is in these files" in out + err
    assert "netgraph dashboard" not in out + err
    assert status == 0
