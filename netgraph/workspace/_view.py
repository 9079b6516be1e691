"""The contacts as they are now, worked out when somebody asks and kept until something changes."""

from __future__ import annotations

import threading
from contextlib import suppress
from typing import TYPE_CHECKING, Any, NamedTuple

import pandas as pd

from netgraph.errors import WorkspaceError
from netgraph.workspace import _answers, _kept, _shelf
from netgraph.workspace._current import Order, put_in_order
from netgraph.workspace._journal import version
from netgraph.workspace._marking import mark
from netgraph.workspace._said import Marks, marks
from netgraph.workspace._shelf import WorkedOut
from netgraph.workspace._sources import list_sources, people_of
from netgraph.workspace._store import load_parts

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from sqlalchemy import Connection

    from netgraph.contacts import Contacts
    from netgraph.workspace._compose import Joined
    from netgraph.workspace._database import Database


class _Inputs(NamedTuple):
    """What the contacts are worked out from."""

    order: Order
    joined: Joined
    decided: pd.DataFrame
    ruled: pd.DataFrame


class Viewer:
    """Works out what follows from a workspace, each step only if what it follows from has changed.

    Parameters
    ----------
    database
        What the view is of.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._lock = threading.RLock()  # one thread works it out, others wait for it
        self._answers: dict[str, tuple[tuple[Any, ...], Any]] = {}
        self._offered: dict[int, Contacts] = {}

    def offer(self, parts: Mapping[int, Contacts]) -> None:
        """Hand over parts that were just stored, so that they need not be read again."""
        with self._lock:
            self._offered = dict(parts)

    def view(self) -> WorkedOut:
        """Give the present view: everybody, with what you said of them."""
        with self._lock:
            with self._database.reading() as connection:
                now = version(connection)
                known = self._answers.get("view")
                if known and known[0] == (now,):
                    shown: WorkedOut = known[1]
                    return shown
                sign = _shelf.mark_of(connection)
                told = marks(connection)
                found = self._ready(connection, sign) or self._inputs(connection)
            if not isinstance(found, WorkedOut):
                found = self._work_out(found)
                self._keep(sign, found)
            self._answers["worked out"] = ((sign,), found)
            marked = self._once("marked", (found.contacts, found.current, *told), _mark)
            view = found._replace(contacts=marked)
            self._answers["view"] = ((now,), view)
            return view

    def answer(self, name: str, work: Callable[[], pd.DataFrame], *, others: bool) -> pd.DataFrame:
        """Give an answer that follows from the view: the one that is kept, or one made now."""
        with self._database.reading() as connection:
            sign = _answers.sign_of(connection, others=others)
            kept = _answers.take(connection, name, sign)
        if kept is not None:
            return kept
        made = work()
        if not self._database.in_memory:
            # another process may write, or the file be for reading only
            with (
                suppress(WorkspaceError),
                self._database.writing(patient=False) as connection,
            ):
                _answers.put(connection, name, sign, made, others=others)
        return made

    def latest(self) -> WorkedOut:
        """Give the view worked out last, be it the present one or one before the last decisions.

        A decision must not wait for the one before to be worked out.
        """
        known = self._answers.get("view")
        return known[1] if known else self.view()

    def clear(self) -> None:
        """Let go of everything."""
        with self._lock:
            self._answers.clear()

    def _ready(self, connection: Connection, sign: str) -> WorkedOut | None:
        """Give what was worked out from just what is there now, in this process or before."""
        known = self._answers.get("worked out")
        if known and known[0] == (sign,):
            last: WorkedOut = known[1]
            return last
        return _shelf.take(connection, sign)

    def _inputs(self, connection: Connection) -> _Inputs:
        """Read what the contacts are to be worked out from."""
        parts = version(connection, "parts")
        order, joined = self._once("joined", (parts,), lambda _: self._join(connection))
        return _Inputs(order, joined, _kept.decisions(connection), _kept.overrides(connection))

    def _work_out(self, given: _Inputs) -> WorkedOut:
        # slow to import, and not needed where all is worked out
        from netgraph.identity.people import prepare  # noqa: PLC0415
        from netgraph.workspace._compose import current_ids, resolve_with  # noqa: PLC0415
        from netgraph.workspace._overrides import classify_with  # noqa: PLC0415

        joined = given.joined
        prepared = self._once("prepared", (joined,), lambda all_: prepare(all_.contacts))
        resolved = self._once("resolved", (joined, prepared, given.decided), resolve_with)
        current = self._once("current", (joined, resolved), current_ids)
        labelled = self._once("labelled", (resolved, given.ruled, current), classify_with)
        return WorkedOut(given.order, labelled, current)

    def _keep(self, sign: str, found: WorkedOut) -> None:
        """Keep what was worked out, if the file can be written just now."""
        if self._database.in_memory or not found.order.sources:
            return
        try:
            with self._database.writing(patient=False) as connection:
                _shelf.put(connection, sign, found)
        except WorkspaceError:  # another process writes, or it is for reading only
            return

    def _join(self, connection: Connection) -> tuple[Order, Joined]:
        from netgraph.workspace._compose import join_current  # noqa: PLC0415 - as above

        sources = list_sources(connection)
        ids = [source.id for source in sources]
        order = put_in_order(sources, people_of(connection, ids))
        parts = self._offered | load_parts(connection, set(ids) - self._offered.keys())
        self._offered = {}
        return order, join_current(order, parts, _kept.egos(connection))

    def _once(self, key: str, inputs: tuple[Any, ...], work: Callable[..., Any]) -> Any:  # noqa: ANN401
        """Give the answer worked out last, if it follows from the same."""
        known = self._answers.get(key)
        if known is None or not all(map(_same, known[0], inputs)):
            self._answers[key] = known = (inputs, work(*inputs))
        return known[1]


def _mark(contacts: Contacts, current: Mapping[str, str], *told: pd.DataFrame) -> Contacts:
    return mark(contacts, Marks(*told), current)


def _same(one: object, other: object) -> bool:
    if isinstance(one, pd.DataFrame) and isinstance(other, pd.DataFrame):
        return one.equals(other)
    return one is other or (isinstance(one, int) and one == other)
