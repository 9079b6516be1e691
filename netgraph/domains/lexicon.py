"""The compiled rules: which phrases a title holds, and where."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from typing import Any, NamedTuple

from netgraph.domains.cleaning import plain
from netgraph.domains.rules import LANGUAGES, read_rows

ROLE, FIELD, HINT = 8.0, 5.0, 2.0
"""What a single word weighs: one that names a person's trade, a field, a leaning."""

MORE_WORDS = 2.0
"""What each further word of a phrase adds: the longer phrase is the more specific."""

WEIGHTS = {"role": ROLE, "field": FIELD, "hint": HINT}
_ROMANCE = frozenset({"es", "fr", "pt", "it"})
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})
_END: Any = None


class Rule(NamedTuple):
    """One phrase and what it says.

    Attributes
    ----------
    label
        A domain, a level, or UNK for a phrase that says nothing.
    kind
        ``role``, ``field`` or ``hint`` for domains; ``noun`` or ``adjective``
        for levels.
    weight
        How much the phrase counts for its domain.
    romance
        Whether only Romance languages use it.
    literal
        The phrase without wildcards; what is compared for specificity.
    """

    label: str
    kind: str
    weight: float
    romance: bool
    literal: str


class Match(NamedTuple):
    """A rule and the words it covers, from `start` up to before `end`."""

    start: int
    end: int
    rule: Rule


class Lexicon:
    """Rules by their first word, so that a title is read once, left to right.

    A word of a rule may carry ``*`` at either end for any letters there:
    ``*entwickler*`` is found in "Softwareentwicklerin".
    """

    def __init__(self) -> None:
        self._root: dict[Any, Any] = {}
        self._vocabulary: set[str] = set()
        self._infixes: list[tuple[str, str]] = []
        self._keys: dict[str, tuple[str, ...]] = {}

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
        keys = [self._keys.get(word) or self._keys_of(word) for word in words]
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
        """List the words of the rules that `word` fits; kept, since words come again."""
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
        if len(self._keys) < 200_000:  # noqa: PLR2004 - some tens of megabytes, then words pass by
            self._keys[word] = tuple(keys)
        return tuple(keys)


class Lexicons(NamedTuple):
    """The rules for domains and those for levels."""

    domains: Lexicon
    levels: Lexicon


@cache
def lexicons() -> Lexicons:
    """Read and compile all rules: at the first title, then never again."""
    domains: dict[tuple[str, str, str], set[str]] = defaultdict(set)
    for language in LANGUAGES:
        for label, kind, phrases in read_rows(f"{language}.tsv"):
            for phrase in phrases.split(", "):
                domains[phrase.strip(), label, kind].add(language)
    levels: dict[tuple[str, str, str], set[str]] = defaultdict(set)
    for label, kind, language, phrases in read_rows("seniority.tsv"):
        for phrase in phrases.split(", "):
            levels[phrase.strip(), label, kind].add(language)
    return Lexicons(_compile(domains), _compile(levels))


def _compile(entries: dict[tuple[str, str, str], set[str]]) -> Lexicon:
    lexicon = Lexicon()
    for (phrase, label, kind), languages in entries.items():
        for spelled in _spellings(phrase):
            words = spelled.split()
            rule = Rule(
                label,
                kind,
                WEIGHTS.get(kind, 0.0) + MORE_WORDS * (len(words) - 1),
                languages <= _ROMANCE,
                spelled.replace("*", ""),
            )
            lexicon.add(words, rule)
    return lexicon


def _spellings(phrase: str) -> set[str]:
    """Spell umlauts both ways, and what has a hyphen as one word and as two."""
    both = {plain(phrase), plain(phrase.lower().translate(_UMLAUTS))}
    return {s.replace("-", joint) for s in both for joint in (("", " ") if "-" in s else ("",))}


def most_specific(matches: list[Match]) -> list[Match]:
    """Keep the longest phrases; drop what stands inside or across them.

    In a compound such as "Vertriebsleiter" both halves stay: neither stands
    inside the other.
    """
    if len(matches) < 2:  # noqa: PLR2004 - nothing to choose from
        return matches
    kept: list[Match] = []
    longest_first = sorted(
        matches, key=lambda m: (m.start - m.end, -len(m.rule.literal), -m.rule.weight)
    )
    for match in longest_first:
        for other in kept:
            if match.start < other.end and other.start < match.end:
                compound = (
                    match.end - match.start == other.end - other.start == 1
                    and match.rule.literal not in other.rule.literal
                )
                if not compound:
                    break
        else:
            kept.append(match)
    return kept
