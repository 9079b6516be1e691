"""Inventing everybody and handing out the parts."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING

from _careers import Careers
from _chance import Chance
from _people import Cast, Person, web_name
from _story import (
    ADDRESS_BOOK_ONLY,
    ADVERTISERS,
    BROKERS,
    FIRST_DAY,
    FRIENDS_WITHOUT_PROFILE,
    GAPS,
    INVITED,
    LAST_DAY,
    MAIL_ONLY,
    MEANINGLESS,
    QUOTAS,
    UNTITLED,
    Broker,
    Story,
    empty_communities,
    without_part,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

SMALL_FIRMS = 22
SILENT_SINCE = (date(2026, 9, 17), date(2026, 10, 6))
DEGREES = (", PhD", ", MBA", ", PMP", ", MSc", ", PhD, MBA", ", CPA")
EMOJI = ("🚀", "✨", "🌱", "📊", "🎨", "☕")
PRONOUNS = ("she/her", "he/him", "they/them")
MATHEMATICAL = str.maketrans(
    {chr(ord("A") + i): chr(0x1D400 + i) for i in range(26)}
    | {chr(ord("a") + i): chr(0x1D41A + i) for i in range(26)}
)
DECORATIONS = {
    "none": 165, "degree": 12, "blank": 6, "initial": 4, "emoji behind": 3, "emoji before": 3,
    "capitals": 3, "pronouns": 3, "mathematical": 1,
}  # fmt: skip
"""What people do to their names on LinkedIn, per 200."""


def build_story() -> Story:
    """Invent everybody and hand out the parts."""
    cast, careers, chance = Cast(), Careers(), Chance("story")
    story = _invent(cast, careers, chance)
    _employ(story, careers, chance)
    _share_firms(story, chance)
    for person in story.connections + story.advertisers + story.invited:
        cast.add_profile(person)
    _connect(story, chance)
    _choose_brokers(story)
    _choose_parts(story, chance)
    _choose_homonyms(story, careers, chance)
    _decorate_names(story)
    _give_addresses(story, chance)
    return story


def _invent(cast: Cast, careers: Careers, chance: Chance) -> Story:
    """Fill the communities by their mix, the rest of the quotas, and the address book."""

    def invent(counts: Mapping[str, int]) -> list[Person]:
        people = []
        for domain, count in counts.items():
            for _ in range(count):
                people.append(cast.invent())
                if domain != "UNK":
                    careers.give_title(people[-1], domain)
        return chance.shuffled(people)

    communities, left = empty_communities(), Counter(QUOTAS)
    for community in communities:
        community.members = invent(community.mix)
        left.subtract(community.mix)
    offline = invent(ADDRESS_BOOK_ONLY)
    loose = invent({**left, "UNK": UNTITLED + MEANINGLESS})
    strangers = invent({"UNK": MAIL_ONLY + ADVERTISERS + INVITED})
    for community in communities:
        for person in community.members:
            person.community = community.key
    for friend in offline[:FRIENDS_WITHOUT_PROFILE]:
        friend.community = "friends"
    return Story(
        communities,
        loose,
        offline,
        mail_only=strangers[:MAIL_ONLY],
        advertisers=strangers[MAIL_ONLY : MAIL_ONLY + ADVERTISERS],
        invited=strangers[MAIL_ONLY + ADVERTISERS :],
    )


def _employ(story: Story, careers: Careers, chance: Chance) -> None:
    """Put two communities into their employers, and the others into firms of their own."""
    for community in story.communities:
        for person in community.members:
            if community.is_employer:
                person.company, person.legal = community.name, "GmbH"
            else:
                careers.give_company(person)
    unknown = [person for person in story.loose if not person.title]
    for person in unknown[UNTITLED:]:
        careers.give_title(person, "UNK")
    for person in story.loose:
        if person.title:
            careers.give_company(person)
    for person in story.offline:
        if person.title and chance.happens(0.6):
            careers.give_company(person)


def _share_firms(story: Story, chance: Chance) -> None:
    """Put two to five of the loose ones, of one domain, into one firm; and so again."""
    alone = [p for p in story.loose if p.domain not in {"UNK", *GAPS}]
    for _ in range(SMALL_FIRMS):
        first = chance.pick(alone)
        peers = [p for p in alone if p.domain == first.domain and p is not first]
        firm = [first, *chance.some(peers, chance.between(1, 4))]
        for person in firm:
            person.company, person.legal = first.company, first.legal
            alone.remove(person)


def _connect(story: Story, chance: Chance) -> None:
    """Give every connection its day; more of the loose ones were met in later years."""
    for community in story.communities:
        first, last = (
            date(year, month, 1) for year, month in zip(community.years, (3, 6), strict=True)
        )
        for person in community.members:
            person.connected = chance.day(first, last)
    for person in story.loose:
        person.connected = max(chance.day(FIRST_DAY, LAST_DAY) for _ in range(2))


def _choose_brokers(story: Story) -> None:
    for communities in BROKERS:
        person = without_part(story.community(communities[0]).members)[0]
        person.part = "broker"
        story.brokers.append(Broker(person, communities))


def _choose_parts(story: Story, chance: Chance) -> None:
    """Choose who plays which part; nobody plays two."""
    for person in story.connections:
        if person.domain in GAPS:
            person.part = "gap"

    def choose(pool: list[Person], count: int, part: str, before: int) -> list[Person]:
        known = [p for p in without_part(pool) if p.domain != "UNK" and p.connected.year < before]
        chosen = chance.some(known, count)
        for person in chosen:
            person.part = part
        return chosen

    present, former = (story.community(key).members for key in ("present", "former"))
    loose = story.loose
    story.dormant = choose(former, 4, "dormant", 2018) + choose(loose, 4, "dormant", 2018)
    story.only_i_write = choose(loose, 5, "only I write", 2024)
    story.only_they_write = choose(loose, 5, "only they write", 2024)
    story.met_in_silence = choose(loose, 1, "met", 2026) + choose(former, 1, "met", 2026)
    story.asked_me = choose(loose, 2, "asked me", 2026)
    story.asked_me += choose(present, 1, "asked me", 2026) + choose(former, 1, "asked me", 2026)
    story.connected_in_silence = choose(loose, 2, "connected", 2026)
    for person, day in zip(story.connected_in_silence, SILENT_SINCE, strict=True):
        person.connected = day


def _choose_homonyms(story: Story, careers: Careers, chance: Chance) -> None:
    """Four pairs: two within LinkedIn, two of a connection and a neighbour."""
    known = [p for p in without_part(story.loose) if p.domain != "UNK"]
    one, two, three, four, *others = chance.some(known, 6)
    neighbours = [p for p in story.offline if not p.community and p.title][:2]
    for person, namesake in zip((one, two, three, four), (*others, *neighbours), strict=True):
        for part in ("given", "family", "latin_given", "latin_family", "region", "gender"):
            setattr(namesake, part, getattr(person, part))
        careers.give_title(namesake, namesake.domain)
        if namesake.slug:
            namesake.slug = f"{namesake.plain_name}-{chance.letters('0123456789', 7)}"
            namesake.first, namesake.last = namesake.given, namesake.family
        person.part = namesake.part = "homonym"
        story.homonyms.append((person, namesake))


def _decorate_names(story: Story) -> None:
    """Write names as people write them on LinkedIn: degrees, emoji, blanks, initials."""
    chance = Chance("decoration")
    for person in without_part(story.connections):
        first, last = person.first, person.last
        match chance.pick_weighted(DECORATIONS):
            case "degree":
                last += chance.pick(DEGREES)
            case "blank":
                last += " "
            case "initial":
                last = f"{last[0]}."
            case "emoji behind":
                last += f" {chance.pick(EMOJI)}"
            case "emoji before":
                first = f"{chance.pick(EMOJI)} {first}"
            case "capitals":
                first, last = first.upper(), last.upper()
            case "pronouns":
                last += f" ({chance.pick(PRONOUNS)})"
            case "mathematical":
                first, last = first.translate(MATHEMATICAL), last.translate(MATHEMATICAL)
        person.first, person.last = first, last


def _give_addresses(story: Story, chance: Chance) -> None:
    """E-mail and phone for everybody, few of them shown on LinkedIn."""
    numbers = chance.shuffled([f"+44 20 7946 0{n:03}" for n in range(990)])
    for person in story.connections + story.offline + story.mail_only:
        host = chance.pick(("example.com", "example.org", "mail.example", "post.example"))
        if person.company and person.community not in {"friends", "university"}:
            host = f"{web_name(person.company)}.example"
        local = f"{web_name(person.latin_given)}.{web_name(person.latin_family)}"
        person.email, person.phone = f"{local}@{host}", numbers.pop()
        person.shows_email = bool(person.slug) and chance.happens(0.035)
        at_employer = person.community in {"present", "former"}
        with_form = chance.happens(0.06 if at_employer else 0.25)
        person.company_shown = f"{person.company} {person.legal if with_form else ''}".strip()
    for person, namesake in story.homonyms:
        if person.email == namesake.email:
            namesake.email = namesake.email.replace("@", "2@")
