"""Who may be who: the pairs that wait for a decision, and those decided by themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

if TYPE_CHECKING:
    from netgraph_dashboard.session import Session


def to_review(session: Session) -> pd.DataFrame:
    """List the pairs that nobody has decided on: the surest first, those put off last."""
    review = session.kept.latest.review
    if review.empty:
        return review
    pairs = [pair_of(*ids) for ids in zip(review["person_id"], review["other_id"], strict=True)]
    decisions = session.kept.tables.decisions
    decided = (
        {pair_of(*ids) for ids in zip(decisions["one"], decisions["other"], strict=True)}
        if len(decisions)
        else set()
    )
    place = {pair: rank for rank, pair in enumerate(session.set_aside)}
    put_off = pd.Series([place.get(pair, -1) for pair in pairs], index=review.index)
    open_pairs = [pair not in decided for pair in pairs]
    return review[open_pairs].loc[put_off[open_pairs].sort_values(kind="stable").index]


def pair_of(one: str, other: str) -> tuple[str, str]:
    """Name a pair, whichever of the two comes first."""
    return (one, other) if one <= other else (other, one)


def put_off(session: Session, one: str, other: str) -> None:
    """Ask about a pair after all others."""
    pair = pair_of(one, other)
    session.set_aside = [*(p for p in session.set_aside if p != pair), pair]


def merged(session: Session) -> pd.DataFrame:
    """List the records that were joined without asking, the least sure first.

    What a person decided on is left out: the journal has it.
    """
    matches = session.kept.latest.matches
    decisions = session.kept.tables.decisions
    if matches.empty or decisions.empty:
        return matches.sort_values("probability", kind="stable", na_position="first")
    decided = {pair_of(*ids) for ids in zip(decisions["one"], decisions["other"], strict=True)}
    pairs = zip(matches["person_id"], matches["merged_id"], strict=True)
    left = [pair_of(*ids) not in decided for ids in pairs]
    return matches[left].sort_values("probability", kind="stable", na_position="first")
