"""Who of your contacts knows somebody in a field, and by what evidence."""

from __future__ import annotations

import math
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from netgraph.domains import career_domains

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Mapping

    import networkx as nx
    import pandas as pd

    from netgraph.contacts import Contacts

INSIDER, FORMER, HINTED = 0.9, 0.6, 0.4
"""Probabilities that somebody knows people of a field, supposed, not measured: who works
there, who worked there before, and who works at a company whose name leans towards it."""

UNSEEN = 0.2
"""Share of the people whom a contact knows that stands in no file: supposed, not measured."""

_LISTED = 3


class Lead(NamedTuple):
    """One piece of evidence that a contact knows somebody in a field."""

    grade: str
    """A observed, B a company or a career (inferred), C the same community (inferred)."""

    probability: float
    people: tuple[str, ...]
    """Who stands behind it: those known there, or the contact's own post."""

    why: str
    new: float = 0.0
    """Expected number of people there whom you are not in touch with."""


Leads = dict[str, list[Lead]]
"""Contact -> evidence."""


class Network(NamedTuple):
    """What is known around the ego."""

    graph: nx.Graph
    ego: str | None
    names: Mapping[Hashable, str]
    near: Mapping[str, float]
    """Contact of the ego -> strength of the tie."""


def around(contacts: Contacts, graph: nx.Graph) -> Network:
    """Lay out the graph around the ego: only observed ties of theirs make a contact.

    Where no ego is known everybody counts as a contact, at an unknown distance.
    """
    ego = contacts.ego
    if ego is None or ego not in graph:
        near = dict.fromkeys(graph, 0.0)
    else:
        near = {
            person: float(tie.get("strength", 0.0))
            for person, tie in graph[ego].items()
            if tie.get("evidence", "observed") == "observed"
        }
    names = contacts.people["name"].fillna("somebody without a name").astype(object).to_dict()
    return Network(graph, ego, names, near)


def people_by_domain(network: Network, codes: Iterable[str]) -> dict[str, list[str]]:
    """List the people of the graph who work in each of some domains."""
    found: dict[str, list[str]] = {code: [] for code in codes}
    for person, domain in network.graph.nodes(data="domain"):
        if domain in found and person != network.ego:
            found[domain].append(person)
    return found


def insiders(
    network: Network, there: list[str], trust: float, titles: Mapping[Hashable, str]
) -> Leads:
    """Find contacts who work in the field themselves."""
    leads: Leads = {}
    for person in there:
        if person in network.near:
            why = f"works there: {titles.get(person, 'no title')}"
            leads[person] = [Lead("A", INSIDER * trust, (person,), why)]
    return leads


def acquaintances(network: Network, there: list[str], trust: float) -> Leads:
    """Find contacts with a tie to somebody in the field, observed (A) or inferred (B).

    Somebody whom you know well yourself is no reason to ask another: such a tie
    counts with 1 - the strength of your own, and with the trust in the field of those there.
    """
    leads: Leads = defaultdict(list)
    for person in there:
        away = trust * (1.0 - network.near.get(person, 0.0))
        known = network.ego is not None and person in network.near
        for contact, tie in network.graph[person].items():
            if contact == network.ego or contact not in network.near:
                continue
            observed = tie.get("evidence", "observed") == "observed"
            chance = float(tie.get("probability", 1.0))
            why = f"knows {network.names[person]}: {_by(tie)}"
            if not observed:
                why = f"may know {network.names[person]} ({chance:.0%}): {_by(tie)}"
            new = 0.0 if known else chance
            grade = "A" if observed else "B"
            leads[contact].append(Lead(grade, chance * away, (person,), why, new))
    return leads


def _by(tie: Mapping[str, object]) -> str:
    """Say where a tie is read from."""
    where = tie.get("organisation")
    kinds = str(tie.get("kinds", "tie")).replace(";", ",")
    return f"{kinds} at {where}" if isinstance(where, str) else kinds


def careers(contacts: Contacts, network: Network, codes: list[str]) -> dict[str, Leads]:
    """Find contacts who worked in a field before, or whose company leans towards it."""
    found: dict[str, Leads] = {code: defaultdict(list) for code in codes}
    people = contacts.people
    posts = career_domains(contacts)
    now = people["domain"].reindex(posts["person_id"]).to_numpy()
    posts = posts[posts["domain"].isin(codes) & (posts["domain"].to_numpy() != now)]
    columns = ["person_id", "domain", "role", "organisation", "end"]
    for person, code, role, organisation, end in posts[columns].itertuples(index=False):
        if person in network.near and person not in found[code]:
            place = f" at {organisation}" if isinstance(organisation, str) else ""
            until = f" until {end}" if isinstance(end, str) else ""
            why = f"has worked there: {role}{place}{until}"
            found[code][person].append(Lead("B", FORMER, (person,), why))
    if "domain_hint" in people:
        hinted = people[people["domain"].isna() & people["domain_hint"].isin(codes)]
        hints, companies = hinted["domain_hint"].tolist(), hinted["company"].tolist()
        for person, code, company in zip(hinted.index.tolist(), hints, companies, strict=True):
            if person in network.near and person not in found[code]:
                why = "no title tells, but a former role or the company's name leans towards it"
                why += f": {company}" if isinstance(company, str) else ""
                found[code][person].append(Lead("B", HINTED, (person,), why))
    return found


class Communities(NamedTuple):
    """Clusters, as the search for grade C needs them."""

    cluster: Mapping[str, int]
    members: Mapping[int, list[str]]
    density: Mapping[int, float]
    label: Mapping[int, str]


def read_communities(graph: nx.Graph, clusters: pd.DataFrame) -> Communities:
    """Work out how likely two people of each cluster know each other: its density."""
    member = clusters["cluster"].dropna().astype(int)
    cluster = dict(zip(member.index.tolist(), member.tolist(), strict=True))
    members: dict[int, list[str]] = defaultdict(list)
    for person, number in cluster.items():
        members[number].append(person)
    within: dict[int, float] = defaultdict(float)
    for one, two, chance in graph.edges(data="probability", default=1.0):
        if one in cluster and cluster[one] == cluster.get(two):
            within[cluster[one]] += chance
    density = {
        number: min(1.0, within[number] / (len(group) * (len(group) - 1) / 2))
        for number, group in members.items()
        if len(group) > 1
    }
    label = dict(zip(clusters["cluster"].fillna(-1).astype(int), clusters["label"], strict=True))
    return Communities(cluster, members, density, label)


def fellows(network: Network, there: list[str], trust: float, known: Communities) -> Leads:
    """Find contacts in whose community somebody works in the field (C).

    Who knows more people than others of the community is likelier to know somebody
    there, in proportion.
    """
    present: dict[int, list[str]] = defaultdict(list)
    for person in there:
        if person in known.cluster:
            present[known.cluster[person]].append(person)
    leads: Leads = {}
    for number, inside in present.items():
        density = known.density.get(number, 0.0)
        many = {person: _acquainted(network, person) for person in known.members[number]}
        usual = sum(many.values()) / len(many)
        away = [trust * (1.0 - network.near.get(person, 0.0)) for person in inside]
        new = sum(person not in network.near for person in inside)
        named = ", ".join(str(network.names[p]) for p in inside[:_LISTED])
        more = f" and {len(inside) - _LISTED} more" if len(inside) > _LISTED else ""
        for contact, count in many.items():
            chance = min(1.0, density * count / usual) if usual else 0.0
            probability = 1.0 - math.prod(1.0 - chance * part for part in away)
            if contact not in network.near or contact in inside or probability <= 0.0:
                continue
            why = (
                f"in the same cluster, {known.label[number]}, as {named}{more} there; "
                f"{density:.0%} of the pairs there know each other, and this is somebody who "
                f"knows {count:,.0f} people ({usual:,.0f} is usual there)"
            )
            leads[contact] = [Lead("C", probability, tuple(inside), why, chance * new)]
    return leads


def well_connected(network: Network, there: list[str], trust: float) -> Leads:
    """Find contacts who know many people: the more, the likelier somebody of the field too (C).

    Of those whom a contact knows one in five is supposed to be in no file, and to work
    in the field as often as people of the network do.
    """
    share = len(there) / max(len(network.graph) - (network.ego is not None), 1)
    inside = set(there)
    leads: Leads = {}
    for contact in network.near:
        count = _acquainted(network, contact)
        unseen = count * UNSEEN / (1.0 - UNSEEN)
        probability = trust * (1.0 - (1.0 - share) ** unseen)
        if contact in inside or contact == network.ego or probability <= 0.0:
            continue
        why = (
            f"nothing but that they know {count:,.0f} people, and that {len(there):,} of "
            f"{len(network.graph):,} people in this network work there: a guess"
        )
        leads[contact] = [Lead("C", probability, tuple(there), why, unseen * share)]
    return leads


def _acquainted(network: Network, person: str) -> float:
    """Count the people whom somebody is known to know, inferred ties as likely as they are."""
    ties = network.graph[person].items()
    return sum(float(tie.get("probability", 1.0)) for p, tie in ties if p != network.ego)
