"""From many parts to one `Contacts`: who is who, what follows, what stands there twice."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

import pandas as pd

from netgraph.contacts import EGO, SCHEMA, Contacts, combine_people, fold_ties
from netgraph.importers._ego import find_ego
from netgraph.importers._gatherings import add_own_meetings, find_gathering_ties
from netgraph.importers._meetings import (
    find_introduction_events,
    find_introduction_ties,
    refuse_selves,
)
from netgraph.importers._register import IMPORTERS
from netgraph.importers._threads import find_thread_ties
from netgraph.importers._who import link
from netgraph.importers._whose import ask_whose

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from netgraph.errors import ImportFormatError
    from netgraph.importers._ego import Ego

_UNKNOWN_EGO = (
    "which of these people you are is not told: give your own name or address as `ego` "
    "(in the terminal: import it again with --ego ADDRESS)"
)
_TOLD_BY_EGO = ("linkedin.messages",)
_MAILBOXES = ("mail", "calendar")
"""Formats that say little as long as it is not known who the user is."""


class Reading(NamedTuple):
    """What came of one file: its tables, and how it was read or why it was not.

    All of it is plain data: it can be kept in a database, and be joined later
    with what another process reads.

    Attributes
    ----------
    file
        What the user calls it: ``archive.zip/Connections.csv``.
    archive
        What it belongs to ("" for a file given by itself); names are looked up
        among the files of one archive.
    contacts
        Its tables, before it is known who is who. They hold more columns than
        those of the result (``event``, ``owner``, ``file``, ``row``, ``at``),
        all of them texts, numbers or times: `join` needs them.
    format
        The importer that read it; "" if none did.
    digest
        What tells its bytes from all others (BLAKE2b, 32 hexadecimal digits).
    as_of
        The day on which it was exported, as far as that is told: by the name of
        the file or its archive, the newest file of the ZIP, the file's own time.
    error
        Why it could not be read.
    """

    file: str
    archive: str
    contacts: Contacts
    format: str = ""
    digest: str = ""
    as_of: date | None = None
    error: ImportFormatError | None = None

    @property
    def trust(self) -> int:
        """Whose word counts first; 0 is most."""
        return IMPORTERS[self.format].trust if self.format in IMPORTERS else 0


def join(readings: Sequence[Reading], *egos: str) -> Contacts:
    """Put the parts together: the same as if their files were read at once.

    Parameters
    ----------
    readings
        What came of each file, in the order in which the user gave them.
    *egos
        The user's own name and addresses, as far as given.
    """
    trusted = sorted(readings, key=lambda reading: reading.trust)
    parts = [reading.contacts for reading in trusted]
    you = find_ego(parts, egos)
    begin = Contacts(
        people=pd.DataFrame({"name": [you.name or "You"], "is_ego": [True]}, index=[EGO])
    )
    linked = link(parts, [reading.archive for reading in trusted], you)
    tables = _side_by_side([begin, *(refuse_selves(part) for part in linked)])
    people = combine_people(tables["people"])
    people.loc[EGO, "groups"] = pd.NA  # you are in all of them
    interactions = add_own_meetings(_without_repeats(tables["interactions"], parts))
    ties = [tables["ties"]]
    if you.found:
        ties.append(find_thread_ties(interactions))
    if you.in_mail:
        ties.append(find_gathering_ties(interactions))
    introductions = _without_place(tables["introductions"])
    if len(introductions):
        ties.append(find_introduction_ties(introductions))
        interactions = pd.concat([interactions, find_introduction_events(introductions)])
    files = [reading.contacts.files["file"] for reading in readings]
    return Contacts(
        people=people,
        identifiers=tables["identifiers"].drop_duplicates(),
        ties=fold_ties(pd.concat(ties, ignore_index=True)),
        interactions=interactions.drop(columns=["event", "owner"], errors="ignore"),
        introductions=introductions.drop(columns="at", errors="ignore"),
        affiliations=tables["affiliations"].drop_duplicates(),
        skills=tables["skills"].drop_duplicates(),
        rejected=_as_given(tables["rejected"], files),
        files=_as_given(_warn(tables["files"], you, parts), files),
    )


def with_plain_columns(contacts: Contacts) -> Contacts:
    """Give columns beyond the contract the types that columns within it have."""
    plain = {}
    for name in SCHEMA:
        table: pd.DataFrame = getattr(contacts, name)
        types = {column: _plain_type(str(dtype)) for column, dtype in table.dtypes.items()}
        other = {column: told for column, told in types.items() if told}
        if other:
            plain[name] = table.astype(other)
    return replace(contacts, **plain)


def _plain_type(dtype: str) -> str | None:
    """Name the type that a column should have; None if it has it."""
    if dtype.startswith("datetime64") and dtype != "datetime64[s]":
        return "datetime64[s]"
    return "str" if dtype == "object" else None


def _side_by_side(parts: Sequence[Contacts]) -> dict[str, pd.DataFrame]:
    """Lay the tables of all parts one below the other; they are validated at the end."""
    tables = {}
    for name in SCHEMA:
        told = [table for part in parts if len(table := getattr(part, name))]
        rows = told or [getattr(parts[0], name)]
        tables[name] = pd.concat(rows, ignore_index=name != "people")
    return tables


def _without_place(introductions: pd.DataFrame) -> pd.DataFrame:
    """Forget in which rows the introductions stood; what stands in two files is one."""
    told = introductions.drop(columns=["file", "row"], errors="ignore")
    return told.drop_duplicates(ignore_index=True)


def _without_repeats(interactions: pd.DataFrame, parts: Sequence[Contacts]) -> pd.DataFrame:
    """Drop events that stand in two files, as in two exports of one archive."""
    kinds = Counter(kind for part in parts for kind in part.interactions["kind"].unique())
    repeated = [kind for kind, files in kinds.items() if files > 1]
    if not repeated:  # within one file, the rows were compared
        return interactions
    columns = ["source", "target", "at", "kind", "event"]
    return interactions[~interactions.duplicated(columns)].reset_index(drop=True)


def _as_given(table: pd.DataFrame, files: Sequence[pd.Series]) -> pd.DataFrame:
    """Bring a table into the order in which the files were given."""
    names = dict.fromkeys(name for part in files for name in part)
    order = {name: place for place, name in enumerate(names)}
    return table.sort_values("file", key=lambda file: file.map(order), kind="stable")


def _warn(files: pd.DataFrame, you: Ego, parts: Sequence[Contacts]) -> pd.DataFrame:
    """Say in which files it would help to know who the user is."""
    unknown = (() if you.found else _TOLD_BY_EGO) + (() if you.in_mail else _MAILBOXES)
    concerned = files["format"].isin(unknown) & (files["kept"] > 0)
    asked = ask_whose(parts, you) if you.in_mail else {}
    texts = []
    for told, unknown_here, file in zip(files["warnings"], concerned, files["file"], strict=True):
        parted = [told if isinstance(told, str) else "", _UNKNOWN_EGO if unknown_here else ""]
        texts.append("; ".join(text for text in (*parted, asked.get(file, "")) if text))
    return files.assign(warnings=pd.Series(texts, index=files.index, dtype="str"))
