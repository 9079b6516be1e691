"""What stands behind the pages: a workspace, used by one request at a time."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pandas as pd

import netgraph as ng
from netgraph_dashboard.kept_tables import REACH, Tables, all_tables, noted_of, tied

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import date
    from pathlib import Path

    from netgraph_dashboard.kept_tables import Reach

IN_MEMORY = ":memory:"


class Kept:
    """A workspace with a lock, and what was read from it last.

    Requests come in several threads, and an import takes its time: each call
    that writes waits for the one before, and pages read the tables as they were
    after the last change, so that they need not wait.

    Parameters
    ----------
    shown
        A workspace; or contacts, which then stay as they are, while files and
        decisions that are added go into a workspace in memory; or None for an
        empty one.
    example
        Whether it is an invented person's network: own files take its place.
    """

    def __init__(
        self, shown: ng.Contacts | ng.Workspace | None = None, *, example: bool = False
    ) -> None:
        given = isinstance(shown, ng.Contacts)
        self._lock = threading.RLock()
        self._base: ng.Contacts | None = shown if given else None
        self._workspace: ng.Workspace | None = None if given else shown
        self._contacts = shown if given else ng.Contacts()
        self._stale = self._workspace is not None
        self._pending = 0  # decisions that the contacts do not have yet
        self._tables = None if self._stale else Tables()
        self._places = pd.DataFrame(columns=["person_id", "x", "y"])
        self._version = -1
        self.is_example = example
        self.stamp = 0
        """Grows whenever there are other contacts than before."""
        self.ties_stamp = 0
        """Grows whenever your own ties became others, and nothing else did."""
        self.words_stamp = 0
        """Grows whenever something was said that advice follows from."""

    @property
    def path(self) -> Path | None:
        """The file that everything is kept in; None where it is in memory only."""
        return None if self._workspace is None else self._workspace.path

    @property
    def can_be_written(self) -> bool:
        """Whether decisions and notes have a place: contacts that were given are left alone."""
        return self._base is None

    @property
    def tables(self) -> Tables:
        """The small tables, as they were after the last change."""
        if self._tables is None:
            with self._lock:
                self._tables = all_tables(self._opened())
        return self._tables

    @property
    def contacts(self) -> ng.Contacts:
        """Everybody, worked out anew where something was decided since."""
        if self._stale or self._pending:
            with self._lock:
                if self._stale or self._pending:
                    self._work_out()
        return self._contacts

    @property
    def latest(self) -> ng.Contacts:
        """Everybody as before the last decisions: so that the next pair comes at once."""
        return self.contacts if self._stale else self._contacts

    def add(
        self, files: Sequence[tuple[str, bytes]], progress: Callable[[str, int, int], None]
    ) -> ng.Imported:
        """Read files into the workspace; see `netgraph.Workspace.add`.

        Raises
        ------
        netgraph.NetgraphError
            If they cannot be read; everything is then as it was before.
        """
        with self._lock:
            into = ng.Workspace(IN_MEMORY) if self.is_example else self._opened()
            imported = into.add(*files, progress=progress)
            if self.is_example:
                self._workspace, self._base, self.is_example = into, None, False
            self._work_out()
        return imported

    def decide(self, one: str, other: str, verdict: str) -> None:
        """Write down that two are one person (``merge``), or two (``apart``)."""
        with self._writing() as workspace:
            workspace.decide(one, other, verdict)
            self._pending += 1

    def override(self, subject: str, domain: str | None, seniority: str | None) -> None:
        """Write down in which field and at which level a person, or all with a title, work."""
        with self._writing("everything") as workspace:
            workspace.override(subject, domain=domain, seniority=seniority)

    def note(self, person: str, text: str) -> None:
        """Write a note about a person; an empty one takes the former away."""
        with self._writing() as workspace:
            workspace.note(person, text)

    def tag(self, person: str, tag: str) -> None:
        """Give a person a tag."""
        with self._writing("people") as workspace:
            workspace.tag(person, tag)

    def untag(self, person: str, tag: str) -> None:
        """Take a tag from a person."""
        with self._writing("people") as workspace:
            workspace.untag(person, tag)

    def log(
        self, person: str, kind: str, *, at: date | str | None, text: str, by: str | None = None
    ) -> None:
        """Note that you were in touch; see `netgraph.Workspace.log`."""
        with self._writing("ties") as workspace:
            workspace.log(person, kind, at=at, text=text, by=by)

    def promise(
        self,
        person: str,
        text: str,
        *,
        other: str | None = None,
        due: date | str | None = None,
    ) -> None:
        """Write down what you promised somebody."""
        with self._writing("advice") as workspace:
            workspace.promise(person, text, other=other, due=due)

    def keep_promise(self, number: int) -> None:
        """Write down that a promise is kept."""
        with self._writing("advice") as workspace:
            workspace.keep_promise(number)

    def relate(self, person: str, relation: str, *, holds: bool | None) -> None:
        """Say what somebody is to you, or is not; None leaves it to the files."""
        with self._writing("people") as workspace:
            workspace.relate(person, relation, holds=holds)

    def settle(
        self, person: str, what: str, state: str, *, until: date | str | None = None
    ) -> None:
        """Say what became of a piece of advice; see `netgraph.Workspace.settle`."""
        with self._writing("advice") as workspace:
            workspace.settle(person, what, state, until=until)

    def hide(self, person: str, *, hidden: bool = True) -> None:
        """Let nothing suggest somebody, or let them be suggested again."""
        with self._writing("people") as workspace:
            (workspace.hide if hidden else workspace.unhide)(person)

    def name_cluster(self, members: Sequence[str], name: str) -> None:
        """Give the cluster of these people a name of one's own."""
        with self._writing() as workspace:
            workspace.name_cluster(list(members), name)

    def undo(self) -> str | None:
        """Take the last action back; gives what it was, None where there is none."""
        with self._lock:
            actions = self.tables.actions
            kind = next(iter(actions.loc[~actions["undone"], "kind"]), None)
            undone: str | None = self._opened().undo()
            fresh = kind == "decision" and self._pending > 0  # nobody has seen it yet
            self._pending -= fresh
            self._changed("nothing" if fresh else REACH.get(str(kind), "everything"))
        return undone

    def look(self) -> None:
        """See whether another process changed the workspace; not while this one does."""
        if self._workspace is not None and self._lock.acquire(blocking=False):
            try:
                self._stale = self._stale or self._workspace.version != self._version
            finally:
                self._lock.release()

    def forget(self, person: str) -> str:
        """Take a person out of everything, for good."""
        with self._writing("everything") as workspace:
            said: str = workspace.forget(person)
        return said

    def delete_all(self) -> None:
        """Delete everything; an empty workspace takes its place."""
        with self._lock:
            path = self.path
            if self._workspace is not None:
                self._workspace.delete_all()
            self._workspace = ng.Workspace(IN_MEMORY if path is None else path)
            self._base, self.is_example = None, False
            self._work_out()

    @property
    def positions(self) -> pd.DataFrame:
        """Where people stood on the map: columns ``person_id x y``."""
        with self._lock:
            if self._workspace is None:
                return self._places
            places: pd.DataFrame = self._workspace.positions
        return places

    @positions.setter
    def positions(self, places: pd.DataFrame) -> None:
        with self._lock:
            if self._workspace is None:
                self._places = places
            else:
                self._workspace.positions = places

    def answer(self, name: str, work: Callable[[], pd.DataFrame]) -> pd.DataFrame:
        """Give an answer about the contacts: kept in the workspace where it can be, or made now."""
        if self._workspace is None or self._base is not None or self._pending:
            return work()
        answer: pd.DataFrame = self._workspace.remember(name, work, others=True)
        return answer

    def changes(self) -> pd.DataFrame:
        """Tell what newer exports changed; see `netgraph.changes`."""
        with self._lock:
            return ng.changes(self._opened())

    def churn(self) -> pd.DataFrame:
        """Tell who came and went from each export to the next; see `netgraph.churn`."""
        with self._lock:
            return ng.churn(self._opened())

    def history(self) -> list[Any]:
        """Give the exports that followed each other; see `netgraph.Workspace.history`."""
        with self._lock:
            return list(self._opened().history)

    def _opened(self) -> ng.Workspace:
        if self._workspace is None:
            self._workspace = ng.Workspace(IN_MEMORY)
        return self._workspace

    @contextmanager
    def _writing(self, reach: Reach = "nothing") -> Iterator[ng.Workspace]:
        with self._lock:
            try:
                yield self._opened()
            finally:  # what could not be ended may have changed something all the same
                self._changed(reach)

    def _changed(self, reach: Reach) -> None:
        """Read the small tables again; the people are worked out when somebody asks."""
        workspace, before = self._opened(), self.tables
        if reach == "everything" or self._pending:
            self._tables = replace(
                before,
                decisions=workspace.decisions,
                overrides=workspace.overrides,
                actions=workspace.actions,
            )
        else:
            self._tables = all_tables(workspace)
            self._mark(before, reach)
        self._version = workspace.version
        self._stale = self._stale or reach == "everything"

    def _mark(self, before: Tables, reach: Reach) -> None:
        """Take over what the contacts say more now, without working out who is who."""
        if reach == "nothing" or self._stale:
            return
        self.words_stamp += 1
        if reach == "advice":
            return
        if self._base is not None:
            self._stale = True
            return
        former, self._contacts = self._contacts, self._opened().contacts
        if reach == "ties":
            noted = noted_of(before, self.tables)
            known = tied(former, noted) and tied(self._contacts, noted)
            self.ties_stamp += 1
            self.stamp += not known  # somebody joined the network, or left it

    def _work_out(self) -> None:
        workspace = self._opened()
        own = workspace.contacts
        if self._base is not None:
            own = ng.classify(ng.resolve(ng.merge([self._base, own])))
        self._contacts, self._tables = own, all_tables(workspace)
        self._version = workspace.version
        self._stale, self._pending = False, 0
        self.stamp += 1
