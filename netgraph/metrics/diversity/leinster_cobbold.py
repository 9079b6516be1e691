"""Leinster and Cobbold's diversity: Hill numbers that know how alike categories are."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from netgraph.errors import GraphError
from netgraph.metrics._registry import metric
from netgraph.metrics.diversity._nearness import category_names, full_rows, square_table
from netgraph.metrics.diversity._shares import category_parts, contact_shares

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]


@metric(
    bounds=(1.0, float("inf")),
    needs=("domain",),
    undefined="the category of none of this person's contacts is known",
    parts=category_parts,
)
def leinster_cobbold(
    graph: nx.Graph,
    *,
    attribute: str = "domain",
    similarity: pd.DataFrame | None = None,
    q: float = 1.0,
) -> pd.Series:
    r"""How many wholly different categories would be as diverse as a person's contacts.

    .. math:: {}^q D_i^Z = \Big( \sum_{k: p_{ik} > 0} p_{ik} (Z p_i)_k^{q-1} \Big)^{1/(1-q)},
        \qquad (Z p_i)_k = \sum_l Z_{kl} \, p_{il}

    where :math:`p_{ik}` is the share of category :math:`k` among those contacts
    of :math:`i` whose category is known and :math:`Z_{kl}` tells how alike two
    categories are, from 0 to 1. At :math:`q = 1` and :math:`q = \infty` the
    limits are taken.

    Parameters
    ----------
    graph
        Undirected graph of people. Tie weights are not used.
    attribute
        Person attribute that holds the category.
    similarity
        A row and a column per category, 1 on the diagonal, the same both ways.
        None makes different categories wholly different, and the measure a Hill
        number.
    q
        How much common categories count; see `hill_number`.

    Returns
    -------
    pandas.Series
        Indexed by `person_id`; from 1 (all contacts alike) to the number of
        categories. NaN for a person without a contact of known category.

    Raises
    ------
    GraphError
        If the graph is directed, nobody carries the attribute, `q` is negative,
        or `similarity` lacks a category, leaves 0 to 1, is not 1 on the
        diagonal or differs from one direction to the other.

    References
    ----------
    .. [1] Leinster, T. & Cobbold, C. A. (2012). Measuring diversity: the
       importance of species similarity. Ecology, 93(3), 477-489.

    Examples
    --------
    >>> import networkx as nx, pandas as pd
    >>> graph = nx.star_graph(["you", "ann", "bo"])
    >>> nx.set_node_attributes(graph, {"ann": "law", "bo": "art"}, "domain")
    >>> float(leinster_cobbold(graph)["you"])
    2.0
    >>> alike = pd.DataFrame([[1, 0.5], [0.5, 1]], ["law", "art"], ["law", "art"])
    >>> float(leinster_cobbold(graph, similarity=alike)["you"].round(3))  # 1 / 0.75
    1.333
    """
    if not q >= 0:
        raise GraphError(f"q is {q}", remedy="Take a number of zero or more")
    spread = contact_shares(graph, attribute)
    if similarity is None:
        common = spread.share
    else:
        alike = _similarity(graph, attribute, similarity)
        kinds = len(category_names(graph, attribute))
        common = np.empty(len(spread.share))
        for rows, shares in full_rows(spread, kinds, spread.share):
            first, last = np.searchsorted(spread.person, [rows.start, rows.stop])
            here = spread.person[first:last] - rows.start
            common[first:last] = (shares @ alike)[here, spread.category[first:last]]
    if math.isclose(q, 1.0, abs_tol=1e-8):  # nearer, the general formula amplifies rounding
        number = np.exp(spread.sum_by_person(-spread.share * np.log(common)))
        return spread.series(number, "leinster_cobbold")
    largest = np.zeros(len(spread.known))
    np.maximum.at(largest, spread.person, common)
    largest = np.where(spread.known > 0, largest, np.nan)
    number = 1.0 / largest
    if not math.isinf(q):  # relative to the largest, so that no power of them all becomes zero
        powers = spread.share * (common / largest[spread.person]) ** (q - 1.0)
        number *= spread.sum_by_person(powers) ** (1.0 / (1.0 - q))
    return spread.series(number, "leinster_cobbold")


def _similarity(graph: nx.Graph, attribute: str, table: pd.DataFrame) -> Floats:
    alike = square_table(graph, attribute, table, "similarity")
    if (alike > 1).any() or not np.allclose(np.diag(alike), 1.0):
        raise GraphError(
            "similarity holds a number above 1, or not 1 on its diagonal",
            remedy="Give 1 where categories are the same and 0 where they have nothing in common",
        )
    return alike
