"""Which cluster is meant by a number or a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netgraph.errors import UnknownNameError, nearest

if TYPE_CHECKING:
    import pandas as pd


def cluster_meant(clusters: pd.DataFrame | None, given: str | int) -> int:
    """Find the number of a cluster by its number or its label."""
    if clusters is None:
        raise UnknownNameError(
            f"the cluster {given!r} is not known here", remedy="Pass clusters=find_clusters(graph)"
        )
    there = clusters.dropna(subset=["cluster"]).drop_duplicates("cluster")
    numbers = there["cluster"].astype(int)
    if not isinstance(given, str):
        if given in set(numbers):
            return int(given)
    else:
        found = numbers[there["label"].str.casefold() == given.casefold()]
        if len(found):
            return int(found.iloc[0])
    raise UnknownNameError(
        f"no cluster is called {given!r}",
        remedy=nearest(given, there["label"], "Look at the column label of find_clusters"),
    )
