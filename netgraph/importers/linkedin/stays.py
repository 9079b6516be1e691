"""``Positions``, ``Education``, ``Volunteering`` and ``Organizations``: where you have been."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netgraph.importers._dates import read_reduced
from netgraph.importers._names import clean
from netgraph.importers._register import importer
from netgraph.importers.linkedin._stays import tell_stays

if TYPE_CHECKING:
    from netgraph.contacts import Contacts
    from netgraph.importers._table import Table

_DATES = {"start": "Started On|Start Date", "end": "Finished On|End Date"}


@importer(
    "linkedin.positions",
    columns={
        "organisation": "Company Name",
        "role": "Title",
        "description": "Description",
        "location": "Location",
        **_DATES,
    },
    needs=("organisation role start end",),
    files=("Positions",),
    trust=0,
)
def read_positions(table: Table) -> Contacts:
    """Positions that you held, the present one as your company and title."""
    present = table.cells[(table.text("end") == "") & (table.text("organisation") != "")]
    if present.empty:
        return tell_stays(table, "employer")
    starts = [read_reduced(start.strip()) or "" for start in present["start"]]
    latest = present.iloc[max(range(len(starts)), key=starts.__getitem__)]
    return tell_stays(
        table, "employer", company=clean(latest["organisation"]), title=clean(latest["role"])
    )


@importer(
    "linkedin.education",
    columns={
        "organisation": "School Name",
        "role": "Degree Name",
        "notes": "Notes",
        "activities": "Activities",
        **_DATES,
    },
    needs=("organisation start end",),
    files=("Education",),
)
def read_education(table: Table) -> Contacts:
    """Schools that you went to."""
    return tell_stays(table, "school")


@importer(
    "linkedin.volunteering",
    columns={
        "organisation": "Company Name",
        "role": "Role",
        "cause": "Cause",
        "description": "Description",
        **_DATES,
    },
    needs=("organisation role cause",),
    files=("Volunteering",),
)
def read_volunteering(table: Table) -> Contacts:
    """Organisations that you volunteered for."""
    return tell_stays(table, "volunteering")


@importer(
    "linkedin.organizations",
    columns={
        "organisation": "Name",
        "role": "Position",
        "description": "Description",
        **_DATES,
    },
    needs=("organisation role description start end",),
    files=("Organizations",),
)
def read_organizations(table: Table) -> Contacts:
    """Associations that you belong to."""
    return tell_stays(table, "association")
