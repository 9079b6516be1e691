"""Borgatti and Everett's core and periphery."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from netgraph.adjacency import Adjacency
from netgraph.metrics._registry import statistic
from netgraph.metrics._series import NO_TIES, noted, withheld

if TYPE_CHECKING:
    import networkx as nx


@statistic("network", structural=True)
def core_periphery(graph: nx.Graph | Adjacency) -> pd.DataFrame:
    r"""Split people so that the core is tied throughout and the periphery not at all.

    .. math:: \min_C \; \Big[ \binom{|C|}{2} - m_C \Big] + m_P

    where :math:`m_C` counts the ties within the core :math:`C` and :math:`m_P`
    those within the rest: what is missing in the core and too much in the
    periphery. Ties from the one to the other are free. For a core of :math:`k`
    the sum is :math:`\binom{k}{2} + m - \sum_{i \in C} d_i`, so the best core
    are the :math:`k` best connected, and the best :math:`k` is found exactly.

    Parameters
    ----------
    graph
        Undirected graph of people. Tie weights are not used.

    Returns
    -------
    pandas.DataFrame
        A row per person: ``core``, whether in the core, and ``degree``.
        ``attrs["errors"]`` counts missing and needless ties; ``attrs["fit"]``
        is the correlation of ties with the ideal, over the pairs within core or
        periphery: 1 is perfect, NaN where one of the two has no pair or all
        pairs are alike; ``attrs["could_change"]`` counts the people who have as
        many contacts as the least connected of the core: which of them are in
        is decided by their order. In a personal network without a known tie
        among contacts nobody is in the core, and ``attrs["withheld"]`` says why.

    Raises
    ------
    GraphError
        If the graph is directed.

    References
    ----------
    .. [1] Borgatti, S. P. & Everett, M. G. (2000). Models of core/periphery
       structures. Social Networks, 21(4), 375-395.
    .. [2] Lip, S. Z. W. (2011). A fast algorithm for the discrete
       core/periphery bipartitioning problem. arXiv:1102.5511.

    Examples
    --------
    >>> import networkx as nx
    >>> graph = nx.complete_graph(["ann", "bo", "cy"])
    >>> graph.add_edges_from([("ann", "dee"), ("bo", "eve")])
    >>> told = core_periphery(graph)
    >>> told.index[told["core"]].tolist(), told.attrs["errors"], told.attrs["fit"]
    (['ann', 'bo'], 0, 1.0)
    """
    adjacency = Adjacency.from_networkx(graph)
    degrees, people = adjacency.degrees, len(adjacency)
    order = np.argsort(-degrees, kind="stable")
    # the k-th adds k - 1 pairs to the core and explains its own ties: worth it while d > k - 1
    size = int((degrees[order] > np.arange(people)).sum())
    core = np.zeros(people, dtype=bool)
    core[order[:size]] = True
    table = noted(pd.DataFrame({"core": core, "degree": degrees}, index=adjacency.nodes), adjacency)
    hidden = withheld(adjacency)
    if people and hidden.all():
        table["core"] = False
        table.attrs |= {"errors": 0, "fit": np.nan, "could_change": 0, "withheld": NO_TIES}
        return table
    one, two = core[adjacency.sources], core[adjacency.indices]
    inner, outer = int((one & two).sum()) // 2, int((~one & ~two).sum()) // 2
    least = degrees[order[size - 1]] if size else 0
    table.attrs |= {
        "errors": size * (size - 1) // 2 - inner + outer,
        "fit": _fit(inner, size, outer, people - size),
        "could_change": int((degrees == least).sum()) if (degrees[~core] == least).any() else 0,
    }
    return table


def _fit(inner: int, core: int, outer: int, rest: int) -> float:
    """Correlate being tied with being a pair of the core, over pairs within either."""
    missing, free = core * (core - 1) / 2 - inner, rest * (rest - 1) / 2 - outer
    margins = (inner + missing) * (outer + free) * (inner + outer) * (missing + free)
    if not margins:
        return float("nan")
    return float((inner * free - missing * outer) / np.sqrt(margins))
