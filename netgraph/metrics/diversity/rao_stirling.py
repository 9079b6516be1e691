"""Rao and Stirling's diversity, which knows how far apart categories are."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from netgraph.errors import GraphError
from netgraph.metrics._registry import metric
from netgraph.metrics.diversity._nearness import full_rows, square_table
from netgraph.metrics.diversity._shares import category_parts, contact_shares

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd


@metric(
    bounds=(0.0, float("inf")),
    needs=("domain",),
    undefined="the category of none of this person's contacts is known",
    parts=category_parts,
)
def rao_stirling(
    graph: nx.Graph,
    *,
    attribute: str = "domain",
    distance: pd.DataFrame | None = None,
    alpha: float = 1.0,
    beta: float = 1.0,
) -> pd.Series:
    r"""How far apart in category two contacts are who are drawn with replacement.

    .. math:: \Delta_i = \sum_{k \ne l} d_{kl}^{\alpha} (p_{ik} p_{il})^{\beta}

    where :math:`p_{ik}` is the share of category :math:`k` among those contacts
    of :math:`i` whose category is known and :math:`d_{kl}` the distance between
    two categories. The sum runs over ordered pairs.

    Parameters
    ----------
    graph
        Undirected graph of people. Tie weights are not used.
    attribute
        Person attribute that holds the category.
    distance
        A row and a column per category; the same both ways. None makes any two
        categories 1 apart, and the measure Blau's index.
    alpha
        How much distances count; 0 takes them all for 1.
    beta
        How much shares count.

    Returns
    -------
    pandas.Series
        Indexed by `person_id`; from 0 (all contacts alike), in units of the
        distance; at most 1 if no distance exceeds 1. NaN for a person without a
        contact of known category.

    Raises
    ------
    GraphError
        If the graph is directed, nobody carries the attribute, `alpha` or
        `beta` is negative, or `distance` lacks a category, holds a negative
        number or differs from one direction to the other.

    Notes
    -----
    Rao's own quadratic entropy is that of :math:`\alpha = \beta = 1`. The
    package ade4 takes distances whose squares it halves: pass it
    :math:`\sqrt{2 d}`. Sums over unordered pairs are half of this.

    References
    ----------
    .. [1] Rao, C. R. (1982). Diversity and dissimilarity coefficients: a
       unified approach. Theoretical Population Biology, 21(1), 24-43.
    .. [2] Stirling, A. (2007). A general framework for analysing diversity in
       science, technology and society. J. R. Soc. Interface, 4, 707-719.

    Examples
    --------
    >>> import networkx as nx, pandas as pd
    >>> graph = nx.star_graph(["you", "ann", "bo"])
    >>> nx.set_node_attributes(graph, {"ann": "law", "bo": "art"}, "domain")
    >>> near = pd.DataFrame([[0, 0.5], [0.5, 0]], ["law", "art"], ["law", "art"])
    >>> float(rao_stirling(graph, distance=near)["you"])  # 2 x 0.5 x 1/2 x 1/2
    0.25
    """
    if not (alpha >= 0 and beta >= 0):
        raise GraphError(f"alpha is {alpha} and beta {beta}", remedy="Take numbers of zero or more")
    spread = contact_shares(graph, attribute)
    powers = spread.share**beta
    if distance is None:
        total = spread.sum_by_person(powers) ** 2 - spread.sum_by_person(powers**2)
        return spread.series(np.maximum(total, 0.0), "rao_stirling")
    apart = square_table(graph, attribute, distance, "distance") ** alpha
    np.fill_diagonal(apart, 0.0)
    total = np.empty(len(spread.known))
    for rows, shares in full_rows(spread, len(apart), powers):
        total[rows] = ((shares @ apart) * shares).sum(axis=1)
    total[spread.known == 0] = np.nan
    return spread.series(total, "rao_stirling")
