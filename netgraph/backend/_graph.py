"""A networkx graph on its way through the backend, read into arrays where a function needs them."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING, Any

import networkx as nx
import numpy as np
import pandas as pd

from netgraph.adjacency import Adjacency

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator

    from numpy.typing import NDArray


class BackendGraph:
    """A graph that networkx has handed over.

    Who is tied to whom is read once and kept with the graph until it is changed.
    Weights are read at each call: they can be changed in place, which networkx
    does not notice.

    Parameters
    ----------
    graph
        The networkx graph; it is not copied.
    """

    __networkx_backend__ = "netgraph"

    def __init__(self, graph: nx.Graph) -> None:
        self.graph = graph
        self._own: dict[str, Any] = {}

    def is_directed(self) -> bool:
        """Tell whether ties have a direction."""
        return bool(self.graph.is_directed())

    def is_multigraph(self) -> bool:
        """Tell whether several ties may join two nodes."""
        return bool(self.graph.is_multigraph())

    def __len__(self) -> int:
        return len(self.graph)

    def __iter__(self) -> Iterator[Hashable]:
        return iter(self.graph)

    def ties(self) -> Adjacency:
        """Read who is tied to whom; parallel ties are one."""
        kept = self._kept()
        if "netgraph" not in kept:
            read = Adjacency.from_networkx(self.graph, directed=True)
            kept["netgraph"] = replace(read, personal=False)  # networkx withholds nothing
        adjacency: Adjacency = kept["netgraph"]
        return adjacency

    def strengths(self, weight: str | None) -> Adjacency:
        """Read the ties with their weights, those of parallel ties summed.

        A tie that lacks the weight weighs 1, as everywhere in networkx, and so
        does each of several parallel ties.
        """
        if weight is None and not self.is_multigraph():
            return self.ties()
        self._kept()
        source, target, given = _read(self.graph, weight)
        if not self.is_directed():  # each tie stands in two rows
            once = source <= target
            source, target, given = source[once], target[once], given[once]
        return Adjacency.from_arrays(
            source, target, given, nodes=self.graph, directed=self.is_directed()
        )

    def _kept(self) -> dict[str, Any]:
        """Give the place where networkx keeps what it forgets when the graph is changed.

        The graph as handed over is taken out of there: with it networkx would
        bring back weights as they once were, and it warns of that at each call.
        """
        kept = getattr(self.graph, "__networkx_cache__", None)
        if kept is None or not nx.config.cache_converted_graphs:
            return self._own
        kept.get("backends", {}).pop("netgraph", None)
        place: dict[str, Any] = kept
        return place

    def chosen(self, nodes: Iterable[Hashable] | None) -> list[Hashable]:
        """List the nodes that are asked for, all by default, as networkx understands it."""
        return list(self.graph.nbunch_iter(nodes))

    def check(self, nodes: Iterable[Hashable] | None) -> list[Hashable]:
        """List the nodes that are asked for, all by default, and refuse those that are not there.

        Raises
        ------
        UnknownNameError
            With the nearest name that there is.
        """
        asked = list(self.graph if nodes is None else nodes)
        for node in asked:
            if node not in self.graph:
                self.ties().position(node)
        return asked


def _read(
    graph: nx.Graph, weight: str | None
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.float64]]:
    """Give each tie's ends and weight, row by row."""
    rows = [contacts for _, contacts in graph.adjacency()]
    place = {node: position for position, node in enumerate(graph)}
    lengths = np.fromiter(map(len, rows), dtype=np.int64, count=len(rows))
    target = np.fromiter(map(place.__getitem__, chain.from_iterable(rows)), dtype=np.int64)
    source = np.repeat(np.arange(len(rows)), lengths)
    ties: list[Any] = [tie for row in rows for tie in row.values()]
    if graph.is_multigraph():
        several = np.fromiter(map(len, ties), dtype=np.int64, count=len(ties))
        source, target = np.repeat(source, several), np.repeat(target, several)
        ties = [tie for parallel in ties for tie in parallel.values()]
    if weight is None:
        return source, target, np.ones(len(ties))
    carried = [tie.get(weight, 1) for tie in ties]
    try:
        return source, target, np.array(carried, dtype=np.float64)
    except (TypeError, ValueError):
        numbers = pd.to_numeric(pd.Series(carried, dtype=object), errors="coerce")
        return source, target, numbers.to_numpy(np.float64)


def convert_from_nx(graph: nx.Graph, *args: Any, **kwargs: Any) -> BackendGraph:  # noqa: ANN401, ARG001 - networkx's interface
    """Take a networkx graph over; which attributes are wanted shows when they are read."""
    return graph if isinstance(graph, BackendGraph) else BackendGraph(graph)


def convert_to_nx(result: Any, **kwargs: Any) -> Any:  # noqa: ANN401, ARG001 - networkx's interface
    """Give a graph back as networkx knows it, and anything else as it is."""
    return result.graph if isinstance(result, BackendGraph) else result
