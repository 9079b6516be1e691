"""The file: made for its owner's eyes alone, opened, written in whole steps, removed."""

from __future__ import annotations

import os
import sqlite3
import stat
import threading
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Any

import platformdirs
import sqlalchemy as sql
from sqlalchemy import event
from sqlalchemy.pool import StaticPool

from netgraph.errors import WorkspaceError
from netgraph.workspace._schema import is_current, migrate, no_workspace

if TYPE_CHECKING:
    from collections.abc import Iterator
    from contextlib import AbstractContextManager

    from sqlalchemy import Connection, Engine

MEMORY = ":memory:"
_BESIDE = ("-wal", "-shm", "-journal")
"""What SQLite puts beside a file while it is open."""

_ON_CONNECT = (
    "PRAGMA foreign_keys = ON",
    "PRAGMA secure_delete = ON",  # what is deleted is overwritten
    "PRAGMA synchronous = FULL",  # what was said to be stored survives a loss of power
    "PRAGMA temp_store = MEMORY",  # nothing of it lies in a temporary folder
)


class Database:
    """One SQLite file, or one database in memory.

    Each transaction is whole or not at all: a process killed at any moment
    leaves the state before it or after it.

    Parameters
    ----------
    path
        The file, or ``":memory:"``.
    wait
        For how many seconds to wait while another process writes.

    Raises
    ------
    WorkspaceError
        If the file cannot be opened, is no workspace, or is of a newer version.
    """

    def __init__(self, path: str | Path, wait: float) -> None:
        self.in_memory = str(path) == MEMORY
        self.path = None if self.in_memory else Path(path).expanduser().absolute()
        self.name = MEMORY if self.path is None else str(self.path)
        self._wait = wait
        self._closed = False
        # all threads share the one connection that a database in memory has
        self._turn: AbstractContextManager[Any] = (
            threading.RLock() if self.in_memory else nullcontext()
        )
        if self.path is not None:
            with self._told():
                _make(self.path)
        self._engine = self._open()
        with self._told():
            self._prepare()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Give a connection that sees one state, whatever others write meanwhile."""
        with self._turn, self._told(), self._connect() as connection:
            yield connection

    @contextmanager
    def writing(self, *, patient: bool = True) -> Iterator[Connection]:
        """Give a connection whose changes all count, or none of them.

        Parameters
        ----------
        patient
            Whether to wait while another process writes.
        """
        with self._turn, self._told(), self._connect() as connection:
            writer = connection.execution_options(netgraph_writes=True)
            with self._waiting(writer, self._wait if patient else 0.0), writer.begin():
                yield writer

    def leave_no_traces(self) -> None:
        """Write the file anew without what was deleted, and empty the log beside it.

        Raises
        ------
        WorkspaceError
            If another process has the file open.
        """
        with self._turn, self._told(), self._connect() as connection:
            bare = connection.execution_options(netgraph_bare=True)
            bare.exec_driver_sql("VACUUM")
            busy = bare.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").one()[0]
            if busy:
                raise WorkspaceError(
                    "another netgraph has it open, so that traces of what was deleted are left",
                    file=self.name,
                    remedy="End it, and open the workspace once more: that removes them",
                )
            bare.exec_driver_sql("DELETE FROM meta WHERE key = 'traces'")
            bare.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")

    def close(self) -> None:
        """Let go of the file."""
        with self._turn:
            self._closed = True
            self._engine.dispose()

    def delete(self) -> None:
        """Remove the file and all that SQLite put beside it."""
        self.close()
        if self.path is not None:
            with self._told():
                for path in (self.path, *(Path(f"{self.path}{end}") for end in _BESIDE)):
                    path.unlink(missing_ok=True)

    @contextmanager
    def _waiting(self, connection: Connection, seconds: float) -> Iterator[None]:
        """Wait so long while another process writes, and afterwards as long as ever."""
        driver: Any = connection.connection.driver_connection
        driver.execute(f"PRAGMA busy_timeout = {round(seconds * 1000)}")
        try:
            yield
        finally:
            driver.execute(f"PRAGMA busy_timeout = {round(self._wait * 1000)}")

    def _connect(self) -> Connection:
        if self._closed:
            raise WorkspaceError("it was closed", file=self.name, remedy="Open it again")
        return self._engine.connect()

    def _open(self) -> Engine:
        url = sql.URL.create("sqlite", database=self.name)
        options: dict[str, Any] = {"connect_args": {"timeout": self._wait}}
        if self.in_memory:
            options["poolclass"] = StaticPool
            options["connect_args"]["check_same_thread"] = False
        engine = sql.create_engine(url, **options)
        event.listen(engine, "connect", _set_up)
        event.listen(engine, "begin", _begin)
        return engine

    def _prepare(self) -> None:
        """Make the tables of a new file, or bring an old one up to date."""
        with self.reading() as connection:
            current = is_current(connection, self.name)
            query = "SELECT count(*) FROM meta WHERE key = 'traces'"
            traces = current and connection.exec_driver_sql(query).scalar_one()
        if traces:
            self.leave_no_traces()
        if current:
            return
        if not self.in_memory:
            with self._engine.connect() as connection:
                bare = connection.execution_options(netgraph_bare=True)
                bare.exec_driver_sql("PRAGMA journal_mode = WAL")
                bare.rollback()
        with self.writing() as connection:
            migrate(connection, self.name)

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Turn what SQLite and the system say into errors that tell what to do."""
        try:
            yield
        except sql.exc.DBAPIError as error:
            raise self._translate(str(error.orig)) from error
        except sqlite3.Error as error:
            raise self._translate(str(error)) from error
        except WorkspaceError:
            raise
        except OSError as error:
            raise self._translate(error.strerror or str(error)) from error

    def _translate(self, said: str) -> WorkspaceError:
        text = said.casefold()
        if "locked" in text or "busy" in text:
            return WorkspaceError(
                "another netgraph is writing to it",
                file=self.name,
                remedy="Wait until it has finished, or end it, and try again",
            )
        if "not a database" in text:
            return no_workspace(self.name)
        if "malformed" in text or "corrupt" in text:
            return WorkspaceError(
                f"it is damaged ({said})",
                file=self.name,
                remedy="Put a copy of it in its place, or import your files into a new one",
            )
        if "full" in text or "no space" in text:
            return WorkspaceError(
                "there is no room left on the disk", file=self.name, remedy="Make room, try again"
            )
        if any(sign in text for sign in ("readonly", "read-only", "permission", "unable to open")):
            return WorkspaceError(
                f"it cannot be written ({said})",
                file=self.name,
                remedy="Check who may write there, or give another path",
            )
        return WorkspaceError(f"it cannot be used ({said})", file=self.name)


def default_path() -> Path:
    """Give the usual file of this user."""
    return Path(platformdirs.user_data_dir("netgraph", appauthor=False)) / "network.db"


def _make(path: Path) -> None:
    """Make an empty file that only its owner may read, from its first byte on."""
    if not path.parent.exists():
        path.parent.mkdir(mode=0o700, parents=True)
    if path.is_dir():
        raise WorkspaceError(
            "it is a folder", file=str(path), remedy="Give the path of a file in it"
        )
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    except FileExistsError:
        if stat.S_IMODE(path.stat().st_mode) & 0o077 and os.access(path, os.W_OK):
            path.chmod(0o600)


def _set_up(connection: sqlite3.Connection, _record: object) -> None:
    connection.isolation_level = None  # Python's module begins transactions late; we say when
    for statement in _ON_CONNECT:
        connection.execute(statement)


def _begin(connection: Connection) -> None:
    """Begin a transaction: one that writes takes its turn at once, not at its first change."""
    options = connection.get_execution_options()
    if not options.get("netgraph_bare"):
        writes = options.get("netgraph_writes", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
