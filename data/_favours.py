"""What people did for one another: introductions, endorsements, recommendations, invitations."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations, cycle, islice
from typing import TYPE_CHECKING

from _chance import Chance
from _story import GAPS, LAST_DAY, without_part
from _talk import Phrases

if TYPE_CHECKING:
    from datetime import datetime

    from _people import Person
    from _story import Story

FIRST_INTRODUCTION, LAST_INTRODUCTION = date(2018, 1, 1), date(2026, 6, 30)
CHANNELS = {
    "email": 3, "linkedin": 3, "in_person": 2, "event": 2, "phone": 1, "video": 1, "chat": 1,
}  # fmt: skip
OUTCOMES = {
    "met": 4, "replied": 2, "collaborating": 2, "friend": 2, "hired": 1, "customer": 1,
    "no_response": 2, "declined": 1, "pending": 1, "": 2,
}  # fmt: skip
CONTEXTS = (
    "Guild meetup", "autumn workshop", "looked for a speaker", "open role", "same home town",
    "both learn Portuguese", "research project", "needed a reviewer", "", "", "", "",
)  # fmt: skip

ACROSS_BY_EACH_BROKER = 6
WITHIN_EACH_COMMUNITY = 6
TO_THE_EGO = 24
BY_THE_EGO = 18
TO_TWO_AT_ONCE = 3

ENDORSED_BY, ENDORSED = 150, 95
STILL_IN_TOUCH = 9
ACCEPTED = 10


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
    """A skill that was confirmed, on the ego's profile (received) or on the person's."""

    person: Person
    skill: str
    at: datetime
    is_received: bool


@dataclass
class Recommendation:
    """A text by the person about the ego (received) or the other way round."""

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


class Notebook:
    """Collects introductions; people come out of pools so that few are used twice."""

    def __init__(self, story: Story) -> None:
        self.chance = chance = Chance("introductions")
        self.made: list[Introduction] = []
        self.pools = {c.key: chance.shuffled(without_part(c.members)) for c in story.communities}
        self.strangers = chance.shuffled([p for p in without_part(story.loose) if p.title])

    def note(self, introducer: Person | None, introduced: Person, *to: Person | None) -> None:
        """Write an introduction down, with what one remembers of it."""
        chance = self.chance
        day = max(chance.day(FIRST_INTRODUCTION, LAST_INTRODUCTION) for _ in range(2))
        kept = chance.pick(("2024-04-05", "2024-04-05", "2024-04", "2024"))
        self.made.append(
            Introduction(
                introducer,
                introduced,
                list(to),
                day.isoformat()[: len(kept)],
                chance.pick_weighted(CHANNELS),
                chance.pick_weighted(OUTCOMES),
                chance.pick(CONTEXTS),
                chance.pick(("", "", "2", "3", "4", "5")),
            )
        )

    def peers(self, count: int) -> list[Person]:
        """Draw some people of one community."""
        return self.chance.some(self.pools[self.chance.pick(sorted(self.pools))], count)


def make_introductions(story: Story) -> list[Introduction]:
    """Let brokers introduce across communities, everybody else near themselves.

    A person who stands at the end of a broker's introduction is used up, so that
    nobody but the brokers gets many ties out of the own community.
    """
    book = Notebook(story)
    _introduce_across(book, story)
    for pool in book.pools.values():
        for _ in range(WITHIN_EACH_COMMUNITY):
            book.note(*book.chance.some(pool, 3))
    for number in range(TO_THE_EGO):
        introducer, other = book.peers(2)
        book.note(introducer, book.strangers.pop() if number % 3 else other, None)
    for number in range(BY_THE_EGO):
        one, other = book.peers(2)
        book.note(None, book.strangers.pop() if number % 3 else one, other)
    for _ in range(TO_TWO_AT_ONCE):
        book.note(*book.peers(4))
    return sorted(book.made, key=lambda i: (i.date, i.introduced.identity))


def _introduce_across(book: Notebook, story: Story) -> None:
    """Let each broker tie communities, and make the ego known to somebody outside."""
    for broker in story.brokers:
        pairs = cycle(combinations(broker.communities, 2))
        for here, there in islice(pairs, ACROSS_BY_EACH_BROKER):
            book.note(broker.person, book.pools[here].pop(), book.pools[there].pop())
        book.note(broker.person, book.strangers.pop(), None)
    rare = [person for person in story.connections if person.domain in GAPS]
    for broker, person in zip(story.brokers, rare, strict=False):
        book.note(broker.person, person, None, book.pools[broker.communities[0]].pop())


def make_endorsements(story: Story) -> list[Endorsement]:
    """Confirm skills both ways; the dormant confirm none after they fell silent."""
    chance, phrases = Chance("endorsements"), Phrases()
    brokers = [broker.person for broker in story.brokers]
    able = without_part(story.connections) + brokers * 3 + story.dormant * 2
    found: dict[tuple[str, str, bool], Endorsement] = {}
    for is_received, count in ((True, ENDORSED_BY), (False, ENDORSED)):
        for person in (chance.pick(able) for _ in range(count)):
            skill = phrases.draw(chance, "skill", "say")
            last = date(2019, 12, 31) if person in story.dormant else LAST_DAY
            at = chance.moment(chance.day(person.connected, last))
            found[person.slug, skill, is_received] = Endorsement(person, skill, at, is_received)
    return sorted(found.values(), key=lambda e: (e.at, e.person.slug), reverse=True)


def make_recommendations(story: Story, close: list[Person]) -> list[Recommendation]:
    """One or two for each dormant friend, and some among people who are still in touch."""
    chance, phrases = Chance("recommendations"), Phrases()
    made = []

    def note(person: Person, day: date, *, is_received: bool) -> None:
        about = "Mira" if is_received else person.given
        text = phrases.draw(chance, "recommend", "say", name=about)
        made.append(Recommendation(person, text, chance.moment(day), is_received))

    for number, person in enumerate(story.dormant):
        day = chance.day(date(2019, 1, 1), date(2019, 12, 31))
        note(person, day, is_received=number % 4 > 0)
        if number % 4 == 1:
            note(person, day + timedelta(9), is_received=False)
    for number, person in enumerate(close[:STILL_IN_TOUCH]):
        day = max(person.connected, date(2022, 1, 1)) + timedelta(chance.between(30, 300))
        note(person, day, is_received=number % 3 > 0)
    return sorted(made, key=lambda r: (r.at, r.person.slug), reverse=True)


def make_invitations(story: Story) -> list[Invitation]:
    """Pending ones from and to people outside, and accepted ones that are kept a while."""
    chance = Chance("invitations")
    newest = sorted(without_part(story.loose), key=lambda p: (p.connected, p.slug))[-ACCEPTED:]
    made = []
    for number, person in enumerate(story.invited + newest):
        day = person.connected or chance.day(date(2025, 1, 10), LAST_DAY)
        text = "Hi, I would like to join your network." if chance.happens(0.12) else ""
        made.append(Invitation(person, chance.moment(day, 5, 6), text, number % 3 > 0))
    return sorted(made, key=lambda i: (i.at, i.person.slug), reverse=True)
