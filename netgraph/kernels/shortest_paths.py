"""Shortest paths through a person: Brandes' dependencies, a batch of sources at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from netgraph.kernels._rows import component_of, read_only, rows_of
from netgraph.kernels._threads import share_out

if TYPE_CHECKING:
    from netgraph.kernels._rows import Floats, Ints


def path_dependencies(
    indptr: Ints, indices: Ints, sources: Ints, *, back: tuple[Ints, Ints] | None = None
) -> tuple[Floats, Floats]:
    r"""Sum how much shortest paths from `sources` depend on each person.

    .. math:: \delta_s(v) = \sum_{t \ne s, v} \sigma_{st}(v) / \sigma_{st}

    where :math:`\sigma_{st}` counts the shortest paths from :math:`s` to
    :math:`t` and :math:`\sigma_{st}(v)` those that pass through :math:`v`.

    Parameters
    ----------
    indptr, indices
        The network as compressed rows.
    sources
        The people :math:`s`, each once.
    back
        Where ties have a direction: the same ties from their other end, as
        compressed rows.

    Returns
    -------
    tuple of numpy.ndarray
        :math:`\sum_s \delta_s(v)` and :math:`\sum_s \delta_s(v)^2`, a number
        per person. Nobody depends on a path that does not exist: people in
        other parts of the network add 0.

    References
    ----------
    .. [1] Brandes, U. (2001). A faster algorithm for betweenness centrality.
       Journal of Mathematical Sociology, 25(2), 163-177.

    Examples
    --------
    >>> indptr, indices = np.array([0, 1, 3, 4]), np.array([1, 0, 2, 1])  # a path of three
    >>> path_dependencies(indptr, indices, np.arange(3))[0].tolist()
    [0.0, 2.0, 0.0]
    """
    from netgraph.kernels.compiled import shortest_paths as loops  # noqa: PLC0415 - imports numba
    from netgraph.kernels.compiled.ranks import rank_people, turn_rows  # noqa: PLC0415 - imports numba

    rows = rows_of(indptr, indices)
    rank, person = map(read_only, rank_people(rows[0]))
    ordered = tuple(map(read_only, turn_rows(*rows, rank, person)))
    reverse = ordered
    if back is not None:
        ordered = tuple(map(read_only, turn_rows(*rows_of(*back), rank, person)))
    component = read_only(component_of(indptr, indices)[person].astype(np.int64))
    start = read_only(np.sort(rank[np.asarray(sources, dtype=np.int64)]))

    def work(first: int, stride: int) -> tuple[Floats, Floats]:
        found: tuple[Floats, Floats] = loops.path_dependencies(
            *ordered, *reverse, component, start, first, stride
        )
        return found

    parts = share_out(work, -(-len(start) // int(loops.BATCH)))
    total = np.sum([part[0] for part in parts], axis=0)
    squares = np.sum([part[1] for part in parts], axis=0)
    return total[rank], squares[rank]
