"""Hill numbers: how many categories a person's contacts amount to."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from netgraph.errors import GraphError
from netgraph.metrics._registry import metric
from netgraph.metrics.diversity._shares import category_parts, contact_shares

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd


@metric(
    bounds=(1.0, float("inf")),
    needs=("domain",),
    undefined="the category of none of this person's contacts is known",
    parts=category_parts,
)
def hill_number(graph: nx.Graph, *, attribute: str = "domain", q: float = 1.0) -> pd.Series:
    r"""How many equally common categories would be as diverse as a person's contacts.

    .. math:: {}^q D_i = \Big( \sum_{k=1}^{K} p_{ik}^q \Big)^{1/(1-q)}

    where :math:`p_{ik}` is the share of category :math:`k` among those contacts
    of :math:`i` whose category is known. At :math:`q = 1` the limit is
    :math:`e^H` with Shannon's entropy :math:`H`, at :math:`q = \infty` it is
    :math:`1 / \max_k p_{ik}`.

    Parameters
    ----------
    graph
        Undirected graph of people. Tie weights are not used.
    attribute
        Person attribute that holds the category.
    q
        How much common categories count: 0 counts categories, 1 weighs each by
        its share, 2 is the inverse of the chance to draw two alike, infinity
        looks at the commonest alone.

    Returns
    -------
    pandas.Series
        Indexed by `person_id`; from 1 (all contacts alike) to :math:`K` (an
        even spread over :math:`K` categories). NaN for a person without a
        contact of known category.

    Raises
    ------
    GraphError
        If the graph is directed, nobody carries the attribute, or `q` is
        negative.

    Notes
    -----
    The one measure of diversity that doubles when two equally diverse circles
    without a common category are put together.

    References
    ----------
    .. [1] Hill, M. O. (1973). Diversity and evenness: a unifying notation and
       its consequences. Ecology, 54(2), 427-432.
    .. [2] Jost, L. (2006). Entropy and diversity. Oikos, 113(2), 363-375.

    Examples
    --------
    >>> import networkx as nx
    >>> graph = nx.star_graph(["you", "ann", "bo", "cy"])
    >>> nx.set_node_attributes(graph, {"ann": "law", "bo": "law", "cy": "art"}, "domain")
    >>> float(hill_number(graph, q=2)["you"].round(3))
    1.8
    """
    if not q >= 0:
        raise GraphError(f"q is {q}", remedy="Take a number of zero or more")
    spread = contact_shares(graph, attribute)
    share = spread.share
    if math.isclose(q, 1.0, abs_tol=1e-8):  # nearer, the general formula only amplifies rounding
        number = np.exp(spread.sum_by_person(-share * np.log(share)))
        return spread.series(number, "hill_number")
    largest = np.zeros(len(spread.known))
    np.maximum.at(largest, spread.person, share)
    largest = np.where(spread.known > 0, largest, np.nan)
    if math.isinf(q):
        return spread.series(1.0 / largest, "hill_number")
    # shares relative to the largest, so that no power of them all becomes zero
    powers = spread.sum_by_person((share / largest[spread.person]) ** q)
    number = np.exp((q * np.log(largest) + np.log(powers)) / (1.0 - q))
    return spread.series(number, "hill_number")
