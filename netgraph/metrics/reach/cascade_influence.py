"""Kempe, Kleinberg and Tardos' independent cascade."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from netgraph.adjacency import Adjacency
from netgraph.errors import GraphError
from netgraph.metrics._registry import statistic
from netgraph.metrics._series import noted, withheld, withheld_reason

if TYPE_CHECKING:
    import networkx as nx


@statistic("person", structural=True)
def cascade_influence(
    graph: nx.Graph | Adjacency,
    *,
    probability: float | str = 0.1,
    draws: int = 1000,
    seed: int = 0,
) -> pd.DataFrame:
    r"""How many people hear of something that one person starts to tell.

    .. math:: \sigma_i = E \big[ |R_i(L)| \big]

    where each tie passes the word on with a probability, once; the ties that do
    make the network :math:`L`, and :math:`R_i(L)` are the people who hang
    together with :math:`i` in it, the person included. The mean is taken over
    networks :math:`L` that are drawn.

    Parameters
    ----------
    graph
        Undirected graph of people.
    probability
        Chance that a tie passes the word on: a number for all, or the tie
        attribute that holds it.
    draws
        How many networks to draw; four times as many halve the error.
    seed
        Makes the draws repeatable.

    Returns
    -------
    pandas.DataFrame
        A row per person: ``influence``, from 1 (the person alone) to the number
        of people, and ``standard_error`` of it. NaN in a personal network where
        no tie to another contact is known.

    Raises
    ------
    GraphError
        If the graph is directed, a probability is not between 0 and 1, or
        `draws` is below 2.

    Notes
    -----
    All people are measured on the same draws, so differences between them are
    surer than their standard errors say.

    References
    ----------
    .. [1] Kempe, D., Kleinberg, J. & Tardos, E. (2003). Maximizing the spread of
       influence through a social network. KDD, 137-146.

    Examples
    --------
    >>> import networkx as nx
    >>> told = cascade_influence(nx.path_graph(["ann", "you", "bo"]), probability=1.0)
    >>> told["influence"].to_dict()
    {'ann': 3.0, 'you': 3.0, 'bo': 3.0}
    """
    if draws < 2:  # noqa: PLR2004 - a spread needs two
        raise GraphError(f"draws is {draws}", remedy="Draw 2 networks or more")
    weight = probability if isinstance(probability, str) else None
    adjacency = Adjacency.from_networkx(graph, weight)
    people = len(adjacency)
    once = adjacency.sources < adjacency.indices
    one, two = adjacency.sources[once], adjacency.indices[once]
    chance = adjacency.strengths[once] if weight else np.full(len(one), probability, dtype=float)
    if not ((chance >= 0) & (chance <= 1)).all():
        raise GraphError(
            f"the probability of a tie is {chance[(chance < 0) | ~(chance <= 1)][0]:g}",
            remedy="Take numbers from 0 to 1",
        )
    draw = np.random.default_rng(seed)
    total, squares = np.zeros(people), np.zeros(people)
    for _ in range(draws):
        live = draw.random(len(chance)) < chance
        ends = one[live], two[live]
        network = coo_array((np.ones(len(ends[0])), ends), shape=(people, people))
        part = connected_components(network, directed=False)[1]
        reached = np.bincount(part, minlength=1)[part].astype(np.float64)
        total += reached
        squares += reached**2
    mean = total / draws
    variance = np.maximum(squares / draws - mean**2, 0.0) * draws / (draws - 1)
    table = {"influence": mean, "standard_error": np.sqrt(variance / draws)}
    told = noted(pd.DataFrame(table, index=adjacency.nodes), adjacency)
    hidden = withheld(adjacency)
    if hidden.any():
        told[hidden] = np.nan
        told.attrs["withheld"] = withheld_reason(hidden)
    return told
