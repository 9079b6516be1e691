"""``Skills`` and ``Certifications``: what you say that you can, and what others attest."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from netgraph.contacts import EGO, Contacts
from netgraph.importers._account import DUPLICATE, account, mark, no_faults
from netgraph.importers._dates import read_reduced, warn_of_unread
from netgraph.importers._names import clean, map_unique
from netgraph.importers._people import tell_ego
from netgraph.importers._register import importer

if TYPE_CHECKING:
    from netgraph.importers._table import Table

_NAMELESS = "it names no skill"


@importer(
    "linkedin.skills",
    columns={"skill": "Name|Skill|Skill Name"},
    needs=("skill",),
    files=("Skills",),
    only_named=True,
)
def read_skills(table: Table) -> Contacts:
    """Skills that stand on your profile."""
    return _own(table, "skill")


@importer(
    "linkedin.certifications",
    columns={
        "skill": "Name",
        "url": "Url",
        "organisation": "Authority",
        "start": "Started On|Start Date",
        "end": "Finished On|End Date",
        "licence": "License Number",
    },
    needs=("skill organisation licence",),
    files=("Certifications",),
)
def read_certifications(table: Table) -> Contacts:
    """Certificates that you hold, who issued them and since when."""
    return _own(table, "certification")


def _own(table: Table, kind: str) -> Contacts:
    skills = map_unique(table.text("skill"), clean)
    faults = mark(no_faults(table), skills == "", _NAMELESS)
    faults = mark(faults, table.cells.duplicated(), DUPLICATE)
    kept = faults == ""
    begun = map_unique(table.text("start"), read_reduced)
    return Contacts(
        people=tell_ego(table.importer.name),
        skills=pd.DataFrame(
            {
                "person_id": EGO,
                "skill": skills[kept],
                "kind": kind,
                "at": _first_days(begun)[kept],
                "organisation": map_unique(table.text("organisation"), clean)[kept],
            }
        ),
        **account(table, faults, [warn_of_unread((table.text("start"), begun))]),
    )


def _first_days(dates: pd.Series) -> pd.Series:
    """Give the first day of dates that may be a month or a year."""
    whole = dates.map(lambda text: f"{text}-01-01"[:10] if isinstance(text, str) else None)
    return pd.to_datetime(whole)
