"""What is measured of a network before and after, on one draw of its ties."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from netgraph.what_if._network import Network, State

    Ints = NDArray[np.int64]
    Floats = NDArray[np.float64]
    Bools = NDArray[np.bool_]


class Drawn(NamedTuple):
    """One draw of the ties of a state.

    Attributes
    ----------
    people
        Who is there.
    ego
        Your position.
    contacts
        Whom you are tied to, as a mask over people.
    closeness
        Strength of your tie to each person, 0 without one.
    source, target, strength
        The ties among others, which do not end at you.
    domain, cluster
        Codes of people, -1 where not known.
    part
        Number of the part that each person belongs to that hangs together without you.
    """

    people: Bools
    ego: int
    contacts: Bools
    closeness: Floats
    source: Ints
    target: Ints
    strength: Floats
    domain: Ints
    cluster: Ints
    part: Ints


def draw(network: Network, state: State, there: Bools) -> Drawn:
    """Take the ties of a state that are there in this draw."""
    ties, ego, count = network.ties, network.ego, len(network.people)
    rows = np.flatnonzero(state.ties & there)
    source, target, strength = ties.source[rows], ties.target[rows], state.strength[rows]
    own = (source == ego) | (target == ego)
    other = np.where(source == ego, target, source)[own]
    contacts, closeness = np.zeros(count, dtype=bool), np.zeros(count)
    contacts[other] = True
    np.maximum.at(closeness, other, strength[own])
    source, target = source[~own], target[~own]
    return Drawn(
        state.people,
        ego,
        contacts,
        closeness,
        source,
        target,
        strength[~own],
        network.domain,
        network.cluster,
        _parts(source, target, count),
    )


def contacts(drawn: Drawn) -> float:
    """People you are tied to."""
    return float(drawn.contacts.sum())


def reach(drawn: Drawn) -> float:
    """People within two steps of you."""
    within = drawn.contacts.copy()
    within[drawn.target[drawn.contacts[drawn.source]]] = True
    within[drawn.source[drawn.contacts[drawn.target]]] = True
    within[drawn.ego] = False
    return float(within.sum())


def living_reach(drawn: Drawn) -> float:
    """Count these people, each with the strength of the ties on the way."""
    missed = np.log1p(-np.minimum(drawn.closeness, 1 - 1e-9))
    for one, two in ((drawn.source, drawn.target), (drawn.target, drawn.source)):
        via = np.minimum(drawn.closeness[one] * drawn.strength, 1 - 1e-9)
        missed += np.bincount(two, np.log1p(-via), minlength=len(missed))
    missed[drawn.ego] = 0.0
    return float(-np.expm1(missed).sum())


def domains(drawn: Drawn) -> float:
    """Fields of work of your contacts."""
    return float(len(np.unique(drawn.domain[drawn.contacts & (drawn.domain >= 0)])))


def diversity(drawn: Drawn) -> float:
    """Effective number of fields of work of your contacts (Hill number, q = 1)."""
    return _effective(drawn.domain, drawn.contacts.astype(float))


def living_diversity(drawn: Drawn) -> float:
    """Count these fields, each contact weighing as the tie is strong."""
    return _effective(drawn.domain, drawn.closeness)


def clusters(drawn: Drawn) -> float:
    """Clusters in which you have a contact."""
    return float(len(np.unique(drawn.cluster[drawn.contacts & (drawn.cluster >= 0)])))


def living_clusters(drawn: Drawn) -> float:
    """Count these clusters, each as likely as a tie of yours there lives."""
    known = drawn.cluster >= 0
    missed = np.log1p(-np.minimum(drawn.closeness[known], 1 - 1e-9))
    return float(-np.expm1(np.bincount(drawn.cluster[known], missed)).sum())


def groups(drawn: Drawn) -> float:
    """Parts of two or more people into which your network falls without you."""
    return float((np.bincount(drawn.part[drawn.people]) > 1).sum())


def cut_off(drawn: Drawn) -> float:
    """People to whom no chain of ties leads from you."""
    return float(separated(drawn).sum())


def separated(drawn: Drawn) -> Bools:
    """Mark the people who are there and to whom no chain of ties leads from the ego."""
    led = np.zeros(len(drawn.part) + 1, dtype=bool)
    led[drawn.part[drawn.contacts]] = True
    alone = drawn.people & ~led[drawn.part]
    alone[drawn.ego] = False
    return np.asarray(alone)


def constraint(drawn: Drawn) -> float:
    """How far your contacts are tied to each other (Burt's constraint)."""
    number = drawn.contacts.sum()
    if not number:
        return np.nan
    size = len(drawn.contacts)
    degree = np.bincount(drawn.source, minlength=size) + np.bincount(drawn.target, minlength=size)
    degree = degree + drawn.contacts
    one, two = _among(drawn)
    share = np.bincount(two, 1.0 / degree[one], minlength=size)
    share += np.bincount(one, 1.0 / degree[two], minlength=size)
    return float((((1.0 + share[drawn.contacts]) / number) ** 2).sum())


def effective_size(drawn: Drawn) -> float:
    """Contacts who are not redundant (Burt's effective size)."""
    number = float(drawn.contacts.sum())
    return number - 2.0 * len(_among(drawn)[0]) / number if number else np.nan


MEASURES: tuple[Callable[[Drawn], float], ...] = (
    contacts,
    reach,
    living_reach,
    domains,
    diversity,
    living_diversity,
    clusters,
    living_clusters,
    groups,
    cut_off,
    constraint,
    effective_size,
)
STRUCTURAL = {"groups", "cut_off", "constraint", "effective_size"}
"""What says something only where ties among contacts were observed."""
BY_CLUSTER = {"clusters", "living_clusters"}


def meaning(measure: Callable[[Drawn], float]) -> str:
    """Give the first line of a measure's docstring."""
    return (measure.__doc__ or "").strip().splitlines()[0]


def _among(drawn: Drawn) -> tuple[Ints, Ints]:
    inside = drawn.contacts[drawn.source] & drawn.contacts[drawn.target]
    return drawn.source[inside], drawn.target[inside]


def _effective(domain: Ints, weight: Floats) -> float:
    known = domain >= 0
    total = np.bincount(domain[known], weight[known])
    if not total.sum() > 0:
        return np.nan
    share = total[total > 0] / total.sum()
    return float(np.exp(-(share * np.log(share)).sum()))


def _parts(source: Ints, target: Ints, size: int) -> Ints:
    ones = np.ones(len(source), dtype=np.int8)
    ties = coo_array((ones, (source, target)), shape=(size, size))
    return np.asarray(connected_components(ties, directed=False)[1], dtype=np.int64)
