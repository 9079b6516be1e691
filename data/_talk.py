"""What was said on LinkedIn: conversations of two, group threads, noise."""

from __future__ import annotations

import base64
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from _chance import Chance, read_words
from _story import CLOSE, FIRST_DAY, LAST_DAY, OCCASIONAL, RECENT, REGULAR, without_part

if TYPE_CHECKING:
    from _people import Person
    from _story import Community, Story

IN_OWN_LANGUAGE = {
    "de": 0.6, "sv": 0.6, "ru": 0.4, "zh": 0.4, "ja": 0.4, "ar": 0.4, "es": 0.3, "fr": 0.3,
    "it": 0.3, "pt": 0.3, "nl": 0.3, "pl": 0.3, "hi": 0.2,
}  # fmt: skip
"""How likely a conversation with somebody of a region is in the region's language."""

LAST_MINUTE = datetime(2026, 11, 1, 21, tzinfo=UTC)
EGO_HAS_LAST_WORD_SINCE = date(2025, 10, 1)
"""From here on nobody waits for an answer of the ego's but those who are planted."""

AFTER_MEETINGS = date(2026, 8, 1)
QUESTION_DAYS = (date(2026, 9, 21), date(2026, 9, 30), date(2026, 10, 8), date(2026, 10, 14))
VISITED_THREADS = 3
SILENT_IN_THREADS = ("dormant", "met", "asked me")
"""Whose story a group thread would disturb."""


@dataclass
class Message:
    """One message; the ego is None, as sender or as one of the recipients."""

    thread: str
    title: str
    sender: Person | None
    recipients: list[Person | None]
    at: datetime
    text: str
    subject: str = ""
    folder: str = "INBOX"
    is_draft: bool = False
    is_deleted_member: bool = False


class Phrases:
    """The phrase bank, by language (or kind of talk) and role."""

    def __init__(self) -> None:
        rows = read_words("phrases")
        self._bank = {(row["lang"], row["role"]): row["text"].split("|") for row in rows}

    def draw(self, chance: Chance, lang: str, role: str, **words: str) -> str:
        """Draw a phrase and put `words` into the places that bear their names."""
        text = chance.pick(self._bank[lang, role])
        for place, word in words.items():
            text = text.replace(f"{{{place}}}", word)
        return text

    def subject(self, chance: Chance) -> dict[str, str]:
        """Draw what a talk is about, as words for `draw`."""
        return {kind: chance.pick(self._bank["en", kind]) for kind in ("topic", "event")}

    def all(self, lang: str, role: str) -> list[str]:
        """Give every phrase of a role."""
        return self._bank[lang, role]


class Talk:
    """Collects the messages of the whole story."""

    def __init__(self) -> None:
        self.messages: list[Message] = []
        self.phrases = Phrases()
        self.chance = Chance("talk")
        self._threads: dict[Person, str] = {}

    def open_thread(self) -> str:
        """Invent a conversation's id."""
        code = self.chance.letters("0123456789abcdef", 30)
        return "2-" + base64.b64encode(code.encode()).decode()

    def thread_with(self, person: Person) -> str:
        """Find the conversation with a person: on LinkedIn two people have but one."""
        if person not in self._threads:
            self._threads[person] = self.open_thread()
        return self._threads[person]

    def say(
        self, thread: str, person: Person, at: datetime, text: str, *, from_ego: bool
    ) -> Message:
        """Write one message between the ego and one person."""
        sender, recipient = (None, person) if from_ego else (person, None)
        self.messages.append(Message(thread, "", sender, [recipient], at, text))
        return self.messages[-1]

    def converse(self, person: Person, count: int, *, since: date, until: date) -> None:
        """Let the ego and one person write to and fro, in bursts; the last one is on `until`."""
        chance, thread = self.chance, self.thread_with(person)
        own = chance.happens(IN_OWN_LANGUAGE.get(person.region, 0))
        sizes = _burst_sizes(chance, count)
        days = [*sorted(chance.day(since, until) for _ in sizes[1:]), max(since, until)]
        earliest = chance.moment(since, 5, 6)
        for day, size in zip(days, sizes, strict=True):
            at = min(max(chance.moment(day), earliest), LAST_MINUTE - timedelta(hours=2))
            at = self._burst(thread, person, person.region if own else "en", size, at)
            earliest = at + timedelta(hours=8)

    def _burst(self, thread: str, person: Person, lang: str, size: int, at: datetime) -> datetime:
        """Write some messages in a row, in turns; tell when the last was written."""
        chance = self.chance
        subject = self.phrases.subject(chance)
        ego_ends = at.date() >= EGO_HAS_LAST_WORD_SINCE or chance.happens(0.6)
        for turn in range(size):
            from_ego = ego_ends == ((size - 1 - turn) % 2 == 0)
            asks = turn == 0 and size > len(("question", "thanks"))
            role = "ask" if asks else "close" if 0 < turn == size - 1 else "say"
            name = person.given if from_ego else "Mira"
            text = self.phrases.draw(chance, lang, role, name=name, **subject)
            self.say(thread, person, at, text, from_ego=from_ego)
            left = int((LAST_MINUTE - at).total_seconds()) // (size - turn)
            at += timedelta(seconds=min(chance.between(240, 50_000), left))
        return at

    def monologue(self, person: Person, role: str, *, first: date, last: date) -> None:
        """Let one side write seven to nine times without an answer."""
        chance, thread = self.chance, self.thread_with(person)
        for day in sorted(chance.day(first, last) for _ in range(chance.between(7, 9))):
            text = self.phrases.draw(chance, role, "say", name=person.given)
            self.say(thread, person, chance.moment(day), text, from_ego=role == "one_way_out")

    def group_thread(self, title: str, people: list[Person], day: date) -> None:
        """Let several people and, at last, the ego write under one title."""
        chance, thread = self.chance, self.open_thread()
        at = chance.moment(day, 7, 18)
        speakers: list[Person | None] = [*chance.some(people, chance.between(2, 4)), None]
        for turn, speaker in enumerate(speakers):
            role = "ask" if turn == 0 else "close" if speaker is None else "say"
            others = [person for person in people if person is not speaker]
            recipients: list[Person | None] = others if speaker is None else [None, *others]
            text = self.phrases.draw(chance, "group", role)
            self.messages.append(Message(thread, title, speaker, recipients, at, text))
            at += timedelta(seconds=chance.between(180, 36_000))


def _burst_sizes(chance: Chance, count: int) -> list[int]:
    """Cut a number of messages into bursts of two to six; a rest of one joins the last."""
    sizes = []
    while count:
        size = min(count, chance.between(2, 6))
        size += count - size == 1
        sizes.append(size)
        count -= size
    return sizes


def hold_talks(story: Story, met: list[Person]) -> tuple[list[Message], list[Person]]:
    """Play the messages of the whole story.

    Parameters
    ----------
    story
        Everybody and their parts.
    met
        People who stand in the calendar: they and the ego write to each other afterwards.

    Returns
    -------
    tuple
        The messages, and the ego's close contacts.
    """
    talk = Talk()
    for community in story.communities:
        _hold_group_threads(talk, story, community)
    _play_parts(talk, story)
    close = _talk_to_others(talk, story)
    for person in without_part(met):
        day = talk.chance.day(AFTER_MEETINGS, LAST_DAY - timedelta(7))
        talk.converse(person, 2, since=max(person.connected, AFTER_MEETINGS), until=day)
    _add_noise(talk, story)
    return talk.messages, close


def _hold_group_threads(talk: Talk, story: Story, community: Community) -> None:
    chance = Chance(f"threads of {community.key}")
    last = date(2024 if community.key == "former" else 2026, 7, 31)
    for title, people in deal_threads(story, community, chance).items():
        talk.group_thread(title, people, chance.day(date(community.years[0], 9, 1), last))


def deal_threads(story: Story, community: Community, chance: Chance) -> dict[str, list[Person]]:
    """Deal a community's members over its titled threads, then let the brokers in."""
    titles = next(r["titles"] for r in read_words("threads") if r["community"] == community.key)
    threads: dict[str, list[Person]] = {title: [] for title in titles.split(";")}
    able = [person for person in community.members if person.part not in SILENT_IN_THREADS]
    whole, part = divmod(community.threads_each, 1)
    deck = [person for _ in range(int(whole)) for person in chance.shuffled(able)]
    deck += chance.some(able, round(part * len(able)))
    for person in deck:
        min((people for people in threads.values() if person not in people), key=len).append(person)
    for broker in story.brokers:
        if community.key in broker.communities[1:]:
            for people in chance.some(list(threads.values()), VISITED_THREADS):
                people.append(broker.person)
    return threads


def _play_parts(talk: Talk, story: Story) -> None:
    """Write what the planted story needs."""
    chance = talk.chance
    for person in story.dormant:
        end = chance.day(date(2020, 1, 1), date(2021, 12, 20))
        talk.converse(person, chance.between(30, 38), since=person.connected, until=end)
    for person in story.only_i_write:
        talk.monologue(person, "one_way_out", first=date(2024, 6, 1), last=date(2026, 1, 20))
    for person in story.only_they_write:
        talk.monologue(person, "one_way_in", first=date(2024, 3, 1), last=date(2025, 10, 20))
    for person in story.met_in_silence:
        talk.converse(person, 6, since=person.connected, until=date(2026, 3, 12))
    questions = talk.phrases.all("question_for_me", "ask")
    for person, question, day in zip(story.asked_me, questions, QUESTION_DAYS, strict=True):
        talk.converse(person, 5, since=person.connected, until=date(2026, 6, 3))
        talk.say(talk.thread_with(person), person, chance.moment(day), question, from_ego=False)
    for broker in story.brokers:
        end = chance.day(date(2026, 8, 10), date(2026, 10, 20))
        since = broker.person.connected
        talk.converse(broker.person, chance.between(18, 26), since=since, until=end)


def _talk_to_others(talk: Talk, story: Story) -> list[Person]:
    """Write much to some people of the communities, now and then or once to others."""
    chance = talk.chance
    members = without_part(p for c in story.communities for p in c.members)
    close = chance.some([p for p in members if p.connected < date(2025, 1, 1)], CLOSE)
    for person in close:
        end = LAST_DAY - timedelta(chance.between(1, 300))
        talk.converse(person, chance.between(14, 30), since=person.connected, until=end)
    for person in story.connections:
        if person.connected >= RECENT and person not in story.connected_in_silence:
            _greet(talk, person)
    others = [p for p in chance.shuffled(without_part(story.connections)) if p not in close]
    earlier = [person for person in others if person.connected < RECENT]
    for number, person in enumerate(earlier[: REGULAR + OCCASIONAL]):
        count = chance.between(5, 12) if number < REGULAR else chance.between(2, 3)
        end = chance.day(person.connected, LAST_DAY - timedelta(4))
        talk.converse(person, count, since=person.connected, until=end)
    return close


def _greet(talk: Talk, person: Person) -> None:
    """Let two people who have just connected say so; the ego has the last word."""
    chance, thread = talk.chance, talk.thread_with(person)
    at = chance.moment(min(person.connected + timedelta(chance.between(0, 3)), LAST_DAY), 7, 17)
    hello = talk.phrases.draw(chance, "greet", "say", name="Mira")
    talk.say(thread, person, at, hello, from_ego=False)
    answer = talk.phrases.draw(chance, "greet", "answer", name=person.given)
    talk.say(thread, person, at + timedelta(minutes=chance.between(3, 150)), answer, from_ego=True)


def _add_noise(talk: Talk, story: Story) -> None:
    """Add advertisements, a member who left, drafts, and an archive."""
    chance = talk.chance
    for person in story.advertisers:
        at = chance.moment(chance.day(date(2021, 1, 1), LAST_DAY), 7, 18)
        text = talk.phrases.draw(chance, "spam", "say")
        message = talk.say(talk.thread_with(person), person, at, text, from_ego=False)
        message.subject = talk.phrases.draw(chance, "spam", "subject")
        message.folder = chance.pick(("SPAM", "SPAM", "INBOX"))
    for _ in range(4):
        thread, day = talk.open_thread(), chance.day(FIRST_DAY, date(2023, 12, 31))
        for turn in range(3):
            at = chance.moment(day + timedelta(turn))
            words = talk.phrases.subject(chance)
            text = talk.phrases.draw(chance, "en", "say", name="Mira", **words)
            message = talk.say(thread, story.advertisers[0], at, text, from_ego=turn == 1)
            message.is_deleted_member = True
    open_talks = [
        m for m in talk.messages
        if m.sender is None and not m.title and not m.is_deleted_member and not m.recipients[0].part
    ]  # fmt: skip
    for message in chance.some(open_talks, 6):
        person, at = message.recipients[0], message.at + timedelta(hours=1)
        draft = talk.say(message.thread, person, at, "PS: I wanted to", from_ego=True)
        draft.is_draft, draft.folder = True, ""
    archived = set(chance.some(sorted({m.thread for m in open_talks}), 14))
    for message in talk.messages:
        if message.thread in archived and not message.is_draft:
            message.folder = "ARCHIVE"
