"""Clusters: groups of people who know each other better than they know the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

import graspologic_native
import numpy as np
import pandas as pd

from netgraph.labels import describe_members

if TYPE_CHECKING:
    import networkx as nx
    from numpy.typing import NDArray

LEAST_SIZE = 3
"""Fewer people than this are no cluster."""

RUNS = 10
_ITERATIONS = 4
_RANDOMNESS = 0.001


def find_clusters(graph: nx.Graph, *, resolution: float = 1.0, seed: int = 0) -> pd.DataFrame:
    """Group people by who knows whom, and tell how firmly each belongs.

    The Leiden algorithm maximises weighted modularity; it is run ten times
    from different seeds, and the best partition is the answer.

    Parameters
    ----------
    graph
        As `build_graph` gives it. The ego is left out: one who knows everybody
        belongs to no group of them. Tie weights are used.
    resolution
        Above 1 gives more and smaller clusters, below 1 fewer and larger ones.
    seed
        The same seed gives the same clusters.

    Returns
    -------
    pandas.DataFrame
        Index person_id, in the graph's node order. ``cluster``: 0 is the
        largest; NA for people in no group of at least three. ``label``: see
        `describe_clusters`. ``core``: share of the ten runs that put the
        person into the same cluster, from 0 to 1; NaN without a cluster.
        ``attrs["quality"]`` holds the modularity.

    Notes
    -----
    Modularity cannot see groups much smaller than the square root of the
    number of ties (Fortunato & Barthelemy 2007); raise `resolution` to look
    for them.

    References
    ----------
    .. [1] Traag, V. A., Waltman, L. & van Eck, N. J. (2019). From Louvain to
       Leiden. *Scientific Reports* 9, 5233.

    Examples
    --------
    >>> import networkx as nx
    >>> graph = nx.relabel_nodes(nx.barbell_graph(5, 0), str)
    >>> find_clusters(graph)["cluster"].tolist()
    [0, 0, 0, 0, 0, 1, 1, 1, 1, 1]
    """
    people = [p for p in graph if p != graph.graph.get("ego")]
    ties = _ties(graph, people)
    runs = [_leiden(ties, len(people), resolution, seed * RUNS + run + 1) for run in range(RUNS)]
    quality, membership = max(runs, key=lambda run: run[0])
    cluster = _by_size(membership)
    core = _agreement(cluster, [other for _, other in runs])
    clusters = pd.DataFrame(
        {
            "cluster": pd.array(np.where(cluster >= 0, cluster, 0), dtype="Int64"),
            "core": np.where(cluster >= 0, core, np.nan),
        },
        index=pd.Index(people, name="person_id"),
    )
    clusters.loc[cluster < 0, "cluster"] = pd.NA
    labels = describe_members(graph, clusters["cluster"])["label"]
    clusters.insert(1, "label", clusters["cluster"].map(labels).astype("str"))
    clusters["label"] = clusters["label"].where(clusters["cluster"].notna())
    clusters.attrs["quality"] = quality
    return clusters


def describe_clusters(graph: nx.Graph, clusters: pd.DataFrame) -> pd.DataFrame:
    """Name each cluster by what its people share, and tell how it hangs together.

    Parameters
    ----------
    graph
        The graph that the clusters were found in.
    clusters
        As `find_clusters` gives them.

    Returns
    -------
    pandas.DataFrame
        Index ``cluster``. ``label`` and ``support`` (``"7 of 9"``): what is
        over-represented, or ``"Cluster 3"`` where nothing is; ``feature``: the
        attribute that the label is a value of. ``size``; ``density``: share of
        possible ties within that there are, 0 to 1, an inferred tie counting
        as its probability; ``stability``: mean ``core`` of its people;
        ``observed``: share of those ties that were observed; ``outward_ties``:
        ties to other clusters; ``bridges``: names of up to three people with
        most of those.

    Examples
    --------
    >>> import networkx as nx
    >>> graph = nx.relabel_nodes(nx.barbell_graph(5, 0), str)
    >>> describe_clusters(graph, find_clusters(graph))["outward_ties"].tolist()
    [1, 1]
    """
    member = clusters["cluster"].dropna().astype(int)
    described = describe_members(graph, clusters["cluster"])
    within = dict.fromkeys(described.index, 0.0)
    observed = dict.fromkeys(described.index, 0)
    outward = dict.fromkeys(described.index, 0)
    reaching: dict[int, dict[str, int]] = {cluster: {} for cluster in described.index}
    home = member.to_dict()
    for one, two, tie in graph.edges(data=True):
        a, b = home.get(one), home.get(two)
        if a is None or b is None or one == two:
            continue
        if a == b:
            within[a] += tie.get("probability", 1.0)
            observed[a] += tie.get("evidence", "observed") == "observed"
            continue
        for person, cluster in ((one, a), (two, b)):
            outward[cluster] += 1
            reaching[cluster][person] = reaching[cluster].get(person, 0) + 1
    size = member.value_counts().reindex(described.index)
    described["size"] = size
    described["density"] = pd.Series(within) / (size * (size - 1) / 2)
    described["stability"] = clusters["core"].groupby(clusters["cluster"]).mean()
    described["observed"] = (pd.Series(observed) / pd.Series(within)).where(pd.Series(within) > 0)
    described["outward_ties"] = pd.Series(outward, dtype="int64")
    names = dict(graph.nodes(data="name"))
    described["bridges"] = pd.Series(
        {
            cluster: "; ".join(
                str(names[p] or p) for p in sorted(people, key=lambda p: (-people[p], str(p)))[:3]
            )
            for cluster, people in reaching.items()
        },
        dtype="str",
    )
    return described


def _ties(graph: nx.Graph, people: list[str]) -> list[tuple[str, str, float]]:
    position = {person: str(row) for row, person in enumerate(people)}
    return [
        (position[one], position[two], float(weight))
        for one, two, weight in graph.edges(data="weight", default=1.0)
        if one != two and one in position and two in position
    ]


def _leiden(
    ties: list[tuple[str, str, float]], people: int, resolution: float, seed: int
) -> tuple[float, NDArray[np.int64]]:
    """One run: its modularity, and a community number for each person."""
    membership = np.arange(people) + people  # alone, until a run says otherwise
    if not ties:
        return 0.0, membership
    quality, found = graspologic_native.leiden(
        ties,
        resolution=resolution,
        randomness=_RANDOMNESS,
        iterations=_ITERATIONS,
        use_modularity=True,
        seed=seed,
    )
    for row, community in found.items():
        membership[int(row)] = community
    return float(quality), membership


def _by_size(membership: NDArray[np.int64]) -> NDArray[np.int64]:
    """Give each community a number, the largest 0; -1 to those that are too small."""
    values, first, inverse, sizes = np.unique(
        membership, return_index=True, return_inverse=True, return_counts=True
    )
    ranked = np.lexsort((first, -sizes))
    numbers = np.empty(len(values), dtype=np.int64)
    numbers[ranked] = np.arange(len(values))
    numbers[sizes < LEAST_SIZE] = -1
    return numbers[inverse]


def _agreement(cluster: NDArray[np.int64], runs: list[NDArray[np.int64]]) -> NDArray[np.float64]:
    """Share of runs in which a person is in the run's best match of their cluster."""
    agreeing = np.zeros(len(cluster))
    for run in runs:
        pairs = pd.DataFrame({"cluster": cluster, "community": run})
        overlap = pairs.value_counts(sort=False).rename("people").reset_index()
        best = overlap.sort_values(["people", "community"], ascending=[False, True])
        matched = best.drop_duplicates("cluster").set_index("cluster")["community"].to_dict()
        agreeing += run == np.array([matched[number] for number in cluster])
    return agreeing / len(runs)
