"""Curves that rise with the strength of a tie: drawn, and learnt from what came."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray

    Floats = NDArray[np.float64]

Curve: TypeAlias = tuple[float, float]
"""Where a curve is at strength 0, and how steeply it rises, as logits."""

Covariance: TypeAlias = tuple[float, float, float]
"""How unsure the two are: variance of the first, covariance, variance of the second."""

_STEPS = 50


def rise(intercept: ArrayLike, slope: ArrayLike, strength: ArrayLike) -> Floats:
    """Give the height of a curve at some strengths, 0 to 1."""
    height = np.asarray(intercept) + np.asarray(slope) * np.asarray(strength, dtype=float)
    return np.asarray(1.0 / (1.0 + np.exp(-height)))


def draw_curves(
    mean: Curve,
    covariance: Covariance,
    strength: Floats,
    count: int,
    rng: np.random.Generator,
) -> Floats:
    """Draw curves, and give what each says of the strengths: a row a curve."""
    first, both, second = covariance
    drawn = rng.multivariate_normal(mean, [[first, both], [both, second]], size=count)
    return rise(drawn[:, :1], np.maximum(drawn[:, 1:], 0.0), strength)


def product(curve: ArrayLike, strengths: Floats) -> Floats:
    """Give how likely all ties of each row carry."""
    intercept, slope = np.asarray(curve, dtype=float)
    return np.asarray(rise(intercept, slope, strengths).prod(axis=1))


def learn(
    strengths: Floats, came: Floats, prior: tuple[Curve, tuple[float, float]], *, flat: bool = False
) -> tuple[Curve, Covariance]:
    """Find the most probable curve and how unsure it is, by Fisher scoring.

    Parameters
    ----------
    strengths
        A row a case: the ties all of which had to carry.
    came
        1 where all did, else 0.
    prior
        What is supposed of the curve, and the standard deviations of that.
    flat
        Whether it is the same at each strength: a share.
    """
    mean, precision = np.array(prior[0]), np.diag(1.0 / np.square(prior[1]))
    curve = mean.copy()
    free = np.array([True, not flat])
    information = precision
    for _ in range(_STEPS):
        gradient, information = _slopes(curve, strengths, came)
        gradient -= precision @ (curve - mean)
        information += precision
        step = np.zeros(2)
        step[free] = np.linalg.solve(information[np.ix_(free, free)], gradient[free])
        curve = curve + np.clip(step, -1.0, 1.0)
        if curve[1] <= 0.0:  # a stronger tie never carries less
            curve[1], free[1] = 0.0, False
    if flat:
        return (float(curve[0]), 0.0), (float(1.0 / information[0, 0]), 0.0, 0.0)
    spread = np.linalg.inv(information)
    return (float(curve[0]), float(curve[1])), (
        float(spread[0, 0]),
        float(spread[0, 1]),
        float(spread[1, 1]),
    )


def _slopes(curve: Floats, strengths: Floats, success: Floats) -> tuple[Floats, Floats]:
    """Give the gradient of the log-likelihood and the information that outcomes hold."""
    sides = rise(curve[0], curve[1], strengths)
    chance = np.clip(sides.prod(axis=1), 1e-9, 1.0 - 1e-9)
    rest = 1.0 - sides
    change = chance[:, None] * np.column_stack([rest.sum(axis=1), (rest * strengths).sum(axis=1)])
    weight = 1.0 / (chance * (1.0 - chance))
    return change.T @ (weight * (success - chance)), change.T @ (change * weight[:, None])
