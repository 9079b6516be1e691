"""Whom to grow with: mentors, people on the same path, and a director behind an assistant."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from _chance import Chance
from _favours import Endorsement
from _people import Cast, Person, web_name
from _records import Record
from _talk import Talk

if TYPE_CHECKING:
    from _earlier import Earlier
    from _story import Story
    from _talk import Message

PRESENT, FORMER = ("Korvenlicht Systems", "GmbH"), "Ostramere Analytics"
PHONES = [f"+44 20 7946 0{number}" for number in range(990, 998)]
"""Numbers that nobody else can get."""

MENTORS = (
    # domain, title, company ("" for one elsewhere), messages
    ("DATA", "Head of Data Science", PRESENT[0], 26),
    ("DATA", "Director of Data & Analytics", "", 26),
    ("DATA", "Data Science Manager", "", 26),
    ("SOFT", "VP of Software Engineering", PRESENT[0], 20),
)
"""Above Mira in her department, twice outside, and in a field near to hers where she works."""

ON_CARDS = (
    # title now, and the titles that old cards still have, the oldest first
    ("Data Engineering Manager", ("Data Engineer", "Senior Data Engineer")),
    ("Data Engineering Manager", ("Data Engineer", "Senior Data Engineer")),
    ("Data Science Manager", ("Data Scientist", "Senior Data Scientist")),
    ("Head of Data Science", ("Data Engineer", "Principal Data Engineer")),
)
IN_EARLIER_EXPORT = (
    ("Data Engineering Manager", "Senior Data Engineer"),
    ("Director of Data & Analytics", "Principal Data Engineer"),
    ("Senior Product Manager", "Senior Data Scientist"),
)
"""Title now, and in the export of two years before."""

SKILLS = ("Stream Processing", "Stream Processing", "Stream Processing", "Budgeting")
"""What Mira confirmed to those whose old cards she has, and nobody confirmed to her."""

CERTIFICATE = "PMP"
"""What two of them have behind their names."""


@dataclass
class Growing:
    """Those who were added to the story, and what they did."""

    mentors: list[Person] = field(default_factory=list)
    peers: list[Person] = field(default_factory=list)
    before: dict[Person, tuple[str, ...]] = field(default_factory=dict)
    director: Person | None = None
    assistant: Person | None = None
    messages: list[Message] = field(default_factory=list)
    endorsements: list[Endorsement] = field(default_factory=list)

    def add_records(self, records: dict[str, list[Record]]) -> None:
        """Write old cards down: a newer one on the phone, the oldest among Google's contacts."""
        for number, person in enumerate(p for p in self.peers if len(self.before[p]) > 1):
            for source, title in zip(("google", "phone"), self.before[person], strict=True):
                record = Record(person, source, person.given, person.family, FORMER, person.email)
                record.title, record.phone, record.url = title, PHONES[number], person.url
                records[source].append(record)

    def look_back(self, earlier: Earlier) -> None:
        """Give those who stand in the earlier export the title that they had."""
        for person, titles in self.before.items():
            if len(titles) == 1:
                earlier.then[person].title = titles[0]

    def truth(self) -> dict[str, object]:
        """Tell what is planted; people by their address."""
        cards = [person for person in self.peers if len(self.before[person]) > 1]
        return {
            "mentors": [person.identity for person in self.mentors],
            "peers": [
                {"person": p.identity, "before": list(self.before[p]), "now": p.title}
                for p in self.peers
            ],
            "on_cards": [person.identity for person in cards],
            "skills": sorted(set(SKILLS)),
            "certificate": CERTIFICATE,
            "director": self.director.identity if self.director else None,
            "assistant": self.assistant.identity if self.assistant else None,
        }


def let_grow(story: Story) -> Growing:
    """Add people to the story once all the others have their parts: chance falls as before."""
    cast = Cast("growing names", [*story.connections, *story.offline, *story.advertisers,
                                  *story.invited, *story.mail_only])  # fmt: skip
    firms = _Firms(cast, story)
    found, talk = Growing(), Talk()
    talk.chance = Chance("growing talk")
    for domain, title, company, count in MENTORS:
        person = firms.hire(domain, title, company, date(2022, 5, 3 + count))
        found.mentors.append(person)
        talk.converse(person, count, since=date(2024, 9, 1), until=date(2026, 10, 20))
    for number, (title, before) in enumerate(ON_CARDS):
        person = firms.hire("DATA", title, "", date(2019, 2, 4 + number))
        found.peers.append(person)
        found.before[person] = before
        talk.converse(person, 4, since=date(2022, 1, 9), until=date(2025, 6, 14 + number))
        at = datetime(2024, 3, 11 + number, 9, 30, tzinfo=UTC)
        found.endorsements.append(Endorsement(person, SKILLS[number], at, is_received=False))
        person.last += f", {CERTIFICATE}" if number < 2 else ""  # noqa: PLR2004 - two of them
    for number, (title, before) in enumerate(IN_EARLIER_EXPORT):
        domain = "PROD" if "Product" in title else "DATA"
        person = firms.hire(domain, title, "", date(2020, 10, 6 + number))
        found.peers.append(person)
        found.before[person] = (before,)
    found.director = firms.hire("EXEC", "Managing Director", PRESENT[0], date(2021, 6, 8))
    found.assistant = firms.hire("ADMN", "Executive Assistant", PRESENT[0], date(2021, 9, 7))
    talk.converse(found.assistant, 14, since=date(2023, 3, 1), until=date(2026, 10, 6))
    found.messages = talk.messages
    return found


class _Firms:
    """Invents people and puts them to work."""

    def __init__(self, cast: Cast, story: Story) -> None:
        self._cast, self._story, self._chance = cast, story, Chance("growing firms")
        companies = (p.company for p in story.connections if p.company)
        self._free = sorted({name for name in companies if name.endswith(("Analytics", "Data"))})

    def hire(self, domain: str, title: str, company: str, connected: date) -> Person:
        """Invent one who has a profile, a title and a part in the story."""
        person = self._cast.invent()
        while not person.name.isascii():  # the story needs names that all files write alike
            person = self._cast.invent()
        self._cast.add_profile(person)
        person.slug = f"{person.plain_name}-{self._chance.letters('0123456789abcdef', 8)}"
        person.domain, person.title, person.connected, person.part = (
            domain,
            title,
            connected,
            "grow",
        )
        person.company = company or self._elsewhere()
        person.company_shown = person.company
        local = f"{web_name(person.latin_given)}.{web_name(person.latin_family)}"
        person.email = f"{local}@{web_name(person.company)}.example"
        self._story.loose.append(person)
        return person

    def _elsewhere(self) -> str:
        """Choose a firm of the field in which somebody of the story works, each once."""
        name = self._chance.pick([n for n in self._free if n != FORMER])
        self._free.remove(name)
        return name
