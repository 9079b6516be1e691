"""How many pairs of people are within so many steps of each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from netgraph.adjacency import Adjacency
from netgraph.errors import GraphError
from netgraph.kernels.distances import count_by_distance
from netgraph.kernels.sketches import sketched_pairs
from netgraph.metrics._registry import statistic

if TYPE_CHECKING:
    import networkx as nx

LEAST, GREATEST = 16, 65536
FAR = 32
"""Steps that are counted at first; if some are so far apart, four times as many."""


@statistic("network")
def neighbourhood_function(
    graph: nx.Graph | Adjacency, *, registers: int | None = None, seed: int = 0
) -> pd.DataFrame:
    r"""Count the pairs of people within one step, two steps and so on.

    .. math:: N(t) = |\{ (i, j) : d(i, j) \le t \}|

    where :math:`d(i, j)` is the number of ties on a shortest path. Pairs are
    ordered ones, and everybody is within no step of themselves.

    Parameters
    ----------
    graph
        Undirected graph of people.
    registers
        None counts exactly. A power of two from 16 up estimates by HyperANF,
        with so many registers a person: for networks of millions.
    seed
        Another estimate by the same number of registers.

    Returns
    -------
    pandas.DataFrame
        A row per number of steps, from 0 until nobody more is reached:
        ``pairs``; ``share`` of all ordered pairs, with oneself included; and
        ``standard_error`` of ``pairs``, 0 if exact. The error of an estimate is
        that of one person's count, :math:`1.04 / \sqrt{registers}` of the
        value; what people's counts have in common keeps it from averaging out,
        so take it as an upper bound. Never NaN; no row where there is nobody.

    Raises
    ------
    GraphError
        If the graph is directed, or `registers` is no power of two from 16 to
        65,536.

    References
    ----------
    .. [1] Palmer, C. R., Gibbons, P. B. & Faloutsos, C. (2002). ANF: a fast and
       scalable tool for data mining in massive graphs. KDD, 81-90.
    .. [2] Boldi, P., Rosa, M. & Vigna, S. (2011). HyperANF: approximating the
       neighbourhood function of very large graphs on a budget. WWW, 625-634.

    Examples
    --------
    >>> import networkx as nx
    >>> neighbourhood_function(nx.path_graph(3))["pairs"].to_dict()
    {0: 3.0, 1: 7.0, 2: 9.0}
    """
    adjacency = Adjacency.from_networkx(graph)
    people = len(adjacency)
    if registers is None:
        counts = _by_distance(adjacency)
        pairs = np.cumsum([people, *counts] if people else [], dtype=np.float64)
        error = np.zeros(len(pairs))
    else:
        if not LEAST <= registers <= GREATEST or registers & (registers - 1):
            raise GraphError(f"registers is {registers}", remedy="Take a power of two, such as 256")
        pairs = sketched_pairs(adjacency.indptr, adjacency.indices, registers, seed)
        error = pairs * 1.04 / np.sqrt(registers)
    table = {"pairs": pairs, "share": pairs / max(people, 1) ** 2, "standard_error": error}
    return pd.DataFrame(table, index=pd.RangeIndex(len(pairs), name="steps"))


def _by_distance(adjacency: Adjacency) -> list[int]:
    """Count the ordered pairs 1, 2, 3 ... steps apart, up to the last that there are."""
    steps = FAR
    while True:
        counts = count_by_distance(adjacency.indptr, adjacency.indices, steps=steps)[0]
        total = counts.sum(axis=0, dtype=np.int64)
        if not total[-1]:  # the last column would also hold those further away
            return [int(each) for each in total if each]
        steps *= 4
