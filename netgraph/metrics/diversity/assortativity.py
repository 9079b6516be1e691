"""Newman's assortativity by category."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from netgraph.metrics._registry import statistic
from netgraph.metrics.diversity._mixing import mixing

if TYPE_CHECKING:
    import networkx as nx


@statistic("network", bounds=(-1.0, 1.0), direction="kept")
def assortativity(graph: nx.Graph, *, attribute: str = "domain") -> float:
    r"""How much more ties run within categories than the ends of ties would by chance.

    .. math:: r = \frac{\sum_k e_{kk} - \sum_k a_k b_k}{1 - \sum_k a_k b_k}

    where :math:`e_{kl}` is the share of the ties that run from category
    :math:`k` to :math:`l`, an undirected tie counted both ways, and :math:`a_k`
    and :math:`b_k` are the shares that start and end in :math:`k`.

    Parameters
    ----------
    graph
        Graph of people, directed or not. Tie weights are not used, and ties
        with oneself do not count.
    attribute
        Person attribute that holds the category. People of unknown category
        take no part.

    Returns
    -------
    float
        From -1, which only some sizes of categories allow, to 1 (all ties
        within); 0 is chance; below 0 unlike people are tied. NaN without a tie,
        or if all ties start and end in one category.

    Raises
    ------
    GraphError
        If nobody carries the attribute.

    Notes
    -----
    networkx and igraph count ties with oneself, which makes people look as if
    they sought their like.

    References
    ----------
    .. [1] Newman, M. E. J. (2003). Mixing patterns in networks. Physical Review
       E, 67, 026126.

    Examples
    --------
    >>> import networkx as nx
    >>> round(assortativity(nx.karate_club_graph(), attribute="club"), 3)
    0.718
    """
    found = mixing(graph, attribute)
    ties, kinds = len(found.one), len(found.sizes)
    if not ties:
        return float("nan")
    starts = np.bincount(found.one, minlength=kinds) / ties
    ends = np.bincount(found.two, minlength=kinds) / ties
    if max(starts.max(), ends.max()) == 1.0:
        return float("nan")
    chance = float(starts @ ends)
    return float((found.internal / ties - chance) / (1 - chance))
