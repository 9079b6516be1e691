"""What measures of introductions share: which pairs are scored, and how they are listed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
from scipy.sparse import csr_array

from netgraph.errors import GraphError, check_whole
from netgraph.metrics._arcs import ones_matrix
from netgraph.metrics._series import noted, withheld, withheld_reason

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Iterator

    from numpy.typing import NDArray

    from netgraph.adjacency import Adjacency
    from netgraph.kernels._rows import Floats, Ints

    Rows = Callable[[Ints], csr_array]
    Found = tuple[Ints, Ints, Floats]
    Scan = Callable[[int, int, float], Found]

WORK = 1 << 22
"""Paths of two ties that are looked at in one go; bounds the memory (about 200 MB)."""

DIGITS = 12
"""Scores that agree to so many digits are equal."""


def score_pairs(  # noqa: PLR0913 - the public measures pass all that they were given
    adjacency: Adjacency,
    name: str,
    rows_of: Rows,
    *,
    pairs: Iterable[tuple[Hashable, Hashable]] | None,
    person: Hashable | None,
    top: int | None,
    scan: Scan | None = None,
) -> pd.Series:
    """Lay scores out as a Series of pairs.

    Parameters
    ----------
    adjacency
        The network.
    name
        What the scores are called.
    rows_of
        Gives the scores of some people with everybody, as rows.
    pairs
        The pairs to score. None takes pairs who are not tied and score above 0.
    person
        Take pairs of this person alone.
    top
        Keep so many of the best.
    scan
        Lists the pairs, who are not tied, of a stretch of people that score
        enough; by default they are taken from `rows_of`.
    """
    if pairs is not None and person is not None:
        raise GraphError("both pairs and a person are given", remedy="Give one of them")
    if top is not None:
        check_whole("top", top, 1, "Keep 1 pair or more, or None for all")
    hidden = withheld(adjacency)
    if pairs is not None:
        one, two = _positions(adjacency, pairs)
        score = _looked_up(rows_of, one, two)
        score[hidden[one] | hidden[two]] = np.nan
    else:
        start = None if person is None else adjacency.position(person)
        if scan is None or start is not None:
            scan = _row_scanner(adjacency, rows_of, start)
        one, two, score = _candidates(adjacency, scan, hidden, start, top)
    index = pd.MultiIndex.from_arrays(
        [adjacency.nodes[one], adjacency.nodes[two]], names=["person_id", "other_id"]
    )
    series = noted(pd.Series(score, index=index, name=name, dtype=np.float64), adjacency)
    if hidden.any():
        series.attrs["withheld"] = withheld_reason(hidden)
    if pairs is None and len(series) == top:
        series.attrs["kept"] = f"the best {top:,}; there may be more: top=None keeps all"
    return series


def common_contact_rows(adjacency: Adjacency, worth: Floats) -> Rows:
    r"""Sum what each common contact is worth: :math:`\sum_{q \in N(i) \cap N(j)} w_q`."""
    matrix = ones_matrix(adjacency)
    entries = worth[adjacency.indices]
    weighed = csr_array((entries, adjacency.indices, adjacency.indptr), shape=matrix.shape)
    return lambda rows: csr_array(weighed[rows] @ matrix)


def _positions(
    adjacency: Adjacency, pairs: Iterable[tuple[Hashable, Hashable]]
) -> tuple[Ints, Ints]:
    pairs = list(pairs)
    odd = [pair for pair in pairs if not isinstance(pair, tuple | list) or len(pair) != 2]  # noqa: PLR2004 - a pair is two
    if odd:
        raise GraphError(f"{odd[0]!r} is no pair", remedy="Give tuples of two person_ids")
    ends = [(adjacency.position(one), adjacency.position(two)) for one, two in pairs]
    one, two = np.array(ends, dtype=np.int64).reshape(-1, 2).T
    if (one == two).any():
        raise GraphError("a pair is one person twice", remedy="Name two people in each pair")
    return one, two


def _looked_up(rows_of: Rows, one: Ints, two: Ints) -> Floats:
    rows, place = np.unique(one, return_inverse=True)
    score = np.zeros(len(one))
    for start in range(0, len(rows), 256):
        here = (place >= start) & (place < start + 256)
        table = rows_of(rows[start : start + 256])
        score[here] = np.asarray(table[place[here] - start, two[here]]).ravel()
    return score


def _row_scanner(adjacency: Adjacency, rows_of: Rows, start: int | None) -> Scan:
    """List pairs who are not tied from rows of scores; of one person if there is a `start`."""
    people = len(adjacency)
    tied = adjacency.sources * people + adjacency.indices

    def scan(first: int, last: int, least: float) -> Found:
        rows = np.arange(first, last)
        found = rows_of(rows).tocoo()
        one, two, score = rows[found.row], found.col.astype(np.int64), found.data
        wanted = (score > 0) & (score >= least) & (one != two if start is not None else one < two)
        one, two, score = one[wanted], two[wanted], score[wanted]
        place = np.minimum(np.searchsorted(tied, one * people + two), max(len(tied) - 1, 0))
        free = tied[place] != one * people + two if len(tied) else np.ones(len(one), dtype=bool)
        return one[free], two[free], score[free]

    return scan


def _candidates(
    adjacency: Adjacency,
    scan: Scan,
    hidden: NDArray[np.bool_],
    start: int | None,
    top: int | None,
) -> Found:
    """List pairs who are not tied, the best first; equal ones in the graph's order."""
    kept: Found = (np.zeros(0, np.int64), np.zeros(0, np.int64), np.zeros(0))
    pieces: list[Found] = [kept]
    for first, last in _blocks(adjacency, start):
        enough = top is not None and len(kept[2]) >= top
        one, two, score = scan(first, last, kept[2][-1] * (1 - 10.0**-DIGITS) if enough else 0.0)
        shown = ~(hidden[one] | hidden[two])
        piece = one[shown], two[shown], score[shown]
        if top is None:
            pieces.append(piece)
        else:
            kept = _best([kept, piece], top)
    return _best(pieces, None) if top is None else kept


def _blocks(adjacency: Adjacency, start: int | None) -> Iterator[tuple[int, int]]:
    """Split the people so that no block has too many paths of two ties."""
    if start is not None:
        yield start, start + 1
        return
    degrees = adjacency.degrees
    paths = np.cumsum(
        np.bincount(adjacency.sources, degrees[adjacency.indices], minlength=len(adjacency))
    )
    first = 0
    while first < len(adjacency):
        done = paths[first - 1] if first else 0
        last = max(int(np.searchsorted(paths, done + WORK, side="right")), first + 1)
        yield first, min(last, len(adjacency))
        first = last


def _best(pieces: list[Found], top: int | None) -> Found:
    one, two, score = (np.concatenate(each) for each in zip(*pieces, strict=True))
    if not len(score):
        return one, two, score
    rank = np.round(score / score.max(), DIGITS)  # equal but for rounding is equal
    if top is not None and len(rank) > top:
        near = rank >= np.partition(rank, len(rank) - top)[len(rank) - top]
        one, two, score, rank = one[near], two[near], score[near], rank[near]
    order = np.lexsort((two, one, -rank))[:top]
    return one[order], two[order], score[order]
