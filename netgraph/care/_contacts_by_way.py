"""On how many days you met, spoke or wrote, with each person and in each way."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from netgraph.care._ledger import FEW
from netgraph.care.exchanges import MUTUAL
from netgraph.looking_back import LETTERS, is_past
from netgraph.own_word import is_noted
from netgraph.reading_once import kept

if TYPE_CHECKING:
    from collections.abc import Mapping

    from netgraph.contacts import Contacts

WAYS: Mapping[str, str] = MappingProxyType(
    {
        "in_person": "face to face, as you wrote down",
        "in_person_possible": "face to face, possibly: your calendar names a place",
        "call": "call",
        "mail": "mail",
        "linkedin": "LinkedIn message",
        "other": "written otherwise",
    }
)
"""Ways to be in contact: code -> in words. A calendar never tells whether you really met."""

KINDS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "face": ("in_person", "in_person_possible"),
        "call": ("call",),
        "written": ("mail", "linkedin", "other"),
    }
)
"""The three ways in the rough -> the ways that they sum up."""

_WAY_OF = {
    "in_person": "in_person",
    "in_person_possible": "in_person_possible",
    "event": "in_person_possible",
    "call": "call",
    "phone": "call",
    "video": "call",
    "mail": "mail",
    "email": "mail",
    "linkedin": "linkedin",
}
_INTRODUCTION = "introduction"


@kept
def find_contact_days(contacts: Contacts, now: pd.Timestamp) -> pd.DataFrame:
    """List the days of contact: ``other`` (position in people), ``way``, ``day``, ``at``, ``out``.

    Meetings, calls, letters to at most three people, and introductions between you and
    them count. What happens in one way on one day counts once (``out``: you took part
    in it actively, as all do in a meeting). An introduction without an exact date is a
    day of its own, without ``at``.

    Parameters
    ----------
    contacts
        Everybody.
    now
        The day to look back from.
    """
    rows = contacts.interactions
    kinds = [*LETTERS, *MUTUAL, _INTRODUCTION]
    known = is_past(contacts, now) | rows["at"].isna()
    place = np.flatnonzero((rows["kind"].isin(kinds) & known).to_numpy())
    rows = rows.iloc[place]
    people = contacts.people.index
    source, target = (people.get_indexer(pd.Index(rows[end])) for end in ("source", "target"))
    ego = people.get_loc(contacts.ego) if contacts.ego is not None else -2
    at = rows["at"].to_numpy()
    dated = ~np.isnat(at)
    introduced = (rows["kind"] == _INTRODUCTION).to_numpy()
    day = np.where(dated, at.astype("datetime64[D]").astype(np.int64), -1 - place)
    events = pd.DataFrame(
        {
            "other": np.where(source == ego, target, source),
            "way": rows["channel"].map(_WAY_OF).fillna("other").to_numpy(),
            "day": day,
            "at": at,
            "out": (source == ego) | rows["kind"].isin(MUTUAL).to_numpy(),
            "back": (target == ego) | rows["kind"].isin(MUTUAL).to_numpy(),
        }
    )
    yours = (source == ego) | (target == ego)
    counted = yours & (events["other"] >= 0).to_numpy() & (dated | introduced) & ~_to_many(rows)
    days = events[counted].groupby(["other", "way", "day"], as_index=False, sort=False)
    told: pd.DataFrame = days.agg(at=("at", "max"), out=("out", "any"), back=("back", "any"))
    return told


def known_ways(contacts: Contacts, days: pd.DataFrame) -> list[str]:
    """Name the ways of which these files tell: of the others nobody knows, which is not 0."""
    formats = set(contacts.files["format"].dropna())
    kinds = contacts.interactions["kind"]
    known = set(days["way"].unique())
    if has_calendar(contacts):
        known |= {"in_person_possible", "call"}
    if "mail" in formats or (kinds == "mail").any():
        known.add("mail")
    if "linkedin.messages" in formats:
        known.add("linkedin")
    return [way for way in WAYS if way in known]


def has_calendar(contacts: Contacts) -> bool:
    """Tell whether a calendar is there: only then who is not in it was perhaps not met.

    What you noted by hand tells whom you met, and of nobody that you did not.
    """
    rows = contacts.interactions
    told = (rows["kind"] == "meeting") & ~is_noted(rows)
    return bool((contacts.files["format"] == "calendar").any() or told.any())


def _to_many(rows: pd.DataFrame) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    """Find the letters that went to more than a few people."""
    key = ["source", "at", "kind", "thread"]
    letters = rows[rows["kind"].isin(LETTERS) & rows["thread"].notna()]
    several = letters[letters.duplicated(key, keep=False)]
    count = several.groupby(key, sort=False)["target"].transform("nunique")
    many = pd.Series(count.reindex(rows.index).fillna(1.0) > FEW)
    return many.to_numpy(dtype=bool)
