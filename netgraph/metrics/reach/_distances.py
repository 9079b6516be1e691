"""What measures of reach share: which way, and how many people stand how far away."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, get_args

from netgraph.adjacency import Adjacency
from netgraph.errors import UnknownNameError
from netgraph.kernels.distances import count_by_distance

if TYPE_CHECKING:
    from collections.abc import Hashable

    import networkx as nx

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
    adjacency = Adjacency.from_networkx(graph, directed=True)
    if direction == "both":
        return adjacency.symmetrised
    return adjacency.reversed if direction == "in" else adjacency


def count_people(
    adjacency: Adjacency, *, steps: int = 1, furthest: int | None = None
) -> tuple[Ints, Floats]:
    """Count whom each person reaches, by distance, and sum the inverse distances."""
    back = None
    if adjacency.directed:
        back = adjacency.reversed.indptr, adjacency.reversed.indices
    return count_by_distance(
        adjacency.indptr, adjacency.indices, steps=steps, furthest=furthest, back=back
    )


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
