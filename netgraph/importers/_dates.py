"""Dates as each source writes them.

Every source names the forms that it uses, and a cell is read by the first that
fits. Nothing is guessed: whether ``3/5/21`` is in March or in May is only known
where the source is known to write American dates.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import datetime
from typing import TYPE_CHECKING

import pandas as pd

from netgraph.importers._months import MONTHS, month_key

if TYPE_CHECKING:
    from collections.abc import Mapping

_CLOCK = r"(?:[T,]?\s*(?P<hour>\d{1,2}):(?P<minute>\d\d)(?::(?P<second>\d\d)(?:\.\d+)?)?"
_ZONE = r"(?:\s*(?:UTC|GMT|Z|\+00:?00))?"
_END = rf"{_CLOCK}\s*(?P<half>[AaPp])?\.?[Mm]?\.?{_ZONE})?$"
_WORD = r"(?P<word>[^\W\d_]+)\.?"
_EXACT = len("2021-03-05 09:04:01 UTC")
_TURN = 69
_EARLIEST, _LATEST = 1900, 2200

ISO = re.compile(rf"(?P<year>\d{{4}})[-/](?P<month>\d{{1,2}})[-/](?P<day>\d{{1,2}}){_END}")
"""``2021-03-05``, ``2021/03/05 09:04:01 UTC``"""
DAY_WORD_YEAR = re.compile(
    rf"(?P<day>\d{{1,2}})\.?[\s-]+(?:de\s+)?{_WORD}[\s-]+(?:de\s+)?(?P<year>\d{{4}}|\d\d){_END}"
)
"""``05 Mar 2021``, ``5-Mar-21``, ``5. März 2024``"""
WORD_DAY_YEAR = re.compile(rf"{_WORD}\s+(?P<day>\d{{1,2}}),?\s+(?P<year>\d{{4}}){_END}")
"""``Mar 5, 2024``"""
DOTTED = re.compile(rf"(?P<day>\d{{1,2}})\.(?P<month>\d{{1,2}})\.(?P<year>\d{{4}}|\d\d){_END}")
"""``05.03.2021``: with dots, the day always stands first"""
CHARACTERS = re.compile(
    rf"(?P<year>\d{{4}})[年년]\s*(?P<month>\d{{1,2}})[月월]\s*(?P<day>\d{{1,2}})[日일]\s*{_END}"
)
"""``2024年3月5日``"""
AMERICAN = re.compile(
    r"(?P<month>\d{1,2})/(?P<day>\d{1,2})/(?P<year>\d{4}|\d\d),?\s+"
    r"(?P<hour>\d{1,2}):(?P<minute>\d\d)(?::(?P<second>\d\d))?\s*(?P<half>[AaPp])\.?[Mm]\.?"
    rf"{_ZONE}$"
)
"""``3/5/21, 9:04 AM``: only with AM or PM, by which LinkedIn's own form is known"""
JAVA = re.compile(
    r"[A-Z][a-z]{2} (?P<word>[A-Z][a-z]{2}) (?P<day>\d\d) (?P<hour>\d\d):(?P<minute>\d\d)"
    r":(?P<second>\d\d) (?:UTC|GMT) (?P<year>\d{4})$"
)
"""``Tue Mar 05 09:04:01 UTC 2024``"""

DAYS = (DAY_WORD_YEAR, ISO, DOTTED, AMERICAN, WORD_DAY_YEAR, CHARACTERS)
"""The forms that Connections.csv was seen with, re-saved and translated ones included."""
TIMES = (ISO, AMERICAN, JAVA, DAY_WORD_YEAR)
"""The forms of LinkedIn's other files."""

_MONTH_ONLY = (
    re.compile(rf"{_WORD}[\s-]+(?:de\s+)?(?P<year>\d{{4}})$"),
    re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})$"),
    re.compile(r"(?P<month>\d{1,2})[/.](?P<year>\d{4})$"),
)
_YEAR_ONLY = re.compile(r"(?P<year>\d{4})$")


def read_times(texts: pd.Series, forms: tuple[re.Pattern[str], ...]) -> pd.Series:
    """Read a column of dates, each cell by the first of `forms` that fits it.

    Parameters
    ----------
    texts
        Cells as text; "" where the date is missing.
    forms
        The forms that the source uses.

    Returns
    -------
    pandas.Series
        ``datetime64[s]``, naive UTC. NaT for a cell that is empty or unreadable.

    Examples
    --------
    >>> read_times(pd.Series(["05 Mar 2021", "5-mar-21", "3/5/21"]), DAYS).tolist()
    [Timestamp('2021-03-05 00:00:00'), Timestamp('2021-03-05 00:00:00'), NaT]
    """
    cells = texts.tolist()
    answers = _read_all_iso(cells) if ISO in forms else {}
    for text in dict.fromkeys(cells):
        if text not in answers:
            answers[text] = read_time(text, forms)
    values = [answers[text] for text in cells]
    return pd.Series(values, index=texts.index, dtype="datetime64[s]")


def _read_all_iso(cells: list[str]) -> dict[str, datetime | None]:
    """Read the cells that are exactly ``2021-03-05 09:04:01 UTC``; there may be many."""
    answers: dict[str, datetime | None] = {}
    for text in cells:
        if len(text) == _EXACT and text.endswith(" UTC"):
            try:
                moment = datetime.fromisoformat(text[:-4])
            except ValueError:
                continue
            answers[text] = moment if _EARLIEST <= moment.year <= _LATEST else None
    return answers


def read_time(text: str, forms: tuple[re.Pattern[str], ...]) -> datetime | None:
    """Read one date by the first of `forms` that fits it; None if none does."""
    text = unicodedata.normalize("NFKC", " ".join(text.split()))
    for form in forms:
        found = form.match(text)
        if found:
            return _moment(found.groupdict())
    return None


def read_reduced(text: str) -> str | None:
    """Read a date and keep the precision that it was written with.

    Returns
    -------
    str or None
        ``2019``, ``2019-03`` or ``2019-03-05``; None if `text` is no date.

    Examples
    --------
    >>> read_reduced("Mar 2019"), read_reduced("2019"), read_reduced("5 Mar 2019")
    ('2019-03', '2019', '2019-03-05')
    """
    text = " ".join(text.split())
    whole = read_time(text, (*DAYS, JAVA))
    if whole:
        return f"{whole:%Y-%m-%d}"
    for form in (*_MONTH_ONLY, _YEAR_ONLY):
        found = form.match(text)
        moment = _moment({"day": "1", "month": "1", **found.groupdict()}) if found else None
        if moment:
            return f"{moment.year:04}" if form is _YEAR_ONLY else f"{moment.year:04}-{moment:%m}"
    return None


def warn_of_unread(*columns: tuple[pd.Series, pd.Series]) -> str:
    """Say how many cells hold a text but gave no date; "" if none.

    Parameters
    ----------
    *columns
        Pairs of the cells as text and the dates read from them.
    """
    count = sum(int((read.isna() & texts.ne("")).sum()) for texts, read in columns)
    return f"{counted(count, 'date')} could not be read" if count else ""


def counted(count: int, noun: str) -> str:
    """Give a number and its noun: ``1 date``, ``1,204 dates``."""
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"


def _moment(parts: Mapping[str, str | None]) -> datetime | None:
    word = parts.get("word")
    month = MONTHS.get(month_key(word)) if word else int(parts["month"] or 0)
    year = int(parts["year"] or 0)
    if len(parts["year"] or "") == 2:  # noqa: PLR2004 - two digits mean 1969 to 2068
        year += 2000 if year < _TURN else 1900
    hour = int(parts.get("hour") or 0)
    half = parts.get("half")
    if half:
        if not 1 <= hour <= 12:  # noqa: PLR2004 - the hours of a clock's face
            return None
        hour = hour % 12 + (12 if half in "Pp" else 0)
    if month is None or not _EARLIEST <= year <= _LATEST:
        return None
    try:
        return datetime(  # noqa: DTZ001 - times in the tables are naive UTC
            year,
            month,
            int(parts["day"] or 0),
            hour,
            int(parts.get("minute") or 0),
            int(parts.get("second") or 0),
        )
    except ValueError:  # there is no such day
        return None
