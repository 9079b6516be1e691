"""Versions of the file."""

import sqlite3
from contextlib import closing

import pytest

import netgraph as ng
from netgraph.workspace import _schema
from workspace.exports import ADA, connections


def columns(path):
    with closing(sqlite3.connect(path)) as connection:
        tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        return {
            name: [row[1] for row in connection.execute(f"PRAGMA table_info({name})")]
            for (name,) in tables.fetchall()
        }


def test_the_file_has_the_tables_that_the_code_speaks_of(path):
    ng.Workspace(path).close()
    told = [v for v in vars(_schema).values() if hasattr(v, "columns") and hasattr(v, "name")]
    expected = {t.name: [c.name for c in t.columns] for t in (*told, *_schema.PARTS.values())}
    assert {n: c for n, c in columns(path).items() if n != "sqlite_sequence"} == expected


def test_an_older_file_is_brought_up_to_date_and_keeps_what_it_holds(path, monkeypatch):
    with ng.Workspace(path) as workspace:
        workspace.add(("Connections.csv", connections(ADA)))
        workspace.note("in/ada-example", "a note")
    newer = (*_schema.MIGRATIONS, ("ALTER TABLE notes ADD COLUMN colour TEXT",))
    monkeypatch.setattr(_schema, "MIGRATIONS", newer)
    with ng.Workspace(path) as workspace:
        assert workspace.notes["text"].tolist() == ["a note"]
    assert columns(path)["notes"][-1] == "colour"
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (len(newer),)


def test_a_file_of_the_first_version_is_brought_up_to_date(path, monkeypatch):
    with monkeypatch.context() as patched:
        patched.setattr(_schema, "MIGRATIONS", _schema.MIGRATIONS[:1])
        ng.Workspace(path).close()
    assert "worked_out" not in columns(path)
    with ng.Workspace(path) as workspace:
        workspace.add(("Connections.csv", connections(ADA)))
        assert "in/ada-example" in workspace.contacts.people.index
    assert columns(path)["worked_out"] == ["name", "content"]


def test_a_file_from_before_skills_takes_them_and_knows_its_exports_again(path, monkeypatch):
    skills = ("Skills.csv", b"Name\nPython\n")
    with monkeypatch.context() as patched:
        patched.setattr(_schema, "MIGRATIONS", _schema.MIGRATIONS[:4])
        ng.Workspace(path).close()
    assert "part_skills" not in columns(path)
    with ng.Workspace(path) as workspace:
        workspace.add(("Connections.csv", connections(ADA)), skills)
        assert workspace.add(skills).files["state"].tolist() == ["known"]
    with ng.Workspace(path) as workspace:
        assert workspace.contacts.skills["skill"].tolist() == ["Python"]


def test_an_update_that_fails_leaves_the_older_version(path, monkeypatch):
    ng.Workspace(path).close()
    before = columns(path)
    broken = ("ALTER TABLE notes ADD COLUMN colour TEXT", "ALTER TABLE nothing ADD COLUMN x")
    with monkeypatch.context() as patched:
        patched.setattr(_schema, "MIGRATIONS", (*_schema.MIGRATIONS, broken))
        with pytest.raises(ng.WorkspaceError):
            ng.Workspace(path)
    assert columns(path) == before
    ng.Workspace(path).close()


def test_a_file_of_a_newer_netgraph_is_left_as_it_is(path):
    ng.Workspace(path).close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 99")
    before = path.read_bytes()
    with pytest.raises(ng.WorkspaceError, match=r"a newer netgraph wrote it \(version 99"):
        ng.Workspace(path)
    assert path.read_bytes() == before


def test_the_file_says_what_it_is(path):
    ng.Workspace(path).close()
    assert path.read_bytes()[68:72] == b"ngwk"  # where SQLite keeps the application id
