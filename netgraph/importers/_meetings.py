"""What follows from introductions: events, and ties among the three people."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pandas as pd

if TYPE_CHECKING:
    from netgraph.contacts import Contacts

_REASON = "two of the three people that it names are one person"
_NOT_MET = ("declined", "no_response")
_ORIGIN = ["file", "row"]


def refuse_selves(contacts: Contacts) -> Contacts:
    """Move introductions that name one person twice from the kept to the rejected rows.

    ``introduced by Olivia Owner`` reads like any other introduction, until
    Olivia is found to be you, to whom the person was introduced.
    """
    told = contacts.introductions
    if told.empty:
        return contacts
    first, second, third = told["introducer"], told["introduced"], told["introduced_to"]
    selves = (first == second) | (first == third) | (second == third)
    left = told[~selves]
    gone = told.loc[selves & ~told["row"].isin(left["row"]), _ORIGIN].drop_duplicates()
    gone = gone.dropna(subset="row")  # an address book's row was kept for the contact
    files = contacts.files.copy()
    files["kept"] -= len(gone)
    files["rejected"] += len(gone)
    refused = gone.assign(source=files["format"].iloc[0], reason=_REASON)
    rejected = pd.concat([contacts.rejected, refused]).sort_values("row", kind="stable")
    return replace(contacts, introductions=left, files=files, rejected=rejected)


def find_introduction_ties(introductions: pd.DataFrame) -> pd.DataFrame:
    """Tie the introducer to both, and the two to each other.

    Who declined, or did not respond, was not met: then the two stay apart.

    Parameters
    ----------
    introductions
        With ``at``, the day where the date tells one.

    Returns
    -------
    pandas.DataFrame
        Ties of kind ``introduction``; a pair may stand there several times.
    """
    met = introductions[~introductions["outcome"].isin(_NOT_MET)]
    pairs = [
        (introductions, "introducer", "introduced"),
        (introductions, "introducer", "introduced_to"),
        (met, "introduced", "introduced_to"),
    ]
    ties = [
        pd.DataFrame({"source": told[one], "target": told[other], "since": told["at"]})
        for told, one, other in pairs
    ]
    told = pd.concat(ties).assign(kind="introduction", count=1)
    return told.assign(evidence="observed", probability=1.0)


def find_introduction_events(introductions: pd.DataFrame) -> pd.DataFrame:
    """Tell each introduction as two interactions: the introducer addresses both."""
    sides = ("introduced", "introduced_to")
    columns = ["introducer", "at", "channel"]
    events = [introductions[[*columns, side]].rename(columns={side: "target"}) for side in sides]
    told = pd.concat(events).rename(columns={"introducer": "source"})
    return told.sort_index(kind="stable").assign(kind="introduction")
