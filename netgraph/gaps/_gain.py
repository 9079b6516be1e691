"""What one more person in a field would change."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
from scipy.special import xlogy

if TYPE_CHECKING:
    from numpy.typing import NDArray


def effective_number(counts: NDArray[np.float64]) -> float:
    """How many equally common fields the counts amount to: exp of Shannon's entropy.

    NaN where nobody is counted.

    Examples
    --------
    >>> effective_number(np.array([10.0, 10.0]))
    2.0
    """
    total = counts.sum()
    if not total > 0:
        return float("nan")
    share = counts / total
    return round(float(np.exp(-xlogy(share, share).sum())), 12)


def change_by_one(counts: pd.Series, step: int) -> pd.Series:
    """Change of the effective number of fields if each field had one person more or fewer.

    NaN where there is nobody to leave, and where nobody is counted at all.
    """
    numbers = counts.to_numpy(dtype=float)
    now = effective_number(numbers)
    changed = np.full(len(numbers), np.nan)
    for place in range(len(numbers)):
        other = numbers.copy()
        other[place] += step
        if other[place] >= 0:
            changed[place] = effective_number(other) - now
    return pd.Series(changed, index=counts.index)
