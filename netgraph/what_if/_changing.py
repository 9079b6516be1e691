"""Lose, add and reconnect people: from words to the state before and after."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from netgraph.domains import DOMAINS
from netgraph.domains.naming import domain_meant
from netgraph.errors import GraphError, UnknownNameError, nearest
from netgraph.identity import company_key
from netgraph.inference import PRIORS
from netgraph.what_if._clusters import cluster_meant
from netgraph.what_if._network import KNOWN, Network, State, as_it_is, make_ties

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable

    import networkx as nx
    import pandas as pd
    from numpy.typing import NDArray

    Tie = tuple[int, int, float, float, bool]
    Strengths = NDArray[np.float64]

NEW = 0.5
"""Strength of the tie to a new contact, if none is given."""

STRONG = 0.9
"""A tie taken up again is as strong as this share of your ties with known events are not above."""

_COLLEAGUE = 0.2
_KEYS = ("name", "domain", "company", "cluster", "knows", "strength")


class Change(NamedTuple):
    """A network with the state before and after, and whom that concerns."""

    network: Network
    before: State
    after: State
    lost: list[int]
    added: list[int]
    reconnected: list[int]


def apply(  # noqa: PLR0913 - three kinds of change, each by keyword
    graph: nx.Graph,
    network: Network,
    clusters: pd.DataFrame | None,
    *,
    add: Iterable[Mapping[str, Any] | Hashable],
    remove: Iterable[Hashable],
    reconnect: Iterable[Hashable],
) -> Change:
    """Turn what is asked into a network and its two states."""
    lost = _people_meant(network, remove)
    again = _people_meant(network, reconnect)
    if network.ego in lost or network.ego in again:
        raise GraphError(
            "you are the one whose network this is", remedy="Name somebody whom you know"
        )
    if both := set(lost) & set(again):
        name = network.names[min(both)]
        raise GraphError(f"{name} cannot both be lost and taken up with", remedy="Name them once")
    wider, added = _with_new(graph, network, clusters, _listed(add))
    whole = as_it_is(wider)
    old_people, old_ties = len(network.people), len(network.ties.source)
    before = State(
        np.arange(len(wider.people)) < old_people,
        np.arange(len(wider.ties.source)) < old_ties,
        whole.strength,
    )
    there = whole.people.copy()
    there[lost] = False
    kept = there[wider.ties.source] & there[wider.ties.target]
    strength = _reconnected(network, whole.strength, again)
    return Change(wider, before, State(there, kept, strength), lost, added, again)


def _listed(given: object) -> list[Any]:
    """Take one as a list of one."""
    return [given] if isinstance(given, (str, Mapping)) else list(given)  # type: ignore[call-overload]


def _people_meant(network: Network, given: Iterable[Hashable]) -> list[int]:
    return list(dict.fromkeys(_person_meant(network, text) for text in _listed(given)))


def _person_meant(network: Network, text: Hashable) -> int:
    return network.people.index(network.known.one(text, "inside"))


def _own(network: Network) -> NDArray[np.bool_]:
    ties = network.ties
    return np.asarray((ties.source == network.ego) | (ties.target == network.ego))


def _reconnected(network: Network, strength: Strengths, again: list[int]) -> Strengths:
    """Make the ties to some people as strong as your strong ones."""
    ties, own = network.ties, _own(network)
    living = ties.strength[own & (ties.strength > KNOWN)]
    strong = max(float(np.quantile(living, STRONG)) if len(living) else 0.0, NEW)
    changed = strength.copy()
    for person in again:
        rows = np.flatnonzero(own & ((ties.source == person) | (ties.target == person)))
        if not len(rows):
            raise GraphError(
                f"{network.names[person]} is no contact of yours",
                remedy="To get to know them, name them in add",
            )
        changed[rows] = np.maximum(changed[rows], strong)
    return changed


def _with_new(
    graph: nx.Graph, network: Network, clusters: pd.DataFrame | None, given: list[Any]
) -> tuple[Network, list[int]]:
    """Add people who are described, and ties to people who are there already."""
    people: list[dict[str, Any]] = []
    rows: list[Tie] = []
    added = []
    for each in given:
        if not isinstance(each, Mapping):
            known = _person_meant(network, each)
            _check_unknown(network, known)
            rows.append((network.ego, known, 1.0, NEW, True))
            added.append(known)
            continue
        place = len(network.people) + len(people)
        person, ties = _described(graph, network, clusters, each, place)
        people.append(person)
        rows += ties
        added.append(place)
    return network.extended(people, make_ties(rows)), added


def _check_unknown(network: Network, person: int) -> None:
    ties, own = network.ties, _own(network)
    if person == network.ego or (own & ((ties.source == person) | (ties.target == person))).any():
        raise GraphError(
            f"{network.names[person]} is a contact of yours already",
            remedy="To make that tie strong, name them in reconnect",
        )


def _described(
    graph: nx.Graph,
    network: Network,
    clusters: pd.DataFrame | None,
    each: Mapping[str, Any],
    place: int,
) -> tuple[dict[str, Any], list[Tie]]:
    """Read the description of a new contact, and lay their ties."""
    for key in each:
        if key not in _KEYS:
            raise UnknownNameError(
                f"a new contact is not described by {key!r}", remedy=nearest(key, _KEYS)
            )
    strength = float(each.get("strength", NEW))
    if not 0.0 <= strength < 1.0:
        raise GraphError(
            f"strength is {strength:g}", remedy="Give a number from 0 to below 1, such as 0.5"
        )
    cluster = -1 if each.get("cluster") is None else cluster_meant(clusters, each["cluster"])
    domain = -1
    if each.get("domain") is not None:
        domain = list(DOMAINS).index(domain_meant(each["domain"]))
    name = str(each.get("name") or f"new contact {place - len(graph) + 1}")
    ties: dict[int, Tie] = {}
    for mate, chance in _mates(graph, network, each.get("company"), cluster).items():
        ties[mate] = (place, mate, chance, _COLLEAGUE, False)
    for known in _people_meant(network, each.get("knows") or ()):
        ties[known] = (place, known, 1.0, NEW, True)
    ties[network.ego] = (network.ego, place, 1.0, strength, True)
    person = {"id": f"new:{place}", "name": name, "domain": domain, "cluster": cluster}
    return person, list(ties.values())


def _mates(
    graph: nx.Graph, network: Network, company: str | None, cluster: int
) -> dict[int, float]:
    """Tell whom a new contact is likely to know, and how likely: those beside them."""
    chances: dict[int, float] = {}
    if cluster >= 0:
        members = np.flatnonzero(network.cluster == cluster)
        chances |= dict.fromkeys(members.tolist(), _density(network, cluster, len(members)))
    key = company_key(company)
    if key is not None:
        at = [
            row
            for row, person in enumerate(network.people)
            if row != network.ego and company_key(graph.nodes[person].get("company")) == key
        ]
        prior = PRIORS["employer"]
        likely = prior.closeness * min(1.0, prior.acquaintances / max(len(at), 1))
        chances |= {row: 1 - (1 - chances.get(row, 0.0)) * (1 - likely) for row in at}
    return {row: chance for row, chance in chances.items() if chance > 0}


def _density(network: Network, cluster: int, size: int) -> float:
    """Share of the pairs in a cluster who are expected to know each other."""
    ties = network.ties
    inside = (network.cluster[ties.source] == cluster) & (network.cluster[ties.target] == cluster)
    return float(ties.probability[inside].sum() / (size * (size - 1) / 2)) if size > 1 else 0.0
