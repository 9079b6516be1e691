"""Borgatti's key players."""

from __future__ import annotations

from itertools import combinations
from math import comb
from typing import TYPE_CHECKING, Literal

import numpy as np
import pandas as pd

from netgraph.adjacency import Adjacency
from netgraph.errors import GraphError, check_whole
from netgraph.metrics._registry import statistic
from netgraph.metrics._series import withheld, withheld_reason
from netgraph.metrics.brokerage._aims import DistanceFragmentation, Fragmentation, Reach

if TYPE_CHECKING:
    import networkx as nx
    from numpy.typing import NDArray

    from netgraph.metrics.brokerage._aims import Aim, Group

    Ints = NDArray[np.int64]

BRUTE = 20_000
"""Up to so many groups are all looked at, and then the best is known to be the best."""

MOST = 50_000
"""Beyond so many people distances take too long."""

CLOSELY = 5
"""Of an estimate the best so many are measured exactly."""

BETTER = 1e-12

AIMS = {
    "fragmentation": Fragmentation,
    "distance_fragmentation": DistanceFragmentation,
    "reach": Reach,
}


@statistic("group")
def key_players(
    graph: nx.Graph | Adjacency,
    *,
    size: int = 1,
    aim: Literal["fragmentation", "distance_fragmentation", "reach"] = "fragmentation",
) -> pd.DataFrame:
    r"""Find the people without whom a network falls apart, or who reach it best together.

    .. math:: \max_{|K| = k} F(G - K), \quad \max_{|K| = k} DF(G - K)
        \quad \text{or} \quad \max_{|K| = k} DR_K

    where :math:`F` is `fragmentation`, :math:`DF` is `distance_fragmentation`,
    both of the people who are left, and :math:`DR_K` is `group_reach`. The best
    people one by one are seldom the best group.

    Parameters
    ----------
    graph
        Undirected graph; of up to 50,000 people, but for fragmentation.
    size
        How many people :math:`k` the group has.
    aim
        What the group is chosen for.

    Returns
    -------
    pandas.DataFrame
        A row per member, indexed by `person_id`: ``alone``, what the person
        would bring as a group of one, and ``without``, what the group would
        bring without the person. ``attrs["value"]`` is what the group brings,
        ``attrs["before"]`` what there is without any (NaN for reach), and
        ``attrs["optimal"]`` whether no group does better. That is known only
        where there are so few groups that all were looked at; otherwise the
        group was built up one by one and then improved by swaps until none
        helps. For distance fragmentation among more than 2,000 people the next
        member is the best of the five who look best by ways from 50 people,
        drawn at random, and there are no swaps: ``attrs["sources"]`` tells from
        how many, and all numbers in the table are exact all the same. People
        are left out of whom, in a personal network, no tie to another contact
        is known.

    Raises
    ------
    GraphError
        If the graph is directed or has too many people, or `size` is not from 1
        to two less than the people there are to choose from, or `aim` is another.

    References
    ----------
    .. [1] Borgatti, S. P. (2006). Identifying sets of key players in a social
       network. Computational and Mathematical Organization Theory, 12, 21-34.

    Examples
    --------
    >>> import networkx as nx
    >>> told = key_players(nx.krackhardt_kite_graph())
    >>> told.index.tolist(), round(told.attrs["value"], 3), told.attrs["optimal"]
    ([7], 0.389, True)
    """
    adjacency = Adjacency.from_networkx(graph)
    sought = _aim(adjacency, aim)
    hidden = withheld(adjacency)
    people = np.flatnonzero(~hidden)
    check_whole("size", size, 1, "Choose 1 person or more")
    if size > len(people) - 2:
        raise GraphError(
            f"size is {size}, and there are {len(people)} people to choose from",
            remedy="Take a number from 1 to two less than the people",
        )
    few = size == 1 or comb(len(people), size) <= BRUTE
    optimal = few and sought.sources is None
    chosen = _best(people, size, sought) if optimal else _greedy(people, size, sought)
    if sought.sources is None and not optimal:
        chosen = _swapped(chosen, people, sought)
    before = np.nan if aim == "reach" else sought.value(())
    table = pd.DataFrame(
        {
            "alone": [sought.value((each,)) for each in chosen],
            "without": [_without(chosen, each, sought) if size > 1 else before for each in chosen],
        },
        index=adjacency.nodes[list(chosen)],
    )
    table.attrs = {"value": sought.value(chosen), "before": before, "optimal": optimal}
    table.attrs["sources"] = sought.sources or len(adjacency)
    if hidden.any():
        table.attrs["withheld"] = withheld_reason(hidden)
    return table


def _aim(adjacency: Adjacency, aim: str) -> Aim:
    if aim not in AIMS:
        raise GraphError(f"aim is {aim!r}", remedy=f"Take {', '.join(AIMS)}")
    if aim != "fragmentation" and len(adjacency) > MOST:
        raise GraphError(
            f"there are {len(adjacency):,} people, and distances take too long beyond {MOST:,}",
            remedy="Take the aim fragmentation, or a part of the network: graph.subgraph(people)",
        )
    found: Aim = AIMS[aim](adjacency)
    return found


def _with_best(group: Group, people: Ints, aim: Aim) -> tuple[Group, float]:
    """Add whoever brings most to the group; of equals the first."""
    others = np.setdiff1d(people, group)
    values = aim.with_each(group, others)
    if aim.sources is not None:  # those who look best are looked at closely
        others = np.sort(others[np.argsort(-values, kind="stable")[:CLOSELY]])
        values = np.array([aim.value((*group, int(each))) for each in others])
    values = np.round(values, 12)
    best = int(np.argmax(values))
    return (*group, int(others[best])), float(values[best])


def _best(people: Ints, size: int, aim: Aim) -> Group:
    """Look at all groups, and take the first of the best."""
    found: tuple[float, Group] = (-np.inf, ())
    for group in combinations(people.tolist(), size - 1):
        later = people[people > group[-1]] if group else people
        if len(later):
            more, value = _with_best(group, later, aim)
            if value > found[0]:
                found = value, more
    return found[1]


def _greedy(people: Ints, size: int, aim: Aim) -> Group:
    """Take, again and again, whoever adds most; of equals the first."""
    group: Group = ()
    while len(group) < size:
        group, _ = _with_best(group, people, aim)
    return group


def _swapped(group: Group, people: Ints, aim: Aim) -> Group:
    """Exchange a member for the best other person, as long as an exchange helps."""
    best, improved = aim.value(group), True
    while improved:
        improved = False
        for member in group:
            rest = tuple(each for each in group if each != member)
            other, value = _with_best(rest, people, aim)
            if value > best + BETTER:
                group, best, improved = other, value, True
                break
    return group


def _without(group: Group, member: int, aim: Aim) -> float:
    return aim.value(tuple(each for each in group if each != member))
