"""Adjacency: a network as arrays, the form that the kernels read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

import numpy as np
import pandas as pd

from netgraph.errors import GraphError, UnknownNameError

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable

    import networkx as nx
    from numpy.typing import ArrayLike, NDArray

    Floats = NDArray[np.float64]
    Ints = NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Adjacency:
    """Who is tied to whom, as compressed rows of an undirected network.

    The contacts of the person at position ``i`` are
    ``indices[indptr[i]:indptr[i + 1]]``, ascending. A tie stands in two rows,
    once from either end. Make one with `from_networkx` or `from_arrays`.

    Attributes
    ----------
    indptr
        Where each person's row begins and ends; int64, one longer than `nodes`.
    indices
        Positions of the contacts; int32.
    weights
        Strength of each tie, beside `indices`; None if each tie counts as 1.
    nodes
        The person_ids, by position.
    directed
        Whether ties have a direction; always False as yet.
    self_loops
        How many ties of a person with themselves were dropped.
    personal
        Whether this is one person's own network, seen through that person's
        exports, where a tie that is not known may still exist.
    ego
        The position of that person; None if the network is not personal, or
        the person was left out of it.

    Examples
    --------
    >>> import networkx as nx
    >>> Adjacency.from_networkx(nx.krackhardt_kite_graph())
    Adjacency: 10 people, 18 ties
    """

    indptr: NDArray[np.int64]
    indices: NDArray[np.int32]
    weights: Floats | None
    nodes: pd.Index
    directed: bool = False
    self_loops: int = 0
    personal: bool = False
    ego: int | None = None

    @classmethod
    def from_networkx(
        cls, graph: nx.Graph | Adjacency, weight: str | None = None, *, symmetrise: bool = False
    ) -> Adjacency:
        r"""Read a networkx graph.

        Ties of a person with themselves are dropped and counted. Parallel ties
        of a multigraph are summed, or are one tie if `weight` is None. A tie of
        weight zero is not a tie.

        Parameters
        ----------
        graph
            A networkx graph of any kind. An `Adjacency` is given back as it is.
        weight
            The tie attribute that holds the strength; None counts each tie as 1.
        symmetrise
            Add up the two directions of a directed graph,
            :math:`z_{ij} = a_{ij} + a_{ji}`, as Burt does.

        Returns
        -------
        Adjacency
            People in the graph's own order. What `build_graph` wrote about a
            personal network (``graph.graph["personal"]`` and ``["ego"]``) is
            kept.

        Raises
        ------
        GraphError
            If a tie's weight is missing, negative or not a finite number, or if
            the graph is directed and `symmetrise` is off.
        """
        if isinstance(graph, Adjacency):
            return _checked(graph, weight)
        if graph.is_directed() and not symmetrise:
            raise GraphError(
                "this graph is directed, and what is asked is defined on undirected graphs",
                remedy="Pass graph.to_undirected()",
            )
        nodes = person_index(graph)
        position = {person: place for place, person in enumerate(graph)}
        ends = np.fromiter(
            (position[end] for tie in graph.edges() for end in tie),
            dtype=np.int64,
            count=2 * graph.number_of_edges(),
        ).reshape(-1, 2)
        weights = None if weight is None else _weights(graph, weight)
        if graph.is_directed() and weights is None:
            ends = np.unique(ends, axis=0)
            weights = np.ones(len(ends))
        ego = graph.graph.get("ego")
        return cls.from_arrays(
            ends[:, 0],
            ends[:, 1],
            weights,
            nodes=nodes,
            personal=bool(graph.graph.get("personal", False)),
            ego=position.get(ego) if ego is not None else None,
        )

    @classmethod
    def from_arrays(  # noqa: PLR0913 - a network is that many arrays; all but the ends by keyword
        cls,
        sources: ArrayLike,
        targets: ArrayLike,
        weights: ArrayLike | None = None,
        *,
        nodes: Iterable[Hashable],
        personal: bool = False,
        ego: int | None = None,
    ) -> Adjacency:
        """Read ties from arrays, a place for each tie.

        Parameters
        ----------
        sources, targets
            Positions in `nodes` of a tie's two ends, in either order. A tie
            that stands there twice is summed, or is one tie without `weights`.
        weights
            Strength of each tie; None counts each tie as 1.
        nodes
            The person_ids.
        personal, ego
            Whether this is one person's own network, and that person's position.

        Returns
        -------
        Adjacency
            People in the order of `nodes`.

        Raises
        ------
        GraphError
            If an end is no position in `nodes`, or a weight is negative or not
            a finite number.

        Examples
        --------
        >>> Adjacency.from_arrays([0, 1], [1, 2], nodes=["ann", "bo", "cy"]).neighbours("bo")
        ['ann', 'cy']
        """
        nodes = person_index(nodes)
        if not nodes.is_unique:
            raise GraphError(
                f"{nodes[nodes.duplicated()][0]!r} stands twice among the nodes",
                remedy="Give each person one place",
            )
        source = np.asarray(sources, dtype=np.int64)
        target = np.asarray(targets, dtype=np.int64)
        strength = None if weights is None else np.asarray(weights, dtype=np.float64)
        _check_ties(source, target, strength, nodes)
        loops = source == target
        source, target = source[~loops], target[~loops]
        key = np.concatenate([source * len(nodes) + target, target * len(nodes) + source])
        order = np.argsort(key, kind="stable")  # many times faster than np.unique
        key = key[order]
        first = np.flatnonzero(np.diff(key, prepend=-1))
        key = key[first]
        if strength is not None:
            total = np.add.reduceat(np.tile(strength[~loops], 2)[order], first)
            key, strength = key[total > 0], total[total > 0]
        row, column = np.divmod(key, max(len(nodes), 1))
        indptr = np.zeros(len(nodes) + 1, dtype=np.int64)
        np.cumsum(np.bincount(row, minlength=len(nodes)), out=indptr[1:])
        return cls(
            indptr=indptr,
            indices=column.astype(np.int32),
            weights=strength,
            nodes=nodes,
            self_loops=int(loops.sum()),
            personal=personal,
            ego=ego,
        )

    def __post_init__(self) -> None:
        for numbers in (self.indptr, self.indices, self.weights):
            if numbers is not None:
                numbers.flags.writeable = False

    def __len__(self) -> int:
        return len(self.nodes)

    def __repr__(self) -> str:
        return f"Adjacency: {len(self):,} people, {self.number_of_ties:,} ties"

    @property
    def number_of_ties(self) -> int:
        """How many pairs of people are tied."""
        return len(self.indices) // 2

    @property
    def degrees(self) -> Ints:
        """How many contacts each person has."""
        return np.diff(self.indptr)

    @property
    def strengths(self) -> Floats:
        """How strong each tie is, beside `indices`: 1 where ties are not weighted."""
        return np.ones(len(self.indices)) if self.weights is None else self.weights

    @property
    def sources(self) -> Ints:
        """Whose row each place of `indices` stands in."""
        return np.repeat(np.arange(len(self)), self.degrees)

    def position(self, person_id: Hashable) -> int:
        """Find a person's position.

        Raises
        ------
        UnknownNameError
            If nobody in the network has this id.
        """
        try:
            return int(cast("int", self.nodes.get_loc(person_id)))
        except (KeyError, TypeError) as missing:
            raise UnknownNameError(f"nobody in this network has the id {person_id!r}") from missing

    def neighbours(self, person_id: Hashable) -> list[Hashable]:
        """List the ids of a person's contacts, in the order of `nodes`."""
        row = self.position(person_id)
        return list(self.nodes[self.indices[self.indptr[row] : self.indptr[row + 1]]])


def person_index(people: Iterable[Hashable]) -> pd.Index:
    """Make an index of person_ids; an id may be any hashable, a tuple included."""
    if isinstance(people, pd.Index):
        return people.rename("person_id")
    return pd.Index(list(people), name="person_id", tupleize_cols=False)


def _checked(adjacency: Adjacency, weight: str | None) -> Adjacency:
    if weight is not None and adjacency.weights is None:
        raise GraphError(
            f"this Adjacency was built without weights, so it knows no {weight!r}",
            remedy=f"Build it with Adjacency.from_networkx(graph, {weight!r})",
        )
    return adjacency


def _weights(graph: nx.Graph, weight: str) -> Floats:
    """Read the strength of each tie, in the order of `graph.edges`."""
    values = [strength for _, _, strength in graph.edges(data=weight)]
    if values and not any(weight in carried for _, _, carried in graph.edges(data=True)):
        there = sorted({str(name) for _, _, data in graph.edges(data=True) for name in data})
        raise GraphError(
            f"no tie in this graph carries the attribute {weight!r}",
            remedy=f"Ties carry: {', '.join(there)}" if there else "Measure with weight=None",
        )
    try:
        return np.array(values, dtype=np.float64)
    except (TypeError, ValueError):
        return pd.to_numeric(pd.Series(values, dtype=object), errors="coerce").to_numpy(np.float64)


def _check_ties(source: Ints, target: Ints, strength: Floats | None, nodes: pd.Index) -> None:
    for ends in (source, target):
        if len(ends) and not 0 <= ends.min() <= ends.max() < len(nodes):
            raise GraphError(
                f"a tie ends at position {ends.max()}, but there are {len(nodes)} people",
                remedy="Positions count from 0",
            )
    if len(source) != len(target) or (strength is not None and len(strength) != len(source)):
        raise GraphError("sources, targets and weights are not equally long")
    if strength is None:
        return
    wrong = ~(np.isfinite(strength) & (strength >= 0))
    if wrong.any():
        first = int(wrong.argmax())
        value = strength[first]
        weighs = "has no weight that is a number" if np.isnan(value) else f"weighs {value:g}"
        more = f" (and {wrong.sum() - 1} more ties like it)" if wrong.sum() > 1 else ""
        raise GraphError(
            f"the tie between {nodes[source[first]]!r} and {nodes[target[first]]!r} {weighs}{more}",
            remedy="Give each tie a strength of zero or more, or measure with weight=None",
        )
