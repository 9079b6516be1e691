"""What measures of diversity share: the categories among a person's contacts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from netgraph.adjacency import Adjacency
from netgraph.errors import GraphError, nearest
from netgraph.metrics._arcs import read_ties
from netgraph.metrics._series import noted, person_series
from netgraph.reading_once import kept

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping

    import networkx as nx
    from numpy.typing import NDArray

    from netgraph.metrics._series import Told


@dataclass(frozen=True, eq=False)
class ContactShares:
    """How each person's contacts of known category spread over the categories.

    A row for each person and category that occurs among the contacts.

    Attributes
    ----------
    adjacency
        The network.
    person
        Position of the person.
    category
        Number of the category.
    share
        Share of the category among the contacts whose category is known.
    known
        By position: how many contacts are of known category.
    codes
        By position: the number of the own category; -1 is unknown.
    """

    adjacency: Adjacency
    person: NDArray[np.int64]
    category: NDArray[np.int64]
    share: NDArray[np.float64]
    known: NDArray[np.int64]
    codes: NDArray[np.int64]

    def series(self, values: NDArray[np.float64], name: str) -> pd.Series:
        """Lay one number per position along the graph, with how many are of unknown category."""
        return self.noted(person_series(self.adjacency, values, name))

    def noted(self, told: Told) -> Told:
        """Note what did not count: ties with oneself, and people of unknown category."""
        return told_unknown(noted(told, self.adjacency), self.codes)

    def sum_by_person(self, values: NDArray[np.float64]) -> NDArray[np.float64]:
        """Sum a number per row for each person; NaN where no contact's category is known."""
        total = np.bincount(self.person, values, minlength=len(self.known))
        return np.where(self.known > 0, total, np.nan)


@kept
def contact_shares(graph: nx.Graph, attribute: str) -> ContactShares:
    """Count the categories among each person's contacts.

    Parameters
    ----------
    graph
        Undirected graph of people.
    attribute
        Person attribute that holds the category; NaN, None, NA and blank text are unknown.
    """
    adjacency = attribute_adjacency(graph)
    category = category_codes(graph, attribute)
    code = category[adjacency.indices]
    person, code = adjacency.sources[code >= 0], code[code >= 0]
    kinds = int(category.max(initial=0)) + 1
    key, count = np.unique(person * kinds + code, return_counts=True)
    row, kind = np.divmod(key, kinds)
    known = np.bincount(person, minlength=len(adjacency))
    return ContactShares(adjacency, row, kind, count / known[row], known, category)


def told_unknown(told: Told, codes: NDArray[np.int64]) -> Told:
    """Note in ``attrs["unknown"]`` of how many people the category is not known, if of any."""
    unknown = int((codes < 0).sum())
    if unknown:
        told.attrs["unknown"] = unknown
    return told


def attribute_adjacency(graph: nx.Graph) -> Adjacency:
    """Read the ties of a graph whose people carry attributes."""
    check_attributes(graph)
    return read_ties(graph)


def check_attributes(graph: nx.Graph | Adjacency) -> None:
    """Refuse what holds no attributes of people."""
    if isinstance(graph, Adjacency):
        raise GraphError(
            "an Adjacency holds ties alone, and this measure needs an attribute of people",
            remedy="Pass the networkx graph",
        )


@kept
def category_codes(graph: nx.Graph, attribute: str) -> NDArray[np.int64]:
    """Give each person's category as a number from 0, along the graph; -1 is unknown.

    Raises
    ------
    GraphError
        If nobody carries the attribute: then the name is probably misspelt; or
        if it holds lists.
    """
    values = np.empty(len(graph), dtype=object)
    carried = False
    for place, (_, attributes) in enumerate(graph.nodes(data=True)):
        values[place] = _category(attributes, attribute)
        carried = carried or attribute in attributes
    if len(graph) and not carried:
        there = {str(name) for _, data in graph.nodes(data=True) for name in data}
        raise GraphError(
            f"nobody in this graph carries the attribute {attribute!r}",
            remedy=nearest(attribute, there) if there else "People carry no attributes",
        )
    try:
        codes = pd.factorize(values)[0]
    except TypeError as unhashable:
        several = next(v for v in values if isinstance(v, list | set | dict | np.ndarray))
        raise GraphError(
            f"the attribute {attribute!r} holds a {type(several).__name__}, and a category is one "
            "value",
            remedy="Give each person one category, such as the first",
        ) from unhashable
    return np.asarray(codes, dtype=np.int64)


def category_parts(
    graph: nx.Graph, person_id: Hashable, *, attribute: str = "domain"
) -> dict[str, Any]:
    """Tell how many contacts are of each category, the commonest first, and how many of none.

    Examples
    --------
    >>> import networkx as nx
    >>> graph = nx.star_graph(["you", "ann", "bo"])
    >>> nx.set_node_attributes(graph, {"ann": "law"}, "domain")
    >>> category_parts(graph, "you")
    {'contacts': 2, 'unknown': 1, 'categories': {'law': 1}}
    """
    adjacency = attribute_adjacency(graph)
    contacts = adjacency.neighbours(person_id)
    values = pd.Series([_category(graph.nodes[c], attribute) for c in contacts], dtype=object)
    counts = values.value_counts()
    return {
        "contacts": len(contacts),
        "unknown": int(values.isna().sum()),
        "categories": {str(category): int(count) for category, count in counts.items()},
    }


def _category(attributes: Mapping[str, Any], name: str) -> object:
    """Read a category off a person's attributes; blank text is none."""
    value: object = attributes.get(name)
    return None if isinstance(value, str) and not value.strip() else value
