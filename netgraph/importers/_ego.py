"""Which of the people that the files speak of is the user."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pandas as pd

from netgraph.contacts import EGO
from netgraph.importers._identifiers import email_addresses, linkedin_slug
from netgraph.importers._names import clean, name_key
from netgraph.importers._owners import MOST, find_own_addresses, share
from netgraph.importers._people import MAIL, PROFILE, SAID

if TYPE_CHECKING:
    from collections.abc import Sequence

    from netgraph.contacts import Contacts

_NEARLY_ALL = 0.9
"""You take part in every message; so does your name, but for a few that were changed."""
_ENDS = ["source", "target"]


@dataclass(frozen=True)
class Ego:
    """The user.

    Attributes
    ----------
    ids
        All ids under which the user is mentioned.
    name
        The name to show, if it is known.
    found
        Whether the user was found among those who write and receive messages;
        True too if there are none.
    in_mail
        The same of mails and meetings.
    guessed
        Addresses of which only their place in a mailbox says that they are the user's.
    names
        All names under which the user is known, as `name_key` writes them.
    """

    ids: frozenset[str]
    name: str | None
    found: bool
    in_mail: bool
    guessed: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()


def find_ego(parts: Sequence[Contacts], told: Sequence[str] = ()) -> Ego:
    """Find which ids mean the user.

    In order: ``Profile.csv``, what the user says, what a file itself shows
    (direction of an invitation, author of a draft); and where these do not
    appear in most messages, the one name in nearly all of them. A mailbox or
    a calendar in which none of them appears mostly is taken to be the user's
    too, under the address that stands in most of it.

    Parameters
    ----------
    parts
        What was read, a `Contacts` for each file.
    told
        The user's own name, e-mail addresses or LinkedIn address, as far as given.
        All addresses count, and the last of the names.
    """
    people = pd.concat([part.people for part in parts])
    contacts = {t for part in parts for t in part.ties["target"][part.ties["kind"] == "contact"]}
    acts = _acts(parts)
    ids, names = _told(parts, people, told)
    own, in_mail, guessed = find_own_addresses(parts, ids, names)
    names += list(people["name"][people.index.isin(own)].dropna())
    ids |= own
    ids |= _mentions(names, ids, people, acts, contacts)
    found = share(acts, ids) >= MOST
    if not found:
        present = _ever_present(acts, people, contacts)
        names += present
        ids |= _mentions(names, ids, people, acts, contacts)
        found = bool(present)
    keys = frozenset(name_key(name) for name in names)
    name = names[0] if names else None
    return Ego(frozenset(ids), name, found, in_mail, frozenset(guessed), keys)


def _told(
    parts: Sequence[Contacts], people: pd.DataFrame, told: Sequence[str]
) -> tuple[set[str], list[str]]:
    """Collect the ids and names that are the user's by what is said somewhere."""
    marked = people[people["is_ego"]]
    ids = {EGO, *marked.index}
    for ego in told:
        ids |= {MAIL + address for address in email_addresses(ego)}
        ids |= {PROFILE + slug for slug in [linkedin_slug(ego)] if slug}
    for part in parts:
        own = part.identifiers[part.identifiers["person_id"] == EGO]
        ids |= {MAIL + address for address in own["value"][own["kind"] == "email"]}
    names = list(people["name"][people.index == EGO].dropna())
    named = [ego for ego in told if "@" not in ego and not linkedin_slug(ego)]
    names += [clean(ego) for ego in named[-1:]]
    names += list(people["name"][people.index.isin(ids - {EGO})].dropna())
    if "maiden_name" in people:
        born = people.dropna(subset=["given_name", "maiden_name"])
        names += list(born["given_name"] + " " + born["maiden_name"])
    return ids, names


def _mentions(
    names: list[str], ids: set[str], people: pd.DataFrame, acts: pd.DataFrame, contacts: set[str]
) -> set[str]:
    """Find the mentions that carry the user's name, and the LinkedIn address among them."""
    keys = {name_key(name) for name in names}
    mentions = {SAID + key for key in keys}
    if not any(known.startswith(PROFILE) for known in ids):
        mentions |= _own_profile(acts, people, keys, contacts)
    return mentions


def _acts(parts: Sequence[Contacts]) -> pd.DataFrame:
    """List the messages and invitations: you take part in all of them."""
    acts = [pd.DataFrame({"event": pd.Series(dtype="int64"), "source": "", "target": ""})]
    for part in parts:
        told = part.interactions
        if "event" in told:
            kinds = told["kind"].isin(["message", "invitation"])
            acts.append(told.loc[kinds, ["event", *_ENDS]])
    return pd.concat(acts, ignore_index=True)


def _ever_present(acts: pd.DataFrame, people: pd.DataFrame, contacts: set[str]) -> list[str]:
    """Find the one name that takes part in nearly all messages; [] if there is none."""
    names = people["name"].dropna()
    names = names[~names.index.duplicated()]
    keys = names.map(name_key)
    codes, told = pd.factorize(pd.concat([acts[end] for end in _ENDS], ignore_index=True))
    key_codes, known_keys = pd.factorize(keys.reindex(told))
    events = pd.concat([acts["event"]] * 2, ignore_index=True)
    seats = pd.DataFrame({"event": events, "name": key_codes[codes]}).drop_duplicates()
    counts = seats.loc[seats["name"] >= 0, "name"].value_counts()
    often = known_keys[counts.index[counts >= _NEARLY_ALL * acts["event"].nunique()]]
    known = set(keys[keys.index.isin(contacts)])
    own = [key for key in often if key not in known] or list(often)
    return [str(names[keys == own[0]].iloc[0])] if len(own) == 1 else []


def _own_profile(
    acts: pd.DataFrame, people: pd.DataFrame, keys: set[str], contacts: set[str]
) -> set[str]:
    """Find the LinkedIn address that goes with the user's own name.

    Others may have that name too. The user is in most of the messages, and is
    nobody's own connection.
    """
    mine = people["name"].dropna()
    mine = mine[mine.map(name_key).isin(keys)]
    seats = pd.concat(
        [
            acts.loc[acts[end].isin(mine.index), ["event", end]].set_axis(["event", "id"], axis=1)
            for end in _ENDS
        ]
    ).drop_duplicates()
    total = seats["event"].nunique()
    for person, count in seats["id"].value_counts().items():
        is_most = count > MOST * total
        if str(person).startswith(PROFILE) and (is_most or person not in contacts):
            return {str(person)}
    return set()
