"""Katz' index of two people."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from scipy.sparse import csr_array, eye_array
from scipy.sparse.linalg import eigsh, splu

from netgraph.adjacency import Adjacency
from netgraph.errors import GraphError
from netgraph.metrics._arcs import ones_matrix
from netgraph.metrics._registry import statistic
from netgraph.metrics.introductions._pairs import score_pairs

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable

    import networkx as nx
    import pandas as pd

    from netgraph.kernels._rows import Floats, Ints


MOST = 3000
"""Up to so many people everything is worked out at once; above, a person at a time."""

SMALL = 10
TOLERANCE = 1e-14


@statistic("pair", bounds=(0.0, float("inf")), structural=True)
def katz(
    graph: nx.Graph | Adjacency,
    *,
    beta: float | None = None,
    pairs: Iterable[tuple[Hashable, Hashable]] | None = None,
    person: Hashable | None = None,
    top: int | None = 1000,
) -> pd.Series:
    r"""How many ways lead from one person to another, the long ones counting less.

    .. math:: K_{ij} = \sum_{l=1}^{\infty} \beta^l (A^l)_{ij}
        = \big( (I - \beta A)^{-1} - I \big)_{ij}

    where :math:`(A^l)_{ij}` counts the walks of :math:`l` ties from :math:`i` to
    :math:`j`. The sum is finite only for :math:`\beta < 1 / \lambda`, with the
    spectral radius :math:`\lambda` of the network.

    Parameters
    ----------
    graph
        Undirected graph of people. Tie weights are not used.
    beta
        What a step more costs; by default half of :math:`1 / \lambda`.
    pairs
        The pairs to score, tied or not. By default the best `top` pairs who are not tied
        and between whom there is a way.
    person
        Only pairs of this person.
    top
        Keep so many of the best, None keeps all. Of no use with `pairs`.

    Returns
    -------
    pandas.Series
        Indexed by `person_id` and `other_id`, the best first, or in the order
        of `pairs`; from 0, without an upper bound. ``attrs["beta"]`` and
        ``attrs["spectral_radius"]`` tell both. NaN, or not listed, in a personal
        network where no tie of either to another contact is known.

    Raises
    ------
    GraphError
        If the graph is directed, `beta` is not above 0 and below
        :math:`1 / \lambda`, both `pairs` and `person` are given, a pair is one
        person twice, or neither is given for more than 3,000 people.
    UnknownNameError
        If nobody has an id.

    References
    ----------
    .. [1] Katz, L. (1953). A new status index derived from sociometric analysis.
       Psychometrika, 18(1), 39-43.
    .. [2] Liben-Nowell, D. & Kleinberg, J. (2007). The link-prediction problem for
       social networks. JASIST, 58(7), 1019-1031.

    Examples
    --------
    >>> import networkx as nx
    >>> told = katz(nx.path_graph(["ann", "bo", "cy"]), beta=0.5)
    >>> told.round(3).to_dict()  # 1/4 + 2/16 + 4/64 + ...
    {('ann', 'cy'): 0.5}
    """
    adjacency = Adjacency.from_networkx(graph)
    if pairs is None and person is None and len(adjacency) > MOST:
        raise GraphError(
            f"there are {len(adjacency):,} people, and so too many pairs to look at",
            remedy="Name a person, or pairs",
        )
    matrix = ones_matrix(adjacency)
    radius = spectral_radius(matrix)
    beta = _checked(beta, radius)
    if len(adjacency) <= MOST:
        table = _all_walks(matrix, beta)

        def rows_of(rows: Ints) -> csr_array:
            return csr_array(table[rows])
    else:

        def rows_of(rows: Ints) -> csr_array:
            return csr_array(np.array([_walks_from(matrix, beta, row) for row in rows.tolist()]))

    series = score_pairs(adjacency, "katz", rows_of, pairs=pairs, person=person, top=top)
    series.attrs["beta"], series.attrs["spectral_radius"] = beta, radius
    return series


def spectral_radius(matrix: csr_array) -> float:
    """Give the greatest eigenvalue of a symmetric matrix without negative entries.

    Examples
    --------
    >>> round(spectral_radius(csr_array([[0.0, 1.0], [1.0, 0.0]])), 6)
    1.0
    """
    people = matrix.shape[0]
    if not matrix.nnz:
        return 0.0
    if people <= SMALL:
        return float(np.linalg.eigvalsh(matrix.toarray())[-1])
    start = 1.0 + np.arange(people) / people  # the same each time, and never orthogonal to it
    values = eigsh(matrix, k=1, which="LA", v0=start, return_eigenvectors=False)
    return float(values[0])


def _checked(beta: float | None, radius: float) -> float:
    if beta is None:
        return 0.5 / radius if radius else 0.5
    if not (beta > 0 and beta * radius < 1):
        limit = f"below {1 / radius:.4g}" if radius else "a number above 0"
        raise GraphError(
            f"beta is {beta}, and so the walks do not add up to a finite number",
            remedy=f"Take a number above 0 and {limit}" if radius else f"Take {limit}",
        )
    return beta


def _all_walks(matrix: csr_array, beta: float) -> Floats:
    people = matrix.shape[0]
    if not people:
        return np.zeros((0, 0))
    parts = eye_array(people, format="csc") - beta * matrix.tocsc()
    table = splu(parts).solve(np.eye(people)) - np.eye(people)
    return np.asarray(np.maximum((table + table.T) / 2, 0.0))  # rounding may pass 0


def _walks_from(matrix: csr_array, beta: float, row: int) -> Floats:
    """Add up the walks from one person, length by length, until they no longer matter."""
    term = np.zeros(matrix.shape[0])
    term[row] = 1.0
    total = np.zeros_like(term)
    while term.max() > TOLERANCE * max(total.max(), 1e-300):
        term = beta * (matrix @ term)
        total += term
    return total
