"""What speaks for it that a contact knows somebody in a field of work."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from netgraph.domains import career_domains
from netgraph.leads.wording import ended

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

LITTLE = 0.1
"""Strength of a tie of which nothing is known but that it may exist."""

_LISTED = 3
_LIKE_OTHERS = 4.0  # acquaintances of the usual mix that stand beside those who are known


class Lead(NamedTuple):
    """One piece of evidence that a contact knows somebody in a field."""

    grade: str
    """A observed, B inferred from ties, a company or a career, C the same community (inferred)."""

    probability: float
    people: tuple[str, ...]
    """Who stands behind it: those known there, or the contact's own post."""

    why: str
    new: float = 0.0
    """Expected number of people there whom you are not in touch with."""

    over: tuple[float, ...] = (LITTLE,)
    """Strengths of the ties over which an introduction would go, your own left out."""

    target: str | None = None
    """Whom one could be introduced to; None where nobody is known by name."""


Leads = dict[str, list[Lead]]
"""Contact -> evidence."""


class Network(NamedTuple):
    """What is known around the one who asks."""

    graph: nx.Graph
    ego: str | None
    names: Mapping[Hashable, str]
    near: Mapping[str, float]
    """Contact of the ego -> strength of the tie."""

    hidden: frozenset[str] = frozenset()
    """Who is not to be suggested; they are no contacts here."""

    def knows(self, person: str) -> bool:
        """Tell whether somebody is a contact of the ego; of nobody's, where no ego is known."""
        return self.ego is not None and person in self.near


def around(graph: nx.Graph, ego: str | None, hidden: Iterable[str] = ()) -> Network:
    """Lay out the graph around the ego: only observed ties of theirs make a contact.

    Where no ego is known everybody counts as a contact, at an unknown distance.
    """
    if ego is None or ego not in graph:
        near = dict.fromkeys(graph, 0.0)
    else:
        near = {
            person: float(tie.get("strength", 0.0))
            for person, tie in graph[ego].items()
            if tie.get("evidence", "observed") == "observed"
        }
    away = frozenset(hidden)
    near = {person: strength for person, strength in near.items() if person not in away}
    names = {}
    for person, known in graph.nodes.items():
        name = known.get("name")
        names[person] = name if isinstance(name, str) else "somebody without a name"
    return Network(graph, ego, names, near, away)


def people_by_domain(network: Network, codes: Iterable[str]) -> dict[str, list[str]]:
    """List the people of the graph who work in each of some domains."""
    found: dict[str, list[str]] = {code: [] for code in codes}
    for person, domain in network.graph.nodes(data="domain"):
        if domain in found and person != network.ego and person not in network.hidden:
            found[domain].append(person)
    return found


def insiders(network: Network, there: list[str], trust: float) -> Leads:
    """Find contacts who work in the field themselves: they know others there."""
    leads: Leads = {}
    for person in there:
        if person in network.near:
            title = network.graph.nodes[person].get("title")
            why = f"works there: {title if isinstance(title, str) else 'no title'}"
            leads[person] = [Lead("A", INSIDER * trust, (person,), why, INSIDER)]
    return leads


def acquaintances(network: Network, there: list[str], trust: float) -> Leads:
    """Find contacts with a tie to somebody in the field, observed (A) or inferred (B).

    Somebody whom you know yourself is nobody to be introduced to. Who knows only such
    people may know others there, who stand in no file (B).
    """
    leads: Leads = defaultdict(list)
    shared: dict[str, list[tuple[str, float, str]]] = defaultdict(list)
    for person in there:
        known = network.knows(person)
        for contact, tie in network.graph[person].items():
            if contact == network.ego or contact not in network.near:
                continue
            observed = tie.get("evidence", "observed") == "observed"
            chance = float(tie.get("probability", 1.0))
            name = network.names[person]
            if known:
                sure = "" if observed else f", {chance:.0%} sure".replace("%", " %")
                shared[contact].append((person, chance, f"{name} ({_by(tie)}{sure})"))
                continue
            why = f"knows {name}: {_by(tie)}"
            if not observed:
                why = f"may know {name} ({chance:.0%}): {_by(tie)}".replace("%)", " %)")
            grade, over = "A" if observed else "B", (float(tie.get("strength", LITTLE)),)
            lead = Lead(grade, chance * trust, (person,), why, chance, over, person)
            leads[contact].append(lead)
    inside = set(there)
    for contact, people in shared.items():
        if contact not in leads and contact not in inside:
            leads[contact] = [_of_shared(network, contact, people, there, trust)]
    return leads


def _of_shared(
    network: Network,
    contact: str,
    people: list[tuple[str, float, str]],
    there: list[str],
    trust: float,
) -> Lead:
    """Judge somebody who knows people of the field, but only such as you know yourself.

    Of those whom a contact knows one in five is supposed to be in no file, and to work in
    the field as often as those of the contact who are, and four others, do.
    """
    count = _acquainted(network, contact)
    usual = len(there) / max(len(network.graph) - (network.ego is not None), 1)
    share = (sum(chance for _, chance, _ in people) + _LIKE_OTHERS * usual) / (count + _LIKE_OTHERS)
    unseen = count * UNSEEN / (1.0 - UNSEEN)
    ordered = sorted(people, key=lambda each: -each[1])
    told = ", ".join(why for *_, why in ordered[:_LISTED])
    more = f" and {len(people) - _LISTED} more" if len(people) > _LISTED else ""
    why = f"knows whom you know there, too: {told}{more}; that they know others is supposed"
    probability = trust * (1.0 - (1.0 - min(share, 1.0)) ** unseen)
    return Lead("B", probability, tuple(p for p, *_ in ordered), why, unseen * share)


def over_another(network: Network, there: list[str], trust: float) -> Leads:
    """Find contacts who know somebody, no contact of yours, who knows somebody there (B)."""
    leads: Leads = defaultdict(list)
    graph = network.graph
    for person in there:
        for between, last in graph[person].items():
            if between == network.ego or between in network.near or network.knows(person):
                continue
            for contact, first in graph[between].items():
                if contact == network.ego or contact not in network.near:
                    continue
                chance = float(first.get("probability", 1.0)) * float(last.get("probability", 1.0))
                over = tuple(float(tie.get("strength", LITTLE)) for tie in (first, last))
                seen = all(tie.get("evidence", "observed") == "observed" for tie in (first, last))
                knows = "knows" if seen else "may know"
                why = f"{knows} {network.names[between]}, who knows {network.names[person]} there"
                people = (between, person)
                lead = Lead("B", chance * trust, people, why, chance, over, person)
                leads[contact].append(lead)
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
            why = f"has worked there: {role}{place}{ended(end)}"
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
        new = sum(not network.knows(person) for person in inside)
        named = ", ".join(str(network.names[p]) for p in inside[:_LISTED])
        more = f" and {len(inside) - _LISTED} more" if len(inside) > _LISTED else ""
        for contact, count in many.items():
            chance = min(1.0, density * count / usual) if usual else 0.0
            probability = 1.0 - (1.0 - chance * trust) ** len(inside)
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
