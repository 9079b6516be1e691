"""Simmelian ties: mutual ties that a third person shares."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netgraph.metrics._registry import statistic
from netgraph.metrics._ties import tie_series
from netgraph.metrics.strength._mutual import mutual_network
from netgraph.metrics.strength.embeddedness import common_contacts

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd

    from netgraph.adjacency import Adjacency


@statistic("tie", bounds=(0.0, float("inf")), direction="kept", structural=True)
def simmelian_ties(graph: nx.Graph | Adjacency) -> pd.Series:
    r"""How many third people stand in a mutual tie with both ends of a mutual tie.

    .. math:: S_{ij} = |\{ k : i \leftrightarrow k \leftrightarrow j \}|
        \quad \text{where } i \leftrightarrow j

    A tie is Simmelian where this is 1 or more: two people, each tied to the
    other, who are both mutually tied to a third.

    Parameters
    ----------
    graph
        Graph of people; in an undirected one every tie is mutual.

    Returns
    -------
    pandas.Series
        Indexed by `person_id` and `other_id`, each mutual tie once; 0 and up.
        Ties of one direction are not among them. NaN in a personal network where
        no tie of an end to another contact is known.

    Raises
    ------
    GraphError
        If it is no graph.

    References
    ----------
    .. [1] Krackhardt, D. (1998). Simmelian ties: super strong and sticky. In
       R. Kramer & M. Neale (eds.), *Power and Influence in Organizations*. Sage.

    Examples
    --------
    >>> import networkx as nx
    >>> arcs = [("you", "ann"), ("ann", "bo"), ("bo", "you"), ("ann", "you"), ("bo", "ann")]
    >>> simmelian_ties(nx.DiGraph(arcs)).to_dict()
    {('you', 'ann'): 0.0, ('ann', 'bo'): 0.0}
    """
    adjacency = mutual_network(graph)
    return tie_series(adjacency, common_contacts(adjacency), "simmelian_ties")
