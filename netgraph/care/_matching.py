"""Whom you could bring together: two of your contacts, each in a field that the other lacks."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import pandas as pd

from netgraph.domains import DOMAINS, SENIORITY

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from netgraph.contacts import Contacts

LEAST_KNOWN = 3
"""So many acquaintances of theirs must be known before it is said that a field is missing."""

_LOOKED_AT = 40
"""So many of a field, the nearest to you first, are looked at for each person."""


class _Circle(NamedTuple):
    """Those with whom you are in touch, in columns: the nearest first."""

    place: NDArray[np.int64]
    name: list[str]
    field: NDArray[np.int64]
    level: NDArray[np.int64]
    company: NDArray[np.int64]
    knows: NDArray[np.int64]
    known: NDArray[np.int64]


def match_contacts(contacts: Contacts, closeness: pd.Series, *, first: pd.Series) -> pd.DataFrame:
    """Pair people who are in touch with you, so that each may gain a field.

    Two are a pair if both have a known field of work, neither knows anybody in the
    other's field as far as ties among your contacts are known, at least `LEAST_KNOWN`
    such ties are known of either, they are not tied, and not at one company. People of
    one level come first, then those who are nearest to you. Everybody is in one pair
    at most. What they really lack, they know better: it is a guess, and says so.

    Parameters
    ----------
    contacts
        After `classify`.
    closeness
        Whom you are in touch with: person_id -> how near, the more the nearer.
    first
        Who is served first: person_id -> the more the sooner, such as what you owe.

    Returns
    -------
    pandas.DataFrame
        Index person_id, both of each pair: ``could_give``, ``giving``, ``evidence``.
    """
    near = closeness.sort_values(ascending=False, kind="stable").index
    field = contacts.people["domain"].reindex(near)
    near = near[field.isin(list(DOMAINS)).to_numpy()]
    pairs, neighbours = _ties_among(contacts)
    circle = _circle(contacts, near, neighbours)
    told = (circle.known >= LEAST_KNOWN).nonzero()[0]
    free = {int(f): told[circle.field[told] == f].tolist() for f in np.unique(circle.field[told])}
    owed = first.reindex(near).fillna(0.0).to_numpy()
    used: set[int] = set()
    rows = []
    for one in told[np.argsort(-owed[told], kind="stable")].tolist():
        other = None if one in used else _partner(circle, one, free, pairs)
        if other is not None:
            used |= {one, other}
            for each in (one, other):
                free[int(circle.field[each])].remove(each)
            rows += [_row(circle, near, one, other), _row(circle, near, other, one)]
    columns = ["person_id", "could_give", "giving", "evidence"]
    return pd.DataFrame(rows, columns=columns).set_index("person_id")


def _partner(
    circle: _Circle, one: int, free: Mapping[int, list[int]], pairs: set[tuple[int, int]]
) -> int | None:
    """Find whom to bring together with one: of their level before others, then the nearest."""
    field, level, company = circle.field[one], circle.level[one], circle.company[one]
    place = circle.place[one]
    best: tuple[bool, int] | None = None
    for there, many in free.items():
        if there == field or circle.knows[one, there]:
            continue
        for other in many[:_LOOKED_AT]:
            rank = (bool(circle.level[other] != level), other)
            if best and rank >= best:
                if rank[0]:
                    continue
                break
            if (
                not circle.knows[other, field]
                and (company < 0 or circle.company[other] != company)
                and (place, circle.place[other]) not in pairs
            ):
                best = rank
    return best[1] if best else None


def _ties_among(contacts: Contacts) -> tuple[set[tuple[int, int]], pd.DataFrame]:
    """Find who of your contacts are tied, by position in people, each way round."""
    ties = contacts.ties
    people = contacts.people.index
    ends = [people.get_indexer(pd.Index(ties[end])) for end in ("source", "target")]
    ego = people.get_loc(contacts.ego) if contacts.ego is not None else -1
    among = (ends[0] >= 0) & (ends[1] >= 0) & (ends[0] != ego) & (ends[1] != ego)
    one, other = (end[among] for end in ends)
    both = pd.DataFrame({"one": np.r_[one, other], "other": np.r_[other, one]}).drop_duplicates()
    return set(zip(both["one"].tolist(), both["other"].tolist(), strict=True)), both


def _circle(contacts: Contacts, near: pd.Index, neighbours: pd.DataFrame) -> _Circle:
    people = contacts.people
    codes = {code: number for number, code in enumerate(DOMAINS)}
    field = people["domain"].map(codes).fillna(-1).to_numpy(dtype=np.int64)
    levels = {code: number for number, code in enumerate(SENIORITY)}
    level = people["seniority"].map(levels).fillna(-1).to_numpy(dtype=np.int64)
    place = people.index.get_indexer(near)
    row = np.full(len(people), -1)
    row[place] = np.arange(len(place))
    theirs = row[neighbours["one"].to_numpy()]
    of = field[neighbours["other"].to_numpy()]
    known = (theirs >= 0) & (of >= 0)
    knows = np.zeros((len(near), len(codes)), dtype=np.int64)
    np.add.at(knows, (theirs[known], of[known]), 1)
    name = people["name"].reindex(near)
    names = name.where(name.notna(), near.to_series(index=near)).tolist()
    company = pd.factorize(people["company"].reindex(near).str.casefold())[0]
    own, height = (np.asarray(each[place], dtype=np.int64) for each in (field, level))
    return _Circle(place, names, own, height, company, knows, knows.sum(axis=1))


def _row(circle: _Circle, near: pd.Index, one: int, other: int) -> tuple[str, str, str, str]:
    fields = list(DOMAINS.values())
    here, there = fields[circle.field[one]], fields[circle.field[other]]
    alike = circle.level[one] == circle.level[other] >= 0
    level = list(SENIORITY.values())[circle.level[one]] if alike else ""
    evidence = (
        f"a guess: they are in {here}, and of {circle.known[one]} people whom these files show "
        f"around them none is in {there}; {circle.name[other]} is, and of "
        f"{circle.known[other]} around them none is in {here}; nothing shows that the two know "
        f"each other{f'; both are at the level {level}' if level else ''}"
    )
    return str(near[one]), f"introduce {circle.name[other]} to them", "introduction", evidence
