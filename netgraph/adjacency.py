"""Adjacency: a network as arrays, the form that the kernels read."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING, Any, cast

import numpy as np
import pandas as pd

from netgraph.errors import GraphError, UnknownNameError, nearest

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Mapping

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
        has_direction = graph.directed if isinstance(graph, Adjacency) else graph.is_directed()
        if has_direction and not (symmetrise or directed):
            raise GraphError(
                "this graph is directed, and what is asked is defined on undirected graphs",
                remedy="Pass graph.to_undirected()",
            )
        if isinstance(graph, Adjacency):
            adjacency = _checked(graph, weight)
        else:
            adjacency = _read(graph, weight)
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
            The column that holds the strength; None counts each tie as 1.
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
        if not hasattr(table, "columns"):
            optional = "" if weight is None else f" and {weight!r}"
            raise GraphError(
                f"a {type(table).__name__} is no table of ties",
                remedy=f"Give a DataFrame with the columns {source!r}, {target!r}{optional}; a "
                "column of strengths is named by weight=",
            )
        for column in (source, target, weight):
            if column is not None and column not in table.columns:
                raise UnknownNameError(
                    f"the table has no column {column!r}", remedy=nearest(column, table.columns)
                )
        strength = None if weight is None else table[weight]
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
            codes, people = pd.factorize(_woven(source, target))
            start, end = codes[::2], codes[1::2]
            known = person_index(people)
        else:
            known = _unique(person_index(nodes))
            start, end = known.get_indexer(source), known.get_indexer(target)
        _check_ends(start, end, source, target)
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
        people = _unique(person_index(nodes))
        source = np.asarray(sources, dtype=np.int64)
        target = np.asarray(targets, dtype=np.int64)
        strength = None if weights is None else np.asarray(weights, dtype=np.float64)
        _check_ties(source, target, strength, people)
        loops = int((source == target).sum())
        if not directed:
            source, target = np.concatenate([source, target]), np.concatenate([target, source])
            strength = None if strength is None else np.tile(strength, 2)
        rows = _rows(source, target, strength, len(people))
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

    @property
    def degrees(self) -> Ints:
        """How many contacts each person has; of a directed network, how many they point at."""
        return np.diff(self.indptr)

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
        source, target, strength = self.sources, self.indices, self.strengths
        rows = _rows(
            np.concatenate([source, target]),
            np.concatenate([target, source]),
            np.tile(strength, 2),
            len(self),
        )
        return replace(self, **_named(rows), directed=False)

    @cached_property
    def reversed(self) -> Adjacency:
        """The same network with each tie pointing the other way."""
        if not self.directed:
            return self
        source = self.indices.astype(np.int64)
        rows = _rows(source, self.sources, self.weights, len(self))
        return replace(self, **_named(rows))

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


def person_index(people: Iterable[Hashable]) -> pd.Index:
    """Make an index of person_ids; an id may be any hashable, a tuple included."""
    if isinstance(people, pd.Index):
        return people.rename("person_id")
    return pd.Index(list(people), name="person_id", tupleize_cols=False)


def _unique(people: pd.Index) -> pd.Index:
    if not people.is_unique:
        raise GraphError(
            f"{_plain(people[people.duplicated()], 0)!r} stands twice among the nodes",
            remedy="Give each person one place",
        )
    return people


def _plain(people: pd.Index, position: int) -> object:
    """Give a person_id as it was given, not as numpy keeps it."""
    return people[[position]].tolist()[0]


def _woven(source: pd.Index, target: pd.Index) -> pd.Index:
    """Lay the ends of each tie next to each other, so that people come in reading order."""
    ends = np.empty(2 * len(source), dtype=np.result_type(source.to_numpy(), target.to_numpy()))
    ends[::2], ends[1::2] = source.to_numpy(), target.to_numpy()
    return person_index(ends.tolist()) if ends.dtype == object else pd.Index(ends)


def _rows(
    source: Ints, target: Ints, strength: Floats | None, people: int
) -> tuple[NDArray[np.int64], NDArray[np.int32], Floats | None]:
    """Sort ties into rows: without those of a person with themselves, each pair once."""
    width = np.int64(max(people - 1, 1)).item().bit_length()
    apart = source != target
    key = (source.astype(np.int64) << width | target)[apart]
    if strength is None:
        key.sort()
        key = key[np.flatnonzero(np.diff(key, prepend=-1))]
    else:
        order = np.argsort(key)
        key = key[order]
        first = np.flatnonzero(np.diff(key, prepend=-1))
        total = np.add.reduceat(strength[apart][order], first) if len(key) else np.empty(0)
        key, strength = key[first][total > 0], total[total > 0]
    indptr = np.zeros(people + 1, dtype=np.int64)
    np.cumsum(np.bincount(key >> width, minlength=people), out=indptr[1:])
    return indptr, (key & ((1 << width) - 1)).astype(np.int32), strength


def _named(rows: tuple[Any, Any, Any]) -> dict[str, Any]:
    return dict(zip(("indptr", "indices", "weights"), rows, strict=True))


def _checked(adjacency: Adjacency, weight: str | None) -> Adjacency:
    if weight is not None and adjacency.weights is None:
        raise GraphError(
            f"this Adjacency was built without weights, so it knows no {weight!r}",
            remedy=f"Build it with Adjacency.from_networkx(graph, {weight!r})",
        )
    return adjacency


def _read(graph: nx.Graph, weight: str | None) -> Adjacency:
    """Read a networkx graph row by row, which is much faster than tie by tie."""
    nodes = person_index(graph)
    position = {person: place for place, person in enumerate(graph)}
    read = _read_parallel if graph.is_multigraph() and weight is not None else _read_rows
    source, target, strength = read(graph, weight, position)
    if strength is not None:
        _check_ties(source, target, strength, nodes)
    ego = graph.graph.get("ego")
    return Adjacency(
        *_rows(source, target, strength, len(nodes)),
        nodes,
        directed=graph.is_directed(),
        self_loops=int((source == target).sum()),
        personal=bool(graph.graph.get("personal", False)),
        ego=position.get(ego) if ego is not None else None,
    )


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


def _check_ends(start: Ints, end: Ints, source: pd.Index, target: pd.Index) -> None:
    for codes, ids in ((start, source), (end, target)):
        if (codes < 0).any():
            who = _plain(ids, int((codes < 0).argmax()))
            raise GraphError(
                f"a tie ends at {who!r}, who is not among the people",
                remedy="Name everybody in nodes, and leave out ties without two ends",
            )


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
        one, other = (_plain(nodes, int(ends[first])) for ends in (source, target))
        raise GraphError(
            f"the tie between {one!r} and {other!r} {weighs}{more}",
            remedy="Give each tie a strength of zero or more, or measure with weight=None",
        )
