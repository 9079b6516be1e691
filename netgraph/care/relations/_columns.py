"""Columns of your own sheets and notes: what you wrote about somebody."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from netgraph.care.relations._pieces import Piece, gather
from netgraph.care.relations._reading import read_aside, read_label
from netgraph.care.relations._wording import plain_words
from netgraph.care.relations.words import read_rows
from netgraph.contacts import SCHEMA, split_labels

if TYPE_CHECKING:
    import pandas as pd

    from netgraph.care.relations._own import Own
    from netgraph.contacts import Contacts


def said_by_columns(contacts: Contacts, own: Own) -> pd.DataFrame:
    """Read the columns that a sheet has beside names and addresses: ``Lifecycle Stage``."""
    people = contacts.people
    pieces: list[Piece] = []
    for column in people.columns.difference(list(SCHEMA["people"]), sort=False):
        if plain_words(str(column)) not in _headers():
            continue
        for person, cell in people[column].dropna().items():
            for label in split_labels(str(cell).replace(",", ";")) if person != own.ego else ():
                pieces += [
                    (str(person), told.relation, False if told.is_former else None, "observed",
                     told.relation, f"your column {column!r} says {label!r}")
                    for told in read_label(label)
                    if told.is_whole
                ]  # fmt: skip
    return gather(pieces)


def said_by_notes(contacts: Contacts, own: Own) -> pd.DataFrame:
    """Read what your notes call yours: ``my mentor``. Free text, so it is only inferred."""
    if "note" not in contacts.people:
        return gather(())
    pieces: list[Piece] = []
    for person, note in contacts.people["note"].dropna().items():
        pieces += [
            (str(person), told.relation, False if told.is_former else None, "inferred",
             told.relation, "your note says so")
            for told in read_aside(str(note))
            if person != own.ego
        ]  # fmt: skip
    return gather(pieces)


@cache
def _headers() -> frozenset[str]:
    return frozenset(
        header for _language, told in read_rows("columns.tsv") for header in told.split(", ")
    )
