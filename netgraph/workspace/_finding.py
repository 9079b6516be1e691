"""People by a part of what is known of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pandas as pd

from netgraph.naming import Names, fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from netgraph.contacts import Contacts

_SHOWN = ["name", "company", "title", "domain", "seniority", "location"]
_FURTHER = ("last_company", "last_title", "last_told", "note", "tags")
"""Columns that are there only if somebody has something in them."""


def find(contacts: Contacts, text: str, limit: int) -> pd.DataFrame:
    """Find people by words, each of which stands somewhere in what is known of them.

    Parameters
    ----------
    contacts
        Whom to look among.
    text
        Words, or parts of words; case and accents do not count.
    limit
        At most so many people.

    Returns
    -------
    pandas.DataFrame
        Rows of ``people``: first those in whom all words stand as whole words,
        then as beginnings of words, then inside words; of each, those whose
        name holds them, and of these whose name begins with the text, come
        first; then by name.
    """
    return _ranked(contacts, text).iloc[:limit, :-1]


def _ranked(contacts: Contacts, text: str) -> pd.DataFrame:
    """Give those found, the best first, and in the last column how well they fit: 0 is best."""
    people = contacts.people[~contacts.people["is_ego"]]
    shown = [*_SHOWN, *(column for column in _FURTHER if column in people)]
    words = fold(text).split()
    if not words:
        return people[shown].head(0).assign(rank=0)
    told = _haystack(contacts, people)
    hit = pd.Series(data=True, index=people.index)
    for word in words:
        hit &= told.str.contains(word, regex=False)
    people, told = people[hit], told[hit]
    names = people["name"].fillna("").map(fold)
    fit = _looseness(told, words)
    rank = 2 * fit + (_looseness(names, words) > fit)
    later = ~names.str.startswith(" ".join(words))
    order = pd.DataFrame({"rank": rank, "later": later, "name": names})
    order = order.sort_values(list(order.columns), kind="stable")
    return people.loc[order.index, shown].assign(rank=order["rank"])


def _looseness(texts: pd.Series[str], words: Sequence[str]) -> pd.Series[int]:
    """Tell how each text holds the words, by the one that it holds most loosely.

    0: as a whole word; 1: as the beginning of one; 2: inside one; 3: not at all.
    """
    loose = pd.Series(0, index=texts.index)
    for word in words:
        sign = re.escape(word)
        forms = (sign, rf"(?<!\w){sign}", rf"(?<!\w){sign}(?!\w)")
        held = sum(texts.str.contains(form).astype("int64") for form in forms)
        loose = loose.where(loose > len(forms) - held, len(forms) - held)
    return loose


def identify(contacts: Contacts, text: str, current: dict[str, str]) -> str:
    """Find the one person who is meant by an id, an address, a number or a name.

    Raises
    ------
    UnknownNameError
        If nobody is meant, or several people are.
    """
    people = contacts.people
    wanted = text.strip()
    if wanted in people.index:
        return wanted
    if wanted in current:
        return current[wanted]
    names = Names(people, contacts.identifiers)
    owners = names.at_address(wanted)
    if len(owners) == 1:
        return str(owners[0])
    found = _ranked(contacts, wanted)
    exact = found[found["name"].fillna("").map(fold) == fold(wanted)]
    fitting = exact if len(exact) else found[found["rank"] == found["rank"].min()]
    if len(fitting) == 1:
        return str(fitting.index[0])
    raise names.nobody(text) if fitting.empty else names.several(text, fitting.index)


def _haystack(contacts: Contacts, people: pd.DataFrame) -> pd.Series[str]:
    columns = [c for c in (*_SHOWN, "groups", *_FURTHER) if c in people]
    cells = people[columns].fillna("")
    told = cells["name"].str.cat(cells.drop(columns="name"), sep="\n")
    known = contacts.identifiers.dropna(subset=["value"])
    values: dict[str, str] = {}
    for person, value in zip(known["person_id"], known["value"], strict=True):
        values[person] = f"{values[person]}\n{value}" if person in values else value
    texts = [f"{text}\n{values.get(str(p), '')}" for p, text in told.items()]
    return pd.Series([fold(text) for text in texts], index=people.index, dtype="str")
