"""Tables that tell how far apart, or how alike, categories are."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from netgraph.errors import GraphError

if TYPE_CHECKING:
    from collections.abc import Iterator

    import networkx as nx
    from numpy.typing import NDArray

    from netgraph.metrics.diversity._shares import ContactShares

    Floats = NDArray[np.float64]

CELLS = 1 << 22
"""Shares that are held as a full table in one go; bounds the memory (about 100 MB)."""


def category_names(graph: nx.Graph, attribute: str) -> list[object]:
    """Name the categories by number, as `category_codes` numbers them."""
    values = [value for _, value in graph.nodes(data=attribute)]
    return pd.factorize(pd.Series(values, dtype=object))[1].tolist()


def square_table(graph: nx.Graph, attribute: str, table: pd.DataFrame, name: str) -> Floats:
    """Lay a table of category by category along the categories' numbers.

    Raises
    ------
    GraphError
        If a category is missing from rows or columns, a number is missing or
        negative, or the two directions differ.
    """
    there = category_names(graph, attribute)
    for axis, labels in (("rows", table.index), ("columns", table.columns)):
        absent = [each for each in there if each not in labels]
        if absent:
            raise GraphError(
                f"the {axis} of {name} lack {absent[0]!r}"
                + (f" and {len(absent) - 1} more" if len(absent) > 1 else ""),
                remedy=f"Give a row and a column for each category of {attribute!r}",
            )
    values = table.loc[there, there].to_numpy(dtype=np.float64, na_value=np.nan)
    if not (np.isfinite(values) & (values >= 0)).all() or not np.allclose(values, values.T):
        raise GraphError(
            f"{name} holds a number that is missing, negative or not the same both ways",
            remedy="Give numbers of zero or more, the same from a to b as from b to a",
        )
    return values


def full_rows(spread: ContactShares, kinds: int, values: Floats) -> Iterator[tuple[slice, Floats]]:
    """Give a number per person and category as full tables, some people at a time."""
    people = len(spread.known)
    step = max(CELLS // max(kinds, 1), 1)
    for start in range(0, people, step):
        rows = slice(start, min(start + step, people))
        first, last = np.searchsorted(spread.person, [rows.start, rows.stop])
        table = np.zeros((rows.stop - rows.start, kinds))
        table[spread.person[first:last] - start, spread.category[first:last]] = values[first:last]
        yield rows, table
