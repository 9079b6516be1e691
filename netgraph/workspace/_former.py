"""Where those worked who stand in no present export any more, as it was told last."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pandas as pd

if TYPE_CHECKING:
    from collections.abc import Mapping

    from netgraph.contacts import Contacts
    from netgraph.workspace._current import Order

LAST = {"company": "last_company", "title": "last_title"}
TOLD = "last_told"


def with_last_known(contacts: Contacts, order: Order, parts: Mapping[int, Contacts]) -> Contacts:
    """Tell of people who left an export what it said of them last, as former.

    Somebody who is in a newer export no more, but still in messages or another
    file, has no present employer that is known: ``company`` and ``title`` stay
    NA, and the further columns ``last_company``, ``last_title`` and
    ``last_told`` (the day of the last export that told them) say what was.

    Parameters
    ----------
    contacts
        All parts put together.
    order
        The files, the newest of each source first.
    parts
        What each was read into, by its number.
    """
    left = [
        _left(parts[source.id], [parts[n] for n in order.newer[source.id]], source.day)
        for source in order.sources
        if source.id in order.newer
    ]
    told = pd.concat(left) if left else pd.DataFrame()
    people = contacts.people
    here = people.index[people["company"].isna() & people["title"].isna() & ~people["is_ego"]]
    told = told[told.index.isin(here) & ~told.index.duplicated()]
    if told.empty:
        return contacts
    return replace(contacts, people=people.join(told))


def _left(older: Contacts, newer: list[Contacts], day: str) -> pd.DataFrame:
    """List those of an older part who are in none of the newer ones, with what it says."""
    people = older.people
    gone = ~people["is_ego"] & people[list(LAST)].notna().any(axis=1)
    for part in newer:
        gone &= ~people.index.isin(part.people.index)
    table = people.loc[gone, list(LAST)].rename(columns=LAST)
    return table.assign(**{TOLD: pd.Series(day, index=table.index, dtype="str")})
