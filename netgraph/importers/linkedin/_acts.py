"""What endorsements, recommendations and follows share: one act between you and one other."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from netgraph.contacts import EGO, Contacts
from netgraph.importers._account import ANONYMOUS, DUPLICATE, account, hash_rows, mark, no_faults
from netgraph.importers._dates import TIMES, read_times, warn_of_unread
from netgraph.importers._identifiers import linkedin_slug
from netgraph.importers._names import clean, is_deleted_member, map_unique, without_degrees
from netgraph.importers._people import mentioned, tell_ego, tell_people, tell_profiles

if TYPE_CHECKING:
    from netgraph.importers._table import Table


def tell_acts(
    table: Table,
    kind: str,
    *,
    given: bool,
    faults: pd.Series | None = None,
    words: pd.Series | None = None,
) -> Contacts:
    """Make `Contacts` of a file in which each row is an act between you and one other.

    Parameters
    ----------
    table
        With the roles ``given`` and ``family`` (or ``name``), ``url``, ``at``,
        ``company``, ``position``, ``skill``.
    kind
        What ``interactions.kind`` calls it.
    given
        Whether you did it to them, or they to you.
    faults
        Rows that the file's own reader refuses: row number -> reason.
    words
        How many words were written.
    """
    source = table.importer.name
    names = (
        table.text("given") + " " + table.text("family") + " " + table.text("name")
    ).str.strip()
    names = map_unique(names, lambda text: without_degrees(clean(text)))
    slugs = map_unique(table.text("url"), linkedin_slug)
    ids = pd.Series(
        [mentioned(name, slug) for name, slug in zip(names, slugs, strict=True)],
        index=names.index,
        dtype="object",
    )
    times = read_times(table.text("at"), TIMES)
    deleted = names.map(is_deleted_member).astype(bool)
    faults = no_faults(table) if faults is None else faults
    faults = mark(faults, ids.isna() | deleted, ANONYMOUS)
    faults = mark(faults, table.cells.duplicated(), DUPLICATE)
    kept = faults == ""
    others = tell_people(ids[kept], names[kept], source)
    for column, role in (("company", "company"), ("title", "position")):
        known = map_unique(table.text(role), clean)[kept].set_axis(ids[kept])
        others[column] = known[known != ""].groupby(level=0).first().reindex(others.index)
    ends = (EGO, ids[kept]) if given else (ids[kept], EGO)
    skills = map_unique(table.text("skill"), clean)[kept]
    confirmed = pd.DataFrame(
        {
            "person_id": ends[1],
            "skill": skills,
            "kind": "endorsement",
            "source_id": ends[0],
            "at": times[kept],
        }
    )
    return Contacts(
        people=pd.concat([tell_ego(source), others]),
        identifiers=tell_profiles(others),
        interactions=pd.DataFrame(
            {
                "source": ends[0],
                "target": ends[1],
                "at": times[kept],
                "kind": kind,
                "channel": "linkedin",
                "words": words[kept] if words is not None else pd.NA,
                "event": hash_rows(table, ("given", "family", "name", "at", "skill"))[kept],
            }
        ),
        skills=confirmed[skills != ""],
        **account(table, faults, [warn_of_unread((table.text("at"), times))]),
    )
