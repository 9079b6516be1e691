"""Your own word about somebody, which overrules all evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pandas as pd

from netgraph.care.relations._pieces import Piece, gather
from netgraph.care.relations._reading import read_label
from netgraph.contacts import split_labels
from netgraph.own_word import RELATIONS

if TYPE_CHECKING:
    from netgraph.contacts import Contacts

COLUMN = "relations_said"
_NOT = "not "


class Said(NamedTuple):
    """What you said."""

    pieces: pd.DataFrame
    """What somebody is, by your word."""

    denied: pd.Index
    """Pairs of person_id and relation that are not so, by your word."""

    not_understood: tuple[str, ...]
    """Words that are no relation."""


def your_word(contacts: Contacts) -> Said:
    """Read the column ``relations_said``: ``mentor; not recruiter``."""
    pieces: list[Piece] = []
    denied: list[tuple[str, str]] = []
    unknown: list[str] = []
    cells = contacts.people[COLUMN].dropna() if COLUMN in contacts.people else pd.Series(dtype=str)
    for person, cell in cells.items():
        for word in split_labels(str(cell)):
            is_denied = word.casefold().startswith(_NOT)
            relation = _relation(word[len(_NOT) :] if is_denied else word)
            if relation is None:
                unknown.append(word)
            elif is_denied:
                denied.append((str(person), relation))
            else:
                pieces.append((str(person), relation, None, "stated", relation, "you said so"))
    pairs = pd.MultiIndex.from_tuples(denied, names=["person_id", "relation"]) if denied else None
    empty = pd.MultiIndex.from_arrays([[], []], names=["person_id", "relation"])
    return Said(gather(pieces), empty if pairs is None else pairs, tuple(dict.fromkeys(unknown)))


def _relation(word: str) -> str | None:
    word = word.strip().casefold()
    if word in RELATIONS:
        return word
    names = {name.casefold(): code for code, name in RELATIONS.items()}
    whole = [told.relation for told in read_label(word) if told.is_whole]
    return names.get(word) or next(iter(whole), None)
