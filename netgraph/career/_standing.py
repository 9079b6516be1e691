"""Where somebody stands as seen from you: level, field of work, and in which house."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import pandas as pd

from netgraph.domains import DOMAINS, SENIORITY
from netgraph.gaps import domain_similarity
from netgraph.identity import company_key

if TYPE_CHECKING:
    from collections.abc import Hashable

    from netgraph.contacts import Contacts

LEVEL = {code: place for place, code in enumerate(SENIORITY)}
"""Level -> its place, 0 (entry) to 5 (executive or owner)."""

NEAR = 0.6
"""A field counts as near from this similarity on: the same trade in two places."""

DEPARTMENT, ORGANISATION, OUTSIDE = "department", "organisation", "outside"
"""Your own field in your organisation; the rest of it; everywhere else."""

GRADES = {
    "A": "you exchange words both ways",
    "B": "a tie is in your files, but no words both ways with the one whom you would turn to",
    "C": "a tie on the way is inferred",
}
"""How sure it is that somebody can be reached, the surest first."""


_TOLD = ("domain", "seniority", "company")


class Self(NamedTuple):
    """You: id, field, place of your level, company; None where the files do not tell."""

    ego: str | None
    domain: str | None
    level: int | None
    company: str | None


def find_self(contacts: Contacts) -> Self:
    """Read what the files tell of yourself."""
    ego = contacts.ego
    if ego is None:
        return Self(None, None, None, None)
    row = contacts.people.loc[ego]
    told = {column: str(row[column]) for column in _TOLD if isinstance(row[column], str)}
    level = LEVEL.get(told.get("seniority", ""))
    return Self(ego, told.get("domain"), level, told.get("company"))


def unknown_self(me: Self, *, field: bool = True) -> str:
    """Say what has to be known of yourself and is not; "" if all is there."""
    if me.ego is None:
        return "Not known from these files: which of these people you are."
    if me.level is None or (field and me.domain is None):
        return (
            "Not known from these files: your own field of work and level. Positions.csv in the "
            "larger LinkedIn archive tells them, or your own title in an address book."
        )
    return ""


def levels(seniority: pd.Series) -> pd.Series[float]:
    """Give the places of levels; NaN where none is known."""
    return seniority.map(LEVEL).astype("float64")


def fits(domains: pd.Series, wanted: str) -> pd.Series[float]:
    """Tell how near fields of work are to one, 0 to 1; NaN where none is known."""
    return domains.map(domain_similarity()[wanted]).astype("float64")


def places(people: pd.DataFrame, me: Self) -> pd.Series:
    """Tell who works in your department, in your organisation, or outside; NA if not known."""
    mine = company_key(me.company) if me.company else None
    companies = people["company"]
    known = {name: company_key(name) for name in companies.dropna().unique()}
    keys = companies.map(known)
    if mine is None:
        return pd.Series(pd.NA, index=people.index, dtype="str")
    here = (keys == mine).fillna(value=False).to_numpy(dtype=bool)
    own = (people["domain"] == me.domain).fillna(value=False).to_numpy(dtype=bool)
    where = np.select([here & own, here], [DEPARTMENT, ORGANISATION], OUTSIDE)
    return pd.Series(where, index=people.index, dtype="str").mask(keys.isna())


def post_in_words(domain: Hashable, seniority: Hashable) -> str:
    """Write a field and a level.

    Examples
    --------
    >>> post_in_words("DATA", "D")
    'Data and analytics, director or vice president'
    """
    field = DOMAINS.get(str(domain), "field not known")
    level = SENIORITY.get(str(seniority))
    return f"{field}, {level.lower()}" if level else field


def counted(number: int, one: str, several: str = "") -> str:
    """Write a number and its noun: ``"1 person"``, ``"2 people"``."""
    return f"{number:,} {one if number == 1 else several or one + 's'}"
