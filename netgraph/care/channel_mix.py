"""How we meet: face to face, by call, in writing; with each person and over all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from netgraph.care._contacts_by_way import (
    KINDS,
    WAYS,
    find_contact_days,
    has_calendar,
    known_ways,
)
from netgraph.care._intervals import shares
from netgraph.care._plain import plain_row
from netgraph.care.exchanges import acquainted
from netgraph.care.relations import main_relation
from netgraph.looking_back import look_back_from

if TYPE_CHECKING:
    from netgraph.contacts import Contacts

NO_CALENDAR = (
    "Whom you met face to face is not known from these files: a calendar (.ics) tells whom you "
    "may have met, and you can note it on a person's card."
)
_NO_LETTERS = (
    "What you wrote is not known from these files: LinkedIn's larger archive has messages.csv; "
    "a mailbox (mbox) has mail."
)
_MET = {
    "stated": "you met, as you wrote down",
    "possible": "you may have met: a calendar or an introduction names a place",
    "not seen": "no meeting with them is in these files",
    "unknown": "not known from these files",
}


def channel_mix(
    contacts: Contacts,
    *,
    relations: pd.DataFrame | None = None,
    now: pd.Timestamp | str | None = None,
) -> pd.DataFrame:
    r"""Tell how you are in contact with each person: face to face, by call or in writing.

    .. math:: s_c = \frac{d_c}{\sum_k d_k}

    where :math:`d_c` is the number of days on which you were in contact face to face, by
    call, or in writing: an afternoon's chat and a long letter are one day each. Letters
    to more than three people are none.

    Parameters
    ----------
    contacts
        With ``interactions``. Face to face is known from what you noted by hand
        (stated) and from calendars, where an event names a place and no address for a
        call (possible, never certain); an introduction in person counts likewise.
    relations
        As `find_relations` gives them; without them nothing is told by relation.
    now
        The day to look back from; by default the last of which the exports
        tell (`netgraph.looking_back`).

    Returns
    -------
    pandas.DataFrame
        Index person_id, everybody with a tie to you or a day of contact. ``name``; the
        number of days ``in_person`` (stated), ``in_person_possible``, ``call``, ``mail``,
        ``linkedin`` and ``other`` (NA where no file tells of it, which is not 0);
        ``face_share``, ``call_share`` and ``written_share``, which sum to 1 (NaN where
        nothing passed, and where files tell of writing alone or of meeting alone);
        ``met``: ``stated``, ``possible``, ``not seen``, ``unknown``; ``last_met``;
        ``relation``, the one that counts, if `relations` are given; ``says``.

        ``attrs``: ``over_all``, a dict: days in each way, shares with ``_low`` and
        ``_high`` (95 %, people counted as lots), ``people``, ``met`` (people);
        ``by_relation``, a dict of the same for each relation (a person counts in all
        of theirs that hold today, or may); ``says``; ``needs``; ``now``.

    Raises
    ------
    ContactsError
        If `now` is no date.

    Notes
    -----
    Calendars know people by their e-mail address and name. A share is one of what the
    files tell: calls on a phone and coffees without an invitation are in none.

    Examples
    --------
    >>> from netgraph.contacts import Contacts
    >>> people = pd.DataFrame({"name": ["You", "Ann"], "is_ego": [True, False]},
    ...                       index=["ego", "ann"])
    >>> days = pd.to_datetime(["2025-03-01", "2025-03-02", "2025-03-08", "2025-03-05"])
    >>> told = pd.DataFrame({"source": "ego", "target": "ann", "at": days,
    ...                      "kind": ["mail", "mail", "mail", "meeting"],
    ...                      "channel": ["mail", "mail", "mail", "in_person_possible"]})
    >>> row = channel_mix(Contacts(people=people, interactions=told)).loc["ann"]
    >>> f"{row['face_share']:.0%} face to face, {row['written_share']:.0%} written"
    '25% face to face, 75% written'
    """
    last = look_back_from(contacts, now)
    days = find_contact_days(contacts, last)
    known = known_ways(contacts, days)
    people = acquainted(contacts, days)
    counts = _count(contacts, days).reindex(people, fill_value=0)
    found = counts.astype("Int64")
    for way in WAYS:
        if way not in known:
            found[way] = pd.array([pd.NA] * len(found), dtype="Int64")
    comparable = _comparable(known)
    found = found.join(_shares(counts, comparable=comparable))
    met = days[days["way"].isin(KINDS["face"])].groupby("other")["at"].max()
    met.index = contacts.people.index[met.index.to_numpy(dtype=np.int64)]
    found["met"] = _met(counts, known=has_calendar(contacts))
    found["last_met"] = met.reindex(people).astype("datetime64[s]")
    if relations is not None:
        found["relation"] = main_relation(relations).reindex(people)
    found["says"] = _in_words(found)
    found.insert(0, "name", contacts.people["name"].reindex(people))
    found = found.rename_axis("person_id")
    found.attrs.update(now=last, needs=_needs(known, contacts))
    found.attrs["over_all"] = _summed(counts, found["met"], known)
    found.attrs["by_relation"] = _by_relation(counts, found["met"], known, relations)
    found.attrs["says"] = _sum_up(found.attrs["over_all"], found.attrs["needs"])
    return found


def _count(contacts: Contacts, days: pd.DataFrame) -> pd.DataFrame:
    """Count days by person and way."""
    row, other = pd.factorize(days["other"], sort=True)
    way = pd.Index(list(WAYS)).get_indexer(pd.Index(days["way"]))
    cells = np.bincount(row * len(WAYS) + way, minlength=len(other) * len(WAYS))
    index = contacts.people.index[np.asarray(other, dtype=np.int64)]
    return pd.DataFrame(cells.reshape(-1, len(WAYS)), index, list(WAYS))


def _comparable(known: list[str]) -> bool:
    """Tell whether files say both of meeting and of writing: one alone has no share."""
    return all(set(KINDS[kind]) & set(known) for kind in ("face", "written"))


def _shares(counts: pd.DataFrame, *, comparable: bool) -> pd.DataFrame:
    rough = pd.DataFrame({kind: counts[list(ways)].sum(axis=1) for kind, ways in KINDS.items()})
    whole = rough.sum(axis=1)
    told = rough.div(whole.where((whole > 0) & comparable), axis=0)
    return told.add_suffix("_share")


def _met(counts: pd.DataFrame, *, known: bool) -> np.ndarray[tuple[int], np.dtype[np.str_]]:
    seen = [counts["in_person"] > 0, counts["in_person_possible"] > 0]
    return np.select(seen, ["stated", "possible"], "not seen" if known else "unknown")


def _summed(counts: pd.DataFrame, met: pd.Series, known: list[str]) -> dict[Any, Any]:
    """Sum the days of several people up, with how sure the shares are."""
    summed = counts.sum()
    told: dict[Any, Any] = {way: int(summed[way]) if way in known else None for way in WAYS}
    whole = counts.sum(axis=1)
    for kind, ways in KINDS.items():
        lots = pd.DataFrame({"own": counts[list(ways)].sum(axis=1), "whole": whole, "all": 0})
        share = shares(lots, "all").reindex([0]).iloc[0]
        if not _comparable(known):
            share[:] = np.nan
        told |= plain_row(share.add_prefix(f"{kind}_"))
    seen = met.isin(["stated", "possible"])
    return told | {"people": int((whole > 0).sum()), "met": int(seen.sum())}


def _by_relation(
    counts: pd.DataFrame, met: pd.Series, known: list[str], relations: pd.DataFrame | None
) -> list[dict[Any, Any]]:
    if relations is None or relations.empty:
        return []
    holds = relations["present"].astype("boolean").fillna(value=True).to_numpy(dtype=bool)
    held = relations[holds & relations["person_id"].isin(counts.index).to_numpy()]
    return [
        {"relation": relation, **_summed(counts.loc[ids], met[ids], known)}
        for relation, ids in held.groupby("relation", sort=False)["person_id"].unique().items()
    ]


def _in_words(found: pd.DataFrame) -> list[str]:
    told = [""] * len(found)
    for way, words in WAYS.items():
        counts = found[way].fillna(0).to_numpy(dtype="int64")
        for place in counts.nonzero()[0].tolist():
            part = f"{words}: {counts[place]:,} {'day' if counts[place] == 1 else 'days'}"
            told[place] = f"{told[place]}; {part}" if told[place] else part
    return [
        f"{days}; {_MET[met]}" if days else "no day of contact is in these files"
        for days, met in zip(told, found["met"], strict=True)
    ]


def _needs(known: list[str], contacts: Contacts) -> list[str]:
    needs = [] if has_calendar(contacts) else [NO_CALENDAR]
    return needs if set(KINDS["written"]) & set(known) else [*needs, _NO_LETTERS]


def _sum_up(told: dict[Any, Any], needs: list[str]) -> str:
    """Answer how you meet, in a sentence or two."""
    if not told["people"]:
        return "How you meet is not known from these files."
    if told["written_share"] is None:
        return " ".join(needs)
    ways = {"written": "in writing", "call": "by call", "face": "perhaps face to face"}
    parts = [f"{100 * told[f'{kind}_share']:.0f} % {words}" for kind, words in ways.items()]
    return (
        f"Your days of contact: {parts[0]}, {parts[1]} and {parts[2]}. You have met, or may "
        f"have, {told['met']:,} of the {told['people']:,} people with whom you had contact."
    )
