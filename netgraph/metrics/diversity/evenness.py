"""Evenness of the contacts' categories."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from netgraph.metrics._registry import metric
from netgraph.metrics.diversity._possible import number_of_categories
from netgraph.metrics.diversity._shares import category_parts, contact_shares

if TYPE_CHECKING:
    from collections.abc import Collection, Hashable

    import networkx as nx
    import pandas as pd


@metric(
    bounds=(0.0, 1.0),
    needs=("domain",),
    undefined="the known contacts of this person are of fewer than two categories",
    parts=category_parts,
)
def evenness(
    graph: nx.Graph,
    *,
    attribute: str = "domain",
    categories: int | Collection[Hashable] | None = None,
) -> pd.Series:
    r"""How evenly contacts spread over the categories that there are among them.

    .. math:: J_i = \frac{H_i}{\ln K}, \qquad H_i = - \sum_{k} p_{ik} \ln p_{ik}

    where :math:`p_{ik}` is the share of category :math:`k` among those contacts
    of :math:`i` whose category is known, and :math:`K` the number of categories
    among them, or that of the possible ones.

    Parameters
    ----------
    graph
        Undirected graph of people. Tie weights are not used.
    attribute
        Person attribute that holds the category.
    categories
        The possible categories, or how many there are; by default those that
        occur among a person's contacts, as Pielou has it.

    Returns
    -------
    pandas.Series
        Indexed by `person_id`; from 0 to 1 (all equally common). NaN for a
        person whose contacts are of fewer than two categories, where evenness
        means nothing; if the possible ones are named, only for a person without
        a contact of known category.

    Raises
    ------
    GraphError
        If the graph is directed, nobody carries the attribute, or people are of
        categories that are not possible.

    References
    ----------
    .. [1] Pielou, E. C. (1966). The measurement of diversity in different types
       of biological collections. Journal of Theoretical Biology, 13, 131-144.

    Examples
    --------
    >>> import networkx as nx
    >>> graph = nx.star_graph(["you", "ann", "bo"])
    >>> nx.set_node_attributes(graph, {"ann": "law", "bo": "art"}, "domain")
    >>> float(evenness(graph)["you"])
    1.0
    >>> float(evenness(graph, categories=4)["you"])
    0.5
    """
    spread = contact_shares(graph, attribute)
    entropy = spread.sum_by_person(-spread.share * np.log(spread.share))
    if categories is None:
        occurring = np.bincount(spread.person, minlength=len(spread.known)).astype(np.float64)
        most = np.log(occurring, out=np.full(len(occurring), np.nan), where=occurring > 1)
    else:
        possible = number_of_categories(graph, attribute, categories)
        most = np.full(len(entropy), np.log(possible))
    even = np.clip(entropy / most, 0.0, 1.0)  # rounding may pass 1
    return spread.series(even + 0.0, "evenness")
