"""Who has another id in a newer export: a new profile address, a first e-mail address."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from netgraph.importers._names import name_key

if TYPE_CHECKING:
    from collections.abc import Sequence

    from netgraph.contacts import Contacts


def successors(older: Contacts, newer: Sequence[Contacts]) -> dict[str, str]:
    """Find people of an older export who stand under another id in the newer one.

    Of those who stand in one export only, two are one person if they alone
    share an e-mail address, a phone number or a profile and their names have a
    word in common, or if nobody else in the two exports has their name and
    their days of connection do not differ. (Who changes the address of their
    profile is listed by LinkedIn under the new one alone.)

    Parameters
    ----------
    older
        An export.
    newer
        The files that took its place.

    Returns
    -------
    dict of str to str
        The id in the older export -> the id in the newer.
    """
    people = pd.concat([part.people for part in newer])
    gone = older.people[~older.people.index.isin(people.index) & ~older.people["is_ego"]]
    fresh = people[~people.index.isin(older.people.index) & ~people["is_ego"]]
    if gone.empty or fresh.empty:
        return {}
    known = pd.concat([part.identifiers for part in newer])
    moved = {
        person: successor
        for person, successor in _by_identifier(
            older.identifiers, known, gone.index, fresh.index
        ).items()
        if _names_agree(gone["name"][person], fresh["name"][successor])
    }
    ties = pd.concat([part.ties for part in newer])
    named = _by_name(older.people, people, gone.index, fresh.index)
    since, later = _since(older.ties), _since(ties)
    for person, successor in named.items():
        days = since.get(person), later.get(successor)
        differ = all(pd.notna(day) for day in days) and days[0] != days[1]
        if not differ and person not in moved and successor not in moved.values():
            moved[person] = successor
    return moved


def _by_identifier(
    older: pd.DataFrame, newer: pd.DataFrame, gone: pd.Index, fresh: pd.Index
) -> dict[str, str]:
    keys = ["kind", "value"]
    before = older[older["person_id"].isin(gone)].drop_duplicates(keys, keep=False)
    after = newer[newer["person_id"].isin(fresh)].drop_duplicates(keys, keep=False)
    shared = before.merge(after, on=keys, suffixes=("", "_new"))
    shared = shared[["person_id", "person_id_new"]].drop_duplicates()
    return _one_to_one(shared["person_id"], shared["person_id_new"])


def _names_agree(one: object, other: object) -> bool:
    if not isinstance(one, str) or not isinstance(other, str):
        return True
    return bool(set(name_key(one).split()) & set(name_key(other).split()))


def _by_name(
    older: pd.DataFrame, newer: pd.DataFrame, gone: pd.Index, fresh: pd.Index
) -> dict[str, str]:
    before, after = _unique_names(older), _unique_names(newer)
    both = before.index.intersection(after.index)
    pairs = pd.DataFrame({"old": before[both], "new": after[both]})
    pairs = pairs[pairs["old"].isin(gone) & pairs["new"].isin(fresh)]
    return _one_to_one(pairs["old"], pairs["new"])


def _unique_names(people: pd.DataFrame) -> pd.Series:
    keys = people["name"].dropna().map(name_key)
    once = keys[~keys.duplicated(keep=False)]
    return pd.Series(once.index, index=once.to_numpy())


def _one_to_one(old: pd.Series, new: pd.Series) -> dict[str, str]:
    alone = ~old.duplicated(keep=False) & ~new.duplicated(keep=False)
    return dict(zip(old[alone], new[alone], strict=True))


def _since(ties: pd.DataFrame) -> dict[str, pd.Timestamp]:
    contacts = ties[ties["kind"] == "contact"]
    return dict(zip(contacts["target"], contacts["since"], strict=True))
