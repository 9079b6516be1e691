"""Contacts: everything that was read, as tidy tables; the one thing that steps exchange."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cache
from typing import TYPE_CHECKING

import pandas as pd

from netgraph.errors import ContactsError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

EGO = "ego"
"""The person_id of the person whose exports these are."""

_TEXT, _TIME, _COUNT, _NUMBER = "str", "datetime64[s]", "Int64", "float64"

SCHEMA: Mapping[str, Mapping[str, str]] = {
    "people": {
        "name": _TEXT,
        "given_name": _TEXT,
        "family_name": _TEXT,
        "company": _TEXT,
        "title": _TEXT,
        "domain": _TEXT,
        "seniority": _TEXT,
        "location": _TEXT,
        "groups": _TEXT,
        "is_ego": "bool",
        "sources": _TEXT,
    },
    "identifiers": {"person_id": _TEXT, "kind": _TEXT, "value": _TEXT},
    "ties": {
        "source": _TEXT,
        "target": _TEXT,
        "kind": _TEXT,
        "since": _TIME,
        "last_at": _TIME,
        "count": _COUNT,
        "weight": _NUMBER,
        "evidence": _TEXT,
        "probability": _NUMBER,
    },
    "interactions": {
        "source": _TEXT,
        "target": _TEXT,
        "at": _TIME,
        "kind": _TEXT,
        "channel": _TEXT,
        "words": _COUNT,
        "questions": _COUNT,
        "thread": _TEXT,
    },
    "introductions": {
        "introducer": _TEXT,
        "introduced": _TEXT,
        "introduced_to": _TEXT,
        "date": _TEXT,
        "channel": _TEXT,
        "outcome": _TEXT,
        "context": _TEXT,
    },
    "affiliations": {
        "person_id": _TEXT,
        "organisation": _TEXT,
        "kind": _TEXT,
        "role": _TEXT,
        "start": _TEXT,
        "end": _TEXT,
    },
    "skills": {
        "person_id": _TEXT,
        "skill": _TEXT,
        "kind": _TEXT,
        "source_id": _TEXT,
        "at": _TIME,
        "organisation": _TEXT,
    },
    "rejected": {"source": _TEXT, "file": _TEXT, "row": _COUNT, "reason": _TEXT},
    "files": {
        "file": _TEXT,
        "format": _TEXT,
        "encoding": _TEXT,
        "rows": _COUNT,
        "kept": _COUNT,
        "anonymous": _COUNT,
        "padding": _COUNT,
        "duplicates": _COUNT,
        "rejected": _COUNT,
        "warnings": _TEXT,
    },
    "matches": {
        "person_id": _TEXT,
        "merged_id": _TEXT,
        "probability": _NUMBER,
        "reason": _TEXT,
    },
    "review": {
        "person_id": _TEXT,
        "other_id": _TEXT,
        "probability": _NUMBER,
        "reasons": _TEXT,
        "doubts": _TEXT,
    },
}
"""Table -> column -> dtype. Unknown is NA (NaT for times), never an empty string."""

_PERSON_COLUMNS = {
    "identifiers": ("person_id",),
    "ties": ("source", "target"),
    "interactions": ("source", "target"),
    "introductions": ("introducer", "introduced", "introduced_to"),
    "affiliations": ("person_id",),
    "skills": ("person_id", "source_id"),
    "review": ("person_id", "other_id"),
}
"""The columns that hold a person_id, by table."""


def empty_table(name: str) -> pd.DataFrame:
    """Give the table `name` of `SCHEMA` without rows."""
    return _empty_table(name).copy()


@cache  # an archive has a table of each kind for each of its files, most of them empty
def _empty_table(name: str) -> pd.DataFrame:
    table = pd.DataFrame({column: pd.Series(dtype=d) for column, d in SCHEMA[name].items()})
    if name == "people":
        table.index = pd.Index([], dtype="str", name="person_id")
    return table


@dataclass(frozen=True)
class Contacts:
    """Who a person knows, as tidy tables.

    Tables may be given with fewer columns than `SCHEMA` names (the missing
    ones are filled with NA) and with more (kept as they are). ``people`` is
    indexed by ``person_id``; the other tables have a plain index.

    Attributes
    ----------
    people
        A row per person, the ego included.
    identifiers
        A row per known e-mail (``email``), phone (``phone``), LinkedIn profile
        (``linkedin``) or other address (``url``); what identity is decided on.
    ties
        A row per tie and kind; ``evidence`` is ``observed`` or ``inferred``.
    interactions
        A row per dated event from one person to one other. ``words`` and
        ``questions`` (how many sentences ask) are counted when a message is read,
        whose text is not kept; NA where no text was seen, as in mail.
    introductions
        A row per introduction. ``date`` keeps its precision: ``2024-04``.
    affiliations
        A row per stay at an organisation (kind ``employer``, ``school``,
        ``association``, ``volunteering``, ``follow``).
    skills
        A row per skill that somebody says to have (kind ``skill``), that another
        confirmed (``endorsement``, by ``source_id``), and per certificate
        (``certification``, of the issuer ``organisation``, or written behind a name).
        ``at`` is the first day of what is told: ``Mar 2019`` is 2019-03-01.
    rejected
        A row per input row that was refused, with the reason.
    files
        A row per input file; ``rows = kept + rejected``, and ``anonymous``,
        ``padding`` and ``duplicates`` are parts of ``rejected``.
    matches
        A row per record that was merged into another: the person's id, the id
        that the record had, how sure that is, and the reasons.
    review
        A row per pair of people who may be one, the surest first: what speaks
        for it (``reasons``), what against it (``doubts``). You are to be asked.

    Raises
    ------
    ContactsError
        If the tables do not fit together; the error's ``faults`` is a table.

    Examples
    --------
    >>> contacts = Contacts(
    ...     people=pd.DataFrame({"name": ["You", "Ann"], "is_ego": [True, False]},
    ...                         index=["ego", "ann"]),
    ...     ties=pd.DataFrame({"source": ["ego"], "target": ["ann"], "kind": ["contact"]}),
    ... )
    >>> contacts
    Contacts: 1 people, 1 ties, 0 interactions, 0 introductions; 0 rows rejected
    >>> contacts.ego
    'ego'
    """

    people: pd.DataFrame = field(default_factory=lambda: empty_table("people"))
    identifiers: pd.DataFrame = field(default_factory=lambda: empty_table("identifiers"))
    ties: pd.DataFrame = field(default_factory=lambda: empty_table("ties"))
    interactions: pd.DataFrame = field(default_factory=lambda: empty_table("interactions"))
    introductions: pd.DataFrame = field(default_factory=lambda: empty_table("introductions"))
    affiliations: pd.DataFrame = field(default_factory=lambda: empty_table("affiliations"))
    skills: pd.DataFrame = field(default_factory=lambda: empty_table("skills"))
    rejected: pd.DataFrame = field(default_factory=lambda: empty_table("rejected"))
    files: pd.DataFrame = field(default_factory=lambda: empty_table("files"))
    matches: pd.DataFrame = field(default_factory=lambda: empty_table("matches"))
    review: pd.DataFrame = field(default_factory=lambda: empty_table("review"))

    def __post_init__(self) -> None:
        for name in SCHEMA:
            object.__setattr__(self, name, _conform(name, getattr(self, name)))
        _validate(self)

    @property
    def ego(self) -> str | None:
        """The person_id of the person whose contacts these are, if it is known."""
        egos = self.people.index[self.people["is_ego"]]
        return str(egos[0]) if len(egos) else None

    def __repr__(self) -> str:
        known = len(self.people) - int(self.people["is_ego"].sum())
        return (
            f"Contacts: {known:,} people, {len(self.ties):,} ties, "
            f"{len(self.interactions):,} interactions, {len(self.introductions):,} introductions; "
            f"{len(self.rejected):,} rows rejected"
        )


def merge(parts: Iterable[Contacts]) -> Contacts:
    """Put several contacts side by side: rows that carry one person_id become one person.

    Who is who beyond equal ids is decided by `resolve`, not here.

    Parameters
    ----------
    parts
        Contacts, in order of trust: of two values for one person the first stays.

    Returns
    -------
    Contacts
        All rows of all tables; people by the union of their ids.
    """
    parts = list(parts)
    if not parts:
        return Contacts()
    tables = {
        name: pd.concat([getattr(part, name) for part in parts], ignore_index=name != "people")
        for name in SCHEMA
    }
    tables["people"] = combine_people(tables["people"])
    tables["identifiers"] = tables["identifiers"].drop_duplicates(ignore_index=True)
    return Contacts(**tables)


def combine_people(rows: pd.DataFrame) -> pd.DataFrame:
    """Fold rows of `people` that share a person_id into one row each.

    The first known value of a column stays; ``groups`` and ``sources`` are united.
    """
    if not rows.index.has_duplicates:
        return rows
    ids = rows.index.rename("person_id")
    folded = rows.groupby(ids, sort=False).first()
    repeated = ids[ids.duplicated(keep=False)].unique()
    several = rows.loc[rows.index.isin(repeated), ["groups", "sources"]]
    for column in ("groups", "sources"):
        known = several[column].dropna()
        united = known.groupby(known.index, sort=False).agg(join_labels)
        folded.loc[united.index, column] = united
    folded["is_ego"] = rows["is_ego"].groupby(ids, sort=False).any()
    return folded


def fold_ties(ties: pd.DataFrame) -> pd.DataFrame:
    """Fold ties of one pair, kind and evidence: first and last date, sums of counts and weights."""
    keys = ["source", "target", "kind", "evidence"]
    repeated = ties.duplicated(keys, keep=False)
    if not repeated.any():
        return ties
    how = dict.fromkeys(ties.columns.difference(keys, sort=False), "first")
    how |= {"since": "min", "last_at": "max", "count": "sum", "weight": "sum"}
    once = ties[repeated].groupby(keys, as_index=False, sort=False).agg(how)
    for column in ("count", "weight"):  # what nobody counted is unknown, not 0
        once[column] = once[column].where(once[column] > 0)
    return pd.concat([ties[~repeated], once[ties.columns]], ignore_index=True)


def rename_people(contacts: Contacts, new_ids: Mapping[str, str]) -> Contacts:
    """Give people new ids, in every table; people who get the same id become one.

    Ties, interactions and endorsements of a person with themselves, which such a
    union can make, are dropped; ties that become one are folded.
    """
    return replace(contacts, **renamed_tables(contacts, new_ids)) if new_ids else contacts


def renamed_tables(
    contacts: Contacts, new_ids: Mapping[str, str], people: pd.DataFrame | None = None
) -> dict[str, pd.DataFrame]:
    """Give the tables that `rename_people` changes, as it changes them.

    Parameters
    ----------
    contacts, new_ids
        As there.
    people
        The people in another order: of two values for one person the first stays.
    """
    tables: dict[str, pd.DataFrame] = {}
    for name, columns in _PERSON_COLUMNS.items():
        table = getattr(contacts, name).copy()
        for column in columns:
            table[column] = table[column].map(new_ids).fillna(table[column])
        if name in {"ties", "interactions"}:
            table = table[table["source"] != table["target"]].reset_index(drop=True)
        if name == "skills":
            table = table[table["source_id"].isna() | (table["source_id"] != table["person_id"])]
            table = table.drop_duplicates(ignore_index=True)
        if name == "review":
            table = table[table["person_id"] != table["other_id"]].reset_index(drop=True)
        tables[name] = table
    tables["ties"] = fold_ties(tables["ties"])
    tables["identifiers"] = tables["identifiers"].drop_duplicates(ignore_index=True)
    people = (contacts.people if people is None else people).copy()
    people.index = pd.Index([new_ids.get(p, p) for p in people.index], name="person_id")
    return {**tables, "people": combine_people(people)}


def split_labels(labels: str | float | None) -> list[str]:
    """Take a cell of ``groups`` or ``sources`` apart: ``"a; b"`` -> ``["a", "b"]``."""
    return [p.strip() for p in labels.split(";") if p.strip()] if isinstance(labels, str) else []


def join_labels(cells: Iterable[str]) -> str:
    """Unite cells of ``groups`` or ``sources``, in the order of first appearance."""
    return "; ".join(dict.fromkeys(label for cell in cells for label in split_labels(cell)))


def _conform(name: str, table: pd.DataFrame) -> pd.DataFrame:
    """Bring a table to the columns and dtypes of its contract, extra columns behind."""
    if table.empty and set(table.columns) <= set(SCHEMA[name]):
        return empty_table(name)
    known = {}
    for column, dtype in SCHEMA[name].items():
        if column in table:
            values = table[column]
        elif column == "evidence":
            values = pd.Series("observed", index=table.index)
        elif column == "probability":
            values = pd.Series(1.0, index=table.index)
        elif dtype == "bool":
            values = pd.Series(False, index=table.index)
        else:
            values = pd.Series(index=table.index, dtype=dtype)
        known[column] = _as_dtype(values, dtype)
    extra = {column: table[column] for column in table.columns if column not in known}
    conformed = pd.DataFrame({**known, **extra}, index=table.index)
    if name == "people":
        conformed.index = conformed.index.astype("str").rename("person_id")
        return conformed
    return conformed.reset_index(drop=True)


def _as_dtype(values: pd.Series, dtype: str) -> pd.Series:
    if dtype == _TEXT and values.dtype == "str":
        empty = values.to_numpy(dtype=object) == ""  # as objects: they are compared at once
        return values.mask(empty) if empty.any() else values
    if dtype == _TEXT:
        text = values.astype("str")
        return text.where(values.notna() & (text != ""))
    if dtype == _TIME:
        return pd.to_datetime(values).astype("datetime64[s]")
    if dtype == "bool":
        return values.fillna(False).astype(bool) if values.dtype != bool else values
    if dtype == _COUNT:
        return values.astype("Int64")
    return values.astype("Float64").astype("float64")  # Float64 takes every missing value


def _validate(contacts: Contacts) -> None:
    people = contacts.people
    faults = [
        ("people", str(person), "this person_id stands in several rows")
        for person in people.index[people.index.duplicated()].unique()
    ]
    if int(people["is_ego"].sum()) > 1:
        faults += [
            ("people", str(p), "more than one person is marked as ego")
            for p in people.index[people["is_ego"]]
        ]
    for name, columns in _PERSON_COLUMNS.items():
        table: pd.DataFrame = getattr(contacts, name)
        for column in columns:
            ids = table[column]
            unknown = ids[ids.notna() & ~ids.isin(people.index)].unique()
            faults += [(name, str(p), f"{column} is nobody in the table people") for p in unknown]
    if faults:
        where, person, reason = faults[0]
        error = ContactsError(
            f"{len(faults)} faults in the tables; the first: {reason} ({person})",
            file=f"table {where}",
            remedy="Look at the error's `faults`, a table with all of them",
        )
        error.faults = pd.DataFrame(faults, columns=["table", "person_id", "reason"])
        raise error
