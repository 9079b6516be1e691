"""What is planted: the numbers, the communities, and who plays which part."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from _people import Person

FIRST_DAY, LAST_DAY = date(2016, 3, 1), date(2026, 11, 1)
RECENT = date(2026, 4, 1)
"""Who connects from this day on and gets no word is one of the planted ones."""

GAPS = ("LEGL", "HLTH", "GOVT", "REAL")
QUOTAS = {
    "SOFT": 130, "DATA": 104, "PROD": 62, "ENGI": 46, "DSGN": 44,
    "EXEC": 27, "MKTG": 27, "SALE": 27, "CUST": 27, "FINA": 27, "CONS": 27, "HRTA": 27, "OPSC": 27,
    "SCIE": 27, "EDUC": 27, "MEDA": 27, "COMM": 27, "ADMN": 27, "TRAD": 27, "HOSP": 27, "AGRI": 27,
    "LEGL": 1, "HLTH": 2, "REAL": 1,
}  # fmt: skip
"""Connections whose title tells a domain; 27 of 822 is 3.3 %, well above half of 1/25."""

UNTITLED, MEANINGLESS = 18, 13
"""Connections with neither company nor title, and with a title that says nothing."""

ADDRESS_BOOK_ONLY = {"TRAD": 6, "HOSP": 5, "AGRI": 4, "EDUC": 3, "ADMN": 2, "COMM": 2, "UNK": 23}
FRIENDS_WITHOUT_PROFILE = 26
MAIL_ONLY = 3
ADVERTISERS, INVITED = 12, 22
"""People with a profile who are not connections."""

CLOSE, REGULAR, OCCASIONAL = 30, 85, 130
"""How many people the ego writes to much, now and then, once; nobody else of the loose ones."""


@dataclass(eq=False)
class Community:
    """People who know one another, and where that can be read off.

    Attributes
    ----------
    mix
        How many members work in which domain.
    years
        When the ego connected with the members: from the first year's March to
        the last year's June.
    threads_each
        In how many group threads a member takes part, on average.
    """

    key: str
    name: str
    kind: str
    label: str
    years: tuple[int, int]
    threads_each: float
    mix: dict[str, int]
    members: list[Person] = field(default_factory=list)

    @property
    def is_employer(self) -> bool:
        """Whether the members share a company in Connections.csv."""
        return self.kind == "employer"


def empty_communities() -> list[Community]:
    """Give the six communities, still without members."""
    return [
        Community("present", "Korvenlicht Systems", "employer", "Korvenlicht", (2021, 2026), 0.8,
                  {"SOFT": 34, "DATA": 18, "PROD": 12, "DSGN": 8, "CUST": 5, "SALE": 4, "MKTG": 4,
                   "HRTA": 3, "FINA": 2, "ADMN": 2}),
        Community("former", "Ostramere Analytics", "employer", "Ostramere", (2016, 2021), 0.8,
                  {"DATA": 26, "SOFT": 14, "PROD": 8, "CONS": 8, "SALE": 6, "CUST": 6, "MKTG": 4,
                   "FINA": 2, "HRTA": 2}),
        Community("university", "Norrvassa University", "school", "Norrvassa", (2016, 2020), 3.0,
                  {"SOFT": 12, "SCIE": 12, "ENGI": 12, "DATA": 10, "EDUC": 8, "FINA": 5, "CONS": 4,
                   "PROD": 3, "MEDA": 2, "AGRI": 2}),
        Community("association", "Plumbline Data Guild", "association", "Plumbline Guild",
                  (2018, 2025), 3.0,
                  {"DATA": 18, "SOFT": 10, "PROD": 8, "CONS": 5, "MEDA": 5, "SCIE": 5, "OPSC": 5,
                   "EXEC": 4}),
        Community("volunteering", "Lanternhouse Makers", "volunteering", "Lanternhouse",
                  (2019, 2025), 3.2,
                  {"COMM": 10, "EDUC": 7, "SOFT": 6, "ADMN": 4, "TRAD": 4, "DSGN": 4, "HOSP": 3,
                   "MEDA": 2, "AGRI": 2}),
        Community("friends", "Friends and family", "friends", "Friends", (2016, 2025), 3.2,
                  {"TRAD": 5, "HOSP": 4, "AGRI": 4, "MEDA": 4, "DSGN": 4, "ADMN": 4, "OPSC": 3,
                   "EDUC": 3, "COMM": 2, "SALE": 2, "SOFT": 2, "ENGI": 2, "HLTH": 1}),
    ]  # fmt: skip


BROKERS = (
    ("association", "present", "university"),
    ("university", "former"),
    ("university", "association", "volunteering"),
    ("volunteering", "friends", "former"),
    ("friends", "association", "present"),
)
"""For each broker the home community, then those that the broker visits."""


@dataclass(eq=False)
class Broker:
    """A person who moves between communities and introduces people across them."""

    person: Person
    communities: tuple[str, ...]


@dataclass
class Story:
    """Everybody, and the parts that some of them play."""

    communities: list[Community]
    loose: list[Person]
    offline: list[Person]
    mail_only: list[Person]
    advertisers: list[Person]
    invited: list[Person]
    brokers: list[Broker] = field(default_factory=list)
    dormant: list[Person] = field(default_factory=list)
    only_i_write: list[Person] = field(default_factory=list)
    only_they_write: list[Person] = field(default_factory=list)
    connected_in_silence: list[Person] = field(default_factory=list)
    met_in_silence: list[Person] = field(default_factory=list)
    asked_me: list[Person] = field(default_factory=list)
    homonyms: list[tuple[Person, Person]] = field(default_factory=list)

    @property
    def connections(self) -> list[Person]:
        """Everybody who stands in Connections.csv by name."""
        return [person for c in self.communities for person in c.members] + self.loose

    def community(self, key: str) -> Community:
        """Look a community up by its key."""
        return next(c for c in self.communities if c.key == key)


def without_part(people: Iterable[Person]) -> list[Person]:
    """Leave out everybody whose part in the story forbids that chance moves them."""
    return [person for person in people if not person.part]
