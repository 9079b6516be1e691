"""Dates as each source writes them."""

from __future__ import annotations

import re
from collections import Counter

import pandas as pd
import pytest

from netgraph.importers._dates import DAYS, TIMES, read_reduced, read_times, warn_of_unread
from netgraph.importers._months import _SPELLINGS, MONTHS, month_key


def read_one(text, forms):
    moment = read_times(pd.Series([text]), forms)[0]
    return None if pd.isna(moment) else moment.isoformat()


@pytest.mark.parametrize(
    "text",
    [
        "05 Mar 2021",
        "5 Mar 2021",
        "05-Mar-21",
        "5-mar-21",
        "05.03.2021",
        "2021-03-05",
        "Mar 5, 2021",
        "March 5, 2021",
        "05 mars 2021",
        "5. März 2021",
        "5. Ma\u0308rz 2021",
        "5 мар. 2021",
        "5 de marzo de 2021",
        "2021年3月5日",
        "2021년 3월 5일",
        " 05  Mar\u00a02021 ",
    ],
)
def test_the_fifth_of_march(text):
    assert read_one(text, DAYS) == "2021-03-05T00:00:00"


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("3/5/18, 9:04 AM", "2018-03-05T09:04:00"),
        ("12/28/20, 12:41 AM", "2020-12-28T00:41:00"),
        ("6/30/26, 12:00 PM", "2026-06-30T12:00:00"),
        ("6/30/68, 12:00 PM", "2068-06-30T12:00:00"),
        ("6/30/69, 12:00 PM", "1969-06-30T12:00:00"),
        ("03/05/21, 09:04 PM", "2021-03-05T21:04:00"),
        ("2021-03-05 09:04:01 UTC", "2021-03-05T09:04:01"),
        ("2021/03/05 09:04:01 UTC", "2021-03-05T09:04:01"),
        ("2022-03-05 09:04:01", "2022-03-05T09:04:01"),
        ("Tue Mar 05 09:04:01 UTC 2024", "2024-03-05T09:04:01"),
        ("2024-02-29 23:59:59 UTC", "2024-02-29T23:59:59"),
    ],
)
def test_moments(text, moment):
    assert read_one(text, TIMES) == moment


@pytest.mark.parametrize(
    "text",
    [
        "3/5/21",  # March or May: never guessed
        "03/05/2021",
        "28/12/2020",
        "3/5/21 9:04",  # no AM or PM: a spreadsheet of unknown country wrote it
        "13/1/21, 9:04 AM",
        "1/1/21, 13:04 PM",
        "31 Feb 2021",
        "2021-02-29",
        "2023-02-29 09:04:01 UTC",
        "0001-01-01",
        "44260",  # a spreadsheet's day number
        "2021",
        "Mar 2021",
        "05 Foo 2021",
        "yesterday",
        "",
    ],
)
def test_no_date_is_made_up(text):
    assert read_one(text, (*DAYS, *TIMES)) is None


def test_two_forms_in_one_column_are_read_cell_by_cell():
    # a Spanish spreadsheet turned the months that it knew into dates, and left the others
    column = pd.Series(["05-mar-21", "12 Jan 2021", "2021-02-03", "", "??"])
    days = read_times(column, DAYS)
    assert days.dt.strftime("%Y-%m-%d").tolist()[:3] == ["2021-03-05", "2021-01-12", "2021-02-03"]
    assert days.isna().tolist() == [False, False, False, True, True]
    assert warn_of_unread((column, days)) == "1 date could not be read"
    assert warn_of_unread((column[:3], days[:3])) == ""


@pytest.mark.parametrize(
    ("text", "reduced"),
    [
        ("2019", "2019"),
        ("Mar 2019", "2019-03"),
        ("März 2019", "2019-03"),
        ("2019-03", "2019-03"),
        ("2024-3", "2024-03"),
        ("03/2019", "2019-03"),
        ("2024-03-05", "2024-03-05"),
        ("5 Mar 2019", "2019-03-05"),
        ("Tue Mar 05 09:04:01 UTC 2024", "2024-03-05"),
        ("2019-13", None),
        ("Present", None),
        ("3/5/2019", None),
        ("", None),
    ],
)
def test_precision_is_kept(text, reduced):
    assert read_reduced(text) == reduced


def test_no_spelling_stands_for_two_months():
    months = re.split(r"\n(?=\S)", _SPELLINGS.strip())
    assert len(months) == 12
    keys = [{month_key(word) for word in words.split()} for words in months]
    times = Counter(key for month in keys for key in month)
    assert [key for key, count in times.items() if count > 1] == []
    assert MONTHS["marz"] == MONTHS["март"] == 3
