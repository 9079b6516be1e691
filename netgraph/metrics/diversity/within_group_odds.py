"""Odds ratio of ties within and between groups."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netgraph.metrics._registry import statistic
from netgraph.metrics.diversity._mixing import mixing

if TYPE_CHECKING:
    import networkx as nx


@statistic("network", bounds=(0.0, float("inf")), direction="kept")
def within_group_odds(graph: nx.Graph, *, attribute: str = "domain") -> float:
    r"""How many times the odds of a tie are greater within a category than between two.

    .. math:: OR = \frac{a / c}{b / d}

    where :math:`a` counts the pairs of one category that are tied, :math:`b`
    those of two that are tied, :math:`c` those of one that are not and
    :math:`d` those of two that are not.

    Parameters
    ----------
    graph
        Graph of people, directed (pairs are ordered) or not. Tie weights are
        not used.
    attribute
        Person attribute that holds the category. People of unknown category
        take no part.

    Returns
    -------
    float
        From 0 (no tie within) through 1 (no difference) to infinity (no tie
        between, or every tie within). NaN where both products are 0.

    Raises
    ------
    GraphError
        If nobody carries the attribute.

    Notes
    -----
    The logarithm of this is `orwg` in the R package netseg. Unlike shares of
    ties it does not depend on how large the categories are.

    References
    ----------
    .. [1] Moody, J. (2001). Race, school integration, and friendship
       segregation in America. American Journal of Sociology, 107(3), 679-716.
    .. [2] Bojanowski, M. & Corten, R. (2014). Measuring segregation in social
       networks. Social Networks, 39, 14-32.

    Examples
    --------
    >>> import networkx as nx
    >>> round(within_group_odds(nx.karate_club_graph(), attribute="club"), 2)
    8.26
    """
    found = mixing(graph, attribute)
    for_it = found.internal * (found.external_pairs - found.external)
    against = found.external * (found.internal_pairs - found.internal)
    if not against:
        return float("inf") if for_it else float("nan")
    return float(for_it / against)
