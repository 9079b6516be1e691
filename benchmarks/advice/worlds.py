"""Invented worlds: everybody, who truly knows whom and how well, and what exports show of it.

People live in communities, each with a company. The ego has joined some of them.
Four fields of work are planted as gaps of several sizes; most people of such a field
belong to one company that the ego's contacts know from former jobs, or through the
planted brokers, who know people of several communities. Exports show part of that.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import pairwise

import numpy as np
import pandas as pd

import netgraph as ng
from advice.networks import company_name, person_id

EGO = "ego"
NOW = pd.Timestamp("2026-06-01")
GAP_SIZES = (0.0, 0.0, 0.25, 0.4)
"""What the planted gaps hold of the share that the baseline gives them."""

CURVES = {"generous": (0.9, 0.35), "stingy": (0.45, 1.0)}
"""How the chance that someone passes a request on rises with closeness c: a * c ** b."""

SUCCEEDS = {"generous": 0.8, "stingy": 0.6}
"""How many of the introductions that are made lead to something, however close the tie."""

MADE, REFUSED = ("met", "no_response"), "not_passed_on"
"""What became of a request: an introduction that led to something or not, or none was made."""

COMMUNITIES, JOINED, SIZE = 14, 4, 90
BROKER_TIES, HUB_TIES = 6, 30
CONTACTS_OF_A_COMMUNITY, LOOSE_CONTACTS = 70, 60
OWN_TIES, STRAY_TIES, FORMER_TIES, FORMER_SHARE = 4, 1, 3, 0.25
"""Ties that a person begins: within the community, anywhere, into a former company."""

TIE_SEEN, FORMER_SEEN, TITLE_WRONG, TITLE_UNKNOWN = 0.4, 0.6, 0.1, 0.1
FOCUS = 0.6
"""Share of a planted field's own community that works in it."""

PAST = 120


@dataclass
class World:
    """All that is true, by the number of each person; and `contacts`, what the ego sees.

    Attributes
    ----------
    curve
        The two numbers of the true chance that a request is passed on over a tie.
    succeeds
        The true share of introductions that lead to something once they are made.
    home
        Each person's community.
    domain
        Each person's true field of work, as a code.
    closeness
        How well two people know each other, by pair (smaller number first).
    ego
        The same between the ego and each contact.
    brokers
        The planted ones, who know people of several communities; they are contacts.
    hubs
        Contacts who know more people than the brokers do, all in their own community.
    gaps
        Planted field -> its size.
    """

    curve: tuple[float, float]
    succeeds: float
    home: np.ndarray
    domain: list[str]
    closeness: dict[tuple[int, int], float] = field(default_factory=dict)
    ego: dict[int, float] = field(default_factory=dict)
    brokers: list[int] = field(default_factory=list)
    hubs: list[int] = field(default_factory=list)
    gaps: dict[str, float] = field(default_factory=dict)
    contacts: ng.Contacts = field(default_factory=ng.Contacts)

    def knows(self) -> list[set[int]]:
        """Tell whom each person truly knows."""
        known: list[set[int]] = [set() for _ in self.domain]
        for one, other in self.closeness:
            known[one].add(other)
            known[other].add(one)
        return known

    def passes(self, closeness: float) -> float:
        """Give the true chance that a request gets across a tie."""
        height, power = self.curve
        return height * closeness**power if closeness > 0 else 0.0

    def passed_on(self, route: list[str]) -> float:
        """Give the true chance that a request is passed on along a route; 0 where a tie is none."""
        chance = 1.0
        for one, other in pairwise(route):
            if EGO in (one, other):
                person = other if one == EGO else one
                chance *= self.passes(self.ego.get(int(person[1:]), 0.0))
            else:
                pair = sorted((int(one[1:]), int(other[1:])))
                chance *= self.passes(self.closeness.get((pair[0], pair[1]), 0.0))
        return chance

    def chance_of(self, route: list[str]) -> float:
        """Give the true chance that a route leads to something: all between the ends introduce."""
        return self.passed_on(route) * self.succeeds ** max(len(route) - 2, 0)

    def chance_through(self, person: int, others: set[int]) -> float:
        """Give the true chance that asking a contact leads to one of some others whom they know."""
        missed = 1.0
        for other in others:
            pair = (min(person, other), max(person, other))
            missed *= 1.0 - self.passes(self.closeness.get(pair, 0.0)) * self.succeeds
        return self.passes(self.ego.get(person, 0.0)) * (1.0 - missed)

    def as_listed(self, *, refusals: bool) -> ng.Contacts:
        """Give what the ego sees, with the requests that were refused in the list or without."""
        listed = self.contacts.introductions
        kept = listed if refusals else listed[listed["outcome"].isin(MADE)]
        return replace(self.contacts, introductions=kept.reset_index(drop=True))


def invent(seed: int, curve: str) -> World:
    """Invent a world and what its ego's exports show of it."""
    rng = np.random.default_rng(seed)
    home = np.repeat(np.arange(COMMUNITIES), SIZE)
    codes = rng.permutation(list(ng.DOMAINS)).tolist()
    world = World(CURVES[curve], SUCCEEDS[curve], home, [""] * len(home))
    world.gaps = dict(zip(codes, GAP_SIZES, strict=False))
    focus = dict(zip(range(JOINED, COMMUNITIES), world.gaps, strict=False))
    former = np.where(
        rng.random(len(home)) < FORMER_SHARE, rng.integers(COMMUNITIES, size=len(home)), -1
    )
    _tie(world, former, rng)
    for group in range(JOINED):
        people = rng.permutation(np.flatnonzero(home == group)).tolist()
        world.ego |= dict.fromkeys(people[:CONTACTS_OF_A_COMMUNITY], 0.0)
        world.brokers += people[:1]
        world.hubs += people[1:2]
    others = rng.permutation(np.flatnonzero(home >= JOINED))[:LOOSE_CONTACTS]
    world.ego |= dict.fromkeys(others.tolist(), 0.0)
    world.ego = {person: float(rng.beta(1.2, 2.5)) for person in world.ego}
    _broker(world, rng)
    _work(world, focus, codes, rng)
    world.contacts = _see(world, former, rng)
    return world


def _tie(world: World, former: np.ndarray, rng: np.random.Generator) -> None:
    people = np.arange(len(world.home))
    for person in people.tolist():
        own = people[world.home == world.home[person]]
        chosen = [*rng.choice(own, OWN_TIES), *rng.choice(people, STRAY_TIES)]
        if former[person] >= 0:
            chosen += rng.choice(people[world.home == former[person]], FORMER_TIES).tolist()
        for other in chosen:
            _befriend(world, person, int(other), rng)


def _befriend(world: World, one: int, other: int, rng: np.random.Generator) -> None:
    if one != other:
        pair = (min(one, other), max(one, other))
        world.closeness.setdefault(pair, float(rng.beta(1.5, 2.5)))


def _broker(world: World, rng: np.random.Generator) -> None:
    """Tie brokers to two other communities of the ego and to a gap's; hubs to their own."""
    for number, broker in enumerate(world.brokers):
        homes = [(number + 1) % JOINED, (number + 2) % JOINED, JOINED + number]
        for home in homes:
            for other in rng.choice(np.flatnonzero(world.home == home), BROKER_TIES).tolist():
                _befriend(world, broker, other, rng)
    for hub in world.hubs:
        for other in rng.choice(np.flatnonzero(world.home == world.home[hub]), HUB_TIES).tolist():
            _befriend(world, hub, other, rng)


def _work(world: World, focus: dict[int, str], codes: list[str], rng: np.random.Generator) -> None:
    """Give everybody a field of work: contacts by the planted sizes, others by their company."""
    common = [code for code in codes if code not in world.gaps]
    size = np.array([world.gaps.get(code, 0.0) for code in codes]) / len(codes)
    appeal = np.array([0.0 if code in world.gaps else rng.uniform(0.8, 1.4) for code in codes])
    mix = size + (1 - size.sum()) * appeal / appeal.sum()
    for person, home in enumerate(world.home.tolist()):
        if person in world.ego:
            world.domain[person] = str(rng.choice(codes, p=mix))
        elif home in focus and rng.random() < FOCUS:
            world.domain[person] = focus[home]
        else:
            world.domain[person] = str(rng.choice(common))


def _see(world: World, former: np.ndarray, rng: np.random.Generator) -> ng.Contacts:
    """Show the ego's own ties and messages, and part of everything else."""
    pairs = [
        pair
        for pair in sorted(world.closeness)
        if (pair[0] in world.ego or pair[1] in world.ego) and rng.random() < TIE_SEEN
    ]
    asked = _past(world, rng)
    named = {p for row in asked for p in row[:2]}
    seen = sorted(set(world.ego) | {p for pair in pairs for p in pair} | named)
    ids = [EGO, *(person_id(p) for p in seen)]
    domains = [None, *(_label(world.domain[p], rng) for p in seen)]
    companies = [None, *(company_name(int(world.home[p])) for p in seen)]
    people = pd.DataFrame(
        {
            "name": ids,
            "domain": domains,
            "company": companies,
            "domain_source": ["title" if domain else None for domain in domains],
            "is_ego": [one == EGO for one in ids],
        },
        index=ids,
    )
    own = [
        (EGO, person_id(p), "contact", NOW - pd.Timedelta(days=int(rng.integers(200, 3000))), None)
        for p in world.ego
    ]
    among = [
        (person_id(a), person_id(b), "thread", None, 1 + rng.poisson(6 * world.closeness[a, b]))
        for a, b in pairs
    ]
    ties = pd.DataFrame(own + among, columns=["source", "target", "kind", "since", "count"])
    facts = [(person_id(a), person_id(b), EGO, day, outcome) for a, b, day, outcome in asked]
    columns = ["introducer", "introduced", "introduced_to", "date", "outcome"]
    return ng.Contacts(
        people=people,
        ties=pd.concat([ties, _introduced(asked)], ignore_index=True),
        interactions=_messages(world, rng),
        introductions=pd.DataFrame(facts, columns=columns),
        affiliations=_stays(world, seen, former, rng),
    )


def _label(domain: str, rng: np.random.Generator) -> str | None:
    """Read a title, wrong or not at all now and then."""
    chance = rng.random()
    if chance < TITLE_UNKNOWN:
        return None
    return str(rng.choice(list(ng.DOMAINS))) if chance < TITLE_UNKNOWN + TITLE_WRONG else domain


def _past(world: World, rng: np.random.Generator) -> list[tuple[int, int, str, str]]:
    """Ask contacts for introductions in the past; whom one met so is known since, a little."""
    known = world.knows()
    asked = []
    for broker in rng.choice(sorted(world.ego), PAST).tolist():
        able = sorted(
            p for p in known[broker] if p not in world.ego and world.domain[p] not in world.gaps
        )
        if not able:
            continue
        other = int(rng.choice(able))
        route = [EGO, person_id(broker), person_id(other)]
        made = rng.random() < world.passed_on(route)
        came = made and rng.random() < world.succeeds
        day = NOW - pd.Timedelta(days=int(rng.integers(30, 900)))
        outcome = REFUSED if not made else MADE[0] if came else MADE[1]
        asked.append((broker, other, day.date().isoformat(), outcome))
    for _, other, _, outcome in asked:
        if outcome == "met":
            world.ego[other] = 0.05
    return asked


def _introduced(asked: list[tuple[int, int, str, str]]) -> pd.DataFrame:
    """Lay the ties out that introductions show: the introducer knows whom they introduce."""
    rows = [(person_id(a), person_id(b), "introduction") for a, b, _, _ in asked]
    rows += [(EGO, person_id(b), "introduction") for _, b, _, how in asked if how == "met"]
    return pd.DataFrame(rows, columns=["source", "target", "kind"]).drop_duplicates()


def _messages(world: World, rng: np.random.Generator) -> pd.DataFrame:
    """Write to contacts the more the closer they are, and get answers."""
    rows = []
    for person, closeness in world.ego.items():
        number = int(rng.poisson(40 * closeness**1.5))
        days = np.sort(rng.integers(1, 1500, number))
        for turn, day in enumerate(days.tolist()):
            ends = (EGO, person_id(person)) if turn % 2 else (person_id(person), EGO)
            rows.append((*ends, NOW - pd.Timedelta(days=day), "message"))
    return pd.DataFrame(rows, columns=["source", "target", "at", "kind"])


def _stays(
    world: World, seen: list[int], former: np.ndarray, rng: np.random.Generator
) -> pd.DataFrame:
    """List employers: the present one, and part of the former ones."""
    rows = []
    for person in seen:
        present = company_name(int(world.home[person]))
        begin = int(rng.integers(2015, 2024))
        rows.append((person_id(person), present, "employer", "Employee", str(begin), None))
        if former[person] >= 0 and rng.random() < FORMER_SEEN:
            there = company_name(int(former[person]))
            years = str(begin - int(rng.integers(1, 6))), str(begin)
            rows.append((person_id(person), there, "employer", "Employee", *years))
    return pd.DataFrame(rows, columns=["person_id", "organisation", "kind", "role", "start", "end"])
