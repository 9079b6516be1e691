"""Words that may be one name: spelled by ear, with a typing slip, or cut short."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from rapidfuzz.distance import DamerauLevenshtein, JaroWinkler

_SOUNDS: Final = (
    ("tsch", "c"), ("tch", "c"), ("sch", "s"), ("shch", "s"), ("sz", "s"), ("sh", "s"),
    ("cz", "c"), ("ch", "c"), ("zh", "z"), ("kh", "h"), ("ph", "f"), ("th", "t"), ("ck", "k"),
    ("ks", "x"), ("ae", "a"), ("oe", "o"), ("ue", "u"), ("oo", "u"), ("ou", "u"), ("ee", "i"),
    ("y", "i"), ("j", "i"), ("w", "v"), ("q", "k"),
)  # fmt: skip
_VOWELS = "aeiou"
_SLIP_LETTERS = 5
_SLIP = 0.93
_STUMP = 3


@lru_cache(maxsize=1 << 17)
def sound(word: str) -> str:
    """Write a word so that spellings of one sound agree.

    Examples
    --------
    >>> sound("dmitriy") == sound("dmitry") == sound("dmitrij"), sound("mueller")
    (True, 'muler')
    """
    text = "e" + word[2:] if word.startswith("ye") else word
    for spelled, spoken in _SOUNDS:
        text = text.replace(spelled, spoken)
    return re.sub(r"(.)\1+", r"\1", text)


def skeleton(word: str) -> str:
    """Give the consonants of a word, as Arabic and Hebrew write them.

    Examples
    --------
    >>> skeleton("mohammed"), skeleton("mhmd")
    ('mhmd', 'mhmd')
    """
    return re.sub(r"(.)\1+", r"\1", re.sub("[aeiouy]", "", sound(word)))


@lru_cache(maxsize=1 << 16)
def is_slip(one: str, other: str) -> bool:
    """Tell whether two words differ as a typing slip makes them differ.

    Names that differ in a last vowel are two names: Daniel, Daniela.

    Examples
    --------
    >>> is_slip("mavaberg", "mavaber"), is_slip("daniel", "daniela"), is_slip("lee", "lea")
    (True, False, False)
    """
    short, long = sorted((one, other), key=len)
    if len(short) < _SLIP_LETTERS:
        return False
    if short.rstrip(_VOWELS) == long.rstrip(_VOWELS):
        return False
    if DamerauLevenshtein.distance(short, long, score_cutoff=1) <= 1:
        return True
    return len(long) - len(short) <= 1 and (
        JaroWinkler.similarity(short, long, score_cutoff=_SLIP) > 0
        and DamerauLevenshtein.distance(short, long, score_cutoff=2) <= 2  # noqa: PLR2004
    )


def is_stump(one: str, other: str) -> bool:
    """Tell whether one given name is the beginning of the other, as in Wilf for Wilfred.

    Examples
    --------
    >>> is_stump("wilf", "wilfred"), is_stump("daniel", "daniela"), is_stump("jo", "john")
    (True, False, False)
    """
    short, long = sorted((one, other), key=len)
    if len(short) < _STUMP or not long.startswith(short):
        return False
    return long.rstrip(_VOWELS) != short.rstrip(_VOWELS)
