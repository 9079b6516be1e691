"""Recruiters: whose title says that they look for people to hire."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from netgraph.care.relations._pieces import Piece, gather
from netgraph.care.relations._wording import pattern_of, plain_words
from netgraph.care.relations.words import read_rows

if TYPE_CHECKING:
    import pandas as pd

    from netgraph.care.relations._own import Own
    from netgraph.contacts import Contacts

_FIELD = "HRTA"


def recruiters(contacts: Contacts, own: Own) -> pd.DataFrame:
    """Find recruiters by their titles, or by one of human resources at a firm of recruiters."""
    people = contacts.people.drop(index=[own.ego] if own.ego is not None else [])
    titles, firms = (people[column].dropna() for column in ("title", "company"))
    by_title = titles[_says(titles, "title")]
    pieces: list[Piece] = [
        (str(person), "recruiter", None, "observed", "recruiter", f"has the title {title!r}")
        for person, title in by_title.items()
    ]
    in_field = people.index[people["domain"] == _FIELD].difference(by_title.index)
    firms = firms[firms.index.isin(in_field)]
    by_firm = firms[_says(firms, "firm")]
    pieces += [
        (str(person), "recruiter", None, "inferred", "recruiter",
         f"works in human resources at {firm}, a firm of recruiters by its name")
        for person, firm in by_firm.items()
    ]  # fmt: skip
    return gather(pieces)


def _says(texts: pd.Series, how: str) -> pd.Series:
    """Tell which texts hold a phrase; each different one is read once."""
    pattern = _pattern(how)
    fits = {text: bool(pattern.search(plain_words(text))) for text in texts.unique()}
    return texts.map(fits).astype(bool)


@cache
def _pattern(how: str) -> re.Pattern[str]:
    phrases = [
        phrase
        for kind, _language, told in read_rows("recruiters.tsv")
        for phrase in told.split(", ")
        if kind == how
    ]
    return re.compile(rf"\b(?:{pattern_of(phrases)})\b")
