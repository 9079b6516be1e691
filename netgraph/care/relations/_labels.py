"""Labels, tags, titles of group conversations: what they say, which place of yours they name."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import pandas as pd

from netgraph.care.relations._memberships import RELATION_OF, places_of_yours, yours
from netgraph.care.relations._pieces import Piece, gather
from netgraph.care.relations._reading import read_label
from netgraph.care.relations._wording import plain_words
from netgraph.care.relations.words import read_rows
from netgraph.contacts import split_labels

if TYPE_CHECKING:
    from collections.abc import Mapping

    from netgraph.care.relations._own import Own
    from netgraph.care.relations._reading import Reading
    from netgraph.contacts import Contacts

_LEAST_LETTERS, _LEAST_INITIALS, _FEW = 4, 3, 2
_BY_LABEL = ("school", "association", "volunteering", "employer")
"""Of several stays at one place, as what a label means it: friends, not the teaching job."""


class Said(NamedTuple):
    """What one label says of whoever carries it."""

    relation: str
    grade: str
    circle: str
    words: str
    stay: pd.Series | None = None
    is_former: bool = False


def labels_of(contacts: Contacts, own: Own) -> pd.DataFrame:
    """Give who carries which label: ``person_id label is_tag``, a row each.

    Labels are those of address books and sheets, and the titles of group
    conversations that you took part in; tags are those that you gave here.
    """
    people = contacts.people
    found = []
    for column, is_tag in (("groups", False), ("tags", True)):
        if column not in people:
            continue
        cells = people[column].dropna()
        labels = cells.map(split_labels).explode().dropna()
        found.append(pd.DataFrame({"label": labels, "is_tag": is_tag}).reset_index())
    carried = pd.concat(found, ignore_index=True)
    carried = carried[carried["person_id"] != own.ego]
    return carried.drop_duplicates(["person_id", "label"], ignore_index=True)


def said_by_labels(carried: pd.DataFrame, own: Own, names: Mapping[str, pd.Series]) -> pd.DataFrame:
    """Read all labels; a tag is your own word, a label is what a file tells.

    A label that names an organisation of yours (``Plumbline meetup``) tells where you
    know each other from; what else stands in it counts only if it speaks of
    friends or family.
    """
    said = {label: _said(label, names) for label in carried["label"].unique()}
    pieces: list[Piece] = []
    for person, label, is_tag in carried.itertuples(index=False):
        for told in said[label]:
            grade = "stated" if is_tag and told.grade == "observed" else told.grade
            what = f"you tagged them {label!r}" if is_tag else f"is in {label!r}"
            present = _present(told, own.current.get(person))
            evidence = f"{what}, {told.words}"
            pieces.append((person, told.relation, present, grade, told.circle, evidence))
    return gather(pieces)


def naming_a_place(carried: pd.DataFrame, names: Mapping[str, pd.Series]) -> set[str]:
    """Give the labels that name an organisation of yours."""
    return {label for label in carried["label"].unique() if _named(label, names) is not None}


def _said(label: str, names: Mapping[str, pd.Series]) -> list[Said]:
    stay = _named(label, names)
    readings = read_label(label)
    if stay is None:
        return [_by_words(reading) for reading in readings]
    relation = RELATION_OF[stay["kind"]]
    told = Said(relation, "observed", stay["key"], f"which names {yours(stay)}", stay)
    private = [r for r in readings if r.relation in {"friend", "family"}]
    return [told, *(_by_words(reading) for reading in private)]


def _by_words(reading: Reading) -> Said:
    relation = reading.relation
    if reading.is_whole:
        words = "a label or a group of yours"
        return Said(relation, "observed", relation, words, is_former=reading.is_former)
    return Said(relation, "inferred", relation, "whose words say so", is_former=reading.is_former)


def _present(told: Said, where: object) -> bool | None:
    """Whether a colleague or a community of a label is one today, as far as that is known."""
    if told.is_former:
        return False
    if told.stay is None:
        return None
    if told.stay["kind"] == "school":
        return None
    if not told.stay["present"]:
        return False
    if told.relation == "colleague" and isinstance(where, str):
        return bool(where == told.stay["key"])
    return None


def _named(label: str, names: Mapping[str, pd.Series]) -> pd.Series | None:
    """Find the organisation of yours that a label names by a word, a name or initials."""
    words = f" {plain_words(label)} "
    for name, stay in names.items():
        if name.isupper():
            if re.search(rf"(?<!\w){name}(?!\w)", label):
                return stay
        elif f" {name} " in words:
            return stay
    return None


def names_of_yours(contacts: Contacts, own: Own) -> dict[str, pd.Series]:
    """Give what your organisations are called, the longest first.

    Beside the whole name, each word of it that hardly any other organisation
    bears, and its initials in capitals where there are three or more.
    """
    others = contacts.affiliations["organisation"].dropna()
    stays = places_of_yours(own)
    rank = stays["kind"].map({kind: place for place, kind in enumerate(_BY_LABEL)})
    stays = stays.loc[rank.sort_values(kind="stable").index].drop_duplicates("key")
    bearers = _bearers(others)
    names: dict[str, pd.Series] = {}
    shared: set[str] = set()
    for _, stay in stays.iterrows():
        words = plain_words(stay["organisation"]).split()
        mine = {word for word in words if _tells(word) and bearers.get(word, 0) <= _FEW}
        mine |= {" ".join(words)}
        initials = "".join(part[0] for part in stay["organisation"].split() if part[0].isupper())
        if len(initials) >= _LEAST_INITIALS and initials.isalpha():
            mine.add(initials)
        shared |= mine & names.keys()
        names.update(dict.fromkeys(mine, stay))
    kept = {name: stay for name, stay in names.items() if name not in shared}
    return dict(sorted(kept.items(), key=lambda item: (-len(item[0]), item[0])))


def _bearers(organisations: pd.Series) -> dict[str, int]:
    """Count how many organisations bear each word."""
    unique = pd.Series([plain_words(name) for name in organisations.unique()], dtype="str")
    words = unique.drop_duplicates().str.split().explode()
    return {str(word): int(count) for word, count in words.value_counts().items()}


def _tells(word: str) -> bool:
    return len(word) >= _LEAST_LETTERS and not word.isdecimal() and word not in _plain()


@cache
def _plain() -> frozenset[str]:
    return frozenset(word for (line,) in read_rows("plain.tsv") for word in line.split())
