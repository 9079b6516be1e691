"""A title, as people write it, cut into phrases of plain words.

``"Sr. Data Engineer @ Acme | ex-Google 🚀"`` becomes one phrase, ``sr data engineer``.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import NamedTuple

from netgraph.domains.rules import read_rows

LONGEST = 400
"""Characters of a title that are looked at. No job title needs more."""

_LETTERS = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ı": "i", "’": "'", "´": "'"}
    | {"`": "'", "®": None, "™": None, "©": None, "\xad": None, "\u200b": None}
)
_ACCENTS = re.compile("[\u0300-\u036f]+")
_GENDER_ENDING = re.compile(  # Entwickler:in, Abogado/a, Développeur·se, Enfermero(a)
    r"(?<=[a-z]{3})(?:\(-?[a-z]{1,4}\)|[/:*·•_.]-?(?:"
    r"innen|in|a|o|as|os|e|ne|se|euse|trice|rice|ice|iere|es|ra|r"
    r")(?![a-z]))"
)
_ONLY_WORDS = re.compile(r"[a-z0-9 ]*")
_BRACKETS = re.compile(r"[(\[{]([^()\[\]{}]*)[)\]}]")
_INITIALS = re.compile(r"(?<![a-z])([a-z])\.(?=[a-z](?![a-z]))")
_STRONG = re.compile(r"[^\w\s.,:/&+#'()\"@!?%*-]+|[\n\r;]+|\s[-:]+\s|\s-+|-+\s")
_WEAK = re.compile(r"[,:]+|(?<=\w{5})\.\s")
_WORD = re.compile(r"[^\W_]+")


class Phrase(NamedTuple):
    """The words of one part of a title, without prepositions and articles.

    Attributes
    ----------
    words
        Plain words: small letters, no accents.
    depth
        For each word, how many prepositions stand before it: in "head of
        sales" the word "head" has 0 and "sales" has 1.
    linked
        For each word, whether "and" or a slash follows it.
    families
        The families of languages whose little words were seen: ``en``, ``de``,
        ``nl``, ``romance``.
    """

    words: tuple[str, ...]
    depth: tuple[int, ...]
    linked: tuple[bool, ...]
    families: frozenset[str]


class _Noise(NamedTuple):
    signs: re.Pattern[str]
    spelling: dict[str, str]
    marks: re.Pattern[str]
    company: re.Pattern[str]
    superior: re.Pattern[str]
    former: re.Pattern[str]
    slogan: re.Pattern[str]
    little: dict[str, str]
    full: dict[str, str]


def plain(text: str) -> str:
    """Write `text` in small letters without accents; decorative letters become plain ones."""
    text = text[:LONGEST]
    if text.isascii():
        return text.lower()
    text = unicodedata.normalize("NFKD", text.translate(_LETTERS)).casefold()
    return _ACCENTS.sub("", text)


def words_of_rule(phrase: str) -> list[str]:
    """Read a phrase of the rules as `split_title` reads titles; ``*`` stays."""
    little = _noise().little
    return [word for word in plain(phrase).split() if word not in little]


def split_title(title: str) -> list[Phrase]:
    """Cut a title into the phrases that may say what a person does, in order.

    Companies (after "@" or "at"), former posts ("ex-..."), slogans ("helping
    people ..."), marks such as "(m/w/d)" and emoji are dropped; what stands in
    brackets comes last.
    """
    noise = _noise()
    text = plain(title)
    parts = [text] if _ONLY_WORDS.fullmatch(text) else _split_at_signs(text, noise)
    phrases = []
    for part in parts:
        said = noise.company.split(f" {part} ", maxsplit=1)[0]
        if noise.slogan.match(said):
            continue
        if " to " in said:
            said = noise.superior.sub(r"\1", said)
        for piece in _WEAK.split(said):
            if not noise.former.match(piece):
                phrase = _to_phrase(piece, noise)
                if phrase.words:
                    phrases.append(phrase)
    return phrases


def _split_at_signs(text: str, noise: _Noise) -> list[str]:
    """Drop marks and endings, then cut at bars, dashes, bullets; brackets come last."""
    text = noise.marks.sub(" ", f" {text} ")
    text = _GENDER_ENDING.sub("", text)
    text = noise.signs.sub(lambda written: noise.spelling[written[0]], text)
    bracketed = _BRACKETS.findall(text)
    text = _INITIALS.sub(r"\1", _BRACKETS.sub(" ", text))
    return [*_STRONG.split(text), *bracketed]


def _to_phrase(piece: str, noise: _Noise) -> Phrase:
    words: list[str] = []
    depth: list[int] = []
    linked: list[bool] = []
    families: set[str] = set()
    deep = 0
    if "&" in piece or "/" in piece:
        piece = piece.replace("&", " and ").replace("/", " and ")
    for word in _WORD.findall(piece):
        kind = noise.little.get(word)
        if kind is None:
            words.append(noise.full.get(word, word))
            depth.append(deep)
            linked.append(False)
            continue
        family, _, kind = kind.partition(" ")
        families.add(family)
        if kind == "preposition" and words:
            deep += 1
        elif kind == "and" and words:
            linked[-1] = True
    return Phrase(tuple(words), tuple(depth), tuple(linked), frozenset(families))


@cache
def _noise() -> _Noise:
    """Compile the file of noise, once."""
    entries: dict[str, list[str]] = {}
    for kind, text in read_rows("noise.tsv"):
        entries.setdefault(kind, []).extend(plain(p.strip()) for p in text.split(", "))

    def any_of(kind: str) -> str:
        longest_first = sorted(entries[kind], key=len, reverse=True)
        return "|".join(re.escape(entry).replace(r"\*", r"\w*") for entry in longest_first)

    def pairs(kind: str) -> dict[str, str]:
        parted = (entry.partition(" = ") for entry in entries[kind])
        return {written: meant for written, _, meant in parted}

    spelling = pairs("spelling")
    signs = "|".join(sorted(map(re.escape, spelling), key=len, reverse=True))
    return _Noise(
        signs=re.compile(rf"(?<![a-z0-9])(?:{signs})(?![a-z0-9])"),
        spelling=spelling,
        marks=re.compile(rf"\(?(?<![\w/])(?:{any_of('mark')})(?![\w/])\)?"),
        company=re.compile(rf"@|\s(?:{any_of('company')})\s"),
        superior=re.compile(rf"\b({any_of('superior')}) to\s.*"),
        former=re.compile(rf"\s*(?:{any_of('former')})(?![a-z])"),
        slogan=re.compile(rf"\W*(?:{any_of('slogan')})(?![a-z])"),
        little={
            word: kind
            for kind, words in entries.items()
            if kind.endswith((" preposition", " article", " and"))
            for word in words
        },
        full=pairs("abbreviation"),
    )
