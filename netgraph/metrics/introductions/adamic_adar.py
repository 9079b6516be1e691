"""Adamic and Adar's index."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from netgraph.adjacency import Adjacency
from netgraph.kernels.common import pair_scanner
from netgraph.metrics._registry import statistic
from netgraph.metrics.introductions._pairs import common_contact_rows, score_pairs

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable

    import networkx as nx
    import pandas as pd


@statistic("pair", bounds=(0.0, float("inf")), structural=True)
def adamic_adar(
    graph: nx.Graph | Adjacency,
    *,
    pairs: Iterable[tuple[Hashable, Hashable]] | None = None,
    person: Hashable | None = None,
    top: int | None = 1000,
) -> pd.Series:
    r"""How much two people's common contacts, the more exclusive the better, bring them together.

    .. math:: A_{ij} = \sum_{q \in N(i) \cap N(j)} \frac{1}{\ln d_q}

    where :math:`N(i)` are the contacts of :math:`i` and :math:`d_q` counts those of :math:`q`.

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
        of `pairs`; from 0, without an upper bound.
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

    References
    ----------
    .. [1] Adamic, L. A. & Adar, E. (2003). Friends and neighbors on the web. Social
       Networks, 25(3), 211-230.

    Examples
    --------
    >>> import networkx as nx
    >>> graph = nx.Graph([("ann", "you"), ("bo", "you"), ("ann", "eve"), ("bo", "eve")])
    >>> adamic_adar(graph).round(3).to_dict()
    {('ann', 'bo'): 2.885, ('you', 'eve'): 2.885}
    """
    adjacency = Adjacency.from_networkx(graph)
    degrees = adjacency.degrees.astype(np.float64)
    worth = np.zeros(len(degrees))  # who has one contact is common to nobody
    several = degrees > 1
    worth[several] = 1.0 / np.log(degrees[several])
    rows_of = common_contact_rows(adjacency, worth)
    scan = pair_scanner(adjacency.indptr, adjacency.indices, worth)
    return score_pairs(
        adjacency, "adamic_adar", rows_of, pairs=pairs, person=person, top=top, scan=scan
    )
