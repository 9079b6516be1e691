"""What you did and promised, what people are to you, and whom not to suggest."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pandas as pd

from netgraph.errors import ContactsError, UnknownNameError, nearest
from netgraph.own_word import CONTACTS_NOTED, RELATIONS, STATES
from netgraph.suggestions import HIDDEN
from netgraph.workspace import _said
from netgraph.workspace._kept import renamed
from netgraph.workspace._notebook import Notebook
from netgraph.workspace._schema import (
    LOGGED,
    PROMISES,
    PROMISES_KEPT,
    RELATIONS_SAID,
    SETTLED,
    TAGS,
)

if TYPE_CHECKING:
    from datetime import date

    Day = str | date | pd.Timestamp

_TOLD = {
    ("met", "me"): "met {}",
    ("called", "me"): "called {}",
    ("called", "them"): "{} called you",
    ("wrote", "me"): "wrote to {}",
    ("wrote", "them"): "{} wrote to you",
    ("gave", "me"): "did {} a favour",
    ("received", "them"): "{} did you a favour",
}
_THING = re.compile(r"[a-z][a-z_]*")
_WRITE_DAY = "Write it like 2026-11-30"


class Diary(Notebook):
    """A notebook with contacts, promises, relations, and what became of advice.

    Each is an action of its own that `undo` takes back. People are given by any
    id that they have or had.
    """

    @property
    def logged(self) -> pd.DataFrame:
        """The contacts that you noted: ``id person_id kind by at text noted_at``, oldest first.

        ``by`` tells who began it, ``me`` or ``them``; ``at`` the day, ``noted_at``
        when it was written down.
        """
        with self._database.reading() as connection:
            told = _said.logged(connection)
        return renamed(told, self._current())

    @property
    def promises(self) -> pd.DataFrame:
        """What you promised: columns ``id person_id text other due at kept_at``.

        ``other`` is whom you promised to introduce, ``at`` when you promised it;
        ``kept_at`` is NaT while it is open.
        """
        with self._database.reading() as connection:
            told = _said.promises(connection)
        current = self._current()
        other = told["other"].replace(current) if current else told["other"]
        return renamed(told, current).assign(other=other.astype("str"))

    @property
    def relations_said(self) -> pd.DataFrame:
        """What you said of relations: columns ``person_id relation holds at``."""
        with self._database.reading() as connection:
            told = _said.relations(connection)
        return _said.relations_that_count(renamed(told, self._current()))

    @property
    def settled(self) -> pd.DataFrame:
        """What became of advice: columns ``person_id what state at until``; the last word counts.

        ``state`` is ``done``, ``skipped`` or ``snoozed`` (``until`` a day).
        """
        with self._database.reading() as connection:
            told = _said.settled(connection)
        return _said.settled_that_counts(renamed(told, self._current()))

    def log(
        self,
        person: str,
        kind: str,
        *,
        at: Day | None = None,
        text: str | None = None,
        by: str | None = None,
    ) -> None:
        r"""Note that you were in touch, which no file tells.

        It counts from now on like an event of a file: among
        ``contacts.interactions`` it stands as a ``meeting`` (in person), a ``call``
        (by phone), a ``message`` or a ``favour``. What you write of it stays here.

        Parameters
        ----------
        person
            An id.
        kind
            ``met``, ``called``, ``wrote``, ``gave`` (a favour of yours) or ``received``
            (one of theirs).
        at
            The day; today by default.
        text
            What it was about.
        by
            Who called or wrote, ``me`` (the default) or ``them``.

        Raises
        ------
        UnknownNameError
            If the id is nobody's, or yours, or there is no such kind.
        ContactsError
            If the day is none, or lies ahead.

        Examples
        --------
        >>> from netgraph.workspace import Workspace
        >>> csv = b"First Name,Last Name,Connected On\nAda,Example,05 Mar 2024\n"
        >>> with Workspace(":memory:") as workspace:
        ...     imported = workspace.add(("Connections.csv", csv))
        ...     workspace.log("name/ada example", "met", at="2024-06-01", text="in Delft")
        ...     workspace.contacts.interactions[["source", "kind", "channel"]].values.tolist()
        [['ego', 'meeting', 'in_person']]
        """
        if kind not in CONTACTS_NOTED:
            raise UnknownNameError(
                f"{kind!r} is no kind of contact", remedy=nearest(kind, CONTACTS_NOTED)
            )
        began = by or CONTACTS_NOTED[kind].by
        if (kind, began) not in _TOLD:
            raise UnknownNameError(
                f"{kind!r} cannot be by {by!r}",
                remedy="Say by='me' or by='them' of a call or a letter, and nothing of the others",
            )
        name = self._name_of_other(person)
        day = _day(at, "at") if at is not None else pd.Timestamp.now().normalize()
        if day.normalize() > pd.Timestamp.now().normalize():
            raise ContactsError(
                f"{day:%Y-%m-%d} lies ahead", remedy="Note it once it has taken place"
            )
        said = " ".join((text or "").split()) or None
        row = {"person_id": person, "kind": kind, "by_whom": began, "text": said}
        told = f"{_TOLD[kind, began].format(name)} on {day:%Y-%m-%d}"
        self._write(LOGGED, "log", told, row | {"day": day.isoformat()})

    def promise(
        self, person: str, text: str, *, other: str | None = None, due: Day | None = None
    ) -> None:
        """Write down what you promised somebody.

        Parameters
        ----------
        person
            To whom, by id.
        text
            What.
        other
            Whom you promised to introduce to them, by id.
        due
            Until when.

        Raises
        ------
        UnknownNameError
            If an id is nobody's or yours, or both are one person.
        ContactsError
            If nothing is promised, or `due` is no day.
        """
        name = self._name_of_other(person)
        said = " ".join(text.split())
        if not said and other is None:
            raise ContactsError("nothing is promised", remedy="Say what, in a few words")
        to_other = ""
        if other is not None:
            to_other = f", to bring them together with {self._name_of_other(other)}"
            current = self._current()
            if current.get(other, other) == current.get(person, person):
                raise UnknownNameError(f"{other!r} is one person only", remedy="Give two people")
        day = None if due is None else _day(due, "due").date().isoformat()
        row = {"person_id": person, "text": said, "other": other, "due": day}
        self._write(PROMISES, "promise", f"a promise to {name}{to_other}", row)

    def keep_promise(self, number: int) -> None:
        """Write down that a promise is kept.

        Parameters
        ----------
        number
            Its ``id`` in `promises`.

        Raises
        ------
        UnknownNameError
            If no promise that is open has that number.
        """
        table = self.promises
        told = table[(table["id"] == number) & table["kept_at"].isna()]
        if told.empty:
            numbers = table.loc[table["kept_at"].isna(), "id"]
            raise UnknownNameError(
                f"no open promise has the number {number}",
                remedy=f"Open are: {', '.join(map(str, numbers)) or 'none'}",
            )
        name = self._name(str(told["person_id"].iloc[0]))
        text = f"the promise to {name} is kept"
        self._write(PROMISES_KEPT, "promise", text, {"promise_id": int(number)})

    def relate(self, person: str, relation: str, *, holds: bool | None = True) -> None:
        """Say what somebody is to you, or is not, whatever the files tell.

        Parameters
        ----------
        person
            An id.
        relation
            A code of ``RELATIONS``.
        holds
            True, or False; None leaves it to the files again.

        Raises
        ------
        UnknownNameError
            If the id is nobody's or yours, or there is no such relation.
        """
        if relation not in RELATIONS:
            raise UnknownNameError(
                f"{relation!r} is no relation", remedy=nearest(relation, RELATIONS)
            )
        name = self._name_of_other(person)
        said = {True: relation, False: f"not {relation}", None: f"{relation}, as the files tell"}
        kept = {"holds": None if holds is None else int(holds)}
        row = {"person_id": person, "relation": relation, **kept}
        self._write(RELATIONS_SAID, "relation", f"{name}: {said[holds]}", row)

    def settle(self, person: str, what: str, state: str, *, until: Day | None = None) -> None:
        """Say what became of a piece of advice about a person.

        Parameters
        ----------
        person
            An id.
        what
            What was advised: ``follow_up``, ``dormant``, ``gap``, ``giving`` ...
        state
            ``done``, ``skipped``, ``snoozed``; ``open`` takes back what was said.
        until
            Until when it is snoozed.

        Raises
        ------
        UnknownNameError
            If the id is nobody's or yours, or there is no such state.
        ContactsError
            If it is snoozed without a day, or `until` is no day.
        """
        if state not in STATES:
            raise UnknownNameError(f"{state!r} is no state", remedy=nearest(state, STATES))
        if not _THING.fullmatch(what):
            raise UnknownNameError(
                f"{what!r} is no kind of advice", remedy="Give a word such as follow_up"
            )
        if state == "snoozed" and until is None:
            raise ContactsError("it is not said until when", remedy="Give until='2026-11-30'")
        name = self._name_of_other(person)
        day = None if until is None else _day(until, "until").date().isoformat()
        row = {"person_id": person, "what": what, "state": state, "until": day}
        told = f"{what.replace('_', ' ')} with {name}: {state}"
        self._write(SETTLED, "settle", f"{told} until {day}" if day else told, row)

    def hide(self, person: str) -> None:
        """Let nothing suggest a person any more; see `hidden_from_suggestions`."""
        self._hide(person, hidden=True)

    def unhide(self, person: str) -> None:
        """Let a person be suggested again."""
        self._hide(person, hidden=False)

    def _hide(self, person: str, *, hidden: bool) -> None:
        name = self._name_of_other(person)
        told = f"{name} {'is not suggested any more' if hidden else 'may be suggested again'}"
        row = {"person_id": person, "tag": HIDDEN, "present": int(hidden)}
        self._write(TAGS, "hide", told, row)

    def _name_of_other(self, person: str) -> str:
        """Give the name of somebody who is not you."""
        name = self._name(person)
        if self._current().get(person, person) == self._viewer.view().contacts.ego:
            raise UnknownNameError("this is you", remedy="Give somebody else")
        return name


def _day(told: Day, name: str) -> pd.Timestamp:
    """Read a day, or a moment, as naive UTC."""
    day = pd.to_datetime(told, errors="coerce")
    if pd.isna(day):
        raise ContactsError(f"{name} is {told!r}, which is no day", remedy=_WRITE_DAY)
    moment = pd.Timestamp(day)
    return moment.tz_convert(None) if moment.tzinfo else moment
