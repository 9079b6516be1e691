"""Who is never to be suggested: those whom you hid."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from netgraph.contacts import split_labels

if TYPE_CHECKING:
    from netgraph.contacts import Contacts

HIDDEN = "hidden from suggestions"
"""The tag of somebody whom nothing is to suggest."""


def hidden_from_suggestions(contacts: Contacts) -> pd.Index:
    """List the people who are not to be suggested, whatever speaks for them.

    Parameters
    ----------
    contacts
        Of a workspace, which keeps whom you hid as the tag
        ``"hidden from suggestions"`` in ``people["tags"]``; in others nobody is hidden.

    Returns
    -------
    pandas.Index
        Their person_ids, in the order of people.

    Examples
    --------
    >>> from netgraph.contacts import Contacts
    >>> people = pd.DataFrame({"name": ["Ann", "Bo"], "tags": ["vip", f"vip; {HIDDEN}"]},
    ...                       index=["ann", "bo"])
    >>> hidden_from_suggestions(Contacts(people=people)).tolist()
    ['bo']
    """
    people = contacts.people
    if "tags" not in people:
        return people.index[:0]
    tags = people["tags"].dropna()
    hidden = [person for person, cell in tags.items() if HIDDEN in split_labels(cell)]
    return pd.Index(hidden, dtype=people.index.dtype, name=people.index.name)
