"""Newman's assortativity by a number."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from netgraph.errors import GraphError
from netgraph.metrics._arcs import read_arcs
from netgraph.metrics._registry import statistic
from netgraph.metrics.diversity._shares import category_codes, check_attributes

if TYPE_CHECKING:
    import networkx as nx


@statistic("network", bounds=(-1.0, 1.0), direction="kept")
def numeric_assortativity(graph: nx.Graph, *, attribute: str) -> float:
    r"""How far a number of the one end of a tie goes with that of the other.

    .. math:: r = \frac{\sum_{ij} (x_i - \bar x)(y_j - \bar y)}
        {\sqrt{\sum_{ij} (x_i - \bar x)^2 \sum_{ij} (y_j - \bar y)^2}}

    Pearson's correlation over the ties :math:`i \to j`, an undirected tie taken
    both ways; :math:`\bar x` and :math:`\bar y` are means over starts and ends
    of ties, not over people.

    Parameters
    ----------
    graph
        Graph of people, directed or not. Tie weights are not used, and ties
        with oneself do not count.
    attribute
        Person attribute that holds the number. People without one take no part.

    Returns
    -------
    float
        From -1 (high meets low) to 1 (like meets like). NaN without a tie, or
        if all ties start or end at one number.

    Raises
    ------
    GraphError
        If nobody carries the attribute, or it is no number.

    References
    ----------
    .. [1] Newman, M. E. J. (2003). Mixing patterns in networks. Physical Review
       E, 67, 026126.

    Examples
    --------
    >>> import networkx as nx
    >>> graph = nx.path_graph(4)
    >>> nx.set_node_attributes(graph, {0: 10, 1: 10, 2: 30, 3: 30}, "age")
    >>> round(numeric_assortativity(graph, attribute="age"), 3)
    0.333
    """
    check_attributes(graph)
    category_codes(graph, attribute)  # refuses a name that nobody carries
    try:
        values = pd.to_numeric(
            pd.Series([value for _, value in graph.nodes(data=attribute)], dtype=object)
        ).to_numpy(dtype=np.float64, na_value=np.nan)
    except (TypeError, ValueError) as problem:
        raise GraphError(
            f"the attribute {attribute!r} is not a number with everybody",
            remedy="For categories call netgraph.metrics.assortativity",
        ) from problem
    coo = read_arcs(graph).matrix.tocoo()
    one, two = values[coo.row], values[coo.col]
    known = ~(np.isnan(one) | np.isnan(two))
    one, two = one[known], two[known]
    if not len(one) or one.min() == one.max() or two.min() == two.max():
        return float("nan")
    return float(np.corrcoef(one, two)[0, 1])
