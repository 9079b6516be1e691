"""Yule's Q of ties and likeness."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netgraph.metrics._registry import statistic
from netgraph.metrics.diversity._mixing import mixing

if TYPE_CHECKING:
    import networkx as nx


@statistic("network", bounds=(-1.0, 1.0), direction="kept")
def yule_q(graph: nx.Graph, *, attribute: str = "domain") -> float:
    r"""How strongly being of one category and being tied go together.

    .. math:: Q = \frac{ad - bc}{ad + bc}

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
        From -1 (only unlike people are tied) through 0 (no association) to 1
        (only like people are). NaN if :math:`ad + bc = 0`, as where there is one
        category.

    Raises
    ------
    GraphError
        If nobody carries the attribute.

    References
    ----------
    .. [1] Yule, G. U. (1912). On the methods of measuring association between
       two attributes. Journal of the Royal Statistical Society, 75(6), 579-652.

    Examples
    --------
    >>> import networkx as nx
    >>> round(yule_q(nx.karate_club_graph(), attribute="club"), 3)
    0.784
    """
    found = mixing(graph, attribute)
    for_it = found.internal * (found.external_pairs - found.external)
    against = found.external * (found.internal_pairs - found.internal)
    both = for_it + against
    return float((for_it - against) / both) if both else float("nan")
