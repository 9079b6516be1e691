"""Freeman's centralisation."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from netgraph.adjacency import Adjacency
from netgraph.errors import UnknownNameError
from netgraph.metrics._registry import METRICS, statistic

if TYPE_CHECKING:
    import networkx as nx

NAMES = ("degree", "betweenness", "harmonic_closeness")


@statistic("network", bounds=(0.0, 1.0))
def centralisation(graph: nx.Graph | Adjacency, *, name: str = "degree") -> float:
    r"""How far a network turns around one person, as a star does.

    .. math:: C = \frac{\sum_i (c_{max} - c_i)}{\max \sum_i (c_{max} - c_i)}

    where :math:`c_i` is the centrality of :math:`i` and the sum below is that
    of a star of as many people, the greatest there is.

    Parameters
    ----------
    graph
        Undirected graph of people.
    name
        The centrality: ``degree``, ``betweenness`` or ``harmonic_closeness``.

    Returns
    -------
    float
        From 0 (all alike, as in a circle) to 1 (a star); NaN with fewer than
        three people, and in a personal network where ties among contacts are
        not known and the centrality is withheld.

    Raises
    ------
    GraphError
        If the graph is directed.
    UnknownNameError
        If it is another centrality.

    References
    ----------
    .. [1] Freeman, L. C. (1978). Centrality in social networks: conceptual
       clarification. Social Networks, 1(3), 215-239.

    Examples
    --------
    >>> import networkx as nx
    >>> centralisation(nx.star_graph(4)), centralisation(nx.cycle_graph(5))
    (1.0, 0.0)
    """
    if name not in NAMES:
        raise UnknownNameError(
            f"there is no centralisation by {name!r}", remedy=f"There are: {', '.join(NAMES)}"
        )
    adjacency = Adjacency.from_networkx(graph)
    people = len(adjacency)
    if people < 3:  # noqa: PLR2004 - of two neither is in the middle
        return float("nan")
    scores = METRICS[name].function(adjacency).to_numpy()
    if np.isnan(scores).any():
        return float("nan")
    # of a star: n - 1 differ from the centre by n - 2; by 1; by 1 - n / (2 (n - 1))
    of_star = {
        "degree": (people - 1) * (people - 2),
        "betweenness": people - 1,
        "harmonic_closeness": (people - 2) / 2,
    }
    return float((scores.max() - scores).sum() / of_star[name])
