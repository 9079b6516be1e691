"""The map in the place that one knows it in: people stay where they stood, or come close."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

import netgraph as ng

if TYPE_CHECKING:
    from numpy.typing import NDArray

LEAST_COMMON = 3
"""With fewer people on both maps there is nothing to go by."""

MOST, ROOM = 0.5, 1.25
"""An area stays if more than this share of its people stood somewhere; how far, in radii, from
its middle they may."""

ROUNDS, TOUCHING = 300, 0.01

NEAR = 1e-6
"""What is nearer than this has not moved; one unit is the distance of two neighbours."""


def settle(layout: ng.Layout, former: pd.DataFrame) -> ng.Layout:
    """Lay a network out so that the map is the one that a person knows.

    Parameters
    ----------
    layout
        As `netgraph.layout_areas` gives it.
    former
        Where people stood before: columns ``person_id``, ``x``, ``y``.

    Returns
    -------
    netgraph.Layout
        The layout turned to lie on the former one, if everybody comes to stand
        where they stood. Else each area stands where most of its people stood,
        pushed off the others where it has grown; who stood there stays, and who
        is new in the area comes among them.
    """
    turned = lay_on(layout, former)
    if turned is layout or same(turned, former):
        return turned
    people, areas = turned.people, turned.areas
    of, radius = people["area"], areas["radius"].to_numpy(dtype=float)
    stood = former.set_index("person_id")[["x", "y"]].astype(float).reindex(people.index)
    centre = _middles(stood, of, areas)
    home = centre.loc[of].to_numpy()
    away = np.linalg.norm(stood.to_numpy() - home, axis=1)
    stays = away <= ROOM * radius[of.to_numpy(dtype=int)]  # not where it is not known
    offset = people[["x", "y"]].to_numpy() - areas.loc[of, ["x", "y"]].to_numpy()
    offset[stays] = stood.to_numpy()[stays] - home[stays]
    if not stays.all():
        centre = centre.assign(**_push_apart(centre, radius, areas["size"].to_numpy(dtype=float)))
    placed = centre.loc[of].to_numpy() + offset
    return ng.Layout(people.assign(x=placed[:, 0], y=placed[:, 1]), areas.assign(**centre))


def _middles(stood: pd.DataFrame, of: pd.Series, areas: pd.DataFrame) -> pd.DataFrame:
    """Tell where most people of each area stood; where few did, it stands where it is."""
    known = stood["x"].notna()
    middle = stood.groupby(of).median().reindex(areas.index)
    most = known.groupby(of).mean().reindex(areas.index) > MOST
    return middle.where(most, areas[["x", "y"]])


def _push_apart(
    centre: pd.DataFrame, radius: NDArray[np.float64], size: NDArray[np.float64]
) -> pd.DataFrame:
    """Move discs until no two overlap, heavy ones less."""
    at = centre.to_numpy()
    wanted = radius[:, None] + radius[None]
    share = (size[None] / (size[:, None] + size[None]))[..., None]
    for _ in range(ROUNDS):
        apart = at[:, None] - at[None]
        distance = np.linalg.norm(apart, axis=2) + np.eye(len(at))
        overlap = np.clip(wanted - distance, 0, None)
        np.fill_diagonal(overlap, 0)
        if not overlap.any():
            break
        push = (overlap + TOUCHING * (overlap > 0))[..., None] * apart
        at = at + (push / np.maximum(distance, 1e-9)[..., None] * share).sum(axis=1)
    return pd.DataFrame(at, centre.index, ["x", "y"])


def lay_on(layout: ng.Layout, former: pd.DataFrame) -> ng.Layout:
    r"""Turn, mirror and shift a layout so that people come close to where they were.

    With the places :math:`a_i` of now and :math:`b_i` of then of everybody on
    both maps, each from their mean, the turn is the orthogonal matrix that
    makes :math:`\sum_i |a_i R - b_i|^2` least: :math:`R = U V^T` of the singular
    value decomposition :math:`A^T B = U S V^T`. Distances within the map stay.

    Parameters
    ----------
    layout
        As `netgraph.layout_areas` gives it.
    former
        Columns ``person_id``, ``x``, ``y``.

    Returns
    -------
    netgraph.Layout
        The layout itself where fewer than three people stand on both.

    References
    ----------
    .. [1] Schönemann, P. H. (1966). A generalized solution of the orthogonal
       Procrustes problem. *Psychometrika* 31.
    """
    places = former.set_index("person_id")[["x", "y"]].astype(float)
    common = layout.people.index.intersection(places.index)
    if len(common) < LEAST_COMMON:
        return layout
    now = layout.people.loc[common, ["x", "y"]].to_numpy(dtype=float)
    then = places.loc[common].to_numpy(dtype=float)
    middle, goal = now.mean(axis=0), then.mean(axis=0)
    left, _, right = np.linalg.svd((now - middle).T @ (then - goal))
    turn = left @ right
    return ng.Layout(
        _moved(layout.people, turn, middle, goal), _moved(layout.areas, turn, middle, goal)
    )


def _moved(
    table: pd.DataFrame,
    turn: NDArray[np.float64],
    middle: NDArray[np.float64],
    goal: NDArray[np.float64],
) -> pd.DataFrame:
    placed = (table[["x", "y"]].to_numpy(dtype=float) - middle) @ turn + goal
    return table.assign(x=placed[:, 0], y=placed[:, 1])


def places(layout: ng.Layout) -> pd.DataFrame:
    """Give the places of people as a workspace keeps them."""
    return layout.people[["x", "y"]].rename_axis("person_id").reset_index()


def same(layout: ng.Layout, former: pd.DataFrame) -> bool:
    """Tell whether everybody stands where they stood."""
    now = layout.people[["x", "y"]]
    then = former.set_index("person_id")[["x", "y"]].astype(float)
    if len(now) != len(then) or not now.index.isin(then.index).all():
        return False
    return bool(np.allclose(now.to_numpy(), then.loc[now.index].to_numpy(), atol=NEAR))
