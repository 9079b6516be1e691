"""When the events of a calendar were held: series are unrolled, the future is left out."""

from __future__ import annotations

import math
from collections import defaultdict
from datetime import UTC, datetime
from importlib.util import find_spec
from typing import TYPE_CHECKING

from netgraph.importers._dates import counted
from netgraph.importers._events import as_utc

if TYPE_CHECKING:
    from collections.abc import Sequence

    from netgraph.importers._events import Event

_NO_PACKAGE = (
    "counted once, at the first time; to count all, install recurring-ical-events (LGPL): "
    "pip install recurring-ical-events"
)
_NO_RULE = (
    "counted once, at the first time: the rule cannot be read, or asks for far too many times"
)
_TOO_OFTEN = frozenset({"SECONDLY", "MINUTELY", "HOURLY"})
"""People do not meet that often; such a rule would give millions of meetings."""
_WITHIN_A_DAY = ("BYHOUR", "BYMINUTE", "BYSECOND")
MOST_TIMES = 100_000
"""So many times are unrolled of one calendar: forty daily meetings over seven years."""


def now() -> datetime:
    """Give the time, naive UTC."""
    return datetime.now(UTC).replace(tzinfo=None)


def find_occurrences(events: Sequence[Event]) -> tuple[list[list[datetime | None]], list[str]]:
    """Find when each event was held, up to now.

    Parameters
    ----------
    events
        Of one calendar. One that changes a single time of a series
        (RECURRENCE-ID) stands for that time, and the series goes without it.

    Returns
    -------
    tuple of list and list
        For each event its times, naive UTC, [None] if its time cannot be read;
        and what the user should know.
    """
    changed: dict[str, set[datetime]] = defaultdict(set)
    for event in events:
        if event.recurrence:
            changed[event.uid].add(event.recurrence)
    until, room = now(), MOST_TIMES
    can_unroll = find_spec("recurring_ical_events") is not None
    times: list[list[datetime | None]] = []
    once = 0
    for event in events:
        held: list[datetime | None] = [event.start]
        if event.start and not event.fault and _is_series(event):
            unrolled = _unroll(event, until, room) if can_unroll else None
            once += unrolled is None
            if unrolled is not None:
                room -= len(unrolled)
                held = [at for at in unrolled if at not in changed[event.uid]]
        times.append([at for at in held if at is None or at <= until])
    why = _NO_RULE if can_unroll else _NO_PACKAGE
    return times, [f"{counted(once, 'repeated meeting')} {why}"] if once else []


def _is_series(event: Event) -> bool:
    repeats = "RRULE" in event.component or "RDATE" in event.component
    return repeats and not event.recurrence


def _unroll(event: Event, until: datetime, room: int) -> list[datetime] | None:
    """Give all times of a series; None if they cannot be found, or may be more than `room`."""
    import icalendar  # noqa: PLC0415 - only series need the two
    import recurring_ical_events  # noqa: PLC0415 - as above

    calendar = icalendar.Calendar()
    calendar.add_component(event.component)
    begin = event.component["DTSTART"].dt
    end = until.replace(tzinfo=UTC) if begin.tzinfo else until
    try:
        if begin >= end:
            return []
        if _most_times(event, (end - begin).days + 1) > room:
            return None
        held = recurring_ical_events.of(calendar).between(begin, end)
    except (ValueError, LookupError, TypeError, AttributeError, OverflowError):
        return None
    return [as_utc(one["DTSTART"].dt) for one in held]


def _most_times(event: Event, days: int) -> float:
    """Give how many times the rules of an event ask for at most, within so many days."""
    told = event.component.get("RRULE", [])
    most = 0.0
    for rule in told if isinstance(told, list) else [told]:
        if any(str(often).upper() in _TOO_OFTEN for often in rule.get("FREQ", [])):
            return math.inf
        a_day = math.prod(len(rule.get(part, [0])) for part in _WITHIN_A_DAY)
        most += min([days * a_day, *rule.get("COUNT", [])])
    return most
