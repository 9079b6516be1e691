"""Simpson's unbiased index of diversity."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from netgraph.metrics._registry import metric
from netgraph.metrics.diversity._shares import category_parts, contact_shares

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd


@metric(
    bounds=(0.0, 1.0),
    needs=("domain",),
    undefined="fewer than two of this person's contacts are of known category",
    parts=category_parts,
)
def simpson_index(graph: nx.Graph, *, attribute: str = "domain") -> pd.Series:
    r"""Chance that two different contacts of a person differ in category.

    .. math:: S_i = 1 - \sum_k \frac{c_{ik} (c_{ik} - 1)}{n_i (n_i - 1)}

    where :math:`c_{ik}` counts the contacts of :math:`i` in category :math:`k`
    and :math:`n_i` those whose category is known.

    Parameters
    ----------
    graph
        Undirected graph of people. Tie weights are not used.
    attribute
        Person attribute that holds the category.

    Returns
    -------
    pandas.Series
        Indexed by `person_id`; from 0 (all contacts alike) to 1 (no two alike).
        NaN with fewer than two contacts of known category.

    Raises
    ------
    GraphError
        If the graph is directed, or nobody carries the attribute.

    Notes
    -----
    If the contacts are a sample, this is the unbiased estimate of what
    `blau_index` is in the whole; Blau's index of a sample is too low on
    average, the more so the smaller the sample.

    References
    ----------
    .. [1] Simpson, E. H. (1949). Measurement of diversity. Nature, 163, 688.

    Examples
    --------
    >>> import networkx as nx
    >>> graph = nx.star_graph(["you", "ann", "bo", "cy"])
    >>> nx.set_node_attributes(graph, {"ann": "law", "bo": "law", "cy": "art"}, "domain")
    >>> float(simpson_index(graph)["you"].round(3))  # one pair of three is alike
    0.667
    """
    spread = contact_shares(graph, attribute)
    alike = spread.sum_by_person(spread.share**2)
    known = spread.known.astype(np.float64)
    several = known > 1
    known[~several] = np.nan
    index = (1.0 - alike) * known / (known - 1.0)
    return spread.series(np.minimum(index, 1.0), "simpson_index")
