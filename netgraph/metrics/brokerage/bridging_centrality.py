"""Hwang and others' bridging centrality."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from netgraph.adjacency import Adjacency
from netgraph.metrics._registry import metric
from netgraph.metrics._series import structural_series
from netgraph.metrics.brokerage.betweenness import betweenness

if TYPE_CHECKING:
    from collections.abc import Hashable
    from typing import Any

    import networkx as nx
    import pandas as pd
    from numpy.typing import NDArray


def bridging_parts(graph: nx.Graph | Adjacency, person_id: Hashable) -> dict[str, Any]:
    """Tell the coefficient that betweenness is multiplied by.

    Examples
    --------
    >>> import networkx as nx
    >>> bridging_parts(nx.path_graph(3), 1)
    {'contacts': 2, 'bridging_coefficient': 0.25}
    """
    adjacency = Adjacency.from_networkx(graph)
    row = adjacency.position(person_id)
    found = _coefficients(adjacency)[row]
    return {"contacts": int(adjacency.degrees[row]), "bridging_coefficient": float(found)}


@metric(
    bounds=(0.0, float("inf")),
    structural=True,
    undefined="who has no contacts cannot bridge them",
    parts=bridging_parts,
)
def bridging_centrality(
    graph: nx.Graph | Adjacency, *, sample: int | None = None, seed: int = 0
) -> pd.Series:
    r"""How much lies between others, all the more where the contacts are better connected.

    .. math:: R_i = B_i \cdot \frac{1 / d_i}{\sum_{j \in N(i)} 1 / d_j}

    where :math:`B_i` is the betweenness, not normalized, :math:`d_i` counts the
    contacts of :math:`i` and :math:`N(i)` are these. The second factor, the
    bridging coefficient, is great where somebody of few contacts stands between
    people of many.

    Parameters
    ----------
    graph
        Undirected graph of people. Tie weights are not used.
    sample
        Count paths from so many people, drawn at random; see `betweenness`.
    seed
        Makes the draw repeatable.

    Returns
    -------
    pandas.Series
        Indexed by `person_id`; from 0, without an upper bound. NaN for a person
        without contacts, and in a personal network where no tie to another
        contact is known. ``attrs["sources"]`` says from how many people paths
        were counted; ``attrs["standard_error"]`` is at least the largest
        standard error of a value, 0 if all were.

    Raises
    ------
    GraphError
        If the graph is directed, or `sample` is below 2.

    References
    ----------
    .. [1] Hwang, W., Kim, T., Ramanathan, M. & Zhang, A. (2008). Bridging
       centrality: graph mining from element level to group level. KDD, 336-344.

    Examples
    --------
    >>> import networkx as nx
    >>> told = bridging_centrality(nx.path_graph(["ann", "you", "bo"]))
    >>> float(told["you"])  # 1 x (1/2) / (1 + 1)
    0.25
    """
    adjacency = Adjacency.from_networkx(graph)
    between = betweenness(adjacency, normalized=False, sample=sample, seed=seed)
    coefficient = _coefficients(adjacency)
    values = between.to_numpy() * coefficient
    series = structural_series(adjacency, values, "bridging_centrality")
    greatest = np.nanmax(coefficient) if np.isfinite(coefficient).any() else 0.0
    series.attrs["sources"] = between.attrs["sources"]
    series.attrs["standard_error"] = float(between.attrs["standard_error"] * greatest)
    return series


def _coefficients(adjacency: Adjacency) -> NDArray[np.float64]:
    """Give the bridging coefficients; NaN without contacts."""
    degrees = adjacency.degrees.astype(np.float64)
    degrees[degrees == 0] = np.nan
    inverse = 1.0 / degrees
    around = np.bincount(adjacency.sources, inverse[adjacency.indices], minlength=len(adjacency))
    return np.asarray(
        np.divide(inverse, around, out=np.full(len(degrees), np.nan), where=around > 0)
    )
