"""Titles that tell a domain, in six and more languages, and companies that do not exist."""

from __future__ import annotations

from typing import TYPE_CHECKING

from _chance import Chance, read_words

if TYPE_CHECKING:
    from _people import Person

IN_OWN_LANGUAGE = {
    "de": 0.55, "es": 0.6, "fr": 0.6, "it": 0.6, "pt": 0.6, "sv": 0.3, "nl": 0.3, "pl": 0.3,
}  # fmt: skip
"""How likely somebody of a region writes the title in the region's language, not in English."""


class Careers:
    """Hands out titles and companies."""

    def __init__(self) -> None:
        self._chance = Chance("careers")
        self._titles = {
            (row["domain"], row["lang"], row["seniority"]): row["titles"].split(";")
            for row in read_words("titles")
        }
        lists = {(row["kind"], row["key"]): row["words"] for row in read_words("companies")}
        self._starts, self._ends = lists["start", ""].split(), lists["end", ""].split()
        self._lists = {key: words.split(";") for key, words in lists.items()}
        self._stems: set[str] = set()

    def give_title(self, person: Person, domain: str) -> None:
        """Set the person's domain, and a title that says it in the person's gender."""
        chance = self._chance
        own = chance.happens(IN_OWN_LANGUAGE.get(person.region, 0))
        titles = self._in_language(domain, person.region) if own else []
        forms = chance.pick(titles or self._in_language(domain, "en")).split("|")
        person.domain = domain
        person.title = forms[-1] if person.gender == "f" else forms[0]

    def _in_language(self, domain: str, lang: str) -> list[str]:
        found = (titles for key, titles in self._titles.items() if key[:2] == (domain, lang))
        return [title for titles in found for title in titles]

    def give_company(self, person: Person) -> None:
        """Invent a company of the person's domain and country, and put the person there."""
        chance = self._chance
        stem = chance.pick(self._starts) + chance.pick(self._ends)
        while stem in self._stems:
            stem = chance.pick(self._starts) + chance.pick(self._ends)
        self._stems.add(stem)
        sector = chance.pick(self._lists.get(("sector", person.domain), ["Group"]))
        person.company = f"{stem} {sector}"
        person.legal = chance.pick(self._lists.get(("legal", person.region), [""]))
