"""Introductions of an older list that a newer one tells anew, or has taken out."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    import pandas as pd

    from netgraph.contacts import Contacts
    from netgraph.workspace._current import Follow

_SAME_LIST = 0.5
"""A newer list that has so much of an older one is that list, as it is now."""


def without_corrected(older: Contacts, newer: Iterable[Contacts]) -> Contacts:
    """Leave out the introductions for which the newer lists speak.

    Where the same three people stand in a newer list, its rows about them take
    the place of the older ones: another outcome or date is a correction. And if
    a newer list has at least half of the introductions of the older one, it is
    the same list: what it has no more was taken out.

    Parameters
    ----------
    older
        A part, under the ids that people have in the newer ones.
    newer
        All parts of the same source and format that came after it.
    """
    told = older.introductions
    if told.empty:
        return older
    three = _three(told)
    known: set[frozenset[object]] = set()
    for part in newer:
        theirs = set(_three(part.introductions))
        if len(theirs & set(three)) >= _SAME_LIST * len(set(three)):
            return replace(older, introductions=told.head(0))
        known |= theirs
    left = [people not in known for people in three]
    return replace(older, introductions=told[left])


def later(follows: Sequence[Follow]) -> Mapping[int, tuple[int, ...]]:
    """Tell of each file which files of its source and format came after it."""
    after = {number: follow.after for follow in follows for number in follow.before}
    found: dict[int, tuple[int, ...]] = {}
    for number, follower in after.items():
        reached, last = follower, follower
        while last and (last := after.get(last[0], ())):
            reached += last
        found[number] = reached
    return found


def _three(introductions: pd.DataFrame) -> list[frozenset[object]]:
    """Give of each row who introduced, and the two in either order."""
    columns = (introductions[c] for c in ("introducer", "introduced", "introduced_to"))
    return [frozenset({("by", by), one, other}) for by, one, other in zip(*columns, strict=True)]
