"""Krackhardt and Stern's E-I index, of each person and of the whole graph."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from netgraph.metrics._registry import metric
from netgraph.metrics._series import person_series
from netgraph.metrics.diversity._shares import attribute_adjacency, category_codes, told_unknown

if TYPE_CHECKING:
    from collections.abc import Hashable

    import networkx as nx
    import pandas as pd


def ei_parts(graph: nx.Graph, person_id: Hashable, *, attribute: str = "domain") -> dict[str, Any]:
    """Count a person's external and internal contacts, and those of unknown category."""
    adjacency = attribute_adjacency(graph)
    codes = category_codes(graph, attribute)
    row = adjacency.position(person_id)
    contacts = codes[adjacency.indices[adjacency.indptr[row] : adjacency.indptr[row + 1]]]
    own, known = codes[row], contacts[contacts >= 0]
    if own < 0:
        return {"own_category": None, "contacts": len(contacts)}
    return {
        "own_category": graph.nodes[person_id][attribute],
        "external": int((known != own).sum()),
        "internal": int((known == own).sum()),
        "unknown": len(contacts) - len(known),
    }


@metric(
    bounds=(-1.0, 1.0),
    needs=("domain",),
    undefined="this person's own category, or that of every contact, is not known",
    parts=ei_parts,
)
def ei_index(graph: nx.Graph, *, attribute: str = "domain") -> pd.Series:
    r"""How far a person's contacts lie outside the person's own category.

    .. math:: EI_i = \frac{E_i - I_i}{E_i + I_i}

    where :math:`E_i` counts the contacts of another category than :math:`i`
    and :math:`I_i` those of the same. Contacts of unknown category count in
    neither.

    Parameters
    ----------
    graph
        Undirected graph of people. Tie weights are not used.
    attribute
        Person attribute that holds the category.

    Returns
    -------
    pandas.Series
        Indexed by `person_id`; from -1 (all in the own category) to 1 (all
        outside). NaN where the own category, or that of every contact, is
        unknown.

    Raises
    ------
    GraphError
        If the graph is directed, or nobody carries the attribute.

    Notes
    -----
    Zero is not neutral: who belongs to a small category meets outsiders more
    often by chance alone. Compare with `expected_ei_index`.

    References
    ----------
    .. [1] Krackhardt, D. & Stern, R. N. (1988). Informal networks and
       organizational crises. Social Psychology Quarterly, 51(2), 123-140.

    Examples
    --------
    >>> import networkx as nx
    >>> graph = nx.star_graph(["you", "ann", "bo", "cy"])
    >>> domains = {"you": "law", "ann": "law", "bo": "art", "cy": "art"}
    >>> nx.set_node_attributes(graph, domains, "domain")
    >>> float(ei_index(graph)["you"].round(3))
    0.333
    """
    adjacency = attribute_adjacency(graph)
    codes = category_codes(graph, attribute)
    own, other = codes[adjacency.sources], codes[adjacency.indices]
    counted = (own >= 0) & (other >= 0)
    sign = np.where(own == other, -1.0, 1.0)
    people = len(adjacency)
    known = np.bincount(adjacency.sources[counted], minlength=people)
    balance = np.bincount(adjacency.sources[counted], sign[counted], minlength=people)
    index = np.divide(balance, known, out=np.full(people, np.nan), where=known > 0)
    return told_unknown(person_series(adjacency, index, "ei_index"), codes)


def ei_index_network(graph: nx.Graph, *, attribute: str = "domain") -> float:
    r"""How far ties run between categories rather than within them, in the whole graph.

    .. math:: EI = \frac{E - I}{E + I}

    where :math:`E` counts the ties between categories and :math:`I` those
    within; ties with an end of unknown category count in neither. `ei_test`
    tells what chance would give.

    Parameters
    ----------
    graph
        Undirected graph of people. Tie weights are not used.
    attribute
        Person attribute that holds the category.

    Returns
    -------
    float
        From -1 (all ties within) to 1 (all between); NaN if no tie counts.

    Raises
    ------
    GraphError
        If the graph is directed, or nobody carries the attribute.

    References
    ----------
    .. [1] Krackhardt, D. & Stern, R. N. (1988). Informal networks and
       organizational crises. Social Psychology Quarterly, 51(2), 123-140.

    Examples
    --------
    >>> import networkx as nx
    >>> graph = nx.path_graph(["ann", "bo", "cy"])
    >>> nx.set_node_attributes(graph, {"ann": "law", "bo": "law", "cy": "art"}, "domain")
    >>> ei_index_network(graph)
    0.0
    """
    adjacency = attribute_adjacency(graph)
    codes = category_codes(graph, attribute)
    own, other = codes[adjacency.sources], codes[adjacency.indices]
    counted = (own >= 0) & (other >= 0)
    if not counted.any():
        return float("nan")
    return float(np.where(own == other, -1.0, 1.0)[counted].mean())


def expected_ei_index(graph: nx.Graph, *, attribute: str = "domain") -> float:
    r"""Value of `ei_index_network` on average, were categories dealt out at random.

    .. math:: (P_{ext} - P_{int}) / (P_{ext} + P_{int})

    where :math:`P_{ext}` and :math:`P_{int}` count the pairs of people of known
    category, between and within categories.

    Parameters
    ----------
    graph
        Undirected graph of people.
    attribute
        Person attribute that holds the category.

    Returns
    -------
    float
        From -1 (one category) to 1 (each person a category); NaN with fewer
        than two people of known category.

    Raises
    ------
    GraphError
        If nobody carries the attribute.

    References
    ----------
    .. [1] Krackhardt, D. & Stern, R. N. (1988). Informal networks and
       organizational crises. Social Psychology Quarterly, 51(2), 123-140.

    Examples
    --------
    >>> import networkx as nx
    >>> graph = nx.path_graph(["ann", "bo", "cy"])
    >>> nx.set_node_attributes(graph, {"ann": "law", "bo": "law", "cy": "art"}, "domain")
    >>> round(expected_ei_index(graph), 3)  # two pairs of three are mixed
    0.333
    """
    codes = category_codes(graph, attribute)
    sizes = np.bincount(codes[codes >= 0]).astype(np.float64)
    pairs = sizes.sum() * (sizes.sum() - 1)
    within = float((sizes * (sizes - 1)).sum())
    return float(1.0 - 2.0 * within / pairs) if pairs > 0 else float("nan")
