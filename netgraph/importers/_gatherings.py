"""Ties among those who take part in the same small mails and meetings."""

from __future__ import annotations

import pandas as pd

from netgraph.contacts import EGO, empty_table

KINDS = ("mail", "meeting")
SMALLEST, LARGEST = 2, 8
"""Of how many people beside you a mail or a meeting tells that they know of each other."""


def add_own_meetings(interactions: pd.DataFrame) -> pd.DataFrame:
    """Tell that you met everybody in your meetings, whoever asked for them.

    Parameters
    ----------
    interactions
        Meetings, with ``event``, told from who asked for them to each other.

    Returns
    -------
    pandas.DataFrame
        The same, and a row from you to each other who was asked.
    """
    held = interactions[interactions["kind"] == "meeting"]
    if held.empty:
        return interactions
    asked = held.loc[held["target"] == EGO, "event"]
    others = held[held["event"].isin(asked) & (held["target"] != EGO)]
    met = others.drop_duplicates(["target", "event"]).assign(source=EGO)
    return pd.concat([interactions, met], ignore_index=True)


def find_gathering_ties(interactions: pd.DataFrame) -> pd.DataFrame:
    """Tie all pairs of people who take part in one small mail or meeting.

    Like a conversation among several it was observed, and is no proof of
    acquaintance.

    Parameters
    ----------
    interactions
        Mails and meetings, with ``event``.

    Returns
    -------
    pandas.DataFrame
        Ties of kind ``mail`` and ``meeting``, a row per pair and kind:
        ``count`` events that they share, the first (``since``) and the last
        (``last_at``) of them.
    """
    held = interactions[interactions["kind"].isin(KINDS)]
    if held.empty:
        return empty_table("ties")
    people, names = pd.factorize(pd.concat([held["source"], held["target"]]), sort=True)
    event = held.groupby(["kind", "event"], sort=False).ngroup().to_numpy()
    seats = pd.DataFrame({"event": [*event, *event], "person": people})
    seats = seats[names[people] != EGO].drop_duplicates()
    size = seats.groupby("event")["person"].transform("size")
    seats = seats[size.between(SMALLEST, LARGEST)]
    pairs = seats.merge(seats, on="event", suffixes=("", "_2"))
    pairs = pairs[pairs["person"] < pairs["person_2"]]
    facts = held[["kind", "at"]].assign(event=event).drop_duplicates("event").set_index("event")
    told = pairs.join(facts, on="event").groupby(["person", "person_2", "kind"], as_index=False)
    ties = told.agg(since=("at", "min"), last_at=("at", "max"), count=("event", "size"))
    return pd.DataFrame(
        {
            "source": names[ties["person"]],
            "target": names[ties["person_2"]],
            "kind": ties["kind"],
            "since": ties["since"],
            "last_at": ties["last_at"],
            "count": ties["count"],
            "evidence": "observed",
            "probability": 1.0,
        }
    )
