"""Finding people by what one remembers of them."""

from __future__ import annotations

import unicodedata

import pandas as pd


def fold(text: str) -> str:
    """Bring text to the form that is compared: no accents, no case."""
    apart = unicodedata.normalize("NFKD", text)
    return "".join(c for c in apart if not unicodedata.combining(c)).casefold()


def haystack(people: pd.DataFrame) -> pd.DataFrame:
    """Fold what can be searched: ``name``, and ``all`` that is shown of a person.

    Parameters
    ----------
    people
        Columns ``name``, ``title``, ``company``, ``degree``.
    """
    name = people["name"].fillna("").map(fold)
    rest = (people["title"].fillna("") + " " + people["company"].fillna("")).map(fold)
    return pd.DataFrame({"name": name, "all": name + " " + rest, "degree": people["degree"]})


def best_matches(folded: pd.DataFrame, text: str, limit: int) -> pd.Index:
    """Give the person_ids that fit every word of `text`, the likeliest first.

    Names that begin so come first, then names with a word that begins so, then
    the others; of equals those with more ties.
    """
    words = fold(text).split()
    if not words or folded.empty:
        return folded.index[:0]
    fits = pd.Series(True, index=folded.index)
    for word in words:
        fits &= folded["all"].str.contains(word, regex=False)
    found = folded[fits]
    whole = " ".join(words)
    begins = found["name"].str.startswith(whole)
    word_begins = (" " + found["name"]).str.contains(" " + whole, regex=False)
    rank = pd.DataFrame(
        {"begins": ~begins, "word": ~word_begins, "degree": -found["degree"].fillna(0)}
    )
    return rank.sort_values(["begins", "word", "degree"], kind="stable").index[:limit]
