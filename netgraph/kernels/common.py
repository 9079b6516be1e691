"""Pairs of people who have a contact in common and are not tied."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from netgraph.kernels._rows import read_only

if TYPE_CHECKING:
    from collections.abc import Callable

    from netgraph.kernels._rows import Floats, Ints


def pair_scanner(
    indptr: Ints, indices: Ints, worth: Floats, *, shared: bool = False
) -> Callable[[int, int, float], tuple[Ints, Ints, Floats]]:
    """Make a function that lists the pairs of some people who score enough.

    Parameters
    ----------
    indptr, indices
        The network as compressed rows.
    worth
        What each person is worth as a common contact, above 0 for whoever has
        two contacts. A pair scores the sum.
    shared
        Score that sum as a share of what either knows instead.

    Returns
    -------
    callable
        Takes the first person, the one after the last, and the least score;
        gives the pairs' two ends, i < j with i among those people, and scores.

    Examples
    --------
    >>> indptr, indices = np.array([0, 1, 3, 4]), np.array([1, 0, 2, 1])  # a path of three
    >>> scan = pair_scanner(indptr, indices, np.ones(3))
    >>> [part.tolist() for part in scan(0, 3, 0.5)]
    [[0], [2], [1.0]]
    """
    begins, ends = read_only(indptr.astype(np.int64)), read_only(indices.astype(np.int32))
    value = read_only(worth.astype(np.float64))

    def scan(first: int, last: int, least: float) -> tuple[Ints, Ints, Floats]:
        from netgraph.kernels.compiled import common as loops  # noqa: PLC0415 - imports numba

        one, two, score = loops.scored_pairs(begins, ends, value, int(shared), first, last, least)
        return one, two, score

    return scan
