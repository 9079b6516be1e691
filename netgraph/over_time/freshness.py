"""How much of the network was in touch with you lately."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from netgraph.care.exchanges import acquainted, find_exchanges
from netgraph.over_time._groups import By, group_people, name_group
from netgraph.over_time._intervals import share_interval

if TYPE_CHECKING:
    from netgraph.contacts import Contacts

MONTHS = (3, 12, 36)
"""How far to look back."""
_COLUMNS = [
    "group",
    "name",
    "months",
    "people",
    "fresh",
    "share",
    "low",
    "high",
    "silent",
    "unknown",
]
NO_EXCHANGE = (
    "not known from these files: they hold no dated message, mail, meeting or call with a "
    "contact, and “connected on” is none. LinkedIn's larger archive has messages.csv; a mailbox "
    "or a calendar helps, too"
)


def freshness(
    contacts: Contacts,
    *,
    by: By = None,
    relations: pd.DataFrame | None = None,
    now: pd.Timestamp | str | None = None,
) -> pd.DataFrame:
    r"""Tell which share of your contacts you had a real exchange with lately.

    .. math:: F_k(m) = \frac{|\{i \in k : T - t_i \le m\}|}{|k|}

    with :math:`t_i` the last exchange with contact :math:`i` of group :math:`k`
    up to the day :math:`T`, and :math:`m` three, twelve or 36 months. An exchange is a dated
    message, mail, meeting, call, favour, recommendation or introduction between the
    two of you; "connected on", an invitation and an endorsement are none.

    Parameters
    ----------
    contacts
        With an ego and ``interactions``.
    by, relations
        As `describe_growth` takes them.
    now
        The day :math:`T`; by default the last of which the exports
        tell (`netgraph.looking_back`).

    Returns
    -------
    pandas.DataFrame
        A row per group and number of months, the largest group first: ``group``,
        ``name``, ``months``, ``people``, ``fresh`` (in touch since), ``share`` with
        the 95 % interval ``low`` and ``high`` (Jeffreys', were they a sample of such
        contacts), ``silent`` (with an exchange, but an earlier one) and ``unknown``
        (no exchange is in the files: there may be others elsewhere). Where no
        exchange at all is in the files ``share`` is NaN, and ``attrs["says"]`` tells
        which export would help. ``attrs``: ``now``; ``first``, the day of the first
        exchange; ``says`` in a sentence.

    Notes
    -----
    The share is of all contacts, so it is a lower bound: what passed by ways that
    are in no file does not count. Where the files begin later than so many months
    ago, ``says`` tells it.

    Raises
    ------
    UnknownNameError, ContactsError
        As `describe_growth`; or if `now` is no date.

    Examples
    --------
    >>> from netgraph.contacts import Contacts
    >>> people = pd.DataFrame({"name": ["You", "Ann", "Bo"], "is_ego": [True, False, False]},
    ...                       index=["ego", "ann", "bo"])
    >>> ties = pd.DataFrame({"source": "ego", "target": ["ann", "bo"], "kind": "contact"})
    >>> talk = pd.DataFrame({"source": ["ann"], "target": ["ego"], "kind": ["message"],
    ...                      "at": pd.to_datetime(["2025-01-01"])})
    >>> fresh = freshness(Contacts(people=people, ties=ties, interactions=talk), now="2025-06-01")
    >>> fresh[["months", "share", "unknown"]].to_numpy().tolist()
    [[3.0, 0.0, 1.0], [12.0, 0.5, 1.0], [36.0, 0.5, 1.0]]
    """
    events, told = find_exchanges(contacts, now)
    people, today = acquainted(contacts, events), told["now"]
    last = events.groupby("other")["at"].max()
    last = last.set_axis(contacts.people.index[last.index.to_numpy(dtype=np.int64)])
    groups = group_people(contacts, people, by, relations)
    at = last.reindex(groups["person_id"])
    rows = groups.assign(at=at.to_numpy().astype("datetime64[s]"))
    table = pd.concat([_since(rows, today, months) for months in MONTHS])
    table = table.sort_values(["people", "group", "months"], ascending=[False, True, True])
    names = [name_group(group, by) for group in table["group"]]
    table = table.assign(name=pd.Series(names, table.index, dtype="str")).reset_index(drop=True)
    if events.empty:
        table = table.assign(share=np.nan, low=np.nan, high=np.nan)
    first = events["at"].min()
    table = table[_COLUMNS]
    table.attrs = {"now": today, "first": first, "says": _says(last, len(people), today, first)}
    return table


def _since(rows: pd.DataFrame, today: pd.Timestamp, months: int) -> pd.DataFrame:
    """Count in each group who was in touch within so many months."""
    begin = today - pd.DateOffset(months=months) if pd.notna(today) else pd.NaT
    fresh = rows["at"] >= begin
    counted = (
        rows.assign(fresh=fresh, unknown=rows["at"].isna(), people=1)
        .groupby("group")[["people", "fresh", "unknown"]]
        .sum()
        .astype("int64")
        .reset_index()
    )
    low, high = share_interval(counted["fresh"], counted["people"])
    return counted.assign(
        months=months,
        share=counted["fresh"] / counted["people"],
        low=low,
        high=high,
        silent=counted["people"] - counted["fresh"] - counted["unknown"],
    )


def _says(last: pd.Series, people: int, today: pd.Timestamp, first: pd.Timestamp) -> str:
    if last.empty:
        return NO_EXCHANGE
    year = today - pd.DateOffset(years=1)
    fresh = int((last >= year).sum())
    share = f"{100 * fresh / people:.0f} %"
    said = (
        f"With {fresh:,} of {people:,} people ({share}) who have a tie to you or an exchange with "
        f"you there was one in the year up to {today.day} {today:%B %Y}; of "
        f"{people - len(last):,} no exchange is in these files."
    )
    if first > today - pd.DateOffset(months=MONTHS[-1]):
        said += f" The files begin in {first:%B %Y}: what was before is not known."
    return said
