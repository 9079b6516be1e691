"""Text as words that can be compared, and sentences of evidence."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_WORD = re.compile(r"[^\W_]+")
_APOSTROPHES = re.compile("['’`´]")
_OTHER_LETTERS = str.maketrans({"ł": "l", "ø": "o", "ß": "ss", "æ": "ae", "œ": "oe", "đ": "d"})
_WRITTEN_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})


@lru_cache(maxsize=1 << 16)
def plain_words(text: str) -> str:
    """Write a text as words between single spaces: no case, accents or signs.

    Examples
    --------
    >>> plain_words("Amis de la Fac"), plain_words("Ex-Kollegen (Zürich)"), plain_words("Girls'")
    ('amis de la fac', 'ex kollegen zurich', 'girls')
    """
    folded = _APOSTROPHES.sub("", unicodedata.normalize("NFC", text).casefold())
    letters = unicodedata.normalize("NFKD", folded.translate(_OTHER_LETTERS))
    bare = "".join(sign for sign in letters if not unicodedata.combining(sign))
    return " ".join(_WORD.findall(bare))


def pattern_of(phrases: Iterable[str]) -> str:
    """Make one pattern of phrases, for `plain_words`.

    A ``*`` at the end of a word is for any letters; umlauts fit written out, too.

    Examples
    --------
    >>> fits = re.compile(pattern_of(["angehörige*"])).fullmatch
    >>> [fits(plain_words(text)) is not None for text in ("Angehöriger", "ANGEHOERIGE", "hörig")]
    [True, True, False]
    """
    spelled = {
        " ".join(plain_words(word) + r"\w*" * word.endswith("*") for word in spelling.split())
        for phrase in phrases
        for spelling in (phrase, phrase.translate(_WRITTEN_OUT))
    }
    return "|".join(sorted(spelled, key=lambda phrase: (-len(phrase), phrase)))


def listed(things: Sequence[str], most: int = 3) -> str:
    """Join things by commas and "and"; tell how many more there are than `most`.

    Examples
    --------
    >>> listed(["a", "b"]), listed(["a", "b", "c", "d", "e"])
    ('a and b', 'a, b, c and 2 more')
    """
    if len(things) > most:
        return f"{', '.join(things[:most])} and {len(things) - most} more"
    return " and ".join(filter(None, (", ".join(things[:-1]), *things[-1:])))


def period(start: object, end: object) -> str:
    """Tell a stay's years: `` from 2016 to 2021``; nothing where no date is known.

    Examples
    --------
    >>> period("2016-03", "2021"), period("2016", None), period(None, None)
    (' from 2016 to 2021', ' since 2016', '')
    """
    begun, ended = (day[:4] if isinstance(day, str) else "" for day in (start, end))
    if begun and ended:
        return f" in {begun}" if begun == ended else f" from {begun} to {ended}"
    return f" since {begun}" if begun else f" until {ended}" if ended else ""
