"""Whom you have never met in person, though you write much."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from netgraph.care._contacts_by_way import KINDS, find_contact_days, has_calendar
from netgraph.care.channel_mix import NO_CALENDAR
from netgraph.looking_back import look_back_from
from netgraph.own_word import is_noted
from netgraph.suggestions import hidden_from_suggestions

if TYPE_CHECKING:
    from netgraph.contacts import Contacts

MUCH = 6
"""Days with a letter, from either side, from which on two write much."""

_COLUMNS = ["name", "written_days", "first_at", "last_at", "calls", "same_place", "by_mail",
            "reason"]  # fmt: skip


def never_met(contacts: Contacts, *, now: pd.Timestamp | str | None = None) -> pd.DataFrame:
    """List whom you never met face to face, as far as files tell, though you write much.

    Parameters
    ----------
    contacts
        With ``interactions``: letters, and a calendar or meetings that you noted.
    now
        The day to look back from; by default the last of which the exports
        tell (`netgraph.looking_back`).

    Returns
    -------
    pandas.DataFrame
        Index person_id, those with whom you exchanged letters on at least six days,
        both ways, and with whom no meeting is noted or in a calendar (nor an
        introduction in person); those with whom you wrote most come first, and last those
        whose letters are older than all meetings that are known.
        ``name``; ``written_days``; ``first_at``, ``last_at`` of the letters; ``calls``,
        days; ``same_place``, whether they live where you do (NA where not known);
        ``by_mail``, whether an e-mail address of theirs is known, by which calendars
        know people; ``reason``, in words. Whom you hid is left out. Empty where no
        file tells whom you met.

        ``attrs``: ``since``, how far back meetings are known (NaT if not); ``says``;
        ``needs``; ``now``.

    Raises
    ------
    ContactsError
        If `now` is no date.

    Examples
    --------
    >>> from netgraph.contacts import Contacts
    >>> people = pd.DataFrame({"name": ["You", "Ann", "Bo"], "is_ego": [True, False, False]},
    ...                       index=["ego", "ann", "bo"])
    >>> days = pd.date_range("2025-03-01", periods=6)
    >>> talk = pd.DataFrame({"source": ["ego", "ann"] * 3, "target": ["ann", "ego"] * 3,
    ...                      "at": days, "kind": "message", "channel": "linkedin"})
    >>> met = pd.DataFrame({"source": "ego", "target": "bo", "at": days[:1], "kind": "meeting",
    ...                     "channel": "in_person_possible"})
    >>> found = never_met(Contacts(people=people, interactions=pd.concat([talk, met])))
    >>> found.index.tolist(), found["written_days"].tolist()
    (['ann'], [6])
    """
    last = look_back_from(contacts, now)
    days = find_contact_days(contacts, last)
    people = contacts.people
    told = has_calendar(contacts)
    written = days[days["way"].isin(KINDS["written"]) & days["at"].notna()].groupby("other")
    found = pd.DataFrame(
        {
            "written_days": written["day"].nunique(),
            "first_at": written["at"].min(),
            "last_at": written["at"].max(),
            "both": written["out"].any() & written["back"].any(),
        }
    )
    seen = days.loc[days["way"].isin(KINDS["face"]), "other"].unique()
    much = found["both"] & (found["written_days"] >= MUCH) & ~found.index.isin(seen)
    found = found[much & told]
    calls = days[days["way"] == "call"].groupby("other")["day"].nunique()
    found["calls"] = calls.reindex(found.index).fillna(0).astype("int64")
    found.index = people.index[found.index.to_numpy(dtype=np.int64)].rename("person_id")
    found["name"] = people["name"].reindex(found.index)
    found["same_place"] = _same_place(contacts, found.index)
    mail = contacts.identifiers.loc[contacts.identifiers["kind"] == "email", "person_id"]
    found["by_mail"] = found.index.isin(mail)
    hidden = hidden_from_suggestions(contacts)
    found = found[~found.index.isin(hidden)]
    since = _known_since(contacts)
    found["reason"] = _reasons(found, since)
    order = found.assign(recent=~(found["last_at"] < since))
    order = order.sort_values(["recent", "written_days"], ascending=False, kind="stable")
    found = order[_COLUMNS]
    found.attrs.update(now=last, since=since, needs=[] if told else [NO_CALENDAR])
    found.attrs["says"] = _sum_up(found, since) if told else NO_CALENDAR
    return found


def _same_place(contacts: Contacts, people: pd.Index) -> pd.Series:
    """Tell whether they live in your town: the first part of a location."""
    town = (
        contacts.people["location"].str.replace(r",.*", "", regex=True).str.strip().str.casefold()
    )
    yours = town.get(contacts.ego) if contacts.ego is not None else None
    theirs = town.reindex(people)
    if not isinstance(yours, str):
        return pd.Series(pd.NA, index=people, dtype="boolean")
    same: pd.Series = (theirs == yours).astype("boolean").mask(theirs.isna())
    return same


def _known_since(contacts: Contacts) -> pd.Timestamp:
    """Find when the meetings that are known begin."""
    rows = contacts.interactions
    return pd.Timestamp(rows.loc[(rows["kind"] == "meeting") & ~is_noted(rows), "at"].min())


def _reasons(found: pd.DataFrame, since: pd.Timestamp) -> list[str]:
    """Say of each why they are listed, and what is not sure."""
    back = "" if pd.isna(since) else f" (known from {since:%B %Y} on)"
    unseen = "their e-mail address is not known, so a calendar may not show them"
    names = ["written_days", "first_at", "last_at", "calls", "same_place", "by_mail"]
    table = found.assign(same_place=found["same_place"].fillna(value=False))
    reasons = []
    for written, first, latest, calls, same, by_mail in table[names].itertuples(index=False):
        spoke = f" and spoke on {_days(calls)}" if calls else ""
        parts = [
            f"you wrote on {_days(written)} since {first:%B %Y}{spoke}",
            f"no meeting face to face is in your files{back}",
        ]
        parts += [f"the last letter, of {latest:%B %Y}, is older"] if latest < since else []
        parts += ["they live where you do"] if same else []
        parts += [] if by_mail else [unseen]
        reasons.append("; ".join(parts))
    return reasons


def _days(count: int) -> str:
    return f"{count:,} day{'' if count == 1 else 's'}"


def _sum_up(found: pd.DataFrame, since: pd.Timestamp) -> str:
    if found.empty:
        return "There is nobody with whom you write much and of whom no meeting is known."
    back = "" if pd.isna(since) else f" (your meetings are known from {since:%B %Y} on)"
    unseen = int((~found["by_mail"]).sum())
    rest = (
        f" Of {unseen:,} of them no e-mail address is known: a calendar may not show them."
        if unseen
        else ""
    )
    who = "1 person" if len(found) == 1 else f"{len(found):,} people"
    return f"You write much with {who} of whom no meeting face to face is known{back}.{rest}"
