"""Your notes and tags beside the people they are about."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from netgraph.workspace._kept import latest_notes, renamed, tags_that_count

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd

    from netgraph.contacts import Contacts


def mark(
    contacts: Contacts, notes: pd.DataFrame, tags: pd.DataFrame, current: Mapping[str, str]
) -> Contacts:
    """Add the columns ``note`` (the last one) and ``tags``, where there are any."""
    told = renamed(tags, current)
    labels = tags_that_count(told).groupby("person_id", sort=False)["tag"].agg("; ".join)
    columns = {"note": latest_notes(renamed(notes, current)), "tags": labels}
    people = contacts.people
    known = {
        name: cells.reindex(people.index)
        for name, cells in columns.items()
        if cells.index.isin(people.index).any()
    }
    return replace(contacts, people=people.assign(**known)) if known else contacts
