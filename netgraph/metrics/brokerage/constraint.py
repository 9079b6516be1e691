"""Burt's constraint."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from netgraph.metrics._registry import metric
from netgraph.metrics._series import structural_series
from netgraph.metrics.brokerage._burt import (
    burt_adjacency,
    burt_sums,
    indirect_shares,
    shares,
    where_contacts,
)

if TYPE_CHECKING:
    from collections.abc import Hashable

    import networkx as nx
    import pandas as pd

    from netgraph.adjacency import Adjacency
    from netgraph.metrics.brokerage._burt import Scope


def constraint_parts(
    graph: nx.Graph | Adjacency, person_id: Hashable, *, weight: str | None = None
) -> dict[str, Any]:
    r"""Take a person's constraint apart into size, closure and concentration.

    .. math:: C_i = \sum_j p_{ij}^2 + 2 \sum_j p_{ij} t_{ij} + \sum_j t_{ij}^2

    with :math:`t_{ij} = \sum_q p_{iq} p_{qj}`. Where ties are not weighted the
    first term, size, is 1 over the number of contacts; the second, closure,
    grows with the ties among them; the third, concentration, grows as those
    ties gather on few contacts.

    Parameters
    ----------
    graph
        As for `constraint`.
    person_id
        Whose constraint.
    weight
        As for `constraint`.

    Returns
    -------
    dict
        ``contacts``, ``size``, ``closure`` and ``concentration``; the last
        three add up to the constraint.

    References
    ----------
    .. [1] Everett, M. G. & Borgatti, S. P. (2020). Unpacking Burt's constraint
       measure. Social Networks, 62, 50-57.

    Examples
    --------
    >>> import networkx as nx
    >>> constraint_parts(nx.complete_graph(3), 0)
    {'contacts': 2, 'size': 0.5, 'closure': 0.5, 'concentration': 0.125}
    """
    adjacency = burt_adjacency(graph, weight)
    row = adjacency.position(person_id)
    direct, indirect = shares(adjacency), indirect_shares(adjacency, scope="whole")
    ties = slice(adjacency.indptr[row], adjacency.indptr[row + 1])
    p, t = direct[ties], indirect[ties]
    return {
        "contacts": len(p),
        "size": float(p @ p),
        "closure": float(2 * p @ t),
        "concentration": float(t @ t),
    }


@metric(
    bounds=(0.0, 2.0),
    structural=True,
    undefined="a person without contacts cannot be constrained by them",
    parts=constraint_parts,
)
def constraint(
    graph: nx.Graph | Adjacency, *, weight: str | None = None, scope: Scope = "whole"
) -> pd.Series:
    r"""How far a person's contacts lead back to each other; low for a broker.

    .. math:: C_i = \sum_{j \in N(i)}
        \Big( p_{ij} + \sum_{q \in N(i), q \ne j} p_{iq} \, p_{qj} \Big)^2,
        \qquad p_{ij} = \frac{z_{ij}}{\sum_k z_{ik}}

    where :math:`z_{ij}` is the strength of the tie (of a directed graph:
    :math:`a_{ij} + a_{ji}`) and :math:`N(i)` are the contacts of :math:`i`.

    Parameters
    ----------
    graph
        Graph of people, directed or not.
    weight
        Tie attribute that holds the strength; None counts each tie as 1. An
        `Adjacency` brings its own.
    scope
        ``"whole"``: :math:`p_{qj}` is a share of all ties of :math:`q`.
        ``"ego"``: of the ties to :math:`i` and to the contacts of :math:`i`
        alone, as in a survey of personal networks.

    Returns
    -------
    pandas.Series
        Indexed by `person_id`; above 0 and below 2. A person with one contact
        has 1; with n contacts who do not know each other, 1/n. NaN for a person
        without contacts, and in a personal network where no tie to another
        contact is known. ``attrs["scope"]`` repeats the scope.

    Raises
    ------
    GraphError
        If a weight is missing, negative or not a finite number.
    UnknownNameError
        If `scope` is neither of the two.

    Notes
    -----
    Constraint passes 1 in small closed groups: in a triangle it is 1.125. It is
    below 2, since the terms in brackets are at most 1 and add up to less than 2.

    References
    ----------
    .. [1] Burt, R. S. (1992). *Structural Holes*, chapter 2. Harvard University Press.
    .. [2] Burt, R. S. (2004). Structural holes and good ideas. American Journal
       of Sociology, 110(2), 349-399.

    Examples
    --------
    >>> import networkx as nx
    >>> constraint(nx.star_graph(["you", "ann", "bo", "cy"])).round(3).to_dict()
    {'you': 0.333, 'ann': 1.0, 'bo': 1.0, 'cy': 1.0}
    """
    adjacency = burt_adjacency(graph, weight)
    found = where_contacts(adjacency, burt_sums(adjacency, scope).constraint)
    series = structural_series(adjacency, found, "constraint")
    series.attrs["scope"] = scope
    return series
