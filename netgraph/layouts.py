"""Where people stand on the map: named areas that do not overlap, people inside them."""

from __future__ import annotations

from dataclasses import dataclass

import networkx as nx
import numpy as np
import pandas as pd
from numpy.typing import NDArray

from netgraph.domains import DOMAINS

Points = NDArray[np.float64]

MOST_CLUSTERS = 100
"""More named areas than this are no help to anybody who looks at a map."""

_GAP = 0.4  # space between two discs, as a part of their radii
_ROUNDS = 60
_GATHERING = 500  # rounds in which areas are drawn inwards as well as pushed apart
_TOUCHING = 1e-3  # an overlap that nobody sees
_REPELLERS = 12  # people drawn at random who stand for all others of an area


@dataclass(frozen=True)
class Layout:
    """Positions of people and of the areas that they stand in.

    Attributes
    ----------
    people
        Index person_id; ``x``, ``y``, ``area``. One unit is about the distance
        between two neighbours inside an area.
    areas
        Index ``area``; ``label``, ``kind`` (``cluster``; ``domain``: people in
        no cluster or a small one, by field of work; ``none``: neither is known), ``cluster``
        (its number, or NA), ``x``, ``y``, ``radius``, ``size``.
    """

    people: pd.DataFrame
    areas: pd.DataFrame


def layout_areas(graph: nx.Graph, clusters: pd.DataFrame, *, seed: int = 0) -> Layout:
    """Lay out clusters as disjoint discs and their people inside them.

    Two levels: the areas are placed by the ties between them (Fruchterman and
    Reingold), pushed apart until no two overlap; then people are placed inside
    their disc by the ties among them, starting on the side that their outside
    ties point to.

    Parameters
    ----------
    graph
        The graph that the clusters were found in; the ego is left out.
    clusters
        As `find_clusters` gives them. The largest 100 get areas of their own;
        people of the others and people without a cluster stand with those of
        their domain, in areas that are marked as such.
    seed
        The same seed gives the same picture.

    Returns
    -------
    Layout
        A dot for everybody in `clusters`.

    References
    ----------
    .. [1] Fruchterman, T. & Reingold, E. (1991). Graph drawing by
       force-directed placement. *Software: Practice and Experience* 21.

    Examples
    --------
    >>> from netgraph.clusters import find_clusters
    >>> graph = nx.relabel_nodes(nx.barbell_graph(5, 0), str)
    >>> layout = layout_areas(graph, find_clusters(graph))
    >>> layout.areas["size"].tolist()
    [5, 5]
    """
    rng = np.random.default_rng(seed)
    areas, area = _areas(graph, clusters)
    if areas.empty:
        people = pd.DataFrame({"x": [], "y": [], "area": []}, index=clusters.index)
        return Layout(people, areas.assign(x=[], y=[], radius=[]))
    radius = np.sqrt(areas["size"].to_numpy(dtype=float)) + 0.8
    ties, weight = _ties(graph, clusters.index)
    centre = _place_areas(area[ties], weight, radius, areas["size"].to_numpy(dtype=float), seed)
    inside = _place_people(ties, weight, area, centre, radius, rng)
    position = centre[area] + inside
    people = pd.DataFrame(
        {"x": position[:, 0], "y": position[:, 1], "area": area}, index=clusters.index
    )
    return Layout(people, areas.assign(x=centre[:, 0], y=centre[:, 1], radius=radius))


def _areas(graph: nx.Graph, clusters: pd.DataFrame) -> tuple[pd.DataFrame, NDArray[np.int64]]:
    """Tell the areas, and for each person the number of theirs."""
    domain = pd.Series(
        [graph.nodes[person].get("domain") for person in clusters.index], index=clusters.index
    )
    in_cluster = (clusters["cluster"] < MOST_CLUSTERS).fillna(False).astype(bool)
    key = ("d" + domain.astype("str").where(domain.notna(), "")).where(
        ~in_cluster, "c" + clusters["cluster"].astype("str").str.zfill(6)
    )
    order = sorted(key.unique())
    number = {k: i for i, k in enumerate(order)}
    area = key.map(number).to_numpy(dtype=np.int64)
    labels = clusters.loc[in_cluster, "label"].groupby(key[in_cluster]).first()
    rows: list[tuple[str, str, object]] = []
    for k in order:
        code = k[1:]
        if k.startswith("c"):
            rows.append((labels[k], "cluster", int(code)))
        elif code:
            rows.append((DOMAINS.get(code, code), "domain", pd.NA))
        else:
            rows.append(("Field unknown", "none", pd.NA))
    areas = pd.DataFrame(rows, columns=["label", "kind", "cluster"])
    areas["cluster"] = areas["cluster"].astype("Int64")
    areas["size"] = np.bincount(area, minlength=len(order)) if order else []
    return areas.rename_axis("area"), area


def _ties(graph: nx.Graph, people: pd.Index) -> tuple[NDArray[np.int64], Points]:
    position = {person: row for row, person in enumerate(people)}
    rows = [
        (position[one], position[two], weight)
        for one, two, weight in graph.edges(data="weight", default=1.0)
        if one in position and two in position and one != two
    ]
    table = np.array(rows, dtype=float).reshape(-1, 3)
    return table[:, :2].astype(np.int64), table[:, 2]


def _place_areas(
    pairs: NDArray[np.int64], weight: Points, radius: Points, size: Points, seed: int
) -> Points:
    count = len(radius)
    meta = nx.empty_graph(count)
    across = pairs[:, 0] != pairs[:, 1]
    for (one, two), w in zip(np.sort(pairs[across], axis=1), weight[across], strict=True):
        bond = w / np.sqrt(size[one] * size[two])
        before = meta.get_edge_data(one, two, {"weight": 0.0})["weight"]
        meta.add_edge(int(one), int(two), weight=before + bond)
    heaviest = max((w for *_, w in meta.edges(data="weight")), default=1.0)
    for _, _, data in meta.edges(data=True):
        data["weight"] = 0.05 + data["weight"] / heaviest
    placed = nx.spring_layout(meta, seed=seed, iterations=200, method="force")
    centre = np.array([placed[area] for area in range(count)]) * radius.sum() * 0.3
    return _push_apart(centre, radius, size)


def _push_apart(centre: Points, radius: Points, size: Points) -> Points:
    """Move discs until no two overlap, heavy ones less, drawing all inwards meanwhile."""
    wanted = (radius[:, None] + radius[None]) * (1 + _GAP)
    share = (size[None] / (size[:, None] + size[None]))[..., None]
    for step in range(_GATHERING + 300):
        apart = centre[:, None] - centre[None]
        distance = np.linalg.norm(apart, axis=2) + np.eye(len(centre))
        overlap = np.clip(wanted - distance, 0, None)
        np.fill_diagonal(overlap, 0)
        if step >= _GATHERING and overlap.max(initial=0.0) < _TOUCHING:
            break
        push = overlap[..., None] * apart / np.maximum(distance, 1e-9)[..., None]
        centre = centre + 0.5 * (push * share).sum(axis=1)
        if step < _GATHERING:
            centre = centre * 0.996
    return centre - np.average(centre, axis=0, weights=size)


def _place_people(  # noqa: PLR0913, PLR0917 - one step of the layout, called once
    ties: NDArray[np.int64],
    weight: Points,
    area: NDArray[np.int64],
    centre: Points,
    radius: Points,
    rng: np.random.Generator,
) -> Points:
    """Place people around the centre of their area; returns offsets from it."""
    room = radius[area][:, None]
    size = np.bincount(area, minlength=len(radius))[area]
    place = _random_in_disc(len(area), rng) * room * 0.6
    place += 0.7 * room * _outward(ties, area, centre)
    within = ties[area[ties[:, 0]] == area[ties[:, 1]]]
    strength = weight[area[ties[:, 0]] == area[ties[:, 1]]]
    strength = 0.3 + 0.7 * np.clip(strength / (np.median(strength) if len(strength) else 1), 0, 2)
    degree = np.bincount(within.ravel(), minlength=len(area))
    ease = 1 / np.sqrt(np.maximum(degree, 1))  # many ties must not collapse an area
    strength = strength * ease[within[:, 0]] * ease[within[:, 1]]
    order = np.argsort(area, kind="stable")
    first = np.searchsorted(area[order], area)
    for step in range(_ROUNDS):
        move = _attraction(place, within, strength)
        move += _repulsion(place, order, first, size, rng)
        length = np.linalg.norm(move, axis=1, keepdims=True)
        limit = 0.25 * room * (1 - step / _ROUNDS) ** 1.5
        place += move / np.maximum(length, 1e-9) * np.minimum(length, limit)
    return _fill_disc(place, area, radius)


def _random_in_disc(count: int, rng: np.random.Generator) -> Points:
    angle, away = rng.uniform(0, 2 * np.pi, count), np.sqrt(rng.uniform(0, 1, count))
    return np.column_stack([away * np.cos(angle), away * np.sin(angle)])


def _outward(ties: NDArray[np.int64], area: NDArray[np.int64], centre: Points) -> Points:
    """Mean direction of a person's ties to other areas, at most of length 1."""
    pull = np.zeros((len(area), 2))
    across = ties[area[ties[:, 0]] != area[ties[:, 1]]]
    for here, there in ((0, 1), (1, 0)):
        way = centre[area[across[:, there]]] - centre[area[across[:, here]]]
        way /= np.maximum(np.linalg.norm(way, axis=1, keepdims=True), 1e-9)
        np.add.at(pull, across[:, here], way)
    shortened: Points = pull / (1 + np.linalg.norm(pull, axis=1, keepdims=True))
    return shortened


def _attraction(place: Points, ties: NDArray[np.int64], strength: Points) -> Points:
    apart = place[ties[:, 1]] - place[ties[:, 0]]
    force = apart * (np.linalg.norm(apart, axis=1) * strength)[:, None]
    count = len(place)
    pulled: Points = np.column_stack(
        [
            np.bincount(ties[:, 0], force[:, axis], count)
            - np.bincount(ties[:, 1], force[:, axis], count)
            for axis in (0, 1)
        ]
    ).astype(np.float64)  # bincount of nothing counts in integers
    return pulled


def _repulsion(
    place: Points,
    order: NDArray[np.int64],
    first: NDArray[np.int64],
    size: NDArray[np.int64],
    rng: np.random.Generator,
) -> Points:
    """Push off a few people of the same area, drawn anew each round, for all of them."""
    drawn = rng.random((len(place), _REPELLERS)) * size[:, None]
    others = order[first[:, None] + drawn.astype(np.int64)]
    apart = place[:, None] - place[others]
    square = np.maximum((apart**2).sum(axis=2), 0.05)
    pushed = (apart / square[..., None]).sum(axis=1)
    return np.asarray(pushed * ((size - 1) / _REPELLERS)[:, None])


def _fill_disc(place: Points, area: NDArray[np.int64], radius: Points) -> Points:
    """Spread people over their disc: mostly by rank, so that dense areas fill it as well."""
    placed = np.zeros_like(place)
    for number, room in enumerate(radius):
        rows = np.flatnonzero(area == number)
        if len(rows) <= 1:
            continue
        offset = place[rows] - place[rows].mean(axis=0)
        away = np.linalg.norm(offset, axis=1)
        rank = np.empty(len(rows))
        rank[np.argsort(away, kind="stable")] = (np.arange(len(rows)) + 0.5) / len(rows)
        far = max(float(np.quantile(away, 0.95)), 1e-9)
        distance = room * 0.92 * (0.85 * np.sqrt(rank) + 0.15 * np.clip(away / far, 0, 1))
        placed[rows] = offset / np.maximum(away, 1e-9)[:, None] * distance[:, None]
    return placed
