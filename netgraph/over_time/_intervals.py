"""How sure a share or a rate is: Jeffreys' intervals, many at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray

    Floats = NDArray[np.float64]

_TAILS = (0.025, 0.975)


def share_interval(some: ArrayLike, of_all: ArrayLike) -> tuple[Floats, Floats]:
    """Give the 95 % interval of shares: `some` out of `of_all`; NaN where there are none."""
    from scipy.special import betaincinv  # noqa: PLC0415 - only needed here

    k, n = (np.asarray(values, dtype=np.float64) for values in (some, of_all))
    low, high = (betaincinv(k + 0.5, n - k + 0.5, tail) for tail in _TAILS)
    low, high = np.where(k == 0, 0.0, low), np.where(k == n, 1.0, high)
    return np.where(n > 0, low, np.nan), np.where(n > 0, high, np.nan)


def count_interval(count: ArrayLike) -> tuple[Floats, Floats]:
    """Give the 95 % interval of what was to be expected where so many came."""
    from scipy.special import gammaincinv  # noqa: PLC0415 - as above

    k = np.asarray(count, dtype=np.float64)
    low, high = (np.asarray(gammaincinv(k + 0.5, tail), dtype=np.float64) for tail in _TAILS)
    return np.where(k == 0, 0.0, low), high
