"""Invented people: their names in many languages, and how addresses spell them."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote

from _chance import Chance, read_words

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

LINKEDIN = "https://www.linkedin.com/in/"

REGIONS = {
    "en": 17, "de": 13, "sv": 11, "es": 8, "fr": 8, "pt": 7, "hi": 7, "it": 6, "nl": 5, "pl": 5,
    "zh": 4, "ar": 4, "ru": 3, "yo": 3, "tr": 3, "ja": 2, "ko": 2, "vi": 2,
}  # fmt: skip
"""How often a name of a language comes."""

FROM_ANOTHER_REGION = 1 / 12
IN_OWN_SCRIPT = 0.3
SLUG_IN_OWN_SPELLING = 0.35
SLUG_WITH_NUMBER = 0.45

PLAIN_LETTERS = str.maketrans(
    {"ß": "ss", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ı": "i", "'": ""}
)


def fold(text: str) -> str:
    """Take the diacritics off: ``"Łukasz Żmuda"`` -> ``"Lukasz Zmuda"``."""
    apart = unicodedata.normalize("NFKD", text.translate(PLAIN_LETTERS))
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def web_name(text: str) -> str:
    """Write a name as addresses do: ``"Karaağaç Films"`` -> ``"karaagac-films"``."""
    kept = (letter if letter.isalnum() else "-" for letter in fold(text).lower())
    return "-".join(part for part in "".join(kept).split("-") if part)


@dataclass(eq=False)
class Person:
    """One invented person; two persons are never equal, whatever they are called.

    Attributes
    ----------
    given, family
        The name as the person writes it, perhaps in another script.
    latin_given, latin_family
        The same in Latin letters.
    first, last
        The name as LinkedIn shows it, with what people add to it.
    legal, company_shown
        The company's legal form, and the company as LinkedIn shows it.
    slug
        The last part of the profile's address, decoded; empty without a profile.
    part
        The part in the planted story; such a person does nothing by chance.
    """

    given: str
    family: str
    latin_given: str
    latin_family: str
    region: str
    gender: str
    domain: str = "UNK"
    title: str = ""
    company: str = ""
    legal: str = ""
    community: str = ""
    slug: str = ""
    connected: date | None = None
    email: str = ""
    shows_email: bool = False
    phone: str = ""
    first: str = ""
    last: str = ""
    company_shown: str = ""
    part: str = ""

    @property
    def name(self) -> str:
        """The name as the person's own."""
        return f"{self.given} {self.family}"

    @property
    def plain_name(self) -> str:
        """The name in the plain Latin letters of addresses."""
        return web_name(f"{self.latin_given} {self.latin_family}")

    @property
    def profile_name(self) -> str:
        """The name as LinkedIn shows it in messages, degrees and emoji included."""
        return f"{self.first.strip()} {self.last.strip()}"

    @property
    def url(self) -> str:
        """The profile's address as LinkedIn writes it, in percent-encoding."""
        return LINKEDIN + quote(self.slug) if self.slug else ""

    @property
    def identity(self) -> str:
        """The profile's address, decoded, or the e-mail where there is no profile."""
        return LINKEDIN + self.slug if self.slug else self.email


class Cast:
    """Invents people; no two get the same name, nor that of somebody `known`."""

    def __init__(self, purpose: str = "names", known: Iterable[Person] = ()) -> None:
        self._chance = Chance(purpose)
        rows = read_words("names")
        self._names = {(row["region"], row["kind"]): row["names"].split() for row in rows}
        self._taken = {person.plain_name for person in known}
        self._slugs: set[str] = set()

    def invent(self) -> Person:
        """Make up a person who has a name and nothing else."""
        person = self._draw()
        while person.plain_name in self._taken:
            person = self._draw()
        self._taken.add(person.plain_name)
        return person

    def _draw(self) -> Person:
        chance = self._chance
        region = family_region = chance.pick_weighted(REGIONS)
        if chance.happens(FROM_ANOTHER_REGION):
            family_region = chance.pick_weighted(REGIONS)
        gender = chance.pick("fm")
        given = chance.pick(self._names[region, gender])
        forms = chance.pick(self._names[family_region, "family"]).replace("_", " ").split("/")
        family = forms[-1] if gender == "f" else forms[0]
        latin_given, _, own_given = given.partition("|")
        latin_family, _, own_family = family.partition("|")
        shown = latin_given, latin_family
        if own_given and region == family_region and chance.happens(IN_OWN_SCRIPT):
            shown = own_given, own_family
        return Person(*shown, latin_given, latin_family, region, gender)

    def add_profile(self, person: Person) -> None:
        """Give the person a LinkedIn profile, under a slug that nobody else has."""
        chance = self._chance
        plain = person.plain_name
        own = "-".join(unicodedata.normalize("NFC", person.name).lower().split())
        if not own.isascii() and chance.happens(SLUG_IN_OWN_SPELLING):
            slug = own
        elif chance.happens(SLUG_WITH_NUMBER):
            slug = f"{plain}-{chance.letters('0123456789abcdef', 8)}"
        else:
            slug = plain
        while slug in self._slugs:
            slug = f"{plain}-{chance.letters('0123456789abcdef', 9)}"
        self._slugs.add(slug)
        person.slug = slug
        person.first, person.last = person.given, person.family
