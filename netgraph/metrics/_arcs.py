"""A network with the direction of its ties, for measures that ask who names whom."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from scipy.sparse import csr_array

from netgraph.adjacency import Adjacency
from netgraph.reading_once import kept

if TYPE_CHECKING:
    import networkx as nx


@dataclass(frozen=True, eq=False)
class Arcs:
    """Who is tied to whom, as a matrix of ones; ties with oneself are left out.

    Attributes
    ----------
    adjacency
        The same network without directions.
    matrix
        1 in row i and column j where i is tied to j. Of an undirected network
        it is symmetric.
    directed
        Whether ties have a direction.
    """

    adjacency: Adjacency
    matrix: csr_array
    directed: bool


@kept
def read_ties(graph: nx.Graph | Adjacency) -> Adjacency:
    """Read an undirected graph, without weights."""
    return Adjacency.from_networkx(graph)


@kept
def read_directions(graph: nx.Graph | Adjacency) -> Adjacency:
    """Read a directed or undirected graph, without weights."""
    return Adjacency.from_networkx(graph, directed=True)


@kept
def read_arcs(graph: nx.Graph | Adjacency) -> Arcs:
    """Read a directed or undirected graph; parallel ties are one tie.

    Examples
    --------
    >>> import networkx as nx
    >>> read_arcs(nx.DiGraph([("ann", "bo")])).matrix.toarray().tolist()
    [[0.0, 1.0], [0.0, 0.0]]
    """
    arcs = read_directions(graph)
    return Arcs(arcs.symmetrised, ones_matrix(arcs), arcs.directed)


def ones_matrix(adjacency: Adjacency) -> csr_array:
    """Give a network as a matrix of ones."""
    people = len(adjacency)
    ones = np.ones(len(adjacency.indices))
    return csr_array((ones, adjacency.indices, adjacency.indptr), shape=(people, people))
