"""Coleman's homophily of each category."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from netgraph.metrics._registry import statistic
from netgraph.metrics.diversity._mixing import mixing

if TYPE_CHECKING:
    import networkx as nx


@statistic("group", bounds=(-1.0, 1.0), direction="kept")
def coleman_homophily(graph: nx.Graph, *, attribute: str = "domain") -> pd.Series:
    r"""How far the people of each category keep to themselves, beyond chance.

    .. math:: C_k = \begin{cases}
        (h_k - p_k) / (1 - p_k) & h_k \ge p_k \\
        (h_k - p_k) / p_k & h_k < p_k \end{cases},
        \qquad p_k = \frac{n_k - 1}{n - 1}

    where :math:`h_k` is the share of their ties that the people of category
    :math:`k` have among themselves, a tie within counted from both its ends,
    and :math:`p_k` the share of category :math:`k` among the others.

    Parameters
    ----------
    graph
        Graph of people, directed or not; of a directed one the ties that go
        out are taken. Tie weights are not used.
    attribute
        Person attribute that holds the category. People of unknown category
        take no part.

    Returns
    -------
    pandas.Series
        Indexed by category: from -1 (no tie within) through 0 (as by chance) to
        1 (all ties within). NaN for a category of one, of everybody, or
        without a tie.

    Raises
    ------
    GraphError
        If nobody carries the attribute.

    References
    ----------
    .. [1] Coleman, J. S. (1958). Relational analysis: the study of social
       organizations with survey methods. Human Organization, 17(4), 28-36.

    Examples
    --------
    >>> import networkx as nx
    >>> coleman_homophily(nx.karate_club_graph(), attribute="club").round(3).to_dict()
    {'Mr. Hi': 0.736, 'Officer': 0.715}
    """
    found = mixing(graph, attribute)
    kinds = len(found.sizes)
    ties = np.bincount(found.one, minlength=kinds).astype(np.float64)
    within = np.bincount(found.one[found.one == found.two], minlength=kinds)
    share = np.divide(within, ties, out=np.full(kinds, np.nan), where=ties > 0)
    chance = (found.sizes - 1) / max(found.sizes.sum() - 1, 1)
    room = np.where(share >= chance, 1 - chance, chance)
    undefined = (chance <= 0) | (chance >= 1)
    room[undefined] = np.nan
    index = pd.Index(found.names, name=attribute, tupleize_cols=False)
    values = (share - chance) / room
    return found.noted(pd.Series(values, index=index, name="coleman_homophily", dtype=float))
