"""Invented people as three sources tell of them: LinkedIn, an address book, a mailbox.

Who is who is known, so that what `netgraph.resolve` merges can be counted.
"""

from __future__ import annotations

import random
from collections import defaultdict
from dataclasses import dataclass, field, replace
from typing import NamedTuple

import pandas as pd

import netgraph as ng
from netgraph.identity.names import letters


def words(text: str) -> list[str]:
    """Take a list of words apart."""
    return text.split()


WEST = words(
    "Robert/Bob William/Bill James/Jim Richard/Rick Thomas/Tom Michael/Mike David/Dave Daniel"
    " Edward/Ted Andrew/Andy Matthew/Matt Samuel/Sam Peter Walter Oliver/Ollie Elizabeth/Liz"
    " Margaret/Peggy Katherine/Kate Jennifer/Jen Rebecca/Becky Susan/Sue Patricia/Trish"
    " Victoria/Vicky Helen Laura Alice Johannes/Hannes Wolfgang Matthias Ulrich/Uli"
    " Sebastian/Basti Friederike/Rike Katharina/Kathi Heike Jürgen Anneliese José/Pepe"
    " Francisco/Paco Dolores/Lola Ignacio/Nacho Mercedes/Merche Álvaro Inés Guillaume"
    " Geneviève/Ginette Aurélien Frédéric/Fred Élodie Solène Chloé Giuseppe/Beppe"
    " Alessandro/Sandro Francesca Lorenzo/Renzo Chiara João Margarida/Guida Henrique Beatriz/Bia"
    " Katarzyna/Kasia Małgorzata/Gosia Łukasz Zbigniew Søren Øyvind Kerstin/Kicki Björn Wouter"
    " Roos Willem/Wim Priya Vikram Anjali Arjun Damilola/Dami Chidi Ngozi Fatima Mohammed Yusuf"
    " Leyla Mehmet Zeynep"
)
SOUNDS = words(
    "ka le mo ri ta vu ber don fel gar hol jan kest lim mar nor pel quen rud sol tam und vor"
    " wik zel ash bro cre dun"
)
ENDS = words("berg son man wood lund ini ov eira ski ault feld mann ez ani ström er ton is ard")
CYRILLIC = words(
    "Дмитрий/Дима/Dmitry Екатерина/Катя/Ekaterina Александр/Саша/Alexander"
    " Наталья/Наташа/Natalia Сергей/Серёжа/Sergei Юлия/Юля/Yulia Михаил/Миша/Mikhail"
    " Анастасия/Настя/Anastasia"
)
CYRILLIC_SOUNDS = words("ба:ba во:vo гу:gu ле:le ми:mi но:no пе:pe ро:ro са:sa ту:tu")
CYRILLIC_ENDS = words("нин:nin ров:rov цев:tsev хин:khin щук:shchuk ский:sky")
HAN_FAMILY = words("王:Wang 李:Li 张:Zhang 陈:Chen 刘:Liu 杨:Yang 周:Zhou 吴:Wu 徐:Xu 孙:Sun")
HAN = words(
    "明:ming 华:hua 丽:li 伟:wei 芳:fang 静:jing 强:qiang 磊:lei 洋:yang 勇:yong 艳:yan 杰:jie"
)
HANGUL_FAMILY = words("김:Gim 박:Bag 최:Choe 정:Jeong 강:Gang 조:Jo")
HANGUL = words("민:min 서:seo 지:ji 현:hyeon 우:u 준:jun 은:eun 하:ha 윤:yun 수:su")
TRADES = words("Robotics Analytics Foods Logistics Energy Textiles Studios Insurance Optics Press")
FORMS = ("", " Inc.", " GmbH", " Ltd", " S.A.", ", LLC", " AG")
CITIES = words("Berlin London Madrid Lagos Pune Toronto Porto Lyon Malmö Kraków Seoul Oslo")
TITLES = (
    "Engineer",
    "Product Manager",
    "Head of Marketing",
    "Nurse",
    "Account Executive",
    "Teacher",
    "Data Scientist",
    "Lawyer",
    "Founder",
    "Electrician",
    "Brand Manager",
    "Professor",
)
FREE = ("gmail.com", "gmx.de", "yahoo.com", "proton.me", "mail.ru")
SOURCES = {
    "linkedin": "linkedin.connections",
    "google": "google.contacts",
    "vcard": "vcard",
    "messages": "mail",
    "book": "google.contacts",
    "mail": "mail",
}


@dataclass
class Person:
    """One invented human."""

    given: str
    family: str
    short: str
    native: str
    company: str
    before: str
    city: str
    title: str
    phone: str
    work: str = ""
    private: str = ""


class Row(NamedTuple):
    """One record and the person behind it."""

    truth: int
    source: str
    name: str
    emails: tuple[str, ...] = ()
    phone: str = ""
    company: str = ""
    city: str = ""
    title: str = ""


@dataclass
class World:
    """People and the rows that tell of them.

    Attributes
    ----------
    shared_names
        Share of people who are given the full name of another.
    """

    size: int
    shared_names: float = 0.01
    seed: int = 0
    rows: list[Row] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.chance = random.Random(self.seed)
        firms = max(20, self.size // 12)
        self.firms = [f"{self._word(2)} {self.chance.choice(TRADES)}" for _ in range(firms)]
        self.families = [self._word(2) for _ in range(max(60, self.size // 3))]
        self.people = [self._person() for _ in range(self.size)]
        self._share_names()
        for number, person in enumerate(self.people):
            self._address(number, person)
        self._share_homes()
        for number, person in enumerate(self.people):
            self._tell(number, person)
        self.chance.shuffle(self.rows)

    def _word(self, sounds: int) -> str:
        parts = [self.chance.choice(SOUNDS) for _ in range(sounds)]
        return ("".join(parts) + self.chance.choice(ENDS)).capitalize()

    def _often(self, share: float) -> bool:
        return self.chance.random() < share

    def _person(self) -> Person:
        pick, script = self.chance.choice, self.chance.random()
        native = ""
        if script < 0.06:  # noqa: PLR2004 - shares of scripts
            first, short, given = pick(CYRILLIC).split("/")
            parts = [pick(CYRILLIC_SOUNDS), pick(CYRILLIC_SOUNDS), pick(CYRILLIC_ENDS)]
            family = "".join(part.split(":")[1] for part in parts).capitalize()
            native = f"{first} {''.join(part.split(':')[0] for part in parts).capitalize()}"
        elif script < 0.12:  # noqa: PLR2004
            families, signs = (HAN_FAMILY, HAN) if self._often(0.6) else (HANGUL_FAMILY, HANGUL)
            one, parts = pick(families), [pick(signs), pick(signs)]
            family, given = one.split(":")[1], "".join(p.split(":")[1] for p in parts).capitalize()
            native, short = one[0] + "".join(p[0] for p in parts), given
        else:
            given, _, short = pick(WEST).partition("/")
            # families are as common as they are: few have many members
            family = self.families[int(len(self.families) * self.chance.random() ** 2)]
            if self._often(0.05):
                family += f"-{pick(self.families)}"
        company = pick(self.firms)
        before = pick(self.firms) if self._often(0.15) else company
        phone = f"+49{self.chance.randrange(10**9, 10**10)}"
        return Person(
            given,
            family,
            short or given,
            native,
            company,
            before,
            pick(CITIES),
            pick(TITLES),
            phone,
        )

    def _share_names(self) -> None:
        for number in range(self.size):
            if self._often(self.shared_names):
                other = self.people[self.chance.randrange(self.size)]
                mine = self.people[number]
                self.people[number] = replace(
                    mine,
                    given=other.given,
                    family=other.family,
                    short=other.short,
                    native=other.native,
                )

    def _address(self, number: int, person: Person) -> None:
        given, family = (letters(w) for w in (person.given, person.family))
        domain = person.before.split()[0].lower() + person.before.split()[1].lower()
        person.work = f"{given}.{family}{number if self._often(0.1) else ''}@{domain}.com"
        local = self.chance.choice(
            (
                f"{given}.{family}",
                f"{given[0]}{family}{number % 97}",
                f"{given}{number}",
                f"{self._word(1).lower()}{number}",
            )
        )
        person.private = f"{local}@{self.chance.choice(FREE)}"

    def _share_homes(self) -> None:
        """Give some people a relative: one family name, one phone, at times one address."""
        for number in range(0, self.size - 1, 2):
            if self._often(0.03):
                one, other = self.people[number], self.people[number + 1]
                other.family, other.native, other.phone = one.family, "", one.phone
                if self._often(0.4):
                    other.private = one.private

    def _tell(self, number: int, person: Person) -> None:
        told = [self._often(share) for share in (0.75, 0.5, 0.4)]
        if not any(told):
            told[self.chance.randrange(3)] = True
        if told[0]:
            self._on_linkedin(number, person)
        if told[1]:
            self._in_book(number, person)
        if told[2]:
            self._in_mail(number, person)

    def _on_linkedin(self, number: int, person: Person) -> None:
        name = f"{person.given} {person.family}"
        if self._often(0.1):
            name += self.chance.choice((", PhD", " (She/Her)", " 🚀", ", MBA, PMP", " ✨"))
        if self._often(0.04):
            name = f"{person.given} {self.chance.choice('ABCDEFG')}. {person.family}"
        emails = (self.chance.choice((person.work, person.private)),) if self._often(0.05) else ()
        firm = person.company + self.chance.choice(FORMS)
        self.rows.append(
            Row(
                number,
                "linkedin",
                name,
                emails,
                company=firm,
                title=person.title,
                city=person.city if self._often(0.3) else "",
            )
        )

    def _in_book(self, number: int, person: Person) -> None:
        name, kind = f"{person.given} {person.family}", self.chance.random()
        if person.native and self._often(0.5):
            name = person.native
        elif kind < 0.08:  # noqa: PLR2004 - shares of ways to write a name
            name = f"{person.short} {person.family}"
        elif kind < 0.14:  # noqa: PLR2004
            name = f"{person.given[0]}. {person.family}"
        elif kind < 0.19:  # noqa: PLR2004
            name = f"{person.family}, {person.given}"
        elif kind < 0.22:  # noqa: PLR2004
            name = f"{person.given} {self.chance.choice(self.families)}"  # before the wedding
        elif kind < 0.25:  # noqa: PLR2004
            place = self.chance.randrange(1, len(name) - 1)
            name = name[:place] + name[place + 1 :]
        emails = tuple(e for e in (person.work, person.private) if self._often(0.45))
        if self._often(0.02):
            emails = (self.people[self.chance.randrange(self.size)].work,)  # an assistant's
        phone = person.phone if self._often(0.55) else ""
        if phone and self._often(0.5):
            phone = "0" + phone[3:]
        company = person.before + self.chance.choice(FORMS) if self._often(0.35) else ""
        self.rows.append(
            Row(
                number,
                "book",
                name,
                emails,
                phone,
                company,
                person.city if self._often(0.2) else "",
                person.title if company and self._often(0.5) else "",
            )
        )

    def _in_mail(self, number: int, person: Person) -> None:
        name, kind = f"{person.given} {person.family}", self.chance.random()
        if kind < 0.15:  # noqa: PLR2004 - shares of ways to write a name
            name = letters(person.given).title() + " " + (letters(person.family).title())
        elif kind < 0.2:  # noqa: PLR2004
            name = ""
        if self._often(0.15) and name:
            self.rows.append(Row(number, "mail", name))
        else:
            emails = (self.chance.choice((person.work, person.private)),)
            self.rows.append(Row(number, "mail", name, emails))


def as_contacts(rows: list[Row]) -> tuple[ng.Contacts, pd.Series]:
    """Lay rows out as `netgraph.read` would, each under an id of its own; and the truth."""
    people, identifiers = [], []
    seen: dict[str, int] = defaultdict(int)
    for row in rows:
        kind = (
            "in"
            if row.source == "linkedin"
            else "mail"
            if row.emails
            else "tel"
            if row.phone
            else "name"
        )
        seen[kind] += 1
        person = f"{kind}/{seen[kind]}"
        people.append((person, row.name, row.company, row.title, row.city, SOURCES[row.source]))
        if kind == "in":
            identifiers.append((person, "linkedin", f"https://www.linkedin.com/in/{seen[kind]}"))
        identifiers += [(person, "email", email.casefold()) for email in row.emails]
        identifiers += [(person, "phone", row.phone)] if row.phone else []
    columns = ["person_id", "name", "company", "title", "location", "sources"]
    formats = sorted({SOURCES[row.source] for row in rows})
    contacts = ng.Contacts(
        people=pd.DataFrame(people, columns=columns).set_index("person_id"),
        identifiers=pd.DataFrame(identifiers, columns=["person_id", "kind", "value"]),
        files=pd.DataFrame({"file": formats, "format": formats}),
    )
    return contacts, pd.Series([row.truth for row in rows], index=[p[0] for p in people])
