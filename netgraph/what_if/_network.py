"""A network before and after, as arrays over the same people and the same ties."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import chain, compress
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from netgraph.domains import DOMAINS
from netgraph.naming import Names, people_of

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable

    import networkx as nx
    import pandas as pd
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]
    Floats = NDArray[np.float64]
    Bools = NDArray[np.bool_]

KNOWN = 0.1
"""Strength of a tie that carries none: as of a contact of whom no event is known."""


class Ties(NamedTuple):
    """Ties by the positions of their two ends, in columns of equal length."""

    source: Ints
    target: Ints
    probability: Floats
    strength: Floats
    observed: Bools

    def __add__(self, other: Ties) -> Ties:  # type: ignore[override]
        """Lay other ties below these."""
        return Ties(*(np.concatenate(pair) for pair in zip(self, other, strict=True)))


@dataclass(frozen=True)
class Network:
    """People and ties as arrays.

    Attributes
    ----------
    people
        Their ids, by position.
    names
        How they are called, or their id.
    known
        The same by what somebody may call them.
    ego
        Your position.
    domain, cluster
        Codes by position, -1 where it is not known.
    ties
        All ties of all states.
    """

    people: list[Hashable]
    names: list[str]
    known: Names
    ego: int
    domain: Ints
    cluster: Ints
    ties: Ties

    def extended(self, people: list[dict[str, Any]], ties: Ties) -> Network:
        """Give the network with more people and ties behind those that are there."""
        return replace(
            self,
            people=[*self.people, *(each["id"] for each in people)],
            names=[*self.names, *(each["name"] for each in people)],
            domain=np.append(self.domain, [each["domain"] for each in people]).astype(np.int64),
            cluster=np.append(self.cluster, [each["cluster"] for each in people]).astype(np.int64),
            ties=self.ties + ties,
        )


class State(NamedTuple):
    """Who and which ties are there, and how strong those are."""

    people: Bools
    ties: Bools
    strength: Floats


def make_ties(
    rows: Iterable[tuple[int, int, float, float, bool]],
) -> Ties:
    """Put rows of source, target, probability, strength and observed into columns."""
    columns = list(zip(*rows, strict=True)) or [()] * 5
    kinds = (np.int64, np.int64, np.float64, np.float64, np.bool_)
    return Ties(*(np.array(c, dtype=k) for c, k in zip(columns, kinds, strict=True)))


def read_network(graph: nx.Graph, clusters: pd.DataFrame | None) -> Network:
    """Read a graph that holds the ego."""
    people = list(graph)
    position = {person: row for row, person in enumerate(people)}
    code = {domain: number for number, domain in enumerate(DOMAINS)}
    cluster = np.full(len(people), -1, dtype=np.int64)
    if clusters is not None:
        found = clusters["cluster"].reindex(people)
        cluster = found.fillna(-1).to_numpy(dtype=np.int64)
    told = [graph.nodes[person] for person in people]
    names = [str(known.get("name") or p) for p, known in zip(people, told, strict=True)]
    return Network(
        people=people,
        names=names,
        known=Names(people_of(graph).assign(name=names)),
        ego=position[graph.graph["ego"]],
        domain=np.array([code.get(known.get("domain"), -1) for known in told], dtype=np.int64),
        cluster=cluster,
        ties=_read_ties(graph, position),
    )


def _read_ties(graph: nx.Graph, position: dict[Hashable, int]) -> Ties:
    """Read the ties row by row, which spares making a tuple of each."""
    rows = [row for _, row in graph.adjacency()]
    lengths = np.array([len(row) for row in rows], dtype=np.int64)
    ends = map(position.__getitem__, chain.from_iterable(rows))
    target = np.fromiter(ends, dtype=np.int64, count=int(lengths.sum()))
    source = np.repeat(np.arange(len(rows)), lengths)
    once = source < target
    ties = list(compress(chain.from_iterable(row.values() for row in rows), once.tolist()))
    return Ties(
        source[once],
        target[once],
        np.array([tie.get("probability", 1.0) for tie in ties], dtype=np.float64),
        np.array([tie.get("strength", KNOWN) for tie in ties], dtype=np.float64),
        np.array([tie.get("evidence") != "inferred" for tie in ties], dtype=np.bool_),
    )


def as_it_is(network: Network) -> State:
    """Give the state in which everybody and everything is there."""
    return State(
        np.ones(len(network.people), dtype=bool),
        np.ones(len(network.ties.source), dtype=bool),
        network.ties.strength,
    )
