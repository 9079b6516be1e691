"""Spellings that are one company."""

from __future__ import annotations

import re
import unicodedata

_LEGAL = frozenset(
    {
        "ab", "ag", "as", "asa", "aps", "bv", "co", "company", "corp", "corporation", "doo",
        "eood", "gmbh", "gbr", "inc", "incorporated", "kft", "kg", "kgaa", "limited", "llc",
        "llp", "lp", "ltd", "ltda", "mbh", "nv", "ooo", "oy", "oyj", "plc", "pte", "pty", "pvt",
        "private", "sa", "sarl", "sas", "sapi", "se", "sl", "slu", "spa", "spzoo", "srl", "sro",
        "ug", "ооо", "зао", "оао",
    }
)  # fmt: skip
_CJK_LEGAL = ("株式会社", "有限会社", "合同会社", "有限公司", "股份有限公司", "有限责任公司")
_NO_COMPANY = frozenset(
    {
        "self employed", "selfemployed", "freelance", "freelancer", "freelancing",
        "independent", "independent consultant", "none", "n a", "na", "null", "confidential",
        "stealth", "stealth startup", "stealth mode", "unemployed", "retired", "student",
        "various", "private", "home", "selbständig", "selbststandig", "selbstandig",
        "freiberuflich", "freiberufler", "indépendant", "independant", "autónomo", "autonomo",
        "independiente", "libero professionista", "zelfstandig", "zzp", "autônomo",
        "looking for opportunities", "open to work", "career break", "自由职业",
    }
)  # fmt: skip


def company_key(name: str | float | None) -> str | None:
    """Reduce a company's name to what its spellings have in common.

    Case, accents, punctuation and legal forms (``Inc.``, ``GmbH``, ``S.A.``)
    are taken off; nothing else is.

    Parameters
    ----------
    name
        A company's name as people write it.

    Returns
    -------
    str or None
        The key; None where the text names no employer (``Self-employed``,
        empty).

    Examples
    --------
    >>> company_key("Ørsted A/S"), company_key("Bank of India Ltd."), company_key("Freelance")
    ('orsted', 'bank of india', None)
    """
    if not isinstance(name, str):
        return None
    text = unicodedata.normalize("NFKC", name).casefold().strip()
    for form in _CJK_LEGAL:
        text = text.replace(form, " ")
    text = text.translate(_LETTERS)
    decomposed = unicodedata.normalize("NFKD", text)
    text = "".join(c for c in decomposed if not unicodedata.combining(c))
    text = re.sub(r"(?<=\b\w)[./](?=\w\b)", "", text)  # s.a. and a/s are one token
    words = re.sub(r"[^\w]+", " ", text.replace("&", " and ")).split()
    kept = list(words)
    while len(kept) > 1 and kept[-1] in _LEGAL:
        kept.pop()
    key = " ".join(kept)
    return None if not key or key in _NO_COMPANY else key


def same_company(one: str | None, other: str | None) -> bool:
    """Tell whether two spellings are surely one company.

    False matches are worse than misses, so all distinctive words must agree.

    Examples
    --------
    >>> same_company("Acme, Inc.", "ACME"), same_company("Epic", "Epic Games")
    (True, False)
    """
    key = company_key(one)
    if key is None:
        return False
    other_key = company_key(other)
    return other_key is not None and key.replace(" ", "") == other_key.replace(" ", "")


_LETTERS = str.maketrans({"ø": "o", "æ": "ae", "œ": "oe", "ß": "ss", "ł": "l", "đ": "d", "ð": "d"})
