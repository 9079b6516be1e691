"""Address books that are no tables (vCard, LDIF): their entries become people and ties."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

import pandas as pd

from netgraph.contacts import EGO, Contacts, combine_people
from netgraph.importers._account import DUPLICATE, account, mark, no_faults
from netgraph.importers._identifiers import email_addresses, profile_url
from netgraph.importers._names import clean, in_reading_order, map_unique, name_key
from netgraph.importers._people import (
    PHONE,
    identify,
    mentioned,
    tell_ego,
    tell_identifiers,
    tell_people,
)
from netgraph.importers._people_columns import COLUMNS
from netgraph.importers._register import IMPORTERS, header_key
from netgraph.importers._table import Table

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from netgraph.importers._text import Document

NOBODY = "it names nobody: no name, no address, no number"
EMPTY_GROUP = "a group of which nobody is in this file"
_INTRODUCERS = frozenset(map(header_key, COLUMNS["introducer"].split("|")))
_URI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:\S")
_COLUMNS = ["name", "given_name", "family_name", "company", "title", "location", "groups"]


class Entry(NamedTuple):
    """One person of an address book, as the book describes them.

    ``row`` is the line on which the entry begins, ``key`` what the file itself
    calls it (a UID, a DN). ``related`` holds pairs: how the two are related,
    and whom the entry names (by name, by e-mail address or by key).
    """

    row: int
    key: str = ""
    name: str = ""
    given_name: str = ""
    family_name: str = ""
    company: str = ""
    title: str = ""
    location: str = ""
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    slug: str | None = None
    groups: tuple[str, ...] = ()
    related: tuple[tuple[str, str], ...] = ()


class Group(NamedTuple):
    """A named list of entries; its members stand there by key."""

    row: int
    name: str
    members: tuple[str, ...]


def join_groups(
    entries: Sequence[Entry], groups: Sequence[Group], refused: dict[int, str]
) -> list[Entry]:
    """Write on each entry the groups that list it; refuse groups that list nobody."""
    lists: dict[str, list[str]] = {entry.key: [] for entry in entries if entry.key}
    for group in groups:
        members = [member for member in group.members if member in lists]
        for member in members:
            lists[member].append(group.name)
        if not members or not group.name:
            refused[group.row] = EMPTY_GROUP
    return [e._replace(groups=(*e.groups, *lists.get(e.key, ()))) for e in entries]


def tell_entries(  # noqa: PLR0913 - all but the document and its entries by keyword
    document: Document,
    entries: Sequence[Entry],
    *,
    source: str,
    groups: Sequence[Group] = (),
    refused: dict[int, str],
    warnings: tuple[str, ...] = (),
) -> Contacts:
    """Make the tables of an address book.

    Parameters
    ----------
    document, entries
        The file, and the people who stand in it.
    source
        The name of the format.
    groups
        The lists that stand in the file beside the people.
    refused
        Row -> reason, for what is no entry.
    warnings
        What the user should know about the reading.

    Returns
    -------
    Contacts
        A tie of kind ``contact`` from you to each, undated; a tie of kind
        ``related`` to each whom an entry names, its ``relation`` in the book's words;
        an introduction by each who is said to have introduced or referred someone.
    """
    entries = join_groups(entries, groups, refused)
    kept_groups = [group.row for group in groups if group.row not in refused]
    index = pd.Index(sorted([e.row for e in entries] + kept_groups), dtype="int64", name="row")
    cells = pd.DataFrame(index=index)
    table = Table(document, IMPORTERS[source], cells, refused=refused, warnings=warnings)
    rows = pd.DataFrame(entries, columns=list(Entry._fields), dtype="object").set_index("row")
    rows["groups"] = ["; ".join(g.replace(";", ",") for g in groups) for groups in rows["groups"]]
    keys = map_unique(rows["name"], name_key)
    ids = identify(keys, rows["slug"], rows["emails"].str[0])
    ids = ids.fillna(PHONE + rows["phones"].str[0].astype("object"))
    told = pd.DataFrame({"k": keys, "e": rows["emails"], "p": rows["phones"], "s": rows["slug"]})
    faults = mark(no_faults(table), ids.isna().reindex(index, fill_value=False), NOBODY)
    faults = mark(faults, told.duplicated().reindex(index, fill_value=False), DUPLICATE)
    rows = rows[faults.loc[rows.index] == ""]
    ids = ids[rows.index]
    people = rows[_COLUMNS].assign(is_ego=False, sources=source)
    people = people.where(people != "").set_axis(pd.Index(ids, name="person_id"), axis=0)
    people = combine_people(people)
    told = _related(rows, ids)
    brought = map_unique(told["relation"], header_key).isin(_INTRODUCERS)
    ties = told[~brought].drop_duplicates(["source", "target"])
    strangers = told[~told["target"].isin(people.index)]
    employed = people["company"].dropna()
    contact = pd.DataFrame({"source": EGO, "target": people.index, "kind": "contact"})
    profiles = rows["slug"].map(profile_url, na_action="ignore")
    return Contacts(
        people=pd.concat(
            [
                tell_ego(source),
                people,
                tell_people(strangers["target"], strangers["name"], source),
            ]
        ),
        identifiers=pd.concat(
            [
                tell_identifiers(ids, "linkedin", profiles),
                tell_identifiers(ids, "email", rows["emails"]),
                tell_identifiers(ids, "phone", rows["phones"]),
            ]
        ).drop_duplicates(),
        ties=pd.concat([contact, ties.drop(columns="name")]) if len(ties) else contact,
        introductions=_introductions(told[brought], document),
        affiliations=pd.DataFrame(
            {
                "person_id": employed.index,
                "organisation": employed.array,
                "kind": "employer",
                "role": people["title"].reindex(employed.index).array,
            }
        ),
        **account(table, faults),
    )


def _related(rows: pd.DataFrame, ids: pd.Series) -> pd.DataFrame:
    """Find those whom the entries name; ``name`` is what they are called there."""
    by_key = dict(zip(rows["key"], ids, strict=True))
    ties = []
    for person, related in zip(ids, rows["related"], strict=True):
        for relation, whom in related:
            target, name = _whom(whom, by_key)
            if target is not None and target != person:
                ties.append((person, target, "related", relation, name))
    columns = ["source", "target", "kind", "relation", "name"]
    return pd.DataFrame(ties, columns=columns, dtype="object")


def _introductions(told: pd.DataFrame, document: Document) -> pd.DataFrame:
    """Tell who introduced whom to you; the row was kept for the one who was introduced."""
    found = told.drop_duplicates(["source", "target"])
    found = found[["target", "source"]].set_axis(["introducer", "introduced"], axis=1)
    never = pd.Series(pd.NaT, index=found.index, dtype="datetime64[s]")
    return found.assign(introduced_to=EGO, at=never, file=document.file, row=None)


def _whom(whom: str, by_key: Mapping[str, str]) -> tuple[str | None, str]:
    """Read who is meant: an entry's key, an e-mail address, or a name; else nobody."""
    if whom and whom in by_key:
        return by_key[whom], ""
    emails = email_addresses(whom)
    if emails:
        return mentioned("", None, emails[0]), ""
    name = "" if _URI.match(whom) else in_reading_order(clean(whom))
    return mentioned(name), name
