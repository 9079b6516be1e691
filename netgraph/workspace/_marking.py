"""What you said, beside the people that it is about and among what passed between you."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pandas as pd

from netgraph.own_word import CONTACTS_NOTED, NOTED_TIE
from netgraph.workspace._kept import latest_notes, renamed, tags_that_count
from netgraph.workspace._said import relations_that_count

if TYPE_CHECKING:
    from collections.abc import Mapping

    from netgraph.contacts import Contacts
    from netgraph.workspace._said import Marks

_LETTER = "message"


def mark(contacts: Contacts, told: Marks, current: Mapping[str, str]) -> Contacts:
    """Add what was said, where there is any.

    Parameters
    ----------
    contacts
        As they were worked out.
    told
        By any id that people had.
    current
        Raw id -> the id that the person has now.

    Returns
    -------
    Contacts
        People with the further columns ``note`` (the last one), ``tags`` and
        ``relations_said`` (``"mentor; not recruiter"``); contacts that were noted
        among the interactions, and as ties of kind ``noted``.
    """
    tags = tags_that_count(renamed(told.tags, current))
    columns = {
        "note": latest_notes(renamed(told.notes, current)),
        "tags": _listed(tags, tags["tag"]),
        "relations_said": _relations(renamed(told.relations, current)),
    }
    people = contacts.people
    known = {
        name: cells.reindex(people.index)
        for name, cells in columns.items()
        if cells.index.isin(people.index).any()
    }
    tables = {"people": people.assign(**known)} if known else {}
    noted = _noted(contacts, renamed(told.logged, current))
    if len(noted):
        tables["interactions"] = pd.concat([contacts.interactions, noted], ignore_index=True)
        tables["ties"] = pd.concat([contacts.ties, _ties(contacts, noted)], ignore_index=True)
    return replace(contacts, **tables) if tables else contacts


def _listed(table: pd.DataFrame, labels: pd.Series) -> pd.Series:
    """Write the labels of each person in one cell."""
    return labels.groupby(table["person_id"], sort=False).agg("; ".join)


def _relations(told: pd.DataFrame) -> pd.Series:
    said = relations_that_count(told)
    return _listed(said, said["relation"].where(said["holds"], "not " + said["relation"]))


def _noted(contacts: Contacts, logged: pd.DataFrame) -> pd.DataFrame:
    """Give the contacts with people who are here as rows of ``interactions``."""
    ego = contacts.ego
    rows = logged[logged["person_id"].isin(contacts.people.index) & (logged["person_id"] != ego)]
    if ego is None or rows.empty:
        return contacts.interactions.head(0)
    mine = rows["by"] == "me"
    return pd.DataFrame(
        {
            "source": rows["person_id"].mask(mine, ego),
            "target": rows["person_id"].where(mine, ego),
            "at": rows["at"],
            "kind": rows["kind"].map({word: told.kind for word, told in CONTACTS_NOTED.items()}),
            "channel": rows["kind"].map({w: told.channel for w, told in CONTACTS_NOTED.items()}),
        }
    )


def _ties(contacts: Contacts, noted: pd.DataFrame) -> pd.DataFrame:
    """Tie you to those with whom you had more than a letter."""
    rows = noted[noted["kind"] != _LETTER]
    other = rows["source"].where(rows["source"] != contacts.ego, rows["target"])
    days = rows["at"].groupby(other).agg(since="min", last_at="max")
    told = days.rename_axis("target").reset_index()
    return told.assign(source=contacts.ego, kind=NOTED_TIE, evidence="observed", probability=1.0)
