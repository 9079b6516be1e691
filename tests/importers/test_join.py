"""Parts that are kept, and joined with those of another day: the same as reading at once."""

from __future__ import annotations

import datetime as dt
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pandas as pd
import pytest
from pandas.testing import assert_frame_equal

from importers.archives import CONNECTIONS, zip_of
from netgraph.contacts import SCHEMA, Contacts
from netgraph.importers import join, read, read_parts
from netgraph.importers._sources import told_day

FIXTURES = Path(__file__).parent / "fixtures"
CASES = (
    "generic_01_full_name",
    "google_03_new_bom",
    "intro_03_ego_implicit",
    "li_con_17_enriched_index_col",
    "li_zip_01_basic",
    "li_zip_02_nested_folder",
)
TOGETHER = (
    "mbox_01_takeout",
    "ics_01_google_outlook",
    "li_con_10_utf8bom_crlf",
    "li_end_01_received_5col",
    "li_inv_03_url",
    "li_msg_04_13col_quoted_header",
    "intro_01_canonical",
    "outlook_01_web",
    "vcf_02_apple30",
)
PLAIN = {"str", "int64", "Int64", "float64", "bool", "datetime64[s]"}


def files_of(case):
    return [p for p in sorted((FIXTURES / case).iterdir()) if p.name != "expected.json"]


def stored(contacts):
    """Take the tables through plain cells and the names of their types, as a database does."""
    tables = {}
    for name in SCHEMA:
        table = getattr(contacts, name).reset_index(names="person_id" if name == "people" else "i")
        types = {column: str(dtype) for column, dtype in table.dtypes.items()}
        assert set(types.values()) <= PLAIN, (name, types)
        cells = {c: [None if pd.isna(v) else v for v in table[c].tolist()] for c in table}
        back = pd.DataFrame({c: pd.Series(cells[c], dtype=types[c]) for c in table})
        tables[name] = back.set_index("person_id") if name == "people" else back.drop(columns="i")
    return Contacts(**tables)


def equal(one, other):
    for name in SCHEMA:
        assert_frame_equal(getattr(one, name), getattr(other, name), check_dtype=False)


@pytest.mark.parametrize("case", [(c,) for c in CASES] + [TOGETHER], ids="-".join)
def test_parts_that_were_stored_join_to_what_was_read_at_once(case):
    paths = [path for name in case for path in files_of(name)]
    parts = [reading for path in paths for reading in read_parts(path)]
    kept = [part._replace(contacts=stored(part.contacts)) for part in parts]
    equal(join(kept), read(*paths))


def test_events_have_the_same_numbers_in_another_process():
    code = (
        "import sys; from netgraph.importers import read_parts\n"
        "for part in read_parts(*sys.argv[1:]):\n"
        "    print(part.contacts.interactions.filter(['event']).sum().to_dict())"
    )
    paths = [str(path) for case in TOGETHER[:7] for path in files_of(case)]
    told = [
        subprocess.run(
            [sys.executable, "-c", code, *paths],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    ]
    assert told[0] == told[1]
    assert told[0].count("event") >= 4  # mail, calendar, endorsements, invitations, messages


def test_a_part_tells_the_bytes_that_it_came_of():
    data = CONNECTIONS.encode()
    one, other, more = read_parts(
        ("a.csv", data), ("x.zip", zip_of({"b.csv": data})), ("c.csv", data + b"\n")
    )
    assert one.digest == other.digest != more.digest
    assert [len(part.digest) for part in (one, other, more)] == [32, 32, 32]
    assert (one.archive, other.archive, other.file) == ("", "x.zip", "x.zip/b.csv")


def test_progress_is_told_before_each_file():
    told = []
    data = CONNECTIONS.encode()
    read_parts(
        ("a.csv", data),
        ("x.zip", zip_of({"b.csv": data, "c.png": b"\x89PNG"})),
        progress=lambda *args: told.append(args),
    )
    assert told == [("a.csv", 0, 3), ("x.zip/b.csv", 1, 3), ("x.zip/c.png", 2, 3)]


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("Basic_LinkedInDataExport_03-05-2024.zip", dt.date(2024, 3, 5)),
        ("Complete_LinkedInDataExport_03-05-2024 (1)/Connections.csv", dt.date(2024, 3, 5)),
        ("hubspot-crm-exports-all-contacts-2024-03-06.csv", dt.date(2024, 3, 6)),
        ("takeout-20240305T100000Z-001.zip", dt.date(2024, 3, 5)),
        ("13-05-2024.csv", None),  # no thirteenth month: it is not guessed to be a day
        ("contacts 1234567890.csv", None),
    ],
)
def test_the_day_of_an_export_is_read_off_its_name(name, day):
    assert told_day(name) == day


def test_without_a_name_the_newest_file_tells_the_day(tmp_path):
    path = tmp_path / "x.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for name, when in (
            ("a.csv", (2023, 2, 1)),
            ("b.csv", (2024, 3, 5)),
            ("c.csv", (1980, 1, 1)),
        ):
            archive.writestr(zipfile.ZipInfo(name, (*when, 0, 0, 0)), CONNECTIONS)
    assert {part.as_of for part in read_parts(path)} == {dt.date(2024, 3, 5)}
    plain = tmp_path / "Connections.csv"
    plain.write_text(CONNECTIONS, encoding="utf-8")
    os.utime(plain, (1_700_000_000, 1_700_000_000))  # 14 November 2023, 22:13 UTC
    assert read_parts(plain)[0].as_of == dt.date(2023, 11, 14)
    assert read_parts(("Connections.csv", CONNECTIONS.encode()))[0].as_of is None
