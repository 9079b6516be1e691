"""Reading the ties of a networkx graph, row by row, which is much faster than tie by tie."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Any, cast

import numpy as np
import pandas as pd

from netgraph.adjacency._rows import check_ties, person_index, sorted_rows
from netgraph.errors import GraphError, nearest

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Mapping

    import networkx as nx
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Ints = NDArray[np.int64]


def read_graph(graph: nx.Graph, weight: str | None) -> dict[str, Any]:
    """Give what an `Adjacency` is made of, by name."""
    nodes = person_index(graph)
    position = {person: place for place, person in enumerate(graph)}
    read = _read_parallel if graph.is_multigraph() and weight is not None else _read_rows
    source, target, strength = read(graph, weight, position)
    if strength is not None:
        once = slice(None) if graph.is_directed() else source <= target  # each tie stands both ways
        check_ties(source[once], target[once], strength[once], nodes)
    ego = graph.graph.get("ego")
    return {
        **sorted_rows(source, target, strength, len(nodes))._asdict(),
        "nodes": nodes,
        "directed": graph.is_directed(),
        "self_loops": int((source == target).sum()),
        "personal": bool(graph.graph.get("personal", False)),
        "ego": position.get(ego) if ego is not None else None,
    }


def _read_rows(
    graph: nx.Graph, weight: str | None, position: dict[Hashable, int]
) -> tuple[Ints, Ints, Floats | None]:
    """Give the ties out of each person, both directions of an undirected one."""
    rows = [contacts for _, contacts in graph.adjacency()]
    lengths = np.fromiter(map(len, rows), dtype=np.int64, count=len(rows))
    ends: Iterable[Any] = chain.from_iterable(rows)
    if list(position) != list(range(len(position))):
        ends = map(position.__getitem__, ends)
    target = np.fromiter(ends, dtype=np.int64, count=int(lengths.sum()))
    source = np.repeat(np.arange(len(rows)), lengths)
    if weight is None:
        return source, target, None
    return source, target, _weights((tie for row in rows for tie in row.values()), weight)


def _read_parallel(
    graph: nx.Graph, weight: str | None, position: dict[Hashable, int]
) -> tuple[Ints, Ints, Floats | None]:
    """Do the same where several ties may join two people, each with a strength."""
    ends = [(position[one], position[other]) for one, other in graph.edges()]
    source, target = np.array(ends, dtype=np.int64).reshape(-1, 2).T
    strength = _weights((tie for *_, tie in graph.edges(data=True)), cast("str", weight))
    if graph.is_directed():
        return source, target, strength
    back = source != target
    both = np.concatenate([source, target[back]]), np.concatenate([target, source[back]])
    return *both, np.concatenate([strength, strength[back]])


def _weights(ties: Iterable[Mapping[str, Any]], weight: str) -> Floats:
    """Read the strength that each tie carries."""
    ties = list(ties)
    if ties and not any(weight in tie for tie in ties):
        there = {str(name) for tie in ties for name in tie}
        raise GraphError(
            f"no tie in this graph carries the attribute {weight!r}",
            remedy=nearest(weight, there) if there else "Measure with weight=None",
        )
    values = [tie.get(weight) for tie in ties]
    try:
        return np.array(values, dtype=np.float64)
    except (TypeError, ValueError):
        return pd.to_numeric(pd.Series(values, dtype=object), errors="coerce").to_numpy(np.float64)
