"""What people did for one another: introductions, endorsements, recommendations."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import combinations, cycle, islice
from typing import TYPE_CHECKING

from _chance import Chance
from _story import FIRST_DAY, GAPS, LAST_DAY
from _talk import Phrases

if TYPE_CHECKING:
    from _people import Person
    from _story import Story

LAST_INTRODUCTION = date(2026, 6, 30)
"""Later ones would be follow-ups that are overdue, and those are planted."""

CHANNELS = (
    "email",
    "email",
    "linkedin",
    "linkedin",
    "in_person",
    "event",
    "phone",
    "video",
    "chat",
)
OUTCOMES = ("met", "met", "replied", "collaborating", "friend", "hired", "customer", "no_response",
            "declined", "pending", "")  # fmt: skip
CONTEXTS = ("Guild meetup", "autumn workshop", "looked for a speaker", "open role", "same home town",
            "both learn Portuguese", "research project", "needed a reviewer", "", "", "")  # fmt: skip

BY_EACH_BROKER = 6
WITHIN_EACH_COMMUNITY = 6
TO_THE_EGO = 24
BY_THE_EGO = 18


@dataclass
class Introduction:
    """Who made whom known to whom; the ego is None."""

    introducer: Person | None
    introduced: Person
    to: list[Person | None]
    date: str
    channel: str
    outcome: str
    context: str
    strength: str


@dataclass
class Endorsement:
    """A skill that somebody confirmed, on the ego's profile or on theirs."""

    person: Person
    skill: str
    at: datetime
    is_received: bool


@dataclass
class Recommendation:
    """A text that one wrote about the other."""

    person: Person
    text: str
    at: datetime
    is_received: bool


@dataclass
class Invitation:
    """An invitation to connect."""

    person: Person
    at: datetime
    message: str
    is_incoming: bool


def make_introductions(story: Story) -> list[Introduction]:
    """Let brokers introduce across communities, everybody else near themselves."""
    chance = Chance("introductions")
    made: list[Introduction] = []
    pools = {
        c.key: chance.shuffled([p for p in story.free(c.members) if p.email])
        for c in story.communities
    }
    strangers = chance.shuffled([p for p in story.free(story.loose) if p.title])

    def note(introducer: Person | None, introduced: Person, *to: Person | None) -> None:
        days = (LAST_INTRODUCTION - date(2018, 1, 1)).days
        day = LAST_INTRODUCTION - timedelta(min(chance.between(0, days), chance.between(0, days)))
        precision = chance.pick((10, 10, 10, 7, 7, 4))
        made.append(
            Introduction(
                introducer, introduced, list(to), day.isoformat()[:precision], chance.pick(CHANNELS),
                chance.pick(OUTCOMES), chance.pick(CONTEXTS), chance.pick(("", "", "2", "3", "4", "5")),
            )
        )  # fmt: skip

    for broker in story.brokers:
        homes = broker.reserved.split()[2:]
        for here, there in islice(cycle(combinations(homes, 2)), BY_EACH_BROKER):
            note(broker, pools[here].pop(), pools[there].pop())
        note(broker, strangers.pop(), None)
    rare = [p for p in story.connections if p.domain in GAPS]
    for broker, person in zip(story.brokers, rare, strict=False):
        note(broker, person, None, pools[broker.community].pop())
    for key in pools:
        for _ in range(WITHIN_EACH_COMMUNITY):
            note(*chance.some(pools[key], 3))
    for number in range(TO_THE_EGO):
        known = pools[chance.pick(list(pools))]
        introducer, other = chance.some(known, 2)
        note(introducer, strangers.pop() if number % 3 else other, None)
    for number in range(BY_THE_EGO):
        known = pools[chance.pick(list(pools))]
        one, other = chance.some(known, 2)
        note(None, strangers.pop() if number % 3 else one, other)
    for _ in range(3):
        introducer, one, two, three = chance.some(pools[chance.pick(list(pools))], 4)
        note(introducer, one, two, three)
    return sorted(made, key=lambda i: (i.date, i.introduced.identity))


def make_endorsements(story: Story) -> list[Endorsement]:
    """Confirm skills both ways; after the dormant fell silent they confirm nothing."""
    chance, phrases = Chance("endorsements"), Phrases()
    found: dict[tuple[str, str, bool], Endorsement] = {}
    able = story.free(story.connections) + story.brokers * 3 + story.dormant * 2
    for is_received, count in ((True, 150), (False, 95)):
        for person in (chance.pick(able) for _ in range(count)):
            skill = phrases.draw(chance, "skill", "say")
            last = date(2020, 6, 30) if person in story.dormant else LAST_DAY
            first = person.connected or FIRST_DAY
            day = first + timedelta(chance.between(0, max((last - first).days, 0)))
            at = datetime(
                day.year,
                day.month,
                day.day,
                chance.between(6, 21),
                chance.between(0, 59),
                chance.between(0, 59),
            )
            found[person.slug, skill, is_received] = Endorsement(person, skill, at, is_received)
    return sorted(found.values(), key=lambda e: (e.at, e.person.slug), reverse=True)


def make_recommendations(story: Story, close: list[Person]) -> list[Recommendation]:
    """One for each dormant friend, and some among people who are still in touch."""
    chance, phrases = Chance("recommendations"), Phrases()
    made = []

    def note(person: Person, day: date, *, is_received: bool) -> None:
        at = datetime(day.year, day.month, day.day, chance.between(6, 21), chance.between(0, 59))
        about = "Mira" if is_received else person.given
        made.append(
            Recommendation(person, phrases.draw(chance, "recommend", "say", about), at, is_received)
        )

    for number, person in enumerate(story.dormant):
        note(
            person,
            date(2019, chance.between(1, 12), chance.between(1, 28)),
            is_received=number % 4 != 3,
        )
        if number % 4 in {0, 3}:
            note(
                person, date(2019, chance.between(1, 12), chance.between(1, 28)), is_received=False
            )
    for number, person in enumerate(close[:9]):
        day = max(person.connected, date(2022, 1, 1)) + timedelta(chance.between(30, 300))
        note(person, day, is_received=number % 3 != 2)
    return sorted(made, key=lambda r: (r.at, r.person.slug), reverse=True)


def make_invitations(story: Story) -> list[Invitation]:
    """Pending ones from and to outsiders, and the accepted ones that are kept a while."""
    chance = Chance("invitations")
    recent = sorted(story.free(story.loose), key=lambda p: (p.connected, p.slug))[-10:]
    made = []
    for number, person in enumerate(story.outsiders[12:] + recent):
        day = person.connected or LAST_DAY - timedelta(chance.between(5, 700))
        at = datetime(day.year, day.month, day.day, chance.between(6, 21), chance.between(0, 59))
        text = "Hi, I would like to join your network." if chance.happens(0.12) else ""
        made.append(Invitation(person, at, text, number % 3 != 0))
    return sorted(made, key=lambda i: (i.at, i.person.slug), reverse=True)
