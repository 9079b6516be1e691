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
    columns = {"source": "person", "target": "person"}
    seats = pd.concat(
        [sent[["thread", side]].rename(columns=columns) for side in columns]
    ).drop_duplicates()
    seats = seats[seats["person"] != EGO].sort_values("person")
    size = seats.groupby("thread")["person"].transform("size")
    seats = seats[size.between(SMALLEST, LARGEST)]
    pairs = seats.merge(seats, on="thread", suffixes=("", "_2"))
    pairs = pairs[pairs["person"] < pairs["person_2"]]
    threads = sent[sent["thread"].isin(pairs["thread"])].groupby("thread")
    spans = threads.agg(since=("at", "min"), last_at=("at", "max"), count=("event", "nunique"))
    told = pairs.join(spans, on="thread").groupby(["person", "person_2"], as_index=False)
    ties = told.agg(since=("since", "min"), last_at=("last_at", "max"), count=("count", "sum"))
    return ties.rename(columns={"person": "source", "person_2": "target"}).assign(
        kind="thread", evidence="observed"
    )
