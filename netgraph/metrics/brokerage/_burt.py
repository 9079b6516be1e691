r"""What Burt's measures share: shares of strength, and what passes through common contacts.

With :math:`z_{ij}` the strength of a tie and :math:`N(i)` a person's contacts,
:math:`p_{ij} = z_{ij} / \sum_k z_{ik}` is the share of a person's time and
energy that goes into one tie. In a directed graph
:math:`z_{ij} = a_{ij} + a_{ji}`, and a contact is who is tied either way.

All measures of a person come from one walk over the triangles; the result is
kept as long as the `Adjacency` lives, so that the next measure costs nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple, get_args
from weakref import WeakKeyDictionary

import numpy as np

from netgraph.adjacency import Adjacency
from netgraph.errors import UnknownNameError
from netgraph.kernels.closure import by_entry, closure, count_common_contacts, sum_by_person
from netgraph.kernels.triangles import greatest_among_common_contacts, sum_over_common_contacts

if TYPE_CHECKING:
    import networkx as nx
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

Scope = Literal["whole", "ego"]


class Sums(NamedTuple):
    """Of each person, by position; zeros without contacts.

    ``constraint`` sums the dyadic constraints c, ``surprise`` c ln c and
    ``redundancy`` the dyadic redundancies; ``closed`` is twice the number of
    ties among the contacts.
    """

    constraint: Floats
    surprise: Floats
    redundancy: Floats
    closed: Floats


_KEPT: WeakKeyDictionary[Adjacency, dict[Scope, Sums]] = WeakKeyDictionary()


def burt_adjacency(graph: nx.Graph | Adjacency, weight: str | None) -> Adjacency:
    """Read a graph with the two directions of each tie added up."""
    return Adjacency.from_networkx(graph, weight, symmetrise=True)


def check_scope(scope: Scope) -> None:
    """Refuse a scope that there is not."""
    if scope not in get_args(Scope):
        raise UnknownNameError(f"scope is {scope!r}", remedy='It may be "whole" or "ego"')


def burt_sums(adjacency: Adjacency, scope: Scope) -> Sums:
    """Sum what Burt's measures need over each person's ties.

    Parameters
    ----------
    adjacency
        The network, undirected.
    scope
        ``"whole"`` or ``"ego"``, as for `constraint`.
    """
    check_scope(scope)
    kept = _KEPT.setdefault(adjacency, {})
    if scope not in kept:
        kept[scope] = _whole_sums(adjacency) if scope == "whole" else _ego_sums(adjacency)
    return kept[scope]


def _whole_sums(adjacency: Adjacency) -> Sums:
    indptr, weights = adjacency.indptr, adjacency.weights
    found = closure(indptr, adjacency.indices, weights)
    return Sums(*sum_by_person(indptr, weights, found).T)


def _ego_sums(adjacency: Adjacency) -> Sums:
    """Do the same by entries: within ego networks a tie differs from its reverse."""
    invested = np.square(shares(adjacency) + indirect_shares(adjacency, scope="ego"))
    logs = np.log(invested)
    return Sums(
        _total(adjacency, invested),
        _total(adjacency, invested * logs),
        _total(adjacency, redundancies(adjacency, scope="ego")),
        burt_sums(adjacency, "whole").closed,
    )


def _total(adjacency: Adjacency, values: Floats) -> Floats:
    return np.bincount(adjacency.sources, values, minlength=len(adjacency)).astype(np.float64)


def where_contacts(adjacency: Adjacency, values: Floats) -> Floats:
    """Keep the values of people who have contacts; NaN for the others."""
    return np.where(adjacency.degrees > 0, values, np.nan)


def shares(adjacency: Adjacency) -> Floats:
    """Give, for each tie, the share of the person's strength that goes into it."""
    strength = adjacency.strengths
    return np.asarray(strength / _total(adjacency, strength)[adjacency.sources])


def indirect_shares(adjacency: Adjacency, *, scope: Scope) -> Floats:
    r"""Give, for each tie i to j, the share that reaches j through common contacts.

    .. math:: \sum_{q \in N(i) \cap N(j)} p_{iq} \, p_{qj}

    Parameters
    ----------
    adjacency
        The network.
    scope
        Whether :math:`p_{qj}` is a share of all ties of :math:`q` (``"whole"``),
        or only of the ties to :math:`i` and to the contacts of :math:`i`.
    """
    indptr, indices, strength = adjacency.indptr, adjacency.indices, adjacency.strengths
    if scope == "whole":
        found = closure(indptr, indices, adjacency.weights)
        passed = by_entry(indptr, indices, found.passed)
        return np.asarray(passed / _total(adjacency, strength)[adjacency.sources])
    among = sum_over_common_contacts(indptr, indices, np.ones_like(strength), strength)
    # of q's strength inside the network of i; the order (i, q), not (q, i), so it joins p_iq
    inside = shares(adjacency) / (strength + among)
    return sum_over_common_contacts(indptr, indices, inside, strength)


def redundancies(adjacency: Adjacency, *, scope: Scope) -> Floats:
    r"""Give, for each tie i to j, how far j says what others of i's contacts say.

    .. math:: r_{ij} = \sum_{q \in N(i) \cap N(j)} p_{iq} \, m_{jq},
        \qquad m_{jq} = z_{jq} / \max_k z_{jk}

    where :math:`k` runs over all contacts of :math:`j`, or, with the scope
    ``"ego"``, over :math:`i` and the contacts of :math:`i`.
    """
    indptr, indices, strength = adjacency.indptr, adjacency.indices, adjacency.strengths
    if adjacency.weights is None:
        passed = count_common_contacts(indptr, indices)
    else:
        passed = sum_over_common_contacts(indptr, indices, strength, strength)
    if scope == "whole" or adjacency.weights is None:
        strongest = _strongest(adjacency)[indices]
    else:
        strongest = greatest_among_common_contacts(indptr, indices, strength)
    return np.asarray(passed / (_total(adjacency, strength)[adjacency.sources] * strongest))


def _strongest(adjacency: Adjacency) -> Floats:
    """Give the strength of each person's strongest tie; 1 for a person without ties."""
    strongest = np.ones(len(adjacency))
    tied = adjacency.degrees > 0
    if adjacency.weights is not None and tied.any():
        strongest[tied] = np.maximum.reduceat(adjacency.weights, adjacency.indptr[:-1][tied])
    return strongest
