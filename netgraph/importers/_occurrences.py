"""When the events of a calendar were held: series are unrolled, the future is left out."""

from __future__ import annotations

from collections import defaultdict
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from netgraph.importers._dates import counted
from netgraph.importers._events import as_utc

if TYPE_CHECKING:
    from collections.abc import Sequence

    from netgraph.importers._events import Event

_NOT_UNROLLED = (
    "counted once, at the first time; to count all, install recurring-ical-events (LGPL): "
    "pip install professional-netgraph[calendar]"
)
_TOO_OFTEN = frozenset({"SECONDLY", "MINUTELY", "HOURLY"})
"""People do not meet that often; such a rule would give millions of meetings."""


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
    until = now()
    times: list[list[datetime | None]] = []
    once = 0
    for event in events:
        held: list[datetime | None] = [event.start]
        if event.start and not event.fault and _is_series(event):
            unrolled = _unroll(event, until)
            once += unrolled is None
            if unrolled is not None:
                held = [at for at in unrolled if at not in changed[event.uid]]
        times.append([at for at in held if at is None or at <= until])
    return times, [f"{counted(once, 'repeated meeting')} {_NOT_UNROLLED}"] if once else []


def _is_series(event: Event) -> bool:
    repeats = "RRULE" in event.component or "RDATE" in event.component
    return repeats and not event.recurrence


def _unroll(event: Event, until: datetime) -> list[datetime] | None:
    """Give all times of a series; None if they cannot be found."""
    try:
        import icalendar  # noqa: PLC0415 - only series need the two
        import recurring_ical_events  # noqa: PLC0415 - as above
    except ImportError:
        return None
    calendar = icalendar.Calendar()
    calendar.add_component(event.component)
    begin = event.component["DTSTART"].dt
    end = until.replace(tzinfo=UTC) if begin.tzinfo else until
    try:
        if _is_too_often(event):
            return None
        held = recurring_ical_events.of(calendar).between(begin, end) if begin < end else []
    except (ValueError, LookupError, TypeError, AttributeError, OverflowError):
        return None
    return [as_utc(one["DTSTART"].dt) for one in held]


def _is_too_often(event: Event) -> bool:
    rule = event.component.get("RRULE", {})
    rules = rule if isinstance(rule, list) else [rule]
    return any(str(often).upper() in _TOO_OFTEN for one in rules for often in one.get("FREQ", []))
