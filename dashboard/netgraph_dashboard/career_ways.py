"""What the views of Career share: the field that is meant, relations, and a note at one's side."""

from __future__ import annotations

from typing import TYPE_CHECKING

import dash_mantine_components as dmc

import netgraph as ng
from netgraph_dashboard import components
from netgraph_dashboard.gap_choice import FIELDS

if TYPE_CHECKING:
    import pandas as pd

    from netgraph_dashboard.components import Part
    from netgraph_dashboard.session import Session

GRADES = {
    "A": "words went both ways between you and the one you would turn to",
    "B": "a tie is in your files, and no words both ways",
    "C": "a tie on the way is inferred, or stands in your address book alone",
}
WRAPPED = {
    "wrapText": True,
    "autoHeight": True,
    "cellStyle": {"lineHeight": "1.35", "padding": "10px 16px"},
}
"""A column whose cells are sentences."""


def choose_field(name: str, session: Session) -> dmc.Select:
    """Ask which field is meant; nothing chosen means one's own."""
    contacts = session.contacts
    own = None if contacts.ego is None else contacts.people["domain"].get(contacts.ego)
    known = isinstance(own, str)
    return dmc.Select(
        id=name,
        label="Field of work",
        description="Your own, unless you choose another." if known else "Yours is not known.",
        placeholder=ng.DOMAINS[own] if known else "Choose a field",
        data=FIELDS,
        searchable=True,
        clearable=True,
        persistence=True,
        persistence_type="memory",
        maw=420,
    )


def relations(session: Session) -> pd.DataFrame:
    """Tell who somebody is to you; see `netgraph.find_relations`."""
    return session.once("relations", lambda: ng.find_relations(session.contacts))


def not_known(says: str, advice: str) -> Part:
    """Say that the files do not tell it."""
    return components.missing("Not known from these files", says, advice)


def grades_folded() -> Part:
    """Say what the grades mean."""
    return components.folded(
        "What A, B and C mean",
        *(f"{grade}: {says}. " for grade, says in GRADES.items()),
    )
