"""Strength of ties from what passed between people, part by part."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from netgraph.errors import ContactsError
from netgraph.metrics._registry import statistic

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Ints = NDArray[np.int64]

NEEDED = ("source", "target", "at", "channel")
ENDS = ["source", "target"]
YEAR = 365.25
LEAST = 0.25
"""Years: over less a frequency says nothing."""


@statistic("tie", direction="kept")
def tie_strength(  # noqa: PLR0913 - the table stands first, the rest by keyword
    interactions: pd.DataFrame,
    *,
    since: pd.DataFrame | None = None,
    now: pd.Timestamp | str | None = None,
    half_life: float = 365.0,
    tenure_effect: float = 0.5,
    channels: Mapping[str, float] | None = None,
) -> pd.DataFrame:
    r"""How strong each tie is from either side, with all that goes into it.

    .. math:: S_{ij} = \log_2(1 + V_{ij}) \cdot \frac{1 + r_{ij}}{2} \cdot
        \Big( 2 - \frac{1}{c_{ij}} \Big), \qquad
        V_{ij} = \sum_{e: i \to j} w_e \, 2^{-a_e / h_{ij}}

    where the sum runs over the events :math:`e` from :math:`i` to :math:`j`,
    :math:`a_e` is the age of an event in days and :math:`w_e` the worth of its
    channel. The half-life :math:`h_{ij} = h (1 + T_{ij})^\gamma` grows with the
    tenure :math:`T_{ij}`, the years since the two met: old ties fade slowly.
    :math:`r_{ij} = 2 \min(V_{ij}, V_{ji}) / (V_{ij} + V_{ji})` tells how far the
    exchange goes both ways, and :math:`c_{ij}` counts the channels.

    Parameters
    ----------
    interactions
        A row per dated event, as ``contacts.interactions``: ``source``,
        ``target``, ``at`` and ``channel``. Events without a date are left out
        and counted in ``attrs["undated"]``; so are those after `now`, in
        ``attrs["later"]``, and those with oneself, in ``attrs["self_loops"]``.
    since
        When two people met, as ``contacts.ties``: ``source``, ``target`` and
        ``since``, in either order. Of several dates, and of these and the first
        event, the earliest counts.
    now
        The day to look back from; the day of the last event by default.
    half_life
        Days :math:`h` after which an event between new acquaintances counts half.
    tenure_effect
        How much the half-life grows with the tenure, :math:`\gamma`; 0 lets all
        ties fade alike.
    channels
        What an event is worth by its channel; 1 where a channel is not named.

    Returns
    -------
    pandas.DataFrame
        A row per pair and direction in which there was an event or an answer to
        one, indexed by ``source`` and ``target``: ``strength``, from 0;
        ``volume`` :math:`V_{ij}`; ``reciprocity`` :math:`r_{ij}`, from 0 (one
        way) to 1; ``channels`` :math:`c_{ij}`, both ways together; ``events``
        from source to target; ``frequency``, events a year over the tenure, of
        which a quarter of a year is the least; ``recency``, from 0 to 1 (today),
        :math:`2^{-a / h_{ij}}` of the last event either way; ``last_at``, that
        event's date; ``tenure``, in years. ``volume`` is 0 and nothing is NaN
        where only the other side wrote.

    Raises
    ------
    ContactsError
        If a column is missing, or a half-life, effect or worth of a channel is
        not a number of zero or more.

    Notes
    -----
    There is no agreed formula. That old ties fade more slowly is what Burt
    found of bankers' ties; that frequency alone misleads, since it follows from
    who works together, is Marsden and Campbell's finding. So look at the parts:
    the product is a summary and no more. It depends neither on the order of
    rows nor on who is called source.

    References
    ----------
    .. [1] Granovetter, M. S. (1973). The strength of weak ties. American Journal
       of Sociology, 78(6), 1360-1380.
    .. [2] Marsden, P. V. & Campbell, K. E. (1984). Measuring tie strength. Social
       Forces, 63(2), 482-501.
    .. [3] Burt, R. S. (2000). Decay functions. Social Networks, 22(1), 1-28.

    Examples
    --------
    >>> import pandas as pd
    >>> events = pd.DataFrame({
    ...     "source": ["you", "ann", "you"], "target": ["ann", "you", "bo"],
    ...     "at": pd.to_datetime(["2026-01-01"] * 3), "channel": ["mail"] * 3})
    >>> tie_strength(events)["strength"].to_dict()
    {('ann', 'you'): 1.0, ('bo', 'you'): 0.0, ('you', 'ann'): 1.0, ('you', 'bo'): 0.5}
    """
    worth = dict(channels or {})
    _check(interactions, since, half_life, [tenure_effect, *worth.values()])
    events = interactions[interactions["source"] != interactions["target"]]
    undated = int(events["at"].isna().sum())
    events = events[events["at"].notna()]
    last = pd.Timestamp(now) if now is not None else events["at"].max()
    later = int((events["at"] > last).sum())
    events = events[events["at"] <= last]
    table = _strengths(events, since, last, worth, half_life, tenure_effect)
    oneself = len(interactions) - undated - later - len(events)
    table.attrs = {"undated": undated, "later": later, "self_loops": oneself}
    return table


def _strengths(  # noqa: PLR0913, PLR0917 - the parts of one formula
    events: pd.DataFrame,
    since: pd.DataFrame | None,
    last: pd.Timestamp,
    worth: dict[str, float],
    half_life: float,
    tenure_effect: float,
) -> pd.DataFrame:
    names, pairs, pair, back = _pairs(events)
    count = len(pairs)
    age = _days(last, events["at"])
    oldest, newest = np.zeros(count), np.full(count, np.inf)
    np.maximum.at(oldest, pair, age)
    np.minimum.at(newest, pair, age)
    _look_further_back(oldest, names, pairs, since, last)
    tenure = oldest / YEAR
    fade = half_life * (1.0 + tenure) ** tenure_effect
    value = events["channel"].map(worth).fillna(1.0).to_numpy(np.float64)
    row = 2 * pair + back  # the two directions of a pair stand one after the other
    volume = np.bincount(row, value * 2.0 ** (-age / fade[pair]), minlength=2 * count)
    sent = np.bincount(row, minlength=2 * count)
    answer = volume.reshape(-1, 2)[:, ::-1].ravel()
    both = volume + answer
    mutual = 2 * np.divide(
        np.minimum(volume, answer), both, out=np.zeros(2 * count), where=both > 0
    )
    used = np.repeat(_channels(pair, events["channel"], count), 2)
    ends = np.column_stack([pairs, pairs[:, ::-1]]).reshape(-1, 2)
    table = {
        "strength": np.log2(1.0 + volume) * (1.0 + mutual) / 2.0 * (2.0 - 1.0 / used),
        "volume": volume,
        "reciprocity": mutual,
        "channels": used,
        "events": sent,
        "frequency": sent / np.repeat(np.maximum(tenure, LEAST), 2),
        "recency": np.repeat(2.0 ** (-newest / fade), 2),
        "last_at": last - pd.to_timedelta(np.repeat(newest, 2), unit="D"),
        "tenure": np.repeat(tenure, 2),
    }
    index = pd.MultiIndex.from_arrays([names[ends[:, 0]], names[ends[:, 1]]], names=ENDS)
    return pd.DataFrame(table, index=index).sort_index()


def _pairs(events: pd.DataFrame) -> tuple[pd.Index, Ints, Ints, Ints]:
    """Give people and pairs a number; tell of each event its pair, and whether it goes back."""
    code, found = pd.factorize(pd.concat([events["source"], events["target"]]))
    names = pd.Index(found)
    one, two = code[: len(events)].astype(np.int64), code[len(events) :].astype(np.int64)
    key = np.minimum(one, two) * len(names) + np.maximum(one, two)
    pairs, pair = np.unique(key, return_inverse=True)
    ends = np.column_stack(np.divmod(pairs, max(len(names), 1)))
    return names, ends, pair, (one > two).astype(np.int64)


def _look_further_back(
    oldest: Floats, names: pd.Index, pairs: Ints, since: pd.DataFrame | None, last: pd.Timestamp
) -> None:
    """Let those who met before their first event be acquainted for longer."""
    if since is None or not len(pairs):
        return
    met = since[since["since"].notna()]
    one, two = (names.get_indexer(pd.Index(met[end])) for end in ENDS)
    people = len(names)
    key = np.minimum(one, two) * people + np.maximum(one, two)
    known = pairs[:, 0] * people + pairs[:, 1]
    place = np.minimum(np.searchsorted(known, key), len(known) - 1)
    there = (np.minimum(one, two) >= 0) & (known[place] == key)
    np.maximum.at(oldest, place[there], _days(last, met["since"])[there])


def _days(last: pd.Timestamp, dates: pd.Series) -> Floats:
    age: pd.Series = last - dates
    return np.asarray(age.dt.total_seconds().to_numpy(np.float64) / (24 * 3600))


def _channels(pair: Ints, channel: pd.Series, count: int) -> Ints:
    """Count the channels of each pair; events of unknown channel are of one more."""
    code = pd.factorize(channel, use_na_sentinel=False)[0]
    kinds = int(code.max(initial=0)) + 1
    return np.bincount(np.unique(pair * kinds + code) // kinds, minlength=count)


def _check(
    interactions: pd.DataFrame,
    since: pd.DataFrame | None,
    half_life: float,
    others: list[float],
) -> None:
    for table, needed in ((interactions, NEEDED), (since, (*ENDS, "since"))):
        missing = [] if table is None else [name for name in needed if name not in table]
        if missing:
            raise ContactsError(
                f"a table lacks the column {missing[0]!r}",
                remedy="Pass contacts.interactions and, for since, contacts.ties",
            )
    if not (half_life > 0 and all(np.isfinite(each) and each >= 0 for each in others)):
        raise ContactsError(
            f"half_life is {half_life:g}, and the other numbers are {others}",
            remedy="Take a half-life above zero, and other numbers of zero or more",
        )
