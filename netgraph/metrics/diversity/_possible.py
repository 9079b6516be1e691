"""How many categories there are that a contact could be of."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from netgraph.errors import GraphError

if TYPE_CHECKING:
    from collections.abc import Collection, Hashable

    import networkx as nx


def number_of_categories(
    graph: nx.Graph, attribute: str, categories: int | Collection[Hashable]
) -> int:
    """Count the possible categories, and refuse fewer than the graph shows.

    Parameters
    ----------
    graph
        Graph of people.
    attribute
        Person attribute that holds the category.
    categories
        The possible categories, or how many there are.

    Raises
    ------
    GraphError
        If there are fewer than two, or people are of a category that is not
        among them.

    Examples
    --------
    >>> import networkx as nx
    >>> graph = nx.Graph()
    >>> graph.add_node("ann", domain="law")
    >>> number_of_categories(graph, "domain", ["law", "art", "tech"])
    3
    """
    carried = pd.Series([value for _, value in graph.nodes(data=attribute)], dtype=object)
    seen = carried.dropna().unique().tolist()
    if isinstance(categories, int):
        possible, strange = categories, seen[categories:]
    else:
        possible = len(set(categories))
        strange = [each for each in seen if each not in set(categories)]
    if strange:
        raise GraphError(
            f"people are of {len(seen)} categories of {attribute!r}, and {strange[0]!r} is not "
            f"among the {possible} possible ones",
            remedy="Name every category that a person can be of",
        )
    if possible < 2:  # noqa: PLR2004 - one category holds everybody
        raise GraphError(
            f"categories is {categories!r}", remedy="Name two possible categories or more"
        )
    return possible
