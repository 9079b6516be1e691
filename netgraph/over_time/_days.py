"""Since when each person, and each tie among them, is known."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from netgraph.care.exchanges import acquainted, find_exchanges
from netgraph.errors import UnknownNameError, nearest

if TYPE_CHECKING:
    from netgraph.contacts import Contacts

PERIODS = {"year": "Y", "quarter": "Q", "month": "M"}
"""How long a period can be -> what pandas calls it."""


def people_since(contacts: Contacts) -> pd.Series:
    """Tell since when you know each person: from your tie, or an exchange before it.

    Returns
    -------
    pandas.Series
        Index person_id, everybody with a tie to you or an exchange with you, in
        the order of people; NaT where no file has a day.
    """
    events, _ = find_exchanges(contacts, None)
    known = acquainted(contacts, events)
    ties = contacts.ties
    ties = ties[(ties["evidence"] != "inferred") & ties["since"].notna()]
    mine = ties[(ties["source"] == contacts.ego) | (ties["target"] == contacts.ego)]
    other = mine["target"].where(mine["source"] == contacts.ego, mine["source"])
    talk = contacts.people.index[events["other"].to_numpy(dtype=np.int64)]
    days = pd.concat(
        [
            pd.Series(mine["since"].to_numpy(), index=other.to_numpy()),
            pd.Series(events["at"].to_numpy(), index=talk),
        ]
    )
    first = days.groupby(level=0).min()
    return first.astype("datetime64[s]").reindex(known).rename_axis("person_id")


def ties_since(contacts: Contacts, people: pd.Index) -> pd.DataFrame:
    """List the observed ties among `people`, a row per pair: ``one``, ``other``, ``since``.

    ``one`` and ``other`` are positions in `people`; ``since`` is NaT where no file
    has a day.
    """
    ties = contacts.ties[contacts.ties["evidence"] != "inferred"]
    source, target = (people.get_indexer(pd.Index(ties[end])) for end in ("source", "target"))
    among = (source >= 0) & (target >= 0) & (source != target)
    one, other = np.minimum(source, target)[among], np.maximum(source, target)[among]
    since = ties["since"].to_numpy()[among]
    rows = pd.DataFrame({"pair": one.astype(np.int64) * len(people) + other, "since": since})
    first = rows.groupby("pair")["since"].min()  # NaT is left out where another row has a day
    pair = first.index.to_numpy(dtype=np.int64)
    size = max(len(people), 1)
    return pd.DataFrame({"one": pair // size, "other": pair % size, "since": first.to_numpy()})


def to_periods(days: pd.Series, every: str) -> pd.PeriodIndex:
    """Give the year, quarter or month of each day.

    Raises
    ------
    UnknownNameError
        If there is no such period.
    """
    if every not in PERIODS:
        raise UnknownNameError(f"there is no period {every!r}", remedy=nearest(every, PERIODS))
    return pd.PeriodIndex(pd.DatetimeIndex(days), freq=PERIODS[every])


def name_period(period: pd.Period) -> str:
    """Write a period out: ``2024``, ``2024-Q1``, ``2024-03``."""
    text = str(period)
    return text.replace("Q", "-Q")
