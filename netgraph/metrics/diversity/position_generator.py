"""Lin's position generator: what positions a person's contacts hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from netgraph.errors import GraphError
from netgraph.metrics._registry import statistic
from netgraph.metrics.diversity._nearness import category_names
from netgraph.metrics.diversity._shares import contact_shares

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping

    import networkx as nx


@statistic("person")
def position_generator(
    graph: nx.Graph, *, prestige: Mapping[Hashable, float], attribute: str = "position"
) -> pd.DataFrame:
    r"""How many positions a person has access to, how high and how wide they reach.

    .. math:: E_i = |P_i|, \quad U_i = \max_{k \in P_i} s_k, \quad
        R_i = \max_{k \in P_i} s_k - \min_{k \in P_i} s_k

    where :math:`P_i` are the positions that :math:`i`'s contacts hold, of those
    asked about, and :math:`s_k` is the prestige of a position.

    Parameters
    ----------
    graph
        Undirected graph of people. Tie weights are not used.
    prestige
        Prestige of each position that is asked about, on a scale such as ISEI
        or SIOPS. Other positions do not count. No scale comes with netgraph.
    attribute
        Person attribute that holds the position.

    Returns
    -------
    pandas.DataFrame
        A row per person: ``extensity`` (number of positions, 0 if none),
        ``upper_reachability`` (highest prestige), ``range`` (highest less
        lowest), ``mean`` and ``total`` over the positions; NaN for a person
        with access to none.

    Raises
    ------
    GraphError
        If the graph is directed, nobody carries the attribute, no position is
        given, or a prestige is not a number.

    References
    ----------
    .. [1] Lin, N. & Dumin, M. (1986). Access to occupations through social
       ties. Social Networks, 8(4), 365-385.
    .. [2] Lin, N., Fu, Y. & Hsung, R. (2001). The position generator. In
       *Social Capital: Theory and Research*. Aldine de Gruyter.
    .. [3] Van der Gaag, M., Snijders, T. & Flap, H. (2008). Position generator
       measures and their relationship to other social capital measures. In
       *Social Capital: An International Research Program*. Oxford.

    Examples
    --------
    >>> import networkx as nx
    >>> graph = nx.star_graph(["you", "ann", "bo", "cy"])
    >>> jobs = {"ann": "judge", "bo": "cook", "cy": "cook"}
    >>> nx.set_node_attributes(graph, jobs, "position")
    >>> position_generator(graph, prestige={"judge": 90, "cook": 30}).loc["you"].to_dict()
    {'extensity': 2.0, 'upper_reachability': 90.0, 'range': 60.0, 'mean': 60.0, 'total': 120.0}
    """
    given = pd.to_numeric(pd.Series(dict(prestige), dtype=object), errors="coerce")
    scale = {name: float(value) for name, value in zip(prestige, given, strict=True)}
    if not scale or not np.isfinite(list(scale.values())).all():
        raise GraphError(
            "prestige names no position, or not a number for each",
            remedy="Give the prestige of each position that is asked about",
        )
    spread = contact_shares(graph, attribute)
    names = category_names(graph, attribute)
    height = np.array([scale.get(name, np.nan) for name in names] or [np.nan])
    asked = ~np.isnan(height[spread.category])
    person, value = spread.person[asked], height[spread.category[asked]]
    people = len(spread.known)
    count = np.bincount(person, minlength=people).astype(np.float64)
    total = np.bincount(person, value, minlength=people)
    highest, lowest = np.full(people, -np.inf), np.full(people, np.inf)
    np.maximum.at(highest, person, value)
    np.minimum.at(lowest, person, value)
    some = count > 0
    mean = np.divide(total, count, out=np.full(people, np.nan), where=some)
    table = {
        "extensity": count,
        "upper_reachability": np.where(some, highest, np.nan),
        "range": np.subtract(highest, lowest, out=np.full(people, np.nan), where=some),
        "mean": mean,
        "total": np.where(some, total, np.nan),
    }
    return spread.noted(pd.DataFrame(table, index=spread.adjacency.nodes))
