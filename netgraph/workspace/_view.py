"""The contacts as they are now, worked out when somebody asks and kept until something changes."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any, NamedTuple

import pandas as pd

from netgraph.workspace import _kept
from netgraph.workspace._compose import (
    Joined,
    current_ids,
    join_current,
    mark,
    resolve_with,
)
from netgraph.workspace._current import Order, put_in_order
from netgraph.workspace._journal import version
from netgraph.workspace._overrides import classify_with
from netgraph.workspace._sources import list_sources, people_of
from netgraph.workspace._store import load_parts

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from sqlalchemy import Connection

    from netgraph.contacts import Contacts
    from netgraph.workspace._database import Database


class View(NamedTuple):
    """What follows from a workspace.

    Attributes
    ----------
    order
        The files, and which of them tell the present state.
    contacts
        Everybody.
    current
        Raw id -> the id that the person has now, where it is another.
    """

    order: Order
    contacts: Contacts
    current: dict[str, str]


class Viewer:
    """Works a `View` out, each step only if what it follows from has changed.

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

    def view(self) -> View:
        """Give the present view."""
        with self._lock:
            with self._database.reading() as connection:
                now = version(connection)
                known = self._answers.get("view")
                if known and known[0] == (now,):
                    shown: View = known[1]
                    return shown
                parts = version(connection, "parts")
                order, joined = self._once("joined", (parts,), lambda _: self._join(connection))
                decided, ruled = _kept.decisions(connection), _kept.overrides(connection)
                notes, tags = _kept.notes(connection), _kept.tags(connection)
            resolved = self._once("resolved", (joined, decided), resolve_with)
            current = self._once("current", (joined, resolved), current_ids)
            labelled = self._once("labelled", (resolved, ruled, current), classify_with)
            view = View(order, mark(labelled, notes, tags, current), current)
            self._answers["view"] = ((now,), view)
            return view

    def latest(self) -> View:
        """Give the view worked out last, be it the present one or one before the last decisions.

        A decision must not wait for the one before to be worked out.
        """
        known = self._answers.get("view")
        return known[1] if known else self.view()

    def clear(self) -> None:
        """Let go of everything."""
        with self._lock:
            self._answers.clear()

    def _join(self, connection: Connection) -> tuple[Order, Joined]:
        sources = list_sources(connection)
        ids = [source.id for source in sources]
        order = put_in_order(sources, people_of(connection, ids))
        parts = self._offered | load_parts(connection, set(ids) - self._offered.keys())
        self._offered = {}
        return order, join_current(order, parts)

    def _once(self, key: str, inputs: tuple[Any, ...], work: Callable[..., Any]) -> Any:  # noqa: ANN401
        """Give the answer worked out last, if it follows from the same."""
        known = self._answers.get(key)
        if known is None or not all(map(_same, known[0], inputs)):
            self._answers[key] = known = (inputs, work(*inputs))
        return known[1]


def _same(one: object, other: object) -> bool:
    if isinstance(one, pd.DataFrame) and isinstance(other, pd.DataFrame):
        return one.equals(other)
    return one is other or (isinstance(one, int) and one == other)
