"""A process that is killed while it imports leaves the state before, or the state after."""

import hashlib
import json
import os
import random
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from pandas.testing import assert_frame_equal

import netgraph as ng
from workspace.exports import ADA, BOB, archive, connections, messages

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="it forks and kills")

MOMENTS = 10
HERE = Path(__file__).parent
OLIVIA = ("Olivia Owner", "olivia-owner")
PEOPLE = [
    (f"Given{i}", f"Family{i}", f"p-{i}", f"Firm {i % 9}", "Nurse", "05 Mar 2024")
    for i in range(120)
]
TALK = [
    (f"t{i}", (f"Given{i % 120} Family{i % 120}", f"p-{i % 120}"), OLIVIA, "2024-05-01")
    for i in range(240)
]


class Importer:
    """Asks a process to let its children import."""

    def __init__(self):
        # one thread, so that it may fork
        environment = {**os.environ, "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
        self.process = subprocess.Popen(
            [sys.executable, "-W", "ignore", str(HERE / "importing.py")],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment,
        )  # fmt: skip

    def __call__(self, *jobs):
        self.process.stdin.write(json.dumps(jobs) + "\n")
        self.process.stdin.flush()
        return json.loads(self.process.stdout.readline())

    def close(self):
        self.process.stdin.close()
        self.process.wait()
        self.process.stdout.close()


@pytest.fixture(scope="module")
def importer():
    process = Importer()
    yield process
    process.close()


@pytest.fixture(scope="module")
def stage(tmp_path_factory, importer):
    """A workspace, an export that is to be imported into it, and the states before and after."""
    folder = tmp_path_factory.mktemp("stage")
    base, whole, file = folder / "base.db", folder / "whole.db", folder / "newer.zip"
    file.write_bytes(archive(Connections=connections(*PEOPLE), messages=messages(*TALK)))
    with ng.Workspace(base) as workspace:
        workspace.add(("Connections.csv", connections(ADA, BOB, *PEOPLE[:90])))
        workspace.note("in/ada-example", "met in Delft")
    shutil.copy(base, whole)
    (result,) = importer({"path": str(whole), "file": str(file)})
    assert result["ended"] == "done"
    return {
        "base": base,
        "file": str(file),
        "states": {"before": state(base), "after": state(whole)},
        **result,
    }


def state(path):
    """A digest of all that the file holds, but for times, and what follows from the rest."""
    digest = hashlib.blake2b()
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY 1")
        for (name,) in names.fetchall():
            if name == "worked_out":  # it may be there or not; see check_contacts
                continue
            columns = [row[1] for row in connection.execute(f"PRAGMA table_info({name})")]
            kept = ", ".join(f'"{column}"' for column in columns if column != "at")
            rows = connection.execute(f"SELECT {kept} FROM {name} ORDER BY 1").fetchall()  # noqa: S608
            digest.update(repr((name, rows)).encode())
    return digest.hexdigest()


def check_contacts(path):
    """What was worked out, if it is there, is what follows from the rest of the file."""
    with closing(sqlite3.connect(path)) as connection:
        if not connection.execute("SELECT count(*) FROM worked_out").fetchone()[0]:
            return
    with ng.Workspace(path) as workspace:
        found = workspace.contacts
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DELETE FROM worked_out")
        connection.commit()
    with ng.Workspace(path) as workspace:
        assert_frame_equal(workspace.contacts.people, found.people)
        assert_frame_equal(workspace.contacts.interactions, found.interactions)


def check(path, states):
    """The state is one of the two, and the next import works."""
    found = {digest: name for name, digest in states.items()}[state(path)]
    with ng.Workspace(path) as workspace:
        assert workspace.notes["text"].tolist() == ["met in Delft"]
        later = workspace.add(
            ("one.vcf", b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Eve New\r\nEND:VCARD\r\n")
        )
        assert later.files["state"].tolist() == ["new"]
    return found


def test_killed_at_ten_random_moments_it_is_whole_each_time(importer, stage, tmp_path):
    moments = random.Random(3)  # noqa: S311 - moments are no secret
    for number in range(MOMENTS):
        path = tmp_path / f"{number}.db"
        shutil.copy(stage["base"], path)
        after = moments.uniform(0, stage["seconds"])
        (result,) = importer({"path": str(path), "file": stage["file"], "after": after})
        assert result["ended"] in {"killed", "done"}
        check(path, stage["states"])


def test_killed_between_any_two_statements_it_is_whole(importer, stage, tmp_path):
    last = stage["statements"]
    found = []
    for statement in sorted({1, *range(2, last, max(1, last // 8)), last}):
        path = tmp_path / f"{statement}.db"
        shutil.copy(stage["base"], path)
        (result,) = importer({"path": str(path), "file": stage["file"], "statement": statement})
        assert result["ended"] == "killed"
        found.append({d: name for name, d in stage["states"].items()}[state(path)])
        check_contacts(path)
    assert found[0] == "before"
    assert found[-1] == "after"
    assert found == sorted(found, reverse=True)  # first all "before", then all "after"


def test_two_processes_that_import_at_once_both_succeed(importer, tmp_path):
    path = tmp_path / "network.db"
    files = []
    for name, person in (("a", ADA), ("b", BOB)):
        files.append(tmp_path / f"{name}.csv")
        files[-1].write_bytes(connections(person))
    results = importer(*({"path": str(path), "file": str(file)} for file in files))
    assert [result["ended"] for result in results] == ["done", "done"]
    with ng.Workspace(path) as workspace:
        people = workspace.contacts.people.index
        assert set(people) == {"ego", "in/ada-example", "in/bob-sample"}
