"""Burt's hierarchy."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from netgraph.metrics._registry import metric
from netgraph.metrics._series import structural_series
from netgraph.metrics.brokerage._burt import burt_adjacency, burt_sums, where_contacts

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd

    from netgraph.adjacency import Adjacency
    from netgraph.metrics.brokerage._burt import Scope


@metric(
    bounds=(0.0, 1.0),
    structural=True,
    undefined="a person without contacts is constrained by nobody, evenly or not",
)
def hierarchy(
    graph: nx.Graph | Adjacency, *, weight: str | None = None, scope: Scope = "whole"
) -> pd.Series:
    r"""How far a person's constraint comes from few contacts; 0 if from all alike.

    .. math:: H_i = \frac{\sum_{j \in N(i)} x_{ij} \ln x_{ij}}{n_i \ln n_i},
        \qquad x_{ij} = \frac{c_{ij}}{C_i / n_i}

    where :math:`c_{ij}` is the dyadic constraint, :math:`C_i` the constraint
    and :math:`n_i` the number of contacts. This is the Coleman-Theil index of
    disorder.

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
        Indexed by `person_id`; from 0 (each contact constrains alike) to 1. A
        person with one contact has 1: all constraint comes from that contact.
        NaN for a person without contacts, and in a personal network where no tie
        to another contact is known. ``attrs["scope"]`` repeats the scope.

    Raises
    ------
    GraphError
        If a weight is missing, negative or not a finite number.
    UnknownNameError
        If `scope` is neither of the two.

    Notes
    -----
    Not Krackhardt's hierarchy, which is a measure of a whole graph.

    References
    ----------
    .. [1] Burt, R. S. (1992). *Structural Holes*, chapter 2. Harvard University Press.

    Examples
    --------
    >>> import networkx as nx
    >>> hierarchy(nx.star_graph(["you", "ann", "bo", "cy"])).to_dict()
    {'you': 0.0, 'ann': 1.0, 'bo': 1.0, 'cy': 1.0}
    """
    adjacency = burt_adjacency(graph, weight)
    sums = burt_sums(adjacency, scope)
    total, n = sums.constraint, adjacency.degrees
    with np.errstate(divide="ignore", invalid="ignore"):  # of people with one contact or none
        disorder = (sums.surprise / total + np.log(n / total)) / np.log(n)
    found = np.where(n > 1, np.clip(disorder, 0.0, 1.0), 1.0)  # rounding may leave -1e-16
    series = structural_series(adjacency, where_contacts(adjacency, found), "hierarchy")
    series.attrs["scope"] = scope
    return series
