"""Follow-ups: to whom you owe a word, and since when."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from netgraph.care._promised import WITHIN, find_promised
from netgraph.care._settled import asleep, ended_at, settled_ones, today
from netgraph.care._waiting import GRACE, find_waiting, is_unreadable, letters_read, meetings_ahead
from netgraph.care._words import MINUTES, ORDER, in_words, nothing_known, sum_up
from netgraph.care.cadence import due_dates, may_be_due
from netgraph.care.exchanges import find_exchanges
from netgraph.care.relations import find_relations
from netgraph.care.tie_health import measure_health
from netgraph.suggestions import hidden_from_suggestions

if TYPE_CHECKING:
    from netgraph.contacts import Contacts

_COLUMNS = [
    "person_id", "name", "what", "since", "due_at", "overdue_days", "grade", "relation", "why",
    "what_to_do", "minutes", "intent", "other_id", "evidence",
]  # fmt: skip


def find_follow_ups(  # noqa: PLR0913 - what is known already can be passed, by keyword
    contacts: Contacts,
    *,
    relations: pd.DataFrame | None = None,
    settled: pd.DataFrame | None = None,
    promises: pd.DataFrame | None = None,
    now: pd.Timestamp | str | None = None,
    ahead: int = 0,
) -> pd.DataFrame:
    r"""List the people to whom you owe a word, and why.

    ============== ==================================================== ===============
    what           when it is listed                                    due after
    ============== ==================================================== ===============
    ``unanswered`` their letter to you alone came last and asks         3 days
    ``promise``    you promised them something and have not done it     its day, 7 days
    ``met``        you met in the last 90 days, with no word since      2 days
    ``connected``  you connected in the last 90 days, no word yet       7 days
    ``due``        a tie that lives is silent longer than is your habit cadence
    ============== ==================================================== ===============

    Contact is a message, mail, meeting, call, favour, recommendation or introduction,
    also one noted by hand; a letter to more than three people is none. "Connected
    on" is none either. Who wrote three times and never got a word from you, whom
    you met three times in those days or will meet, and gatherings of more than
    eight people call for nothing.

    A letter asks where ``interactions["questions"]`` (counted when it was read) says
    so, for 180 days. Where no text was seen, one of more than six words that opened a
    talk, from somebody whom you answered twice before, counts for 60 days with the
    grade ``inferred``. A closing word ("thanks!") waits for nothing.

    A word is due to a tie of depth :math:`D` (see `tie_health`), silent for :math:`s`
    years, where :math:`D \ge 6 \max(1, s)`: at the last contact plus the cadence of your
    relation (`netgraph.care.cadence.CADENCE`) or your usual gap, whichever is longer.

    Parameters
    ----------
    contacts
        With ``interactions``; without any, most of this is not known.
    relations
        As `find_relations` gives them; found here if they are not given. Where none
        is known the cadence is 180 days.
    settled
        As a workspace gives it: who is done or skipped comes back with something
        new, or when the next word is due; who is snoozed comes back on that day of the
        calendar.
    promises
        As a workspace gives them; they are listed from a week before their day, and
        count from the day of the calendar. Introductions by you whose ``outcome`` is
        ``promised``, ``offered`` and the like (``stated``) or ``pending`` (``inferred``,
        for a year) count, too.
    now
        The day to look back from; by default the last of which the exports
        tell (`netgraph.looking_back`).
    ahead
        Days: list also what is due within so many days.

    Returns
    -------
    pandas.DataFrame
        By kind in the order above, the most overdue first. ``person_id``, ``name``,
        ``what``, ``since``, ``due_at``, ``overdue_days`` (negative: so many days are
        left), ``grade`` (``stated``, ``observed``, ``inferred``), ``relation`` (of a
        cadence), ``why``, ``what_to_do``, ``minutes``, ``intent`` (as `draft` takes
        it), ``other_id`` (whom to introduce them to), ``evidence``: pairs of a
        table and a row.

        ``attrs``: ``says``; ``needs``: which exports would tell what is not known
        (None if nothing is missing); ``now``, ``undated``, ``later``.

    Raises
    ------
    ContactsError
        If `now` is no date.

    Notes
    -----
    All numbers of days are assumptions: that one writes soon after meeting is
    advice, not a measurement.

    Examples
    --------
    >>> from netgraph.contacts import Contacts
    >>> people = pd.DataFrame({"name": ["You", "Ann", "Bo"], "is_ego": [True, False, False]},
    ...                       index=["ego", "ann", "bo"])
    >>> ties = pd.DataFrame({"source": "ego", "target": ["ann"], "kind": "contact",
    ...                      "since": pd.to_datetime(["2026-01-10"])})
    >>> talk = pd.DataFrame({"source": ["ego"], "target": ["bo"], "kind": "message",
    ...                      "at": pd.to_datetime(["2026-02-01"])})
    >>> found = find_follow_ups(Contacts(people=people, ties=ties, interactions=talk))
    >>> found[["name", "what", "overdue_days"]].values.tolist()
    [['Ann', 'connected', 15]]
    """
    events, told = find_exchanges(contacts, now)
    day = told["now"]
    waiting = find_waiting(contacts, events, day)
    ids = contacts.people.index
    waiting["person_id"] = ids[waiting.pop("other").to_numpy(dtype=np.int64)]
    grace = pd.to_timedelta(waiting["what"].map(GRACE), unit="D")
    waiting["due_at"] = waiting["since"] + grace
    promised = find_promised(contacts, promises, day).assign(what="promise")
    due = _due(contacts, events, told, relations)
    due = due[~due["person_id"].isin(waiting["person_id"])]
    found = [table for table in (waiting, promised, due) if len(table)]
    rows = pd.concat(found, ignore_index=True) if found else waiting
    rows = rows.reindex(columns=list(dict.fromkeys([*rows, *due, *promised, *waiting])))
    rows = rows.astype(dict.fromkeys(("since", "newest", "due_at"), "datetime64[s]"))
    calendar = today(day, now)
    rows = _not_settled(rows, settled, calendar)
    rows = rows[~rows["person_id"].isin(hidden_from_suggestions(contacts))]
    by_hand = rows["table"] == "promises"  # your own word is of today, wherever the files end
    rows = rows.assign(by=by_hand.map({True: calendar, False: day}).astype("datetime64[s]"))
    before = by_hand.map({True: max(ahead, WITHIN), False: ahead})
    rows = rows[~(rows["due_at"] > rows["by"] + pd.to_timedelta(before, unit="D"))]
    return _laid_out(contacts, rows, told)


def _due(
    contacts: Contacts, events: pd.DataFrame, told: dict[Any, Any], relations: pd.DataFrame | None
) -> pd.DataFrame:
    """List the ties to which a word is due some day, but for those whom you will meet."""
    health = measure_health(contacts, events, told)
    health = health[may_be_due(health)]
    if relations is None and len(health):
        relations = find_relations(contacts, now=told["now"])
    dates = due_dates(health, relations)
    place = contacts.people.index.get_indexer(dates.index)
    dates = dates[~np.isin(place, list(meetings_ahead(contacts, told["now"])))]
    latest = events.drop_duplicates("other", keep="last").set_index("other")["row"]
    row = latest.reindex(contacts.people.index.get_indexer(dates.index)).to_numpy(dtype=np.int64)
    return pd.DataFrame(
        {
            "person_id": dates.index,
            "what": "due",
            "since": dates["last_at"].to_numpy(),
            "newest": dates["last_at"].to_numpy(),
            "due_at": dates["due_at"].to_numpy(),
            "grade": "inferred",
            "table": "interactions",
            "rows": [(label,) for label in contacts.interactions.index[row]],
            "relation": dates["relation"].to_numpy(),
            "days": dates["days"].to_numpy(),
        }
    )


def _not_settled(
    rows: pd.DataFrame, settled: pd.DataFrame | None, day: pd.Timestamp
) -> pd.DataFrame:
    """Leave out what was settled; a cadence begins anew on that day."""
    told = settled_ones(settled, "follow_up")
    ended = ended_at(told, rows["person_id"]).set_axis(rows.index)
    habit = rows["what"] == "due"
    again = habit & (ended > rows["newest"])
    later = ended + pd.to_timedelta(rows.loc[again, "days"], unit="D").reindex(rows.index)
    rows = rows.assign(due_at=rows["due_at"].mask(again, later))
    gone = ~habit & (ended >= rows["newest"].fillna(rows["since"]))
    return rows[~gone & ~rows["person_id"].isin(asleep(told, day))]


def _laid_out(contacts: Contacts, rows: pd.DataFrame, told: dict[Any, Any]) -> pd.DataFrame:
    """Write everything out, in order."""
    names = contacts.people["name"].astype("object")
    names = names.where(names.notna(), pd.Series(names.index, names.index))
    rows = rows.assign(
        name=names.reindex(rows["person_id"]).to_numpy(),
        overdue_days=(rows["by"] - rows["due_at"]).dt.days.astype("Int64"),
        minutes=rows["what"].map(MINUTES).astype("float64"),
        place=rows["what"].map({what: place for place, what in enumerate(ORDER)}),
        evidence=pd.Series(
            [
                tuple((table, row) for row in each)
                for table, each in zip(rows["table"], rows["rows"], strict=True)
            ],
            index=rows.index,
            dtype="object",
        ),
    )
    rows = rows.sort_values(
        ["place", "overdue_days", "person_id"], ascending=[True, False, True], kind="stable"
    )
    rows = rows.reset_index(drop=True)
    words = [in_words(row, names, row["by"]) for row in rows.to_dict("records")]
    rows[["why", "what_to_do", "intent"]] = pd.DataFrame(
        words, columns=["why", "what_to_do", "intent"], dtype="object"
    )
    found = rows.reindex(columns=_COLUMNS).astype(
        {"since": "datetime64[s]", "due_at": "datetime64[s]", "relation": "str", "other_id": "str"}
    )
    dark = is_unreadable(contacts) & ~contacts.people["is_ego"].to_numpy(dtype=bool)
    unknown = nothing_known(letters=not letters_read(contacts).empty, dark=int(dark.sum()))
    found.attrs = {**told, "says": sum_up(found, unknown), "needs": unknown.needs}
    return found
