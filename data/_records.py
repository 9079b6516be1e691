"""How people stand in the sources besides LinkedIn, under which variant of their name."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from _chance import Chance, read_words
from _people import fold
from _story import without_part

if TYPE_CHECKING:
    from _people import Person
    from _story import Story

SOURCES = ("google", "phone", "mail", "calendar")
FROM_COMMUNITIES, FROM_OTHERS = 34, 17
"""LinkedIn connections who stand elsewhere too, besides brokers and parts of the story."""

CONNECTION_STANDS_IN = {"google": 0.85, "phone": 0.5, "mail": 0.45, "calendar": 0.4}
FRIEND_STANDS_IN = {"google": 1.0, "phone": 0.5, "mail": 0.5}
NEIGHBOUR_STANDS_IN = {"google": 0.7, "phone": 0.5}

EVIDENCE = ("company", "company", "email", "url")
"""What ties a record to the profile, in turn: beside the name the company, or what is unique."""


@dataclass
class Record:
    """One person as one source has them."""

    person: Person
    source: str
    given: str
    family: str
    company: str
    email: str
    title: str = ""
    phone: str = ""
    url: str = ""
    labels: list[str] = field(default_factory=list)
    variant: str = "exact"

    @property
    def name(self) -> str:
        """The whole name as written here."""
        return f"{self.given} {self.family}"

    @property
    def order(self) -> tuple[bool, str, str]:
        """By name, and never by chance; who was added later comes after all others."""
        return self.person.part == "grow", self.name, self.person.identity


def make_records(story: Story) -> dict[str, list[Record]]:
    """Decide who stands where: source -> its records."""
    chance = Chance("records")
    nicknames = {row["given"]: row["nickname"] for row in read_words("nicknames")}
    made = [
        *_of_connections(story, chance, nicknames),
        *_of_others(story, chance, nicknames),
    ]
    return {source: [record for record in made if record.source == source] for source in SOURCES}


def _record(chance: Chance, person: Person, source: str, label: str) -> Record:
    """Write a person down under their own name."""
    record = Record(person, source, person.given, person.family, person.company, person.email)
    record.labels = [label] if label else []
    if source in {"google", "phone"}:
        record.phone = person.phone
        record.title = person.title if not person.slug or chance.happens(0.6) else ""
    return record


def _of_connections(story: Story, chance: Chance, nicknames: dict[str, str]) -> list[Record]:
    """Write down connections under variants of their names."""
    made = []
    labels = {community.key: community.label for community in story.communities}
    for number, person in enumerate(_known_elsewhere(story, chance)):
        sources = _where(chance, CONNECTION_STANDS_IN)
        if person in story.met_in_silence:
            sources = ["calendar"]
        elif person in story.dormant:
            sources = ["google"]
        evidence = EVIDENCE[number % len(EVIDENCE)]
        person.shows_email |= evidence == "email"
        for source in sources:
            record = _record(chance, person, source, labels.get(person.community, ""))
            if evidence == "url" and source in {"google", "phone"}:
                record.url = person.url
            _vary(record, number + SOURCES.index(source), nicknames)
            made.append(record)
    return made


def _of_others(story: Story, chance: Chance, nicknames: dict[str, str]) -> list[Record]:
    """Write down who has no profile: friends, neighbours, namesakes, people of mail alone."""
    label = next(community.label for community in story.communities if community.key == "friends")
    made = [_record(chance, person, "mail", "") for person in story.mail_only]
    for source, (_, namesake) in zip(("google", "phone"), story.homonyms[2:], strict=True):
        made.append(_record(chance, namesake, source, "Neighbours"))
    for person in without_part(story.offline):
        if person.community:
            sources, group = _where(chance, FRIEND_STANDS_IN), label
        else:
            sources, group = (
                _where(chance, NEIGHBOUR_STANDS_IN),
                chance.pick(("Neighbours", "House")),
            )
        made += [_record(chance, person, source, group) for source in sources]
        if len(sources) > 1 and person.latin_given in nicknames:
            made[-1].given, made[-1].variant = nicknames[person.latin_given], "nickname"
    return made


def _known_elsewhere(story: Story, chance: Chance) -> list[Person]:
    members = without_part(person for c in story.communities for person in c.members)
    others = without_part([person for person in story.loose if person.title and person.company])
    chosen = chance.some(members, FROM_COMMUNITIES) + chance.some(others, FROM_OTHERS)
    brokers = [broker.person for broker in story.brokers]
    return chance.shuffled(chosen) + brokers + story.dormant[:2] + story.met_in_silence


def _where(chance: Chance, probabilities: dict[str, float]) -> list[str]:
    found = [source for source, probability in probabilities.items() if chance.happens(probability)]
    return found or ["google"]


def _vary(record: Record, number: int, nicknames: dict[str, str]) -> None:
    """Write the name as friends, phones and mail programs do, in the `number`-th possible way."""
    person = record.person
    in_latin = person.given == person.latin_given
    possible = {
        "nickname": in_latin and person.latin_given in nicknames,
        "plain letters": not person.name.isascii(),
        "initial": in_latin,
        "company suffix": bool(person.legal),
        "exact": True,
    }
    able = [variant for variant, holds in possible.items() if holds]
    record.variant = able[number % len(able)]
    match record.variant:
        case "nickname":
            record.given = nicknames[person.latin_given]
        case "plain letters":
            record.given, record.family = fold(person.latin_given), fold(person.latin_family)
        case "initial":
            record.given = f"{person.given[0]}."
        case "company suffix":
            record.company = f"{person.company} {person.legal}"


def list_duplicates(records: dict[str, list[Record]]) -> list[dict[str, object]]:
    """Tell who stands in several sources, and as what."""
    by_person: dict[str, list[Record]] = {}
    for source in SOURCES:
        for record in records[source]:
            by_person.setdefault(record.person.identity, []).append(record)
    found = []
    for identity, several in sorted(by_person.items()):
        on_linkedin = bool(several[0].person.slug)
        if len(several) + on_linkedin > 1:
            written = [
                {"source": r.source, "name": r.name, "variant": r.variant, "email": r.email}
                for r in several
            ]
            found.append({"person": identity, "on_linkedin": on_linkedin, "records": written})
    return found
