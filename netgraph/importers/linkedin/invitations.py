"""``Invitations.csv``: who asked whom to connect."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from netgraph.contacts import Contacts
from netgraph.importers._account import ANONYMOUS, DUPLICATE, account, hash_rows, mark, no_faults
from netgraph.importers._dates import TIMES, read_times, warn_of_unread
from netgraph.importers._identifiers import linkedin_slug
from netgraph.importers._names import clean, is_deleted_member, map_unique, without_degrees
from netgraph.importers._people import mentioned, tell_people, tell_profiles
from netgraph.importers._register import importer
from netgraph.importers.linkedin._words import count_questions, count_words

if TYPE_CHECKING:
    from netgraph.importers._table import Table

FORMAT = "linkedin.invitations"
COLUMNS = {
    "from": "From",
    "to": "To",
    "at": "Sent At",
    "message": "Message",
    "direction": "Direction",
    "from_urn": "inviterProfileUrn",
    "to_urn": "inviteeProfileUrn",
    "from_url": "inviterProfileUrl",
    "to_url": "inviteeProfileUrl",
}


@importer(FORMAT, columns=COLUMNS, needs=("from to at direction",), files=("Invitations",))
def read_invitations(table: Table) -> Contacts:
    """Invitations to connect: who asked whom, and when.

    Parameters
    ----------
    table
        Any of the three generations: names alone, with member numbers, with
        profile addresses.

    Returns
    -------
    Contacts
        An interaction a row. Whose file it is, is told by ``Direction``.
    """
    frm, to = _people(table, "from"), _people(table, "to")
    times = read_times(table.text("at"), TIMES)
    messages = table.text("message")
    deleted = frm["name"].map(is_deleted_member) | to["name"].map(is_deleted_member)
    faults = mark(no_faults(table), deleted | frm["id"].isna() | to["id"].isna(), ANONYMOUS)
    faults = mark(faults, table.cells.duplicated(), DUPLICATE)
    kept = faults == ""
    direction = table.text("direction").str.casefold()
    own = pd.concat(
        [to["id"][kept & (direction == "incoming")], frm["id"][kept & (direction == "outgoing")]]
    )
    ids = pd.concat([frm["id"][kept], to["id"][kept]])
    names = pd.concat([frm["name"][kept], to["name"][kept]])
    people = tell_people(ids, names, FORMAT, ego=own.mode()[0] if len(own) else None)
    return Contacts(
        people=people,
        identifiers=tell_profiles(people),
        interactions=pd.DataFrame(
            {
                "source": frm["id"][kept],
                "target": to["id"][kept],
                "at": times[kept],
                "kind": "invitation",
                "channel": "linkedin",
                "words": messages[kept].map(count_words),
                "questions": messages[kept].map(count_questions).astype("Int64"),
                "event": hash_rows(table, ("from", "to", "at", "message"))[kept],
            }
        ),
        **account(table, faults, [warn_of_unread((table.text("at"), times))]),
    )


def _people(table: Table, side: str) -> pd.DataFrame:
    names = map_unique(table.text(side), lambda t: without_degrees(clean(t)))
    slugs = map_unique(table.text(f"{side}_url"), linkedin_slug)
    ids = [mentioned(name, slug) for name, slug in zip(names, slugs, strict=True)]
    return pd.DataFrame({"name": names, "id": pd.Series(ids, index=names.index, dtype="object")})
