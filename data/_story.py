"""Who is in the example, and the story that is planted among them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING

from _chance import Chance
from _people import Careers, Cast, Person, web_name

if TYPE_CHECKING:
    from collections.abc import Iterable

FIRST_DAY, LAST_DAY = date(2016, 3, 1), date(2026, 11, 1)
RECENT = date(2026, 8, 1)
"""From this day on, a new acquaintance who got no word is one of the planted ones."""

GAPS = ("LEGL", "HLTH", "GOVT", "REAL")
QUOTAS = {
    "SOFT": 140, "DATA": 108, "PROD": 66, "ENGI": 48, "DSGN": 46, "LEGL": 1, "HLTH": 2, "REAL": 1,
    **dict.fromkeys(
        ("EXEC", "MKTG", "SALE", "CUST", "FINA", "CONS", "HRTA", "OPSC",
         "SCIE", "EDUC", "MEDA", "COMM", "ADMN", "TRAD", "HOSP", "AGRI"), 27),
}  # fmt: skip
"""People whose title tells a domain; 27 of 844 is 3.2 %, well above half of 1/25."""

ADDRESS_BOOK_ONLY = {"TRAD": 6, "HOSP": 5, "AGRI": 4, "EDUC": 3, "ADMN": 2, "COMM": 2, "UNK": 23}
FRIENDS_WITHOUT_PROFILE = 26
UNTITLED, MEANINGLESS = 18, 13


@dataclass(eq=False)
class Community:
    """People who know one another, and where that can be read off."""

    key: str
    name: str
    kind: str
    label: str
    mix: dict[str, int]
    years: tuple[int, int]
    share_in_threads: float
    members: list[Person] = field(default_factory=list)

    @property
    def is_employer(self) -> bool:
        """Whether the members share a company in Connections.csv."""
        return self.kind == "employer"


def communities() -> list[Community]:
    """Give the six communities, still empty."""
    return [
        Community("present", "Korvenlicht Systems", "employer", "Korvenlicht",
                  {"SOFT": 34, "DATA": 18, "PROD": 12, "DSGN": 8, "CUST": 5, "SALE": 4,
                   "MKTG": 4, "HRTA": 3, "FINA": 2, "ADMN": 2}, (2021, 2026), 0.8),
        Community("former", "Ostramere Analytics", "employer", "Ostramere",
                  {"DATA": 26, "SOFT": 14, "PROD": 8, "CONS": 8, "SALE": 6, "CUST": 6,
                   "MKTG": 4, "FINA": 2, "HRTA": 2}, (2016, 2021), 0.8),
        Community("university", "Norrvassa University", "school", "Norrvassa",
                  {"SOFT": 12, "SCIE": 12, "ENGI": 12, "DATA": 10, "EDUC": 8, "FINA": 5,
                   "CONS": 4, "PROD": 3, "MEDA": 2, "AGRI": 2}, (2016, 2020), 2.4),
        Community("association", "Plumbline Data Guild", "association", "Plumbline Guild",
                  {"DATA": 18, "SOFT": 10, "PROD": 8, "CONS": 5, "MEDA": 5, "SCIE": 5,
                   "OPSC": 5, "EXEC": 4}, (2018, 2025), 2.4),
        Community("volunteering", "Lanternhouse Makers", "volunteering", "Lanternhouse",
                  {"COMM": 10, "EDUC": 7, "SOFT": 6, "ADMN": 4, "TRAD": 4, "DSGN": 4,
                   "HOSP": 3, "MEDA": 2, "AGRI": 2}, (2019, 2025), 2.4),
        Community("friends", "Friends and family", "friends", "Friends",
                  {"TRAD": 5, "HOSP": 4, "AGRI": 4, "MEDA": 4, "DSGN": 4, "ADMN": 4, "OPSC": 3,
                   "EDUC": 3, "COMM": 2, "SALE": 2, "SOFT": 2, "ENGI": 2, "HLTH": 1},
                  (2016, 2025), 2.4),
    ]  # fmt: skip


BROKERS = (
    ("association", "present", "university"),
    ("university", "former"),
    ("university", "association", "volunteering"),
    ("volunteering", "friends", "former"),
    ("friends", "association", "present"),
)
"""For each broker the home community and the ones that the broker visits."""

NAMESAKES_ELSEWHERE = 2
"""Homonym pairs of which one person stands in an address book only."""


@dataclass
class Story:
    """Everybody, and the parts that some of them play."""

    communities: list[Community]
    loose: list[Person]
    offline: list[Person]
    mail_only: list[Person]
    outsiders: list[Person]
    brokers: list[Person] = field(default_factory=list)
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
        return [p for c in self.communities for p in c.members] + self.loose

    def community(self, key: str) -> Community:
        """Look a community up by its key."""
        return next(c for c in self.communities if c.key == key)

    def free(self, people: Iterable[Person]) -> list[Person]:
        """Leave out everybody whose part in the story forbids chance meetings."""
        return [p for p in people if not p.reserved]


def build_story() -> Story:
    """Invent everybody and hand out the parts."""
    cast, careers, chance = Cast(), Careers(), Chance("story")
    left = Counter(QUOTAS)
    groups = communities()
    for group in groups:
        for domain, count in group.mix.items():
            left[domain] -= count
            for _ in range(count):
                person = cast.invent()
                person.community = group.key
                careers.give_title(person, domain)
                group.members.append(person)
        group.members = chance.shuffled(group.members)
    offline = _invent_all(cast, careers, ADDRESS_BOOK_ONLY)
    left -= Counter({k: n for k, n in ADDRESS_BOOK_ONLY.items() if k != "UNK"})
    loose = _invent_all(cast, careers, {**left, "UNK": UNTITLED + MEANINGLESS})
    story = Story(
        groups,
        chance.shuffled(loose),
        chance.shuffled(offline),
        [cast.invent() for _ in range(3)],
        [cast.invent() for _ in range(34)],
    )
    for friend in story.offline[:FRIENDS_WITHOUT_PROFILE]:
        friend.community = "friends"
    _give_companies(story, careers, chance)
    for person in story.connections + story.outsiders:
        cast.add_profile(person)
    _connect(story, chance)
    _cast_parts(story, chance)
    _decorate_names(story, Chance("decoration"))
    _give_addresses(story, chance)
    return story


def _invent_all(cast: Cast, careers: Careers, counts: dict[str, int]) -> list[Person]:
    people = []
    for domain, count in counts.items():
        for _ in range(count):
            person = cast.invent()
            if domain != "UNK":
                careers.give_title(person, domain)
            people.append(person)
    return people


def _give_companies(story: Story, careers: Careers, chance: Chance) -> None:
    """Employers to the two communities, small firms to some, one-off firms to the rest."""
    for group in story.communities:
        for person in group.members:
            if group.is_employer:
                person.company, person.legal = group.name, "GmbH"
            else:
                person.company, person.legal = careers.name_company(person.domain, person.region)
    unknown = [p for p in story.loose if p.domain == "UNK"]
    for person in unknown[UNTITLED:]:
        careers.give_title(person, "UNK")
    for person in unknown[UNTITLED:] + [p for p in story.loose if p.domain != "UNK"]:
        person.company, person.legal = careers.name_company(person.domain, person.region)
    titled = [p for p in story.loose if p.domain not in {"UNK", *GAPS}]
    for domain in chance.some(sorted({p.domain for p in titled}) * 2, 22):
        colleagues = [p for p in titled if p.domain == domain and not p.reserved]
        shared = chance.some(colleagues, chance.between(2, 5))
        for person in shared:
            person.company, person.legal = shared[0].company, shared[0].legal
            person.reserved = "shares a firm"
    for person in story.loose:
        person.reserved = ""
    for person in story.offline:
        if person.title and chance.happens(0.6):
            person.company, person.legal = careers.name_company(person.domain, person.region)


def _connect(story: Story, chance: Chance) -> None:
    """Give every connection its day."""
    for group in story.communities:
        first = max(date(group.years[0], 3, 1), FIRST_DAY)
        days = (date(group.years[1], 6, 30) - first).days
        for person in group.members:
            person.connected = first + timedelta(chance.between(0, days))
    days = (LAST_DAY - FIRST_DAY).days
    for person in story.loose:
        # the larger of two draws: more people are met in later years
        later = max(chance.between(0, days), chance.between(0, days))
        person.connected = FIRST_DAY + timedelta(later)


def _cast_parts(story: Story, chance: Chance) -> None:
    """Choose who plays which part; nobody plays two."""
    for home, *visited in BROKERS:
        broker = next(p for p in story.community(home).members if not p.reserved)
        broker.reserved = "broker of " + " ".join([home, *visited])
        story.brokers.append(broker)
    gap_people = [p for p in story.connections if p.domain in GAPS]
    for person in gap_people:
        person.reserved = "gap"

    def choose(pool: list[Person], count: int, part: str, before: int) -> list[Person]:
        able = [p for p in story.free(pool) if p.title and p.connected and p.domain != "UNK"]
        chosen = chance.some([p for p in able if p.connected < date(before, 1, 1)], count)
        for person in chosen:
            person.reserved = part
        return chosen

    former, present = story.community("former").members, story.community("present").members
    story.dormant = choose(former, 4, "dormant", 2018) + choose(story.loose, 4, "dormant", 2018)
    story.only_i_write = choose(story.loose, 5, "only I write", 2024)
    story.only_they_write = choose(story.loose, 5, "only they write", 2024)
    story.met_in_silence = choose(story.loose, 1, "met", 2026) + choose(former, 1, "met", 2026)
    story.asked_me = (
        choose(story.loose, 2, "asked me", 2026)
        + choose(present, 1, "asked me", 2026)
        + choose(former, 1, "asked me", 2026)
    )
    story.connected_in_silence = choose(story.loose, 2, "new", 2026)
    days = (date(2026, 9, 17), date(2026, 10, 6))
    for person, day in zip(story.connected_in_silence, days, strict=True):
        person.connected = day
    pool = choose(story.loose, 2 * 2 + NAMESAKES_ELSEWHERE, "homonym", 2026)
    others = [p for p in story.offline if p.community != "friends"][:NAMESAKES_ELSEWHERE]
    pairs = [(pool[0], pool[1]), (pool[2], pool[3]), (pool[4], others[0]), (pool[5], others[1])]
    for one, other in pairs:
        for part in ("given", "family", "latin_given", "latin_family", "region", "gender"):
            setattr(other, part, getattr(one, part))
        other.reserved = "homonym"
        if other.slug:
            other.slug = f"{web_name(one.latin_given + ' ' + one.latin_family)}-{chance.letters('0123456789', 7)}"
            other.first, other.last = other.given, other.family
    story.homonyms = pairs


DEGREES = (", PhD", ", MBA", ", PMP", ", MSc", ", PhD, MBA", ", CPA")
EMOJI = ("🚀", "✨", "🌱", "📊", "🎨", "☕")
FANCY = str.maketrans({chr(65 + i): chr(0x1D400 + i) for i in range(26)}
                      | {chr(97 + i): chr(0x1D41A + i) for i in range(26)})  # fmt: skip


def _decorate_names(story: Story, chance: Chance) -> None:
    """Write names as people write them on LinkedIn: degrees, emoji, blanks, initials."""
    for person in story.connections:
        if person.reserved:
            continue
        kind = chance.between(1, 200)
        if kind <= 12:
            person.last += chance.pick(DEGREES)
        elif kind <= 15:
            person.last += f" {chance.pick(EMOJI)}"
        elif kind <= 18:
            person.first = f"{chance.pick(EMOJI)} {person.first}"
        elif kind <= 24:
            person.last += " "
        elif kind <= 28:
            person.last = f"{person.last[0]}."
        elif kind <= 31:
            person.first, person.last = person.first.upper(), person.last.upper()
        elif kind <= 34:
            person.last += f" ({chance.pick(('she/her', 'he/him', 'they/them'))})"
        elif kind == 35 and person.name.isascii():
            person.first = person.first.translate(FANCY)


def _give_addresses(story: Story, chance: Chance) -> None:
    """E-mail and phone for everybody, few of them shown on LinkedIn."""
    numbers = chance.shuffled([f"+44 20 7946 0{n:03}" for n in range(1000)])
    for person in story.connections + story.offline + story.mail_only:
        local = web_name(person.latin_given) + "." + web_name(person.latin_family)
        at_work = person.company and person.community not in {"friends", "university"}
        private = chance.pick(("example.com", "example.org", "mail.example", "post.example"))
        person.email = (
            f"{local}@{web_name(person.company)}.example" if at_work else f"{local}@{private}"
        )
        person.phone = numbers.pop()
        person.shows_email = bool(person.slug) and chance.happens(0.05)
    for one, other in story.homonyms:
        if one.email == other.email:
            other.email = other.email.replace("@", "2@")
    for person in story.connections:
        at_employer = person.community in {"present", "former"}
        with_form = chance.happens(0.06 if at_employer else 0.25)
        person.company_shown = f"{person.company} {person.legal}" if with_form else person.company
        person.company_shown = person.company_shown.strip()
