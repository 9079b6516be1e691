"""The ledger: each act of giving between you and each other person."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from netgraph.looking_back import LETTERS, is_past

if TYPE_CHECKING:
    from collections.abc import Mapping

    from netgraph.contacts import Contacts

GIFTS: Mapping[str, str] = MappingProxyType(
    {
        "messages": "message",
        "invitations": "invitation",
        "endorsements": "endorsement",
        "favours": "favour",
        "introductions": "introduction",
        "recommendations": "recommendation",
    }
)
"""What is kept account of: in the plural, as columns name it, and in the singular."""

FEW = 3
"""A letter to more people than this is a gift to none of them."""

_ACTS = ("invitation", "endorsement", "favour", "recommendation")
_NAMED = {"invitation": "invitations", "endorsement": "endorsements", "favour": "favours",
          "recommendation": "recommendations"}  # fmt: skip
_FILES = {
    "messages": ("linkedin.messages", "mail"),
    "invitations": ("linkedin.invitations",),
    "introductions": ("introductions",),
}
_ONE_WAY = ("endorsements", "recommendations")
"""Given and received stand in files of their own."""

_COLUMNS = ["other", "gift", "out", "at"]


def find_acts(contacts: Contacts, events: pd.DataFrame, now: pd.Timestamp) -> pd.DataFrame:
    """List all acts: ``other`` (position in people), ``gift``, ``out`` (yours), ``at``.

    Parameters
    ----------
    contacts
        Everybody.
    events
        As `find_exchanges` gives them: the letters are taken from there.
    now
        The day to look back from. What has no date counts too: a recommendation is
        one whenever it was written.
    """
    letters = events[events["kind"].isin(LETTERS) & (events["addressed"] <= FEW)]
    letters = letters.assign(gift="messages")[_COLUMNS]
    introduced = _introductions(contacts)
    introduced = introduced[~(introduced["at"] > now)]
    found = [letters, _public_acts(contacts, now), introduced]
    return pd.concat([table for table in found if len(table)] or [letters], ignore_index=True)


def count_acts(acts: pd.DataFrame) -> pd.DataFrame:
    """Count the acts of each kind and way: index ``other``, columns such as ``favours_given``."""
    names = columns()
    way = np.where(acts["out"], 0, 1)
    kind = pd.Index(list(GIFTS)).get_indexer(pd.Index(acts["gift"])) * 2 + way
    row, other = pd.factorize(acts["other"], sort=True)
    cells = np.bincount(row * len(names) + kind, minlength=len(other) * len(names))
    index = pd.Index(other, name="other")
    return pd.DataFrame(cells.reshape(len(other), len(names)), index, names)


def columns() -> list[str]:
    """Name the columns of the ledger, in their order."""
    return [f"{gift}_{way}" for gift in GIFTS for way in ("given", "received")]


def known_columns(contacts: Contacts, counted: pd.DataFrame) -> list[str]:
    """Name the columns of which these files tell: of the others nobody knows, which is not 0.

    Endorsements and recommendations given and received stand in two files. An archive
    that holds one of them holds the other, too, unless there is nothing in it.
    """
    formats = set(contacts.files["format"].dropna())
    known = []
    for gift in GIFTS:
        both = {way: f"{gift}_{way}" for way in ("given", "received")}
        seen = bool(counted[list(both.values())].to_numpy().any())
        if gift in _ONE_WAY and len(contacts.files):
            known += [column for way, column in both.items() if _has_file(contacts, gift, way)]
        elif seen or any(format_ in formats for format_ in _FILES.get(gift, ())):
            known += both.values()
    return known


def _has_file(contacts: Contacts, gift: str, way: str) -> bool:
    names = contacts.files["file"].astype("str").str.casefold()
    of_kind = names.str.contains(gift.removesuffix("s"), regex=False)
    told = of_kind & (names.str.contains(way, regex=False) | names.str.contains("/", regex=False))
    return bool(told.any())


def _public_acts(contacts: Contacts, now: pd.Timestamp) -> pd.DataFrame:
    """List endorsements, recommendations, invitations and favours."""
    rows = contacts.interactions
    rows = rows[rows["kind"].isin(_ACTS) & (is_past(contacts, now) | rows["at"].isna())]
    table = _between(contacts, rows["source"], rows["target"])
    table = table.assign(gift=rows["kind"].map(_NAMED), at=rows["at"])
    return table.loc[table["other"] >= 0, _COLUMNS]


def _introductions(contacts: Contacts) -> pd.DataFrame:
    """List introductions: of others by you, to each of the two; of you by others."""
    rows = contacts.introductions
    at = pd.to_datetime(rows["date"], format="ISO8601", errors="coerce").astype("datetime64[s]")
    made = rows["introducer"] == contacts.ego
    found = [
        _between(contacts, rows.loc[made, "introducer"], rows.loc[made, end]).assign(at=at[made])
        for end in ("introduced", "introduced_to")
    ]
    for end in ("introduced", "introduced_to"):
        you = ~made & (rows[end] == contacts.ego)
        taken = _between(contacts, rows.loc[you, "introducer"], rows.loc[you, end])
        found.append(taken.assign(at=at[you]))
    table = pd.concat(found).assign(gift="introductions")
    return table.loc[table["other"] >= 0, _COLUMNS]


def _between(contacts: Contacts, source: pd.Series, target: pd.Series) -> pd.DataFrame:
    """Give the other of each pair of which you are one; -1 where there is none."""
    people = contacts.people.index
    out = source == contacts.ego
    other = target.where(out, source)
    place = people.get_indexer(pd.Index(other))
    yours = out | (target == contacts.ego)
    alone = other == contacts.ego
    return pd.DataFrame({"other": np.where(yours & ~alone, place, -1), "out": out}, source.index)
