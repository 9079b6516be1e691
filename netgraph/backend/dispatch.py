"""The functions that networkx hands over, by networkx's names and with its arguments."""

from __future__ import annotations

from math import nan
from typing import TYPE_CHECKING, Any

import networkx as nx
import numpy as np

from netgraph.backend._differences import mark_differences
from netgraph.backend._graph import BackendGraph, convert_from_nx, convert_to_nx
from netgraph.kernels.triangles import sum_over_pairs
from netgraph.metrics.brokerage._burt import burt_sums, where_contacts
from netgraph.metrics.brokerage.betweenness import betweenness
from netgraph.metrics.reach._distances import count_people

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator

    from numpy.typing import NDArray

__all__ = [
    "adamic_adar_index",
    "average_clustering",
    "betweenness_centrality",
    "can_run",
    "clustering",
    "constraint",
    "convert_from_nx",
    "convert_to_nx",
    "effective_size",
    "harmonic_centrality",
    "local_constraint",
    "on_start_tests",
    "triangles",
]

on_start_tests = mark_differences


def can_run(name: str, args: tuple[Any, ...], kwargs: dict[str, Any]) -> bool | str:
    """Tell networkx whether a call can be taken over, or why not."""
    graph = args[0] if args else kwargs["G"]
    if graph.is_multigraph() and name in _OF_SIMPLE_GRAPHS:
        return "graphs with parallel ties are left to networkx"
    return _REFUSALS[name](graph, args, kwargs) or True


def _never(graph: nx.Graph, args: tuple[Any, ...], kwargs: dict[str, Any]) -> str:  # noqa: ARG001 - one of several
    return ""


def _directed(graph: nx.Graph, args: tuple[Any, ...], kwargs: dict[str, Any]) -> str:
    weight = kwargs.get("weight", args[2] if len(args) > 2 else None)  # noqa: PLR2004 - third
    if graph.is_directed():
        return "directed graphs are left to networkx"
    return "weights are left to networkx" if weight is not None else ""


def _harmonic(graph: nx.Graph, args: tuple[Any, ...], kwargs: dict[str, Any]) -> str:  # noqa: ARG001 - one of several
    asked = dict(zip(("G", "nbunch", "distance", "sources"), args, strict=False)) | kwargs
    if asked.get("distance") is not None or asked.get("sources") is not None:
        return "distances of ties and chosen sources are left to networkx"
    return ""


def _betweenness(graph: nx.Graph, args: tuple[Any, ...], kwargs: dict[str, Any]) -> str:
    names = ("G", "k", "normalized", "weight", "endpoints", "seed")
    asked = dict(zip(names, args, strict=False)) | kwargs
    if asked.get("k") not in (None, len(graph)):
        return "samples are left to networkx"
    if asked.get("weight") is not None or asked.get("endpoints"):
        return "weights and endpoints are left to networkx"
    return ""


def _adamic_adar(graph: nx.Graph, args: tuple[Any, ...], kwargs: dict[str, Any]) -> str:  # noqa: ARG001 - one of several
    if graph.is_directed():
        return "this is defined on undirected graphs"
    plain = convert_to_nx(graph)
    return "self-loops are left to networkx" if nx.number_of_selfloops(plain) else ""


_OF_SIMPLE_GRAPHS = {"clustering", "average_clustering", "triangles", "adamic_adar_index"}

_REFUSALS = {
    "constraint": _never,
    "local_constraint": _never,
    "effective_size": _never,
    "clustering": _directed,
    "average_clustering": _directed,
    "triangles": _directed,
    "harmonic_centrality": _harmonic,
    "betweenness_centrality": _betweenness,
    "adamic_adar_index": _adamic_adar,
}


def constraint(
    G: BackendGraph,  # noqa: N803 - networkx's name
    nodes: Iterable[Hashable] | None = None,
    weight: str | None = None,
) -> dict[Hashable, float]:
    """Burt's constraint; see `netgraph.metrics.constraint`."""
    asked, adjacency = G.check(nodes), G.strengths(weight).symmetrised
    return _by_node(G, asked, where_contacts(adjacency, burt_sums(adjacency, "whole").constraint))


def effective_size(
    G: BackendGraph,  # noqa: N803 - networkx's name
    nodes: Iterable[Hashable] | None = None,
    weight: str | None = None,
) -> dict[Hashable, float]:
    """Burt's effective size; see `netgraph.metrics.effective_size`."""
    asked, adjacency = G.check(nodes), G.strengths(weight).symmetrised
    size = adjacency.degrees - burt_sums(adjacency, "whole").redundancy
    return _by_node(G, asked, where_contacts(adjacency, size))


def local_constraint(
    G: BackendGraph,  # noqa: N803 - networkx's name
    u: Hashable,
    v: Hashable,
    weight: str | None = None,
) -> float:
    """Burt's dyadic constraint; see `netgraph.metrics.dyadic_constraint`."""
    G.check([u, v])
    adjacency = G.strengths(weight).symmetrised
    one, other = adjacency.position(u), adjacency.position(v)
    contacts, shares = _row(adjacency, one)
    invested = float(shares[contacts == other].sum())
    for contact, share in zip(contacts.tolist(), shares.tolist(), strict=True):
        further, passed_on = _row(adjacency, contact)
        invested += share * float(passed_on[further == other].sum())
    return invested**2 if len(contacts) else nan


def triangles(
    G: BackendGraph,  # noqa: N803 - networkx's name
    nodes: Any = None,  # noqa: ANN401 - a node, several or None
) -> Any:  # noqa: ANN401 - a number or a dict
    """Count the triangles that each node is a corner of."""
    closed = burt_sums(G.ties(), "whole").closed
    return _one_or_many(G, nodes, np.rint(closed / 2).astype(np.int64))


def clustering(
    G: BackendGraph,  # noqa: N803 - networkx's name
    nodes: Any = None,  # noqa: ANN401 - a node, several or None
    weight: None = None,  # noqa: ARG001 - networkx's interface
) -> Any:  # noqa: ANN401 - a number or a dict
    """Give the share of pairs of neighbours that are tied; 0 for fewer than two neighbours."""
    return _one_or_many(G, nodes, _clustering(G))


def average_clustering(
    G: BackendGraph,  # noqa: N803 - networkx's name
    nodes: Iterable[Hashable] | None = None,
    weight: None = None,  # noqa: ARG001 - networkx's interface
    count_zeros: bool = True,  # noqa: FBT001, FBT002 - networkx's interface
) -> float:
    """Average the clustering over the nodes."""
    values = list(_by_node(G, nodes, _clustering(G)).values())
    if not count_zeros:
        values = [value for value in values if value > 0]
    return float(sum(values) / len(values))


def harmonic_centrality(
    G: BackendGraph,  # noqa: N803 - networkx's name
    nbunch: Any = None,  # noqa: ANN401 - a node, several or None
    distance: None = None,  # noqa: ARG001 - networkx's interface
    sources: None = None,  # noqa: ARG001 - networkx's interface
) -> dict[Hashable, float]:
    """Sum the inverse distances from all others; see `netgraph.metrics.harmonic_closeness`."""
    return _by_node(G, nbunch, count_people(G.ties().reversed)[1])


def betweenness_centrality(  # noqa: PLR0913, PLR0917 - networkx's interface
    G: BackendGraph,  # noqa: N803 - networkx's name
    k: int | None = None,  # noqa: ARG001 - networkx's interface
    normalized: bool = True,  # noqa: FBT001, FBT002 - networkx's interface
    weight: None = None,  # noqa: ARG001 - networkx's interface
    endpoints: bool = False,  # noqa: FBT001, FBT002, ARG001 - networkx's interface
    seed: Any = None,  # noqa: ANN401, ARG001 - networkx's interface
) -> dict[Hashable, float]:
    """Sum the shares of shortest paths that pass; see `netgraph.metrics.betweenness`."""
    found = betweenness(G.ties(), normalized=normalized, sample=max(len(G), 2))
    return _by_node(G, None, found.to_numpy())


def adamic_adar_index(
    G: BackendGraph,  # noqa: N803 - networkx's name
    ebunch: Iterable[tuple[Hashable, Hashable]] | None = None,
) -> Iterator[tuple[Hashable, Hashable, float]]:
    """Sum 1 / ln(degree) over the common neighbours of each pair, all pairs not tied by default."""
    pairs = list(nx.non_edges(G.graph) if ebunch is None else ebunch)
    for node in (node for pair in pairs for node in pair if node not in G.graph):
        raise nx.NodeNotFound(f"Node {node} not in G.")
    adjacency = G.ties()
    place = dict(zip(adjacency.nodes, range(len(adjacency)), strict=True))
    ends = np.array([(place[u], place[v]) for u, v in pairs], dtype=np.int64).reshape(-1, 2)
    share = 1.0 / np.log(np.maximum(adjacency.degrees, 2))  # who has one contact is common to none
    found = sum_over_pairs(adjacency.indptr, adjacency.indices, share, ends)
    return ((u, v, score) for (u, v), score in zip(pairs, found.tolist(), strict=True))


def _clustering(graph: BackendGraph) -> NDArray[np.float64]:
    adjacency = graph.ties()
    pairs = adjacency.degrees * (adjacency.degrees - 1)
    return np.asarray(burt_sums(adjacency, "whole").closed / np.maximum(pairs, 1))


def _row(adjacency: Any, person: int) -> tuple[NDArray[np.int32], NDArray[np.float64]]:  # noqa: ANN401 - an Adjacency
    """Give a person's contacts, and the share of the person's strength that goes to each."""
    row = slice(int(adjacency.indptr[person]), int(adjacency.indptr[person + 1]))
    strength = (
        np.ones(row.stop - row.start) if adjacency.weights is None else adjacency.weights[row]
    )
    return adjacency.indices[row], strength / strength.sum()


def _by_node(graph: BackendGraph, nodes: Any, values: NDArray[Any]) -> dict[Hashable, Any]:  # noqa: ANN401 - as networkx
    everybody = dict(zip(graph.graph, values.tolist(), strict=True))
    return everybody if nodes is None else {node: everybody[node] for node in graph.chosen(nodes)}


def _one_or_many(graph: BackendGraph, nodes: Any, values: NDArray[Any]) -> Any:  # noqa: ANN401 - as networkx
    if nodes is not None and nodes in graph.graph:
        return _by_node(graph, [nodes], values)[nodes]
    return _by_node(graph, nodes, values)
