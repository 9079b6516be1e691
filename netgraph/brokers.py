"""Brokers: people who connect groups that would otherwise not meet."""

from __future__ import annotations

from typing import TYPE_CHECKING

import networkx as nx
import numpy as np
import pandas as pd
from scipy.stats import rankdata

from netgraph.adjacency import Adjacency
from netgraph.clusters import find_clusters
from netgraph.metrics import measure
from netgraph.metrics.brokerage.betweenness import betweenness

if TYPE_CHECKING:
    from numpy.typing import NDArray

DRAWS = 20
"""How often the uncertain ties are drawn anew to see whether a rank holds."""

_COLUMNS = [
    "name",
    "cluster",
    "label",
    "degree",
    "betweenness",
    "constraint",
    "effective_size",
    "clusters_reached",
    "rank",
    "rank_low",
    "rank_high",
    "evidence",
]

LARGE = 3000
"""With more people paths are counted from a sample of them, anew in each draw."""
_LARGE_DRAWS, _LARGE_SOURCES = 10, 64


def find_brokers(
    graph: nx.Graph, clusters: pd.DataFrame | None = None, *, seed: int = 0
) -> pd.DataFrame:
    """Rank people by how much they connect others who are not otherwise connected.

    People are ranked by betweenness in the network without you. Ties that are
    only inferred are there with their probability: the ranking is made in 20
    networks in which each of them is drawn anew, and is the mean of those.
    With more than 3,000 people it is 10 networks, and in each the paths from
    64 people drawn at random; the rank's interval covers that, too.

    Parameters
    ----------
    graph
        As `build_graph` gives it; the ego is left out.
    clusters
        As `find_clusters` gives them; found here if they are not given.
    seed
        The same seed gives the same draws.

    Returns
    -------
    pandas.DataFrame
        Index person_id, best first; only people who lie between others.
        ``name``, ``cluster``, ``label`` (of the cluster); ``degree`` (ties to
        other contacts, an inferred one counting as its probability, rounded);
        ``betweenness`` (mean over the draws, share of all pairs, 0 to 1);
        ``constraint``, ``effective_size``; ``clusters_reached``
        (different clusters among the person and their ties); ``rank``, with
        ``rank_low`` and ``rank_high``: the 5th and 95th percentile over the
        draws; ``evidence``: share of the person's ties that were observed.
        Empty where no tie among contacts was observed: guesses alone show nobody
        between others.

    References
    ----------
    .. [1] Freeman, L. (1977). A set of measures of centrality based on
       betweenness. *Sociometry* 40, 35-41.

    Examples
    --------
    >>> graph = nx.relabel_nodes(nx.barbell_graph(5, 1), str)
    >>> find_brokers(graph).index[0]
    '5'
    """
    if clusters is None:
        clusters = find_clusters(graph)
    ego = graph.graph.get("ego")
    alters = nx.Graph(graph.subgraph(p for p in graph if any(q not in (p, ego) for q in graph[p])))
    alters.remove_nodes_from([ego] if ego in alters else [])
    alters.graph["ego"] = None
    if not any(how == "observed" for *_, how in alters.edges(data="evidence", default="observed")):
        return pd.DataFrame(columns=_COLUMNS).rename_axis("person_id")
    drawn = _draw_betweenness(alters, seed)
    score = drawn.mean(axis=0)
    ranks = _ranks(drawn)
    measures = measure(alters, ["constraint", "effective_size"])
    brokers = pd.DataFrame(
        {
            "name": [alters.nodes[p].get("name") for p in alters],
            "cluster": clusters["cluster"].reindex(list(alters)),
            "label": clusters["label"].reindex(list(alters)),
            "degree": _expected_ties(alters),
            "betweenness": score,
            "constraint": measures["constraint"],
            "effective_size": measures["effective_size"],
            "clusters_reached": _clusters_reached(alters, clusters["cluster"]),
            "rank_low": np.floor(np.percentile(ranks, 5, axis=0)).astype("int64"),
            "rank_high": np.ceil(np.percentile(ranks, 95, axis=0)).astype("int64"),
            "evidence": _observed_share(alters),
        },
        index=pd.Index(list(alters), name="person_id"),
    )
    brokers = brokers[brokers["betweenness"] > 0]
    brokers = brokers.sort_values("betweenness", ascending=False, kind="stable")
    brokers["rank"] = brokers["betweenness"].rank(ascending=False, method="min").astype("int64")
    brokers["rank_low"] = brokers[["rank_low", "rank"]].min(axis=1)
    brokers["rank_high"] = brokers[["rank_high", "rank"]].max(axis=1)
    return brokers[_COLUMNS]


def _draw_betweenness(graph: nx.Graph, seed: int) -> NDArray[np.float64]:
    """Betweenness in each draw: a row per draw, a column per person."""
    people = list(graph)
    position = {person: row for row, person in enumerate(people)}
    ties = np.array(
        [(position[one], position[two], p) for one, two, p in _probabilities(graph)], dtype=float
    ).reshape(-1, 3)
    source, target = ties[:, 0].astype(np.int64), ties[:, 1].astype(np.int64)
    large = len(people) > LARGE
    return draw_betweenness(
        len(people),
        source,
        target,
        ties[:, 2],
        draws=_LARGE_DRAWS if large else DRAWS,
        sources=_LARGE_SOURCES if large else None,
        seed=seed,
    )


def draw_betweenness(  # noqa: PLR0913 - three columns of ties, the rest by keyword
    people: int,
    source: NDArray[np.int64],
    target: NDArray[np.int64],
    probability: NDArray[np.float64],
    *,
    draws: int,
    sources: int | None,
    seed: int = 0,
) -> NDArray[np.float64]:
    """Measure betweenness in networks in which each uncertain tie is drawn anew.

    The same seed draws the same ties (by their place) and paths from the same
    people, so that two networks over the same columns differ by their ties alone.

    Parameters
    ----------
    people
        How many there are.
    source, target, probability
        A place for each tie: the positions of its ends, and how probable it is.
    draws
        How many networks; one, if all ties are certain and all paths are counted.
    sources
        From how many people paths are counted; None for all.
    seed
        Makes the draws repeatable.

    Returns
    -------
    numpy.ndarray
        A row per draw, a column per person; 0 to 1.
    """
    rng = np.random.default_rng(seed)
    once = sources is None and bool(((probability >= 1) | (probability <= 0)).all())
    rows = []
    for number in range(1 if once else draws):
        there = rng.random(len(source)) < probability
        drawn = Adjacency.from_arrays(source[there], target[there], nodes=pd.RangeIndex(people))
        rows.append(betweenness(drawn, sample=sources, seed=seed + number).to_numpy())
    drawn_values: NDArray[np.float64] = np.nan_to_num(np.array(rows))
    return drawn_values


def _probabilities(graph: nx.Graph) -> list[tuple[str, str, float]]:
    return [(a, b, p) for a, b, p in graph.edges(data="probability", default=1.0) if a != b]


def _ranks(drawn: NDArray[np.float64]) -> NDArray[np.float64]:
    ranks: NDArray[np.float64] = rankdata(-drawn, axis=1, method="min")
    return ranks


def _expected_ties(graph: nx.Graph) -> list[int]:
    return [
        round(sum(tie.get("probability", 1.0) for tie in ties.values()))
        for _, ties in graph.adjacency()
    ]


def _clusters_reached(graph: nx.Graph, cluster: pd.Series) -> list[int]:
    home = cluster.dropna().to_dict()
    return [len({home[p] for p in (person, *graph[person]) if p in home}) for person in graph]


def _observed_share(graph: nx.Graph) -> list[float]:
    return [
        float(np.mean([tie.get("evidence", "observed") == "observed" for tie in ties.values()]))
        for _, ties in graph.adjacency()
    ]
