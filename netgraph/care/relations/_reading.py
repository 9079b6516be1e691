"""What a label, a tag, a cell or the title of a conversation says, by the words of `labels.tsv`."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from typing import NamedTuple

from netgraph.care.relations._wording import pattern_of, plain_words
from netgraph.care.relations.words import read_rows

_MY = (
    "my|our|meine?|unsere?|mes|mon|ma|nos|mis?|nuestr[oa]s?|meus?|minhas?|noss[oa]s?|miei|mi[oae]|"
    "nostr[oiae]|i miei|le mie|mijn|onze|moi|moje|moja|moj"
)
_FORMER = "former"


class Reading(NamedTuple):
    """A relation that a text says, and how it says it."""

    relation: str
    is_former: bool
    is_whole: bool


@cache
def read_label(text: str) -> tuple[Reading, ...]:
    """Read the relations that a label says.

    Examples
    --------
    >>> [(r.relation, r.is_whole) for r in read_label("Meine Freunde")]
    [('friend', True)]
    >>> [(r.relation, r.is_whole) for r in read_label("Climbing friends")]
    [('friend', False)]
    >>> read_label("Old client dinner"), read_label("")
    ((), ())
    """
    words = plain_words(text)
    found = {
        Reading(*_relation(code), is_whole)
        for is_whole, fits in ((True, re.fullmatch), (False, re.search))
        for code, pattern in _patterns(is_whole=is_whole)
        if fits(pattern, words)
    }
    whole = {reading.relation for reading in found if reading.is_whole}
    kept = [r for r in found if r.is_whole or r.relation not in whole]
    if any(reading.relation == "friend" for reading in kept):
        # "Cousins and friends" are friends or family, and friends is the lesser claim
        kept = [reading for reading in kept if reading.relation != "family"]
    return tuple(sorted(kept))


def read_aside(text: str) -> tuple[Reading, ...]:
    """Read the relations that a note says, where it says them as yours.

    Examples
    --------
    >>> [r.relation for r in read_aside("Met in Oslo. My mentor at Acme.")]
    ['mentor']
    >>> read_aside("knows a mentor")
    ()
    """
    words = plain_words(text)
    found = {
        Reading(*_relation(code), is_whole=False)
        for code, pattern in _patterns_of_notes()
        if re.search(pattern, words)
    }
    return tuple(sorted(found))


def _relation(code: str) -> tuple[str, bool]:
    return ("colleague", True) if code == _FORMER else (code, False)


@cache
def _patterns(*, is_whole: bool) -> tuple[tuple[str, re.Pattern[str]], ...]:
    front, behind = (rf"(?:(?:{_MY}) )?(?:", ")") if is_whole else (r"\b(?:", r")\b")
    wanted = "whole" if is_whole else "part"
    return tuple(
        (code, re.compile(f"{front}{pattern_of(phrases)}{behind}"))
        for (code, how), phrases in _phrases().items()
        if how == wanted
    )


@cache
def _patterns_of_notes() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (code, re.compile(rf"\b(?<!not )(?:{_MY}) (?:{pattern_of(phrases)})\b"))
        for (code, how), phrases in _phrases().items()
        if how == "whole"
    )


@cache
def _phrases() -> dict[tuple[str, str], list[str]]:
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for code, how, _language, phrases in read_rows("labels.tsv"):
        found[code, how] += phrases.split(", ")
    return dict(found)
