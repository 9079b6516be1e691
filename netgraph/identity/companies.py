"""Spellings that are one company."""

from __future__ import annotations

from functools import lru_cache

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from netgraph.identity._company_places import PLACES, PLAIN
from netgraph.identity._company_words import GERMAN_LETTERS, company_words, distinctive_words
from netgraph.identity._no_companies import names_nobody
from netgraph.identity._short_names import SHORT_NAMES

_REMEMBERED = 1 << 17
_LEAST_LETTERS = 8
_ALIKE = 93.0


def company_key(name: str | float | None) -> str | None:
    """Reduce a company's name to what its spellings have in common.

    Names with equal keys are one company, so keys are what to group by. Off
    come case, accents, punctuation, spaces, a leading "The", legal forms of
    many countries (``Inc.``, ``GmbH & Co. KG``, ``Sp. z o.o.``, ``株式会社``),
    words such as Group and Holdings, remarks such as "(formerly ...)", and a
    country or region at the end. What is left keeps its order and must be the
    same in full: ``Epic`` and ``Epic Games`` are two. A place stays where the
    rest would say too little (``Air India``) or ends in "of" (``Bank of
    India``). Some firms go by their short name: ``EY`` is Ernst & Young.

    Parameters
    ----------
    name
        A company's name as people write it, in any script.

    Returns
    -------
    str or None
        The key, in small letters without spaces. None where the text names no
        employer: empty, ``n/a``, ``Self-employed``, ``Freelance``, ``Stealth``,
        ``Retired`` and the like in ten languages and more.

    Notes
    -----
    Keys know nothing of spelling mistakes, but for those in a long legal form
    (``Corporaton``); `same_company` does.

    Examples
    --------
    >>> company_key("Ørsted A/S"), company_key("Acme (India) Pvt. Ltd."), company_key("Freelance")
    ('orsted', 'acme', None)
    >>> company_key("Bank of India Ltd.")
    'bankofindia'
    """
    return _key(name) if isinstance(name, str) else None


def same_company(one: str | None, other: str | None) -> bool:
    """Tell whether two spellings are surely one company.

    False matches are worse than misses: all distinctive words must agree, as
    `company_key` says. Beyond equal keys, two things are allowed. Umlauts may
    be written out (``Mueller``). And one letter may be wrong (missing, added,
    swapped; in a long name, another one) if the names are at least 93 % alike,
    have eight letters or more, the same digits, and the slip is neither in
    their first nor their last letter, nor does it turn one place or everyday
    word into another (``Austria``, ``Australia``).

    Parameters
    ----------
    one, other
        Names of companies as people write them.

    Returns
    -------
    bool
        False, too, where either names no employer: two freelancers have no
        company in common.

    Examples
    --------
    >>> same_company("Acme, Inc.", "ACME"), same_company("Epic", "Epic Games")
    (True, False)
    >>> same_company("Müller Bau", "Mueller Bau GmbH"), same_company("Loop", "Loopio")
    (True, False)
    >>> same_company("Northwind Traders", "Nortwind Traders Ltd")
    True
    """
    key, other_key = company_key(one), company_key(other)
    if key is None or other_key is None:
        return False
    if key == other_key:
        return True
    return _written_out(str(one), str(other)) or _slip_of_the_pen(str(one), str(other))


@lru_cache(maxsize=_REMEMBERED)
def _key(name: str) -> str | None:
    key = "".join(_words(name))
    return SHORT_NAMES.get(key, key) or None


@lru_cache(maxsize=_REMEMBERED)
def _words(name: str) -> tuple[str, ...]:
    """Give the distinctive words; none for what names no employer."""
    words = company_words(name)
    if not words or names_nobody(words):
        return ()
    return tuple(distinctive_words(words))


def _written_out(one: str, other: str) -> bool:
    """Tell whether they agree once umlauts are two letters."""
    spelt = [name.casefold().translate(GERMAN_LETTERS) for name in (one, other)]
    if spelt == [one.casefold(), other.casefold()]:
        return False
    return _key(spelt[0]) == _key(spelt[1])


def _slip_of_the_pen(one: str, other: str) -> bool:
    """Tell whether one wrong letter in a long name is all that parts them."""
    words, other_words = _words(one), _words(other)
    key, other_key = "".join(words), "".join(other_words)
    if min(len(key), len(other_key)) < _LEAST_LETTERS or abs(len(key) - len(other_key)) > 1:
        return False
    if key[:1] != other_key[:1] or key[-2:] != other_key[-2:]:
        return False
    if fuzz.ratio(key, other_key, score_cutoff=_ALIKE) < _ALIKE or OSA.distance(key, other_key) > 1:
        return False
    sides = set(words) - set(other_words), set(other_words) - set(words)
    return not all(any(word in PLACES or word in PLAIN for word in side) for side in sides) and all(
        word.isalpha() for side in sides for word in side
    )
