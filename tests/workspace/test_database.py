"""The file: whose it is, and what is said where it cannot be used."""

import os
import sqlite3
import stat
import sys
import threading

import pytest

import netgraph as ng
from netgraph.workspace._database import Database, default_path
from workspace.exports import ADA, connections

posix = pytest.mark.skipif(sys.platform == "win32", reason="modes of files are POSIX")


def mode(path):
    return stat.S_IMODE(path.stat().st_mode)


@posix
def test_only_its_owner_may_read_it_and_what_lies_beside_it(tmp_path):
    path = tmp_path / "new" / "network.db"
    before = os.umask(0)
    try:
        with ng.Workspace(path) as workspace:
            workspace.add(("Connections.csv", connections(ADA)))
            beside = sorted(p.name for p in path.parent.iterdir())
            modes = {mode(p) for p in path.parent.iterdir()}
    finally:
        os.umask(before)
    assert beside == ["network.db", "network.db-shm", "network.db-wal"]
    assert modes == {0o600}
    assert mode(path.parent) == 0o700


@posix
def test_a_file_that_others_could_read_is_closed_to_them(path):
    ng.Workspace(path).close()
    path.chmod(0o644)
    ng.Workspace(path).close()
    assert mode(path) == 0o600


def test_what_is_written_is_flushed_and_foreign_keys_hold(path):
    with Database(path, 1.0).reading() as connection:
        told = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar_one()
            for name in ("journal_mode", "foreign_keys", "synchronous", "secure_delete")
        }
    assert told == {"journal_mode": "wal", "foreign_keys": 1, "synchronous": 2, "secure_delete": 1}


def test_a_file_of_another_kind_is_left_as_it_is(path):
    path.write_text("First Name,Last Name\nAda,Example\n" * 100)
    before = path.read_bytes()
    with pytest.raises(ng.WorkspaceError, match="it is no workspace of netgraph"):
        ng.Workspace(path)
    assert path.read_bytes() == before


def test_a_database_of_another_program_is_left_as_it_is(path):
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE tracks (name TEXT)")
    other.close()
    before = path.read_bytes()
    with pytest.raises(ng.WorkspaceError, match="it is no workspace of netgraph"):
        ng.Workspace(path)
    assert path.read_bytes() == before


def test_a_folder_is_no_workspace(tmp_path):
    with pytest.raises(ng.WorkspaceError, match=r"it is a folder\. Give the path of a file in it"):
        ng.Workspace(tmp_path)


def test_a_damaged_file_is_told(path):
    with ng.Workspace(path) as workspace:
        workspace.add(("Connections.csv", connections(ADA)))
    content = bytearray(path.read_bytes())
    content[4096:] = b"\xff" * (len(content) - 4096)
    path.write_bytes(content)
    with pytest.raises(ng.WorkspaceError, match="it is damaged"):
        _ = ng.Workspace(path).contacts


@posix
@pytest.mark.skipif(os.geteuid() == 0 if hasattr(os, "geteuid") else False, reason="root may all")
def test_a_place_that_may_not_be_written_is_told(tmp_path):
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(ng.WorkspaceError, match="it cannot be written"):
            ng.Workspace(tmp_path / "network.db")
    finally:
        tmp_path.chmod(0o700)


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("attempt to write a readonly database", "it cannot be written"),
        ("unable to open database file", "it cannot be written"),
        ("database or disk is full", "there is no room left on the disk"),
        ("database is locked", "another netgraph is writing to it"),
        ("something else", "it cannot be used"),
    ],
)
def test_what_sqlite_says_becomes_a_reason_and_a_remedy(path, said, told):
    database = Database(path, 1.0)
    with pytest.raises(ng.WorkspaceError, match=told), database.reading():
        raise sqlite3.OperationalError(said)


def test_who_writes_second_waits_or_is_told(path):
    first, second = Database(path, 0.05), Database(path, 0.05)
    with (
        first.writing(),
        pytest.raises(ng.WorkspaceError, match="another netgraph is writing"),
        second.writing(),
    ):
        pytest.fail("two wrote at once")
    with second.writing() as connection:
        connection.exec_driver_sql("UPDATE meta SET value = '7' WHERE key = 'version'")
    with first.reading() as connection:
        assert (
            connection.exec_driver_sql("SELECT value FROM meta WHERE key = 'version'").scalar_one()
            == "7"
        )


def test_who_reads_is_not_kept_waiting_and_sees_one_state(path):
    writer, reader = Database(path, 0.05), Database(path, 0.05)
    query = "SELECT value FROM meta WHERE key = 'version'"
    with reader.reading() as before:
        assert before.exec_driver_sql(query).scalar_one() == "0"
        with writer.writing() as connection:
            connection.exec_driver_sql("UPDATE meta SET value = '1' WHERE key = 'version'")
        assert before.exec_driver_sql(query).scalar_one() == "0"
    with reader.reading() as after:
        assert after.exec_driver_sql(query).scalar_one() == "1"


@pytest.mark.parametrize("place", ["file", ":memory:"])
def test_what_fails_half_way_is_not_written_at_all(tmp_path, place):
    database = Database(tmp_path / "a.db" if place == "file" else place, 1.0)

    def fail():
        with database.writing() as connection:
            connection.exec_driver_sql("DELETE FROM meta")
            raise KeyError

    with pytest.raises(KeyError):
        fail()
    with database.reading() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM meta").scalar_one() == 3


@pytest.mark.parametrize("place", ["file", ":memory:"])
def test_several_threads_may_use_it(tmp_path, place):
    with ng.Workspace(tmp_path / "a.db" if place == "file" else place) as workspace:
        workspace.add(("Connections.csv", connections(ADA)))
        faults = []

        def note(number):
            try:
                workspace.note("in/ada-example", f"note {number}")
                _ = workspace.contacts
            except Exception as error:  # noqa: BLE001 - whatever it is, it is told below
                faults.append(error)

        threads = [threading.Thread(target=note, args=(number,)) for number in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert faults == []
        assert sorted(workspace.notes["text"]) == [f"note {number}" for number in range(8)]


def test_nothing_is_left_when_all_is_deleted(path):
    workspace = ng.Workspace(path)
    workspace.add(("Connections.csv", connections(ADA)))
    workspace.delete_all()
    assert list(path.parent.iterdir()) == []
    with pytest.raises(ng.WorkspaceError, match="it was closed"):
        _ = workspace.contacts


@posix
def test_what_lies_beside_it_is_deleted_although_another_has_it_open(path):
    first, second = Database(path, 1.0), Database(path, 1.0)
    with second.reading() as connection:
        connection.exec_driver_sql("SELECT count(*) FROM meta").scalar_one()
        first.delete()
        assert list(path.parent.iterdir()) == []


def test_what_was_deleted_leaves_no_trace_in_the_file(path):
    database = Database(path, 1.0)
    with database.writing() as connection:
        connection.exec_driver_sql("PRAGMA secure_delete = OFF")  # as if another program wrote it
        rows = [(f"Zerlina {number}",) for number in range(2000)]
        connection.exec_driver_sql("INSERT INTO positions VALUES (?, 0, 0)", rows)
    with database.writing() as connection:
        connection.exec_driver_sql("PRAGMA secure_delete = OFF")
        connection.exec_driver_sql("DELETE FROM positions")
    assert any(b"Zerlina" in file.read_bytes() for file in path.parent.iterdir())
    database.leave_no_traces()
    assert not any(b"Zerlina" in file.read_bytes() for file in path.parent.iterdir())


def test_the_usual_file_lies_where_programs_keep_what_is_the_users():
    assert default_path().name == "network.db"
    assert "netgraph" in default_path().parts
