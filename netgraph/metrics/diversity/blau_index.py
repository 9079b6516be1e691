"""Blau's index of heterogeneity."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netgraph.metrics._registry import metric
from netgraph.metrics.diversity._shares import category_parts, contact_shares

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd


@metric(
    bounds=(0.0, 1.0),
    needs=("domain",),
    undefined="the category of none of this person's contacts is known",
    parts=category_parts,
)
def blau_index(graph: nx.Graph, *, attribute: str = "domain") -> pd.Series:
    r"""Chance that two contacts, drawn with replacement, differ in category.

    .. math:: B_i = 1 - \sum_{k=1}^{K} p_{ik}^2

    where :math:`p_{ik}` is the share of category :math:`k` among those contacts
    of :math:`i` whose category is known.

    Parameters
    ----------
    graph
        Undirected graph of people. Tie weights are not used.
    attribute
        Person attribute that holds the category.

    Returns
    -------
    pandas.Series
        Indexed by `person_id`; from 0 (all contacts alike) to :math:`1 - 1/K`
        (an even spread over :math:`K` categories). NaN for a person without a
        contact of known category: diversity of nobody is undefined, not zero.

    Raises
    ------
    GraphError
        If the graph is directed, or nobody carries the attribute.

    Notes
    -----
    Known elsewhere as the Gini-Simpson index. The upper bound depends on
    :math:`K`; to compare attributes with different :math:`K`, use `hill_number`.

    References
    ----------
    .. [1] Blau, P. M. (1977). *Inequality and Heterogeneity*. Free Press.

    Examples
    --------
    >>> import networkx as nx
    >>> graph = nx.star_graph(["you", "ann", "bo", "cy"])
    >>> nx.set_node_attributes(graph, {"ann": "law", "bo": "law", "cy": "art"}, "domain")
    >>> float(blau_index(graph)["you"].round(3))
    0.444
    """
    spread = contact_shares(graph, attribute)
    index = 1.0 - spread.sum_by_person(spread.share**2)
    return spread.series(index, "blau_index")
