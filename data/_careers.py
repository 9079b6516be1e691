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

LEVELS = "PSMDX"
"""From professional over senior, manager and director to executive."""


class Careers:
    """Hands out titles and companies."""

    def __init__(self, purpose: str = "careers") -> None:
        self._chance = Chance(purpose)
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


class Ladder:
    """Knows which titles stand above which others of the same domain and language."""

    def __init__(self) -> None:
        self._place: dict[tuple[str, str], tuple[int, str]] = {}
        self._steps: dict[tuple[str, str], dict[int, list[str]]] = {}
        for row in read_words("titles"):
            level = LEVELS.find(row["seniority"]) if row["seniority"] else -1
            titles = row["titles"].split(";")
            self._steps.setdefault((row["domain"], row["lang"]), {})[level] = titles
            for form in (form for title in titles for form in title.split("|")):
                self._place.setdefault((row["domain"], form), (level, row["lang"]))

    def can_step_down(self, person: Person) -> bool:
        """Tell whether there is a title below the person's."""
        return bool(self._below(person))

    def step_down(self, person: Person, chance: Chance) -> None:
        """Give the title that the person may have had before: the same without "Senior", or one."""
        below = self._below(person)
        plain = person.title.removeprefix("Senior ")
        forms = (plain if plain in below else chance.pick(below)).split("|")
        person.title = forms[-1] if person.gender == "f" else forms[0]

    def rose(self, before: Person, after: Person) -> bool:
        """Tell whether the later title stands above the earlier one."""
        levels = [self._place.get((p.domain, p.title), (-1, ""))[0] for p in (before, after)]
        return -1 < levels[0] < levels[1]

    def _below(self, person: Person) -> list[str]:
        level, lang = self._place.get((person.domain, person.title), (-1, ""))
        steps = self._steps.get((person.domain, lang), {})
        able = [step for step in steps if -1 < step < level]
        return steps[max(able)] if able else []
