"""The workspace: what a person imported and said, in one file on their own machine."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

import pandas as pd

from netgraph.changes import compare, side_by_side
from netgraph.errors import UnknownNameError
from netgraph.importers import read_parts
from netgraph.workspace import _finding, _kept
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
from netgraph.workspace._forget import forget
from netgraph.workspace._history import list_steps
from netgraph.workspace._journal import list_actions, record, undo_last, version
from netgraph.workspace._overrides import find_code
from netgraph.workspace._schema import CLUSTER_NAMES, DECISIONS, NOTES, OVERRIDES, TAGS
from netgraph.workspace._sources import count_rows
from netgraph.workspace._view import Viewer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path
    from types import TracebackType

    import sqlalchemy as sql

    from netgraph.changes import Step
    from netgraph.contacts import Contacts

_VERDICTS = ("merge", "apart")


class Workspace:
    """What is kept between runs: imports, decisions, notes, in one file.

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
    >>> csv = b"First Name,Last Name,Company,Connected On\\nAda,Example,Acme,05 Mar 2024\\n"
    >>> with Workspace(":memory:") as workspace:
    ...     imported = workspace.add(("Connections.csv", csv))
    ...     workspace.note("name/ada example", "met in Delft")
    ...     workspace.contacts.people["note"].dropna().to_dict()
    {'name/ada example': 'met in Delft'}
    """

    def __init__(self, path: str | Path | None = None, *, wait: float = 30.0) -> None:
        self._database = Database(default_path() if path is None else path, wait)
        self._viewer = Viewer(self._database)

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

        People have the further columns ``note`` (the last one) and ``tags``
        where there are any.
        """
        return self._viewer.view().contacts

    @property
    def history(self) -> list[Step]:
        """The exports that followed each other, oldest first; see `changes`."""
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
        encoding: str | None = None,
        columns: Mapping[str, str] | str | None = None,
        progress: Callable[[str, int, int], object] | None = None,
    ) -> Imported:
        """Import files; all of them are stored, or none.

        An export whose content is here already changes nothing, whatever it is
        called. A newer export of a source takes the place of the older one:
        see `changes` for what became different. Messages, mails and meetings
        of both are united.

        Parameters
        ----------
        *sources, ego, encoding, columns
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
        options: dict[str, Any] = {"encoding": encoding, "progress": progress}
        if columns is not None:
            options["columns"] = columns
        readings = read_parts(*sources, **options)
        with self._database.writing() as connection:
            outcome = store(connection, readings, ego)
        view = self._viewer.view()
        files = list_files(outcome, view.order)
        changes = self._changes_of(outcome)
        known = int((~view.contacts.people["is_ego"]).sum())
        sentence = describe(files, changes, known)
        return Imported(files, list_rejected(outcome.readings), changes, sentence)

    @property
    def decisions(self) -> pd.DataFrame:
        """Your decisions: columns ``one other verdict at``, in the order taken."""
        with self._database.reading() as connection:
            return _kept.decisions(connection)

    @property
    def overrides(self) -> pd.DataFrame:
        """Your own domains and levels: columns ``kind subject domain seniority at``."""
        with self._database.reading() as connection:
            return _kept.overrides(connection)

    @property
    def notes(self) -> pd.DataFrame:
        """Your notes: columns ``person_id text at``, oldest first."""
        with self._database.reading() as connection:
            told = _kept.notes(connection)
        return _kept.notes_that_count(_kept.renamed(told, self._current()))

    @property
    def tags(self) -> pd.DataFrame:
        """Your tags: columns ``person_id tag at``, oldest first."""
        with self._database.reading() as connection:
            told = _kept.tags(connection)
        return _kept.tags_that_count(_kept.renamed(told, self._current()))

    @property
    def cluster_names(self) -> pd.DataFrame:
        """Your names of clusters: columns ``name members at``; ``members`` holds tuples of ids."""
        with self._database.reading() as connection:
            table = _kept.cluster_names(connection)
        current = self._current()
        shown = [tuple(dict.fromkeys(current.get(p, p) for p in m)) for m in table["members"]]
        return table.assign(members=pd.Series(shown, index=table.index, dtype="object"))

    @property
    def positions(self) -> pd.DataFrame:
        """Where people stood on the map: columns ``person_id x y``. May be set."""
        with self._database.reading() as connection:
            places = _kept.positions(connection)
        places = _kept.renamed(places, self._current())
        return places.drop_duplicates("person_id", ignore_index=True)

    @positions.setter
    def positions(self, places: pd.DataFrame) -> None:
        with self._database.writing() as connection:
            _kept.set_positions(connection, places)

    @property
    def actions(self) -> pd.DataFrame:
        """What was done, the last first: columns ``id at kind text undone``."""
        with self._database.reading() as connection:
            return list_actions(connection)

    def decide(self, one: str, other: str, verdict: str) -> None:
        """Decide that two are one person (``merge``), or that they are two (``apart``).

        A later decision about the same two counts before an earlier one.

        Raises
        ------
        UnknownNameError
            If one of them is nobody here, both are one, or there is no such verdict.
        """
        if verdict not in _VERDICTS:
            raise UnknownNameError(f"{verdict!r} is no verdict", remedy="Say merge, or apart")
        if one == other:
            raise UnknownNameError(f"{one!r} is one person only", remedy="Give two people")
        first, second = self._name(one), self._name(other)
        how = "are one person" if verdict == "merge" else "are two people"
        row = {"one": one, "other": other, "verdict": verdict}
        self._write(DECISIONS, "decision", f"{first} and {second} {how}", row)

    def override(
        self, subject: str, *, domain: str | None = None, seniority: str | None = None
    ) -> None:
        """Say in which field, and at which level, a person or all with a title work.

        Parameters
        ----------
        subject
            The id of a person, or a title (``*`` and ``?`` make a pattern).
        domain, seniority
            A code or an English name; ``UNK`` for none; None leaves it as it is.

        Raises
        ------
        UnknownNameError
            If nothing is called so.
        """
        codes = {
            "domain": find_code(domain, "domain") if domain else None,
            "seniority": find_code(seniority, "seniority") if seniority else None,
        }
        kind = "person" if self._is_known(subject) else "title"
        name = self._name(subject) if kind == "person" else repr(subject)
        said = ", ".join(code for code in codes.values() if code)
        row = {"kind": kind, "subject": subject, **codes}
        self._write(OVERRIDES, "override", f"{name}: {said}", row)

    def note(self, person: str, text: str) -> None:
        """Write a note about a person; an empty one takes the earlier ones away."""
        name = self._name(person)
        self._write(
            NOTES, "note", f"note about {name}", {"person_id": person, "text": text.strip()}
        )

    def tag(self, person: str, *tags: str) -> None:
        """Give a person tags."""
        self._tag(person, tags, present=True)

    def untag(self, person: str, *tags: str) -> None:
        """Take tags from a person."""
        self._tag(person, tags, present=False)

    def name_cluster(self, members: Iterable[str], name: str) -> None:
        """Give the cluster of these people a name; an empty one takes it away."""
        ids = sorted(set(members))
        text = f"name of a cluster of {len(ids)} people: {name}"
        row = {"members": _kept.as_members(ids), "name": name.strip()}
        self._write(CLUSTER_NAMES, "cluster", text, row)

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
        view = self._viewer.view()
        now = view.current.get(person, person)
        name = self._name(now)
        if now == view.contacts.ego:
            raise UnknownNameError(
                "this is you", remedy="To delete everything: netgraph delete-all"
            )
        ids = frozenset({now, *(raw for raw, to in view.current.items() if to == now)})
        with self._database.writing() as connection:
            files = forget(connection, ids)
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

    def _tag(self, person: str, tags: Iterable[str], *, present: bool) -> None:
        name = self._name(person)
        labels = [label for tag in tags if (label := " ".join(tag.replace(";", " ").split()))]
        if labels:
            text = f"{', '.join(labels)} {'given to' if present else 'taken from'} {name}"
            rows = [{"person_id": person, "tag": t, "present": int(present)} for t in labels]
            self._write(TAGS, "tag", text, *rows)

    def _changes_of(self, outcome: Outcome) -> pd.DataFrame:
        """Tell what the files of one import changed, or what changed up to them."""
        view, ids = self._viewer.view(), set(outcome.source_ids.values())
        follows = [f for f in view.order.follows if ids & {*f.before, *f.after}]
        with self._database.reading() as connection:
            steps = list_steps(connection, follows, view.current)
        return side_by_side([compare(step) for step in steps])

    def _write(
        self, table: sql.TableClause, kind: str, text: str, *rows: Mapping[str, Any]
    ) -> None:
        with self._database.writing() as connection:
            _kept.add_rows(connection, table, record(connection, kind, text), rows)

    def _is_known(self, person: str) -> bool:
        view = self._viewer.view()
        return person in view.contacts.people.index or person in view.current

    def _current(self) -> dict[str, str]:
        return self._viewer.view().current

    def _name(self, person: str) -> str:
        """Give a person's name; an error if the id is nobody's."""
        people = self.contacts.people
        now = self._current().get(person, person)
        if now not in people.index:
            raise UnknownNameError(
                f"nobody has the id {person!r}", remedy="Find people with: netgraph people --find"
            )
        name = people.at[now, "name"]
        return str(name) if isinstance(name, str) else now
