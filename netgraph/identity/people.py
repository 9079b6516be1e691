"""Records that are one person."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

import networkx as nx
import pandas as pd

from netgraph.contacts import Contacts, rename_people

if TYPE_CHECKING:
    from collections.abc import Iterable

_STRONG = ("linkedin", "email", "phone")
_MENTION = "name/"


def resolve(contacts: Contacts) -> Contacts:
    """Make one person of the records that are surely the same human.

    Two rules. Records that share a LinkedIn profile, an e-mail address or a
    phone number are one person, unless their names have no word in common or
    they carry two different LinkedIn profiles. Somebody who is only mentioned
    by name (in a list of introductions, say) is the one person of that name,
    if exactly one is known. Nobody else is merged: two people may share a name.

    Parameters
    ----------
    contacts
        As `read` gives them.

    Returns
    -------
    Contacts
        With fewer people, and with a row in ``matches`` for each merge.

    Examples
    --------
    >>> people = pd.DataFrame({"name": ["Ann Lee", "Ann Lee"]}, index=["in/ann", "name/ann lee"])
    >>> resolve(Contacts(people=people)).people.index.tolist()
    ['in/ann']
    """
    merges = [*_shared_identifiers(contacts), *_mentions(contacts)]
    links = nx.Graph()
    links.add_edges_from((keep, drop) for keep, drop, _ in merges)
    new_ids: dict[str, str] = {}
    order = {person: rank for rank, person in enumerate(contacts.people.index)}
    for group in nx.connected_components(links):
        keep = min(group, key=lambda p: (p != contacts.ego, p.startswith(_MENTION), order[p]))
        new_ids |= {person: keep for person in group if person != keep}
    reasons = {drop: reason for keep, drop, reason in merges} | {
        keep: reason for keep, drop, reason in merges if keep in new_ids
    }
    rows = [(keep, drop, reasons.get(drop)) for drop, keep in new_ids.items()]
    merged = rename_people(contacts, new_ids)
    matches = pd.DataFrame(rows, columns=["person_id", "merged_id", "reason"])
    tables = {name: getattr(merged, name) for name in ("people", "identifiers", "ties")}
    return Contacts(
        **tables,
        interactions=merged.interactions,
        introductions=merged.introductions,
        affiliations=merged.affiliations,
        rejected=merged.rejected,
        files=merged.files,
        matches=pd.concat([merged.matches, matches], ignore_index=True),
        review=merged.review,
    )


def _shared_identifiers(contacts: Contacts) -> Iterable[tuple[str, str, str]]:
    strong = contacts.identifiers[contacts.identifiers["kind"].isin(_STRONG)]
    shared = strong[strong.duplicated(["kind", "value"], keep=False)]
    profiles = strong[strong["kind"] == "linkedin"].groupby("person_id")["value"].agg(set)
    names = contacts.people["name"]
    for (kind, value), rows in shared.groupby(["kind", "value"], sort=False):
        first, *others = rows["person_id"].unique()
        for other in others:
            apart = _two_profiles(profiles.get(first), profiles.get(other))
            if not apart and _names_agree(names[first], names[other]):
                yield first, other, f"same {kind}: {value}"


def _mentions(contacts: Contacts) -> Iterable[tuple[str, str, str]]:
    keys = contacts.people["name"].map(name_key, na_action="ignore")
    mentioned = keys.index.str.startswith(_MENTION)
    known = keys[~mentioned].dropna()
    unique = known[~known.duplicated(keep=False)]
    by_name = pd.Series(unique.index, index=unique.to_numpy())
    for mention, key in keys[mentioned].dropna().items():
        if key in by_name.index:
            yield by_name[key], str(mention), f"mentioned by name, and only one {key!r} is known"


def _two_profiles(one: set[str] | None, other: set[str] | None) -> bool:
    return bool(one) and bool(other) and one != other


def _names_agree(one: str | float, other: str | float) -> bool:
    if not isinstance(one, str) or not isinstance(other, str):
        return True
    return bool(set(name_key(one).split()) & set(name_key(other).split()))


def name_key(name: str) -> str:
    """Write a name without case, accents and punctuation, for comparing only.

    Examples
    --------
    >>> name_key("Chloé  Müller-Test")
    'chloe muller test'
    """
    decomposed = unicodedata.normalize("NFKD", name.casefold())
    letters = "".join(c for c in decomposed if not unicodedata.combining(c))
    return " ".join(re.findall(r"\w+", letters)) or name.strip()
