"""A department taken out of a team's contacts: is the gap named, and who leads there.

On a network whose departments are known, each of the 25 largest departments stands
for a field of work. A team of colleagues pools its address books, so that there
are contacts enough for a verdict. All its ties to one department are taken away.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

import netgraph as ng
from advice.hidden_ties import HIDDEN
from advice.networks import person_id, person_number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from advice.networks import Network

LEAST_CONTACTS, LEAST_KNOWN, LIST = 250, 4, 10
GAP, NO_GAP = 0.5, 0.5
"""A true gap has less than half of the baseline's share, as `ng.find_gaps` says it."""

LEVELS = {"one tie in five hidden": False, "all ties into the gap hidden": True}
"""How much of the ties between contacts and the planted gap cannot be seen."""


@dataclass(frozen=True)
class Team:
    """People who pool their contacts, and the domain in which they know nobody any more.

    Attributes
    ----------
    whole
        The network; its groups are codes of domains, -1 for none.
    members
        The team.
    planted
        The group taken away.
    contacts
        Whom the team truly knows, without the planted group.
    seen
        The ties that can be seen, the team's own among them.
    """

    whole: Network
    members: frozenset[int]
    planted: int
    contacts: frozenset[int]
    seen: Network

    @property
    def reached(self) -> dict[int, int]:
        """How many people of the planted group each contact truly knows."""
        there = {p for p in range(len(self.whole)) if self.whole.group[p] == self.planted}
        return {p: len(self.whole.knows[p] & there - self.members) for p in self.contacts}


def draw_teams(whole: Network, *, cases: int, all_hidden: bool, seed: int) -> Iterator[Team]:
    """Draw teams, and a department of which each truly knows several people."""
    rng = np.random.default_rng(seed)
    codes = _as_codes(whole)
    size = np.bincount(codes.group[codes.group >= 0], minlength=len(ng.DOMAINS))
    homes = np.flatnonzero(size)
    drawn = 0
    for _ in range(20 * cases):
        if drawn == cases:
            return
        home = int(rng.choice(homes))
        team = _draw_team(codes, home, rng)
        if team is None:
            continue
        members, contacts = team
        known = np.bincount([codes.group[p] + 1 for p in contacts], minlength=len(size) + 1)[1:]
        fair = known / max(known.sum(), 1) >= size / size.sum()
        able = [g for g in np.flatnonzero(fair & (known >= LEAST_KNOWN)) if g != home]
        if not able:
            continue
        planted = int(rng.choice(able))
        drawn += 1
        kept = frozenset(p for p in contacts if codes.group[p] != planted)
        seen = _see(codes, members, planted, all_hidden=all_hidden, rng=rng)
        yield Team(codes, members, planted, kept, seen)


def _as_codes(whole: Network) -> Network:
    """Give the 25 largest groups numbers by size; the other people have no known domain."""
    largest = np.argsort(-np.bincount(whole.group), kind="stable")[: len(ng.DOMAINS)]
    place = np.full(whole.group.max() + 1, -1)
    place[largest] = np.arange(len(largest))
    return type(whole)(whole.name, whole.ties, place[whole.group])


def _draw_team(
    whole: Network, home: int, rng: np.random.Generator
) -> tuple[frozenset[int], frozenset[int]] | None:
    """Add colleagues until they know enough people between them."""
    members: set[int] = set()
    contacts: set[int] = set()
    for person in rng.permutation(np.flatnonzero(whole.group == home)).tolist():
        members.add(person)
        contacts |= whole.knows[person]
        if len(contacts - members) >= LEAST_CONTACTS:
            return frozenset(members), frozenset(contacts - members)
    return None


def _see(
    whole: Network,
    members: frozenset[int],
    planted: int,
    *,
    all_hidden: bool,
    rng: np.random.Generator,
) -> Network:
    """Hide one tie in five, the team's ties into the planted group, and perhaps all into it."""
    seen, _ = whole.hide(HIDDEN, rng)
    own = np.isin(seen.ties, list(members))
    into = seen.group[seen.ties] == planted
    gone = own.any(axis=1) & into.any(axis=1)
    if all_hidden:
        mine = {q for p in members for q in whole.knows[p]}
        contact = np.isin(seen.ties, list(mine)) & ~into
        gone |= contact.any(axis=1) & (into.sum(axis=1) == 1)
    return seen.keep(~gone)


def as_contacts(team: Team) -> ng.Contacts:
    """Lay the team's view out as netgraph's tables; the team is the ego."""
    codes = list(ng.DOMAINS)
    others = [p for p in range(len(team.whole)) if p not in team.members]
    ids = ["ego", *(person_id(p) for p in others)]
    groups = [-1, *(int(team.whole.group[p]) for p in others)]
    people = pd.DataFrame(
        {
            "name": ids,
            "domain": [codes[g] if g >= 0 else None for g in groups],
            "domain_source": "file",  # departments are known, not read off titles
            "is_ego": [True] + [False] * len(others),
        },
        index=ids,
    )
    rows = {
        tuple(sorted("ego" if p in team.members else person_id(p) for p in tie))
        for tie in team.seen.ties.tolist()
    }
    ties = pd.DataFrame(sorted(rows), columns=["source", "target"])
    ties = ties[ties["source"] != ties["target"]]
    own = (ties == "ego").any(axis=1)
    return ng.Contacts(people=people, ties=ties.assign(kind=np.where(own, "contact", "edge")))


def baseline_of(whole: Network) -> dict[str, float]:
    """Give the shares of the departments in the whole network: the yardstick."""
    size = np.bincount(whole.group[whole.group >= 0], minlength=len(ng.DOMAINS))
    return {code: float(n) for code, n in zip(ng.DOMAINS, size, strict=True) if n}


def judge_gaps(team: Team, gaps: pd.DataFrame) -> pd.DataFrame:
    """Set the verdicts beside the truth: a row a domain of the baseline.

    ``true_ratio`` is the share among all true contacts, hidden ones included,
    over the baseline's.
    """
    base = pd.Series(baseline_of(team.whole))
    codes = list(ng.DOMAINS)
    truly = pd.Series([codes[g] for p in team.contacts if (g := team.whole.group[p]) >= 0])
    share = truly.value_counts().reindex(base.index, fill_value=0) / len(truly)
    return pd.DataFrame(
        {
            "true_ratio": share / (base / base.sum()),
            "planted": base.index == codes[team.planted],
            "verdict": gaps["verdict"].reindex(base.index),
        }
    )


def judge_brokers(team: Team, brokers: pd.DataFrame) -> pd.DataFrame:
    """Set the people named for the planted gap beside the truth: a row a person.

    ``leads`` is whether the person is a contact who truly knows somebody there.
    """
    code = list(ng.DOMAINS)[team.planted]
    reached = team.reached
    rows = brokers[(brokers["domain"] == code) & brokers["person_id"].notna()].copy()
    numbers = [person_number(p) if p.startswith("p") else -1 for p in rows["person_id"]]
    return rows.assign(leads=[reached.get(p, 0) > 0 for p in numbers])


def list_hits(team: Team, names: list[int]) -> float:
    """Give the share of the first ten names who truly know somebody there; a missing one is wrong.

    Where fewer than ten contacts do, it is the share of those who can be named.
    """
    reached = team.reached
    able = min(LIST, sum(n > 0 for n in reached.values()))
    return sum(reached.get(p, 0) > 0 for p in names[:LIST]) / able if able else np.nan


def plain_answers(team: Team, rng: np.random.Generator) -> dict[str, list[int]]:
    """Rank the contacts that are seen by plain rules."""
    seen = team.seen
    mine = {q for p in team.members for q in seen.knows[p]} - team.members
    people = rng.permutation(sorted(mine))
    into = np.asarray(seen.matrix[np.flatnonzero(seen.group == team.planted)].sum(axis=0)).ravel()
    worth = 1 / np.log(np.maximum(seen.degree, 2))
    rules: dict[str, NDArray[np.float64]] = {
        "random": np.zeros(len(seen)),
        "most connected": seen.degree,
        "most ties into it": into + 1e-6 * rng.random(len(seen)),
        "Adamic-Adar": seen.matrix @ (worth * into),
    }
    return {
        name: people[np.argsort(-score[people], kind="stable")].tolist()
        for name, score in rules.items()
    }


@dataclass(frozen=True)
class TeamFindings:
    """What was said to all teams, beside what is true.

    Attributes
    ----------
    gaps
        A row a team and domain, as `judge_gaps` gives it.
    named
        A row a person named for the planted gap, as `judge_brokers` gives it, with ``level``.
    hits
        ``level method team share``: of the first ten names, how many lead there.
    base
        ``level team share``: of all contacts, how many lead there.
    """

    gaps: pd.DataFrame
    named: pd.DataFrame
    hits: pd.DataFrame
    base: pd.DataFrame


def look_at_teams(whole: Network, *, cases: int, seed: int) -> TeamFindings:
    """Ask for the gaps and the people who lead there, for each team at both levels."""
    gaps: list[pd.DataFrame] = []
    named: list[pd.DataFrame] = []
    hits: list[dict[str, object]] = []
    base: list[dict[str, object]] = []
    for level, all_hidden in LEVELS.items():
        teams = draw_teams(whole, cases=cases, all_hidden=all_hidden, seed=seed)
        for number, team in enumerate(teams):
            contacts = as_contacts(team)
            found = ng.find_gaps(contacts, baseline=baseline_of(team.whole))
            if not all_hidden:  # the ties among others say nothing about a verdict
                gaps.append(judge_gaps(team, found).assign(team=number))
            planted = list(ng.DOMAINS)[team.planted]
            brokers = ng.find_gap_brokers(contacts, found, domains=[planted])
            told = judge_brokers(team, brokers)
            named.append(told.assign(level=level, team=number))
            answers = plain_answers(team, np.random.default_rng([seed, number]))
            answers["netgraph"] = [person_number(p) for p in told["person_id"] if p != "ego"]
            marks = {"level": level, "team": number}
            hits += [marks | {"method": m, "share": list_hits(team, a)} for m, a in answers.items()]
            leads = np.array(list(team.reached.values())) > 0
            base.append(marks | {"share": leads.mean()})
    return TeamFindings(pd.concat(gaps), pd.concat(named), pd.DataFrame(hits), pd.DataFrame(base))
