"""What is known of yourself: where you work and worked, studied, belong."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pandas as pd

from netgraph.identity import company_key

if TYPE_CHECKING:
    from netgraph.contacts import Contacts

KINDS = ("employer", "school", "association", "volunteering")
"""The kinds of stays that make a relation; following a page makes none."""

BEGINNING, NEVER = "0000", "9999"
_STAY = ["person_id", "key", "organisation", "kind", "role", "start", "end"]


class Own(NamedTuple):
    """Yourself."""

    ego: str | None
    """Your person_id."""

    stays: pd.DataFrame
    """Where you are and were: ``key organisation kind role start end present``."""

    theirs: pd.DataFrame
    """The stays of others, at places of yours alone."""

    today: str
    """The day that is looked back from, as ``2026-01-31``; far ahead where none is known."""

    current: pd.Series
    """person_id -> the key of the company where they work; NA where it is not known."""

    since: pd.Series
    """person_id -> since when you are connected."""

    def of_kind(self, *kinds: str) -> pd.DataFrame:
        """Give your stays of some kinds."""
        stays: pd.DataFrame = self.stays[self.stays["kind"].isin(kinds)]
        return stays


def read_own(contacts: Contacts, now: pd.Timestamp | None) -> Own:
    """Read what the files tell of yourself."""
    ego, today = contacts.ego, _day(now)
    current = keys_of(contacts.people["company"].dropna())
    every = _keyed(contacts.affiliations)
    stays = _stays(contacts, every[every["person_id"] == ego], today)
    theirs = every[every["key"].isin(stays["key"]) & (every["person_id"] != ego)]
    return Own(ego, stays, theirs, today, current, _since(contacts, ego))


def keys_of(organisations: pd.Series) -> pd.Series:
    """Give the `company_key` of each; each spelling is read once."""
    names = organisations.unique()
    key = pd.Series([company_key(name) for name in names], index=names, dtype="str")
    found: pd.Series = organisations.map(key).astype("str")
    return found


def own_employers(contacts: Contacts, now: pd.Timestamp | None) -> pd.Series:
    """Give the keys of the companies where you work now."""
    stays = contacts.affiliations
    mine = _stays(contacts, _keyed(stays[stays["person_id"] == contacts.ego]), _day(now))
    keys: pd.Series = mine.loc[mine["present"] & (mine["kind"] == "employer"), "key"]
    return keys


def _day(now: pd.Timestamp | None) -> str:
    return NEVER if now is None or pd.isna(now) else f"{now:%Y-%m-%d}"


def _keyed(stays: pd.DataFrame) -> pd.DataFrame:
    """Add the key of the organisation to stays of the kinds that count."""
    stays = stays[stays["kind"].isin(KINDS) & stays["organisation"].notna()]
    return stays.assign(key=keys_of(stays["organisation"])).dropna(subset=["key"])[_STAY]


def has_ended(end: pd.Series, today: str) -> pd.Series:
    """Whether stays are over; one without an end is not."""
    ended: pd.Series = end.notna() & (end.fillna(NEVER) <= today)
    return ended


def overlap(one: pd.DataFrame, other: pd.DataFrame) -> pd.Series:
    """Whether two stays, row by row, have a day in common; an open end is open."""
    both = pd.Series(True, index=one.index)
    for first, second in ((one, other), (other, one)):
        # a year or a month lasts to its end
        both &= first["start"].fillna(BEGINNING) <= second["end"].fillna(NEVER) + "-99"
    return both


def _stays(contacts: Contacts, mine: pd.DataFrame, today: str) -> pd.DataFrame:
    ego = contacts.ego
    stays = mine.drop(columns="person_id")
    company = contacts.people["company"].get(ego) if ego is not None else None
    key = company_key(company)
    if key is not None and not (stays["key"] == key).any():
        told = {"key": [key], "organisation": [company], "kind": ["employer"]}
        stays = pd.concat([stays, pd.DataFrame(told).reindex(columns=stays.columns)])
    dated = stays["start"].notna() | stays["end"].notna()
    told_better = (~dated) & (dated.groupby([stays["key"], stays["kind"]]).transform("any"))
    stays = stays[~told_better].drop_duplicates(["key", "kind", "start", "end"])
    stays = stays.assign(present=~has_ended(stays["end"], today))
    return stays.astype({"key": "str", "organisation": "str"}).reset_index(drop=True)


def _since(contacts: Contacts, ego: str | None) -> pd.Series:
    ties = contacts.ties
    ties = ties[(ties["source"] == ego) & (ties["kind"] == "contact") & ties["since"].notna()]
    since: pd.Series = ties.groupby("target")["since"].min()
    return since
