"""Local clustering."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from netgraph.adjacency import Adjacency
from netgraph.metrics._registry import metric
from netgraph.metrics._series import structural_series
from netgraph.metrics.brokerage._burt import burt_sums

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd


@metric(
    bounds=(0.0, 1.0),
    structural=True,
    undefined="a person with fewer than two contacts has no pair of contacts",
)
def clustering(graph: nx.Graph | Adjacency) -> pd.Series:
    r"""Share of the pairs of a person's contacts who know each other.

    .. math:: K_i = \frac{2 \, t_i}{n_i (n_i - 1)}

    where :math:`n_i` is the number of contacts and :math:`t_i` the number of
    ties among them.

    Parameters
    ----------
    graph
        Undirected graph of people. Tie weights are not used.

    Returns
    -------
    pandas.Series
        Indexed by `person_id`; from 0 (no two contacts know each other) to 1
        (all do). NaN for a person with fewer than two contacts, and in a personal
        network where no tie to another contact is known.

    Raises
    ------
    GraphError
        If the graph is directed.

    Notes
    -----
    networkx's `clustering` gives 0 where this gives NaN.

    References
    ----------
    .. [1] Watts, D. J. & Strogatz, S. H. (1998). Collective dynamics of
       'small-world' networks. Nature, 393, 440-442.

    Examples
    --------
    >>> import networkx as nx
    >>> clustering(nx.complete_graph(["you", "ann", "bo"])).to_dict()
    {'you': 1.0, 'ann': 1.0, 'bo': 1.0}
    """
    adjacency = Adjacency.from_networkx(graph)
    pairs = adjacency.degrees * (adjacency.degrees - 1)
    share = burt_sums(adjacency, "whole").closed / np.maximum(pairs, 1)
    return structural_series(adjacency, np.where(pairs > 0, share, np.nan), "clustering")
