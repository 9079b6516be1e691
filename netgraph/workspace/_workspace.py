"""The workspace: what a person imported and said, in one file on their own machine."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from netgraph.errors import UnknownNameError
from netgraph.workspace import _finding
from netgraph.workspace._acquaintance import count_people
from netgraph.workspace._adding import (
    Imported,
    Outcome,
    describe,
    list_files,
    list_imports,
    list_rejected,
    store,
)
from netgraph.workspace._database import Database, default_path
from netgraph.workspace._diary import Diary
from netgraph.workspace._journal import list_actions, undo_last, version
from netgraph.workspace._sources import count_rows, stored_name
from netgraph.workspace._view import Viewer

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path
    from types import TracebackType

    import pandas as pd

    from netgraph.changes import Step
    from netgraph.contacts import Contacts


class Workspace(Diary):
    r"""What is kept between runs: imports, decisions, notes, in one file.

    Everything that is changed is changed as a whole: a process that is killed
    at any moment leaves the state before or the state after. Nothing leaves
    the machine, and only you may read the file.

    Parameters
    ----------
    path
        The file, which is made if there is none. None for the usual one of
        this user; ``":memory:"`` for one that is never written to disk.
    wait
        For how many seconds to wait while another process writes.

    Raises
    ------
    WorkspaceError
        If the file cannot be opened, is no workspace, is damaged, or was
        written by a newer netgraph.

    Examples
    --------
    >>> csv = b"First Name,Last Name,Company,Connected On\nAda,Example,Acme,05 Mar 2024\n"
    >>> with Workspace(":memory:") as workspace:
    ...     imported = workspace.add(("Connections.csv", csv))
    ...     workspace.note("name/ada example", "met in Delft")
    ...     workspace.contacts.people["note"].dropna().to_dict()
    {'name/ada example': 'met in Delft'}
    """

    def __init__(self, path: str | Path | None = None, *, wait: float = 30.0) -> None:
        database = Database(default_path() if path is None else path, wait)
        super().__init__(database, Viewer(database))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"Workspace({self._database.name!r})"

    @property
    def path(self) -> Path | None:
        """The file; None where everything is in memory only."""
        return self._database.path

    @property
    def version(self) -> int:
        """A number that grows with every change, of whatever process."""
        with self._database.reading() as connection:
            return version(connection)

    @property
    def contacts(self) -> Contacts:
        """Everybody: all imports put together, resolved and classified as you decided.

        People have the further columns ``note`` (the last one), ``tags`` and
        ``relations_said`` where there are any, and what you noted with `log` stands
        among the interactions. Of those who are in no present export, but in
        messages, say, ``last_company``, ``last_title`` and ``last_told`` tell what
        an older one said, and on which day; ``company`` and ``title`` are NA.
        """
        return self._viewer.view().contacts

    def remember(
        self, name: str, work: Callable[[], pd.DataFrame], *, others: bool = False
    ) -> pd.DataFrame:
        """Give an answer about `contacts`: the one kept under this name, or what `work` makes now.

        An answer is kept until people, ties or your decisions change, or netgraph does. It
        must follow from `contacts` alone, and consist of texts, numbers, truths and times;
        any other is made each time. One about the ``others`` alone, such as clusters, is
        kept also while you note more contacts (`log`) with the same people.

        Examples
        --------
        >>> import pandas as pd
        >>> with Workspace(":memory:") as workspace:
        ...     workspace.remember("count", lambda: pd.DataFrame({"people": [0]}))["people"].item()
        0
        """
        return self._viewer.answer(name, work, others=others)

    @property
    def history(self) -> list[Step]:
        """The exports that followed each other, oldest first; see `changes`."""
        from netgraph.workspace._history import list_steps  # noqa: PLC0415 - not needed by most

        view = self._viewer.view()
        with self._database.reading() as connection:
            return list_steps(connection, view.order.follows, view.current)

    @property
    def sources(self) -> pd.DataFrame:
        """The files that were imported.

        Columns ``file format imported_at as_of rows kept rejected current``;
        ``as_of`` is the day of the export, and ``current`` whether the file
        tells the present state (or a newer export does).
        """
        with self._database.reading() as connection:
            counts = count_rows(connection)
        return list_imports(self._viewer.view().order, counts)

    def add(
        self,
        *sources: str | Path | tuple[str, bytes],
        ego: str | None = None,
        format: str | None = None,  # noqa: A002 - as `read` has it
        encoding: str | None = None,
        columns: Mapping[str, str | int] | str | None = None,
        progress: Callable[[str, int, int], object] | None = None,
    ) -> Imported:
        """Import files; all of them are stored, or none.

        An export whose content is here already changes nothing, whatever it is
        called. A newer export of a source takes the place of the older one:
        see `changes` for what became different. Messages, mails and meetings
        of both are united.

        Parameters
        ----------
        *sources, ego, format, encoding, columns
            As `read` takes them.
        progress
            Is told before each file is read: its name, how many files are
            done, and how many there are.

        Returns
        -------
        Imported
            The files with their states, the rows that were refused, what
            changed, and one sentence.

        Raises
        ------
        ImportFormatError
            If nothing could be read.
        WorkspaceError
            If it cannot be stored.
        """
        from netgraph.importers import read_parts  # noqa: PLC0415 - it loads all importers

        readings = read_parts(
            *sources, format=format, encoding=encoding, columns=columns, progress=progress
        )
        with self._database.writing() as connection:
            outcome = store(connection, readings, ego)
        self._viewer.offer(outcome.parts)
        view = self._viewer.view()
        files = list_files(outcome, view.order, view.contacts.files)
        changes = self._changes_of(outcome)
        sentence = describe(files, changes, count_people(view.contacts), outcome.you)
        return Imported(files, list_rejected(outcome.readings), changes, sentence)

    @property
    def actions(self) -> pd.DataFrame:
        """What was done, the last first: columns ``id at kind text undone``."""
        with self._database.reading() as connection:
            return list_actions(connection)

    def undo(self) -> str | None:
        """Take the last action back; gives what it was, None if there is none.

        What an import brought is deleted, and can be imported again. That
        somebody was forgotten cannot be taken back.
        """
        with self._database.writing() as connection:
            return undo_last(connection)

    def find(self, text: str, limit: int = 20) -> pd.DataFrame:
        """Find people by parts of their names, companies, titles, addresses, notes, tags.

        Returns
        -------
        pandas.DataFrame
            Rows of ``people``; each word of `text` stands somewhere in them.
        """
        return _finding.find(self.contacts, text, limit)

    def who(self, text: str) -> str:
        """Find the id of the one person who is meant by an id, an address, a profile, a name.

        Raises
        ------
        UnknownNameError
            If nobody is meant, or several people are; they are listed.
        """
        return _finding.identify(self.contacts, text, self._current())

    def forget(self, person: str) -> str:
        """Take a person out of everything, for good; gives what was done, in words.

        The person's rows, their mentions by name, your notes, tags, decisions
        and places, and the name and addresses in texts about others are
        deleted, and the file is written anew without them. Kept are hashes,
        with a key of this workspace, of the person's ids and of the addresses,
        numbers and profiles that nobody else has: what a later import says of
        them is refused. Who was known by name alone is kept out by name, and
        with them others who are known by that name alone.

        Parameters
        ----------
        person
            An id.

        Raises
        ------
        UnknownNameError
            If the id is nobody's, or yours.
        WorkspaceError
            If another process has the file open: the person is forgotten then,
            but traces stay in the file until it is opened again.
        """
        from netgraph.workspace._forget import forget  # noqa: PLC0415 - as above

        view = self._viewer.view()
        now = view.current.get(person, person)
        name = self._name_in_files(now)
        if now == view.contacts.ego:
            raise UnknownNameError(
                "this is you", remedy="To delete everything: netgraph delete-all"
            )
        ids = frozenset({now, *(raw for raw, to in view.current.items() if to == now)})
        with self._database.writing() as connection:
            files = forget(connection, ids, name)
        self._viewer.clear()
        self._database.leave_no_traces()
        return f"{name} is forgotten: taken out of {files} file{'' if files == 1 else 's'}."

    def delete_all(self) -> None:
        """Delete the workspace: the file, and what SQLite put beside it."""
        self._viewer.clear()
        self._database.delete()

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()

    def _name_in_files(self, person: str) -> str:
        """Give the name of somebody who may be in older exports only."""
        with self._database.reading() as connection:
            name = stored_name(connection, person)
        return name or self._name(person)

    def _changes_of(self, outcome: Outcome) -> pd.DataFrame:
        """Tell what the files of one import changed, or what changed up to them."""
        from netgraph.changes import compare, side_by_side  # noqa: PLC0415 - not needed by most
        from netgraph.workspace._history import list_steps  # noqa: PLC0415

        view, ids = self._viewer.view(), set(outcome.source_ids.values())
        follows = [f for f in view.order.follows if ids & {*f.before, *f.after}]
        with self._database.reading() as connection:
            steps = list_steps(connection, follows, view.current)
        return side_by_side([compare(step) for step in steps])
