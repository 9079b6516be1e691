"""Who waits for a word of yours: somebody connected, somebody met, somebody who asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from netgraph.looking_back import LETTERS, PLANNED, is_past
from netgraph.own_word import is_noted

if TYPE_CHECKING:
    from netgraph.contacts import Contacts

RECENT = {"connected": 90, "met": 90, "asked": 180, "wrote": 60}
"""Days for which it is news: after them a word is no follow-up any more."""

GRACE = {"connected": 7, "met": 2, "unanswered": 3, "promise": 7}
"""Days that you may take before it counts as overdue."""

FEW = 3
"""A letter to more people than this is a word to none of them."""

SMALL = 8
"""A gathering of more people is no meeting with each."""

REGULAR = 3
"""Whom you met that often in the last three months needs no note after each time."""

IN_VAIN = 3
"""Who wrote that often and never got a word from you is not waiting: you have decided."""

CLOSING = 6
"""A letter of so many words or fewer mostly closes a talk: "Thanks, talk soon!"."""

USUALLY = 2
"""Who got that many answers before is somebody whom you answer."""

OPENS = 3
"""Days of silence after which a letter opens a new talk."""

COLUMNS = ["other", "what", "since", "newest", "grade", "table", "rows"]


def find_waiting(contacts: Contacts, events: pd.DataFrame, day: pd.Timestamp) -> pd.DataFrame:
    """Find the three kinds of follow-ups that what passed between you tells of.

    Parameters
    ----------
    contacts
        Everybody.
    events
        As `find_exchanges` gives them.
    day
        The day to look back from.

    Returns
    -------
    pandas.DataFrame
        A row a follow-up: ``other`` (position in people), ``what``, ``since``,
        ``newest`` (the last event of it), ``grade``, and ``table`` and ``rows`` that
        it stands in.
    """
    talk = _talk(events)
    last = talk.drop_duplicates("other", keep="last").set_index("other")
    found = [
        _met(contacts, talk, last, day),
        _unanswered(contacts, talk, day),
        _connected(contacts, last["at"], day),
    ]
    known = [table for table in found if len(table)] or found[:1]
    return pd.concat(known, ignore_index=True)[COLUMNS]


def find_unanswered(contacts: Contacts, events: pd.DataFrame, day: pd.Timestamp) -> pd.DataFrame:
    """Find whose letter waits for an answer of yours: a row a person, as `find_waiting` has it."""
    return _unanswered(contacts, _talk(events), day).reset_index(drop=True)[COLUMNS]


def meetings_ahead(contacts: Contacts, day: pd.Timestamp) -> set[int]:
    """List (by position) whom you are going to meet anyway."""
    rows = contacts.interactions
    rows = rows[(rows["kind"] == PLANNED) & rows["at"].notna() & ~is_past(contacts, day)]
    people = contacts.people.index
    ends = [people.get_indexer(pd.Index(rows[end])) for end in ("source", "target")]
    return set(np.concatenate(ends).tolist()) if len(rows) else set()


def _talk(events: pd.DataFrame) -> pd.DataFrame:
    """Leave out letters to many: they are a word to none of them."""
    letter = events["kind"].isin(LETTERS)
    return events[~letter | (events["addressed"] <= FEW)].reset_index(drop=True)


def _met(
    contacts: Contacts, talk: pd.DataFrame, last: pd.DataFrame, day: pd.Timestamp
) -> pd.DataFrame:
    """Find whom you met lately, with no word since."""
    since = day - pd.Timedelta(days=RECENT["met"])
    met = last[(last["kind"] == PLANNED) & (last["at"] >= since) & (last["addressed"] <= SMALL)]
    often = talk.loc[(talk["kind"] == PLANNED) & (talk["at"] >= since), "other"].value_counts()
    met = met[often.reindex(met.index).to_numpy() < REGULAR]
    met = met[~met.index.isin(list(meetings_ahead(contacts, day)))]
    return pd.DataFrame(
        {
            "other": met.index,
            "what": "met",
            "since": met["at"].to_numpy(),
            "newest": met["at"].to_numpy(),
            "grade": "observed",
            "table": "interactions",
            "rows": _rows(contacts, met["row"]),
        }
    )


def _unanswered(contacts: Contacts, talk: pd.DataFrame, day: pd.Timestamp) -> pd.DataFrame:
    """Find whose question, or whose letter, came last and has no answer."""
    other = talk["other"]
    own = talk["out"] | talk["met"]
    heard = own.groupby(other).cumsum()
    yours = heard.groupby(other).transform("max")
    theirs = ~own & talk["kind"].isin(LETTERS) & (talk["addressed"] == 1)
    begins = theirs & (own.shift(fill_value=True) | (other != other.shift()))
    answered = (begins & (heard < yours)).groupby(other).sum()
    opens = (talk["at"] - talk["at"].shift()) >= pd.Timedelta(days=OPENS)
    opens |= other != other.shift()
    seen = contacts.interactions
    columns = [name for name in ("words", "questions") if name in seen]
    run = talk.assign(yours=yours, opens=opens)[theirs & (heard == yours)]
    text = seen[columns].iloc[run["row"].to_numpy()].reindex(columns=["words", "questions"])
    run = run.assign(
        words=text["words"].astype("Float64").to_numpy(),
        questions=text["questions"].astype("Float64").to_numpy(),
    )
    run = run[_is_somebody_to_answer(contacts, run)]
    asked = run[(run["questions"] > 0).fillna(False).to_numpy(dtype=bool)]
    asked = asked[asked["at"] >= day - pd.Timedelta(days=RECENT["asked"])]
    unseen = run[run["questions"].isna() & ~run["other"].isin(asked["other"])]
    long = unseen["words"].isna() | (unseen["words"] > CLOSING).fillna(True)
    usual = answered.reindex(unseen["other"]).fillna(0).to_numpy() >= USUALLY
    recent = unseen["at"] >= day - pd.Timedelta(days=RECENT["wrote"])
    wrote = unseen[(long & recent).to_numpy(dtype=bool) & usual & unseen["opens"].to_numpy()]
    return pd.concat(
        [
            _folded(contacts, rows, grade)
            for rows, grade in ((asked, "observed"), (wrote, "inferred"))
            if len(rows)
        ]
        or [pd.DataFrame(columns=COLUMNS)]
    )


def _is_somebody_to_answer(contacts: Contacts, run: pd.DataFrame) -> pd.Series:
    """Tell whether you know them, and have not let them write in vain before."""
    wrote_to = run["yours"] > 0
    ties = contacts.ties[contacts.ties["evidence"] == "observed"]
    ties = ties[(ties["source"] == contacts.ego) | (ties["target"] == contacts.ego)]
    tied = contacts.people.index.isin(pd.concat([ties["source"], ties["target"]]))
    written = run["other"].groupby(run["other"]).transform("size")
    known = pd.Series(tied[run["other"].to_numpy(dtype=np.int64)], index=run.index)
    return wrote_to | (known & (written < IN_VAIN))


def _folded(contacts: Contacts, rows: pd.DataFrame, grade: str) -> pd.DataFrame:
    """Fold the letters of each person that wait into one row."""
    labels = contacts.interactions.index[rows["row"].to_numpy()]
    rows = rows.assign(label=pd.Series(labels, index=rows.index, dtype="object"))
    folded = rows.groupby("other", as_index=False, sort=False).agg(
        since=("at", "min"), newest=("at", "max"), rows=("label", tuple)
    )
    return folded.assign(what="unanswered", grade=grade, table="interactions")


def _connected(contacts: Contacts, last: pd.Series, day: pd.Timestamp) -> pd.DataFrame:
    """Find with whom you connected lately, and neither of you has written yet."""
    ties = contacts.ties
    recent = pd.Timedelta(days=RECENT["connected"])
    new = ties[
        (ties["kind"] == "contact")
        & (ties["source"] == contacts.ego)
        & (ties["since"] <= day)
        & (ties["since"] >= day - recent)
    ]
    other = contacts.people.index.get_indexer(pd.Index(new["target"]))
    known = pd.Series(last.reindex(other).to_numpy(), index=new.index)
    silent = known.isna() | (known < new["since"] - recent)
    readable = ~is_unreadable(contacts)[other]
    new, other = new[silent & readable], other[(silent & readable).to_numpy()]
    return pd.DataFrame(
        {
            "other": other,
            "what": "connected",
            "since": new["since"].to_numpy(),
            "newest": new["since"].to_numpy(),
            "grade": "observed",
            "table": "ties",
            "rows": [(label,) for label in new.index],
        }
    ).drop_duplicates("other")


def letters_read(contacts: Contacts) -> pd.DataFrame:
    """Give the dated letters that stand in files: one noted by hand tells of no other."""
    rows = contacts.interactions
    return rows[rows["kind"].isin(LETTERS) & rows["at"].notna() & ~is_noted(rows)]


def is_unreadable(contacts: Contacts) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    """Tell with whom you may have written in messages that are not among these files."""
    letters = letters_read(contacts)
    if letters.empty:
        return np.ones(len(contacts.people), dtype=bool)
    if (letters["channel"] == "linkedin").any():
        return np.zeros(len(contacts.people), dtype=bool)
    from_there = contacts.people["sources"].astype("str").str.contains("linkedin", regex=False)
    return from_there.fillna(value=False).to_numpy(dtype=bool)


def _rows(contacts: Contacts, rows: pd.Series) -> list[tuple[object, ...]]:
    return [(label,) for label in contacts.interactions.index[rows.to_numpy()]]
