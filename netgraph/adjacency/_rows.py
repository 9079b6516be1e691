"""From ties, a place each, to sorted rows; and what ties must be."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import pandas as pd

from netgraph.errors import GraphError, UnknownNameError, nearest

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable

    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Ints = NDArray[np.int64]


class Rows(NamedTuple):
    """Compressed rows, and the strengths beside them."""

    indptr: NDArray[np.int64]
    indices: NDArray[np.int32]
    weights: Floats | None


def person_index(people: Iterable[Hashable]) -> pd.Index:
    """Make an index of person_ids; an id may be any hashable, a tuple included."""
    if isinstance(people, pd.Index):
        return people.rename("person_id")
    return pd.Index(list(people), name="person_id", tupleize_cols=False)


def distinct(people: pd.Index) -> pd.Index:
    if not people.is_unique:
        raise GraphError(
            f"{_plain(people[people.duplicated()], 0)!r} stands twice among the nodes",
            remedy="Give each person one place",
        )
    return people


def _plain(people: pd.Index, position: int) -> object:
    """Give a person_id as it was given, not as numpy keeps it."""
    return people[[position]].tolist()[0]


def woven(source: pd.Index, target: pd.Index) -> pd.Index:
    """Lay the ends of each tie next to each other, so that people come in reading order."""
    ends = np.empty(2 * len(source), dtype=np.result_type(source.to_numpy(), target.to_numpy()))
    ends[::2], ends[1::2] = source.to_numpy(), target.to_numpy()
    return person_index(ends.tolist()) if ends.dtype == object else pd.Index(ends)


def sorted_rows(source: Ints, target: Ints, strength: Floats | None, people: int) -> Rows:
    """Sort ties into rows: without those of a person with themselves, each pair once."""
    width = np.int64(max(people - 1, 1)).item().bit_length()
    apart = source != target
    key = (source.astype(np.int64) << width | target)[apart]
    if strength is None:
        key.sort()
        key = key[np.flatnonzero(np.diff(key, prepend=-1))]
    else:
        order = np.argsort(key)
        key = key[order]
        first = np.flatnonzero(np.diff(key, prepend=-1))
        total = np.add.reduceat(strength[apart][order], first) if len(key) else np.empty(0)
        key, strength = key[first][total > 0], total[total > 0]
    indptr = np.zeros(people + 1, dtype=np.int64)
    np.cumsum(np.bincount(key >> width, minlength=people), out=indptr[1:])
    return Rows(indptr, (key & ((1 << width) - 1)).astype(np.int32), strength)


def check_ends(start: Ints, end: Ints, source: pd.Index, target: pd.Index) -> None:
    for codes, ids in ((start, source), (end, target)):
        if (codes < 0).any():
            place = int((codes < 0).argmax())
            who = _plain(ids, place)
            if who is None or who is pd.NA or who != who:  # noqa: PLR0124 - NaN alone is not itself
                one, other = _plain(source, place), _plain(target, place)
                raise GraphError(
                    f"tie {place + 1:,} lacks an end: it leads from {one!r} to {other!r}",
                    remedy="Leave out ties without two ends, as table.dropna() does",
                )
            raise GraphError(
                f"a tie ends at {who!r}, who is not among the people",
                remedy="Name everybody in nodes, and leave out ties without two ends",
            )


def check_ties(source: Ints, target: Ints, strength: Floats | None, nodes: pd.Index) -> None:
    for ends in (source, target):
        if len(ends) and not 0 <= ends.min() <= ends.max() < len(nodes):
            raise GraphError(
                f"a tie ends at position {ends.max()}, but there are {len(nodes)} people",
                remedy="Positions count from 0",
            )
    if len(source) != len(target) or (strength is not None and len(strength) != len(source)):
        raise GraphError("sources, targets and weights are not equally long")
    if strength is None:
        return
    wrong = ~(np.isfinite(strength) & (strength >= 0))
    if wrong.any():
        first = int(wrong.argmax())
        value = strength[first]
        weighs = "has no weight that is a number" if np.isnan(value) else f"weighs {value:g}"
        others = int(wrong.sum()) - 1
        more = f" (and {others:,} more like it)" if others else ""
        one, other = (_plain(nodes, int(ends[first])) for ends in (source, target))
        raise GraphError(
            f"the tie between {one!r} and {other!r} {weighs}{more}",
            remedy="Give each tie a strength of zero or more, or measure with weight=None",
        )


def numbers_of(table: pd.DataFrame, source: str, target: str, column: str) -> pd.Series:
    """Read a column of strengths, and refuse text that is no number."""
    values = pd.to_numeric(table[column], errors="coerce")
    wrong = (values.isna() & table[column].notna()).to_numpy()
    if wrong.any():
        row = table.iloc[int(wrong.argmax())]
        others = int(wrong.sum()) - 1
        more = f" (and {others:,} more like it)" if others else ""
        raise GraphError(
            f"the tie between {row[source]!r} and {row[target]!r} has {row[column]!r} as its "
            f"{column!r}, which is no number{more}",
            remedy="Write numbers with a point, as 1.5, or measure without weight=",
        )
    return values


def check_table(table: pd.DataFrame, source: str, target: str, weight: str | None) -> None:
    """Refuse what is no table, or lacks one of the columns."""
    if not hasattr(table, "columns"):
        optional = "" if weight is None else f" and {weight!r}"
        raise GraphError(
            f"a {type(table).__name__} is no table of ties",
            remedy=f"Give a DataFrame with the columns {source!r}, {target!r}{optional}; a "
            "column of strengths is named by weight=",
        )
    for column in (source, target, weight):
        if column is not None and column not in table.columns:
            raise UnknownNameError(
                f"the table has no column {column!r}", remedy=nearest(column, table.columns)
            )
