"""Who has how much of the room, in words."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import pandas as pd

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping

TALKS_MORE: Mapping[str, str] = MappingProxyType(
    {
        "you": "you write more",
        "they": "they write more",
        "even": "about even",
        "unclear": "too little to tell",
        "unknown": "not known",
    }
)
"""Who has more of the words: code -> in words. Half of them must lie outside the interval."""

_APART = 1.25
"""So many times an equal share is more than one."""

_NOTHING = "no letter between the two of you alone is in the files"


def tell_person(found: pd.DataFrame) -> list[str]:
    """Say of each person what the counts tell, a sentence each."""
    columns = [
        "letters_out", "letters_in", "word_share", "question_share", "unanswered_by_me",
        "unanswered_by_them", "talks_more",
    ]  # fmt: skip
    rows = zip(*(found[column].tolist() for column in columns), strict=True)
    return [_sentence(*row) for row in rows]


def sum_up(over_all: Mapping[Hashable, Any], groups: pd.DataFrame) -> str:
    """Answer in a sentence or two whether you are a listener.

    Parameters
    ----------
    over_all
        What `conversation_balance` measures, of all letters of two together.
    groups
        As `balance_in_groups` gives them.
    """
    if pd.isna(over_all["letters_out"]):
        return "Whether you listen is not known from these files: they hold no letters of two."
    told = []
    if pd.notna(over_all["word_share"]):
        sure = _sure(over_all["word_low"], over_all["word_high"])
        told.append(f"write {over_all['word_share']:.0%} of the words{sure}")
    if pd.notna(over_all["opening_share"]):
        told.append(f"begin {over_all['opening_share']:.0%} of the talks")
    if pd.notna(over_all["question_share"]):
        told.append(f"ask {over_all['question_share']:.0%} of the questions")
    whole = f"{_verdict(over_all)}n conversations of two, you {_listed(told)}."
    if len(groups):
        letters = int(groups["letters"].sum())
        equal = float((groups["letters"] * groups["equal_share"]).sum()) / letters
        own = int(groups["letters_out"].sum()) / letters
        whole += (
            f" In {len(groups):,} conversation{'s' if len(groups) > 1 else ''} of several you "
            f"write {_against(own, equal)}: {own:.0%} of the letters, where it would be "
            f"{equal:.0%} if everybody in them wrote as much."
        )
    return whole.replace("%", " %")


def _against(own: float, equal: float) -> str:
    """Hold a share against that which each would have if all had as much."""
    if own > equal * _APART:
        return "more than an equal share"
    return "less than an equal share" if own * _APART < equal else "about an equal share"


def _verdict(over_all: Mapping[Hashable, Any]) -> str:
    """Begin the answer: whether you listen or talk, where that can be told."""
    low, high = over_all["word_low"], over_all["word_high"]
    if low is None or high is None:
        return "I"
    if high < 0.5:  # noqa: PLR2004 - half of the words
        return "You listen more than you talk: i"
    if low > 0.5:  # noqa: PLR2004
        return "You talk more than you listen: i"
    return "You listen about as much as you talk: i"


def _sentence(  # noqa: PLR0913, PLR0917 - a row of the table
    yours: int, theirs: int, words: float, questions: float, by_me: int, by_them: int, more: str
) -> str:
    if pd.isna(yours):
        return _NOTHING
    parts = [f"{yours:,} {'letter' if yours == 1 else 'letters'} of yours, {theirs:,} of theirs"]
    if pd.notna(words):
        asks = f" and ask {questions:.0%} of the questions" if pd.notna(questions) else ""
        sure = " (too little to be sure)" if more == "unclear" else ""
        parts.append(f"you write {words:.0%} of the words{asks}{sure}")
    if by_me:
        parts.append(f"{by_me:,} of theirs never got an answer")
    if by_them:
        parts.append(f"{by_them:,} of yours never got one")
    return "; ".join(parts).replace("%", " %")


def _listed(parts: list[str]) -> str:
    return " and ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)


def _sure(low: float, high: float) -> str:
    return "" if pd.isna(low) else f" ({low:.0%} to {high:.0%})"
