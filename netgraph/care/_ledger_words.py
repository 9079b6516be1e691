"""The ledger in words: who gave more, what was never returned, what is not known."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import pandas as pd

from netgraph.care._ledger import GIFTS

if TYPE_CHECKING:
    from collections.abc import Mapping

GAVE_MORE: Mapping[str, str] = MappingProxyType(
    {
        "you": "you gave more",
        "they": "they gave more",
        "even": "about even",
        "depends": "depends on what a gift is worth",
        "little": "too little passed to keep account",
        "nothing": "nothing passed between you",
        "unknown": "not known",
    }
)
"""Who gave more: code -> in words."""

_RETURNED = tuple(gift for gift in GIFTS if gift not in {"messages", "invitations"})
_NEEDS = {
    "messages": "who wrote to whom: LinkedIn's larger archive has messages.csv; a mailbox has mail",
    "invitations": "who asked whom to connect: LinkedIn's archive has Invitations.csv",
    "endorsements": "endorsements: LinkedIn's archive has Endorsement_Given_Info.csv and "
    "Endorsement_Received_Info.csv",
    "favours": "favours: note what you gave and received on a person's card",
    "introductions": "introductions: a list of who introduced whom to whom (introductions.csv)",
    "recommendations": "recommendations: LinkedIn's archive has Recommendations_Given.csv and "
    "Recommendations_Received.csv",
}  # fmt: skip


def tell_person(found: pd.DataFrame) -> list[str]:
    """Say of each person who gave more, and what."""
    ways = [_listed(found, way) for way in ("given", "received")]
    rows = zip(found["gave_more"], *ways, strict=True)
    return [_sentence(*row) for row in rows]


def owed(found: pd.DataFrame, way: str) -> pd.Series:
    """Name what went `way` more often than the other: NA where there is nothing.

    Letters and invitations are left out: a talk has a last word, and an invitation
    is returned by accepting it.
    """
    other = {"given": "received", "received": "given"}[way]
    told = [""] * len(found)
    for gift in reversed(_RETURNED):
        more = (found[f"{gift}_{way}"] - found[f"{gift}_{other}"]).fillna(0)
        _add_words(told, more.clip(lower=0), gift)
    return pd.Series([words or None for words in told], index=found.index, dtype="str")


def sum_up(found: pd.DataFrame, totals: list[dict[str, Any]]) -> str:
    """Answer over all who gave more."""
    given, received = float(found["given"].sum()), float(found["received"].sum())
    if not given + received:
        return "What you gave and took is not known from these files."
    share = given / (given + received)
    verdict = "about as much as you received"
    if share >= 2 / 3:
        verdict = "more than you received"
    elif share <= 1 / 3:
        verdict = "less than you received"
    parts = [
        f"{row['given']:,} {row['gift']} given and {row['received']:,} received"
        for row in reversed(totals)
        if row["given"] is not None and row["received"] is not None
        and row["given"] + row["received"] and row["gift"] in _RETURNED
    ]  # fmt: skip
    who = found["gave_more"].value_counts()
    you, they, even = (int(who.get(code, 0)) for code in ("you", "they", "even"))
    told = f" There were {'; '.join(parts)}." if parts else ""
    return (
        f"All told you gave {verdict}: you gave more to {you:,} of your contacts, {they:,} gave "
        f"more to you, and with {even:,} it is about even.{told}"
    )


def needs(known: list[str]) -> list[str]:
    """Say what is not known from these files, and what would tell."""
    return [
        f"Not known from these files: {words}."
        for gift, words in _NEEDS.items()
        if not {f"{gift}_given", f"{gift}_received"} <= set(known)
    ]


def count_in_words(count: int, gift: str) -> str:
    """Say how many of a gift: ``"a recommendation"``, ``"2 endorsements"``."""
    if count == 1:
        one = GIFTS[gift]
        return f"{'an' if one[0] in 'aeiou' else 'a'} {one}"
    return f"{count:,} {gift}"


def _listed(found: pd.DataFrame, way: str) -> list[str]:
    """List what went one way, the weightiest first."""
    told = [""] * len(found)
    for gift in list(GIFTS)[::-1]:
        _add_words(told, found[f"{gift}_{way}"].fillna(0), gift)
    return told


def _add_words(told: list[str], counts: pd.Series, gift: str) -> None:
    numbers = counts.to_numpy(dtype="int64")
    for place in numbers.nonzero()[0].tolist():
        words = count_in_words(int(numbers[place]), gift)
        told[place] = f"{told[place]}, {words}" if told[place] else words


def _sentence(code: str, given: str, received: str) -> str:
    verdict = GAVE_MORE[code]
    if code in {"nothing", "unknown"}:
        return f"{verdict}, as far as these files tell" if code == "nothing" else verdict
    return f"{verdict}: you gave {given or 'nothing'}; they gave {received or 'nothing'}"
