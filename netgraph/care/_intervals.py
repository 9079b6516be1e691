"""How sure a share or a median is: 95 % intervals, for many people at once."""

from __future__ import annotations

from functools import cache
from math import lgamma
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray

    Floats = NDArray[np.float64]

LEAST = 5
"""From so many talks on, how much they differ among themselves tells how sure a share is."""

_Z, _TAIL = 1.959964, 0.025


def wilson(share: ArrayLike, trials: ArrayLike) -> tuple[Floats, Floats]:
    r"""Give the interval of a share of so many trials, after Wilson (1927).

    .. math:: \frac{p + z^2/2n \pm z \sqrt{p(1-p)/n + z^2/4n^2}}{1 + z^2/n}

    Parameters
    ----------
    share, trials
        :math:`p` and :math:`n`; NaN, or no trial, gives NaN.

    Examples
    --------
    >>> low, high = wilson([0.5], [10])
    >>> round(float(low[0]), 3), round(float(high[0]), 3)
    (0.237, 0.763)
    """
    p, n = np.asarray(share, dtype=np.float64), np.asarray(trials, dtype=np.float64)
    with np.errstate(divide="ignore", invalid="ignore"):
        z2 = _Z**2 / n
        half = _Z * np.sqrt(p * (1 - p) / n + z2 / (4 * n))
        low, high = ((p + z2 / 2 + way * half) / (1 + z2) for way in (-1, 1))
    none = ~(n > 0)
    return (
        np.where(none, np.nan, np.clip(low, 0.0, 1.0)),
        np.where(none, np.nan, np.clip(high, 0.0, 1.0)),
    )


def shares(parts: pd.DataFrame, by: str) -> pd.DataFrame:
    r"""Give whose part of a whole is how large, where the parts come in lots.

    What is said within one talk hangs together, so talks are what is counted. With
    :math:`a_c` and :math:`t_c` your part and the whole in talk :math:`c` of :math:`n`,

    .. math:: p = \frac{\sum_c a_c}{\sum_c t_c}, \qquad
        v = \frac{n}{n-1} \frac{\sum_c (a_c - p\,t_c)^2}{(\sum_c t_c)^2}, \qquad
        n_e = \frac{p (1 - p)}{v} \Big(\frac{z}{t_{n-1}}\Big)^2

    and the interval is Wilson's for :math:`n_e` trials (Korn and Graubard 1998). Where
    all is one side's, :math:`v = 0` tells nothing, and :math:`n_e` is :math:`n`.

    Parameters
    ----------
    parts
        A row per lot: ``own``, ``whole``, and the column `by`.
    by
        What the shares are of, such as a person.

    Returns
    -------
    pandas.DataFrame
        Index `by`: ``share``, ``low``, ``high``. The interval is NaN with fewer
        than `LEAST` lots.
    """
    parts = parts[parts["whole"] > 0]
    lots = parts.groupby(by)
    sums = lots[["own", "whole"]].sum()
    count = lots.size().to_numpy(dtype=np.float64)
    share = sums["own"] / sums["whole"]
    rest = parts["own"] - parts[by].map(share) * parts["whole"]
    spread = (rest**2).groupby(parts[by]).sum().to_numpy(dtype=np.float64)
    with np.errstate(divide="ignore", invalid="ignore"):
        freedom = np.asarray(count - 1.0, dtype=np.float64)
        variance = count / freedom * spread / sums["whole"].to_numpy(dtype=np.float64) ** 2
        plain = (share * (1 - share)).to_numpy(dtype=np.float64)
        trials = np.where(variance > 0, plain / variance, np.inf) * (_Z / _student(freedom)) ** 2
    all_one = (share <= 0) | (share >= 1)
    most = sums["whole"].to_numpy(dtype=np.float64)
    trials = np.where(all_one, count, np.minimum(trials, most))
    low, high = wilson(share, np.where(count >= LEAST, trials, np.nan))
    return pd.DataFrame({"share": share, "low": low, "high": high})


def medians(values: pd.Series, by: pd.Series) -> pd.DataFrame:
    """Give the median of each group, between two of its values that hold it in 95 of 100 samples.

    Nothing is assumed of how the values are spread: the ranks come from the binomial
    distribution. Fewer than six values have no such interval: NaN.

    Parameters
    ----------
    values, by
        The values, and what they are grouped by.

    Returns
    -------
    pandas.DataFrame
        Index `by`: ``median``, ``low``, ``high``, ``count``.
    """
    table = pd.DataFrame({"value": values, "by": by}).dropna()
    table = table.sort_values(["by", "value"], ignore_index=True)
    groups = table.groupby("by")["value"]
    found = pd.DataFrame({"median": groups.median(), "count": groups.size()})
    begin = (found["count"].cumsum() - found["count"]).to_numpy()
    rank = {number: _rank(number) for number in found["count"].unique()}
    lower = found["count"].map(rank).to_numpy(dtype=np.int64)
    upper = found["count"].to_numpy() - 1 - lower
    known = lower >= 0
    sorted_ = table["value"].to_numpy(dtype=np.float64)
    for name, place in (("low", lower), ("high", upper)):
        ends = np.full(len(found), np.nan)
        ends[known] = sorted_[begin[known] + place[known]]
        found[name] = ends
    return found.reindex(columns=["median", "low", "high", "count"])


@cache
def _rank(number: int) -> int:
    """Find the highest rank that lies below the median in 97.5 of 100 samples; -1 for none."""
    k = np.arange(number // 2 + 1)
    whole = lgamma(number + 1) - number * np.log(2.0)
    logs = [whole - lgamma(i + 1) - lgamma(number - i + 1) for i in k.tolist()]
    below = np.cumsum(np.exp(logs))
    return int((below <= _TAIL).sum()) - 1


def _student(freedom: Floats) -> Floats:
    """Approximate the 97.5 % point of Student's distribution, after Cornish and Fisher."""
    z, f = _Z, np.maximum(freedom, 1.0)
    near = (z**3 + z) / (4 * f) + (5 * z**5 + 16 * z**3 + 3 * z) / (96 * f**2)
    return np.asarray(z + near, dtype=np.float64)
