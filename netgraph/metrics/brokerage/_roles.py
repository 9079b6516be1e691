r"""What Gould and Fernandez' measures share: who brokers between whom, and how often by chance.

A person :math:`v` brokers from :math:`a` to :math:`b` where :math:`a \to v \to b`
and not :math:`a \to b`. The categories of the three say which role that is.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from scipy.sparse import csr_array

from netgraph.kernels.triangles import reverse_entries, triangle_blocks
from netgraph.metrics._arcs import read_arcs
from netgraph.metrics.diversity._shares import category_codes, check_attributes

if TYPE_CHECKING:
    from collections.abc import Hashable

    import networkx as nx
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


def brokerage_counts(graph: nx.Graph, attribute: str) -> Brokerage:
    """Count each person's roles; people of unknown category take no part.

    In an undirected network a pair is counted once. One that lies partly in
    the broker's category makes the broker gatekeeper and representative both.
    """
    check_attributes(graph)
    category = category_codes(graph, attribute)
    arcs = read_arcs(graph)
    adjacency, known = arcs.adjacency, category >= 0
    known_ties = known[adjacency.sources] & known[adjacency.indices]
    keep = csr_array(arcs.matrix.multiply(known[None, :]).multiply(known[:, None]))
    keep.eliminate_zeros()
    keep.sort_indices()
    counts = _two_paths(keep, category) - _closed(adjacency, known_ties, keep, category)
    if not arcs.directed:
        counts = counts * np.array([0.5, 0.5, 1.0, 1.0, 0.5])
    counts[~known] = np.nan
    ties = keep.nnz if arcs.directed else keep.nnz // 2
    return Brokerage(adjacency, counts, category, ties, arcs.directed)


def _two_paths(matrix: csr_array, category: Ints) -> Floats:
    """Count a to v to b by role of v, whether or not a is tied to b; a is not b."""
    people = len(category)
    known = np.flatnonzero(category >= 0)
    kinds = int(category.max(initial=0)) + 1
    dealt = csr_array((np.ones(len(known)), (known, category[known])), shape=(people, kinds))
    before, after = (matrix.T @ dealt).tocsr(), (matrix @ dealt).tocsr()
    into, out = before.sum(axis=1), after.sum(axis=1)
    alike = before.multiply(after).sum(axis=1)  # a and b of one category, whichever it is
    inner_in = before.multiply(dealt).sum(axis=1)
    inner_out = after.multiply(dealt).sum(axis=1)
    back = matrix.multiply(matrix.T).tocoo()  # a may not be b
    same = category[back.row] == category[back.col]
    back_same = np.bincount(back.row[same], minlength=people)
    back_other = np.bincount(back.row[~same], minlength=people)
    return np.column_stack(
        [
            inner_in * inner_out - back_same,
            alike - inner_in * inner_out - back_other,
            (into - inner_in) * inner_out,
            inner_in * (out - inner_out),
            (into - inner_in) * (out - inner_out) - (alike - inner_in * inner_out),
        ]
    )


def _closed(adjacency: Adjacency, known: NDArray[np.bool_], arcs: csr_array, cat: Ints) -> Floats:
    """Count by role of v where a to v to b and a to b: there is nothing to broker."""
    people = len(adjacency)
    coo = arcs.tocoo()
    there = np.zeros(len(adjacency.indices), dtype=bool)
    key = adjacency.sources * people + adjacency.indices
    there[np.searchsorted(key, coo.row.astype(np.int64) * people + coo.col)] = True
    back = reverse_entries(adjacency.indptr, adjacency.indices)
    total = np.zeros(people * len(ROLES))
    for ab, ac, bc in triangle_blocks(adjacency.indptr, adjacency.indices):
        inside = known[ab] & known[ac] & known[bc]
        xy, xz, yz = ab[inside], ac[inside], bc[inside]
        yx, zx, zy = back[xy], back[xz], back[yz]
        for first, second, third in (
            (yx, xz, yz),
            (zx, xy, zy),
            (xy, yz, xz),
            (zy, yx, zx),
            (xz, zy, xy),
            (yz, zx, yx),
        ):  # entries of a to v, v to b and a to b, for each order of the three
            shut = there[first] & there[second] & there[third]
            a, v = adjacency.sources[first[shut]], adjacency.indices[first[shut]]
            b = adjacency.indices[second[shut]]
            place = v * len(ROLES) + role_of(cat[a], cat[v], cat[b])
            total += np.bincount(place, minlength=len(total))
    return total.reshape(people, len(ROLES))


def role_of(a: Ints, v: Ints, b: Ints) -> Ints:
    """Give the number in `ROLES` of the role that categories make."""
    apart = np.where(a == b, 1, 4)
    own = np.where(a == v, np.where(b == v, 0, 3), np.where(b == v, 2, apart))
    return np.asarray(own, dtype=np.int64)


def role_parts(graph: nx.Graph, person_id: Hashable) -> dict[str, Any]:
    """Tell how often a person plays each role, by the fields of work.

    Examples
    --------
    >>> import networkx as nx
    >>> graph = nx.path_graph(["ann", "you", "bo"])
    >>> nx.set_node_attributes(graph, {"ann": "law", "you": "art", "bo": "tech"}, "domain")
    >>> role_parts(graph, "you")["liaison"]
    1.0
    """
    found = brokerage_counts(graph, "domain")
    row = found.adjacency.position(person_id)
    if found.category[row] < 0:
        return {"own_category": None}
    counts = dict(zip(ROLES, found.counts[row].tolist(), strict=True))
    return {"own_category": graph.nodes[person_id]["domain"], **counts}
