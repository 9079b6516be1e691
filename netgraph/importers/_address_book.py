"""What every address book gives: people you know, their employers, whom they are related to."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pandas as pd

from netgraph.contacts import EGO, Contacts, combine_people
from netgraph.importers._account import DUPLICATE, account, mark, no_faults
from netgraph.importers._dates import DAYS, read_reduced, read_time
from netgraph.importers._identifiers import profile_url
from netgraph.importers._names import clean, in_reading_order, map_unique, name_key
from netgraph.importers._people import (
    PHONE,
    identify,
    mentioned,
    tell_ego,
    tell_identifiers,
    tell_people,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from netgraph.importers._table import Table

NOBODY = "it holds no name, no e-mail address and no phone number"
_TEXTS = ("name", "given_name", "family_name", "location", "groups")
_LISTS = ("emails", "phones", "jobs", "related", "introducers")


def tell_address_book(table: Table, rows: pd.DataFrame) -> Contacts:
    """Make the tables of one address book.

    Parameters
    ----------
    table
        The file.
    rows
        A row per row of the file, with the same index. Texts: ``name``,
        ``given_name``, ``family_name``, ``location``, ``groups``. Lists:
        ``emails``, ``phones``, ``jobs`` (pairs of organisation and role),
        ``related`` and ``introducers`` (names). Besides, ``slug`` (LinkedIn),
        ``since`` and ``introduced_on`` (dates as they are written), and columns
        to keep as they are. What a format does not know may be left out.

    Returns
    -------
    Contacts
        A tie ``contact`` from you to each, a tie ``related`` between two
        people of whom one is entered with the other; an introduction where the
        book says who brought you together.
    """
    source = table.importer.name
    rows = _completed(rows)
    keys = map_unique(rows["name"], name_key)
    ids = identify(keys, rows["slug"], rows["emails"].str[0])
    ids = ids.fillna(PHONE + rows["phones"].str[0].astype("object"))
    faults = mark(no_faults(table), ids.isna(), NOBODY)
    faults = mark(faults, table.cells.duplicated(), DUPLICATE)
    ids, rows = ids[faults == ""], rows[faults == ""]
    jobs = _jobs(ids, rows["jobs"])
    others = rows.columns.difference(
        ["slug", "since", "introduced_on", *_TEXTS, *_LISTS], sort=False
    )
    people = rows[[*_TEXTS, *others]].assign(
        company=rows["jobs"].str[0].str[0],
        title=rows["jobs"].str[0].str[1],
        is_ego=False,
        sources=source,
    )
    people = people.where(people != "").set_axis(pd.Index(ids, name="person_id"), axis=0)
    related = _pairs(ids, rows["related"])
    introductions = _introductions(table, ids, rows)
    mentions = [*related["name"], *introductions.pop("name")]
    since = pd.to_datetime(rows["since"].map(lambda text: read_time(text, DAYS)))
    ties = pd.DataFrame({"source": EGO, "target": ids, "kind": "contact", "since": since})
    return Contacts(
        people=pd.concat(
            [
                tell_ego(source),
                combine_people(people),
                tell_people([mentioned(name) for name in mentions], mentions, source),
            ]
        ),
        identifiers=pd.concat(
            [
                tell_identifiers(
                    ids, "linkedin", rows["slug"].map(profile_url, na_action="ignore")
                ),
                tell_identifiers(ids, "email", rows["emails"]),
                tell_identifiers(ids, "phone", rows["phones"]),
            ]
        ).drop_duplicates(),
        ties=pd.concat(
            [
                ties.drop_duplicates("target"),
                related[["source", "target"]].assign(kind="related").drop_duplicates(),
            ]
        ),
        introductions=introductions,
        affiliations=jobs,
        **account(table, faults),
    )


def lists(table: Table, columns: Iterable[str], read: object) -> pd.Series:
    """Read several columns into one list a row, each value once.

    Parameters
    ----------
    columns
        Roles, or headers of columns that no role claims.
    read
        Function from a cell to a list.
    """
    found = [map_unique(table.text(column), read) for column in columns]  # type: ignore[arg-type]
    if not found:
        return pd.Series([[] for _ in table.cells.index], index=table.cells.index, dtype="object")
    values = [
        list(dict.fromkeys(value for cell in cells for value in cell))
        for cells in zip(*found, strict=True)
    ]
    return pd.Series(values, index=table.cells.index, dtype="object")


def whole_name(table: Table, *roles: str) -> pd.Series:
    """Put a name together of its cleaned parts, those that are there."""
    parts = [map_unique(table.text(role), clean) for role in roles]
    return pd.Series(
        [" ".join(part for part in row if part) for row in zip(*parts, strict=True)],
        index=table.cells.index,
        dtype="object",
    )


def split_name(name: str) -> tuple[str, str]:
    """Take a name apart into given and family name: the last word is the family's.

    Examples
    --------
    >>> split_name("Example, Ada"), split_name("Ada M Example"), split_name("Madonna")
    (('Ada', 'Example'), ('Ada M', 'Example'), ('Madonna', ''))
    """
    last, comma, first = name.partition(",")
    if comma and in_reading_order(name) == f"{first.strip()} {last.strip()}":
        return first.strip(), last.strip()
    *given, family = in_reading_order(name).split(" ")
    return (" ".join(given), family) if given else (family, "")


def named_parts(table: Table, full: pd.Series, given: pd.Series, family: pd.Series) -> pd.DataFrame:
    """Give the three columns of a name, one told by the other where only one is known."""
    whole = full.map(in_reading_order)
    pairs = full.map(split_name)
    apart = (given != "") | (family != "")
    composed = (given + " " + family).str.strip()
    return pd.DataFrame(
        {
            "name": whole.where(~apart | (whole != "") & (family == ""), composed),
            "given_name": given.where(apart, pairs.str[0]),
            "family_name": family.where(apart, pairs.str[1]),
        },
        index=table.cells.index,
    )


def labels(cell: str, separators: str = ";") -> str:
    """Read the labels of a contact as a cell of ``groups``."""
    parts = (clean(part).replace(";", ",") for part in re.split(f"[{separators}]", cell))
    return "; ".join(dict.fromkeys(part for part in parts if part))


def one_name(cell: str) -> list[str]:
    """Read a cell that holds a person's name."""
    name = in_reading_order(clean(cell))
    return [name] if name else []


def names(cell: str) -> list[str]:
    """Read a cell that holds one name, or several parted by ``;``."""
    return [name for part in cell.split(";") for name in one_name(part)]


def one_job(table: Table, company: str = "company", title: str = "title") -> pd.Series:
    """Read the one employer that a row tells."""
    told = (map_unique(table.text(role), clean) for role in (company, title))
    jobs = [[pair] if any(pair) else [] for pair in zip(*told, strict=True)]
    return pd.Series(jobs, index=table.cells.index, dtype="object")


def _completed(rows: pd.DataFrame) -> pd.DataFrame:
    missing: dict[str, object] = {
        text: "" for text in (*_TEXTS, "since", "introduced_on") if text not in rows
    }
    for name in (*_LISTS, "slug"):
        if name not in rows:
            empty = [None if name == "slug" else [] for _ in rows.index]
            missing[name] = pd.Series(empty, index=rows.index, dtype="object")
    return rows.assign(**missing)


def _jobs(ids: pd.Series, jobs: pd.Series) -> pd.DataFrame:
    rows = [
        (person, organisation, "employer", role or None)
        for person, pairs in zip(ids, jobs, strict=True)
        for organisation, role in pairs
        if organisation
    ]
    columns = ["person_id", "organisation", "kind", "role"]
    return pd.DataFrame(rows, columns=columns).drop_duplicates()


def _pairs(ids: pd.Series, told: pd.Series) -> pd.DataFrame:
    pairs = [
        (person, mentioned(name), name)
        for person, others in zip(ids, told, strict=True)
        for name in others
    ]
    return pd.DataFrame(pairs, columns=["source", "target", "name"], dtype="object")


def _introductions(table: Table, ids: pd.Series, rows: pd.DataFrame) -> pd.DataFrame:
    """Tell who introduced a contact to you.

    They carry no row: whatever becomes of the introduction, the row was kept
    for the contact.
    """
    told = [
        (mentioned(name), person, name, on)
        for person, introducers, on in zip(
            ids, rows["introducers"], rows["introduced_on"], strict=True
        )
        for name in introducers
        if mentioned(name) != person
    ]
    found = pd.DataFrame(told, columns=["introducer", "introduced", "name", "on"], dtype="object")
    return found.drop(columns="on").assign(
        introduced_to=EGO,
        date=found["on"].map(read_reduced),
        at=pd.to_datetime(found["on"].map(lambda text: read_time(text, DAYS))),
        file=table.file,
        row=pd.NA,
    )
