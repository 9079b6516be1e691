"""One import under way: which of its files is waiting, read, or refused, and what came of it."""

from __future__ import annotations

import threading
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import pandas as pd

import netgraph as ng

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    Read = Callable[[Callable[[str, int, int], None]], ng.Imported]

WAITING, READING, READ, KNOWN, REFUSED = "waiting", "reading", "read", "known", "refused"
ADDED, SAME = ("new", "newer", "older"), "same"


@dataclass(frozen=True)
class FileProgress:
    """How far one file is.

    Attributes
    ----------
    name, state
        ``waiting``, ``reading``, ``read`` (until all are); in the end as
        `netgraph.Workspace.add` has it: ``new``, ``newer``, ``older``, ``same``,
        ``known``, ``refused`` or ``not used``.
    kept, rejected
        Rows, once they are counted.
    said
        A warning, or why it was refused.
    """

    name: str
    state: str = WAITING
    kept: int | None = None
    rejected: int | None = None
    said: str | None = None


class Importing:
    """Files on their way in; another thread reads, pages ask how far it is.

    Parameters
    ----------
    names
        The files, as they were dropped. An archive makes room for its members
        as they come.
    replacing
        Whether they take the place of the example.
    """

    def __init__(self, names: Sequence[str], *, replacing: bool = False) -> None:
        self._lock = threading.Lock()
        self._files = {name: FileProgress(name) for name in names}
        self._over = threading.Event()
        self.replacing = replacing
        self.done, self.total = 0, len(names)
        self.imported: ng.Imported | None = None
        self.error: str | None = None

    @property
    def running(self) -> bool:
        """Whether files are still read."""
        return not self._over.is_set()

    @property
    def files(self) -> list[FileProgress]:
        """How far each file is."""
        with self._lock:
            return list(self._files.values())

    def run(self, read: Read) -> None:
        """Read the files; what came of it stands in ``imported`` or ``error``."""
        try:
            imported = read(self.begin)
            with self._lock:
                self._files = account(imported.files)
                self.imported = imported
        except ng.NetgraphError as error:
            self._fail(str(error))
        except BaseException:
            self._fail("netgraph itself failed here; the window that it runs in says how.")
            raise
        finally:
            self._over.set()

    def wait(self, seconds: float | None = None) -> bool:
        """Wait for the end; tells whether it has come."""
        return self._over.wait(seconds)

    def begin(self, name: str, done: int, total: int) -> None:
        """Note that the next file is read from now on."""
        with self._lock:
            for known, file in self._files.items():
                if file.state == READING:
                    self._files[known] = replace(file, state=READ)
            waiting = self._files.get(name)
            if waiting is None:
                archive = next((n for n in self._files if name.startswith(f"{n}/")), None)
                if archive is not None and self._files[archive].state == WAITING:
                    del self._files[archive]
            self._files[name] = FileProgress(name, READING)
            self.done, self.total = done, max(total, done)

    def _fail(self, said: str) -> None:
        with self._lock:
            self._files = {name: replace(file, state=REFUSED) for name, file in self._files.items()}
            self.error = said


def account(files: pd.DataFrame) -> dict[str, FileProgress]:
    """Turn the table of files that were read into the end of the list."""
    found = {}
    for row in files.to_dict("records"):
        found[str(row["file"])] = FileProgress(
            str(row["file"]),
            str(row["state"]),
            _whole(row["kept"]),
            _whole(row["rejected"]),
            row["warnings"] if isinstance(row["warnings"], str) else None,
        )
    return found


def _whole(number: float | None) -> int | None:
    return None if number is None or pd.isna(number) else int(number)
