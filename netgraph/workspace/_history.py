"""The exports that followed each other, under the ids that people have now."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from netgraph.changes import Step
from netgraph.contacts import merge, rename_people
from netgraph.workspace._store import load_parts

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sqlalchemy import Connection

    from netgraph.contacts import Contacts
    from netgraph.workspace._current import Follow

_COMPARED = ("people", "ties")


def list_steps(
    connection: Connection, follows: Sequence[Follow], current: Mapping[str, str]
) -> list[Step]:
    """Read the exports that followed each other, oldest first.

    Parameters
    ----------
    connection
        One that reads.
    follows
        Which files followed which.
    current
        Raw id -> the id that the person has now.
    """
    wanted = sorted({number for follow in follows for number in (*follow.before, *follow.after)})
    parts = load_parts(connection, wanted, _COMPARED)
    listing = {number: part for number, part in parts.items() if _lists_contacts(part)}
    return [
        Step(
            _as_now([listing[number] for number in follow.before], current),
            _as_now([listing[number] for number in follow.after], current),
            pd.Timestamp(follow.since),
            pd.Timestamp(follow.until),
            follow.format,
        )
        for follow in reversed(follows)
        if listing.keys() >= {*follow.before, *follow.after}
    ]


def _lists_contacts(part: Contacts) -> bool:
    return bool((part.ties["kind"] == "contact").any())


def _as_now(parts: Sequence[Contacts], current: Mapping[str, str]) -> Contacts:
    whole = merge(parts)
    ids = {person: current[person] for person in whole.people.index if person in current}
    return rename_people(whole, ids)
