"""The recipients of a message: two cells with several people each, joined by commas."""

from __future__ import annotations

import re
from typing import NamedTuple

from netgraph.importers._identifiers import linkedin_slug
from netgraph.importers._names import clean, is_deleted_member, without_degrees


class Person(NamedTuple):
    """A mention: the name as cleaned, and the profile where it is told."""

    name: str
    slug: str | None


def split_recipients(names: str, urls: str) -> list[Person]:
    """Take the cells TO and RECIPIENT PROFILE URLS apart.

    Both are joined by commas without a blank, and names contain commas
    themselves (``Bob Sample, PhD``); so the addresses say how many there are.
    Where names and addresses cannot be matched, the addresses alone are kept.

    Examples
    --------
    >>> pair = "https://www.linkedin.com/in/ada,https://www.linkedin.com/in/bob"
    >>> [tuple(p) for p in split_recipients("Ada Example, PhD,Bob Sample", pair)]
    [('Ada Example', 'ada'), ('Bob Sample', 'bob')]
    """
    slugs = [linkedin_slug(url) for url in urls.split(",")] if urls else []
    parts = _split_names(names, len(slugs))
    people = [without_degrees(clean(part)) for part in parts]
    if not slugs:
        slugs = [None] * len(people)
    elif len(people) != len(slugs):
        people = [""] * len(slugs)
    mentions = dict.fromkeys(zip(people, slugs, strict=True))
    return [Person(name, slug) for name, slug in mentions if name or slug]


def _split_names(names: str, count: int) -> list[str]:
    """Split names at the commas that part people; `count` is 0 where it is not known."""
    if count == 1:
        return [names]
    parts = re.split(r",(?! )", names)
    if count in {0, len(parts)}:
        return parts
    living = [part for part in parts if not is_deleted_member(part)]
    return living if len(living) == count else names.split(",")
