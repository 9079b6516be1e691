"""A networkx graph on its way through the backend, read into arrays when first needed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from netgraph.adjacency import Adjacency

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator

    import networkx as nx


class BackendGraph:
    """A graph that networkx has handed over.

    Arrays are made when a function asks for them, once for each weight, and
    kept as long as networkx keeps this graph: until the graph is changed.

    Parameters
    ----------
    graph
        The networkx graph; it is not copied.
    """

    __networkx_backend__ = "netgraph"

    def __init__(self, graph: nx.Graph) -> None:
        self.graph = graph
        self._read: dict[str | None, Adjacency] = {}

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

    def adjacency(self, weight: str | None = None) -> Adjacency:
        """Read the graph; a tie that lacks the weight weighs 1, as everywhere in networkx."""
        if weight not in self._read:
            self._read[weight] = self._adjacency(weight)
        return self._read[weight]

    def _adjacency(self, weight: str | None) -> Adjacency:
        if weight is None:
            read = Adjacency.from_networkx(self.graph, directed=True)
            return replace(read, personal=False)  # networkx withholds nothing
        place = {node: position for position, node in enumerate(self.graph)}
        ties = [
            (place[one], place[other], strength)
            for one, other, strength in self.graph.edges(data=weight, default=1)
        ]
        one, other, strength = zip(*ties, strict=True) if ties else ((), (), ())
        return Adjacency.from_arrays(
            one, other, strength, nodes=self.graph, directed=self.is_directed()
        )

    def chosen(self, nodes: Iterable[Hashable] | None) -> list[Hashable]:
        """List the nodes that are asked for, all by default, as networkx understands it."""
        return list(self.graph.nbunch_iter(nodes))


def convert_from_nx(graph: nx.Graph, *args: Any, **kwargs: Any) -> BackendGraph:  # noqa: ANN401, ARG001 - networkx's interface
    """Take a networkx graph over; which attributes are wanted shows when they are read."""
    return graph if isinstance(graph, BackendGraph) else BackendGraph(graph)


def convert_to_nx(result: Any, **kwargs: Any) -> Any:  # noqa: ANN401, ARG001 - networkx's interface
    """Give a graph back as networkx knows it, and anything else as it is."""
    return result.graph if isinstance(result, BackendGraph) else result
