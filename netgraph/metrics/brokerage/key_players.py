"""Borgatti's key players."""

from __future__ import annotations

from itertools import combinations
from math import comb
from typing import TYPE_CHECKING, Literal

import numpy as np
import pandas as pd

from netgraph.adjacency import Adjacency
from netgraph.errors import GraphError
from netgraph.kernels._rows import component_of
from netgraph.kernels.distances import count_by_distance
from netgraph.metrics._arcs import ones_matrix
from netgraph.metrics._registry import statistic
from netgraph.metrics._series import withheld, withheld_reason
from netgraph.metrics.brokerage._nearness import nearness_from

if TYPE_CHECKING:
    from collections.abc import Callable

    import networkx as nx

    Worth = Callable[[tuple[int, ...]], float]

BRUTE = 20_000
"""Up to so many groups are all looked at, and then the best is known to be the best."""

MOST = 2000
"""Beyond so many people a group takes too long to find."""

BETTER = 1e-12


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
        Undirected graph of up to 2,000 people.
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
        helps. People are left out of whom, in a personal network, no tie to
        another contact is known.

    Raises
    ------
    GraphError
        If the graph is directed or has more than 2,000 people, or `size` is not
        from 1 to two less than the people there are to choose from, or `aim` is
        another.

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
    if len(adjacency) > MOST:
        raise GraphError(
            f"there are {len(adjacency):,} people, and this takes too long beyond {MOST:,}",
            remedy="Look at a part of the network: graph.subgraph(people)",
        )
    hidden = withheld(adjacency)
    people = np.flatnonzero(~hidden).tolist()
    if not 1 <= size <= len(people) - 2:
        raise GraphError(
            f"size is {size}, and there are {len(people)} people to choose from",
            remedy="Take a number from 1 to two less than the people",
        )
    worth = _worth(adjacency, aim)
    optimal = comb(len(people), size) <= BRUTE
    if optimal:
        chosen = max(combinations(people, size), key=lambda group: round(worth(group), 12))
    else:
        chosen = _swapped(_greedy(people, size, worth), people, worth)
    value = worth(chosen)
    before = np.nan if aim == "reach" else worth(())
    table = pd.DataFrame(
        {
            "alone": [worth((each,)) for each in chosen],
            "without": [
                worth(tuple(other for other in chosen if other != each)) if size > 1 else before
                for each in chosen
            ],
        },
        index=adjacency.nodes[list(chosen)],
    )
    table.attrs = {"value": value, "before": before, "optimal": optimal}
    if hidden.any():
        table.attrs["withheld"] = withheld_reason(hidden)
    return table


def _worth(adjacency: Adjacency, aim: str) -> Worth:
    """Give what a group brings, as a function of the positions of its members."""
    people = len(adjacency)
    if aim == "reach":
        near = nearness_from(adjacency, np.arange(people))
        return lambda group: float(near[list(group)].max(axis=0, initial=0.0).mean())
    if aim not in {"fragmentation", "distance_fragmentation"}:
        raise GraphError(
            f"aim is {aim!r}", remedy="Take fragmentation, distance_fragmentation or reach"
        )
    matrix = ones_matrix(adjacency)

    def worth(group: tuple[int, ...]) -> float:
        left = np.setdiff1d(np.arange(people), group)
        rest = matrix[left][:, left]
        pairs = len(left) * (len(left) - 1)
        if aim == "distance_fragmentation":
            near = count_by_distance(rest.indptr, rest.indices)[1]
            return float(1.0 - near.sum() / pairs)
        sizes = np.bincount(component_of(rest.indptr, rest.indices)).astype(np.float64)
        return float(1.0 - (sizes * (sizes - 1)).sum() / pairs)

    return worth


def _greedy(people: list[int], size: int, worth: Worth) -> tuple[int, ...]:
    """Take, again and again, whoever adds most; of equals the first."""
    group: tuple[int, ...] = ()
    while len(group) < size:
        others = [person for person in people if person not in group]
        values = [round(worth((*group, person)), 12) for person in others]
        group = (*group, others[int(np.argmax(values))])
    return group


def _swapped(group: tuple[int, ...], people: list[int], worth: Worth) -> tuple[int, ...]:
    """Exchange a member for another person, as long as an exchange helps."""
    best, improved = worth(group), True
    while improved:
        improved = False
        for place in range(len(group)):
            for person in people:
                if person in group:
                    continue
                other = (*group[:place], person, *group[place + 1 :])
                value = worth(other)
                if value > best + BETTER:
                    group, best, improved = other, value, True
    return group
