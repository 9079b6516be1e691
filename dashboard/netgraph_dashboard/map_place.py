"""The map in the place that one knows it in: a new layout, turned to lie on the former one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

import netgraph as ng

if TYPE_CHECKING:
    import pandas as pd
    from numpy.typing import NDArray

LEAST_COMMON = 3
"""With fewer people on both maps there is nothing to go by."""

NEAR = 1e-6
"""What is nearer than this has not moved; one unit is the distance of two neighbours."""


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
