"""Groups of records that are one person, under what must not be joined."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    import numpy.typing as npt

    from netgraph.identity.records import Records

_ORDER = ("in/", "mail/", "tel/", "", "name/")


class Components:
    """Groups of records; every ban holds for whole groups, through whatever chain.

    Parameters
    ----------
    records
        Whose rows of a LinkedIn file and whose profiles keep groups apart.

    Attributes
    ----------
    roots
        Record -> the record that stands for its group: the user's own before
        all, then one with a LinkedIn profile, an e-mail address, a phone
        number; a mention last. Of two alike, the first by the alphabet.
    """

    def __init__(self, records: Records) -> None:
        self.roots: npt.NDArray[np.intp] = np.arange(len(records))
        self._members: dict[int, list[int]] = {}
        self._linkedin = records.linkedin.copy()
        self._profiles: dict[int, frozenset[str]] = {}
        profiles = records.features["profiles"]
        for record, url in profiles.itertuples(index=False):
            self._profiles[record] = self._profiles.get(record, frozenset()) | {url}
        self._apart: dict[int, set[int]] = defaultdict(set)
        self._decided: list[tuple[int, int]] = []
        self._rank = _ranks(records)

    def find(self, record: int) -> int:
        """Give the record that stands for the group of `record`."""
        return int(self.roots[record])

    def keep_apart(self, one: int, other: int, *, decided: bool = False) -> None:
        """Ban that two groups are ever joined; nothing if they are one already.

        Parameters
        ----------
        one, other
            A record of each.
        decided
            Whether the user said so.
        """
        a, b = self.find(one), self.find(other)
        if a != b:
            self._apart[a].add(b)
            self._apart[b].add(a)
            if decided:
                self._decided.append((a, b))

    def decided(self) -> set[tuple[int, int]]:
        """List the pairs of groups that the user keeps apart, the lower record first."""
        pairs = ((self.find(one), self.find(other)) for one, other in self._decided)
        return {(min(pair), max(pair)) for pair in pairs}

    def are_apart(self, one: int, other: int) -> bool:
        """Tell whether two groups were banned from being joined."""
        return self.find(other) in self._apart.get(self.find(one), ())

    def clash(self, one: int, other: int) -> bool:
        """Tell whether two groups hold rows of one LinkedIn file, or two profiles."""
        a, b = self.find(one), self.find(other)
        if self._linkedin[a] & self._linkedin[b]:
            return True
        ours, theirs = self._profiles.get(a), self._profiles.get(b)
        return bool(ours and theirs and not ours & theirs)

    def rank(self, record: int) -> int:
        """Give the place of a record in the order in which ids are kept."""
        return int(self._rank[record])

    def join(self, one: int, other: int) -> tuple[int, int] | None:
        """Make one group of two.

        Returns
        -------
        tuple of int, or None
            The record that stands for both now and the one that did for the
            other group; None if they are one group already.
        """
        a, b = self.find(one), self.find(other)
        if a == b:
            return None
        keep, drop = (a, b) if self._rank[a] <= self._rank[b] else (b, a)
        moved = self._members.pop(drop, [drop])
        self._members.setdefault(keep, [keep]).extend(moved)
        self.roots[moved] = keep
        self._linkedin[keep] |= self._linkedin[drop]
        profiles = self._profiles.get(keep, frozenset()) | self._profiles.get(drop, frozenset())
        if profiles:
            self._profiles[keep] = profiles
        for enemy in self._apart.pop(drop, set()):
            self._apart[enemy].discard(drop)
            self._apart[enemy].add(keep)
            self._apart[keep].add(enemy)
        return keep, drop


def first_by_rank(ids: Sequence[str]) -> list[int]:
    """Order ids by what they say: profile, address, number, anything, a name alone.

    Examples
    --------
    >>> first_by_rank(["name/ann", "mail/a@x.example", "in/ann"])
    [2, 1, 0]
    """
    return sorted(range(len(ids)), key=lambda record: (_kind(ids[record]), ids[record]))


def new_ids(ids: Sequence[str], roots: Iterable[int]) -> Mapping[str, str]:
    """Tell under which id those go on who were merged."""
    return {ids[a]: ids[b] for a, b in enumerate(roots) if a != b}


def _kind(person: str) -> int:
    for place, prefix in enumerate(_ORDER):
        if prefix and person.startswith(prefix):
            return place
    return _ORDER.index("")


def _ranks(records: Records) -> npt.NDArray[np.intp]:
    ranks = np.empty(len(records), dtype=np.intp)
    ranks[first_by_rank(records.ids)] = np.arange(len(records))
    if records.ego >= 0:
        ranks[records.ego] = -1
    return ranks
