"""The user's own word on fields of work and levels, of a title or of one person."""

from __future__ import annotations

from dataclasses import replace
from difflib import get_close_matches
from typing import TYPE_CHECKING

from netgraph.domains import DOMAINS, SENIORITY, classify
from netgraph.errors import UnknownNameError

if TYPE_CHECKING:
    from collections.abc import Mapping

    import numpy as np
    import numpy.typing as npt
    import pandas as pd

    from netgraph.contacts import Contacts

UNKNOWN = "UNK"
"""Said where a person or a title is to have no field, or no level."""
BY_YOU = "you said so"
"""Stands in ``domain_phrase`` in the place of the words of a title."""


def find_code(name: str, kind: str) -> str:
    """Find the code that is meant by a code or an English name.

    Parameters
    ----------
    name
        ``SOFT``, ``software and it``; ``UNK`` for none.
    kind
        ``domain`` or ``seniority``.

    Raises
    ------
    UnknownNameError
        If nothing is called so.

    Examples
    --------
    >>> find_code("software and IT", "domain"), find_code("x", "seniority")
    ('SOFT', 'X')
    """
    names = DOMAINS if kind == "domain" else SENIORITY
    known = {code.casefold(): code for code in (*names, UNKNOWN)}
    known |= {english.casefold(): code for code, english in names.items()}
    wanted = " ".join(name.casefold().split())
    if wanted in known:
        return known[wanted]
    close = known[get_close_matches(wanted, known, n=1, cutoff=0.0)[0]]
    raise UnknownNameError(
        f"{name!r} names no {kind}",
        remedy=f"Did you mean {close} ({names.get(close, 'unknown')})? "
        f"The codes are {', '.join(names)}",
    )


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
    of_titles = overrides[overrides["kind"] == "title"]
    ruled = of_titles.dropna(subset=["domain"])
    rules = dict(zip(ruled["subject"], ruled["domain"], strict=True))
    labelled = classify(contacts, overrides=rules or None)
    if overrides.empty:
        return labelled
    people = labelled.people.copy()
    titles = people["title"].map(_key, na_action="ignore")
    for row in of_titles.dropna(subset=["seniority"]).itertuples():
        same = titles == _key(str(row.subject))
        people["seniority"] = people["seniority"].mask(same, _cell(str(row.seniority)))
    for row in overrides[overrides["kind"] == "person"].itertuples():
        person = current.get(str(row.subject), str(row.subject))
        _say(people, people.index == person, row.domain, row.seniority)
    return replace(labelled, people=people)


def _say(people: pd.DataFrame, who: npt.NDArray[np.bool_], domain: object, level: object) -> None:
    """Put the user's word in the place of what the rules said, in `people` itself."""
    if isinstance(domain, str):
        people["domain"] = people["domain"].mask(who, _cell(domain))
        people["domain_phrase"] = people["domain_phrase"].mask(who, BY_YOU)
        people["domain_margin"] = people["domain_margin"].mask(who, 1.0)
    if isinstance(level, str):
        people["seniority"] = people["seniority"].mask(who, _cell(level))


def _key(title: str) -> str:
    return " ".join(title.casefold().split())


def _cell(code: str) -> str | None:
    return None if code == UNKNOWN else code
