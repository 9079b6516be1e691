"""People by a part of what is known of them."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

import pandas as pd

from netgraph.errors import UnknownNameError

if TYPE_CHECKING:
    from netgraph.contacts import Contacts

_SHOWN = ["name", "company", "title", "domain", "seniority", "location"]
_LISTED = 5


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
        Rows of ``people``: first those whose name begins with the text, then
        those whose name holds it, then the others; each group by name.
    """
    people = contacts.people[~contacts.people["is_ego"]]
    shown = [*_SHOWN, *(column for column in ("note", "tags") if column in people)]
    words = _plain(text).split()
    if not words:
        return people[shown].head(0)
    told = _haystack(contacts, people)
    hit = pd.Series(data=True, index=people.index)
    for word in words:
        hit &= told.str.contains(word, regex=False)
    names = people.loc[hit, "name"].fillna("").map(_plain)
    wanted = " ".join(words)
    rank = 2 - names.str.contains(wanted, regex=False) - names.str.startswith(wanted)
    order = pd.DataFrame({"rank": rank, "name": names}).sort_values(["rank", "name"], kind="stable")
    return people.loc[order.index[:limit], shown]


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
    known = contacts.identifiers
    values = known["value"].str.casefold().str.rstrip("/")
    same = known.loc[values == wanted.casefold().rstrip("/"), "person_id"].unique()
    if len(same) == 1:
        return str(same[0])
    found = find(contacts, wanted, len(people))
    exact = found[found["name"].fillna("").map(_plain) == _plain(wanted)]
    fitting = exact if len(exact) else found
    if len(fitting) == 1:
        return str(fitting.index[0])
    if fitting.empty:
        raise UnknownNameError(
            f"nobody is known by {text!r}", remedy="Give a name, an e-mail address or a profile"
        )
    raise UnknownNameError(
        f"{len(fitting)} people are meant by {text!r}: {_list(fitting)}",
        remedy="Give the e-mail address, the profile, or the id in brackets",
    )


def _haystack(contacts: Contacts, people: pd.DataFrame) -> pd.Series[str]:
    columns = [c for c in (*_SHOWN, "groups", "note", "tags") if c in people]
    cells = people[columns].fillna("")
    told = cells["name"].str.cat(cells.drop(columns="name"), sep="\n")
    values = contacts.identifiers.dropna(subset=["value"]).groupby("person_id")["value"]
    return (told + "\n" + values.agg("\n".join).reindex(people.index).fillna("")).map(_plain)


def _list(people: pd.DataFrame) -> str:
    names = people["name"].fillna("(no name)")[:_LISTED]
    rows = [f"{name} [{person}]" for person, name in names.items()]
    return ", ".join([*rows, "..."] if len(people) > _LISTED else rows)


def _plain(text: str) -> str:
    """Write a text without case and accents."""
    bare = unicodedata.normalize("NFKD", text).casefold()
    return "".join(sign for sign in bare if not unicodedata.combining(sign))
