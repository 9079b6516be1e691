"""An earlier export: the connections as they were two years before, and what changed since."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from _careers import Careers, Ladder
from _chance import Chance
from _linkedin import connections_csv, write_zip
from _people import Cast
from _story import GAPS, QUOTAS, without_part

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from _people import Person
    from _story import Story

FOLDER, FILE_NAME = "earlier", "Basic_LinkedInDataExport_11-04-2024.zip"
EXPORTED = datetime(2024, 11, 4, 18, 10)  # noqa: DTZ001 - a ZIP knows no zone
DAY = EXPORTED.date()
"""Who connected later is not in it yet."""

LEFT, LEFT_COLLEAGUES = 11, 3
"""Who stands in the earlier export alone: others, and colleagues of the former employer."""
PROMOTED, PROMOTED_ELSEWHERE, MOVED_ON = 14, 4, 16
CAME, WENT, LEFT_FORMER = 3, 4, 3
"""From elsewhere to the ego's present employer, from it to elsewhere, from the former one."""
CHANGED_FIELD = 7
OUT_OF_GAPS = ("LEGL", "HLTH", "REAL")
"""What some worked in before, in which nearly nobody works now."""
RESPELLED, RENAMED = 8, 3
"""Who writes the same company in another way, and who gave the profile another address."""


@dataclass
class Earlier:
    """The connections as they stood in the earlier export.

    Attributes
    ----------
    then
        A connection -> the same person as they were.
    left
        Who is no connection any more.
    """

    then: dict[Person, Person]
    left: list[Person] = field(default_factory=list)

    def write(self, folder: Path) -> None:
        """Write the export that has the connections alone, as LinkedIn names it."""
        text = connections_csv([*self.then.values(), *self.left], until=DAY)
        (folder / FOLDER).mkdir(exist_ok=True)
        contents = {"Connections.csv": text.encode()}
        write_zip(folder / FOLDER / FILE_NAME, contents, EXPORTED)

    def changes(self, story: Story, later: date) -> dict[str, object]:
        """Tell what differs from the connections of today; people by their present address."""
        both, ladder = sorted(self.then.items(), key=lambda pair: pair[0].identity), Ladder()

        def differ(what: str) -> list[dict[str, str]]:
            ends = ((now, getattr(was, what), getattr(now, what)) for now, was in both)
            return [
                {"person": now.identity, "before": before, "after": after}
                for now, before, after in ends
                if before != after
            ]

        return {
            "earlier": f"{FOLDER}/{FILE_NAME}",
            "since": DAY.isoformat(),
            "until": later.isoformat(),
            "joined": sorted(p.identity for p in story.connections if p not in self.then),
            "left": sorted(person.identity for person in self.left),
            "employer": differ("company"),
            "title": differ("title"),
            "field": differ("domain"),
            "promoted": [now.identity for now, was in both if ladder.rose(was, now)],
            "renamed": differ("identity"),
            "respelled": [
                now.identity
                for now, was in both
                if now.company == was.company and now.company_shown != was.company_shown
            ],
        }


def look_back(story: Story) -> Earlier:
    """Decide how the connections were, and who of those days is none any more."""
    known = [person for person in story.connections if person.connected <= DAY]
    earlier = Earlier({person: replace(person) for person in known})
    past = _Past(story, earlier)
    past.undo_promotions()
    past.undo_moves()
    past.undo_new_fields()
    past.undo_spellings()
    earlier.left = past.invent_who_left()
    return earlier


class _Past:
    """Takes back, one kind after another, what happened since."""

    def __init__(self, story: Story, earlier: Earlier) -> None:
        self._story, self._then = story, earlier.then
        self._chance, self._careers = Chance("earlier"), Careers("earlier careers")
        self._ladder = Ladder()
        able = [p for p in without_part(self._then) if p.title and p.domain != "UNK"]
        self._free = self._chance.shuffled(able)
        self._taken = {person.company for person in story.connections}
        self._fields = [code for code in QUOTAS if code not in {*GAPS, "EXEC"}]

    def undo_promotions(self) -> None:
        """Give some the title below theirs, and a few of them another firm."""
        for person in self._take(PROMOTED + PROMOTED_ELSEWHERE, self._ladder.can_step_down):
            self._ladder.step_down(person, self._chance)
            if self._chance.happens(PROMOTED_ELSEWHERE / (PROMOTED + PROMOTED_ELSEWHERE)):
                self._put_elsewhere(person)

    def undo_moves(self) -> None:
        """Let some come from elsewhere, from the ego's employers too; the field stays."""
        for person in self._take(CAME, lambda p: p.community == "present"):
            self._put_elsewhere(person)
        for key, count in (("present", WENT), ("former", LEFT_FORMER)):
            community = self._story.community(key)
            able = {p for p in self._free if not p.community and p.domain in community.mix}
            for person in self._take(count, able.__contains__):
                self._put_elsewhere(person, community.name)
        for person in self._take(MOVED_ON, lambda p: p.community not in {"present", "former"}):
            self._put_elsewhere(person)
            if self._chance.happens(0.4):
                self._retitle(person, person.domain)

    def undo_new_fields(self) -> None:
        """Let some have worked in another field: in a gap, and who is in one, elsewhere."""
        for person in self._take(CHANGED_FIELD, _is_loose):
            self._retitle(
                person, self._chance.pick([f for f in self._fields if f != person.domain])
            )
            self._put_elsewhere(person)
        people = self._take(len(OUT_OF_GAPS), _is_loose)
        for code, person in zip(OUT_OF_GAPS, people, strict=True):
            self._retitle(person, code)
            self._put_elsewhere(person)
        for person in [was for now, was in self._then.items() if now.domain in GAPS]:
            self._retitle(person, self._chance.pick(self._fields))
            self._put_elsewhere(person)

    def undo_spellings(self) -> None:
        """Write companies with their legal form or without, and addresses with a number."""
        for person in self._take(RESPELLED, lambda p: bool(p.legal)):
            plain = person.company_shown == person.company
            person.company_shown = f"{person.company} {person.legal}" if plain else person.company
        for person in self._take(RENAMED, lambda p: p.slug == p.plain_name):
            number = self._chance.letters("0123456789abcdef", 8)
            person.slug = f"{person.plain_name}-{number}"

    def invent_who_left(self) -> list[Person]:
        """Invent those who stand in the earlier export alone."""
        story, chance = self._story, self._chance
        everybody = [*story.connections, *story.offline, *story.mail_only]
        cast = Cast("earlier names", [*everybody, *story.advertisers, *story.invited])
        left = [cast.invent() for _ in range(LEFT + LEFT_COLLEAGUES)]
        former = story.community("former")
        for number, person in enumerate(left):
            cast.add_profile(person)
            if number < LEFT_COLLEAGUES:
                self._careers.give_title(person, chance.pick(sorted(former.mix)))
                person.company, person.connected = former.name, chance.day(date(2017, 1, 1), DAY)
            else:
                self._careers.give_title(person, chance.pick(self._fields))
                self._careers.give_company(person)
                person.connected = chance.day(date(2016, 6, 1), date(2024, 9, 30))
            person.company_shown = person.company
        return left

    def _take(self, count: int, able: Callable[[Person], bool]) -> list[Person]:
        """Choose people whom nothing has happened to yet; give them as they were."""
        chosen = [person for person in self._free if able(person)][:count]
        for person in chosen:
            self._free.remove(person)
        return [self._then[person] for person in chosen]

    def _put_elsewhere(self, person: Person, company: str = "") -> None:
        """Put somebody to work at another firm, and out of reach under the present address."""
        person.company, person.legal, person.shows_email = company, "GmbH", False
        while not company and (not person.company or person.company in self._taken):
            self._careers.give_company(person)
        with_form = person.legal and self._chance.happens(0.2)
        person.company_shown = f"{person.company} {person.legal if with_form else ''}".strip()

    def _retitle(self, person: Person, domain: str) -> None:
        """Give another title, and none that somebody would not give up for the present one."""
        self._careers.give_title(person, domain)
        while self._ladder.can_step_down(person):
            self._ladder.step_down(person, self._chance)


def _is_loose(person: Person) -> bool:
    return not person.community
