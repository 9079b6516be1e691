"""How much can be sent between people, one unit a tie, and how much of it needs whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from netgraph.kernels._rows import read_only, sources_of

if TYPE_CHECKING:
    from netgraph.kernels._rows import Floats, Ints


def flow_through(indptr: Ints, indices: Ints) -> Floats:
    """Sum the greatest flows between others, with each person and without.

    As many maximum flows as there are pairs of people.

    Parameters
    ----------
    indptr, indices
        The network as compressed rows.

    Returns
    -------
    numpy.ndarray
        A row per person: the sum over pairs of others, and the same in the
        network without the person.

    Examples
    --------
    >>> indptr, indices = np.array([0, 1, 3, 4]), np.array([1, 0, 2, 1])  # a path of three
    >>> flow_through(indptr, indices).tolist()
    [[1.0, 1.0], [1.0, 0.0], [1.0, 1.0]]
    """
    from netgraph.kernels.compiled import flows as loops  # noqa: PLC0415 - imports numba

    back = np.lexsort((sources_of(indptr), indices)).astype(np.int64)
    begins, ends = indptr.astype(np.int64), indices.astype(np.int64)
    return np.asarray(loops.flow_through(read_only(begins), read_only(ends), read_only(back)))
