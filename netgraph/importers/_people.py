"""The people whom a file speaks of, and what they are called until it is known who they are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from netgraph.contacts import EGO, empty_table
from netgraph.importers._identifiers import profile_url
from netgraph.importers._names import name_key

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable

PROFILE, MAIL, PHONE, NAME, SAID = "in/", "mail/", "tel/", "name/", "said/"
"""What a person_id begins with. ``said/`` is provisional: a mention by name alone, of whom
it is decided when all files are read."""


def named(key: str) -> str:
    """Give the id of a person of whom only the name is known; ``#`` is for homonyms."""
    return NAME + key.replace("#", " ")


def identify(
    keys: pd.Series, slugs: pd.Series, emails: pd.Series, since: pd.Series | None = None
) -> pd.Series:
    """Give the people of one address book their ids.

    One profile address is one person. One e-mail address is one person if the
    name agrees (assistants and families share addresses). One name is never a
    reason: homonyms without an address are numbered.

    Parameters
    ----------
    keys, slugs, emails
        Row -> name key ("" if there is none), LinkedIn slug, first e-mail
        address; missing where they are not known.
    since
        Row -> when you met. Homonyms are numbered by it, the oldest first and
        those without a date last, so that the next export, in which new people
        stand on top, numbers them alike; without it, as they stand.

    Returns
    -------
    pandas.Series
        Row -> id; missing where nothing is known. Rows of one id are one person.
    """
    by_mail = MAIL + emails.astype("object")
    owner = keys.groupby(by_mail).transform("first").reindex(keys.index)
    ids = (PROFILE + slugs.astype("object")).fillna(by_mail.where(owner == keys))
    names = keys[ids.isna() & (keys != "")].map(named).astype("object")
    several = names.duplicated(keep=False)
    if since is not None:
        names = names.loc[since.reindex(names.index).sort_values(kind="stable").index]
    numbers = (names.groupby(names).cumcount() + 1).astype("str").reindex(several.index)
    return ids.fillna(names.where(~several, names + "#" + numbers))


def mentioned(name: str, slug: str | None = None, email: str | None = None) -> str | None:
    """Give the id of a person who is mentioned somewhere; None if nothing tells who it is.

    Examples
    --------
    >>> mentioned("Ada Example"), mentioned("Ada Example", "ada-example")
    ('said/ada example', 'in/ada-example')
    """
    if slug:
        return PROFILE + slug
    if email:
        return MAIL + email
    return SAID + name_key(name) if name else None


def tell_people(
    ids: Iterable[Hashable], names: Iterable[str | None], source: str, *, ego: str | None = None
) -> pd.DataFrame:
    """Make the table ``people`` of those mentioned: each once, with the first name known.

    Parameters
    ----------
    ids, names
        A mention each; mentions without an id are left out.
    source
        The format that speaks of them.
    ego
        The id that is known to be the user's own, if it is.
    """
    people = pd.DataFrame({"person_id": list(ids), "name": list(names)}, dtype="object")
    people = people.dropna(subset=["person_id"])
    named = people["name"].notna() & (people["name"] != "")
    people = pd.concat([people[named], people[~named]]).drop_duplicates("person_id")
    people = people.set_index("person_id").assign(sources=source)
    return people.assign(is_ego=people.index == ego)


def tell_ego(source: str, **known: str | None) -> pd.DataFrame:
    """Make the table ``people`` of a file that speaks of the user alone."""
    row = {column: [value or None] for column, value in known.items()}
    return pd.DataFrame({**row, "is_ego": True, "sources": source}, index=[EGO])


def tell_profiles(people: pd.DataFrame) -> pd.DataFrame:
    """Make the table ``identifiers`` of those whose id is a LinkedIn address."""
    ids = [person for person in people.index if str(person).startswith(PROFILE)]
    urls = [profile_url(str(person).removeprefix(PROFILE)) for person in ids]
    return tell_identifiers(ids, "linkedin", urls)


def tell_identifiers(ids: Iterable[Hashable], kind: str, values: Iterable[Any]) -> pd.DataFrame:
    """Make rows of the table ``identifiers``; a value may be one text or several."""
    rows = pd.DataFrame({"person_id": list(ids), "value": list(values)}, dtype="object")
    rows = rows.explode("value").dropna()
    if rows.empty:
        return empty_table("identifiers")
    return rows.assign(kind=kind)[["person_id", "kind", "value"]].reset_index(drop=True)
