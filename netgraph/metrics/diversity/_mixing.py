"""What measures of homophily share: how many ties run between each two categories."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from netgraph.metrics._arcs import read_arcs
from netgraph.metrics._series import noted
from netgraph.metrics.diversity._nearness import category_names
from netgraph.metrics.diversity._shares import category_codes, check_attributes, told_unknown

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd
    from numpy.typing import NDArray

    from netgraph.adjacency import Adjacency


@dataclass(frozen=True, eq=False)
class Mixing:
    """Ties between people of known category; each undirected tie stands there both ways.

    Attributes
    ----------
    one, two
        The categories' numbers at either end of each arc.
    source, target
        The positions of the people.
    codes
        Each person's category by position; -1 is unknown.
    sizes
        How many people each category has.
    names
        The categories by number.
    adjacency
        The network without directions.
    directed
        Whether ties have a direction.
    """

    one: NDArray[np.int64]
    two: NDArray[np.int64]
    source: NDArray[np.int64]
    target: NDArray[np.int64]
    codes: NDArray[np.int64]
    sizes: NDArray[np.float64]
    names: list[object]
    adjacency: Adjacency
    directed: bool

    def noted(self, told: pd.Series) -> pd.Series:
        """Note what did not count: ties with oneself, and people of unknown category."""
        return told_unknown(noted(told, self.adjacency), self.codes)

    @property
    def internal(self) -> int:
        """How many arcs run within a category."""
        return int((self.one == self.two).sum())

    @property
    def external(self) -> int:
        """How many arcs run between categories."""
        return len(self.one) - self.internal

    @property
    def internal_pairs(self) -> float:
        """How many arcs could run within a category."""
        return float((self.sizes * (self.sizes - 1)).sum())

    @property
    def external_pairs(self) -> float:
        """How many arcs could run between categories."""
        people = float(self.sizes.sum())
        return people * (people - 1) - self.internal_pairs


def mixing(graph: nx.Graph, attribute: str) -> Mixing:
    """Read the ties by category; people of unknown category take no part."""
    check_attributes(graph)
    codes = category_codes(graph, attribute)
    arcs = read_arcs(graph)
    coo = arcs.matrix.tocoo()
    known = (codes[coo.row] >= 0) & (codes[coo.col] >= 0)
    source, target = coo.row[known].astype(np.int64), coo.col[known].astype(np.int64)
    sizes = np.bincount(codes[codes >= 0]).astype(np.float64)
    names = category_names(graph, attribute)
    ends = codes[source], codes[target], source, target
    return Mixing(*ends, codes, sizes, names, arcs.adjacency, arcs.directed)
