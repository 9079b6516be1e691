"""A list of companies comes as names, a table or a file of many shapes."""

import pandas as pd
import pytest

import netgraph as ng
from netgraph.referrals.reading import read_companies


def test_each_company_once_in_its_order():
    assert read_companies(["Acme Inc.", " ", None, "Beta", "ACME", "Freelance", "Stealth"]) == (
        ["Acme Inc.", "Beta", "Freelance", "Stealth"],
        3,
    )


@pytest.mark.parametrize(
    ("content", "names"),
    [
        (b"company\nAcme\nBeta\n", ["Acme", "Beta"]),
        (b"Acme\nBeta\n", ["Acme", "Beta"]),
        (b'\xef\xbb\xbfCompany,Note\r\n"Acme, Inc.",x\r\nBeta,\r\n', ["Acme, Inc.", "Beta"]),
        (b"Note;Firma\nx;B\xe4r AG\n;Beta\n", ["Bär AG", "Beta"]),
        ("Target\tNote\nÅkeri\t1\n".encode("utf-16"), ["Åkeri"]),
        (b"name\n\n\nAcme\n", ["Acme"]),
        (b"company,note\nAcme\n", ["Acme"]),
    ],
)
def test_files(tmp_path, content, names):
    (tmp_path / "targets.csv").write_bytes(content)
    assert read_companies(tmp_path / "targets.csv")[0] == names
    assert read_companies(str(tmp_path / "targets.csv"))[0] == names
    assert read_companies(content)[0] == names


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (None, "cannot be read"),
        (b"", "no company is named"),
        (b"company\n\n", "no company is named"),
        (b"PK\x03\x04\x00\x00", "it is no text"),
        (b"a,b\nAcme,1\n", "no column is called company: a, b"),
    ],
)
def test_files_that_are_no_list(tmp_path, content, message):
    if content is not None:
        (tmp_path / "targets.csv").write_bytes(content)
    with pytest.raises(ng.ImportFormatError, match=message) as told:
        read_companies(tmp_path / "targets.csv")
    assert "targets.csv" in str(told.value)


def test_tables():
    table = pd.DataFrame({"wage": [1, 2], "Employer": ["Acme", None]})
    assert read_companies(table) == (["Acme"], 1)
    assert read_companies(table[["Employer"]].rename(columns={"Employer": "x"})) == (["Acme"], 1)
    with pytest.raises(ng.ImportFormatError, match="no company is named"):
        read_companies(pd.DataFrame())
