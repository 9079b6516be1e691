"""How often two people are usually in touch: over weeks, so that one burst makes no habit."""

from __future__ import annotations

import pandas as pd

SEASON = 90
"""Days over which weeks with contact must lie: more within a shorter time is one burst."""

_WEEK, _TO_MONDAY = 7, 3


def usual_gaps(person: pd.Series, day: pd.Series, *, least: int) -> pd.DataFrame:
    r"""Tell the usual gap between weeks in which there was contact with a person.

    With :math:`d_i` the first day of contact in the :math:`i`-th week (from Monday) that has
    any, the usual gap is :math:`m = \max(7, \mathrm{median}(d_{i+1} - d_i))`. A chat of an
    afternoon, or letters of every day in one week, are one week with contact.

    Parameters
    ----------
    person, day
        Row by row: with whom, and on which day (a number, from 1970-01-01 on).
    least
        From how many such weeks on there is a usual gap; they must lie over at least
        `SEASON` days.

    Returns
    -------
    pandas.DataFrame
        Index person: ``gap`` in days, NaN where there is none; ``weeks``.

    Examples
    --------
    >>> days = [0, 1, 2, 3, 4]
    >>> burst, monthly = (pd.Series(["ann"] * 5), pd.Series(["bo"] * 5))
    >>> usual_gaps(burst, pd.Series(days), least=4).loc["ann"].tolist()
    [nan, 2.0]
    >>> usual_gaps(monthly, pd.Series([30 * d for d in days]), least=4).loc["bo"].tolist()
    [30.0, 5.0]
    """
    rows = pd.DataFrame({"person": person.to_numpy(), "day": day.to_numpy()})
    rows["week"] = (rows["day"] + _TO_MONDAY) // _WEEK
    first = rows.groupby(["person", "week"])["day"].min().reset_index()
    people = first.groupby("person")
    gaps = people["day"].diff().groupby(first["person"]).median().clip(lower=_WEEK)
    days = people["day"].agg(["min", "max", "size"])
    regular = (days["size"] >= least) & (days["max"] - days["min"] >= SEASON)
    return pd.DataFrame({"gap": gaps.where(regular), "weeks": days["size"]})
