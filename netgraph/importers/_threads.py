"""Ties among those who take part in the same conversations."""

from __future__ import annotations

import pandas as pd

from netgraph.contacts import EGO, empty_table

SMALLEST, LARGEST = 2, 15
"""Of how many people beside you a conversation tells that they know of each other."""


def find_thread_ties(interactions: pd.DataFrame) -> pd.DataFrame:
    """Tie all pairs of people who take part in one small conversation.

    It is the one sign in a LinkedIn archive that your contacts know of each
    other: they were written to together. It is no proof of acquaintance.

    Parameters
    ----------
    interactions
        Messages, with ``thread`` and ``event``.

    Returns
    -------
    pandas.DataFrame
        A row per pair: ``count`` messages in all conversations that they
        share, the first (``since``) and the last (``last_at``) of them.
    """
    sent = interactions[(interactions["kind"] == "message") & interactions["thread"].notna()]
    if sent.empty:
        return empty_table("ties")
    people, names = pd.factorize(pd.concat([sent["source"], sent["target"]]), sort=True)
    threads, _ = pd.factorize(sent["thread"])
    seats = pd.DataFrame({"thread": [*threads, *threads], "person": people})
    seats = seats[names[people] != EGO].drop_duplicates()
    size = seats.groupby("thread")["person"].transform("size")
    seats = seats[size.between(SMALLEST, LARGEST)]
    pairs = seats.merge(seats, on="thread", suffixes=("", "_2"))
    pairs = pairs[pairs["person"] < pairs["person_2"]]
    messages = sent[["at", "event"]].assign(thread=threads)
    messages = messages[messages["thread"].isin(pairs["thread"])]
    spans = messages.groupby("thread").agg(
        since=("at", "min"), last_at=("at", "max"), count=("event", "nunique")
    )
    told = pairs.join(spans, on="thread").groupby(["person", "person_2"], as_index=False)
    ties = told.agg(since=("since", "min"), last_at=("last_at", "max"), count=("count", "sum"))
    return pd.DataFrame(
        {
            "source": names[ties["person"]],
            "target": names[ties["person_2"]],
            "kind": "thread",
            "since": ties["since"],
            "last_at": ties["last_at"],
            "count": ties["count"],
            "evidence": "observed",
            "probability": 1.0,
        }
    )
