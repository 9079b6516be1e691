"""Gould and Fernandez' five roles in the whole network, beside what chance would give."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from netgraph.metrics._registry import statistic
from netgraph.metrics._series import NO_TIES, noted, withheld
from netgraph.metrics.brokerage._role_chances import network_chances
from netgraph.metrics.brokerage._roles import ROLES, brokerage_counts, total_of_roles
from netgraph.metrics.diversity._shares import told_unknown

if TYPE_CHECKING:
    import networkx as nx


@statistic("network", direction="kept", structural=True)
def gould_fernandez_network(graph: nx.Graph, *, attribute: str = "domain") -> pd.DataFrame:
    r"""How often the five roles of a broker are played at all, expected values and z.

    .. math:: z_R = \frac{\sum_i b_{iR} - E}{\sqrt V}

    where :math:`b_{iR}` are the counts of `gould_fernandez`. :math:`E` and
    :math:`V` are those of a network with the same categories whose ties are
    there independently with the probability :math:`d`, the density.

    Parameters
    ----------
    graph
        Graph of people, directed or not. Tie weights are not used.
    attribute
        Person attribute that holds the category.

    Returns
    -------
    pandas.DataFrame
        A row per role and one for the total; columns ``count``, ``expected``,
        ``sd`` and ``z``, which is NaN where the sd is 0. All NaN, with the
        reason in ``attrs["withheld"]``, for a personal network in which no tie
        among contacts is known.

    Raises
    ------
    GraphError
        If nobody carries the attribute.

    Notes
    -----
    Brokers depend on each other: a tie that is missing in one triad may be the
    path of another, and two triads may share two ties. The deviations here are
    those of all networks of so many people, which for four can be listed. The R
    package sna leaves part of that out: its deviations are too large for
    gatekeepers and representatives (by 5 to 10 % on classical networks) and, by
    1 % at most, for coordinators and the total. Without directions gatekeepers
    and representatives are one, and counted once in the total.

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
    >>> gould_fernandez_network(graph).loc["representative"].round(3).to_dict()
    {'count': 1.0, 'expected': 0.148, 'sd': 0.355, 'z': 2.398}
    """
    found = brokerage_counts(graph, attribute)
    known = found.category >= 0
    sizes = np.bincount(found.category[known]).astype(np.float64)
    expected, variance = network_chances(sizes, found.density, directed=found.directed)
    counts = found.counts[known].sum(axis=0)
    count = np.append(counts, total_of_roles(counts, directed=found.directed))
    sd = np.sqrt(np.maximum(variance, 0.0))
    z = np.divide(count - expected, sd, out=np.full(len(sd), np.nan), where=sd > 0)
    table = pd.DataFrame(
        {"count": count, "expected": expected, "sd": sd, "z": z},
        index=pd.Index([*ROLES, "total"], name="role"),
    )
    table = told_unknown(noted(table, found.adjacency), found.category)
    hidden = withheld(found.adjacency)
    if len(hidden) and hidden.all():
        table[:] = np.nan
        table.attrs["withheld"] = NO_TIES
    return table
