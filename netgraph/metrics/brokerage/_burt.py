r"""What Burt's measures share: shares of strength, and what passes through common contacts.

With :math:`z_{ij}` the strength of a tie and :math:`N(i)` a person's contacts,
:math:`p_{ij} = z_{ij} / \sum_k z_{ik}` is the share of a person's time and
energy that goes into one tie. In a directed graph
:math:`z_{ij} = a_{ij} + a_{ji}`, and a contact is who is tied either way.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from netgraph.adjacency import Adjacency
from netgraph.kernels.triangles import sum_over_common_contacts

if TYPE_CHECKING:
    import networkx as nx
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]


def burt_adjacency(graph: nx.Graph | Adjacency, weight: str | None) -> Adjacency:
    """Read a graph with the two directions of each tie added up."""
    return Adjacency.from_networkx(graph, weight, symmetrise=True)


def sum_by_person(adjacency: Adjacency, values: Floats) -> Floats:
    """Sum a number per tie over each person's ties; NaN for a person without ties."""
    total = np.bincount(adjacency.sources, values, minlength=len(adjacency))
    return np.where(adjacency.degrees > 0, total, np.nan)


def shares(adjacency: Adjacency) -> Floats:
    """Give, for each tie, the share of the person's strength that goes into it."""
    strength = adjacency.strengths
    return strength / sum_by_person(adjacency, strength)[adjacency.sources]


def indirect_shares(adjacency: Adjacency, *, whole: bool) -> Floats:
    r"""Give, for each tie i to j, the share that reaches j through common contacts.

    .. math:: \sum_{q \in N(i) \cap N(j)} p_{iq} \, p_{qj}

    Parameters
    ----------
    adjacency
        The network.
    whole
        Whether :math:`p_{qj}` is a share of all ties of :math:`q`, or only of
        the ties to :math:`i` and to the contacts of :math:`i`.
    """
    indptr, indices, strength = adjacency.indptr, adjacency.indices, adjacency.strengths
    first = shares(adjacency)
    if whole:
        return sum_over_common_contacts(indptr, indices, first, first)
    among = sum_over_common_contacts(indptr, indices, np.ones_like(strength), strength)
    # of q's strength inside the network of i; the order (i, q), not (q, i), so it joins p_iq
    return sum_over_common_contacts(indptr, indices, first / (strength + among), strength)


def redundancy(adjacency: Adjacency) -> Floats:
    r"""Give, for each tie i to j, how far j says what others of i's contacts say.

    .. math:: r_{ij} = \sum_{q \in N(i) \cap N(j)} p_{iq} \, m_{jq},
        \qquad m_{jq} = z_{jq} / \max_k z_{jk}
    """
    indptr, indices, strength = adjacency.indptr, adjacency.indices, adjacency.strengths
    strongest = np.zeros(len(adjacency))
    np.maximum.at(strongest, adjacency.sources, strength)
    shared = sum_over_common_contacts(indptr, indices, shares(adjacency), strength)
    return np.asarray(shared / strongest[indices])
