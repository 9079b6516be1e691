"""How many of the people are your contacts, and how many are only named."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import pandas as pd

    from netgraph.contacts import Contacts

_LETTERS = ("message", "mail")


class Acquaintance(NamedTuple):
    """How many people have an observed tie to you, and how many others are named."""

    contacts: int
    named: int


def count_people(contacts: Contacts) -> Acquaintance:
    """Count your contacts as the graph does: by a tie that is stated, or letters both ways.

    Parameters
    ----------
    contacts
        Everybody. Where it is not known who you are, all count as contacts.

    Examples
    --------
    >>> import pandas as pd
    >>> from netgraph.contacts import Contacts
    >>> people = pd.DataFrame({"is_ego": [True, False, False]}, index=["ego", "ann", "bo"])
    >>> ties = pd.DataFrame({"source": ["ego"], "target": ["ann"], "kind": ["contact"]})
    >>> count_people(Contacts(people=people, ties=ties))
    Acquaintance(contacts=1, named=1)
    """
    others = int((~contacts.people["is_ego"]).sum())
    if contacts.ego is None:
        return Acquaintance(others, 0)
    ties, sent = contacts.ties, contacts.interactions
    to, by = _around(ties[ties["evidence"] == "observed"], contacts.ego)
    written, answered = _around(sent[sent["kind"].isin(_LETTERS)], contacts.ego)
    tied = len((to | by | (written & answered)) - {contacts.ego})
    return Acquaintance(tied, others - tied)


def _around(pairs: pd.DataFrame, ego: str) -> tuple[set[str], set[str]]:
    """Give those to whom a pair leads from you, and those from whom one leads to you."""
    source, target = pairs["source"], pairs["target"]
    return set(target[source == ego]), set(source[target == ego])
