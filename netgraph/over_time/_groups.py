"""What people are counted by: a field of work, a relation, or what else is told of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from netgraph.domains import DOMAINS, SENIORITY
from netgraph.errors import ContactsError, UnknownNameError, nearest
from netgraph.own_word import RELATIONS

if TYPE_CHECKING:
    from netgraph.contacts import Contacts

By = str | pd.Series | None
ALL, UNKNOWN = "all", "not known"
RELATION = "relation"
_NAMES = {"domain": DOMAINS, "seniority": SENIORITY, RELATION: RELATIONS}
_COLUMNS = ("domain", "seniority", "company", "location", RELATION)


def group_people(
    contacts: Contacts, people: pd.Index, by: By, relations: pd.DataFrame | None = None
) -> pd.DataFrame:
    """Put each person into the groups that they are in.

    Parameters
    ----------
    contacts
        Everybody.
    people
        Who is asked for.
    by
        ``"relation"``, a column of people, or a series person_id -> group; None for
        one group of all.
    relations
        As `find_relations` gives them; a person of several relations is in several groups.

    Returns
    -------
    pandas.DataFrame
        ``person_id`` and ``group``, a row per person and group; whose group is not
        known stands under `UNKNOWN`.

    Raises
    ------
    UnknownNameError
        If there is no such column.
    ContactsError
        If relations are asked for and were not given.
    """
    if by is None:
        return pd.DataFrame({"person_id": people, "group": ALL})
    if isinstance(by, pd.Series):
        told = by.dropna().astype("str")
        return _grouped(people, told[~told.index.duplicated()].reindex(people))
    if by == RELATION:
        return _by_relation(people, relations)
    if by not in contacts.people:
        raise UnknownNameError(
            f"people cannot be counted by {by!r}", remedy=nearest(by, list(_COLUMNS))
        )
    return _grouped(people, contacts.people[by].reindex(people))


def name_group(group: str, by: By) -> str:
    """Write a group out: the name of a field for its code."""
    names = _NAMES.get(by, {}) if isinstance(by, str) else {}
    return names.get(group, group)


def _grouped(people: pd.Index, told: pd.Series) -> pd.DataFrame:
    group = told.astype("str").where(told.notna(), UNKNOWN)
    return pd.DataFrame({"person_id": people, "group": group.to_numpy()})


def _by_relation(people: pd.Index, relations: pd.DataFrame | None) -> pd.DataFrame:
    if relations is None:
        raise ContactsError(
            "whom you have which relation to is not given",
            remedy="Give relations=netgraph.find_relations(contacts)",
        )
    held = relations[relations["person_id"].isin(people)]
    held = held[["person_id", "relation"]].drop_duplicates()
    none = people[~people.isin(held["person_id"])]
    rest = pd.DataFrame({"person_id": none, "relation": UNKNOWN})
    both = pd.concat([held, rest], ignore_index=True)
    return both.rename(columns={"relation": "group"})
