"""What measures of reach share: which way, and how many people stand how far away."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, NamedTuple, get_args

import numpy as np

from netgraph.errors import UnknownNameError
from netgraph.kernels.distances import count_by_distance
from netgraph.metrics._arcs import read_directions
from netgraph.reading_once import kept

if TYPE_CHECKING:
    from collections.abc import Hashable

    import networkx as nx

    from netgraph.adjacency import Adjacency
    from netgraph.kernels._rows import Floats, Ints

Direction = Literal["out", "in", "both"]

NEAR = 3
"""Up to this distance people are told step by step, beyond it together."""


def read_direction(graph: nx.Graph | Adjacency, direction: Direction) -> Adjacency:
    """Read a graph so that each tie points the way that is walked.

    Parameters
    ----------
    graph
        Graph of people, directed or not.
    direction
        ``"out"``: along the ties; ``"in"``: against them; ``"both"``: either way.
        An undirected graph is the same in each.
    """
    if direction not in get_args(Direction):
        raise UnknownNameError(
            f"direction is {direction!r}", remedy='It may be "out", "in" or "both"'
        )
    adjacency = read_directions(graph)
    if direction == "both":
        return adjacency.symmetrised
    return adjacency.reversed if direction == "in" else adjacency


class Search(NamedTuple):
    """What searches from everybody, up to a distance, have counted.

    Of `counts` the last column holds those further away, too.
    """

    furthest: int | None
    counts: Ints
    nearness: Floats


def count_people(
    adjacency: Adjacency, *, steps: int = 1, furthest: int | None = None
) -> tuple[Ints, Floats]:
    """Count whom each person reaches, by distance, and sum the inverse distances.

    Within `reading_once` the next measure reads off what an earlier one has
    counted, if that goes far enough.

    Parameters
    ----------
    adjacency
        The network, its ties pointing the way that is walked.
    steps, furthest
        As for `count_by_distance`.

    Examples
    --------
    >>> import networkx as nx
    >>> from netgraph.adjacency import Adjacency
    >>> counts, sums = count_people(Adjacency.from_networkx(nx.path_graph(3)), steps=2)
    >>> counts.tolist(), sums.tolist()
    ([[1, 1], [2, 0], [1, 1]], [1.5, 2.0, 1.5])
    """
    done = _searches(adjacency)
    for search in done:
        told = _read_off(search, steps, furthest)
        if told is not None:
            return told
    back = None
    if adjacency.directed:
        back = adjacency.reversed.indptr, adjacency.reversed.indices
    search = Search(
        furthest,
        *count_by_distance(
            adjacency.indptr,
            adjacency.indices,
            steps=max(steps, NEAR + 1),
            furthest=furthest,
            back=back,
        ),
    )
    done.append(search)
    return _joined(search.counts, steps), search.nearness


@kept
def _searches(adjacency: Adjacency) -> list[Search]:  # noqa: ARG001 - it is what they are kept by
    """Give the place where searches are kept."""
    return []


def _read_off(search: Search, steps: int, furthest: int | None) -> tuple[Ints, Floats] | None:
    """Take a narrower count from a wider one; None where it does not tell."""
    single = search.counts.shape[1] - 1  # columns of one distance each
    if steps > single + 1:
        return None
    if search.furthest == furthest:
        return _joined(search.counts, steps), search.nearness
    wider = furthest is not None and (search.furthest is None or furthest < search.furthest)
    if not wider or furthest > single:
        return None
    counts = search.counts.copy()
    counts[:, furthest:] = 0
    return _joined(counts, steps), counts @ (1.0 / np.arange(1, single + 2))


def _joined(counts: Ints, steps: int) -> Ints:
    """Leave `steps` columns; the last counts those further away, too."""
    last = counts[:, steps - 1 :].sum(axis=1, keepdims=True)
    return np.concatenate([counts[:, : steps - 1], last], axis=1)


def distance_parts(graph: nx.Graph | Adjacency, person_id: Hashable) -> dict[str, Any]:
    """Count the people at one, two and three steps, further, and out of reach.

    Examples
    --------
    >>> import networkx as nx
    >>> distance_parts(nx.path_graph(6), 0)
    {'at_1': 1, 'at_2': 1, 'at_3': 1, 'further': 2, 'out_of_reach': 0}
    """
    adjacency = read_direction(graph, "out")
    counts = count_people(adjacency, steps=NEAR + 1)[0][adjacency.position(person_id)]
    near = {f"at_{step}": int(counts[step - 1]) for step in range(1, NEAR + 1)}
    missed = len(adjacency) - 1 - int(counts.sum())
    return {**near, "further": int(counts[-1]), "out_of_reach": missed}
