r"""What Gould and Fernandez' measures share: who brokers between whom, and how often by chance.

A person :math:`v` brokers from :math:`a` to :math:`b` where :math:`a \to v \to b`
and not :math:`a \to b`. The categories of the three say which role that is.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from netgraph.kernels.roles import count_roles
from netgraph.metrics._arcs import read_arcs
from netgraph.metrics._series import structural_series
from netgraph.metrics.diversity._shares import category_codes, check_attributes, told_unknown
from netgraph.reading_once import kept

if TYPE_CHECKING:
    from collections.abc import Hashable

    import networkx as nx
    import pandas as pd
    from numpy.typing import NDArray

    from netgraph.adjacency import Adjacency

    Floats = NDArray[np.float64]
    Ints = NDArray[np.int64]

ROLES = ("coordinator", "itinerant", "gatekeeper", "representative", "liaison")
"""a, v, b of one category; a and b of another; v and b of one; a and v of one; all apart."""

UNKNOWN = "this person's own category is not known"


@dataclass(frozen=True, eq=False)
class Brokerage:
    """How often each person plays each role.

    Attributes
    ----------
    adjacency
        The network without directions.
    counts
        A row per person, a column per role; a row of a person of unknown
        category is NaN.
    category
        By position; -1 is unknown.
    ties
        How many ties (arcs, if directed) run between people of known category.
    directed
        Whether a pair of people is an ordered one.
    """

    adjacency: Adjacency
    counts: Floats
    category: Ints
    ties: int
    directed: bool

    @property
    def density(self) -> float:
        """Share of the possible ties that there are, people of unknown category left out."""
        people = int((self.category >= 0).sum())
        pairs = people * (people - 1) / (1 if self.directed else 2)
        return self.ties / pairs if pairs else 0.0

    @property
    def totals(self) -> Floats:
        """How often each person brokers at all."""
        return total_of_roles(self.counts, directed=self.directed)


def total_of_roles(counts: Floats, *, directed: bool) -> Floats:
    """Sum over the roles, the last axis; undirected gatekeepers are the representatives."""
    told = counts if directed else counts[..., [0, 1, 2, 4]]
    return np.asarray(told.sum(axis=-1))


@kept
def brokerage_counts(graph: nx.Graph, attribute: str) -> Brokerage:
    """Count each person's roles; people of unknown category take no part.

    In an undirected network a pair is counted once. One that lies partly in
    the broker's category makes the broker gatekeeper and representative both.
    """
    check_attributes(graph)
    category = category_codes(graph, attribute)
    arcs = read_arcs(graph)
    known = np.flatnonzero(category >= 0)
    among = arcs.matrix[known][:, known]
    counts = np.full((len(category), len(ROLES)), np.nan)
    counts[known] = count_roles(among, category[known], directed=arcs.directed)
    if not arcs.directed:
        counts *= [0.5, 0.5, 1.0, 1.0, 0.5]
    ties = among.nnz if arcs.directed else among.nnz // 2
    return Brokerage(arcs.adjacency, counts, category, ties, arcs.directed)


def role_series(graph: nx.Graph, attribute: str, role: str) -> pd.Series:
    """Lay out how often each person plays one role; see `gould_fernandez`."""
    found = brokerage_counts(graph, attribute)
    series = structural_series(found.adjacency, found.counts[:, ROLES.index(role)], role)
    return told_unknown(series, found.category)


def role_parts(
    graph: nx.Graph, person_id: Hashable, *, attribute: str = "domain"
) -> dict[str, Any]:
    """Tell how often a person plays each role.

    Examples
    --------
    >>> import networkx as nx
    >>> graph = nx.path_graph(["ann", "you", "bo"])
    >>> nx.set_node_attributes(graph, {"ann": "law", "you": "art", "bo": "tech"}, "domain")
    >>> role_parts(graph, "you")["liaison"]
    1.0
    """
    found = brokerage_counts(graph, attribute)
    row = found.adjacency.position(person_id)
    if found.category[row] < 0:
        return {"own_category": None}
    counts = dict(zip(ROLES, found.counts[row].tolist(), strict=True))
    return {"own_category": graph.nodes[person_id][attribute], **counts}
