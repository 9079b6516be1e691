"""Invented people: names from many languages, titles, companies, addresses."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from datetime import date
from urllib.parse import quote

from _chance import Chance, read_words

LINKEDIN = "https://www.linkedin.com/in/"
REGIONS = {
    "en": 17, "de": 13, "sv": 11, "es": 8, "fr": 8, "pt": 7, "it": 6, "nl": 5, "pl": 5, "hi": 7,
    "ru": 3, "zh": 4, "ja": 2, "ko": 2, "ar": 4, "yo": 3, "tr": 3, "vi": 2,
}  # fmt: skip
"""How often a name of a language comes."""

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
    """One invented person; two persons are never equal, whatever they are called."""

    given: str
    family: str
    latin_given: str
    latin_family: str
    region: str
    gender: str
    domain: str = "UNK"
    title: str = ""
    seniority: str = ""
    company: str = ""
    legal: str = ""
    community: str = ""
    slug: str = ""
    connected: date | None = None
    shows_email: bool = False
    email: str = ""
    phone: str = ""
    first: str = ""
    last: str = ""
    company_shown: str = ""
    reserved: str = field(default="", repr=False)

    @property
    def name(self) -> str:
        """The name as the person's own."""
        return f"{self.given} {self.family}"

    @property
    def profile_name(self) -> str:
        """The name as LinkedIn shows it in messages, degrees and emoji included."""
        return f"{self.first.strip()} {self.last.strip()}".strip()

    @property
    def url(self) -> str:
        """The profile's address as LinkedIn writes it, in percent-encoding."""
        return LINKEDIN + quote(self.slug) if self.slug else ""

    @property
    def identity(self) -> str:
        """The profile's address, decoded, or the e-mail where there is no profile."""
        return LINKEDIN + self.slug if self.slug else self.email


class Cast:
    """Invents people; no two get the same name."""

    def __init__(self) -> None:
        self._chance = Chance("names")
        self._names = {
            (row["region"], row["kind"]): row["names"].split() for row in read_words("names")
        }
        self._taken: set[str] = set()
        self._slugs: set[str] = set()

    def invent(self) -> Person:
        """Make up a person who has a name and nothing else."""
        while True:
            person = self._draw()
            key = web_name(f"{person.latin_given} {person.latin_family}")
            if key not in self._taken:
                self._taken.add(key)
                return person

    def _draw(self) -> Person:
        chance = self._chance
        region = chance.pick_weighted(REGIONS)
        gender = chance.pick("fm")
        # families move: one in twelve carries a given name of another language
        family_region = chance.pick_weighted(REGIONS) if chance.happens(1 / 12) else region
        given = chance.pick(self._names[region, gender])
        forms = chance.pick(self._names[family_region, "family"]).replace("_", " ").split("/")
        family = forms[-1] if gender == "f" else forms[0]
        latin_given, _, native_given = given.partition("|")
        latin_family, _, native_family = family.partition("|")
        own_script = native_given and native_family and region == family_region
        if own_script and chance.happens(0.3):
            return Person(native_given, native_family, latin_given, latin_family, region, gender)
        return Person(latin_given, latin_family, latin_given, latin_family, region, gender)

    def add_profile(self, person: Person) -> None:
        """Give the person a LinkedIn profile, under a slug that nobody else has."""
        chance = self._chance
        plain = web_name(f"{person.latin_given} {person.latin_family}")
        own = "-".join(unicodedata.normalize("NFC", person.name).lower().replace("'", "").split())
        own = own if not own.isascii() and chance.happens(0.35) else plain
        slug = own
        if own == plain and chance.happens(0.45):
            slug = f"{plain}-{chance.letters('0123456789abcdef', 8)}"
        while slug in self._slugs:
            slug = f"{own}-{chance.letters('0123456789abcdef', 9)}"
        self._slugs.add(slug)
        person.slug = slug
        person.first, person.last = person.given, person.family


class Careers:
    """Titles of a domain in a language, and names of companies that do not exist."""

    LANGUAGES = {
        "de": 0.55,
        "es": 0.6,
        "fr": 0.6,
        "it": 0.6,
        "pt": 0.6,
        "sv": 0.3,
        "nl": 0.3,
        "pl": 0.3,
    }
    """How likely somebody of a region writes the title in the region's language."""

    def __init__(self) -> None:
        self._chance = Chance("careers")
        self._titles: dict[tuple[str, str], list[tuple[str, str]]] = {}
        for row in read_words("titles"):
            kinds = self._titles.setdefault((row["domain"], row["lang"]), [])
            kinds.extend((title, row["seniority"]) for title in row["titles"].split(";"))
        words = read_words("companies")
        self._lists = {(row["kind"], row["key"]): row["words"].split(";") for row in words}
        self._starts = next(row["words"].split() for row in words if row["kind"] == "start")
        self._ends = next(row["words"].split() for row in words if row["kind"] == "end")
        self._stems: set[str] = set()

    def give_title(self, person: Person, domain: str) -> None:
        """Set the person's domain and a title that says it."""
        chance = self._chance
        home = person.region if chance.happens(self.LANGUAGES.get(person.region, 0)) else "en"
        choices = self._titles.get((domain, home)) or self._titles[domain, "en"]
        title, person.seniority = chance.pick(choices)
        forms = title.split("|")
        person.domain = domain
        person.title = forms[-1] if person.gender == "f" else forms[0]

    def name_company(self, domain: str, region: str) -> tuple[str, str]:
        """Invent a company; give its name and its legal form, which may be ""."""
        chance = self._chance
        stem = ""
        while not stem or stem in self._stems:
            stem = chance.pick(self._starts) + chance.pick(self._ends)
        self._stems.add(stem)
        sector = chance.pick(self._lists.get(("sector", domain), ["Group"]))
        legal = self._lists.get(("legal", region), [])
        return f"{stem} {sector}", chance.pick(legal) if legal else ""
