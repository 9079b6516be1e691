"""Embeddedness: how many people both ends of a tie know."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netgraph.adjacency import Adjacency
from netgraph.kernels.closure import count_common_contacts
from netgraph.metrics._registry import statistic
from netgraph.metrics._ties import tie_series

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd

    from netgraph.kernels._rows import Floats


def common_contacts(adjacency: Adjacency) -> Floats:
    """Count, for the entry of each tie, the contacts that its ends share."""
    return count_common_contacts(adjacency.indptr, adjacency.indices)


@statistic("tie", bounds=(0.0, float("inf")), structural=True)
def embeddedness(graph: nx.Graph | Adjacency) -> pd.Series:
    r"""How many people the two ends of a tie both know.

    .. math:: E_{ij} = |N(i) \cap N(j)|

    where :math:`N(i)` are the contacts of :math:`i`.

    Parameters
    ----------
    graph
        Undirected graph of people. Tie weights are not used.

    Returns
    -------
    pandas.Series
        Indexed by `person_id` and `other_id`, each tie once; 0 and up. NaN in a
        personal network where no tie of an end to another contact is known.

    Raises
    ------
    GraphError
        If the graph is directed.

    References
    ----------
    .. [1] Granovetter, M. (1985). Economic action and social structure: the
       problem of embeddedness. American Journal of Sociology, 91(3), 481-510.
    .. [2] Easley, D. & Kleinberg, J. (2010). *Networks, Crowds, and Markets*,
       chapter 3. Cambridge University Press.

    Examples
    --------
    >>> import networkx as nx
    >>> float(embeddedness(nx.complete_graph(["you", "ann", "bo"]))["you", "ann"])
    1.0
    """
    adjacency = Adjacency.from_networkx(graph)
    return tie_series(adjacency, common_contacts(adjacency), "embeddedness")
