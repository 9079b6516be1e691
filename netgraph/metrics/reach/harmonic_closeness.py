"""Harmonic closeness: reach, discounted by distance."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from netgraph.metrics._registry import metric
from netgraph.metrics._series import structural_series
from netgraph.metrics.reach._distances import count_people, distance_parts, read_direction

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd

    from netgraph.adjacency import Adjacency
    from netgraph.metrics.reach._distances import Direction


@metric(
    bounds=(0.0, 1.0),
    structural=True,
    directed=True,
    undefined="there is nobody else in this network to be close to",
    parts=distance_parts,
)
def harmonic_closeness(graph: nx.Graph | Adjacency, *, direction: Direction = "out") -> pd.Series:
    r"""How close a person is to everybody else, on average.

    .. math:: H_i = \frac{1}{n - 1} \sum_{j \ne i} \frac{1}{d(i, j)}

    where :math:`d(i, j)` is the number of ties on a shortest path, and
    :math:`1/d = 0` where there is no path.

    Parameters
    ----------
    graph
        Graph of people, directed or not. Tie weights are not used.
    direction
        In a directed graph, which way ties are followed: ``"out"``, ``"in"`` or
        ``"both"``.

    Returns
    -------
    pandas.Series
        Indexed by `person_id`; from 0 (no contacts) to 1 (knows everybody). NaN
        if there is nobody else, and in a personal network where no tie to
        another contact is known.

    Raises
    ------
    UnknownNameError
        If `direction` is none of the three.

    Notes
    -----
    Divided by :math:`n - 1`, as Rochat does; networkx's `harmonic_centrality`
    gives the sum alone, and in a directed graph follows the ties inwards.

    References
    ----------
    .. [1] Marchiori, M. & Latora, V. (2000). Harmony in the small-world.
       Physica A, 285(3-4), 539-546.
    .. [2] Rochat, Y. (2009). Closeness centrality extended to unconnected
       graphs: the harmonic centrality index. ASNA.

    Examples
    --------
    >>> import networkx as nx
    >>> harmonic_closeness(nx.path_graph(["you", "ann", "bo"])).to_dict()
    {'you': 0.75, 'ann': 1.0, 'bo': 0.75}
    """
    adjacency = read_direction(graph, direction)
    _, total = count_people(adjacency)
    others = len(adjacency) - 1
    closeness = total / others if others > 0 else np.full(len(adjacency), np.nan)
    return structural_series(adjacency, closeness, "harmonic_closeness")
