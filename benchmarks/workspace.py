"""A workspace of 30,000 contacts: seconds and bytes, step by step.

    python benchmarks/workspace.py [CONTACTS [MESSAGES]]

The same run stores the interactions alone with `pandas.DataFrame.to_sql` and
reads them back, as a yardstick for the machine.
"""

from __future__ import annotations

import resource
import sqlite3
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

sys.path.insert(1, str(Path(__file__).parents[1]))  # a checkout, where nothing is installed

import pandas as pd
from archive import make_archive, zipped
from rich.console import Console
from rich.table import Table

import netgraph as ng
from netgraph.importers import read_parts
from netgraph.workspace._adding import store
from netgraph.workspace._database import Database
from netgraph.workspace._store import load_parts

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from netgraph.importers import Reading


def main(contacts: int = 30_000, messages: int = 100_000) -> None:
    """Print a row a step."""
    source = (
        "Complete_LinkedInDataExport_11-02-2026.zip",
        zipped(make_archive(contacts, messages)),
    )
    table = Table("step", "CPU s", "clock s", "peak so far, MB")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "network.db"
        parts = _timed(table, "read_parts", lambda: read_parts(source))
        events = pd.concat([part.contacts.interactions for part in parts])
        plain = Path(folder) / "plain.db"
        _timed(table, "yardstick: to_sql of the interactions", lambda: _write(plain, events))
        _timed(table, "yardstick: read_sql of them", lambda: _read(plain))
        _timed(table, "store the parts alone", lambda: _store(Path(folder) / "alone.db", parts))
        workspace = ng.Workspace(path)
        _timed(table, "add: read, store, join, resolve, classify", lambda: workspace.add(source))
        _timed(table, "add the same again", lambda: workspace.add(source))
        workspace.close()
        size = path.stat().st_size
        workspace = _timed(table, "open", lambda: ng.Workspace(path))
        _timed(table, "load the parts alone", lambda: _load(workspace))
        _timed(table, "contacts after opening, as kept", lambda: workspace.contacts)
        workspace.close()
        with closing(sqlite3.connect(path)) as connection:
            connection.execute("DELETE FROM worked_out")
            connection.commit()
        workspace = ng.Workspace(path)
        _timed(table, "contacts after opening, worked out anew", lambda: workspace.contacts)
        people = workspace.contacts.people.index
        workspace.note(people[5], "a note")
        _timed(table, "contacts after a note", lambda: workspace.contacts)
        workspace.decide(people[5], people[6], "apart")
        _timed(table, "contacts after a decision", lambda: workspace.contacts)
        _timed(table, "find", lambda: workspace.find("given12 firm"))
        _timed(table, "changes", lambda: ng.changes(workspace))
        _timed(table, "forget one person", lambda: workspace.forget(people[7]))
        workspace.close()
    Console().print(table)
    Console().print(f"{contacts:,} contacts, {len(events):,} interactions; file of {size:,} bytes")


def _store(path: Path, parts: Sequence[Reading]) -> None:
    with Database(path, 30.0).writing() as connection:
        store(connection, parts, None)


def _load(workspace: ng.Workspace) -> object:
    with workspace._database.reading() as connection:  # noqa: SLF001 - one step of several
        ids = connection.exec_driver_sql("SELECT id FROM sources").scalars().all()
        return load_parts(connection, ids)


def _write(path: Path, table: pd.DataFrame) -> None:
    with closing(sqlite3.connect(path)) as connection:
        table.to_sql("interactions", connection, index=False)
        connection.commit()


def _read(path: Path) -> pd.DataFrame:
    with closing(sqlite3.connect(path)) as connection:
        return pd.read_sql("SELECT * FROM interactions", connection)


def _timed(table: Table, name: str, work: Callable[[], Any]) -> Any:
    cpu, clock = time.process_time(), time.perf_counter()
    result = work()
    spent = time.process_time() - cpu, time.perf_counter() - clock
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    table.add_row(name, f"{spent[0]:.2f}", f"{spent[1]:.2f}", f"{peak:.0f}")
    return result


if __name__ == "__main__":
    main(*(int(argument) for argument in sys.argv[1:]))
