"""Which field of work and which level a job title names."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from netgraph.domains.cleaning import LONGEST, Phrase, split_title
from netgraph.domains.codes import SENIORITY, UNKNOWN
from netgraph.domains.lexicon import Match, lexicons, most_specific

AT_HEAD = 2.0
"""What a trade gains for being the head noun: a nurse recruiter recruits."""

NOT_HEAD = 0.6
"""What is left of a trade that is not the head noun."""

NEAR_HEAD = 1.0
"""What a field gains for standing beside the head noun; less, further off."""

ONE_MORE = 0.25
"""How much further phrases of the same domain count."""

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
    domain: str
    phrase: str
    margin: float
    level: str


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
    for phrase in split_title(title):
        reading = _read(phrase)
        if level == UNKNOWN:
            level = reading.level
        if reading.domain != UNKNOWN:
            seniority = "P" if level == UNKNOWN else level
            return Title(reading.domain, seniority, reading.phrase, reading.margin)
    return NOTHING if level == UNKNOWN else Title(UNKNOWN, level, "", 0.0)


@lru_cache(maxsize=1 << 16)
def _read(phrase: Phrase) -> _Reading:
    """Read one phrase: its strongest domain, and its level."""
    rules = lexicons()
    levels = most_specific(rules.levels.find(phrase.words))
    matches = most_specific(rules.domains.find(phrase.words))
    level = _level(phrase, levels)
    telling = [m for m in matches if m.rule.label != UNKNOWN]
    if not telling:
        return _Reading(UNKNOWN, "", 0.0, level)
    head = _head(phrase, matches, levels)
    best: dict[str, list[tuple[float, Match]]] = {}
    for match in sorted(telling):
        best.setdefault(match.rule.label, []).append((_weight(phrase, match, head), match))
    totals = {label: _total(weights) for label, weights in best.items()}
    domain = max(totals, key=totals.__getitem__)
    rival = max((total for label, total in totals.items() if label != domain), default=0.0)
    match = max(best[domain], key=lambda weighed: weighed[0])[1]
    margin = round((totals[domain] - rival) / totals[domain], 3)
    return _Reading(domain, " ".join(phrase.words[match.start : match.end]), margin, level)


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
    if head is None:
        return weight
    gap = max(head.start - match.end, match.start - head.end, 0)
    if match.end <= head.start and phrase.linked[match.end - 1]:
        gap = 0  # "sales and marketing manager": both stand beside the manager
    return weight + NEAR_HEAD / (1 + gap)


def _head(phrase: Phrase, matches: list[Match], levels: list[Match]) -> Match | None:
    """Find the noun that the title is built on.

    Before the first preposition; there the last one ("nurse recruiter"), in
    Romance languages the first one ("analista contable").
    """
    nouns = [m for m in matches if m.rule.kind in {"role", "hint"}]
    nouns += [m for m in levels if m.rule.kind == "noun" and m.rule.label != "E"]
    nouns = [m for m in nouns if phrase.depth[m.start] == 0] or nouns
    if not nouns:
        return None
    romance = sum(1 if m.rule.romance else -1 for m in (*matches, *levels))
    if phrase.romance or romance > 0:
        return min(nouns, key=lambda m: m.start)
    return max(nouns, key=lambda m: m.end)


def _level(phrase: Phrase, levels: list[Match]) -> str:
    """Choose the level: an entry word, else the highest, before any preposition."""
    named = [m for m in levels if m.rule.label in SENIORITY]
    named = [m for m in named if phrase.depth[m.start] == 0] or named
    labels = {m.rule.label for m in named}
    return next((label for label in _STRONGEST_FIRST if label in labels), UNKNOWN)
