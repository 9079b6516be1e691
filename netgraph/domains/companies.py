"""What the name of a company hints at: a weak second source, never a person's domain."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

from netgraph.domains.cleaning import plain, words_of_rule
from netgraph.domains.codes import UNKNOWN
from netgraph.domains.lexicon import FIELD, Lexicon, Rule
from netgraph.domains.rules import read_rows

_ANY = frozenset({"en"})


class CompanyHint(NamedTuple):
    """The domain that a company's name hints at, and the words of the name that do so."""

    domain: str
    phrase: str


@lru_cache(maxsize=1 << 16)
def hint_of_company(name: str) -> CompanyHint | None:
    """Tell the domain that the name of a company hints at.

    Parameters
    ----------
    name
        As it is written: ``"Klinikum Nordstadt GmbH"``.

    Returns
    -------
    CompanyHint or None
        None where no word of the name is known, or words of two domains are.

    Examples
    --------
    >>> hint_of_company("Klinikum Nordstadt GmbH")
    CompanyHint(domain='HLTH', phrase='klinikum')
    >>> hint_of_company("Hotel Software Ltd") is None
    True
    """
    words = tuple(words_of_rule(" ".join(_letters(plain(name)).split())))
    matches = _lexicon().find(words)
    longest = [
        one
        for one in matches
        if not any(
            other.start <= one.start
            and one.end <= other.end
            and other.end - other.start > one.end - one.start
            for other in matches
        )
    ]
    domains = {match.rule.label for match in longest} - {UNKNOWN}
    if len(domains) != 1:
        return None
    first = min(match for match in longest if match.rule.label in domains)
    return CompanyHint(first.rule.label, " ".join(words[first.start : first.end]))


def _letters(text: str) -> str:
    return "".join(sign if sign.isalnum() else " " for sign in text)


@cache
def _lexicon() -> Lexicon:
    compiled = Lexicon()
    for domain, phrases in read_rows("companies.tsv"):
        for phrase in phrases.split(", "):
            words = words_of_rule(phrase.replace("-", " "))
            literal = " ".join(words).replace("*", "")
            compiled.add(words, Rule(domain, "field", FIELD, _ANY, literal))
    return compiled
