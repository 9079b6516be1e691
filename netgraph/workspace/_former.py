"""What older exports say of where people worked: before, or last of all."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pandas as pd

from netgraph.contacts import EGO
from netgraph.identity import company_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from netgraph.contacts import Contacts
    from netgraph.workspace._current import Follow, Order

LAST = {"company": "last_company", "title": "last_title"}
TOLD = "last_told"
_POST = ["person_id", "place", "work"]


def with_last_known(contacts: Contacts, order: Order, parts: Mapping[int, Contacts]) -> Contacts:
    """Tell of people who left an export what it said of them last, as former.

    Somebody who is in a newer export no more, but still in messages or another
    file, has no present employer that is known: ``company`` and ``title`` stay
    NA, and the further columns ``last_company``, ``last_title`` and
    ``last_told`` (the day of the last export that told them) say what was.

    Parameters
    ----------
    contacts
        All parts put together.
    order
        The files, the newest of each source first.
    parts
        What each was read into, by its number.
    """
    left = [
        _left(parts[source.id], [parts[n] for n in order.newer[source.id]], source.day)
        for source in order.sources
        if source.id in order.newer
    ]
    told = pd.concat(left) if left else pd.DataFrame()
    people = contacts.people
    here = people.index[people["company"].isna() & people["title"].isna() & ~people["is_ego"]]
    told = told[told.index.isin(here) & ~told.index.duplicated()]
    if told.empty:
        return contacts
    return replace(contacts, people=people.join(told))


def with_former_posts(
    contacts: Contacts, order: Order, parts: Mapping[int, Contacts], moved: Mapping[str, str]
) -> Contacts:
    """Add to ``affiliations`` the posts that people had in older exports, and have no more.

    A post is over if the export that followed tells another company or title of
    the same person; ``end`` is the day of that export, the first on which it is
    known. Another spelling of the company is no other post, and whom the newer
    export does not tell of, or tells nothing of, has no former post by that.

    Parameters
    ----------
    contacts
        All parts put together.
    order
        The files, and which followed which.
    parts
        What each was read into, by its number.
    moved
        The id of a person in an older export -> the id in the newer.
    """
    former = [_ended(follow, parts, moved) for follow in order.follows]
    rows = [posts for posts in former if len(posts)]
    if not rows:
        return contacts
    told = _with_keys(contacts.affiliations)
    posts = pd.concat(rows, ignore_index=True)
    known = posts["person_id"].isin(contacts.people.index)
    posts = posts[known & ~_stands_in(posts, told)].drop_duplicates(_POST)  # the latest end
    every = pd.concat([contacts.affiliations, posts.drop(columns=_POST[1:])], ignore_index=True)
    return replace(contacts, affiliations=every)


def _ended(follow: Follow, parts: Mapping[int, Contacts], moved: Mapping[str, str]) -> pd.DataFrame:
    """List the posts of an export that are over in the one that followed it."""
    before, after = (_posts(map(parts.__getitem__, ids), moved) for ids in follow[:2])
    still = before["person_id"].isin(after["person_id"])
    alike = before.merge(after.drop_duplicates(), how="left", indicator=True)["_merge"] == "both"
    before = before[still & ~alike.to_numpy()]
    after = _with_keys(after[after["person_id"].isin(before["person_id"])])
    posts = _with_keys(before)
    return posts[~_stands_in(posts, after)].assign(end=follow.until)


def _posts(found: Iterable[Contacts], moved: Mapping[str, str]) -> pd.DataFrame:
    """Give where others than you work, as some files tell it."""
    stays = pd.concat([part.affiliations for part in found], ignore_index=True)
    stays = stays[(stays["kind"] == "employer") & stays["end"].isna()]
    stays = stays[stays["person_id"] != EGO]
    ids = [moved.get(person, person) for person in stays["person_id"]]
    posts: pd.DataFrame = stays.assign(person_id=ids)[["person_id", "organisation", "kind", "role"]]
    return posts.reset_index(drop=True)


def _with_keys(stays: pd.DataFrame) -> pd.DataFrame:
    """Write company and title so that spelling does not matter."""
    codes, names = pd.factorize(stays["organisation"])
    keys = pd.Series([company_key(name) or "" for name in names], dtype="str").reindex(codes)
    work = stays["role"].astype("str").fillna("").str.casefold().str.split().str.join(" ")
    return stays.assign(place=keys.fillna("").to_numpy(), work=work.to_numpy())


def _stands_in(posts: pd.DataFrame, others: pd.DataFrame) -> pd.Series:
    """Tell which posts are in another table; one without a title is any at the company."""
    whole = pd.MultiIndex.from_frame(posts[_POST]).isin(pd.MultiIndex.from_frame(others[_POST]))
    there, here = (pd.MultiIndex.from_frame(table[_POST[:2]]) for table in (others, posts))
    vague = here.isin(there[others["work"] == ""]) | ((posts["work"] == "") & here.isin(there))
    return pd.Series(whole | vague, index=posts.index)


def _left(older: Contacts, newer: list[Contacts], day: str) -> pd.DataFrame:
    """List those of an older part who are in none of the newer ones, with what it says."""
    people = older.people
    gone = ~people["is_ego"] & people[list(LAST)].notna().any(axis=1)
    for part in newer:
        gone &= ~people.index.isin(part.people.index)
    table = people.loc[gone, list(LAST)].rename(columns=LAST)
    return table.assign(**{TOLD: pd.Series(day, index=table.index, dtype="str")})
