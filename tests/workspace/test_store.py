"""Parts as rows and back."""

from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest
from pandas.testing import assert_frame_equal

import netgraph as ng
from netgraph.contacts import SCHEMA, Contacts
from netgraph.importers import Reading, read_parts
from netgraph.workspace import _store
from netgraph.workspace._database import Database
from netgraph.workspace._schema import STORED
from netgraph.workspace._sources import Import, add_source
from netgraph.workspace._store import load_parts, to_rows
from workspace.exports import ADA, BOB, PROFILE, connections, messages

FIXTURES = Path(__file__).parents[1] / "importers" / "fixtures"
ADA_EVENT = ("t1", ("Ada Example", "ada-example"), ("Olivia Owner", ""), "2024-03-05")


def kept(parts):
    """Store parts in a database and read them back."""
    database = Database(":memory:", 1.0)
    with database.writing() as connection:
        connection.exec_driver_sql("INSERT INTO actions (at, kind, text) VALUES ('', '', '')")
        ids = [
            add_source(connection, Import(1, unit, None), Reading("", "", part), to_rows(part))
            for unit, part in enumerate(parts)
        ]
    with database.reading() as connection:
        loaded = load_parts(connection, ids)
    return [loaded[number] for number in ids]


def assert_same(one, other):
    for name in STORED:
        assert_frame_equal(getattr(one, name), getattr(other, name), obj=name)


CASES = sorted(path for path in FIXTURES.iterdir() if path.is_dir())


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_every_format_comes_back_as_it_was(case):
    files = [path for path in sorted(case.iterdir()) if path.name != "expected.json"]
    try:
        parts = [reading.contacts for reading in read_parts(*files)]
    except ng.ImportFormatError:
        return  # nothing of it can be read, so nothing is stored
    for before, after in zip(parts, kept(parts), strict=True):
        assert_same(before, after)


def test_types_that_no_format_has_yet_come_back_too():
    people = pd.DataFrame(
        {
            "name": ["Ann", None],
            "born": pd.to_datetime(["1980-05-01", None]).astype("datetime64[s]"),
            "children": pd.array([2, None], dtype="Int64"),
            "height": [1.75, None],
            "retired": [True, False],
            "nickname": ["Änne \x00 '; DROP TABLE", None],
        },
        index=["ann", "bo"],
    )
    part = Contacts(people=people.astype({"nickname": "str"}))
    (after,) = kept([part])
    assert_same(part, after)


def test_letters_that_no_encoding_has_do_not_stop_an_import():
    part = Contacts(people=pd.DataFrame({"name": ["Ann \ud800 Lee"]}, index=["ann"]))
    (after,) = kept([part])
    assert after.people["name"].tolist() == ["Ann ? Lee"]


def test_a_table_of_contacts_has_a_table_in_the_file():
    assert STORED.keys() == SCHEMA.keys() - {"matches", "review"}
    assert all(set(STORED[name]) <= {"person_id", *SCHEMA[name]} for name in STORED)


def test_the_same_content_has_one_digest_whatever_the_file_is_called():
    one, other = (read_parts((name, connections(ADA)))[0].contacts for name in ("a.csv", "b.csv"))
    (further,) = (reading.contacts for reading in read_parts(("a.csv", connections(ADA, BOB))))
    assert to_rows(one).content == to_rows(other).content != to_rows(further).content


def test_a_table_without_rows_that_came_later_leaves_the_digest_as_it_was(monkeypatch):
    (part,) = (reading.contacts for reading in read_parts(("a.csv", connections(ADA))))
    now = to_rows(part).content
    before = {name: columns for name, columns in STORED.items() if name != "skills"}
    monkeypatch.setattr(_store, "STORED", before)
    assert to_rows(part).content == now


def test_no_text_of_a_message_is_stored():
    sent = messages(ADA_EVENT)
    assert b"a secret 2024-03-05" in sent
    rows = [
        to_rows(r.contacts).rows
        for r in read_parts(("messages.csv", sent), ("Profile.csv", PROFILE))
    ]
    assert "secret" not in repr(rows)
    assert "3" in repr(rows)  # its words were counted: a secret 2024-03-05


def test_a_column_of_the_contract_that_holds_nothing_changes_no_digest():
    # so that a file is known again although the contract grew since it was stored
    (asked,) = (r.contacts for r in read_parts(("messages.csv", messages(ADA_EVENT))))
    unseen = replace(asked, interactions=asked.interactions.assign(questions=pd.NA))
    before = replace(asked, interactions=unseen.interactions.drop(columns="questions"))
    assert to_rows(unseen).shape == to_rows(before).shape
    assert "questions" not in to_rows(unseen).shape["interactions"]["extra"]
    assert to_rows(unseen).content == to_rows(before).content != to_rows(asked).content


def test_questions_come_back():
    part = Contacts(
        people=pd.DataFrame({"name": ["Ann", "Bo"]}, index=["ann", "bo"]),
        interactions=pd.DataFrame(
            {"source": "ann", "target": "bo", "questions": pd.array([2, None, 0], dtype="Int64")}
        ),
    )
    (after,) = kept([part])
    assert_same(part, after)
    assert after.interactions["questions"].fillna(-1).tolist() == [2, -1, 0]
