"""A company's name as words: what is written, and what of it is distinctive."""

from __future__ import annotations

import re
import unicodedata

from netgraph.identity._company_forms import (
    CJK_GROUP,
    CJK_LEGAL,
    GROUP,
    GROUP_IN_FRONT,
    LEGAL,
    LEGAL_IN_FRONT,
    MISSPELT,
    RUN_TOGETHER,
)
from netgraph.identity._company_places import CJK_PLACES, HANGING, INSTITUTION, PLACES, PLAIN

_LONGEST_FORM = 5
_SHORT = 2  # letters of a word that may be a part of an abbreviation: sp z oo

_MARKS = re.compile("[®™©℠]")
_FORMER = (
    r"formerly|previously|f\.?k\.?a\.?|f/k/a|a\.?k\.?a\.?|d\.?b\.?a\.?|d/b/a|doing business as|"
    r"trading as|t/a|acquired by|acq\.? by|bought by|merged (?:with|into)|(?:now )?part of|"
    r"now known as|a division of|a subsidiary of|subsidiary of|a unit of|a member of|"
    r"ehemals|vormals|früher|frueher|übernommen von|teil von|ein unternehmen der|"
    r"anciennement|rachetée? par|filiale de|antes|anteriormente|adquirida por|antigua|antiga|"
    r"già|acquisita da|voorheen|onderdeel van|ранее|бывш\w*|旧|原"
)
_AFTERWARDS = re.compile(rf"(?<=[\w.)])[\s,;:|–—-]+(?:{_FORMER})\s.*$")
_OWNED = re.compile(
    r"(?<=[\w.)])\s*[,|–—-]\s*(?:an?|part of the) [\w\s&.'-]+ (?:company|business|brand)$"
)
_REMARK = re.compile(
    rf"\((?:(?:{_FORMER})\s|旧|原|now\s|ex[ -]|yc\s|y combinator|via\s|through\s|client|contract|"
    r"remote|hybrid|part[ -]?time|full[ -]?time|intern|freelance|self|nasdaq|nyse|lse|otc|tsx|"
    r"acquired|stealth|closed|defunct)[^)]*\)"
)
_BRACKETS = re.compile(r"\(([^()]*)\)")
_APOSTROPHES = re.compile("['’‘`´ʼ]")
_ABBREVIATION = re.compile(r"(?<!\w)\w(?:[./]\s?\w(?!\w))+")
_WORD_MARKS = "\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0900-\u0963\u0966-\u0dff\u0e00-\u109f"
_NO_WORD = re.compile(rf"[^\w{_WORD_MARKS}]+|_+")
_ACCENTS = re.compile("(?<=[a-zα-ωе])[\u0300-\u036f]+")  # й is another letter than и
_JOINTS = frozenset({"and", "und", "et", "och", "og", "en", "y", "e", "ja"})
_LETTERS = str.maketrans(
    {"ø": "o", "æ": "ae", "œ": "oe", "ß": "ss", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"}
)
GERMAN_LETTERS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa", "æ": "ae"})
"""How those letters are written where a keyboard has none."""


def company_words(name: str) -> list[str]:
    """Write a name as plain words: no case, accents, dots or remarks.

    Examples
    --------
    >>> company_words("Société Générale S.A. (formerly SocGen)")
    ['societe', 'generale', 'sa']
    """
    text = re.sub(RUN_TOGETHER, " ", name) if not name.isupper() else name
    if not text.isascii():
        text = unicodedata.normalize("NFKC", _MARKS.sub(" ", text))
    text = text.casefold().strip()
    text = _AFTERWARDS.sub("", _OWNED.sub("", _REMARK.sub(" ", text)))
    if not text.isascii():
        text = _without_accents(_without_cjk_forms(text))
    if "(" in text:
        text = _without_initials(text)
    text = _ABBREVIATION.sub(lambda found: re.sub(r"\W", "", found.group()), text)
    text = _APOSTROPHES.sub("", text).replace("&", " and ").replace("+", " and ")
    return _NO_WORD.sub(" ", text).split()


def distinctive_words(words: list[str]) -> list[str]:
    """Leave out what says nothing of which company it is; never all of it.

    Off come a leading "The", legal forms, words such as Group and Holdings,
    and a country or region at the end. The place stays where the rest would be
    too plain (``air india``) or would end in the middle (``bank of india``).

    Examples
    --------
    >>> distinctive_words(["the", "acme", "india", "pvt", "ltd"])
    ['acme']
    >>> distinctive_words(["bank", "of", "india", "ltd"])
    ['bank', 'of', 'india']
    """
    kept = _from_front(words)
    before = 0
    while len(kept) > 1 and before != len(kept):
        before = len(kept)
        kept = _without_tail(kept)
    return [word for place, word in enumerate(kept) if not _is_joint(kept, place)]


def initials(words: list[str]) -> str:
    """Give the first letters, "and" and "of" left out: ``ibm``."""
    return "".join(word[0] for word in words if word not in _JOINTS and word not in {"of", "the"})


def _from_front(words: list[str]) -> list[str]:
    kept = words
    if len(kept) > 1 and kept[0] == "the":
        kept = kept[1:]
    for size in (3, 2, 1):
        if len(kept) > size and " ".join(kept[:size]) in LEGAL_IN_FRONT and not _plain(kept[size:]):
            return kept[size:]
    if len(kept) > 1 and kept[0] in GROUP_IN_FRONT and not _plain(kept[1:]):
        return kept[1:]
    return kept


def _without_tail(words: list[str]) -> list[str]:
    last = words[-1]
    size = _legal_size(words)
    if size:
        return words[:-size]
    if last in {"and", "the", "und", "et"}:
        return words[:-1]
    if (last in GROUP or MISSPELT.get(last) in GROUP) and not _plain(words[:-1]):
        return words[:-1]
    size = _place_size(words)
    return words[:-size] if size else words


def _legal_size(words: list[str]) -> int:
    """Count the words at the end that are a legal form, the longest form first."""
    if words[-1] in MISSPELT:
        return int(MISSPELT[words[-1]] in LEGAL)
    for size in range(min(_LONGEST_FORM, len(words) - 1), 1, -1):
        tail = words[-size:]
        if " ".join(tail) in LEGAL:
            return size
        if all(len(word) <= _SHORT for word in tail) and "".join(tail) in LEGAL:
            return size
    return int(words[-1] in LEGAL)


def _place_size(words: list[str]) -> int:
    """Count the words at the end that are a place and can go."""
    for size in range(min(4, len(words) - 1), 0, -1):
        if " ".join(words[-size:]) in PLACES:
            rest = words[:-size]
            plain = len(rest) == 1 and rest[0] in PLAIN
            public = all(word in INSTITUTION or word in GROUP for word in rest)
            return 0 if plain or public or rest[-1] in HANGING else size
    return 0


def _plain(words: list[str]) -> bool:
    """Tell whether what is left is one word that many names share, or only a place."""
    return (len(words) == 1 and words[0] in PLAIN) or " ".join(words) in PLACES


def _is_joint(words: list[str], place: int) -> bool:
    """Tell whether a word only joins two others: Procter and Gamble, not M and T."""
    return (
        words[place] in _JOINTS
        and 0 < place < len(words) - 1
        and min(len(words[place - 1]), len(words[place + 1])) > _SHORT
    )


def _without_accents(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.translate(_LETTERS))
    return unicodedata.normalize("NFC", _ACCENTS.sub("", decomposed))


def _without_cjk_forms(text: str) -> str:
    """Take the forms off both ends of a name that is written without spaces."""
    before = None
    while before != text:
        before = text
        for form in CJK_LEGAL + CJK_GROUP + CJK_PLACES:
            rest = text.removesuffix(form).removeprefix(form if form in CJK_LEGAL else "").strip()
            if rest and rest != text:
                text = _BRACKETED_PLACE.sub("", rest) or rest
    return text


_BRACKETED_PLACE = re.compile(rf"\((?:{'|'.join(CJK_PLACES)})\)")


def _without_initials(text: str) -> str:
    """Leave out a short form in brackets: International Business Machines (IBM)."""
    found = _BRACKETS.search(text)
    if found is None:
        return text
    inside = _NO_WORD.sub(" ", found.group(1)).split()
    outside = distinctive_words(_NO_WORD.sub(" ", text.replace(found.group(), " ")).split() or [""])
    if not inside or not outside[0]:
        return text
    one_is_short = "".join(inside) == initials(outside) or initials(inside) == "".join(outside)
    return text.replace(found.group(), " ") if one_is_short else text
