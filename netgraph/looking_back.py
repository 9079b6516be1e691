"""From which day one looks back: the last of which the exports tell."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import numpy as np
import pandas as pd

from netgraph.errors import ContactsError
from netgraph.own_word import NOTED_TIE, is_noted

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from netgraph.contacts import Contacts

LETTERS = ("message", "mail")
PLANNED = "meeting"
"""What a calendar holds ahead of time."""

_SOME = 1000


def look_back_from(contacts: Contacts, now: pd.Timestamp | str | None = None) -> pd.Timestamp:
    """Read the day that is asked for, or find the last one of which the exports tell.

    What you noted by hand does not move it: one call of today does not tell that nobody else
    wrote since the export. Neither does a calendar, which holds days to come, nor a letter by a
    stranger (junk is dated at will), unless nothing else has a day.

    Parameters
    ----------
    contacts
        With ``interactions`` or ``ties``.
    now
        The day, if it is known.

    Returns
    -------
    pandas.Timestamp
        NaT where nothing has a date.

    Raises
    ------
    ContactsError
        If `now` is no date, or one with a time zone (no time in these tables has one).

    Examples
    --------
    >>> from netgraph.contacts import Contacts
    >>> people = pd.DataFrame({"name": ["You", "Ann"], "is_ego": [True, False]},
    ...                       index=["ego", "ann"])
    >>> told = pd.DataFrame({"source": "ego", "target": "ann", "kind": ["message", "call"],
    ...                      "channel": ["linkedin", "phone"],
    ...                      "at": pd.to_datetime(["2026-03-01", "2026-11-28"])})
    >>> look_back_from(Contacts(people=people, interactions=told))
    Timestamp('2026-03-01 00:00:00')
    """
    if now is not None:
        day = pd.to_datetime(now, errors="coerce")
        if pd.isna(day) or day.tzinfo is not None:
            raise ContactsError(
                f"now is {now!r}, which is no date without a time zone",
                remedy="Give a day, as 2026-01-31",
            )
        return pd.Timestamp(day)
    rows, ties = contacts.interactions, contacts.ties
    noted, planned = is_noted(rows), rows["kind"] == PLANNED
    sure = (~noted & ~planned).to_numpy()
    told = ties[~ties["kind"].isin([PLANNED, NOTED_TIE])]
    for dates in (
        (_latest(contacts, sure), told["since"], told["last_at"]),
        (rows.loc[~noted, "at"], ties.loc[ties["kind"] == PLANNED, "last_at"]),
        (rows["at"],),
    ):
        last = max((day.max() for day in dates if day.notna().any()), default=pd.NaT)
        if pd.notna(last):
            return pd.Timestamp(last)
    return cast("pd.Timestamp", pd.NaT)


def _latest(contacts: Contacts, sure: NDArray[np.bool_]) -> pd.Series:
    """Give the latest day of the events that are sure, but for letters by strangers."""
    rows = contacts.interactions
    place = np.flatnonzero(sure & rows["at"].notna().to_numpy())
    place = place[np.argsort(rows["at"].to_numpy()[place], kind="stable")[::-1]]
    for begin in range(0, len(place), _SOME):  # the first few tell it
        some = rows.iloc[place[begin : begin + _SOME]]
        days: pd.Series = some.loc[~_by_strangers(contacts, some), "at"]
        if len(days):
            return days
    return rows["at"].iloc[:0]


def _by_strangers(contacts: Contacts, some: pd.DataFrame) -> NDArray[np.bool_]:
    """Tell which letters are by somebody to whom you have no tie and never wrote."""
    rows, ties = contacts.interactions, contacts.ties
    if contacts.ego is None:
        return np.zeros(len(some), dtype=bool)
    letter = (some["kind"].isin(LETTERS) & (some["source"] != contacts.ego)).to_numpy()
    strange = some.loc[letter, "source"].unique()
    for known in (ties["source"], ties["target"]):
        strange = strange[~pd.Index(strange).isin(known)]
    if len(strange):
        yours = rows.loc[rows["source"] == contacts.ego, "target"]
        strange = strange[~pd.Index(strange).isin(yours)]
    return letter & some["source"].isin(strange).to_numpy()


def is_past(contacts: Contacts, day: pd.Timestamp) -> pd.Series[bool]:
    """Tell which interactions are known on a day: those up to it, and what you noted since.

    Of a day before that on which the exports end, later notes are no part either. What has
    no date is not past.

    Parameters
    ----------
    contacts
        With ``interactions``.
    day
        As `look_back_from` gives it.
    """
    rows = contacts.interactions
    past = rows["at"] <= day
    since = is_noted(rows) & rows["at"].notna() & ~past
    if since.any() and day >= look_back_from(contacts):
        past |= since
    return past
