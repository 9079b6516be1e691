"""What people are called until it is known who they are."""

import pandas as pd

from netgraph.importers._people import identify

NOBODY = pd.Series([None, None, None], dtype="object")


def test_homonyms_keep_their_number_when_the_next_export_puts_a_new_one_on_top():
    keys = pd.Series(["ada example"] * 3)
    before = identify(keys[:2], NOBODY[:2], NOBODY[:2], pd.to_datetime(pd.Series(["2021", "2019"])))
    after = identify(keys, NOBODY, NOBODY, pd.to_datetime(pd.Series(["2024", "2021", "2019"])))
    assert before.tolist() == ["name/ada example#2", "name/ada example#1"]
    assert after.tolist() == ["name/ada example#3", *before]


def test_homonyms_without_a_date_come_last():
    since = pd.to_datetime(pd.Series([None, "2019", None]))
    ids = identify(pd.Series(["ada", "ada", "bob"]), NOBODY, NOBODY, since)
    assert ids.tolist() == ["name/ada#2", "name/ada#1", "name/bob"]


def test_homonyms_of_a_book_without_dates_are_numbered_as_they_stand():
    ids = identify(pd.Series(["ada", "ada", ""]), NOBODY, NOBODY)
    assert ids.tolist()[:2] == ["name/ada#1", "name/ada#2"]
    assert ids.isna().tolist() == [False, False, True]
