"""A user's own rules."""

from __future__ import annotations

import pytest

from netgraph.domains.overrides import read_overrides
from netgraph.domains.titles import Title, classify_title
from netgraph.errors import ImportFormatError, UnknownNameError


def test_exact_title_before_pattern_before_built_in():
    rules = read_overrides({"*nurse*": "EDUC", "Head Nurse": "EXEC"})
    assert rules.classify("head nurse").domain == "EXEC"
    assert rules.classify("School Nurse").domain == "EDUC"
    assert rules.classify("Surgeon").domain == "HLTH"


def test_the_first_pattern_that_fits_counts():
    rules = read_overrides({"*ninja*": "SOFT", "sales ninja*": "SALE"})
    assert rules.classify("Sales Ninja").domain == "SOFT"


def test_case_accents_and_blanks_do_not_matter():
    rules = read_overrides({"  CHARGÉ   d'affaires ": "GOVT"})
    assert rules.classify("Charge d'Affaires").domain == "GOVT"


def test_a_domain_by_its_english_name():
    rules = read_overrides({"ninja": "software and it"})
    assert rules.classify("Ninja") == Title("SOFT", "P", "ninja", 1.0)


def test_the_level_stays_the_built_in_one():
    assert read_overrides({"senior ninja": "SOFT"}).classify("Senior Ninja").seniority == "S"


def test_unk_takes_a_domain_away():
    found = read_overrides({"nurse": "UNK"}).classify("Nurse")
    assert found == Title("UNK", "P", "", 0.0)


def test_no_overrides_is_the_built_in_answer():
    assert read_overrides(None).classify("Nurse") == classify_title("Nurse")
    assert read_overrides({}).classify(None) == classify_title(None)


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_from_a_csv_file(tmp_path, delimiter, mark):
    path = tmp_path / "own.csv"
    rows = [["Domain", "Title"], ["SOFT", "ninja"], ["", ""], ["SALE", "*rockstar*"]]
    text = mark + "\r\n".join(delimiter.join(row) for row in rows)
    path.write_text(text, encoding="utf-8", newline="")
    rules = read_overrides(path)
    assert rules.exact == {"ninja": ("SOFT", None)}
    assert rules.patterns == {"*rockstar*": ("SALE", None)}


def test_a_name_of_no_domain_gets_the_nearest_one_suggested():
    with pytest.raises(
        UnknownNameError, match=r"'MRKTG' names no domain.*Did you mean Marketing"
    ) as info:
        read_overrides({"guru": "MRKTG"})
    assert isinstance(info.value, LookupError)


def test_a_wrong_row_of_a_file_is_named(tmp_path):
    path = tmp_path / "own.csv"
    path.write_text("title,domain\nninja,SOFT\nguru,Markting\n", encoding="utf-8")
    with pytest.raises(UnknownNameError, match=r"own\.csv, row 3: 'Markting' names no domain"):
        read_overrides(str(path))


def test_an_empty_domain_is_told(tmp_path):
    path = tmp_path / "own.csv"
    path.write_text("title,domain\nninja,\n", encoding="utf-8")
    with pytest.raises(UnknownNameError, match="row 2: nothing is said of 'ninja'"):
        read_overrides(path)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"name,domain\nninja,SOFT\n", "lacks the column title, or domain and seniority"),
        (b"", "lacks the column title, or domain and seniority"),
        ("title,domain\nchargé,GOVT\n".encode("latin-1"), "no UTF-8 text"),
    ],
)
def test_a_file_that_is_no_such_table(tmp_path, content, reason):
    path = tmp_path / "own.csv"
    path.write_bytes(content)
    with pytest.raises(ImportFormatError, match=reason):
        read_overrides(path)


def test_a_missing_file(tmp_path):
    with pytest.raises(ImportFormatError, match="No such file"):
        read_overrides(tmp_path / "none.csv")
