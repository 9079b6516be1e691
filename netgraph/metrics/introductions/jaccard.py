"""Jaccard's coefficient."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from scipy.sparse import csr_array

from netgraph.adjacency import Adjacency
from netgraph.kernels.common import pair_scanner
from netgraph.metrics._registry import statistic
from netgraph.metrics.introductions._pairs import common_contact_rows, score_pairs

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable

    import networkx as nx
    import pandas as pd

    from netgraph.kernels._rows import Ints


@statistic("pair", bounds=(0.0, 1.0), structural=True)
def jaccard(
    graph: nx.Graph | Adjacency,
    *,
    pairs: Iterable[tuple[Hashable, Hashable]] | None = None,
    person: Hashable | None = None,
    top: int | None = 1000,
) -> pd.Series:
    r"""Which share of two people's contacts they have in common.

    .. math:: J_{ij} = \frac{|N(i) \cap N(j)|}{|N(i) \cup N(j)|}

    where :math:`N(i)` are the contacts of :math:`i`.

    Parameters
    ----------
    graph
        Undirected graph of people. Tie weights are not used.
    pairs
        The pairs to score, tied or not. By default the best `top` pairs who are not tied
        and have a contact in common.
    person
        Only pairs of this person.
    top
        Keep so many of the best, None keeps all. Of no use with `pairs`.

    Returns
    -------
    pandas.Series
        Indexed by `person_id` and `other_id`, the best first, or in the order
        of `pairs`; from 0 to 1 (the same contacts).
        0 without a contact in common.
        NaN, or not listed, in a personal network where no tie of either to
        another contact is known.

    Raises
    ------
    GraphError
        If the graph is directed, both `pairs` and `person` are given, or a pair
        is one person twice.
    UnknownNameError
        If nobody has an id.

    Notes
    -----
    Of two people who are tied each is among the other's contacts, and so in the
    union; the overlap of a tie leaves them out.

    References
    ----------
    .. [1] Liben-Nowell, D. & Kleinberg, J. (2007). The link-prediction problem for
       social networks. JASIST, 58(7), 1019-1031.

    Examples
    --------
    >>> import networkx as nx
    >>> graph = nx.Graph([("ann", "you"), ("bo", "you"), ("ann", "eve"), ("bo", "eve")])
    >>> jaccard(graph).round(3).to_dict()
    {('ann', 'bo'): 1.0, ('you', 'eve'): 1.0}
    """
    adjacency = Adjacency.from_networkx(graph)
    degrees = adjacency.degrees
    common_of = common_contact_rows(adjacency, np.ones(len(adjacency)))

    def rows_of(rows: Ints) -> csr_array:
        common = common_of(rows).tocoo()
        either = degrees[rows[common.row]] + degrees[common.col] - common.data
        return csr_array((common.data / either, (common.row, common.col)), shape=common.shape)

    scan = pair_scanner(adjacency.indptr, adjacency.indices, np.ones(len(adjacency)), shared=True)
    return score_pairs(
        adjacency, "jaccard", rows_of, pairs=pairs, person=person, top=top, scan=scan
    )
