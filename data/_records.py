"""How people stand in the sources besides LinkedIn, under which variant of their name."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from _chance import Chance, read_words
from _people import fold

if TYPE_CHECKING:
    from _people import Person
    from _story import Story

SOURCES = ("google", "phone", "mail", "calendar")
IN_SEVERAL_SOURCES = 62
"""LinkedIn connections who also stand in an address book, in mail or in the calendar."""


@dataclass
class Record:
    """One person as one source has them."""

    person: Person
    source: str
    given: str
    family: str
    nickname: str = ""
    company: str = ""
    title: str = ""
    email: str = ""
    phone: str = ""
    url: str = ""
    labels: list[str] = field(default_factory=list)
    variant: str = "exact"

    @property
    def name(self) -> str:
        """The whole name as written here."""
        return f"{self.given} {self.family}".strip()


def make_records(story: Story) -> dict[str, list[Record]]:
    """Decide who stands where: source -> its records."""
    chance = Chance("records")
    nicknames = {row["given"]: row["nickname"] for row in read_words("nicknames")}
    labels = {c.key: c.label for c in story.communities}
    records: dict[str, list[Record]] = {source: [] for source in SOURCES}
    met = set(map(id, story.met_in_silence))
    chosen = story.met_in_silence + _choose_connections(story, chance)
    for number, person in enumerate(chosen):
        sources = ["calendar"] if id(person) in met else []
        sources += [s for s, p in zip(SOURCES, (0.85, 0.5, 0.45, 0.4), strict=True)
                    if chance.happens(p) and s not in sources and id(person) not in met]  # fmt: skip
        sources = sources if id(person) in met else (sources or ["google"])
        if person in story.dormant:
            sources = ["google"]
        evidence = ("company", "company", "email", "url")[number % 4]
        if evidence == "email":
            person.shows_email = True
        for source in sources:
            record = Record(person, source, person.given, person.family, company=person.company)
            record.labels = [labels[person.community]] if person.community else []
            record.email = person.email
            record.phone = person.phone if source in {"google", "phone"} else ""
            record.url = person.url if evidence == "url" and source == "google" else ""
            record.title = person.title if source == "google" and chance.happens(0.6) else ""
            _vary(record, number, nicknames)
            records[source].append(record)
    for person, homonym in [pair for pair in story.homonyms if not pair[1].slug]:
        source = "google" if person is story.homonyms[2][0] else "phone"
        records[source].append(_plain(homonym, source, ["Neighbours"]))
    for person in story.offline:
        if person.reserved:
            continue
        is_friend = person.community == "friends"
        label = labels["friends"] if is_friend else chance.pick(("Neighbours", "House"))
        chance_of = (1, 0.5, 0.5, 0.2) if is_friend else (0.7, 0.5, 0, 0)
        sources = [s for s, p in zip(SOURCES, chance_of, strict=True) if chance.happens(p)]
        records_of = [_plain(person, s, [label]) for s in sources or ["google"]]
        if len(records_of) > 1 and person.latin_given in nicknames:
            records_of[-1].given = nicknames[person.latin_given]
            records_of[-1].variant = "nickname"
        for record in records_of:
            records[record.source].append(record)
    records["mail"] += [_plain(person, "mail", []) for person in story.mail_only]
    return records


def _choose_connections(story: Story, chance: Chance) -> list[Person]:
    """Mostly people of the communities, some loose ones, brokers and two dormant ones."""
    members = story.free(p for c in story.communities for p in c.members)
    loose = story.free([p for p in story.loose if p.company and p.title])
    count = IN_SEVERAL_SOURCES - len(story.brokers) - 4
    chosen = chance.some(members, count * 2 // 3) + chance.some(loose, count - count * 2 // 3)
    return chance.shuffled(chosen) + story.brokers + story.dormant[:2]


def _plain(person: Person, source: str, labels: list[str]) -> Record:
    return Record(
        person, source, person.given, person.family, labels=labels, company=person.company,
        title=person.title, email=person.email, phone=person.phone if source != "mail" else "",
    )  # fmt: skip


def _vary(record: Record, number: int, nicknames: dict[str, str]) -> None:
    """Write the name as friends, phones and mail programs do."""
    person = record.person
    is_accented = not person.name.isascii()
    possible = ["exact"]
    if person.latin_given in nicknames and person.given == person.latin_given:
        possible.append("nickname")
    if person.given == person.latin_given:
        possible.append("initial")
    if is_accented:
        possible.append("plain letters")
    if person.legal:
        possible.append("company suffix")
    shift = SOURCES.index(record.source)
    record.variant = possible[(number + shift) % len(possible)]
    if record.variant == "nickname":
        record.given = nicknames[person.latin_given]
    elif record.variant == "initial":
        record.given = f"{person.given[0]}."
    elif record.variant == "plain letters":
        record.given, record.family = fold(person.latin_given), fold(person.latin_family)
    elif record.variant == "company suffix":
        record.company = f"{person.company} {person.legal}"


def duplicates(records: dict[str, list[Record]]) -> list[dict[str, object]]:
    """Tell who stands in several sources, and as what."""
    by_person: dict[str, list[Record]] = {}
    for record in (r for source in SOURCES for r in records[source]):
        by_person.setdefault(record.person.identity, []).append(record)
    found = []
    for identity, several in by_person.items():
        on_linkedin = bool(several[0].person.slug)
        if len(several) + on_linkedin > 1:
            written = [
                {
                    key: value
                    for key, value in (
                        ("source", r.source), ("name", r.name), ("variant", r.variant),
                        ("email", r.email), ("phone", r.phone),
                    )
                    if value
                }
                for r in several
            ]  # fmt: skip
            found.append({"person": identity, "on_linkedin": on_linkedin, "records": written})
    return sorted(found, key=lambda entry: str(entry["person"]))
