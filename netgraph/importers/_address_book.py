"""What every address book gives: people you know, their employers, whom they are related to."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pandas as pd

from netgraph.contacts import EGO, Contacts, combine_people
from netgraph.importers._account import DUPLICATE, account, mark, no_faults
from netgraph.importers._dates import DAYS, read_reduced, read_time
from netgraph.importers._identifiers import email_addresses, profile_url
from netgraph.importers._names import clean, in_reading_order, map_unique, name_key
from netgraph.importers._people import (
    MAIL,
    PHONE,
    identify,
    mentioned,
    tell_ego,
    tell_identifiers,
    tell_people,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

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
        ``related`` (pairs of name and what they are, in the book's words) and
        ``introducers`` (names). Besides, ``slug`` (LinkedIn),
        ``since`` and ``introduced_on`` (dates as they are written), and columns
        to keep as they are. What a format does not know may be left out.

    Returns
    -------
    Contacts
        A tie ``contact`` from you to each, a tie ``related`` between two
        people of whom one is entered with the other, its ``relation`` as the book
        has it; an introduction where the book says who brought you together.
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
        company=[told[0][0] if told else "" for told in rows["jobs"]],
        title=[told[0][1] if told else "" for told in rows["jobs"]],
        is_ego=False,
        sources=source,
    )
    people = people.where(people != "").set_axis(pd.Index(ids, name="person_id"), axis=0)
    related = _pairs(ids, rows["related"])
    introductions = _introductions(table, ids, rows)
    mentions = [*related.pop("name"), *introductions.pop("name")]
    mails = [address for text in mentions for address in email_addresses(text)]
    since = pd.to_datetime(rows["since"].map(lambda text: read_time(text, DAYS)))
    ties = pd.DataFrame({"source": EGO, "target": ids, "kind": "contact", "since": since})
    return Contacts(
        people=pd.concat(
            [
                tell_ego(source),
                combine_people(people),
                tell_people(
                    [_mention(text) for text in mentions],
                    ["" if "@" in text else text for text in mentions],
                    source,
                ),
            ]
        ),
        identifiers=pd.concat(
            [
                tell_identifiers(
                    ids, "linkedin", rows["slug"].map(profile_url, na_action="ignore")
                ),
                tell_identifiers(ids, "email", rows["emails"]),
                tell_identifiers(ids, "phone", rows["phones"]),
                tell_identifiers([MAIL + address for address in mails], "email", mails),
            ]
        ).drop_duplicates(),
        ties=pd.concat(
            [
                ties.drop_duplicates("target"),
                related.assign(kind="related").drop_duplicates(),
            ]
        ),
        introductions=introductions,
        affiliations=jobs,
        **account(table, faults),
    )


def lists(table: Table, columns: Iterable[str], read: Callable[[str], object]) -> pd.Series:
    """Read several columns into one list a row, each value once.

    Parameters
    ----------
    columns
        Roles, or headers of columns that no role claims.
    read
        Function from a cell to a list.
    """
    found = [map_unique(table.text(column), read) for column in columns]
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
    """Add the columns that a format does not know, empty."""
    rows = rows.copy()
    empty: dict[str, Callable[[], object]] = {
        **dict.fromkeys((*_TEXTS, "since", "introduced_on"), str),
        **dict.fromkeys(_LISTS, list),
        "slug": lambda: None,
    }
    for name in empty.keys() - set(rows.columns):
        values = [empty[name]() for _ in rows.index]
        rows[name] = pd.Series(values, index=rows.index, dtype="object")
    return rows


def _jobs(ids: pd.Series, jobs: pd.Series) -> pd.DataFrame:
    rows = [
        (person, organisation, "employer", role or None)
        for person, pairs in zip(ids, jobs, strict=True)
        for organisation, role in pairs
        if organisation
    ]
    columns = ["person_id", "organisation", "kind", "role"]
    return pd.DataFrame(rows, columns=columns).drop_duplicates()


def _mention(text: str) -> str | None:
    """Give the id of someone who is named in another's entry, by a name or an address."""
    mails = email_addresses(text)
    return mentioned("", None, mails[0]) if mails else mentioned(text)


def _pairs(ids: pd.Series, told: pd.Series) -> pd.DataFrame:
    pairs = [
        (person, _mention(name), name, relation or None)
        for person, others in zip(ids, told, strict=True)
        for name, relation in others
    ]
    columns = ["source", "target", "name", "relation"]
    return pd.DataFrame(pairs, columns=columns, dtype="object")


def _introductions(table: Table, ids: pd.Series, rows: pd.DataFrame) -> pd.DataFrame:
    """Tell who introduced a contact to you.

    They carry no row: whatever becomes of the introduction, the row was kept
    for the contact.
    """
    told = [
        (_mention(name), person, name, on)
        for person, introducers, on in zip(
            ids, rows["introducers"], rows["introduced_on"], strict=True
        )
        for name in introducers
        if _mention(name) != person
    ]
    found = pd.DataFrame(told, columns=["introducer", "introduced", "name", "on"], dtype="object")
    return found.drop(columns="on").assign(
        introduced_to=EGO,
        date=found["on"].map(read_reduced),
        at=pd.to_datetime(found["on"].map(lambda text: read_time(text, DAYS))),
        file=table.file,
        row=None,
    )
