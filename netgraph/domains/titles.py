"""Which field of work and which level a job title names."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from netgraph.domains.cleaning import LONGEST, Phrase, split_title
from netgraph.domains.codes import UNKNOWN
from netgraph.domains.lexicon import (
    LEVEL_KINDS,
    ROMANCE,
    Match,
    Votes,
    lexicon,
    most_specific,
)
from netgraph.domains.rules import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Mapping

AT_HEAD = 2.0
"""What a trade gains for being the head noun: a nurse recruiter recruits."""

NOT_HEAD = 0.6
"""What is left of a trade that is not the head noun."""

NEAR_HEAD = 1.0
"""What a field gains for standing beside the head noun; less, further off."""

ONE_MORE = 0.25
"""How much further phrases of the same domain count."""

_OTHERS = tuple(language for language in LANGUAGES if language not in ROMANCE)

_STRONGEST_FIRST = "EXDMSP"
"""Of several levels in one phrase the first of these holds."""


class Title(NamedTuple):
    """What a title says.

    Attributes
    ----------
    domain
        A code of `DOMAINS`, or ``"UNK"``.
    seniority
        A code of `SENIORITY`, or ``"UNK"``.
    phrase
        The words that decided the domain; ``""`` where it is unknown.
    margin
        How far the domain is ahead of the next, from 0 (a tie; the first one
        named is given) to 1 (nothing else was named). 0 where it is unknown.
    """

    domain: str
    seniority: str
    phrase: str
    margin: float


NOTHING = Title(UNKNOWN, UNKNOWN, "", 0.0)


class _Reading(NamedTuple):
    """What one phrase says: the domain, the words and the kind of rule behind it, the level."""

    domain: str
    phrase: str
    margin: float
    kind: str
    level: str
    bare: bool  # nothing but a level: "Trainee"


def classify_title(title: object) -> Title:
    """Tell the field of work and the level that a job title or headline names.

    The title is cut into phrases; the first phrase that names a field decides.
    In it every known phrase counts by its kind (a trade such as "nurse" 8, a
    field such as "marketing" 5, a leaning such as "engineer" 2), by its length
    (2 more for each further word) and by how near it stands to the head noun.

    Parameters
    ----------
    title
        A title in English, German, Spanish, French, Portuguese, Italian or
        Dutch. Anything that is not text counts as an empty title.

    Returns
    -------
    Title
        ``domain``, ``seniority``, the ``phrase`` that decided and its
        ``margin``. A title that says nothing gives ``"UNK"``, never an error.

    Notes
    -----
    The rules are tables in ``netgraph/domains/rules``; they are read at the
    first call. Only the first 400 characters of a title count.

    Examples
    --------
    >>> classify_title("Senior Data Engineer @ X")
    Title(domain='DATA', seniority='S', phrase='data engineer', margin=1.0)
    >>> classify_title("Director")
    Title(domain='UNK', seniority='D', phrase='', margin=0.0)
    """
    if not isinstance(title, str) or not title:
        return NOTHING
    return _classify(title[:LONGEST])


@lru_cache(maxsize=1 << 16)
def _classify(title: str) -> Title:
    level = UNKNOWN
    readings = [_read(phrase) for phrase in split_title(title)]
    for place, reading in enumerate(readings):
        if level == UNKNOWN:
            level = reading.level
        if reading.domain == UNKNOWN:
            continue
        found, following = reading, readings[place + 1 : place + 2]
        if found.kind == "post":  # "General Manager - Acme (Supply Chain)"
            told = next((r for r in readings[place + 1 :] if r.domain != UNKNOWN), found)
            found = told if told.kind == "field" else found
        if found.kind == "hint" and level == "E":  # "B.Tech Student | Web Developer"
            later = (r for r in readings[place + 1 :] if r.kind in {"role", "field"})
            found = next(later, found)
        if following and following[0].bare and level in {UNKNOWN, "P"}:
            level = following[0].level  # "System Engineer - Trainee"
        seniority = "P" if level == UNKNOWN else level
        return Title(found.domain, seniority, found.phrase, found.margin)
    return NOTHING if level == UNKNOWN else Title(UNKNOWN, level, "", 0.0)


@lru_cache(maxsize=1 << 16)
def _read(phrase: Phrase) -> _Reading:
    """Read one phrase: its strongest domain, and its level."""
    found = lexicon().find(phrase.words)
    votes = Votes(found, phrase.families)
    levels = most_specific([m for m in found if m.rule.kind in LEVEL_KINDS], votes)
    matches = most_specific([m for m in found if m.rule.kind not in LEVEL_KINDS], votes)
    level = _level(phrase, levels)
    telling = [m for m in matches if m.rule.label != UNKNOWN]
    if not telling:
        bare = sum(m.end - m.start for m in levels) == len(phrase.words)
        return _Reading(UNKNOWN, "", 0.0, "", level, bare)
    if len(telling) == 1:  # most phrases: there is nothing to weigh it against
        (match,) = telling
        words = " ".join(phrase.words[match.start : match.end])
        return _Reading(match.rule.label, words, 1.0, match.rule.kind, level, bare=False)
    head = _head(phrase, matches, levels, votes)
    best: dict[str, list[tuple[float, Match]]] = {}
    for match in sorted(telling):
        best.setdefault(match.rule.label, []).append((_weight(phrase, match, head), match))
    totals = {label: _total(weights) for label, weights in best.items()}
    domain = max(totals, key=totals.__getitem__)
    rival = max((total for label, total in totals.items() if label != domain), default=0.0)
    match = max(best[domain], key=lambda weighed: weighed[0])[1]
    margin = round((totals[domain] - rival) / totals[domain], 3)
    words = " ".join(phrase.words[match.start : match.end])
    return _Reading(domain, words, margin, match.rule.kind, level, bare=False)


def _total(weights: list[tuple[float, Match]]) -> float:
    strongest = max(weight for weight, _ in weights)
    return strongest + ONE_MORE * (sum(weight for weight, _ in weights) - strongest)


def _weight(phrase: Phrase, match: Match, head: Match | None) -> float:
    """Weigh one match by its kind, its length and its place."""
    weight = match.rule.weight
    if match.rule.kind != "field":
        if head is None or (match.start <= head.start < match.end):
            return weight + AT_HEAD
        return weight if match.rule.kind == "hint" else weight * NOT_HEAD
    if head is None or match is head:
        return weight + AT_HEAD  # no noun at all: "medical device sales"
    gap = max(head.start - match.end, match.start - head.end, 0)
    if match.end <= head.start and phrase.linked[match.end - 1]:
        gap = 0  # "sales and marketing manager": both stand beside the manager
    return weight + NEAR_HEAD / (1 + gap)


def _head(
    phrase: Phrase, matches: list[Match], levels: list[Match], votes: Mapping[str, int]
) -> Match | None:
    """Find the noun that the title is built on.

    Before the first preposition; there the last one ("nurse recruiter"), in
    Romance languages the first one ("analista contable"), and of several that
    "and" joins the first one ("founder and designer").
    """
    nouns = [m for m in matches if m.rule.kind != "field"]
    nouns += [m for m in levels if m.rule.kind == "noun" and m.rule.label != "E"]
    nouns = nouns or matches
    nouns = [m for m in nouns if phrase.depth[m.start] == 0] or nouns
    nouns.sort(key=lambda m: (m.end, m.start))
    if len(nouns) == 1:
        return nouns[0]
    if max(map(votes.__getitem__, ROMANCE)) > max(map(votes.__getitem__, _OTHERS)):
        return nouns[0]
    return next((m for m in nouns if phrase.linked[m.end - 1]), nouns[-1])


def _level(phrase: Phrase, levels: list[Match]) -> str:
    """Choose the level: an entry word, else the highest, before any preposition.

    "Senior" and "junior" count wherever they stand: "Analista de Sistemas Sênior".
    """
    if not levels:
        return UNKNOWN
    named = [m for m in levels if phrase.depth[m.start] == 0] or levels
    labels = {m.rule.label for m in named}
    labels |= {m.rule.label for m in levels if m.rule.kind == "adjective"}
    return next((label for label in _STRONGEST_FIRST if label in labels), UNKNOWN)
