"""The earlier export: what differs from the present one is what the truth says, and no more."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections import Counter
from datetime import datetime
from pathlib import Path
from urllib.parse import unquote

import pytest

import netgraph as ng

EXAMPLE = Path(__file__).parents[2] / "data" / "example"
TRUTH = json.loads((EXAMPLE / "truth.json").read_bytes())
PLANTED = TRUTH["changes"]


def connections(path: Path) -> dict[str, dict[str, str]]:
    """The rows of an archive's Connections.csv that name somebody, by address."""
    with zipfile.ZipFile(path) as archive:
        text = archive.read("Connections.csv").decode().split("\n\n", 1)[1]
    return {unquote(row["URL"]): row for row in csv.DictReader(io.StringIO(text)) if row["URL"]}


@pytest.fixture(scope="module")
def then():
    (path,) = ng.example(earlier=True)
    assert path == EXAMPLE / PLANTED["earlier"]
    return connections(path)


@pytest.fixture(scope="module")
def now():
    return connections(next(EXAMPLE.glob("*.zip")))


@pytest.fixture(scope="module")
def both(then, now):
    """Present address -> (row then, row now)."""
    moved = {pair["before"]: pair["after"] for pair in PLANTED["renamed"]}
    as_now = {moved.get(address, address): row for address, row in then.items()}
    return {person: (as_now[person], now[person]) for person in as_now.keys() & now.keys()}


def test_it_is_an_export_of_the_connections_alone_two_years_before():
    (path,) = ng.example(earlier=True)
    with zipfile.ZipFile(path) as archive:
        assert [part.filename for part in archive.infolist()] == ["Connections.csv"]
        assert archive.infolist()[0].date_time[:3] == (2024, 11, 4)
        content = archive.read("Connections.csv")
    assert content.startswith(b'Notes:\n"When exporting')
    assert not content.endswith(b"\n")
    days = [
        datetime.strptime(row["Connected On"], "%d %b %Y")  # noqa: DTZ007 - a day alone
        for row in csv.DictReader(io.StringIO(content.decode().split("\n\n", 1)[1]))
    ]
    assert days == sorted(days, reverse=True)
    assert days[0] <= datetime(2024, 11, 4)  # noqa: DTZ001


def test_the_present_example_does_not_list_it():
    assert not {path.name for path in ng.example()} & {p.name for p in ng.example(earlier=True)}
    assert all(path.is_file() for path in ng.example())


def test_who_joined_and_left_is_told(then, now, both):
    assert sorted(now.keys() - both.keys()) == PLANTED["joined"]
    assert sorted(then.keys() - {p["before"] for p in PLANTED["renamed"]} - both.keys()) == sorted(
        PLANTED["left"]
    )
    assert (len(PLANTED["joined"]), len(PLANTED["left"])) == (194, 14)
    late = {
        person
        for person, row in now.items()
        if datetime.strptime(row["Connected On"], "%d %b %Y") > datetime(2024, 11, 4)  # noqa: DTZ001, DTZ007
    }
    assert late == set(PLANTED["joined"])  # "connected on" tells the same


@pytest.mark.parametrize(("column", "key"), [("Position", "title"), ("Company", "employer")])
def test_who_has_another_title_or_employer_is_told(column, key, both):
    differ = {p: rows for p, rows in both.items() if rows[0][column] != rows[1][column]}
    told = {p["person"]: (p["before"], p["after"]) for p in PLANTED[key]}
    respelled = set(PLANTED["respelled"]) if key == "employer" else set()
    assert differ.keys() - respelled == told.keys()
    assert not told.keys() & respelled
    for person, (before, after) in told.items():
        shown = [row[column] for row in both[person]]
        assert all(text.startswith(name) for text, name in zip(shown, (before, after), strict=True))
    assert 25 < len(told) < 60


def test_some_moved_into_gaps_and_some_out_of_them():
    into = [change for change in PLANTED["field"] if change["after"] in TRUTH["gaps"]]
    out_of = [change for change in PLANTED["field"] if change["before"] in TRUTH["gaps"]]
    assert len(into) == 2
    assert Counter(change["before"] for change in out_of) == {"LEGL": 1, "HLTH": 1, "REAL": 1}
    people = {change["person"]: change for change in PLANTED["field"]}
    assert all(p in {t["person"] for t in PLANTED["title"]} for p in people)
    for change in PLANTED["field"]:
        assert change["person"] in TRUTH["domains"][change["after"]]


def test_who_has_a_part_in_the_story_did_not_change():
    parts = {b["person"] for b in TRUTH["brokers"]} | set(TRUTH["dormant"])
    parts |= {p for people in TRUTH["one_sided"].values() for p in people}
    parts |= {p for people in TRUTH["overdue"].values() for p in people}
    changed = {c["person"] for key in ("employer", "title", "field") for c in PLANTED[key]}
    assert not parts & changed


def test_a_workspace_tells_the_planted_changes_and_has_the_present_state():
    with ng.Workspace(":memory:") as workspace:
        workspace.add(*ng.example(earlier=True))
        workspace.add(next(EXAMPLE.glob("*.zip")))
        told = ng.changes(workspace)
        contacts = workspace.contacts
    ids = dict(zip(contacts.identifiers["value"], contacts.identifiers["person_id"], strict=True))
    for key in ("joined", "employer", "title"):
        planted = {ids[c if key == "joined" else c["person"]] for c in PLANTED[key]}
        assert set(told.loc[told["change"] == key, "person_id"]) == planted
    left = told.loc[told["change"] == "left", "person_id"]
    assert {f"https://www.linkedin.com/{person}" for person in left} == set(PLANTED["left"])
    now = contacts.people["title"]
    assert {now[ids[c["person"]]] for c in PLANTED["title"]} == {
        c["after"] for c in PLANTED["title"]
    }
