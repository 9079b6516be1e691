"""Valente and Fujimoto's bridging."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from netgraph.adjacency import Adjacency
from netgraph.errors import check_whole
from netgraph.kernels.removals import nearness_lost
from netgraph.metrics._registry import metric
from netgraph.metrics._series import structural_series

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd

EXACT = 2000
"""Up to so many people ways are looked at from everybody; above, from a sample."""

SAMPLE = 50
"""From how many people ways are looked at in a larger graph."""


@metric(bounds=(0.0, 1.0), structural=True, undefined="who has no contacts has no tie to take away")
def valente_fujimoto_bridging(
    graph: nx.Graph | Adjacency, *, sample: int | None = None, seed: int = 0
) -> pd.Series:
    r"""How much further from each other people would be without one of a person's ties.

    .. math:: V_i = \frac{1}{d_i} \sum_{e \ni i} \big( C(G) - C(G - e) \big),
        \qquad C = \frac{1}{n (n - 1)} \sum_{s \ne t} \frac{1}{d(s, t)}

    where the sum runs over the :math:`d_i` ties :math:`e` of :math:`i`,
    :math:`d(s, t)` is the number of ties on a shortest path, and :math:`n`
    counts the people: the cohesion that is lost with a tie, on average.

    Parameters
    ----------
    graph
        Undirected graph of people. Tie weights are not used.
    sample
        Take for :math:`s` so many people, drawn at random. By default everybody
        up to 2,000 people and 50 in a larger graph; pass ``len(graph)`` for
        exact values in a larger one.
    seed
        Makes the draw repeatable.

    Returns
    -------
    pandas.Series
        Indexed by `person_id`; from 0 up to 1. NaN for a person without
        contacts, and in a personal network where no tie to another contact is
        known. ``attrs["sources"]`` says from how many people ways were looked
        at, ``attrs["standard_error"]`` is the largest standard error of a
        value: 0 where all were.

    Raises
    ------
    GraphError
        If the graph is directed, or `sample` is below 2.

    Notes
    -----
    The R package influenceR gives half of this, since it sums over unordered
    pairs and divides by ordered ones.

    References
    ----------
    .. [1] Valente, T. W. & Fujimoto, K. (2010). Bridging: locating critical
       connectors in a network. Social Networks, 32(3), 212-220.

    Examples
    --------
    >>> import networkx as nx
    >>> valente_fujimoto_bridging(nx.path_graph(["ann", "you", "bo"])).round(3).to_dict()
    {'ann': 0.5, 'you': 0.5, 'bo': 0.5}
    """
    adjacency = Adjacency.from_networkx(graph)
    if sample is not None:
        check_whole("sample", sample, 2, "Draw 2 people or more")
    people = len(adjacency)
    drawn = min(people, sample or (people if people <= EXACT else SAMPLE))
    sources = np.arange(people)
    if drawn < people:
        sources = np.random.default_rng(seed).choice(people, drawn, replace=False)
    total, squares = nearness_lost(adjacency.indptr, adjacency.indices, sources)
    pairs = max(people * (people - 1), 1)
    scale = people / max(drawn, 1) / pairs
    values = np.where(adjacency.degrees > 0, scale * total, np.nan)
    series = structural_series(adjacency, values, "valente_fujimoto_bridging")
    error = np.zeros(people)
    if drawn < people:
        variance = np.maximum(squares - total**2 / drawn, 0.0) / (drawn - 1)
        error = scale * np.sqrt(drawn * (1 - drawn / people) * variance)
    series.attrs["sources"] = drawn
    series.attrs["standard_error"] = float(error.max(initial=0.0))
    return series
