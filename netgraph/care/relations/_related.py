"""Cards of address books that name who is what to whom: yours, and those that name you."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netgraph.care.relations._pieces import Piece, gather
from netgraph.care.relations._reading import read_label

if TYPE_CHECKING:
    import pandas as pd

    from netgraph.care.relations._own import Own
    from netgraph.contacts import Contacts

_ON_CARDS = {"partner": "family", "domestic partner": "family", "co worker": "colleague"}
"""What a word means on a card, where it means something else as a label."""

_THE_OTHER_WAY = {
    "mentor": "mentee", "mentee": "mentor", "client": "partner", "recruiter": None,
}  # fmt: skip
"""What somebody is to you whose card names you as that; the rest holds both ways."""


def related_on_cards(contacts: Contacts, own: Own) -> pd.DataFrame:
    """Find those whom your own card names as spouse, child, manager, and whose cards name you."""
    ties = contacts.ties
    if own.ego is None or "relation" not in ties:
        return gather(())
    ties = ties[(ties["kind"] == "related") & ties["relation"].notna()]
    pieces: list[Piece] = []
    for source, target, word in ties[["source", "target", "relation"]].to_numpy():
        if own.ego not in {source, target}:
            continue
        is_mine = source == own.ego
        shown = str(word).replace("_", " ")
        for relation in _relations(shown):
            here = relation if is_mine else _THE_OTHER_WAY.get(relation, relation)
            if here is not None:
                card = "your card names them" if is_mine else "their card names you"
                other = target if is_mine else source
                pieces.append((other, here, None, "observed", here, f"{card} as {shown!r}"))
    return gather(pieces)


def _relations(word: str) -> list[str]:
    if word in _ON_CARDS:
        return [_ON_CARDS[word]]
    return [reading.relation for reading in read_label(word) if reading.is_whole]
