"""Those whom a cell of a list names: by a name, an address, or both."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

import pandas as pd

from netgraph.contacts import EGO
from netgraph.importers._identifiers import (
    email_addresses,
    linkedin_slug,
    phone_numbers,
    profile_url,
)
from netgraph.importers._names import clean, in_reading_order, name_key
from netgraph.importers._people import mentioned, tell_ego, tell_people

if TYPE_CHECKING:
    from collections.abc import Iterable

ME = frozenset(["me", "myself", "self", "i", "ich", "mich", "mir", "yo", "moi", "__self__"])
"""What people write in the place of their own name."""


class Mention(NamedTuple):
    """Someone who is named: the id, the name ("" if not told), kind and value of an address."""

    id: str
    name: str
    identifier: tuple[str, str] | None = None


@lru_cache(maxsize=1 << 16)
def read_mention(name: str, identifier: str = "") -> Mention | None:
    """Read one person: a name, an address, or an address in the place of the name.

    Examples
    --------
    >>> read_mention("Sample, Bob").id, read_mention("me").id
    ('said/bob sample', 'ego')
    >>> read_mention("Bob@Example.com")
    Mention(id='mail/bob@example.com', name='', identifier=('email', 'bob@example.com'))
    """
    name = in_reading_order(clean(name))
    if name_key(name) in ME:
        return Mention(EGO, "")
    told = identifier or name
    slug = linkedin_slug(told)
    mails = email_addresses(told)
    phones = [] if slug or mails or not identifier else phone_numbers(identifier)
    if not identifier and (slug or mails):
        name = ""
    if slug:
        return Mention(str(mentioned(name, slug)), name, ("linkedin", profile_url(slug)))
    if mails:
        return Mention(str(mentioned(name, None, mails[0])), name, ("email", mails[0]))
    if not name:
        return None
    return Mention(str(mentioned(name)), name, ("phone", phones[0]) if phones else None)


def tell_mentions(mentions: Iterable[Mention], source: str) -> dict[str, pd.DataFrame]:
    """Make the tables ``people`` and ``identifiers`` of those who are named, and of you."""
    mentions = list(mentions)
    others = [mention for mention in mentions if mention.id != EGO]
    told = tell_people([m.id for m in others], [m.name for m in others], source)
    return {
        "people": pd.concat([tell_ego(source), told]),
        "identifiers": pd.DataFrame(
            [(m.id, *m.identifier) for m in mentions if m.identifier],
            columns=["person_id", "kind", "value"],
        ).drop_duplicates(),
    }
