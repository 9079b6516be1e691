"""Somebody of whom only the name is told, and the one person who is called so."""

from __future__ import annotations

import math
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from netgraph.identity.records import MENTION

if TYPE_CHECKING:
    from netgraph.identity.commonness import Commonness
    from netgraph.identity.components import Components
    from netgraph.identity.names import Name
    from netgraph.identity.records import Records

SURE, SURE_OF_ENTRY = 0.9, 0.93


class Mention(NamedTuple):
    """A record that says nothing but a name, and who is meant."""

    known: int
    mention: int
    probability: float
    key: str


def find_mentions(
    records: Records, components: Components, commonness: Commonness
) -> list[Mention]:
    """Find who is meant where nothing but a name is told.

    A list of introductions tells a name, and so do messages; an entry of an
    address book may hold no more. Such a record says nothing that could be held
    against anybody, so it is taken for the one person of that name, if exactly
    one is known. How sure that is follows from how often names are shared in
    these files: 1 / (1 + h), h being the share of people who have a namesake;
    where the record is no mention but an entry, 1 / (1 + n), n being the number
    of others whom one may expect to be called so.

    Not taken: names without a family name beside an entry; numbered homonyms
    (two of one name stand in one file); entries of a book in which that person
    stands already.

    Parameters
    ----------
    records
        Folded: a record a person.
    components
        What must not be joined.
    commonness
        How common each name is.

    Returns
    -------
    list of Mention
        Those of a probability of at least 0.9; 0.93 for an entry.
    """
    known, bare = _by_key(records)
    books = records.features["books"].groupby("record")["value"].agg(set).to_dict()
    full = {name.key: name for name in records.names}
    found = []
    for key, record in sorted(bare, key=lambda pair: (pair[0], records.ids[pair[1]])):
        if len(known[key]) != 1 or "#" in records.ids[record] or record == records.ego:
            continue
        one = next(iter(known[key]))
        forbidden = components.are_apart(one, record) or components.clash(one, record)
        if forbidden or books.get(one, set()) & books.get(record, set()):
            continue
        others, least = commonness.namesakes, SURE
        if not records.ids[record].startswith(MENTION):
            others, least = _expected(full[key], commonness), SURE_OF_ENTRY
        if (sure := 1 / (1 + others)) >= least:
            found.append(Mention(one, record, sure, key))
    return found


def _by_key(records: Records) -> tuple[dict[str, set[int]], list[tuple[str, int]]]:
    """Sort people by their names: name -> those known, and those of whom it is all."""
    known: dict[str, set[int]] = defaultdict(set)
    bare = []
    rows = records.named.loc[~records.named["spelled"], ["record", "name"]]
    for record, number in rows.itertuples(index=False):
        key = records.names[number].key
        if records.bare[record]:
            bare.append((key, record))
        else:
            known[key].add(record)
    return known, bare


def _expected(name: Name, commonness: Commonness) -> float:
    """Give the number of others of a name; without limit if it is not a full one."""
    if not name.is_full:
        return math.inf
    return commonness.expected(
        commonness.share(f"g:{name.given}"), commonness.share(f"f:{name.family}")
    )
