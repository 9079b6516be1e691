"""A week as a file: for a calendar (.ics), or for a spreadsheet (.csv)."""

from __future__ import annotations

from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd

from netgraph.errors import ExportError
from netgraph.exports import escape_formulas
from netgraph.plan.week import WEEK_KINDS

if TYPE_CHECKING:
    from collections.abc import Hashable
    from typing import Any

FIRST_HOUR = 9
"""When an act is put into a day, where you do not say."""

_WORKDAYS = 5
_WRITTEN = ["kind", "name", "what_to_do", "why", "minutes", "due_at"]


def write_week(
    week: pd.DataFrame, path: str | Path, *, start: pd.Timestamp | str | None = None
) -> Path:
    """Write a week as appointments for a calendar (``.ics``), or as a table (``.csv``).

    Nothing is sent: the file stays where you put it, with the names of your contacts in it.

    Parameters
    ----------
    week
        As `plan_week` gives it.
    path
        Ends in ``.ics`` or ``.csv``.
    start
        The first day, with the hour if you like: by default the next Monday at nine.
        Acts are spread over the workdays from there on, in their order; the times
        are of no time zone, as a clock on the wall shows them.

    Returns
    -------
    pathlib.Path
        The file. In a table, text that a spreadsheet would run as a formula is marked
        (`escape_formulas`). The same week at the same start gives the same appointments,
        which replace those of a former import.

    Raises
    ------
    ExportError
        If the ending is another, `start` is no day, or the file cannot be written.

    Examples
    --------
    >>> import tempfile
    >>> week = pd.DataFrame({"kind": ["gap"], "person_id": ["ann"], "name": ["Ann"],
    ...     "what_to_do": ["Ask Ann"], "why": ["knows Bo"], "minutes": [25.0], "due_at": [pd.NaT]})
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     file = write_week(week, Path(folder) / "week.ics", start="2026-11-30 08:30")
    ...     [line for line in file.read_text().splitlines() if line.startswith("DTSTART")]
    ['DTSTART:20261130T083000']
    """
    path = Path(path)
    content = _content(week, path, _first(start))
    try:
        path.write_bytes(content)
    except OSError as error:
        raise ExportError(
            f"it cannot be written: {error.strerror or error}",
            file=str(path),
            remedy="Name another place, or close the program that has it open",
        ) from error
    return path


def _content(week: pd.DataFrame, path: Path, first: pd.Timestamp) -> bytes:
    ending = path.suffix.lower()
    if ending == ".ics":
        return _as_calendar(week, first)
    if ending == ".csv":
        table = week[_WRITTEN].assign(
            kind=week["kind"].map(WEEK_KINDS), due_at=week["due_at"].dt.strftime("%Y-%m-%d")
        )
        return escape_formulas(table).to_csv(index=False).encode("utf-8-sig")
    raise ExportError(
        f"a week cannot be written as {ending or 'a file without an ending'}",
        file=str(path),
        remedy="End the name in .ics for a calendar, or in .csv for a spreadsheet",
    )


def _first(start: pd.Timestamp | str | None) -> pd.Timestamp:
    """Give the day and the hour of the first act."""
    if start is None:
        today = pd.Timestamp.now().normalize()
        monday = today + pd.Timedelta(days=7 - today.weekday())
        return monday + pd.Timedelta(hours=FIRST_HOUR)
    try:
        first = pd.Timestamp(start)
    except ValueError as wrong:
        raise ExportError(
            f"start is {start!r}, which is no day", remedy="Give a day, as 2026-11-30"
        ) from wrong
    return first if first != first.normalize() else first + pd.Timedelta(hours=FIRST_HOUR)


def _as_calendar(week: pd.DataFrame, first: pd.Timestamp) -> bytes:
    from icalendar import Calendar, Event  # noqa: PLC0415 - slow to import

    calendar = Calendar()
    calendar.add("prodid", "-//netgraph//week//EN")
    calendar.add("version", "2.0")
    rows = week.to_dict("records")
    day = week.attrs.get("now", pd.NaT)
    as_of = "" if pd.isna(day) else f" As of {day:%Y-%m-%d}."
    for row, begin in zip(rows, _times(rows, first), strict=True):
        event = Event()
        event.add("uid", _uid(row, begin))
        event.add("dtstamp", pd.Timestamp.now("UTC").floor("s").to_pydatetime())
        event.add("dtstart", begin.to_pydatetime())
        event.add("duration", pd.Timedelta(minutes=row["minutes"]).to_pytimedelta())
        event.add("summary", str(row["what_to_do"]))
        why = str(row["why"])
        told = f"{WEEK_KINDS[row['kind']]}. {why[:1].upper()}{why[1:]}."
        event.add("description", f"{told}{as_of}")
        event.add("class", "PRIVATE")
        event.add("transp", "TRANSPARENT")
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def _times(rows: list[dict[Hashable, Any]], first: pd.Timestamp) -> list[pd.Timestamp]:
    """Spread acts over the workdays: as many on each as there must be, one after the other."""
    days = [day for day in pd.date_range(first, periods=7, freq="D") if day.weekday() < _WORKDAYS][
        :_WORKDAYS
    ]
    a_day = -(-len(rows) // len(days)) if rows else 0
    times: list[pd.Timestamp] = []
    for place, row in enumerate(rows):
        if place % a_day == 0:
            next_ = days[place // a_day]
        times.append(next_)
        next_ += pd.Timedelta(minutes=row["minutes"])
    return times


def _uid(row: dict[Hashable, Any], begin: pd.Timestamp) -> str:
    text = f"{begin:%G-%V} {row['kind']} {row['person_id']}"  # of the week, not of the hour
    return f"{blake2b(text.encode(), digest_size=16).hexdigest()}@netgraph"
