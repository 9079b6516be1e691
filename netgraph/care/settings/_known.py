"""What the settings are told by: each contact's field, level, place, tie; and your own."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from netgraph.care.exchanges import find_exchanges
from netgraph.care.relations import find_relations
from netgraph.care.relations._own import keys_of, own_employers
from netgraph.care.tie_health import measure_health
from netgraph.domains import SENIORITY

if TYPE_CHECKING:
    import pandas as pd

    from netgraph.contacts import Contacts

_LEVEL = {code: float(rank) for rank, code in enumerate(SENIORITY)}


class Known(NamedTuple):
    """What is known of your contacts and of yourself."""

    people: pd.DataFrame
    """By person_id: ``name domain seniority level state depth outside``; `level` counts from 0,
    `outside` is whether they work, and elsewhere than you."""

    relations: pd.DataFrame
    domain: str | None
    """Your own field."""

    level: float
    """Your own level; NaN where it is not known."""

    works: bool
    """Whether it is known where you work."""

    someone_wrote: bool
    """Whether any exchange is in the files."""


def read_known(
    contacts: Contacts, relations: pd.DataFrame | None, now: pd.Timestamp | str | None
) -> Known:
    """Put together what is known."""
    if relations is None:
        relations = find_relations(contacts, now=now)
    health = measure_health(contacts, *find_exchanges(contacts, now))
    mine = own_employers(contacts, health.attrs["now"])
    people = contacts.people[["name", "domain", "seniority"]].reindex(health.index)
    at = keys_of(contacts.people["company"].reindex(health.index))
    people = people.assign(
        level=people["seniority"].map(_LEVEL).astype("float64"),
        state=health["state"],
        depth=health["depth"],
        outside=at.notna() & ~at.isin(mine),
    )
    ego = contacts.people.reindex([contacts.ego] if contacts.ego is not None else [])
    domain, level = (next(iter(ego[column].dropna()), None) for column in ("domain", "seniority"))
    return Known(
        people=people,
        relations=relations,
        domain=domain,
        level=_LEVEL.get(str(level), float("nan")),
        works=not mine.empty,
        someone_wrote=bool((health["state"] != "unknown").any()),
    )
