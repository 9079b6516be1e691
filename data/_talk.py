"""What was said on LinkedIn: conversations of two, group threads, noise."""

from __future__ import annotations

import base64
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from _chance import Chance, read_words
from _story import FIRST_DAY, LAST_DAY, RECENT

if TYPE_CHECKING:
    from _people import Person
    from _story import Community, Story

LANGUAGES = {"de": 0.6, "sv": 0.6, "es": 0.3, "fr": 0.3, "it": 0.3, "pt": 0.3, "nl": 0.3, "pl": 0.3,
             "ru": 0.4, "zh": 0.4, "ja": 0.4, "ar": 0.4, "hi": 0.2}  # fmt: skip
"""How likely a conversation with somebody of a region is in the region's language."""

LAST_MINUTE = datetime(2026, 11, 1, 21, 0, 0)
EGO_HAS_LAST_WORD_SINCE = date(2025, 11, 1)
"""From here on nobody waits for an answer of the ego's but those who are planted."""


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
    """The phrase bank: by language and role."""

    def __init__(self) -> None:
        rows = read_words("phrases")
        self._bank = {(row["lang"], row["role"]): row["text"].split("|") for row in rows}

    def draw(self, chance: Chance, lang: str, role: str, name: str = "", topic: str = "") -> str:
        """Draw a phrase and fill in who and what it is about."""
        text = chance.pick(self._bank[lang, role])
        return text.replace("{name}", name).replace("{topic}", topic)

    def all(self, lang: str, role: str) -> list[str]:
        """Give every phrase of a role."""
        return self._bank[lang, role]


class Talk:
    """Collects the messages of the whole story."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.messages: list[Message] = []
        self.phrases = Phrases()
        self.chance = Chance("talk")

    def thread_id(self) -> str:
        """Invent a conversation's id."""
        raw = self.chance.letters("0123456789abcdef", 30).encode()
        return "2-" + base64.b64encode(raw).decode()

    def converse(self, person: Person, count: int, *, since: date, until: date) -> None:
        """Let the ego and one person write to each other, in a few bursts."""
        chance = self.chance
        thread, given = self.thread_id(), person.given
        in_own = chance.happens(LANGUAGES.get(person.region, 0))
        lang = person.region if in_own else "en"
        sizes = _burst_sizes(chance, count)
        span = max((until - since).days, 0)
        days = sorted(since + timedelta(chance.between(0, span)) for _ in sizes[:-1]) + [until]
        spoken_for = datetime(since.year, since.month, since.day, 7)
        for day, size in zip(days, sizes, strict=True):
            at = datetime(
                day.year, day.month, day.day, chance.between(7, 19), chance.between(0, 59)
            )
            at = min(max(at, spoken_for), LAST_MINUTE - timedelta(minutes=20 * size))
            topic = chance.pick(self.phrases.all("en", "topic"))
            recent = at.date() >= EGO_HAS_LAST_WORD_SINCE - timedelta(30)
            ego_ends = recent or chance.happens(0.6)
            ego_starts = ego_ends == (size % 2 == 1)
            for turn in range(size):
                from_ego = ego_starts == (turn % 2 == 0)
                opens = turn == 0 and size > 2  # noqa: PLR2004 - a question, an answer, a word of thanks
                role = "ask" if opens else "close" if 0 < turn == size - 1 else "say"
                name = given if from_ego else "Mira"
                text = self.phrases.draw(chance, lang, role, name, topic)
                self._say(thread, person, at, text, from_ego=from_ego)
                room = (LAST_MINUTE - at).total_seconds() / 60 / (size - turn)
                at += timedelta(minutes=min(chance.between(4, 900), max(int(room), 1)),
                                seconds=chance.between(0, 59))  # fmt: skip
            spoken_for = at + timedelta(hours=8)

    def _say(
        self, thread: str, person: Person, at: datetime, text: str, *, from_ego: bool
    ) -> Message:
        sender, recipient = (None, person) if from_ego else (person, None)
        message = Message(thread, "", sender, [recipient], at, text)
        self.messages.append(message)
        return message

    def monologue(self, person: Person, count: int, role: str, *, first: date, days: int) -> None:
        """Let one side write again and again without an answer."""
        chance, thread = self.chance, self.thread_id()
        offsets = sorted(chance.some(range(days), count))
        for offset in offsets:
            day = first + timedelta(offset)
            at = datetime(
                day.year, day.month, day.day, chance.between(7, 20), chance.between(0, 59)
            )
            text = self.phrases.draw(chance, role, "say", person.given)
            self._say(thread, person, at, text, from_ego=role == "one_way_out")

    def group_thread(self, title: str, people: list[Person], day: date) -> None:
        """Let the ego and several others write under one title."""
        chance, thread = self.chance, self.thread_id()
        speakers: list[Person | None] = [*chance.some(people, chance.between(2, 4)), None]
        at = datetime(day.year, day.month, day.day, chance.between(7, 18), chance.between(0, 59))
        for turn, speaker in enumerate(speakers):
            role = "ask" if turn == 0 else "close" if speaker is None else "say"
            text = self.phrases.draw(chance, "group", role)
            others = [p for p in people if p is not speaker]
            recipients: list[Person | None] = others if speaker is None else [None, *others]
            self.messages.append(Message(thread, title, speaker, recipients, at, text))
            at += timedelta(minutes=chance.between(3, 600), seconds=chance.between(0, 59))


def _burst_sizes(chance: Chance, count: int) -> list[int]:
    """Cut a number of messages into bursts of two to six."""
    sizes = []
    while count > 0:
        size = min(count, chance.between(2, 6))
        size = count if count - size == 1 else size
        sizes.append(size)
        count -= size
    return sizes


def hold_talks(story: Story) -> tuple[list[Message], list[Person]]:
    """Play the whole story's messages; tell also who the close contacts are."""
    talk = Talk(story)
    _hold_group_threads(talk)
    _hold_planted(talk)
    close = _hold_ordinary(talk)
    _add_noise(talk)
    return talk.messages, close


def assign_threads(
    story: Story, community: Community, chance: Chance
) -> list[tuple[str, list[Person]]]:
    """Deal a community's members over its titled threads, brokers who visit included."""
    titles = next(r["titles"] for r in read_words("threads") if r["community"] == community.key)
    threads: list[tuple[str, list[Person]]] = [(title, []) for title in titles.split(";")]
    able = [p for p in community.members if not p.reserved or p.reserved.startswith("broker")]
    if not community.is_employer:
        able = [p for p in community.members if p.reserved not in {"asked me", "met", "dormant"}]
    share, deck = community.share_in_threads, []
    while share > 0:
        deck += chance.shuffled(able)[: round(len(able) * min(share, 1))]
        share -= 1
    for person in deck:
        people = min((t[1] for t in threads if person not in t[1]), key=len)
        people.append(person)
    for broker, visits in zip(
        story.brokers, (b.reserved.split()[3:] for b in story.brokers), strict=True
    ):
        if community.key in visits:
            for _, people in chance.some([t for t in threads if broker not in t[1]], 5):
                people.append(broker)
    return threads


def _hold_group_threads(talk: Talk) -> None:
    chance = Chance("threads")
    for community in talk.story.communities:
        first = date(max(community.years[0], 2016), 9, 1)
        last = date(2024 if community.key == "former" else 2026, 7, 31)
        for title, people in assign_threads(talk.story, community, chance):
            day = first + timedelta(chance.between(0, (last - first).days))
            talk.group_thread(title, people, day)


def _hold_planted(talk: Talk) -> None:
    story, chance = talk.story, talk.chance
    for person in story.dormant:
        end = date(chance.between(2020, 2021), chance.between(1, 12), chance.between(1, 28))
        talk.converse(person, chance.between(30, 38), since=person.connected, until=end)
    for person in story.only_i_write:
        talk.monologue(
            person, chance.between(7, 9), "one_way_out", first=date(2024, 6, 1), days=600
        )
    for person in story.only_they_write:
        talk.monologue(person, chance.between(7, 9), "one_way_in", first=date(2024, 3, 1), days=600)
    for person in story.met_in_silence:
        talk.converse(person, 6, since=person.connected, until=date(2026, 3, 12))
    questions = talk.phrases.all("question_for_me", "ask")
    days = (date(2026, 9, 21), date(2026, 9, 30), date(2026, 10, 8), date(2026, 10, 14))
    for person, question, day in zip(story.asked_me, questions, days, strict=True):
        talk.converse(person, 5, since=person.connected, until=date(2026, 6, 3))
        thread = talk.messages[-1].thread
        at = datetime(day.year, day.month, day.day, chance.between(8, 18), chance.between(0, 59))
        talk._say(thread, person, at, question, from_ego=False)


def _hold_ordinary(talk: Talk) -> list[Person]:
    """Thirty close contacts, some ninety regular ones, many who wrote once."""
    story, chance = talk.story, talk.chance
    for person in story.brokers:
        talk.converse(
            person,
            chance.between(18, 26),
            since=person.connected,
            until=date(2026, 9, chance.between(1, 28)),
        )
    members = story.free(p for c in story.communities for p in c.members)
    close = chance.some([p for p in members if p.connected.year < 2025], 30)
    rest = [p for p in chance.shuffled(story.free(story.connections)) if p not in close]
    for person in close:
        until = LAST_DAY - timedelta(chance.between(1, 300))
        talk.converse(person, chance.between(14, 30), since=person.connected, until=until)
    for number, person in enumerate(rest):
        if person.connected >= RECENT:
            _greet(talk, person)
        elif number < 240:
            count = chance.between(5, 12) if number < 90 else chance.between(2, 3)
            days = (LAST_DAY - person.connected).days
            until = person.connected + timedelta(chance.between(0, max(days - 4, 0)))
            talk.converse(person, count, since=person.connected, until=until)
    return close


def _greet(talk: Talk, person: Person) -> None:
    """Let two people who have just connected say so; the ego has the last word."""
    chance, thread = talk.chance, talk.thread_id()
    day = min(person.connected + timedelta(chance.between(0, 3)), LAST_DAY)
    at = datetime(day.year, day.month, day.day, chance.between(7, 17), chance.between(0, 59))
    for role, from_ego in (("say", False), ("answer", True)):
        name = person.given if from_ego else "Mira"
        text = talk.phrases.draw(chance, "greet", role, name)
        talk._say(thread, person, at, text, from_ego=from_ego)
        at += timedelta(minutes=chance.between(3, 150))


def _add_noise(talk: Talk) -> None:
    """Advertisements, drafts, deleted members, archived conversations."""
    story, chance = talk.story, talk.chance
    days = (LAST_DAY - FIRST_DAY).days
    for person in story.outsiders[:12]:
        day = FIRST_DAY + timedelta(chance.between(days // 2, days))
        at = datetime(day.year, day.month, day.day, chance.between(7, 18), chance.between(0, 59))
        text = talk.phrases.draw(chance, "spam", "say")
        message = talk._say(talk.thread_id(), person, at, text, from_ego=False)
        message.subject = talk.phrases.draw(chance, "spam", "subject")
        message.folder = chance.pick(("SPAM", "SPAM", "INBOX"))
    for _ in range(4):
        thread, year = talk.thread_id(), chance.between(2018, 2023)
        for turn in range(3):
            at = datetime(year, 5, 2 + turn, chance.between(8, 18), chance.between(0, 59))
            person = story.outsiders[0]
            text = talk.phrases.draw(chance, "en", "say", "Mira", "the meetup")
            talk._say(thread, person, at, text, from_ego=turn == 1).is_deleted_member = True
    written = [
        m for m in talk.messages if m.sender is None and not m.title and not m.is_deleted_member
    ]
    partners = [m for m in written if not m.recipients[0].reserved]
    for message in chance.some(partners, 6):
        at = message.at + timedelta(hours=1)
        draft = talk._say(
            message.thread, message.recipients[0], at, "PS: I wanted to", from_ego=True
        )
        draft.is_draft, draft.folder = True, ""
    archived = set(chance.some(sorted({m.thread for m in partners}), 14))
    for message in talk.messages:
        if message.thread in archived and not message.is_draft:
            message.folder = "ARCHIVE"
