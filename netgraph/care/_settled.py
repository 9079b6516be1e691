"""What you settled by hand: done, skipped or snoozed advice stays away as long as you meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

if TYPE_CHECKING:
    from collections.abc import Iterable

SNOOZE = pd.Timedelta(days=7)
"""How long advice sleeps that was snoozed without a day."""

ENDED = ("done", "skipped")


def settled_ones(settled: pd.DataFrame | None, what: str) -> pd.DataFrame:
    """Give what was said last of each person: index person_id, ``state``, ``at``, ``until``."""
    columns = ["person_id", "what", "state", "at", "until"]
    told = pd.DataFrame(columns=columns) if settled is None else settled.reindex(columns=columns)
    told = told[told["what"] == what].drop_duplicates("person_id", keep="last")
    told = told.set_index("person_id")[["state", "at", "until"]]
    return told.astype({"at": "datetime64[s]", "until": "datetime64[s]"})


def ended_at(told: pd.DataFrame, people: Iterable[str]) -> pd.Series:
    """Tell when you were through with each person: NaT where you are not."""
    at: pd.Series = told.loc[told["state"].isin(ENDED), "at"].reindex(pd.Index(people))
    return at


def today(day: pd.Timestamp, now: object) -> pd.Timestamp:
    """Give the day by which snoozes end: that which was asked for, else that of the calendar.

    Files may have ended weeks ago; who snoozes until Monday means the next one.
    """
    return day if now is not None else max(pd.Timestamp.now(), day)


def asleep(told: pd.DataFrame, day: pd.Timestamp) -> pd.Index:
    """List whom you snoozed until a day after `day`."""
    later = told[told["state"] == "snoozed"]
    until = later["until"].fillna(later["at"] + SNOOZE)
    return later.index[until > day]
