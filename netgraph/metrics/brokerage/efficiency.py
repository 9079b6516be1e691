"""Burt's efficiency."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from netgraph.metrics._registry import metric
from netgraph.metrics._series import structural_series
from netgraph.metrics.brokerage._burt import burt_adjacency, burt_sums, where_contacts
from netgraph.metrics.brokerage.effective_size import effective_size_parts

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd

    from netgraph.adjacency import Adjacency
    from netgraph.metrics.brokerage._burt import Scope


@metric(
    bounds=(0.0, 1.0),
    structural=True,
    undefined="a person without contacts has no circle of contacts to measure",
    parts=effective_size_parts,
)
def efficiency(
    graph: nx.Graph | Adjacency, *, weight: str | None = None, scope: Scope = "whole"
) -> pd.Series:
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
    scope
        As for `effective_size`.

    Returns
    -------
    pandas.Series
        Indexed by `person_id`; above 0 and at most 1 (no two contacts know each
        other). NaN for a person without contacts, and in a personal network
        where no tie to another contact is known. ``attrs["scope"]`` repeats the
        scope.

    Raises
    ------
    GraphError
        If a weight is missing, negative or not a finite number.
    UnknownNameError
        If `scope` is neither of the two.

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
    contacts = np.maximum(adjacency.degrees, 1)
    share = 1.0 - burt_sums(adjacency, scope).redundancy / contacts
    series = structural_series(adjacency, where_contacts(adjacency, share), "efficiency")
    series.attrs["scope"] = scope
    return series
