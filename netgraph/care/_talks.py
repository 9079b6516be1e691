"""Letters between you and each other person, taken apart into talks and turns."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from netgraph.looking_back import LETTERS

if TYPE_CHECKING:
    from netgraph.contacts import Contacts

SILENCE = 30
"""Days without a word or a meeting after which the next letter opens a new talk."""

NOTED = "noted"
"""The channel of a letter that you noted by hand: its day is known, not its hour."""

_IN, _OUT, _MET = 0, 1, 2


def find_letters(contacts: Contacts, events: pd.DataFrame) -> pd.DataFrame:
    """List letters, meetings and calls, with how much was said and asked.

    Parameters
    ----------
    contacts
        Everybody.
    events
        As `find_exchanges` gives them.

    Returns
    -------
    pandas.DataFrame
        The events, with ``words`` and ``questions`` (NaN where no text was seen),
        ``channel``, ``thread``, and ``way``: 0 from them, 1 from you, 2 both.
    """
    events = events[events["met"] | events["kind"].isin(LETTERS)].reset_index(drop=True)
    rows = contacts.interactions.iloc[events["row"].to_numpy()]
    for column in ("words", "questions"):
        events[column] = rows[column].to_numpy(dtype=np.float64, na_value=np.nan)
    for column in ("channel", "thread"):
        events[column] = rows[column].to_numpy(dtype=object)
    events["way"] = np.select([events["met"], events["out"]], [_MET, _OUT], _IN)
    return events


def find_talks(letters: pd.DataFrame, silence: int) -> pd.DataFrame:
    """Give each talk of two a number: letters to one alone, with no long silence between them.

    Parameters
    ----------
    letters
        As `find_letters` gives them.
    silence
        Days after which a letter opens a new talk. A meeting or a call breaks the
        silence, but opens no talk.

    Returns
    -------
    pandas.DataFrame
        The letters of two, and the meetings, with ``talk`` (a number) and ``opens``.
    """
    two = letters[letters["met"] | (letters["addressed"] == 1)].reset_index(drop=True)
    since = two["at"].groupby(two["other"]).diff()
    begins = since.isna() | (since >= pd.Timedelta(days=silence))
    return two.assign(talk=begins.cumsum(), opens=begins & ~two["met"])


def find_turns(talks: pd.DataFrame, now: pd.Timestamp, silence: int) -> pd.DataFrame:
    """Fold what one side wrote in a row into turns, and tell what came of each.

    Parameters
    ----------
    talks
        As `find_talks` gives them.
    now, silence
        The day to look back from, and how long one may wait for an answer.

    Returns
    -------
    pandas.DataFrame
        A row a turn: ``other``, ``way``, ``at`` (its first letter), ``asks``, ``expects`` (it
        opens a talk, or asks), ``hours`` until the answer (NaN where there is none, or where
        only the day is known), and ``came``: ``answered``, ``met`` (you met, or spoke,
        before a letter came), ``waiting`` (it is younger than `silence`), ``nothing``.
    """
    turn = (talks["talk"].diff().ne(0) | talks["way"].diff().ne(0)).cumsum()
    told = talks.assign(asks=talks["questions"].fillna(0) > 0, exact=talks["channel"] != NOTED)
    turns = told.groupby(turn).agg(
        other=("other", "first"),
        talk=("talk", "first"),
        way=("way", "first"),
        at=("at", "first"),
        last=("at", "last"),
        opens=("opens", "any"),
        asks=("asks", "any"),
        exact=("exact", "first"),
    )
    following = turns.shift(-1)
    follows = following["talk"] == turns["talk"]
    met = follows & (following["way"] == _MET)
    answered = follows & ~met
    young = turns["last"] > now - pd.Timedelta(days=silence)
    hours = (following["at"] - turns["at"]).dt.total_seconds() / 3600
    exact = turns["exact"] & following["exact"].fillna(value=False).astype(bool)
    turns["hours"] = hours.where(answered & exact)
    came = np.select([answered, met, young], ["answered", "met", "waiting"], "nothing")
    turns["came"] = came
    turns["expects"] = turns["opens"] | turns["asks"]
    kept = turns[turns["way"] != _MET]
    return kept[["other", "way", "at", "asks", "expects", "hours", "came"]].reset_index(drop=True)
