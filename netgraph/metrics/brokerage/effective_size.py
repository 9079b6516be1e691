"""Burt's effective size."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from netgraph.metrics._registry import metric
from netgraph.metrics._series import structural_series
from netgraph.metrics.brokerage._burt import (
    burt_adjacency,
    burt_sums,
    redundancies,
    where_contacts,
)

if TYPE_CHECKING:
    from collections.abc import Hashable

    import networkx as nx
    import pandas as pd

    from netgraph.adjacency import Adjacency
    from netgraph.metrics.brokerage._burt import Scope


def effective_size_parts(
    graph: nx.Graph | Adjacency, person_id: Hashable, *, weight: str | None = None
) -> dict[str, Any]:
    """Tell contacts and redundancy, whose difference is the effective size.

    Examples
    --------
    >>> import networkx as nx
    >>> effective_size_parts(nx.complete_graph(3), 0)
    {'contacts': 2, 'redundancy': 1.0}
    """
    adjacency = burt_adjacency(graph, weight)
    row = adjacency.position(person_id)
    ties = slice(adjacency.indptr[row], adjacency.indptr[row + 1])
    repeated = redundancies(adjacency, scope="whole")[ties]
    return {"contacts": len(repeated), "redundancy": float(repeated.sum())}


@metric(
    bounds=(1.0, float("inf")),
    structural=True,
    undefined="a person without contacts has no circle of contacts to measure",
    parts=effective_size_parts,
)
def effective_size(
    graph: nx.Graph | Adjacency, *, weight: str | None = None, scope: Scope = "whole"
) -> pd.Series:
    r"""How many contacts a person has who do not lead to each other.

    .. math:: S_i = \sum_{j \in N(i)} \Big(
        1 - \sum_{q \in N(i), q \ne j} p_{iq} \, m_{jq} \Big),
        \qquad p_{iq} = \frac{z_{iq}}{\sum_k z_{ik}},
        \quad m_{jq} = \frac{z_{jq}}{\max_k z_{jk}}

    where :math:`z_{ij}` is the strength of the tie (of a directed graph:
    :math:`a_{ij} + a_{ji}`) and :math:`N(i)` are the contacts of :math:`i`.
    Without weights and directions this is :math:`n - 2t/n`, with :math:`n`
    contacts and :math:`t` ties among them.

    Parameters
    ----------
    graph
        Graph of people, directed or not.
    weight
        Tie attribute that holds the strength; None counts each tie as 1. An
        `Adjacency` brings its own.
    scope
        ``"whole"``: the largest :math:`z_{jk}` is taken over all ties of
        :math:`j`. ``"ego"``: over the ties to :math:`i` and to the contacts of
        :math:`i` alone. The two differ only where ties have weights or
        directions.

    Returns
    -------
    pandas.Series
        Indexed by `person_id`; from 1 (all contacts lead to each other) to the
        number of contacts (none does). NaN for a person without contacts, and
        in a personal network where no tie to another contact is known.
        ``attrs["scope"]`` repeats the scope.

    Raises
    ------
    GraphError
        If a weight is missing, negative or not a finite number.
    UnknownNameError
        If `scope` is neither of the two.

    Notes
    -----
    Where ties have weights, networkx 3.6.1 gives this for one person at a time
    (``nodes=[person]``), and other values for all people at once.

    References
    ----------
    .. [1] Burt, R. S. (1992). *Structural Holes*, chapter 2. Harvard University Press.
    .. [2] Borgatti, S. P. (1997). Structural holes: unpacking Burt's redundancy
       measures. Connections, 20(1), 35-38.

    Examples
    --------
    >>> import networkx as nx
    >>> effective_size(nx.star_graph(["you", "ann", "bo", "cy"])).to_dict()
    {'you': 3.0, 'ann': 1.0, 'bo': 1.0, 'cy': 1.0}
    """
    adjacency = burt_adjacency(graph, weight)
    size = adjacency.degrees - burt_sums(adjacency, scope).redundancy
    series = structural_series(adjacency, where_contacts(adjacency, size), "effective_size")
    series.attrs["scope"] = scope
    return series
