"""Given names and what their bearers are called, from a table that a person can read."""

from __future__ import annotations

from collections import defaultdict
from functools import cache, lru_cache
from importlib.resources import files

from netgraph.identity.names import letters
from netgraph.identity.spelling import sound


@lru_cache(maxsize=1 << 16)
def nickname_of(one: str, other: str) -> int | None:
    """Give the number of a group that names both, None if they are no short forms.

    Examples
    --------
    >>> nickname_of("bob", "robert") == nickname_of("rob", "robert"), nickname_of("bob", "anna")
    (True, None)
    """
    return min(groups_of(one) & groups_of(other), default=None)


def groups_of(name: str) -> frozenset[int]:
    """Give the groups of short forms that a given name stands in."""
    return _groups().get(sound(name), frozenset())


@cache
def _groups() -> dict[str, frozenset[int]]:
    """Read the table: name in the form of `sound` -> numbers of the rows it stands in."""
    found: dict[str, set[int]] = defaultdict(set)
    text = files(__package__).joinpath("nicknames.tsv").read_text(encoding="utf-8")
    for row, line in enumerate(text.splitlines()):
        if line and not line.startswith("#"):
            _, *names = line.split("\t")
            for name in " ".join(names).split():
                found[sound(letters(name))].add(row)
    return {name: frozenset(rows) for name, rows in found.items()}
