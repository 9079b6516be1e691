"""Preferential attachment."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from scipy.sparse import csr_array

from netgraph.adjacency import Adjacency
from netgraph.errors import GraphError
from netgraph.metrics._registry import statistic
from netgraph.metrics.introductions._pairs import score_pairs

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable

    import networkx as nx
    import pandas as pd

    from netgraph.kernels._rows import Ints

MOST = 3000
"""Up to so many people all pairs are looked at; above, a person or pairs must be named."""


@statistic("pair", bounds=(0.0, float("inf")), structural=True)
def preferential_attachment(
    graph: nx.Graph | Adjacency,
    *,
    pairs: Iterable[tuple[Hashable, Hashable]] | None = None,
    person: Hashable | None = None,
    top: int | None = 1000,
) -> pd.Series:
    r"""How well connected two people are, taken together.

    .. math:: P_{ij} = d_i d_j

    where :math:`d_i` counts the contacts of :math:`i`: who knows many gets to
    know more.

    Parameters
    ----------
    graph
        Undirected graph of people. Tie weights are not used.
    pairs
        The pairs to score, tied or not. By default the best `top` pairs who are not tied,
        with a contact in common or without.
    person
        Only pairs of this person.
    top
        Keep so many of the best, None keeps all. Of no use with `pairs`.

    Returns
    -------
    pandas.Series
        Indexed by `person_id` and `other_id`, the best first, or in the order
        of `pairs`; from 0, without an upper bound. NaN, or not listed, in a
        personal network where no tie of either to another contact is known.

    Raises
    ------
    GraphError
        If the graph is directed, both `pairs` and `person` are given, a pair is
        one person twice, or neither is given for more than 3,000 people.
    UnknownNameError
        If nobody has an id.

    Notes
    -----
    It knows nothing about who is near whom, and serves as the mark that another
    measure has to beat.

    References
    ----------
    .. [1] Barabasi, A.-L. & Albert, R. (1999). Emergence of scaling in random
       networks. Science, 286, 509-512.

    Examples
    --------
    >>> import networkx as nx
    >>> preferential_attachment(nx.path_graph(["ann", "bo", "cy", "dee"])).to_dict()
    {('ann', 'cy'): 2.0, ('bo', 'dee'): 2.0, ('ann', 'dee'): 1.0}
    """
    adjacency = Adjacency.from_networkx(graph)
    if pairs is None and person is None and len(adjacency) > MOST:
        raise GraphError(
            f"there are {len(adjacency):,} people, and so too many pairs to look at",
            remedy="Name a person, or pairs",
        )
    degrees = adjacency.degrees.astype(np.float64)

    def rows_of(rows: Ints) -> csr_array:
        return csr_array(degrees[rows][:, None] * degrees)

    return score_pairs(
        adjacency, "preferential_attachment", rows_of, pairs=pairs, person=person, top=top
    )
