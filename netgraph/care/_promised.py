"""What you promised and have not done: by your own word, or as your list of introductions says."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

if TYPE_CHECKING:
    from netgraph.contacts import Contacts

NOT_YET = frozenset({
    "promised", "offered", "agreed", "planned", "intended", "to_do", "todo", "to_make",
    "versprochen", "zugesagt", "angeboten", "geplant", "prometido", "ofrecido", "promis",
    "proposé", "promesso", "offerto", "prometida",
})  # fmt: skip
"""Outcomes of an introduction of yours that say that it is still to be made."""

OPEN = frozenset({
    "pending", "open", "waiting", "in_progress", "offen", "ausstehend", "pendiente", "en_attente",
    "in_attesa", "pendente", "?",
})  # fmt: skip
"""Outcomes that do not say whether it was made."""

FORGOTTEN = 365
"""Days after which an open introduction is no promise any more."""

WITHIN = 7
"""Days that a promise without a day may take."""

_AT_MOST_LATER = {len("2024"): 365, len("2024-04"): 30}
_ONCE = pd.Timestamp("1900-01-01")

COLUMNS = ["person_id", "since", "due_at", "grade", "table", "rows", "text", "other_id"]


def find_promised(
    contacts: Contacts, promises: pd.DataFrame | None, day: pd.Timestamp
) -> pd.DataFrame:
    """List what you promised and have not done.

    Parameters
    ----------
    contacts
        With ``introductions``.
    promises
        As a workspace gives them: ``id person_id text other due at kept_at``.
    day
        The day to look back from; NaT if it is not known.

    Returns
    -------
    pandas.DataFrame
        ``person_id``, ``since``, ``due_at``, ``grade`` (``stated``: your own word or
        an outcome that says so; ``inferred``: an outcome that leaves it open),
        ``table`` and ``rows``, ``text``, ``other_id`` (whom to introduce them to).
    """
    found = [
        table
        for table in (_of_your_word(contacts, promises), _of_your_list(contacts, day))
        if len(table)
    ]
    return pd.concat(found, ignore_index=True) if found else pd.DataFrame(columns=COLUMNS)


def _of_your_word(contacts: Contacts, promises: pd.DataFrame | None) -> pd.DataFrame:
    if promises is None or promises.empty:
        return pd.DataFrame(columns=COLUMNS)
    rows = promises.reindex(columns=["id", "person_id", "text", "other", "due", "at", "kept_at"])
    rows = rows[rows["kept_at"].isna() & rows["person_id"].isin(contacts.people.index)]
    at = pd.to_datetime(rows["at"]).astype("datetime64[s]")
    due = pd.to_datetime(rows["due"]).astype("datetime64[s]")
    told = pd.DataFrame(
        {
            "person_id": rows["person_id"],
            "since": at,
            "due_at": due.fillna(at + pd.Timedelta(days=WITHIN)),
            "grade": "stated",
            "table": "promises",
            "rows": [(number,) for number in rows["id"]],
            "text": rows["text"].astype("str"),
            "other_id": rows["other"].astype("str"),
        }
    )
    made = _made(contacts)
    pairs = [frozenset(p) for p in zip(told["person_id"], told["other_id"], strict=True)]
    days = pd.Series([made.get(pair, pd.NaT) for pair in pairs], index=told.index)
    done = pd.to_datetime(days) >= told["since"].dt.normalize()
    open_ones: pd.DataFrame = told[~done]
    return open_ones


def _of_your_list(contacts: Contacts, day: pd.Timestamp) -> pd.DataFrame:
    """Read introductions by you whose outcome says that they wait."""
    rows = contacts.introductions
    rows = rows[rows["introducer"] == contacts.ego].dropna(subset=["introduced", "introduced_to"])
    rows = rows[(rows["introduced"] != contacts.ego) & (rows["introduced_to"] != contacts.ego)]
    word = _word(rows)
    since = _date(rows)
    stated = word.isin(NOT_YET)
    fresh = since.isna() | ((day - since).dt.days <= FORGOTTEN)
    waits = (stated | (word.isin(OPEN) & since.notna())) & fresh
    rows, since, stated = rows[waits], since[waits], stated[waits]
    told = pd.DataFrame(
        {
            "person_id": rows["introduced"],
            "since": since,
            "due_at": since + pd.Timedelta(days=WITHIN),
            "grade": stated.map({True: "stated", False: "inferred"}),
            "table": "introductions",
            "rows": [(label,) for label in rows.index],
            "text": rows["outcome"].astype("str"),
            "other_id": rows["introduced_to"].astype("str"),
        }
    )
    made = _made(contacts)
    pairs = [frozenset(pair) for pair in zip(told["person_id"], told["other_id"], strict=True)]
    open_ones: pd.DataFrame = told[[pair not in made for pair in pairs]]
    return open_ones


def _made(contacts: Contacts) -> dict[frozenset[str], pd.Timestamp]:
    """Give the pairs whom you introduced, and when last: the end of a month or year."""
    rows = contacts.introductions
    rows = rows[rows["introducer"] == contacts.ego].dropna(subset=["introduced", "introduced_to"])
    word = _word(rows)
    rows = rows[~word.isin(NOT_YET | OPEN)]
    length = rows["date"].astype("str").str.len()
    whole = pd.to_timedelta(length.map(_AT_MOST_LATER).fillna(0), unit="D")
    dates = (_date(rows) + whole).fillna(_ONCE)
    made: dict[frozenset[str], pd.Timestamp] = {}
    for one, two, date in zip(rows["introduced"], rows["introduced_to"], dates, strict=True):
        pair = frozenset((one, two))
        made[pair] = max(date, made.get(pair, date))
    return made


def _word(rows: pd.DataFrame) -> pd.Series:
    return rows["outcome"].fillna("").str.strip().str.casefold().str.replace(" ", "_")


def _date(rows: pd.DataFrame) -> pd.Series:
    dates = pd.to_datetime(rows["date"], format="ISO8601", errors="coerce")
    return dates.astype("datetime64[s]")
