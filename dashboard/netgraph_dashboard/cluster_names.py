"""Names of one's own for clusters, found again when the clusters are."""

from __future__ import annotations

import pandas as pd

LEAST_SHARED = 0.5
"""A cluster is the one that was named if more than this share of both together is in both."""


def find_names(clusters: pd.DataFrame, named: pd.DataFrame) -> dict[int, str]:
    """Tell which cluster of today carries which name.

    A name was given to certain people. It belongs to the cluster that shares
    most people with them, where the people in both are more than half of those
    in either: so each cluster has one name at most, and each name one cluster.

    Parameters
    ----------
    clusters
        As `netgraph.find_clusters` gives them.
    named
        Columns ``name`` and ``members`` (a list of person_ids); the later row
        wins.

    Returns
    -------
    dict
        Number of the cluster -> name.
    """
    if named.empty or clusters.empty:
        return {}
    cluster = clusters["cluster"].dropna().astype(int)
    sizes = cluster.value_counts()
    found = {}
    for name, members in zip(named["name"], named["members"], strict=True):
        inside = cluster.reindex(pd.Index(members).intersection(cluster.index)).value_counts()
        if inside.empty:
            continue
        best, shared = int(inside.index[0]), int(inside.iloc[0])
        if shared > LEAST_SHARED * (int(sizes[best]) + len(members) - shared):
            found[best] = str(name)
    return {cluster: name for cluster, name in found.items() if name}
