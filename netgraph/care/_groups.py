"""Conversations of several people: how much of the room is yours."""

from __future__ import annotations

import pandas as pd


def balance_in_groups(letters: pd.DataFrame) -> pd.DataFrame:
    """Count what you wrote, and what all wrote, in each conversation of several.

    Parameters
    ----------
    letters
        As `find_letters` gives them.

    Returns
    -------
    pandas.DataFrame
        Index thread: ``people`` (at most, you among them), ``letters``,
        ``letters_out``, ``words`` and ``words_out`` (NA where no text was seen),
        ``letter_share`` and ``word_share`` (yours), ``equal_share`` (one of ``people``).
    """
    several = letters[~letters["met"] & (letters["addressed"] > 1) & letters["thread"].notna()]
    once = several.drop_duplicates(["thread", "at", "out", "words"])  # yours has a row for each
    theirs = ~once["out"]
    told = once.assign(
        people=once["addressed"] + 1,
        letters_out=once["out"],
        words_out=once["words"].mask(theirs & once["words"].notna(), 0.0),
    )
    threads = told.groupby("thread")
    groups = pd.DataFrame(
        {
            "people": threads["people"].max().astype("int64"),
            "letters": threads.size(),
            "letters_out": threads["letters_out"].sum().astype("int64"),
            "words": threads["words"].sum(min_count=1).astype("Int64"),
            "words_out": threads["words_out"].sum(min_count=1).astype("Int64"),
        }
    )
    groups["letter_share"] = groups["letters_out"] / groups["letters"]
    words = groups["words"].astype("float64")
    groups["word_share"] = groups["words_out"].astype("float64") / words.where(words > 0)
    groups["equal_share"] = 1.0 / groups["people"]
    return groups.sort_values("letters", ascending=False, kind="stable")
