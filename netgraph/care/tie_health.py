"""Which of your ties live, which cool, and which deep ones have gone silent."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from netgraph.care.exchanges import acquainted, ago, find_exchanges
from netgraph.rhythm import usual_gaps

if TYPE_CHECKING:
    from collections.abc import Hashable

    from numpy.typing import NDArray

    from netgraph.contacts import Contacts

HALF_LIFE = 730.0
"""Days after which an exchange counts half for the depth of a tie."""

DEEP = 12.0
"""A depth of that much is deep: a word each way every other month for over a year gives it."""

ACTIVE, DORMANT_AFTER = 365, 3 * 365
"""Days of silence up to which any tie lives, and from which a deep one is dormant."""

_USUAL, _LEAST_WEEKS, _SHORTEST = 4, 5, 90
_COLUMNS = [
    "name", "state", "depth", "reciprocity", "events", "frequency", "usual_gap", "first_at",
    "last_at", "silence",
]  # fmt: skip


def tie_health(contacts: Contacts, *, now: pd.Timestamp | str | None = None) -> pd.DataFrame:
    r"""Tell of each contact whether your tie is alive, cooling, dormant or lost.

    An exchange is a dated message, mail, meeting, call, favour, recommendation or
    introduction between the two of you. "Connected on", an invitation and an endorsement are
    none. A letter to :math:`n` people counts :math:`1/n` for each, and what goes one
    way on one day counts once: an afternoon's chat is one exchange each way.

    .. math:: D = \max_t \; 2 \min(O_t, I_t), \qquad
        O_t = \sum_{d \le t} w_d \, 2^{-(t - d) / h}

    where :math:`O_t` sums over the days :math:`d` up to :math:`t` what went from you,
    :math:`I_t` what came from them, :math:`w_d` is the worth of the kind
    (`netgraph.care.exchanges.WORTH`) and :math:`h` two years. The depth
    :math:`D` is how close the tie was at its best; it does not fall with time.

    Parameters
    ----------
    contacts
        With ``interactions``; without them nothing can be told.
    now
        The day to look back from; by default the last of which the exports tell: of a
        calendar's days and of what you noted it does not depend. A contact that you
        noted after it counts as one of that day.

    Returns
    -------
    pandas.DataFrame
        Index person_id, everybody with a tie to you or an exchange with you.
        ``name``; ``state``; ``depth``, from 0; ``reciprocity``
        :math:`2 \min(O, I) / (O + I)` without decay, from 0 (one way) to 1;
        ``events`` (exchanges); ``frequency``, exchanges a year from the first to
        `now`, at least over a year; ``usual_gap``, median days between two weeks
        with an exchange, NaN with fewer than five such weeks or all of them within 90 days
        (one burst is no habit); ``first_at``,
        ``last_at``; ``silence``, days since the last exchange; ``why``, in
        words. NaN and NaT where no exchange is known. ``attrs``: ``now``,
        ``undated`` and ``later`` (events that could not be used), ``deep`` and
        ``dormant_after`` (the limits below).

        States: ``active`` (silent no longer than four usual gaps, which count as
        90 days at least and a year at most; a year where there is no usual gap),
        ``cooling`` (longer, up to three years), ``dormant`` (longer still, and
        once deep: `depth` 12 or more), ``lost`` (longer still, never deep),
        ``one-sided`` (only one of you ever wrote), ``unknown`` (no exchange is
        in the files).

    Raises
    ------
    ContactsError
        If `now` is no date.

    Notes
    -----
    The limits are assumptions: three years without a word is what the study of
    reconnecting took as dormant; a word each way every other month for over a
    year makes a depth of 12.

    References
    ----------
    .. [1] Levin, D. Z., Walter, J. & Murnighan, J. K. (2011). Dormant ties: the
       value of reconnecting. *Organization Science* 22, 923-939.

    Examples
    --------
    >>> from netgraph.contacts import Contacts
    >>> people = pd.DataFrame({"name": ["You", "Ann"], "is_ego": [True, False]},
    ...                       index=["ego", "ann"])
    >>> then = pd.date_range("2015-01-01", periods=40, freq="14D")
    >>> talk = pd.DataFrame({"source": ["ego", "ann"] * 20, "target": ["ann", "ego"] * 20,
    ...                      "at": then, "kind": "message"})
    >>> tie_health(Contacts(people=people, interactions=talk), now="2024-01-01")["state"].item()
    'dormant'
    """
    health = measure_health(contacts, *find_exchanges(contacts, now))
    return health.assign(why=_in_words(health))


def measure_health(
    contacts: Contacts, events: pd.DataFrame, told: dict[Hashable, Any]
) -> pd.DataFrame:
    """Tell the same, but for the words, of exchanges as `find_exchanges` gives them."""
    people = acquainted(contacts, events)
    health = _parts(events, told["now"])
    health.index = contacts.people.index[health.index.to_numpy(dtype=np.int64)]
    health = health.reindex(people)
    health["events"] = health["events"].fillna(0).astype("int64")
    health.insert(0, "name", contacts.people["name"].reindex(people))
    health["state"] = _state(health)
    health = health[_COLUMNS].rename_axis("person_id")
    health.attrs.update(told | {"deep": DEEP, "dormant_after": DORMANT_AFTER})
    return health


def _parts(events: pd.DataFrame, now: pd.Timestamp) -> pd.DataFrame:
    """Measure each tie: a row per person with an exchange."""
    daily = _days_in_touch(events)
    person = daily.index.get_level_values("other")
    sums = daily.groupby(person).sum()
    day = daily.index.get_level_values("day").to_series(index=daily.index)
    age = day - day.groupby(person).transform("min")
    grown = 2.0 ** (age / HALF_LIFE)
    faded = daily.mul(grown, axis=0).groupby(person).cumsum().div(grown, axis=0)
    once = pd.DataFrame(
        events.groupby("other")["at"].agg(first_at="min", last_at="max", events="size")
    )
    years = (now - once["first_at"]).dt.total_seconds() / (86_400 * 365.25)
    return once.assign(
        depth=2 * faded.min(axis=1).groupby(person).max(),
        reciprocity=2 * sums.min(axis=1) / sums.sum(axis=1),
        frequency=once["events"] / years.clip(lower=1.0),
        usual_gap=_usual_gap(daily),
        silence=(now - once["last_at"]).dt.days.clip(lower=0).astype("float64"),
    )


def _days_in_touch(events: pd.DataFrame) -> pd.DataFrame:
    """Give what each day with an exchange counts, ``out`` and ``in``, a row per person and day."""
    ways = {
        "out": events["worth"].where(events["out"] | events["met"], 0.0),
        "in": events["worth"].where(~events["out"] | events["met"], 0.0),
    }
    return events[["other", "day"]].assign(**ways).groupby(["other", "day"]).max()


def _usual_gap(daily: pd.DataFrame) -> pd.Series:
    """Median days between two weeks with an exchange, where there are enough of them."""
    days = daily.index.to_frame(index=False)
    usual: pd.Series = usual_gaps(days["other"], days["day"], least=_LEAST_WEEKS)["gap"]
    return usual


def _state(health: pd.DataFrame) -> NDArray[np.str_]:
    lives = (_USUAL * health["usual_gap"]).clip(lower=_SHORTEST, upper=ACTIVE).fillna(ACTIVE)
    return np.select(
        [
            health["events"] == 0,
            health["reciprocity"] <= 0,
            health["silence"] <= lives,
            health["silence"] <= DORMANT_AFTER,
            health["depth"] >= DEEP,
        ],
        ["unknown", "one-sided", "active", "cooling", "dormant"],
        "lost",
    )


def _in_words(health: pd.DataFrame) -> list[str]:
    rows = zip(health["events"], health["last_at"], health["silence"], health["state"], strict=True)
    return [_sentence(*row) for row in rows]


def _sentence(events: int, last: pd.Timestamp, silence: float, state: str) -> str:
    if state == "unknown":
        return "no dated message, mail or meeting with them is in the files"
    count = f"{events:,} dated {'exchange' if events == 1 else 'exchanges'}"
    quiet = f"the last {ago(silence)}, on {last:%Y-%m-%d}"
    if state == "one-sided":
        return f"{count}, all from one side, {quiet}"
    return f"{count}, {quiet}"
