"""The network, and how it is made of a graph, a table or arrays."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, cast

import numpy as np
import pandas as pd

from netgraph.adjacency._networkx import read_graph
from netgraph.adjacency._rows import (
    check_ends,
    check_table,
    check_ties,
    distinct,
    numbers_of,
    person_index,
    sorted_rows,
    woven,
)
from netgraph.errors import GraphError, UnknownNameError, nearest

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable

    import networkx as nx
    from numpy.typing import ArrayLike, NDArray

    Floats = NDArray[np.float64]
    Ints = NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Adjacency:
    """Who is tied to whom, as compressed rows.

    The contacts of the person at position ``i`` are
    ``indices[indptr[i]:indptr[i + 1]]``, ascending. A tie without direction
    stands in two rows, once from either end; one with a direction in the row
    that it starts from. Make one with `from_table`, `from_edges`, `from_arrays`
    or `from_networkx`.

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
        Whether ties have a direction.
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
        cls,
        graph: nx.Graph | Adjacency,
        weight: str | None = None,
        *,
        symmetrise: bool = False,
        directed: bool = False,
    ) -> Adjacency:
        r"""Read a networkx graph.

        Ties of a person with themselves are dropped and counted. Parallel ties
        of a multigraph are summed, or are one tie if `weight` is None. A tie of
        weight zero is not a tie.

        Parameters
        ----------
        graph
            A networkx graph of any kind, or an `Adjacency`, which brings its
            own strengths.
        weight
            The tie attribute that holds the strength; None counts each tie as 1.
            A tie of strength 0 is no contact.
        symmetrise
            Add up the two directions of a directed graph,
            :math:`z_{ij} = a_{ij} + a_{ji}`, as Burt does.
        directed
            Keep the directions of a directed graph.

        Returns
        -------
        Adjacency
            People in the graph's own order. What `build_graph` wrote about a
            personal network (``graph.graph["personal"]`` and ``["ego"]``) is
            kept.

        Raises
        ------
        GraphError
            If it is no graph, if a tie's weight is missing, negative or not a
            finite number, or if the graph is directed and neither `symmetrise`
            nor `directed` is on.
        """
        check_graph(graph)
        if has_direction(graph) and not (symmetrise or directed):
            raise GraphError(
                "this graph is directed, and what is asked is defined on undirected graphs",
                remedy=to_undirected(graph),
            )
        if isinstance(graph, Adjacency):
            adjacency = _checked(graph, weight)
        else:
            adjacency = cls(**read_graph(graph, weight))
        return adjacency.symmetrised if symmetrise else adjacency

    @classmethod
    def from_table(  # noqa: PLR0913 - a table's columns have to be named; all by keyword
        cls,
        table: pd.DataFrame,
        *,
        source: str = "source",
        target: str = "target",
        weight: str | None = None,
        nodes: Iterable[Hashable] | None = None,
        directed: bool = False,
    ) -> Adjacency:
        """Read a table with a row for each tie.

        Parameters
        ----------
        table
            The ties; no networkx graph is made of it.
        source, target
            The columns that hold the person_ids of a tie's two ends.
        weight
            The column that holds the strength; None counts each tie as 1. A tie of
            strength 0 is no contact.
        nodes, directed
            As for `from_edges`.

        Returns
        -------
        Adjacency
            People in the order of `nodes`, or as they first come in the table.

        Raises
        ------
        GraphError
            If it is no table, and as for `from_edges`.
        UnknownNameError
            If the table has no such column.

        Examples
        --------
        >>> table = pd.DataFrame({"source": ["ann", "bo"], "target": ["bo", "cy"]})
        >>> Adjacency.from_table(table).neighbours("bo")
        ['ann', 'cy']
        """
        check_table(table, source, target, weight)
        strength = None if weight is None else numbers_of(table, source, target, weight)
        return cls.from_edges(
            table[source], table[target], strength, nodes=nodes, directed=directed
        )

    @classmethod
    def from_edges(
        cls,
        sources: Iterable[Hashable],
        targets: Iterable[Hashable],
        weights: ArrayLike | None = None,
        *,
        nodes: Iterable[Hashable] | None = None,
        directed: bool = False,
    ) -> Adjacency:
        """Read ties by the ids of their ends, a place for each tie.

        Parameters
        ----------
        sources, targets
            The person_ids of a tie's two ends. A tie that stands there twice is
            summed, or is one tie without `weights`.
        weights
            Strength of each tie; None counts each tie as 1.
        nodes
            The person_ids in the order that is wanted, people without a tie
            among them; by default all ends, as they first come.
        directed
            Whether a tie from one person to another is none back.

        Returns
        -------
        Adjacency
            People in the order of `nodes`.

        Raises
        ------
        GraphError
            If an end is missing or not among `nodes`, or a weight is negative
            or not a finite number.

        Examples
        --------
        >>> Adjacency.from_edges(["ann", "bo"], ["bo", "cy"]).neighbours("bo")
        ['ann', 'cy']
        """
        source, target = person_index(sources), person_index(targets)
        if len(source) != len(target):
            raise GraphError("sources and targets are not equally long")
        if nodes is None:
            codes, people = pd.factorize(woven(source, target))
            start, end = codes[::2], codes[1::2]
            known = person_index(people)
        else:
            known = distinct(person_index(nodes))
            start, end = known.get_indexer(source), known.get_indexer(target)
        check_ends(start, end, source, target)
        return cls.from_arrays(start, end, weights, nodes=known, directed=directed)

    @classmethod
    def from_arrays(  # noqa: PLR0913 - a network is that many arrays; all but the ends by keyword
        cls,
        sources: ArrayLike,
        targets: ArrayLike,
        weights: ArrayLike | None = None,
        *,
        nodes: Iterable[Hashable],
        directed: bool = False,
        personal: bool = False,
        ego: int | None = None,
    ) -> Adjacency:
        """Read ties from arrays, a place for each tie.

        Parameters
        ----------
        sources, targets
            Positions in `nodes` of a tie's two ends, in either order unless
            `directed`. A tie that stands there twice is summed, or is one tie
            without `weights`.
        weights
            Strength of each tie; None counts each tie as 1.
        nodes
            The person_ids.
        directed
            Whether a tie from one person to another is none back.
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
        people = distinct(person_index(nodes))
        source = np.asarray(sources, dtype=np.int64)
        target = np.asarray(targets, dtype=np.int64)
        strength = None if weights is None else np.asarray(weights, dtype=np.float64)
        check_ties(source, target, strength, people)
        loops = int((source == target).sum())
        if not directed:
            source, target = np.concatenate([source, target]), np.concatenate([target, source])
            strength = None if strength is None else np.tile(strength, 2)
        rows = sorted_rows(source, target, strength, len(people))
        return cls(*rows, people, directed, loops, personal, ego)

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
        return len(self.indices) if self.directed else len(self.indices) // 2

    @cached_property
    def degrees(self) -> Ints:
        """How many contacts each person has; of a directed network, how many they point at."""
        degrees = np.diff(self.indptr)
        degrees.flags.writeable = False
        return degrees

    @property
    def strengths(self) -> Floats:
        """How strong each tie is, beside `indices`: 1 where ties are not weighted."""
        return np.ones(len(self.indices)) if self.weights is None else self.weights

    @property
    def sources(self) -> Ints:
        """Whose row each place of `indices` stands in."""
        return np.repeat(np.arange(len(self)), self.degrees)

    @cached_property
    def symmetrised(self) -> Adjacency:
        """The same network with the two directions of each tie added up."""
        if not self.directed:
            return self
        source, target = self.sources, self.indices
        ends = np.concatenate([source, target]), np.concatenate([target, source])
        rows = sorted_rows(*ends, np.tile(self.strengths, 2), len(self))
        return replace(self, **rows._asdict(), directed=False)

    @cached_property
    def reversed(self) -> Adjacency:
        """The same network with each tie pointing the other way."""
        if not self.directed:
            return self
        source = self.indices.astype(np.int64)
        rows = sorted_rows(source, self.sources, self.weights, len(self))
        return replace(self, **rows._asdict())

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
            raise UnknownNameError(
                f"nobody in this network has the id {person_id!r}",
                remedy=nearest(person_id, self.nodes, "Look at the graph's nodes"),
            ) from missing

    def neighbours(self, person_id: Hashable) -> list[Hashable]:
        """List the ids of a person's contacts, in the order of `nodes`."""
        row = self.position(person_id)
        return list(self.nodes[self.indices[self.indptr[row] : self.indptr[row + 1]]])


def check_graph(graph: object) -> None:
    """Refuse what is neither a networkx graph nor an `Adjacency`.

    Raises
    ------
    GraphError
        With what it is, and what is needed.
    """
    asked = ("is_directed", "is_multigraph", "adjacency")
    if isinstance(graph, Adjacency) or all(hasattr(graph, name) for name in asked):
        return
    raise GraphError(
        f"a {type(graph).__name__} is no graph",
        remedy="Give a networkx graph or an Adjacency; Adjacency.from_table(table) makes one of a "
        "DataFrame with the columns source and target",
    )


def has_direction(graph: nx.Graph | Adjacency) -> bool:
    """Tell whether the ties of a graph point somewhere."""
    return graph.directed if isinstance(graph, Adjacency) else bool(graph.is_directed())


def to_undirected(graph: nx.Graph | Adjacency) -> str:
    """Say how a directed graph becomes an undirected one."""
    if isinstance(graph, Adjacency):
        return "Pass adjacency.symmetrised, which adds the two directions up"
    return (
        "Pass graph.to_undirected(), or, since that keeps one weight of two opposite ties, "
        "Adjacency.from_networkx(graph, weight, symmetrise=True), which adds them up"
    )


def _checked(adjacency: Adjacency, weight: str | None) -> Adjacency:
    if weight is not None and adjacency.weights is None:
        raise GraphError(
            f"this Adjacency was built without weights, so it knows no {weight!r}",
            remedy=f"Build it with Adjacency.from_networkx(graph, {weight!r}), or with "
            f"Adjacency.from_table(table, weight={weight!r})",
        )
    return adjacency
