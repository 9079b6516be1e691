"""Freeman's betweenness."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from netgraph.errors import check_whole
from netgraph.kernels.shortest_paths import path_dependencies
from netgraph.metrics._arcs import read_directions
from netgraph.metrics._registry import metric
from netgraph.metrics._series import structural_series
from netgraph.reading_once import kept

if TYPE_CHECKING:
    from collections.abc import Hashable

    import networkx as nx
    import pandas as pd
    from numpy.typing import NDArray

    from netgraph.adjacency import Adjacency

EXACT = 3000
"""Up to so many people paths are counted from everybody; above, from a sample."""

SAMPLE = 500
"""From how many people paths are counted in a larger graph."""


class Estimate(NamedTuple):
    """Betweenness by position, with its standard error, from some of the people."""

    values: NDArray[np.float64]
    standard_error: NDArray[np.float64]
    sources: int


def betweenness_parts(graph: nx.Graph | Adjacency, person_id: Hashable) -> dict[str, Any]:
    """Tell from how many people paths were counted, and how sure the value is.

    Examples
    --------
    >>> import networkx as nx
    >>> betweenness_parts(nx.path_graph(3), 1)
    {'sources': 3, 'standard_error': 0.0}
    """
    adjacency = read_directions(graph)
    row = adjacency.position(person_id)
    found = _estimate(adjacency, sample=None, seed=0, normalized=True)
    return {"sources": found.sources, "standard_error": float(found.standard_error[row])}


@metric(bounds=(0.0, 1.0), structural=True, directed=True, parts=betweenness_parts)
def betweenness(
    graph: nx.Graph | Adjacency,
    *,
    normalized: bool = True,
    sample: int | None = None,
    seed: int = 0,
) -> pd.Series:
    r"""Share of the shortest paths between others that pass through a person.

    .. math:: B_i = \frac{2}{(n-1)(n-2)} \sum_{s < t; \, s, t \ne i}
        \frac{\sigma_{st}(i)}{\sigma_{st}}

    where :math:`\sigma_{st}` counts the shortest paths between :math:`s` and
    :math:`t`, :math:`\sigma_{st}(i)` those of them that pass through :math:`i`,
    and :math:`n` is the number of people. Two people without a path between
    them add 0. In a directed graph paths follow the ties: pairs are ordered, and
    there are :math:`(n-1)(n-2)` of them.

    Parameters
    ----------
    graph
        Graph of people, directed or not. Tie weights are not used.
    normalized
        Whether to divide by the number of pairs of other people; if not, the
        sum alone is given.
    sample
        Count paths from so many people, drawn at random. By default from
        everybody up to 3,000 people and from 500 in a larger graph; pass
        ``len(graph)`` for exact values in a larger one.
    seed
        Makes the draw repeatable.

    Returns
    -------
    pandas.Series
        Indexed by `person_id`; 0 (on no path) to 1 (on all), or to
        the number of pairs of others if not normalized. NaN only in a personal network
        where no tie to another contact is known. ``attrs["sources"]`` says from
        how many people paths were counted, ``attrs["standard_error"]`` the
        largest standard error of a value: 0 where all were.

    Raises
    ------
    GraphError
        If `sample` is below 2.

    Notes
    -----
    A sampled value is unbiased. Its standard error is that of drawing without
    replacement, from the spread of the drawn people's contributions.

    References
    ----------
    .. [1] Freeman, L. C. (1977). A set of measures of centrality based on
       betweenness. Sociometry, 40(1), 35-41.
    .. [2] Brandes, U. & Pich, C. (2007). Centrality estimation in large
       networks. International Journal of Bifurcation and Chaos, 17(7), 2303-2318.

    Examples
    --------
    >>> import networkx as nx
    >>> betweenness(nx.path_graph(["ann", "you", "bo"])).to_dict()
    {'ann': 0.0, 'you': 1.0, 'bo': 0.0}
    """
    adjacency = read_directions(graph)
    if sample is not None:
        check_whole("sample", sample, 2, "Draw 2 people or more")
    found = _estimate(adjacency, sample=sample, seed=seed, normalized=normalized)
    series = structural_series(adjacency, found.values, "betweenness")
    series.attrs["sources"] = found.sources
    series.attrs["standard_error"] = float(found.standard_error.max(initial=0.0))
    return series


def _estimate(adjacency: Adjacency, *, sample: int | None, seed: int, normalized: bool) -> Estimate:
    people = len(adjacency)
    total, squares, drawn = _dependencies(adjacency, sample, seed)
    ways = 1 if adjacency.directed else 2  # else each pair is met from both its ends
    pairs = (people - 1) * (people - 2) / ways
    scale = people / (ways * max(drawn, 1))
    if normalized:
        scale = scale / pairs if pairs > 0 else 0.0
    error = np.zeros(people)
    if drawn < people:
        variance = np.maximum(squares - total**2 / drawn, 0.0) / (drawn - 1)
        error = scale * np.sqrt(drawn * (1 - drawn / people) * variance)
    return Estimate(scale * total, error, drawn)


@kept
def _dependencies(
    adjacency: Adjacency, sample: int | None, seed: int
) -> tuple[NDArray[np.float64], NDArray[np.float64], int]:
    """Sum what the drawn people's paths depend on each person, and its squares; count the drawn."""
    people = len(adjacency)
    drawn = min(people, sample or (people if people <= EXACT else SAMPLE))
    sources = np.arange(people)
    if drawn < people:
        sources = np.random.default_rng(seed).choice(people, drawn, replace=False)
    back = None
    if adjacency.directed:
        back = adjacency.reversed.indptr, adjacency.reversed.indices
    return *path_dependencies(adjacency.indptr, adjacency.indices, sources, back=back), drawn
