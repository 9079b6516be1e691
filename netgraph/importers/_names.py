"""Names as people write them, cleaned so that one spelling stays one spelling."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

import ftfy
import pandas as pd
from ftfy.badness import is_bad

if TYPE_CHECKING:
    from collections.abc import Callable

_INVISIBLE = re.compile("[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad\ufffe]")
_JOINERS = re.compile("(?<![\u0600-\u0dff])[\u200c\u200d]+")
"""Joiners carry meaning in Arabic and Indic scripts, and are noise elsewhere."""
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")
_CREDENTIAL = re.compile(r"(?=.*[A-Z].*([A-Z]|\.))[A-Z][\w.®™()/+ -]{0,19}$|[JS]r\.?$|[IVX]+$")
_DELETED = frozenset(
    """linkedin member|membre de linkedin|membre linkedin|linkedin-mitglied|mitglied von linkedin
    |miembro de linkedin|usuario de linkedin|usuário do linkedin|utente linkedin|membro linkedin
    |linkedin-lid|linkedin-gebruiker|uczestnik linkedin|участник linkedin|linkedin üyesi
    |linkedin-medlem|linkedin-bruger|linkedin 会员|领英会员""".replace("\n    ", "").split("|")
)


@lru_cache(maxsize=1 << 16)
def clean(text: str) -> str:
    r"""Repair and tidy a name: mojibake, compatibility letters, invisible signs, blanks.

    Examples
    --------
    >>> clean("Chlo\u00c3\u00a9\u00a0  M\u200büller"), clean("𝐀𝐝𝐚"), clean("Null")
    ('Chloé Müller', 'Ada', 'Null')
    """
    if text.isascii():
        if not text.isprintable():
            text = _CONTROL.sub(" ", text)
        return " ".join(text.split())
    if is_bad(text):
        text = ftfy.fix_encoding(text)
    text = unicodedata.normalize("NFKC", text)
    text = _JOINERS.sub("", _INVISIBLE.sub("", text))
    return " ".join(_CONTROL.sub(" ", text).split())


def is_mojibake(text: str) -> bool:
    """Tell whether the letters of `text` were read in a wrong encoding once."""
    return not text.isascii() and bool(is_bad(text)) and ftfy.fix_encoding(text) != text


def without_degrees(name: str) -> str:
    """Drop what LinkedIn members add behind a comma: ``Example, PhD, MBA``.

    Examples
    --------
    >>> without_degrees("Example, PhD, MBA"), without_degrees(", PhD")
    ('Example', ', PhD')
    """
    return name.split(",", 1)[0].strip() or name


def in_reading_order(name: str) -> str:
    """Give ``Last, First`` as ``First Last``, and drop degrees behind a comma.

    Examples
    --------
    >>> in_reading_order("Sample, Bob"), in_reading_order("Bob Sample, PhD")
    ('Bob Sample', 'Bob Sample')
    """
    first, *rest = [part.strip() for part in name.split(",")]
    rest = [part for part in rest if part and not _CREDENTIAL.match(part)]
    return f"{rest[0]} {first}".strip() if len(rest) == 1 else first or name


@lru_cache(maxsize=1 << 16)
def name_key(name: str) -> str:
    """Give the form in which two spellings of a name are compared.

    Examples
    --------
    >>> name_key("Jürgen  GROSSE") == name_key("jürgen große")
    True
    """
    return unicodedata.normalize("NFKC", clean(name).casefold())


def is_deleted_member(name: str) -> bool:
    """Tell whether a name is what LinkedIn writes for an account that is closed."""
    return ("inked" in name or "领英" in name) and name_key(name) in _DELETED


def map_unique(column: pd.Series, function: Callable[[str], object]) -> pd.Series:
    """Apply `function` once to each different text of a column."""
    texts = column.tolist()
    answers = {text: function(text) for text in dict.fromkeys(texts)}
    return pd.Series([answers[t] for t in texts], index=column.index, dtype="object")
