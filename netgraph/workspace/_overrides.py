"""The user's own word on fields of work and levels, of a title or of one person."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from netgraph.domains import classify
from netgraph.domains.labelling import BY_YOU
from netgraph.domains.naming import find_code
from netgraph.domains.overrides import read_overrides
from netgraph.errors import ImportFormatError

if TYPE_CHECKING:
    import pandas as pd

    from netgraph.contacts import Contacts
    from netgraph.domains.overrides import Own

UNKNOWN = "UNK"
"""Said where a person or a title is to have no field, or no level."""

__all__ = ["classify_with", "find_code", "rows_of"]


def classify_with(
    contacts: Contacts, overrides: pd.DataFrame, current: Mapping[str, str]
) -> Contacts:
    """Tell domains and levels, the user's word first.

    Parameters
    ----------
    contacts
        As `resolve` gives them.
    overrides
        Columns ``kind`` (``title`` or ``person``), ``subject``, ``domain``,
        ``seniority``; a person's counts before a title's.
    current
        Raw id -> the id that the person has now.
    """
    of_titles = overrides[overrides["kind"] == "title"][::-1]  # of two spellings the last counts
    told = of_titles[["domain", "seniority"]].fillna("").to_dict("records")
    said = dict(zip(of_titles["subject"], told, strict=True))
    labelled = classify(contacts, overrides={t: s for t, s in said.items() if any(s.values())})
    of_people = overrides[overrides["kind"] == "person"]
    if of_people.empty:
        return labelled
    people = labelled.people.copy()
    for row in of_people.itertuples():
        person = current.get(str(row.subject), str(row.subject))
        if person in people.index:
            _say(people, person, row.domain, row.seniority)
    return replace(labelled, people=people)


def rows_of(rules: Own) -> list[dict[str, str | None]]:
    """Write rules for titles, of a mapping or a file, as rows of what is kept.

    Raises
    ------
    UnknownNameError
        If a rule names no domain or no level.
    ImportFormatError
        If the file cannot be read, or there is no rule.
    """
    own = read_overrides(rules)
    rows = [
        {"kind": "title", "subject": title, "domain": said.domain, "seniority": said.seniority}
        for title, said in [*own.exact.items(), *own.patterns.items()]
    ]
    if not rows:
        raise ImportFormatError(
            "it holds no rule",
            file=None if isinstance(rules, Mapping) or rules is None else str(rules),
            remedy="Write titles and their domains into it",
        )
    return rows


def _say(people: pd.DataFrame, person: str, domain: object, level: object) -> None:
    """Put the user's word in the place of what the rules said, in `people` itself."""
    if isinstance(domain, str):
        columns = ["domain", "domain_phrase", "domain_margin", "domain_source"]
        people.loc[person, columns] = [_cell(domain), BY_YOU, 1.0, "you"]
        people.loc[person, ["domain_hint", "domain_hint_from"]] = None
    if isinstance(level, str):
        people.loc[person, "seniority"] = _cell(level)


def _cell(code: str) -> str | None:
    return None if code == UNKNOWN else code
