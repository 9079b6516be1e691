"""Gould and Fernandez' five roles of each person, beside what chance would give."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from netgraph.metrics._registry import statistic
from netgraph.metrics._series import noted, withheld, withheld_reason
from netgraph.metrics.brokerage._role_chances import person_chances
from netgraph.metrics.brokerage._roles import ROLES, brokerage_counts
from netgraph.metrics.diversity._shares import told_unknown

if TYPE_CHECKING:
    import networkx as nx


@statistic("person", direction="kept", structural=True)
def gould_fernandez(graph: nx.Graph, *, attribute: str = "domain") -> pd.DataFrame:
    r"""How often each person plays the five roles of a broker, expected values and z.

    .. math:: z_{iR} = \frac{b_{iR} - E[b_{iR}]}{\sqrt{V[b_{iR}]}}

    where :math:`b_{iR}` counts the pairs :math:`(a, b)` with
    :math:`a \to i \to b` and not :math:`a \to b` whose categories make the role
    :math:`R`. :math:`E` and :math:`V` are those of a network with the same
    categories whose ties are there independently with the probability
    :math:`d`, the density.

    ==================  =========================================================
    coordinator         :math:`c_a = c_i = c_b`: all three of one category
    itinerant           :math:`c_a = c_b \ne c_i`: a stranger within a category
    gatekeeper          :math:`c_a \ne c_i = c_b`: from outside into the own one
    representative      :math:`c_a = c_i \ne c_b`: from the own one to outside
    liaison             three categories
    ==================  =========================================================

    Each is a measure of its own beside this table, as `coordinator`.

    Parameters
    ----------
    graph
        Graph of people, directed or not. Tie weights are not used. Without
        directions each pair of people counts once.
    attribute
        Person attribute that holds the category.

    Returns
    -------
    pandas.DataFrame
        A row per person. Columns by role (``coordinator``, ``itinerant``,
        ``gatekeeper``, ``representative``, ``liaison``, ``total``) and value:
        ``count``, ``expected``, ``sd`` and ``z``. NaN for people of unknown
        category, who take no part, and in a personal network where no tie to
        another contact is known; z is NaN where the sd is 0, as in a category
        of one.

    Raises
    ------
    GraphError
        If nobody carries the attribute.

    Notes
    -----
    In an undirected network a pair counts once. Where it lies partly in the
    broker's own category the broker is gatekeeper and representative both; the
    two columns are equal, and ``total`` counts them once. The R package sna
    counts each such pair twice instead and takes the two for independent,
    which makes its sd too small by :math:`\sqrt 2` in the other roles.

    Counts are far from normal where little is expected: below 5, read z as a
    hint alone.

    References
    ----------
    .. [1] Gould, R. V. & Fernandez, R. M. (1989). Structures of mediation: a
       formal approach to brokerage in transaction networks. Sociological
       Methodology, 19, 89-126.

    Examples
    --------
    >>> import networkx as nx
    >>> graph = nx.DiGraph([("ann", "you"), ("you", "bo")])
    >>> nx.set_node_attributes(graph, {"ann": "law", "you": "law", "bo": "art"}, "domain")
    >>> gould_fernandez(graph)["representative"].loc["you"].round(3).to_dict()
    {'count': 1.0, 'expected': 0.074, 'sd': 0.262, 'z': 3.536}
    """
    found = brokerage_counts(graph, attribute)
    known = found.category >= 0
    sizes = np.bincount(found.category[known]).astype(np.float64)
    expected, variance = person_chances(sizes, found.density, directed=found.directed)
    count = np.column_stack([found.counts, found.totals])
    mean, sd = np.full_like(count, np.nan), np.full_like(count, np.nan)
    mean[known] = expected[found.category[known]]
    sd[known] = np.sqrt(np.maximum(variance, 0.0))[found.category[known]]
    z = np.divide(count - mean, sd, out=np.full_like(count, np.nan), where=sd > 0)
    values = np.stack([count, mean, sd, z], axis=2).reshape(len(count), 4 * (len(ROLES) + 1))
    columns = pd.MultiIndex.from_product(
        [[*ROLES, "total"], ["count", "expected", "sd", "z"]], names=["role", "value"]
    )
    table = pd.DataFrame(values, index=found.adjacency.nodes, columns=columns)
    table = told_unknown(noted(table, found.adjacency), found.category)
    hidden = withheld(found.adjacency)
    if hidden.any():
        table[hidden] = np.nan
        table.attrs["withheld"] = withheld_reason(hidden)
    return table
