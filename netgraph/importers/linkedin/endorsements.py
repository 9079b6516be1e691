"""``Endorsement_Received_Info.csv`` and ``Endorsement_Given_Info.csv``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netgraph.importers._register import importer
from netgraph.importers.linkedin._acts import tell_acts

if TYPE_CHECKING:
    from netgraph.contacts import Contacts
    from netgraph.importers._table import Table

_COMMON = {
    "at": "Endorsement Date",
    "skill": "Skill Name",
    "status": "Endorsement Status",
    "display": "Display Status",
}


@importer(
    "linkedin.endorsements_received",
    columns={
        **_COMMON,
        "given": "Endorser First Name",
        "family": "Endorser Last Name",
        "url": "Endorser Public Url",
    },
    needs=("at skill given family",),
)
def read_endorsements_received(table: Table) -> Contacts:
    """Endorsements of your skills by others."""
    return tell_acts(table, "endorsement", given=False)


@importer(
    "linkedin.endorsements_given",
    columns={
        **_COMMON,
        "given": "Endorsee First Name",
        "family": "Endorsee Last Name",
        "url": "Endorsee Public Url",
    },
    needs=("at skill given family",),
)
def read_endorsements_given(table: Table) -> Contacts:
    """Endorsements that you gave to the skills of others."""
    return tell_acts(table, "endorsement", given=True)
