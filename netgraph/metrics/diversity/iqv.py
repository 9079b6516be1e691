"""Index of qualitative variation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netgraph.metrics._registry import statistic
from netgraph.metrics.diversity._possible import number_of_categories
from netgraph.metrics.diversity._shares import contact_shares

if TYPE_CHECKING:
    from collections.abc import Collection, Hashable

    import networkx as nx
    import pandas as pd


@statistic("person", bounds=(0.0, 1.0))
def iqv(
    graph: nx.Graph, *, categories: int | Collection[Hashable], attribute: str = "domain"
) -> pd.Series:
    r"""Blau's index as a share of what it could be at most.

    .. math:: IQV_i = \frac{K}{K - 1} \Big( 1 - \sum_{k=1}^{K} p_{ik}^2 \Big)

    where :math:`p_{ik}` is the share of category :math:`k` among those contacts
    of :math:`i` whose category is known, and :math:`K` the number of *possible*
    categories. Those that happen to occur will not do: somebody with contacts
    in two of twenty fields is not as diverse as can be.

    Parameters
    ----------
    graph
        Undirected graph of people. Tie weights are not used.
    categories
        The possible categories, or how many there are.
    attribute
        Person attribute that holds the category.

    Returns
    -------
    pandas.Series
        Indexed by `person_id`; from 0 (all contacts alike) to 1 (an even spread
        over all possible categories). NaN for a person without a contact of
        known category.

    Raises
    ------
    GraphError
        If the graph is directed, nobody carries the attribute, there are fewer
        than two possible categories, or people are of others.

    References
    ----------
    .. [1] Mueller, J. H. & Schuessler, K. F. (1961). *Statistical Reasoning in
       Sociology*. Houghton Mifflin.
    .. [2] Agresti, A. & Agresti, B. F. (1978). Statistical analysis of
       qualitative variation. Sociological Methodology, 9, 204-237.

    Examples
    --------
    >>> import networkx as nx
    >>> graph = nx.star_graph(["you", "ann", "bo", "cy"])
    >>> nx.set_node_attributes(graph, {"ann": "law", "bo": "law", "cy": "art"}, "domain")
    >>> float(iqv(graph, categories=["law", "art", "tech"])["you"].round(3))  # 3/2 of 4/9
    0.667
    """
    spread = contact_shares(graph, attribute)
    possible = number_of_categories(graph, attribute, categories)
    index = 1.0 - spread.sum_by_person(spread.share**2)
    return spread.series(index * possible / (possible - 1), "iqv")
