"""Habits: what your files show against the well-known ways to let a network wither."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
import pandas as pd

from netgraph.care._habits import HABITS, LEAST, NOT, SHOWS, UNCLEAR, UNKNOWN
from netgraph.care._intervals import wilson
from netgraph.care.channel_mix import channel_mix
from netgraph.care.conversation_balance import conversation_balance
from netgraph.care.exchanges import find_exchanges
from netgraph.care.never_met import never_met
from netgraph.care.reciprocity import reciprocity
from netgraph.care.tie_health import DEEP, tie_health
from netgraph.domains import DOMAINS
from netgraph.graph import direct_contacts
from netgraph.looking_back import look_back_from
from netgraph.reading_once import reading_once
from netgraph.suggestions import hidden_from_suggestions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from netgraph.contacts import Contacts

    Day = pd.Timestamp | str | None

_GIFTS = ("introductions", "recommendations", "endorsements", "favours")
_NEW = pd.Timedelta(days=365)
_GRACE = pd.Timedelta(days=30)
_MOST_NAMED = 3
_CALENDAR = "a calendar (ICS) tells of meetings, and so does what you note on a person's card"
_MESSAGES = "messages.csv of your LinkedIn archive, or a mailbox, tells who wrote to whom"


class Seen(NamedTuple):
    """What the files say of a habit: so many of so many, and about whom."""

    value: float
    low: float
    high: float
    number: float
    evidence: str
    people: tuple[str, ...] = ()
    needs: str | None = None


class HabitSources(NamedTuple):
    """What habits are read from; each is made where it is not given.

    Attributes
    ----------
    channels, met, balance, health, ledger
        As `channel_mix`, `never_met`, `conversation_balance`, `tie_health` and
        `reciprocity` give them, of the same day.
    """

    channels: pd.DataFrame | None = None
    met: pd.DataFrame | None = None
    balance: pd.DataFrame | None = None
    health: pd.DataFrame | None = None
    ledger: pd.DataFrame | None = None


def find_habits(
    contacts: Contacts, *, now: Day = None, given: HabitSources | None = None
) -> pd.DataFrame:
    r"""Tell which well-known mistakes your files show, kindly: evidence, and one next step each.

    Each habit is a share :math:`p` with its 95 % interval, held against a limit: it
    ``shows`` where the whole interval lies above, it ``does not show`` where the whole
    lies below, and is ``unclear`` where the limit lies within. Of fewer than ten
    people, letters or favours nothing is said.

    Parameters
    ----------
    contacts
        After `classify`.
    now
        The day to look back from; by default the last of which the exports
        tell (`netgraph.looking_back`).

    Returns
    -------
    pandas.DataFrame
        Index ``habit`` (``only_online``, ``talks_more``, ``old_ties``,
        ``asks_without_giving``, ``own_field``, ``no_follow_up``), those that show first:
        ``name``; ``verdict`` (``shows``, ``unclear``, ``does not show``, ``not known``);
        ``value`` with ``low`` and ``high``, shares from 0 to 1 (NaN where not known), and
        ``limit``; ``evidence`` in words; ``next_step`` (None unless it shows);
        ``people``, person_ids whom the step is about, without those hidden from
        suggestions; ``needs``, which export would tell (None where it is known).
        ``attrs``: ``says``, ``now``.

    Raises
    ------
    ContactsError
        If `now` is no date.

    Notes
    -----
    A habit is what the files show, not what you are: who calls on the phone and notes
    nothing looks as if they were silent.

    Examples
    --------
    >>> from netgraph.contacts import Contacts
    >>> ids = ["ego", *map(str, range(20))]
    >>> people = pd.DataFrame({"name": ids, "domain": "LEGL", "is_ego": [True] + [False] * 20},
    ...                       index=ids)
    >>> ties = pd.DataFrame({"source": "ego", "target": ids[1:], "kind": "contact"})
    >>> habits = find_habits(Contacts(people=people, ties=ties))
    >>> habits[["verdict", "value"]].head(2).to_dict("index")["own_field"]
    {'verdict': 'shows', 'value': 1.0}
    """
    with reading_once():
        seen = dict(_look(contacts, now, given or HabitSources()))
    day = seen.pop("now")
    table = pd.DataFrame([_row(code, seen[code], contacts) for code in HABITS])
    order = {SHOWS: 0, UNCLEAR: 1, NOT: 2, UNKNOWN: 3}
    table = table.sort_values("verdict", key=lambda v: v.map(order), kind="stable")
    table = table.set_index("habit")
    table.attrs = {"says": _in_words(table), "now": day}
    return table


def _look(contacts: Contacts, now: Day, given: HabitSources) -> Iterator[tuple[str, Any]]:
    """Give what the files say of each habit, and the day."""
    day = look_back_from(contacts, now)
    yield "now", day
    now = now if pd.isna(day) else day  # so that each need not look for it again
    events, _ = find_exchanges(contacts, now)
    channels, met, balance, health, ledger = given
    channels = channel_mix(contacts, now=now) if channels is None else channels
    met = never_met(contacts, now=now) if met is None else met
    yield "only_online", _only_online(channels, met)
    balance = conversation_balance(contacts, now=now) if balance is None else balance
    yield "talks_more", _talks_more(balance)
    yield "old_ties", _old_ties(tie_health(contacts, now=now) if health is None else health)
    yield "asks_without_giving", _asks(reciprocity(contacts, now=now) if ledger is None else ledger)
    yield "own_field", _own_field(contacts)
    yield "no_follow_up", _no_follow_up(contacts, events, day)


def _only_online(found: pd.DataFrame, apart: pd.DataFrame) -> Seen:
    over_all = found.attrs["over_all"]
    people, met = over_all["people"], over_all["met"]
    if (found["met"] == "unknown").all():
        return _not_known("no calendar and no note tells of a meeting", _CALENDAR)
    words = f"you had contact with {people:,} people, and met, or may have met, {met:,} of them"
    return _share(people - met, people, words, tuple(apart.index), _CALENDAR)


def _talks_more(found: pd.DataFrame) -> Seen:
    over_all = found.attrs["over_all"]
    letters = (over_all["letters_out"] or 0) + (over_all["letters_in"] or 0)
    share = over_all["word_share"]
    if share is None or np.isnan(share) or letters < LEAST:
        return _not_known("too few letters with a known length", _MESSAGES)
    more = pd.DataFrame({"who": found["talks_more"].array, "words": found["words_out"].array})
    more.index = found.index  # without the groups in `attrs`, which each step would copy
    more = more[more["who"] == "you"].sort_values("words", ascending=False)
    words = (
        f"of the words in {letters:,.0f} letters between you and one other, {100 * share:.0f} % "
        "are yours"
    )
    low, high = over_all["word_low"], over_all["word_high"]
    if low is None:  # all talks are alike: the letters tell how sure it is
        low, high = (float(end[0]) for end in wilson([share], [letters]))
    return Seen(share, low, high, letters, words, tuple(more.index))


def _old_ties(health: pd.DataFrame) -> Seen:
    deep = health[health["depth"] >= DEEP].sort_values("depth", ascending=False)
    silent = deep[deep["state"] == "dormant"]
    if not health["events"].sum():
        return _not_known("no dated exchange is in these files", _MESSAGES)
    words = (
        f"of {len(deep):,} ties that were deep, {len(silent):,} have been silent for three years"
    )
    return _share(len(silent), len(deep), words, tuple(silent.index), _MESSAGES)


def _asks(found: pd.DataFrame) -> Seen:
    rows = [row for row in found.attrs["totals"] if row["gift"] in _GIFTS]
    given, received = (sum(row[way] or 0 for row in rows) for way in ("given", "received"))
    owed = found[found["you_owe"].notna()]
    owed = owed.assign(more=owed["received"] - owed["given"]).sort_values("more", ascending=False)
    words = f"{received:,} came to you, and {given:,} went from you"
    needs = "your whole LinkedIn archive, or a list of introductions, tells of favours"
    return _share(received, given + received, words, tuple(owed.index), needs)


def _own_field(contacts: Contacts) -> Seen:
    people = contacts.people
    own = str(people.loc[contacts.ego, "domain"]) if contacts.ego is not None else ""
    if own not in DOMAINS:
        needs = "your own title: Profile.csv or Positions.csv, or your own word on the page People"
        return _not_known("your own field is not known", needs)
    known = people.loc[direct_contacts(contacts), "domain"].dropna()
    inside = int((known == own).sum())
    words = (
        f"{inside:,} of {len(known):,} contacts with a known field work in {DOMAINS[own]}, as you "
        "do"
    )
    return _share(inside, len(known), words, (), "an export with job titles tells fields")


def _no_follow_up(contacts: Contacts, events: pd.DataFrame, day: pd.Timestamp) -> Seen:
    """Look at those met or connected between a year and a month ago."""
    if not len(events[~events["met"]]):
        return _not_known("no letter is in these files", _MESSAGES)
    ties, ids = contacts.ties, contacts.people.index
    mine = ties[(ties["kind"] == "contact") & (ties["source"] == contacts.ego)]
    first = mine.dropna(subset="since").groupby("target")["since"].min()
    met = events[events["met"]].groupby("other")["at"].min()
    met.index = ids[met.index.to_numpy(dtype=np.int64)]
    begun = pd.concat([first, met]).groupby(level=0).min()
    begun = begun[(begun > day - _NEW) & (begun <= day - _GRACE)]
    letters = events[~events["met"]].groupby("other")["at"].max()
    letters.index = ids[letters.index.to_numpy(dtype=np.int64)]
    last = letters.reindex(begun.index)
    without = begun[~(last >= begun.dt.normalize())].sort_values(ascending=False)
    words = (
        f"you connected with or met {len(begun):,} people for the first time between a year and a "
        f"month ago; with {len(without):,} of them no word has passed since"
    )
    return _share(len(without), len(begun), words, tuple(without.index), _MESSAGES)


def _share(part: float, whole: float, words: str, people: tuple[str, ...], needs: str) -> Seen:
    """Give a share with its interval; of few nothing is said."""
    if whole < LEAST:
        return _not_known(f"too little to tell: {words}", needs)
    low, high = wilson([part / whole], [whole])
    return Seen(part / whole, float(low[0]), float(high[0]), whole, words, people)


def _not_known(why: str, needs: str) -> Seen:
    return Seen(np.nan, np.nan, np.nan, 0, why, needs=needs)


def _row(code: str, seen: Seen, contacts: Contacts) -> dict[str, Any]:
    habit = HABITS[code]
    verdict = UNCLEAR
    if np.isnan(seen.value):
        verdict = UNKNOWN
    elif seen.low > habit.limit:
        verdict = SHOWS
    elif seen.high < habit.limit:
        verdict = NOT
    hidden = set(hidden_from_suggestions(contacts))
    people = tuple(p for p in seen.people if p not in hidden)[:_MOST_NAMED]
    names = contacts.people["name"].reindex(list(people)).dropna()
    named = len(names) or "{who}" not in habit.next_step
    step = habit.next_step.format(who=", ".join(names)) if verdict == SHOWS and named else None
    return {
        "habit": code,
        "name": habit.name,
        "verdict": verdict,
        "value": seen.value,
        "low": seen.low,
        "high": seen.high,
        "limit": habit.limit,
        "evidence": seen.evidence,
        "next_step": step,
        "people": people if verdict == SHOWS else (),
        "needs": seen.needs,
    }


def _in_words(table: pd.DataFrame) -> str:
    shows = table.loc[table["verdict"] == SHOWS, "name"].str.lower().tolist()
    dark = int((table["verdict"] == UNKNOWN).sum())
    if dark == len(table):
        return "Whether you make any of the well-known mistakes is not known from these files."
    rest = f" {dark} of {len(table)} cannot be told from these files." if dark else ""
    if not shows:
        return f"Your files show none of the well-known mistakes.{rest}"
    return f"Your files show: {'; '.join(shows)}.{rest}"
