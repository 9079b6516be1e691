"""Which addresses of a mailbox or a calendar are the user's own."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

import pandas as pd

from netgraph.importers._gatherings import KINDS
from netgraph.importers._names import name_key
from netgraph.importers._parties import most_present
from netgraph.importers._people import MAIL

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from netgraph.contacts import Contacts

MOST = 0.5
"""You take part in most of what lies in your own mailbox, if perhaps not in all of it."""
_ENDS = ("source", "target")


class Owned(NamedTuple):
    """Which addresses in mails and meetings are the user's.

    Attributes
    ----------
    own
        Those that are not known from elsewhere.
    found
        Whether the user is in most of the mails and meetings; True too if there
        are none.
    guessed
        Those of `own` that only stand in most of a mailbox: nothing else says
        that they are the user's.
    """

    own: set[str]
    found: bool
    guessed: set[str]


def share(acts: pd.DataFrame, ids: set[str]) -> float:
    """Give the share of events in which one of `ids` takes part; 1 if there are none."""
    if acts.empty:
        return 1.0
    present = acts["source"].isin(ids) | acts["target"].isin(ids)
    return float(acts["event"][present].nunique() / acts["event"].nunique())


def find_own_addresses(parts: Sequence[Contacts], ids: set[str], names: Iterable[str]) -> Owned:
    """Find the user's addresses in mails and meetings.

    In order: `ids`; addresses that bear one of the user's names; the address
    that the mailbox seems to belong to; the one that stands in most of all.
    A step is taken only where those before it are not in most of the events.

    Parameters
    ----------
    parts
        What was read; mails and meetings carry ``owner``, whom their file
        seems to belong to.
    ids, names
        Under which the user is known already.

    """
    boxes = [part for part in parts if "owner" in part.interactions]
    boxes = [box for box in boxes if box.interactions["kind"].isin(KINDS).any()]
    if not boxes:
        return Owned(set(), found=True, guessed=set())
    keys = {name_key(name) for name in names}
    own, guessed = set[str](), set[str]()
    for box in sorted(boxes, key=lambda box: -len(box.interactions)):
        if share(box.interactions, ids | own | guessed) < MOST:
            own |= _of_that_name(box.people, keys)
        if share(box.interactions, ids | own | guessed) < MOST:
            guessed |= {*box.interactions["owner"].dropna().unique()} - {""}
    events = pd.concat([box.interactions for box in boxes], ignore_index=True)
    if share(events, ids | own | guessed) < MOST:
        ends = pd.concat(
            [events[["event", end]].set_axis(["event", "id"], axis=1) for end in _ENDS]
        )
        guessed |= {most_present(Counter(ends.drop_duplicates()["id"].tolist()))} - {""}
    found = share(events, ids | own | guessed) >= MOST
    return Owned(own | guessed, found, guessed - own - ids)


def _of_that_name(people: pd.DataFrame, keys: set[str]) -> set[str]:
    named = people["name"].dropna()
    return {
        str(person)
        for person, name in named.items()
        if str(person).startswith(MAIL) and name_key(name) in keys
    }
