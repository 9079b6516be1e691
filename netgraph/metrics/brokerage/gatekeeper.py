"""Gould and Fernandez' gatekeeper: a person decides what reaches the own category from outside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netgraph.metrics._registry import metric
from netgraph.metrics.brokerage._roles import UNKNOWN, role_parts, role_series

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd


@metric(
    bounds=(0.0, float("inf")),
    needs=("domain",),
    structural=True,
    directed=True,
    undefined=UNKNOWN,
    parts=role_parts,
)
def gatekeeper(graph: nx.Graph, *, attribute: str = "domain") -> pd.Series:
    r"""Pairs through which a person lets others into the own category.

    .. math:: |\{ (a, b) : a \to i \to b, \; a \not\to b, \; c_a \ne c_i = c_b \}|

    where :math:`c` is the category: the one who is led to is of the person's category, the other is
    not.

    Parameters
    ----------
    graph, attribute
        As for `gould_fernandez`.

    Returns
    -------
    pandas.Series
        Indexed by `person_id`; pairs of people, from 0. NaN as in
        `gould_fernandez`: for a person of unknown category, and in a personal
        network where no tie to another contact is known.

    Raises
    ------
    GraphError
        If nobody carries the attribute.

    Notes
    -----
    Without directions a person is gatekeeper and `representative` of the same pairs.

    How often that is by chance depends on the sizes of the categories:
    `gould_fernandez` gives expected values and z.

    References
    ----------
    .. [1] Gould, R. V. & Fernandez, R. M. (1989); in full at `gould_fernandez`.

    Examples
    --------
    >>> import networkx as nx
    >>> graph = nx.DiGraph([("ann", "you"), ("you", "bo")])
    >>> nx.set_node_attributes(graph, {"ann": "law", "you": "art", "bo": "art"}, "domain")
    >>> gatekeeper(graph).to_dict()
    {'ann': 0.0, 'you': 1.0, 'bo': 0.0}
    """
    return role_series(graph, attribute, "gatekeeper")
