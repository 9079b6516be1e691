"""What you could give now: an answer, something never returned, or an introduction."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from netgraph.care._matching import match_contacts
from netgraph.care._talks import SILENCE, find_letters, find_talks
from netgraph.care._waiting import find_unanswered
from netgraph.suggestions import hidden_from_suggestions

if TYPE_CHECKING:
    from netgraph.contacts import Contacts

IN_TOUCH = 365
"""Days since you last wrote or met, up to which you are near enough to bring people together."""

_RETURNS = {
    "recommendations": ("recommendation", "write a recommendation"),
    "favours": ("favour", "offer a favour in return"),
    "endorsements": ("endorsement", "endorse a skill of theirs"),
}
"""What never went back is returned in kind, the weightiest first."""

_COLUMNS = ["could_give", "giving", "evidence"]


def what_to_give(
    contacts: Contacts,
    ledger: pd.DataFrame,
    acts: pd.DataFrame,
    events: pd.DataFrame,
    now: pd.Timestamp,
) -> pd.DataFrame:
    """Find the one thing that you could best give each person.

    A letter that waits for an answer comes first (the same as among the follow-ups), then
    what they gave and you never did, then an introduction to somebody of another field (see
    `match_contacts`).

    Parameters
    ----------
    contacts
        Everybody.
    ledger
        Counts by person, as `reciprocity` makes them.
    acts, events
        As `find_acts` and `find_exchanges` give them.
    now
        The day to look back from.

    Returns
    -------
    pandas.DataFrame
        Index person_id, those to whom there is something to give: ``could_give``,
        ``giving``, ``evidence``.
    """
    people = contacts.people.index
    talks = find_talks(find_letters(contacts, events), SILENCE)
    found = [_answers(find_unanswered(contacts, events, now), people)]
    found += [_never_returned(ledger, acts, people, gift) for gift in _RETURNS]
    given = pd.concat(found)
    given = given[~given.index.duplicated()]
    hidden = hidden_from_suggestions(contacts)
    closeness = _in_touch(talks, now, people).drop(hidden, errors="ignore")
    met = match_contacts(contacts, closeness, first=ledger["received"] - ledger["given"])
    given = pd.concat([given, met[~met.index.isin(given.index)]])
    return given.drop(hidden, errors="ignore").astype("str").rename_axis("person_id")


def _answers(waiting: pd.DataFrame, people: pd.Index) -> pd.DataFrame:
    """Say whose letter waits, and whether it is known to ask."""
    asks = {"observed": "asks, and", "inferred": "may ask, and"}
    rows = [
        ("answer them", "reply", f"their letter of {at:%Y-%m-%d} {asks[grade]} has no answer")
        for at, grade in zip(waiting["newest"], waiting["grade"], strict=True)
    ]
    index = people[waiting["other"].to_numpy(dtype="int64")]
    return pd.DataFrame(rows, index=index, columns=_COLUMNS)


def _never_returned(
    ledger: pd.DataFrame, acts: pd.DataFrame, people: pd.Index, gift: str
) -> pd.DataFrame:
    """Find who gave something of which you never gave any."""
    kind, act = _RETURNS[gift]
    theirs, yours = ledger[f"{gift}_received"], ledger[f"{gift}_given"]
    owed = ledger.index[((theirs > 0) & (yours == 0)).fillna(value=False)]
    taken = acts[(acts["gift"] == gift) & ~acts["out"]]
    last = taken.groupby("other")["at"].max()
    last.index = people[last.index.to_numpy(dtype="int64")]
    rows = []
    for person, count, at in zip(owed, theirs[owed], last.reindex(owed), strict=True):
        when = "" if pd.isna(at) else f", {'last ' if count > 1 else ''}on {at:%Y-%m-%d}"
        number = f"{count} {gift}" if count > 1 else f"{'an' if kind[0] == 'e' else 'a'} {kind}"
        evidence = f"they gave you {number}{when}; you gave them none"
        rows.append((person, act, kind, evidence))
    return pd.DataFrame(rows, columns=["person_id", *_COLUMNS]).set_index("person_id")


def _in_touch(talks: pd.DataFrame, now: pd.Timestamp, people: pd.Index) -> pd.Series:
    """Count the days of contact in the last year, of those with whom it goes both ways."""
    recent = talks[talks["at"] >= now - pd.Timedelta(days=IN_TOUCH)]
    ways = recent.assign(
        to=recent["out"] | recent["met"], back=~recent["out"] | recent["met"]
    ).groupby("other")
    both = ways["to"].any() & ways["back"].any()
    days = ways["day"].nunique()[both]
    return days.set_axis(people[days.index.to_numpy(dtype="int64")])
