"""Shannon's entropy of the contacts' categories."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from netgraph.errors import GraphError
from netgraph.metrics._registry import metric
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
def shannon_entropy(
    graph: nx.Graph, *, attribute: str = "domain", base: float = math.e
) -> pd.Series:
    r"""How uncertain the category of a contact is who is drawn at random.

    .. math:: H_i = - \sum_{k=1}^{K} p_{ik} \log_b p_{ik}

    where :math:`p_{ik}` is the share of category :math:`k` among those contacts
    of :math:`i` whose category is known.

    Parameters
    ----------
    graph
        Undirected graph of people. Tie weights are not used.
    attribute
        Person attribute that holds the category.
    base
        Base :math:`b` of the logarithm: e gives nats, 2 gives bits.

    Returns
    -------
    pandas.Series
        Indexed by `person_id`; from 0 (all contacts alike) to
        :math:`\log_b K` (an even spread over :math:`K` categories). NaN for a
        person without a contact of known category.

    Raises
    ------
    GraphError
        If the graph is directed, nobody carries the attribute, or `base` is not
        above 1.

    References
    ----------
    .. [1] Shannon, C. E. (1948). A mathematical theory of communication. Bell
       System Technical Journal, 27(3), 379-423.

    Examples
    --------
    >>> import networkx as nx
    >>> graph = nx.star_graph(["you", "ann", "bo"])
    >>> nx.set_node_attributes(graph, {"ann": "law", "bo": "art"}, "domain")
    >>> float(shannon_entropy(graph, base=2)["you"])
    1.0
    """
    if not base > 1:
        raise GraphError(f"base is {base}", remedy="Take a number above 1: 2 for bits")
    spread = contact_shares(graph, attribute)
    surprise = -spread.share * np.log(spread.share) / math.log(base)
    entropy = spread.sum_by_person(surprise) + 0.0  # -0.0 is no entropy
    return spread.series(entropy, "shannon_entropy")
