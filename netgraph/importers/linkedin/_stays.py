"""What positions, schools, volunteering and followed companies share: your stays somewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from netgraph.contacts import EGO, Contacts
from netgraph.importers._account import account, mark, no_faults
from netgraph.importers._dates import read_reduced, warn_of_unread
from netgraph.importers._names import clean, map_unique
from netgraph.importers._people import tell_ego

if TYPE_CHECKING:
    from netgraph.importers._table import Table


def tell_stays(table: Table, kind: str, **ego: str | None) -> Contacts:
    """Make `Contacts` of a file in which each row is a stay of yours at an organisation.

    Parameters
    ----------
    table
        With the roles ``organisation``, ``role``, ``start``, ``end``.
    kind
        What ``affiliations.kind`` calls it.
    **ego
        What the file tells about you beside.
    """
    organisation = map_unique(table.text("organisation"), clean)
    faults = mark(no_faults(table), organisation == "", "it names no organisation")
    kept = faults == ""
    dates = {side: map_unique(table.text(side), read_reduced) for side in ("start", "end")}
    return Contacts(
        people=tell_ego(table.importer.name, **ego),
        affiliations=pd.DataFrame(
            {
                "person_id": EGO,
                "organisation": organisation[kept],
                "kind": kind,
                "role": map_unique(table.text("role"), clean)[kept],
                "start": dates["start"][kept],
                "end": dates["end"][kept],
            }
        ),
        **account(
            table,
            faults,
            [warn_of_unread(*((table.text(side), read) for side, read in dates.items()))],
        ),
    )
