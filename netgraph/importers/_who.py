"""Who is meant: which mentions are you, and which names are people known otherwise.

A file says "Ada Example wrote to Olivia Owner". Only the files together tell
that Olivia is you, and that Ada is the one connection of that name.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple

import pandas as pd

from netgraph.contacts import EGO, Contacts, rename_people
from netgraph.importers._identifiers import email_addresses, linkedin_slug
from netgraph.importers._names import clean, name_key
from netgraph.importers._people import MAIL, PROFILE, SAID, named

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_NEARLY_ALL = 0.9
"""You take part in every message; so does a name, but for a few that were changed."""
_MOST = 0.5
_ENDS = ("source", "target")
_CONNECTIONS = "linkedin.connections"


class Ego(NamedTuple):
    """You: the ids that mean you, and the name to show."""

    ids: frozenset[str]
    name: str | None


def find_ego(parts: Sequence[Contacts], ego: str | None) -> Ego:
    """Find which ids mean the user.

    In order: ``Profile.csv``, what the user says, what a file itself shows
    (direction of an invitation, author of a draft), the one name in nearly
    every message.

    Parameters
    ----------
    parts
        What was read, a `Contacts` for each file.
    ego
        The user's own name, e-mail address or LinkedIn address, if given.
    """
    people = pd.concat([part.people for part in parts])
    marked = people[people["is_ego"]]
    ids = {EGO, *marked.index}
    if ego:
        ids |= {MAIL + address for address in email_addresses(ego)}
        ids |= {PROFILE + slug for slug in [linkedin_slug(ego)] if slug}
    own = pd.concat([part.identifiers for part in parts])
    ids |= {MAIL + v for v in own["value"][(own["person_id"] == EGO) & (own["kind"] == "email")]}
    names = list(marked["name"][marked.index == EGO].dropna())
    names += [clean(ego)] if ego and "@" not in ego and not linkedin_slug(ego) else []
    names += list(marked["name"][marked.index != EGO].dropna())
    acts = _acts(parts)
    contacts = {t for part in parts for t in part.ties["target"][part.ties["kind"] == "contact"]}
    if not names and len(acts):
        names += _ever_present(acts, people, contacts)
    keys = {name_key(name) for name in names}
    if "maiden_name" in people:
        keys |= {_maiden_key(row) for _, row in marked.dropna(subset=["maiden_name"]).iterrows()}
    ids |= {SAID + key for key in keys}
    if not any(i.startswith(PROFILE) for i in ids):
        ids |= _own_profile(acts, people, keys, contacts)
    return Ego(frozenset(ids), names[0] if names else None)


def link(parts: Sequence[Contacts], archives: Sequence[str], ego: Ego) -> list[Contacts]:
    """Give people their final ids: you, the one connection of a name, or the name itself.

    Parameters
    ----------
    parts, archives
        What was read, and the archive that each part stands in.
    ego
        What `find_ego` found.
    """
    by_archive: dict[str, list[Contacts]] = defaultdict(list)
    for part, archive in zip(parts, archives, strict=True):
        by_archive[archive].append(part)
    everywhere = _directory(parts) if _any_said(parts) else {}
    nearby = {
        archive: _directory(group) if len(by_archive) > 1 and _any_said(group) else everywhere
        for archive, group in by_archive.items()
    }
    linked = []
    for part, archive in zip(parts, archives, strict=True):
        new_ids = {}
        for person in part.people.index:
            if person in ego.ids:
                new_ids[person] = EGO
            elif person.startswith(SAID):
                key = person.removeprefix(SAID)
                here = nearby[archive]
                found = here[key] if key in here else everywhere.get(key)
                new_ids[person] = found or named(key)
        linked.append(rename_people(part, {a: b for a, b in new_ids.items() if a != b}))
    return linked


def _any_said(parts: Iterable[Contacts]) -> bool:
    return any(part.people.index.str.startswith(SAID).any() for part in parts)


def _directory(parts: Iterable[Contacts]) -> dict[str, str | None]:
    """Learn who is known by which name: name -> id, or None where several are.

    Connections come first: that a stranger or an entry of an address book has
    the same name does not make a connection ambiguous.
    """
    connections: dict[str, set[str]] = defaultdict(set)
    others: dict[str, set[str]] = defaultdict(set)
    for part in parts:
        people = part.people[~part.people["is_ego"]].dropna(subset=["name"])
        for person, name, source in zip(
            people.index, people["name"], people["sources"], strict=True
        ):
            if not person.startswith(SAID):
                book = connections if source == _CONNECTIONS else others
                book[name_key(name)].add(person)
    found = {}
    for key in connections.keys() | others.keys():
        ids = connections.get(key) or others[key]
        found[key] = next(iter(ids)) if len(ids) == 1 else None
    return found


def _acts(parts: Sequence[Contacts]) -> pd.DataFrame:
    """List the messages and invitations: you take part in all of them."""
    columns = ["event", "source", "target"]
    acts = [
        part.interactions.loc[part.interactions["kind"].isin(["message", "invitation"]), columns]
        for part in parts
        if "event" in part.interactions
    ]
    return (
        pd.concat([pd.DataFrame(columns=columns), *acts]) if acts else pd.DataFrame(columns=columns)
    )


def _ever_present(acts: pd.DataFrame, people: pd.DataFrame, contacts: set[str]) -> list[str]:
    """Find the one name that takes part in nearly all messages; [] if there is none."""
    named = people["name"].dropna()
    named = named[~named.index.duplicated()]
    seats = pd.concat([acts[["event", side]].set_axis(["event", "name"], axis=1) for side in _ENDS])
    seats["name"] = seats["name"].map(named).map(name_key, na_action="ignore")
    counts = seats.dropna().drop_duplicates()["name"].value_counts()
    often = counts.index[counts >= _NEARLY_ALL * acts["event"].nunique()]
    known = {name_key(name) for name in named[named.index.isin(contacts)]}
    own = [key for key in often if key not in known] or list(often)
    if len(own) != 1:
        return []
    return [next(name for name in named if name_key(name) == own[0])]


def _own_profile(
    acts: pd.DataFrame, people: pd.DataFrame, keys: set[str], contacts: set[str]
) -> set[str]:
    """Find the LinkedIn address that goes with the user's own name.

    Others may have that name too. The user is in most of the messages, and is
    nobody's own connection.
    """
    mine = people[people["name"].map(lambda n: isinstance(n, str) and name_key(n) in keys)]
    profiles = {person for person in mine.index if person.startswith(PROFILE)}
    sides = [acts.loc[acts[side].isin(mine.index), ["event", side]] for side in _ENDS]
    votes = Counter(p for side, end in zip(sides, _ENDS, strict=True) for p in side[end])
    together = pd.concat([side["event"] for side in sides]).nunique()
    votes = Counter({person: votes[person] for person in profiles if votes[person]})
    for person, count in votes.most_common():
        if count > _MOST * together or person not in contacts:
            return {person}
    return set()


def _maiden_key(row: pd.Series) -> str:
    return name_key(f"{row['given_name']} {row['maiden_name']}")
