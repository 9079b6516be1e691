"""The compiled rules: which phrases a title holds, and where."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

from netgraph.domains.cleaning import words_of_rule
from netgraph.domains.rules import LANGUAGES, read_rows

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

ROLE, POST, FIELD, HINT = 8.0, 3.0, 5.0, 2.0
"""What a single word weighs: one that names a trade, a post, a field, a leaning."""

MORE_WORDS = 2.0
"""What each further word of a phrase adds: the longer phrase is the more specific.

A post ("general manager") gets nothing for it: it yields to any field beside it.
"""

WEIGHTS = {"role": ROLE, "post": POST, "field": FIELD, "hint": HINT}
LEVEL_KINDS = frozenset({"noun", "adjective"})
ROMANCE = frozenset({"es", "fr", "pt", "it"})
FAMILIES = {"en": {"en"}, "de": {"de"}, "nl": {"nl"}, "romance": ROMANCE}
_COMPOUNDING = frozenset({"de", "nl"})
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})
_END: Any = None


class Rule(NamedTuple):
    """One phrase and what it says.

    Attributes
    ----------
    label
        A domain, a level, or UNK for a phrase that says nothing.
    kind
        ``role``, ``post``, ``field`` or ``hint`` for domains; ``noun`` or
        ``adjective`` for levels.
    weight
        How much the phrase counts for its domain.
    languages
        The languages that use it.
    literal
        The phrase without wildcards; what is compared for specificity.
    """

    label: str
    kind: str
    weight: float
    languages: frozenset[str]
    literal: str


class Match(NamedTuple):
    """A rule and the words it covers, from `start` up to before `end`."""

    start: int
    end: int
    rule: Rule


class _Keys(dict[str, tuple[str, ...]]):
    """What a word fits, worked out when it is first met, since words come again."""

    LIMIT = 200_000  # words; some tens of megabytes

    def __init__(self, work_out: Callable[[str], tuple[str, ...]]) -> None:
        super().__init__()
        self._work_out = work_out

    def __missing__(self, word: str) -> tuple[str, ...]:
        found = self._work_out(word)
        if len(self) < self.LIMIT:
            self[word] = found
        return found


class Lexicon:
    """Rules by their first word, so that a title is read once, left to right.

    A word of a rule may carry ``*`` at either end for any letters there:
    ``*entwickler*`` is found in "Softwareentwicklerin".
    """

    def __init__(self) -> None:
        self._root: dict[Any, Any] = {}
        self._vocabulary: set[str] = set()
        self._infixes: list[tuple[str, str]] = []
        self._keys = _Keys(self._keys_of)

    def add(self, words: list[str], rule: Rule) -> None:
        """Add one rule."""
        node = self._root
        for word in words:
            if word not in self._vocabulary:
                self._vocabulary.add(word)
                if word.startswith("*") and word.endswith("*"):
                    self._infixes.append((word, word.strip("*")))
            node = node.setdefault(word, {})
        node.setdefault(_END, []).append(rule)

    def find(self, words: tuple[str, ...]) -> list[Match]:
        """Find every rule whose words stand in `words`, overlapping ones included."""
        keys = [self._keys[word] for word in words]
        found: list[Match] = []
        for start, first in enumerate(keys):
            open_nodes = [self._root[key] for key in first if key in self._root]
            end = start + 1
            while open_nodes:
                for node in open_nodes:
                    if _END in node:
                        found.extend(Match(start, end, rule) for rule in node[_END])
                if end == len(keys):
                    break
                open_nodes = [node[key] for node in open_nodes for key in keys[end] if key in node]
                end += 1
        return found

    def _keys_of(self, word: str) -> tuple[str, ...]:
        """List the words of the rules that `word` fits."""
        known = self._vocabulary
        forms = [word]
        if len(word) > 3 and word.endswith("s") and not word.endswith("ss"):  # noqa: PLR2004 - "bus"
            forms.append(word[:-1])
        keys = [form for form in forms if form in known]
        for cut in range(2, len(word) + 1):
            if (prefix := f"{word[:cut]}*") in known:
                keys.append(prefix)
            if (suffix := f"*{word[-cut:]}") in known:
                keys.append(suffix)
        keys.extend(pattern for pattern, letters in self._infixes if letters in word)
        return tuple(keys)


@cache
def lexicon() -> Lexicon:
    """Read and compile all rules: at the first title, then never again."""
    entries: dict[tuple[str, str, str], set[str]] = defaultdict(set)
    for language in LANGUAGES:
        for label, kind, phrases in read_rows(f"{language}.tsv"):
            for phrase in phrases.split(", "):
                entries[phrase.strip(), label, kind].add(language)
    for label, kind, language, phrases in read_rows("seniority.tsv"):
        for phrase in phrases.split(", "):
            entries[phrase.strip(), label, kind].add(language)
    compiled = Lexicon()
    for (phrase, label, kind), languages in entries.items():
        for spelled in _spellings(phrase):
            words = words_of_rule(spelled)
            weight = WEIGHTS.get(kind, 0.0)
            if kind != "post":
                weight += MORE_WORDS * (len(words) - 1)
            literal = " ".join(words).replace("*", "")
            compiled.add(words, Rule(label, kind, weight, frozenset(languages), literal))
    return compiled


def _spellings(phrase: str) -> set[str]:
    """Spell umlauts both ways, and what has a hyphen as one word and as two."""
    both = {phrase, phrase.lower().translate(_UMLAUTS)}
    return {s.replace("-", joint) for s in both for joint in (("", " ") if "-" in s else ("",))}


class Votes(dict[str, int]):
    """For each language, how many of the matched phrases and little words it knows.

    Counted when the first language is asked for: most titles need no count.
    """

    def __init__(self, matches: list[Match], families: frozenset[str]) -> None:
        super().__init__()
        self._matches, self._families = matches, families

    def __missing__(self, language: str) -> int:
        self.update(dict.fromkeys(LANGUAGES, 0))
        for family in self._families:
            for known in FAMILIES[family]:
                self[known] += 1
        for _, languages in {(m.start, m.rule.languages) for m in self._matches}:
            for known in languages:
                self[known] += 1
        return self[language]


def most_specific(matches: list[Match], votes: Mapping[str, int]) -> list[Match]:
    """Keep the longest phrases; drop what stands inside or across them.

    Of two equal ones that of the language with more `votes` stays. In a German
    or Dutch compound such as "Vertriebsleiter" both halves stay: neither stands
    inside the other.
    """
    if all(one.end <= next_one.start for one, next_one in pairwise(matches)):
        return matches
    ranks: list[tuple[int, ...]] = [(m.start - m.end, -len(m.rule.literal)) for m in matches]
    if len(set(ranks)) < len(ranks):  # only equals need to be told apart by language
        ranks = [(*rank, -_known(m, votes)) for rank, m in zip(ranks, matches, strict=True)]
    order = sorted(range(len(matches)), key=ranks.__getitem__)
    kept: list[Match] = []
    for match in (matches[place] for place in order):
        for other in kept:
            if match.start < other.end and other.start < match.end and not _compound(match, other):
                break
        else:
            kept.append(match)
    return kept


def _known(match: Match, votes: Mapping[str, int]) -> int:
    return max(map(votes.__getitem__, match.rule.languages))


def _compound(match: Match, other: Match) -> bool:
    """Whether the two are halves of one word."""
    return (
        match.end - match.start == other.end - other.start == 1
        and match.rule.literal not in other.rule.literal
        and bool(match.rule.languages & _COMPOUNDING)
        and bool(other.rule.languages & _COMPOUNDING)
    )
