"""Whom the plan leaves out: those you turned to, and those you do not want suggested."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pandas as pd

if TYPE_CHECKING:
    from datetime import date

    from netgraph_dashboard.session import Session

DONE = "plan: done "
"""A tag that begins so says that you turned to somebody, and in which month."""

HIDDEN = "hidden from suggestions"


class SetAside(NamedTuple):
    """People who are left out, by person_id, each with the tag that says so."""

    done: dict[str, str]
    hidden: dict[str, str]


def read(session: Session) -> SetAside:
    """Read from the tags who is left out; who was forgotten since is not in it."""
    tags = session.kept.tables.tags
    if tags.empty:
        return SetAside({}, {})
    there = tags[tags["person_id"].isin(session.contacts.people.index)]
    pairs = list(zip(there["person_id"].astype(str), there["tag"].astype(str), strict=True))
    return SetAside(
        {person: tag for person, tag in pairs if tag.startswith(DONE)},
        {person: tag for person, tag in pairs if tag == HIDDEN},
    )


def finish(session: Session, person: str, day: date) -> str:
    """Write down that you turned to somebody; gives what to say of it."""
    session.kept.tag(person, f"{DONE}{day:%Y-%m}")
    name = session.names[person]
    return f"Done: {name}. What they open counts as likely open, and the plan goes on."


def hide(session: Session, person: str) -> str:
    """Write down that somebody is not to be suggested; gives what to say of it."""
    session.kept.tag(person, HIDDEN)
    return f"{session.names[person]} is not suggested any more."


def put_back(session: Session, person: str) -> str:
    """Let somebody be suggested again; gives what to say of it."""
    aside = read(session)
    for tag in (aside.done.get(person), aside.hidden.get(person)):
        if tag is not None:
            session.kept.untag(person, tag)
    return f"{session.names[person]} may be suggested again."


def month(tag: str) -> str:
    """Read from a tag in which month it was done: ``November 2026``."""
    day = pd.to_datetime(tag.removeprefix(DONE), format="%Y-%m", errors="coerce")
    return "" if pd.isna(day) else f"{day:%B %Y}"
