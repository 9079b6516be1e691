"""Somebody of whom only the name is told, and the one person who is called so."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from netgraph.identity.agreement import name_keys
from netgraph.identity.records import MENTION

if TYPE_CHECKING:
    from netgraph.identity.commonness import Commonness
    from netgraph.identity.components import Components
    from netgraph.identity.records import Records

SURE = 0.9


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
        Those of a probability of at least 0.9.
    """
    known: dict[str, set[int]] = defaultdict(set)
    bare: list[tuple[str, int]] = []
    for record, number, spelled in records.named[["record", "name", "spelled"]].itertuples(
        index=False
    ):
        key = records.names[number].key
        if records.bare[record]:
            bare.append((key, record))
        elif not spelled:
            known[key].add(record)
    books = records.features["books"].groupby("record")["value"].agg(set).to_dict()
    full = {name.key: name for name in records.names}
    found = []
    for key, record in sorted(bare, key=lambda pair: (pair[0], records.ids[pair[1]])):
        person = records.ids[record]
        if len(known[key]) != 1 or "#" in person or record == records.ego:
            continue
        one = next(iter(known[key]))
        if components.are_apart(one, record) or components.clash(one, record):
            continue
        if books.get(one, set()) & books.get(record, set()):
            continue
        others = commonness.namesakes
        if not person.startswith(MENTION):
            if not full[key].is_full:
                continue
            _, _, *rest = name_keys(full[key])
            families = [k for k in rest if k.startswith("f:")]
            others = commonness.expected(
                commonness.share(f"g:{full[key].given}"), commonness.share(families[-1])
            )
        if (sure := 1 / (1 + others)) >= SURE:
            found.append(Mention(one, record, sure, key))
    return found
