"""What passed between you and each other person, as one table, oldest first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from netgraph.looking_back import is_past, look_back_from
from netgraph.reading_once import kept

if TYPE_CHECKING:
    from collections.abc import Hashable

    from netgraph.contacts import Contacts

WORTH = {
    "message": 1.0,
    "mail": 1.0,
    "meeting": 2.0,
    "call": 2.0,
    "favour": 2.0,
    "introduction": 2.0,
    "recommendation": 3.0,
}
"""What an event counts as an exchange; other kinds (an invitation, a click) are none."""

MUTUAL = ("meeting", "call")
"""Both are there, whoever asked for it."""


def find_exchanges(
    contacts: Contacts, now: pd.Timestamp | str | None
) -> tuple[pd.DataFrame, dict[Hashable, Any]]:
    """List what passed between you and others up to a day.

    Parameters
    ----------
    contacts
        With ``interactions``.
    now
        The day to look back from; by default the last of which the exports tell
        (`netgraph.looking_back`).

    Returns
    -------
    tuple of pandas.DataFrame and dict
        Events by person and time: ``other`` (position in people), ``at``, ``day``
        (number), ``kind``, ``met`` (both were there), ``out`` (from you),
        ``worth``, ``addressed`` (to how many people it went), ``row`` (position in
        the interactions). And what is told with every answer: ``now``,
        ``undated`` and ``later`` (events that could not be used).
    """
    events, told = _read(contacts, now)
    return events, dict(told)


@kept
def _read(
    contacts: Contacts, now: pd.Timestamp | str | None
) -> tuple[pd.DataFrame, dict[Hashable, Any]]:
    rows = contacts.interactions
    place = np.flatnonzero(rows["at"].notna().to_numpy())
    undated = len(rows) - len(place)
    last = look_back_from(contacts, now)
    past = is_past(contacts, last).to_numpy()[place]
    told: dict[Hashable, Any] = {"now": last, "undated": undated, "later": int((~past).sum())}
    counts = rows["kind"].isin(list(WORTH)).to_numpy()[place]
    place = place[past & counts]
    rows = rows.iloc[place]
    addressed = _addressed(rows)
    people = contacts.people.index
    source, target = (people.get_indexer(pd.Index(rows[end])) for end in ("source", "target"))
    ego = people.get_loc(contacts.ego) if contacts.ego is not None else -1
    out = source == ego
    events = pd.DataFrame(
        {
            "other": np.where(out, target, source),
            "at": rows["at"].to_numpy(),
            "day": rows["at"].to_numpy().astype("datetime64[D]").astype(np.int64),
            "kind": rows["kind"].to_numpy(dtype=object),
            "met": rows["kind"].isin(MUTUAL).to_numpy(),
            "out": out,
            "worth": rows["kind"].map(WORTH).to_numpy(dtype=np.float64) / addressed,
            "addressed": addressed,
            "row": place,
        }
    )[out | (target == ego)]
    once = events["met"] & events.duplicated(["other", "at", "met"])
    events = events[~once]
    return events.sort_values(["other", "at"], kind="stable", ignore_index=True), told


def acquainted(contacts: Contacts, events: pd.DataFrame) -> pd.Index:
    """List those with a tie to you or an exchange with you, in the order of people.

    Parameters
    ----------
    contacts
        Everybody.
    events
        As `find_exchanges` gives them, or any table with ``other``, their position in people.
    """
    ties, people = contacts.ties, contacts.people.index
    known = np.zeros(len(people), dtype=bool)
    for one, other in (("source", "target"), ("target", "source")):
        tied = ties.loc[ties[one] == contacts.ego, other]
        known[people.get_indexer(pd.Index(tied))] = True
    known[events["other"].to_numpy()] = True
    others = known & ~contacts.people["is_ego"].to_numpy(dtype=bool)
    others_known: pd.Index = people[others]
    return others_known


def ago(days: float) -> str:
    """Say how long ago something was: ``"6 years ago"``."""
    for unit, length in (("year", 365), ("month", 30), ("day", 1)):
        number = int(days // length)
        if number:
            return f"{number} {unit if number == 1 else unit + 's'} ago"
    return "today"


def _addressed(rows: pd.DataFrame) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    """Count to how many people each letter went: rows of one thread, sender and moment."""
    key = ["source", "at", "kind", "thread"]
    several = rows[rows["thread"].notna() & rows.duplicated(key, keep=False)]
    count = several.groupby(key, sort=False)["target"].transform("nunique")
    return count.reindex(rows.index).fillna(1.0).to_numpy(dtype=np.float64)
