"""Burt's redundancy."""

from __future__ import annotations

from typing import TYPE_CHECKING

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
    bounds=(0.0, float("inf")),
    structural=True,
    undefined="a person without contacts has no circle of contacts to measure",
    parts=effective_size_parts,
)
def redundancy(
    graph: nx.Graph | Adjacency, *, weight: str | None = None, scope: Scope = "whole"
) -> pd.Series:
    r"""How many of a person's contacts lead to people whom others lead to as well.

    .. math:: R_i = \sum_{j \in N(i)} \sum_{q \in N(i), q \ne j} p_{iq} \, m_{jq}
        = n_i - S_i,
        \qquad p_{iq} = \frac{z_{iq}}{\sum_k z_{ik}},
        \quad m_{jq} = \frac{z_{jq}}{\max_k z_{jk}}

    where :math:`z_{ij}` is the strength of the tie (of a directed graph:
    :math:`a_{ij} + a_{ji}`), :math:`N(i)` are the :math:`n_i` contacts of
    :math:`i` and :math:`S_i` is the effective size. Without weights and
    directions this is the mean number of ties that a contact has to the others.

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
        Indexed by `person_id`; from 0 (no two contacts know each other) to one
        less than the number of contacts (all do). NaN for a person without
        contacts, and in a personal network where no tie to another contact is
        known. ``attrs["scope"]`` repeats the scope.

    Raises
    ------
    GraphError
        If a weight is missing, negative or not a finite number.
    UnknownNameError
        If `scope` is neither of the two.

    References
    ----------
    .. [1] Burt, R. S. (1992). *Structural Holes*, chapter 2. Harvard University Press.
    .. [2] Borgatti, S. P. (1997). Structural holes: unpacking Burt's redundancy
       measures. Connections, 20(1), 35-38.

    Examples
    --------
    >>> import networkx as nx
    >>> redundancy(nx.complete_graph(["you", "ann", "bo"])).to_dict()
    {'you': 1.0, 'ann': 1.0, 'bo': 1.0}
    """
    adjacency = burt_adjacency(graph, weight)
    found = where_contacts(adjacency, burt_sums(adjacency, scope).redundancy)
    series = structural_series(adjacency, found, "redundancy")
    series.attrs["scope"] = scope
    return series
