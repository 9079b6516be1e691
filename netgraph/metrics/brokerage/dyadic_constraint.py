"""Burt's dyadic constraint."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from netgraph.metrics._registry import statistic
from netgraph.metrics._ties import tie_series
from netgraph.metrics.brokerage._burt import (
    burt_adjacency,
    check_scope,
    indirect_shares,
    shares,
)

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd

    from netgraph.adjacency import Adjacency
    from netgraph.metrics.brokerage._burt import Scope


@statistic("tie", bounds=(0.0, 1.0), direction="added up", structural=True)
def dyadic_constraint(
    graph: nx.Graph | Adjacency, *, weight: str | None = None, scope: Scope = "whole"
) -> pd.Series:
    r"""How far one contact, and the ways through others to that contact, hold a person.

    .. math:: c_{ij} = \Big( p_{ij} + \sum_{q \in N(i), q \ne j} p_{iq} \, p_{qj} \Big)^2,
        \qquad p_{ij} = \frac{z_{ij}}{\sum_k z_{ik}}

    where :math:`z_{ij}` is the strength of the tie (of a directed graph:
    :math:`a_{ij} + a_{ji}`) and :math:`N(i)` are the contacts of :math:`i`.

    Parameters
    ----------
    graph
        Graph of people, directed or not.
    weight
        Tie attribute that holds the strength; None counts each tie as 1. An
        `Adjacency` brings its own.
    scope
        As for `constraint`.

    Returns
    -------
    pandas.Series
        Indexed by `person_id` (who is held) and `other_id` (by whom), each tie
        both ways; above 0 and at most 1. Over a person's contacts it sums to the
        `constraint`. NaN in a personal network where no tie of an end to another
        contact is known. ``attrs["scope"]`` repeats the scope.

    Raises
    ------
    GraphError
        If a weight is missing, negative or not a finite number.
    UnknownNameError
        If `scope` is neither of the two.

    References
    ----------
    .. [1] Burt, R. S. (1992). *Structural Holes*, chapter 2. Harvard University Press.

    Examples
    --------
    >>> import networkx as nx
    >>> float(dyadic_constraint(nx.complete_graph(["you", "ann", "bo"]))["you", "ann"])
    0.5625
    """
    check_scope(scope)
    adjacency = burt_adjacency(graph, weight)
    invested = shares(adjacency) + indirect_shares(adjacency, scope=scope)
    series = tie_series(adjacency, np.square(invested), "dyadic_constraint", both_ways=True)
    series.attrs["scope"] = scope
    return series
