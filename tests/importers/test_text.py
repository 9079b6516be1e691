"""Which encoding a file is in."""

from __future__ import annotations

import codecs

import pytest

from netgraph.errors import ImportFormatError
from netgraph.importers._text import read_document

TEXT = "First Name,Last Name\nChloé,Müller\n"


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TEXT.encode(), "utf-8"),
        (codecs.BOM_UTF8 + TEXT.encode(), "utf-8"),
        (codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"), "utf-16-le"),
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), "utf-16-be"),
        (codecs.BOM_UTF32_LE + TEXT.encode("utf-32-le"), "utf-32-le"),
        (TEXT.encode("utf-16-le"), "utf-16-le"),
    ],
    ids=["plain", "utf-8 mark", "utf-16 le", "utf-16 be", "utf-32", "utf-16 without its mark"],
)
def test_unicode_is_read_without_a_warning(data, encoding):
    document = read_document("a.csv", data)
    assert document.text == TEXT
    assert document.encoding == encoding
    assert document.warnings == ()


def test_windows_1252_is_read_with_a_visible_warning():
    document = read_document("a.csv", TEXT.encode("cp1252"))
    assert document.text == TEXT
    assert document.encoding == "cp1252"
    assert "Windows-1252" in document.warnings[0]


def test_the_user_s_encoding_comes_before_windows_1252_and_after_utf_8():
    russian = "Имя,Фамилия\nАнна,Примерова\n"
    assert read_document("a.csv", russian.encode("cp1251"), "cp1251").text == russian
    assert read_document("a.csv", russian.encode(), "cp1251").text == russian


def test_one_damaged_byte_does_not_make_windows_1252_of_utf_8():
    names = "Chloé,Müller,Jürgen,Größe,Zoë\n"
    document = read_document("a.csv", names.encode() + b"Ad\xe9\n")
    # 6 sound letters against 1 broken one
    assert document.encoding == "utf-8"
    assert document.text.startswith(names)
    assert "1 damaged" in document.warnings[0]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b" \r\n \n", "empty"),
        (codecs.BOM_UTF8, "empty"),
        (b"PK\x03\x04....", "ZIP archive within another"),
        (b"\xd0\xcf\x11\xe0 old workbook", "old Excel"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"<!DOCTYPE html><html></html>", "web page"),
        (b"\x00\x01\x02\x03\x00\x07", "no text file"),
        ("名前,会社\n".encode("shift_jis") + b"\x81\x8d", "neither UTF-8 nor Windows-1252"),
    ],
)
def test_what_is_no_text_is_refused_by_name(data, reason):
    with pytest.raises(ImportFormatError, match=reason) as error:
        read_document("Connections.csv", data)
    assert error.value.file == "Connections.csv"
    assert error.value.remedy


def test_the_row_of_the_first_byte_that_cannot_be_read_is_told():
    with pytest.raises(ImportFormatError) as error:
        read_document("a.csv", b"First Name\nAda\n\x81\x8d\n")
    assert error.value.row == 3


def test_text_in_another_than_the_named_encoding_is_refused():
    with pytest.raises(ImportFormatError, match="not text in ascii"):
        read_document("a.csv", TEXT.encode("cp1252"), "ascii")
