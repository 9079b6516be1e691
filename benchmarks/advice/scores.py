"""How good an answer is: hits, ranks, calibration, and how sure each figure is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

if TYPE_CHECKING:
    from collections.abc import Collection, Hashable, Iterable, Sequence

DRAWS = 2000
SHOWN = 3
"""How many suggestions a person looks at; a right one below them counts as missed."""


def first_right(answer: Sequence[Hashable], right: Collection[Hashable]) -> float:
    """Give the place of the first right name in an answer, 1 for the top; infinity if none is."""
    return next((place for place, one in enumerate(answer, 1) if one in right), np.inf)


def score_places(places: Iterable[float], *, seed: int = 0) -> dict[str, float]:
    """Sum places up as hit@1, hit@3 and the mean reciprocal rank of the three shown.

    Returns
    -------
    dict
        ``cases``; ``hit1``, ``hit3`` and ``mrr``, each with ``_low`` and ``_high``: the
        95 % percentile interval of 2,000 bootstrap draws over cases.
    """
    place = np.asarray(list(places), dtype=float)
    shown = np.where(place <= SHOWN, place, np.inf)
    scores: dict[str, float] = {"cases": len(place)}
    for name, values in (("hit1", place <= 1), ("hit3", place <= SHOWN), ("mrr", 1 / shown)):
        mean, low, high = mean_interval(values, seed=seed)
        scores |= {name: mean, f"{name}_low": low, f"{name}_high": high}
    return scores


def mean_interval(
    values: Iterable[float], *, groups: Iterable[Hashable] | None = None, seed: int = 0
) -> tuple[float, float, float]:
    """Give the mean with its 95 % bootstrap interval.

    Parameters
    ----------
    values
        One a case.
    groups
        Cases of one group (a world, a team) are drawn together, since they are
        alike; by default each case is its own group.
    seed
        The same seed gives the same interval.
    """
    cases = pd.Series(np.asarray(list(values), dtype=float))
    if cases.empty:
        return np.nan, np.nan, np.nan
    keys = list(range(len(cases))) if groups is None else list(groups)
    sums = cases.groupby(keys).agg(["sum", "count"]).to_numpy()
    rng = np.random.default_rng(seed)
    drawn = sums[rng.integers(len(sums), size=(DRAWS, len(sums)))].sum(axis=1)
    means = drawn[:, 0] / drawn[:, 1]
    return float(cases.mean()), *(float(q) for q in np.percentile(means, [2.5, 97.5]))


def share_interval(right: int, cases: int) -> tuple[float, float, float]:
    """Give a share with its 95 % Wilson interval, which holds for few cases and for 0 and 1."""
    if not cases:
        return np.nan, np.nan, np.nan
    z = 1.959964
    share = right / cases
    middle = (share + z * z / (2 * cases)) / (1 + z * z / cases)
    half = z / (1 + z * z / cases)
    half *= np.sqrt(share * (1 - share) / cases + z * z / (4 * cases * cases))
    return share, max(0.0, middle - half), min(1.0, middle + half)


def grouped_share(right: Iterable[bool], groups: Iterable[Hashable]) -> tuple[float, float, float]:
    """Give a share whose cases are alike within groups, with its 95 % interval.

    The wider of the bootstrap over groups, which knows that cases are alike, and of
    Wilson's, which holds where all cases came out the same.
    """
    cases = [bool(one) for one in right]
    share, low, high = mean_interval(cases, groups=groups)
    _, least, most = share_interval(sum(cases), len(cases))
    return share, min(low, least), max(high, most)


def reliability(
    stated: Iterable[float], came: Iterable[bool], *, most_bins: int = 6
) -> pd.DataFrame:
    """Compare stated chances with how often the thing came true, in bins of equal size.

    Returns
    -------
    pandas.DataFrame
        A row a bin: ``cases``, ``stated`` (mean), ``came`` (share) with the Wilson
        interval ``low``, ``high``. ``attrs``: ``brier``, ``brier_base`` (of stating
        the overall share for everybody: what an empty forecast gets), ``cases``.
    """
    table = pd.DataFrame({"stated": list(stated), "came": list(came)}).astype(float).dropna()
    bins = max(1, min(most_bins, len(table) // 20))
    place = table["stated"].rank(method="first").sub(1) * bins // max(len(table), 1)
    rows = []
    for _, part in table.groupby(place):
        share, low, high = share_interval(int(part["came"].sum()), len(part))
        rows.append((len(part), part["stated"].mean(), share, low, high))
    result = pd.DataFrame(rows, columns=["cases", "stated", "came", "low", "high"])
    result.attrs = {
        "brier": float(((table["stated"] - table["came"]) ** 2).mean()),
        "brier_base": float(((table["came"].mean() - table["came"]) ** 2).mean()),
        "cases": len(table),
    }
    return result
