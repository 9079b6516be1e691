"""Burt's efficiency."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netgraph.metrics._registry import metric
from netgraph.metrics._series import structural_series
from netgraph.metrics.brokerage._burt import burt_adjacency, redundancy, sum_by_person
from netgraph.metrics.brokerage.effective_size import effective_size_parts

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd

    from netgraph.adjacency import Adjacency


@metric(
    bounds=(0.0, 1.0),
    structural=True,
    undefined="a person without contacts has no circle of contacts to measure",
    parts=effective_size_parts,
)
def efficiency(graph: nx.Graph | Adjacency, *, weight: str | None = None) -> pd.Series:
    r"""Share of a person's contacts who do not lead to each other.

    .. math:: E_i = S_i / n_i

    where :math:`S_i` is the effective size and :math:`n_i` the number of
    distinct contacts.

    Parameters
    ----------
    graph
        Graph of people, directed or not.
    weight
        Tie attribute that holds the strength; None counts each tie as 1. An
        `Adjacency` brings its own.

    Returns
    -------
    pandas.Series
        Indexed by `person_id`; above 0 and at most 1 (no two contacts know each
        other). NaN for a person without contacts, and in a personal network
        where no tie to another contact is known.

    Raises
    ------
    GraphError
        If a weight is missing, negative or not a finite number.

    Notes
    -----
    Not Krackhardt's efficiency, which is a measure of a whole graph.

    References
    ----------
    .. [1] Burt, R. S. (1992). *Structural Holes*, chapter 2. Harvard University Press.

    Examples
    --------
    >>> import networkx as nx
    >>> efficiency(nx.complete_graph(["you", "ann", "bo"])).to_dict()
    {'you': 0.5, 'ann': 0.5, 'bo': 0.5}
    """
    adjacency = burt_adjacency(graph, weight)
    own = 1.0 - redundancy(adjacency)
    mean = sum_by_person(adjacency, own / adjacency.degrees[adjacency.sources])
    return structural_series(adjacency, mean, "efficiency")
