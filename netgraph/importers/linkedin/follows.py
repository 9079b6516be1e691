"""``Member_Follows.csv`` and ``Company Follows.csv``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netgraph.importers._account import mark, no_faults
from netgraph.importers._dates import TIMES, read_times
from netgraph.importers._names import map_unique, name_key
from netgraph.importers._register import importer
from netgraph.importers.linkedin._acts import tell_acts
from netgraph.importers.linkedin._stays import tell_stays

if TYPE_CHECKING:
    from netgraph.contacts import Contacts
    from netgraph.importers._table import Table

_UNFOLLOW = "an unfollow: it ends an earlier follow"
_ENDED = "the follow was ended later"


@importer(
    "linkedin.member_follows",
    columns={"at": "Date", "status": "Status", "name": "FullName"},
    needs=("at status name",),
    files=("Member_Follows",),
)
def read_member_follows(table: Table) -> Contacts:
    """People whom you follow, and since when; what was ended is left out."""
    people = map_unique(table.text("name"), name_key)
    times = read_times(table.text("at"), TIMES)
    unfollow = table.text("status").str.casefold().ne("active")
    latest = times.where(unfollow).groupby(people).transform("max")
    ended = ~unfollow & latest.notna() & (times <= latest)
    faults = mark(mark(no_faults(table), unfollow, _UNFOLLOW), ended, _ENDED)
    return tell_acts(table, "follow", given=True, faults=faults)


@importer(
    "linkedin.company_follows",
    columns={"organisation": "Organization", "start": "Followed On"},
    needs=("organisation start",),
    files=("Company Follows",),
)
def read_company_follows(table: Table) -> Contacts:
    """Companies that you follow, and since when."""
    return tell_stays(table, "follow")
