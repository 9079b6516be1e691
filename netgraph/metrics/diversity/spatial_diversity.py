"""Eagle, Macy and Claxton's spatial diversity."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from netgraph.adjacency import Adjacency
from netgraph.metrics._registry import statistic
from netgraph.metrics._series import person_series
from netgraph.metrics.diversity._possible import number_of_categories
from netgraph.metrics.diversity._shares import category_codes, check_attributes, told_unknown

if TYPE_CHECKING:
    from collections.abc import Collection, Hashable

    import networkx as nx
    import pandas as pd


@statistic("person", bounds=(0.0, 1.0), direction="added up")
def spatial_diversity(
    graph: nx.Graph,
    *,
    attribute: str = "location",
    areas: int | Collection[Hashable] | None = None,
    weight: str | None = None,
) -> pd.Series:
    r"""How evenly a person's time is spread over places.

    .. math:: D_i = \frac{- \sum_{a=1}^{A} p_{ia} \ln p_{ia}}{\ln A}

    where :math:`p_{ia}` is the share of :math:`i`'s exchange that goes to
    contacts in area :math:`a` and :math:`A` counts all areas, not only those of
    the person's contacts. Contacts in no known area do not count.

    Parameters
    ----------
    graph
        Graph of people. In a directed graph the volumes both ways are added up.
    attribute
        Person attribute that holds the area.
    areas
        The possible areas, or how many there are; by default those that anybody
        in the graph is in.
    weight
        Tie attribute that holds the volume of exchange; None takes all ties for
        equal.

    Returns
    -------
    pandas.Series
        Indexed by `person_id`; from 0 (all in one area) to 1 (the same in
        each). NaN for a person without a contact in a known area.

    Raises
    ------
    GraphError
        If nobody carries the attribute, there are fewer
        than two areas, or a weight is not a number of zero or more.

    References
    ----------
    .. [1] Eagle, N., Macy, M. & Claxton, R. (2010). Network diversity and
       economic development. Science, 328, 1029-1031.

    Examples
    --------
    >>> import networkx as nx
    >>> graph = nx.star_graph(["you", "ann", "bo"])
    >>> nx.set_node_attributes(graph, {"ann": "Oslo", "bo": "Rome"}, "location")
    >>> float(spatial_diversity(graph, areas=4)["you"])  # ln 2 / ln 4
    0.5
    """
    check_attributes(graph)
    adjacency = Adjacency.from_networkx(graph, weight, symmetrise=True)
    strength = adjacency.strengths
    if weight is None:  # an arc each way is no more than one way where nothing is weighed
        strength = np.ones(len(strength))
    codes = category_codes(graph, attribute)
    seen = int(codes.max(initial=-1)) + 1
    possible = number_of_categories(graph, attribute, seen if areas is None else areas)
    area = codes[adjacency.indices]
    known = area >= 0
    key = adjacency.sources[known] * seen + area[known]
    cell, place = np.unique(key, return_inverse=True)
    volume = np.bincount(place, strength[known], minlength=len(cell))
    person, people = cell // seen, len(adjacency)
    total = np.bincount(person, volume, minlength=people)
    share = volume / total[person]
    entropy = np.bincount(person, -share * np.log(share), minlength=people)
    index = np.where(total > 0, np.clip(entropy / np.log(possible), 0.0, 1.0), np.nan)
    return told_unknown(person_series(adjacency, index, "spatial_diversity"), codes)
