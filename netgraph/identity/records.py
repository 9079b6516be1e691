"""What is known of each record, laid out for comparing: one long table a feature."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from netgraph.contacts import split_labels
from netgraph.identity.addresses import bears_name, employer_label, is_role, name_in, phone_tail
from netgraph.identity.companies import company_key
from netgraph.identity.names import Name, name_key, read_names

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    import numpy.typing as npt

    from netgraph.contacts import Contacts

CONNECTIONS = "linkedin.connections"
OLD_CONNECTIONS = "linkedin.connections without addresses"
MENTION, PROFILE = "name/", "in/"
_LOOSE = ("linkedin.", "mail", "calendar", "introductions", "edges")
"""Sources in which one person may well stand under several names or addresses."""
LINEAGE = ("name", "company", "title", "location", "sources")
"""What `matches` keeps of a record beside its reason, so that nothing of it is lost."""
FEATURES = ("emails", "phones", "profiles", "companies", "labels", "titles", "places", "groups",
            "sources", "books")  # fmt: skip


@dataclass(frozen=True)
class Records:
    """The records of a `Contacts`, numbered as its people are.

    Attributes
    ----------
    ids
        Record -> person_id.
    names
        The different names, by number.
    named
        Record, number of a name, whether an address spelled it, and number of the text in
        which it is written; a text may hold several names of one person.
    features
        Feature -> table of record and value.
    linkedin
        Record -> 0 no row of a LinkedIn file, 1 a row with an address, 2 one
        without; 3 where both are known to be one.
    ego
        The user's own record, -1 if there is none.
    bare
        Record -> whether nothing but a name is known.
    """

    ids: list[str]
    names: list[Name]
    named: pd.DataFrame
    features: dict[str, pd.DataFrame]
    linkedin: npt.NDArray[np.int8]
    ego: int
    bare: npt.NDArray[np.bool_]

    def __len__(self) -> int:
        return len(self.ids)

    def fold(self, roots: npt.NDArray[np.intp]) -> Records:
        """Lay together what is known of the records that are one person.

        Parameters
        ----------
        roots
            Record -> the record that stands for the person.
        """
        named = self.named.assign(record=roots[self.named["record"].to_numpy()])
        features = {
            name: table.assign(record=roots[table["record"].to_numpy()]).drop_duplicates()
            for name, table in self.features.items()
        }
        linkedin, bare = np.zeros_like(self.linkedin), np.ones_like(self.bare)
        np.bitwise_or.at(linkedin, roots, self.linkedin)
        np.logical_and.at(bare, roots, self.bare)
        named = _without_spelled(named.drop_duplicates(), self.names)
        return replace(self, named=named, features=features, linkedin=linkedin, bare=bare)


def read_records(contacts: Contacts) -> Records:
    """Lay out what is known of each person of `contacts`, and of those merged into them."""
    people = contacts.people
    number = {person: record for record, person in enumerate(people.index)}
    told = _told(contacts, number)
    several = contacts.files["format"].value_counts()
    known = contacts.identifiers[contacts.identifiers["person_id"].isin(people.index)]
    by_kind = {
        kind: pd.DataFrame(
            {
                "record": rows["person_id"].map(number).astype("int64"),
                "value": rows["value"].astype("object"),
            }
        ).dropna()
        for kind, rows in known.groupby("kind")
    }
    emails = by_kind.get("email", _pairs([]))
    work = contacts.affiliations[contacts.affiliations["kind"] == "employer"]
    employers = _pairs(
        (number[p], organisation)
        for p, organisation in zip(work["person_id"], work["organisation"], strict=True)
        if p in number and isinstance(organisation, str)
    )
    told["sources"] = _told_sources(told, several)
    sources = _labels(told, "sources")
    features = {
        "emails": emails,
        "phones": _mapped(by_kind.get("phone", _pairs([])), phone_tail),
        "profiles": by_kind.get("linkedin", _pairs([])),
        "companies": pd.concat([_texts(told, "company"), employers], ignore_index=True),
        "labels": _mapped(emails[~emails["value"].map(is_role).astype(bool)], employer_label),
        "titles": _mapped(_texts(told, "title"), name_key),
        "places": _mapped(_texts(told, "location"), _town),
        "groups": _labels(told, "groups"),
        "sources": sources,
        "books": sources[~sources["value"].map(lambda s: str(s).startswith(_LOOSE)).astype(bool)],
    }
    features = {name: table.drop_duplicates(ignore_index=True) for name, table in features.items()}
    books = features["books"]
    features["books"] = books[books["value"].map(several).fillna(1).to_numpy() <= 1]
    ids = [str(person) for person in people.index]
    names, named = _names(told, emails)
    ego = number[contacts.ego] if contacts.ego is not None else -1
    linkedin = _linkedin(len(ids), sources)
    return Records(ids, names, named, features, linkedin, ego, _bare(ids, features, linkedin))


def typed(rows: Iterable[tuple[object, ...]], **dtypes: str) -> pd.DataFrame:
    """Make a table whose columns have their dtype even if it has no row."""
    return pd.DataFrame(list(rows), columns=list(dtypes)).astype(dtypes)


def with_keys(companies: pd.DataFrame) -> pd.DataFrame:
    """Add the key under which a company's spellings agree; rows without an employer go."""
    texts = companies["value"].unique()
    keys = dict(zip(texts, map(company_key, texts), strict=True))
    return companies.assign(key=companies["value"].map(keys)).dropna(subset=["key"])


def _told(contacts: Contacts, number: dict[str, int]) -> pd.DataFrame:
    """List what records say of themselves: those that are people now, then those merged."""
    people = contacts.people[["name", "company", "title", "location", "groups", "sources"]]
    told = people.assign(record=np.arange(len(people)), id=people.index)
    matches = contacts.matches
    if "name" not in matches or matches.empty:
        return told.reset_index(drop=True)
    merged = matches[matches["person_id"].isin(list(number))]
    columns = [column for column in LINEAGE if column in merged]
    merged = merged[columns].assign(
        record=merged["person_id"].map(number).astype("int64"), id=merged["merged_id"]
    )
    return pd.concat([told, merged], ignore_index=True)


def _names(told: pd.DataFrame, emails: pd.DataFrame) -> tuple[list[Name], pd.DataFrame]:
    """Give numbers to the names that people carry, and to those that only an address spells."""
    numbers: dict[Name, int] = {}
    texts: dict[str, int] = {}
    rows = []
    written: dict[int, list[Name]] = {}
    for record, text in zip(told["record"], told["name"], strict=True):
        if isinstance(text, str):
            place = texts.setdefault(text, len(texts))
            for name in read_names(text):
                rows.append((record, numbers.setdefault(name, len(numbers)), False, place))
                written.setdefault(record, []).append(name)
    for record, address in zip(emails["record"], emails["value"], strict=True):
        spelled = name_in(address)
        own = written.get(record, [])
        fits = not own or any(bears_name(address, name) for name in own)
        if spelled is not None and fits:
            rows.append((record, numbers.setdefault(spelled, len(numbers)), True, -1))
    named = typed(rows, record="int64", name="int64", spelled="bool", text="int64")
    names = list(numbers)
    return names, _without_spelled(named.drop_duplicates(), names).reset_index(drop=True)


def _without_spelled(named: pd.DataFrame, names: list[Name]) -> pd.DataFrame:
    """Drop the names that addresses spell of those whose full name is written somewhere."""
    full = np.array([name.is_full for name in names], dtype=bool)
    written = named.loc[~named["spelled"] & full[named["name"].to_numpy()], "record"]
    left: pd.DataFrame = named[~(named["spelled"] & named["record"].isin(written))]
    return left


def _told_sources(told: pd.DataFrame, files: pd.Series) -> list[str | None]:
    """Tell rows without an address apart from those with one, if they may be of two files."""
    if int(files.get(CONNECTIONS, 1)) <= 1:
        return told["sources"].tolist()
    return [
        sources
        if not isinstance(sources, str) or person.startswith(PROFILE)
        else "; ".join(OLD_CONNECTIONS if s == CONNECTIONS else s for s in split_labels(sources))
        for person, sources in zip(told["id"], told["sources"], strict=True)
    ]


def _linkedin(size: int, sources: pd.DataFrame) -> npt.NDArray[np.int8]:
    """Tell who is a row of a LinkedIn file: one with an address (1), one without (2)."""
    flags = np.zeros(size, dtype=np.int8)
    for flag, source in ((1, CONNECTIONS), (2, OLD_CONNECTIONS)):
        flags[sources.loc[sources["value"] == source, "record"].to_numpy()] |= flag
    return flags


def _bare(
    ids: list[str], features: dict[str, pd.DataFrame], linkedin: npt.NDArray[np.int8]
) -> npt.NDArray[np.bool_]:
    """Find those of whom a name is all that is known."""
    bare = np.array([not person.startswith((PROFILE, "mail/", "tel/")) for person in ids])
    for feature in ("emails", "phones", "profiles", "companies", "titles", "places", "groups"):
        bare[features[feature]["record"].to_numpy()] = False
    bare[linkedin > 0] = False
    return bare


def _texts(told: pd.DataFrame, column: str) -> pd.DataFrame:
    rows = told.loc[told[column].notna(), ["record", column]]
    return _pairs(rows.itertuples(index=False))


def _labels(told: pd.DataFrame, column: str) -> pd.DataFrame:
    rows = told.loc[told[column].notna(), ["record", column]] if column in told else told.head(0)
    return _pairs(
        (record, label)
        for record, cell in zip(rows["record"], rows[column], strict=True)
        for label in split_labels(cell)
    )


def _mapped(table: pd.DataFrame, function: Callable[[str], str | None]) -> pd.DataFrame:
    return _pairs(
        (record, found)
        for record, value in table.itertuples(index=False)
        if (found := function(value)) is not None
    )


def _pairs(rows: Iterable[tuple[int, str]]) -> pd.DataFrame:
    return typed(rows, record="int64", value="object")


def _town(place: str) -> str | None:
    return name_key(place.split(",", maxsplit=1)[0]) or None
