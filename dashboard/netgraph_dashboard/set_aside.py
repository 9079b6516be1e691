"""Whom the plan leaves out: those you turned to, and those you do not want suggested."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import netgraph as ng

if TYPE_CHECKING:
    import pandas as pd

    from netgraph_dashboard.session import Session

PLAN = "plan"
ADVICE = (PLAN, "gap", "dormant", "strong")
"""What of the advice that was settled is about the plan."""


class SetAside(NamedTuple):
    """People who are left out.

    Attributes
    ----------
    done
        To whom you turned: person_id -> when you said so.
    hidden
        Who is never to be suggested.
    """

    done: dict[str, pd.Timestamp]
    hidden: list[str]


def read(session: Session) -> SetAside:
    """Read who is left out; who was forgotten since is not in it."""
    contacts = session.contacts
    hidden = [str(person) for person in ng.hidden_from_suggestions(contacts)]
    told = _settled(session)
    there = told[told["person_id"].isin(contacts.people.index)] if len(told) else told
    if there.empty:
        return SetAside({}, hidden)
    done = there[there["state"] == "done"]
    return SetAside(dict(zip(done["person_id"].astype(str), done["at"], strict=True)), hidden)


def finish(session: Session, person: str) -> str:
    """Write down that you turned to somebody; gives what to say of it."""
    session.kept.settle(person, PLAN, "done")
    name = session.names[person]
    return f"Done: {name}. What they open counts as likely open, and the plan goes on."


def hide(session: Session, person: str) -> str:
    """Write down that somebody is not to be suggested; gives what to say of it."""
    session.kept.hide(person)
    return f"{session.names[person]} is not suggested any more."


def put_back(session: Session, person: str) -> str:
    """Let somebody be suggested again; gives what to say of it."""
    aside, told = read(session), _settled(session)
    if person in aside.done:
        for what in told.loc[told["person_id"] == person, "what"]:
            session.kept.settle(person, str(what), "open")
    if person in aside.hidden:
        session.kept.hide(person, hidden=False)
    return f"{session.names[person]} may be suggested again."


def _settled(session: Session) -> pd.DataFrame:
    """Give what became of the plan's advice."""
    told = session.kept.tables.settled
    return told if told.empty else told[told["what"].isin(ADVICE)]
