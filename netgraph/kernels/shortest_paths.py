"""Shortest paths through a person: Brandes' dependencies, a batch of sources at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from scipy.sparse import csr_array

from netgraph.kernels._rows import component_of, neighbours_of

if TYPE_CHECKING:
    from netgraph.kernels._rows import Floats, Ints

BATCH = 32
"""Sources whose searches run side by side."""


def path_dependencies(indptr: Ints, indices: Ints, sources: Ints) -> tuple[Floats, Floats]:
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
    people = len(indptr) - 1
    matrix = csr_array((np.ones(len(indices)), indices, indptr), shape=(people, people))
    component = component_of(indptr, indices)
    total, squares = np.zeros(people), np.zeros(people)
    for start in range(0, len(sources), BATCH):
        dependency = _dependencies(matrix, component, sources[start : start + BATCH])
        total += dependency.sum(axis=1)
        squares += np.square(dependency).sum(axis=1)
    return total, squares


def _dependencies(matrix: csr_array, component: Ints, sources: Ints) -> Floats:
    """Give each person's dependency on each of a few sources: a row per person."""
    people, columns = matrix.shape[0], np.arange(len(sources))
    paths = np.zeros((people, len(sources)))
    paths[sources, columns] = 1.0
    depth = np.full(paths.shape, -1, dtype=np.int32)
    depth[sources, columns] = 0
    awaited = np.bincount(component[sources], minlength=people)[component]
    awaited[sources] -= 1  # a source has arrived at itself
    layers = _count_paths(matrix, awaited, paths, depth)
    dependency, share = np.zeros_like(paths), np.zeros_like(paths)
    for distance in range(len(layers) - 1, 0, -1):
        far, near = layers[distance], layers[distance - 1]
        at_distance = depth[far] == distance
        share[far] = np.divide(
            1.0 + dependency[far], paths[far], out=np.zeros(at_distance.shape), where=at_distance
        )
        before = depth[near] == distance - 1
        dependency[near] += np.where(before, paths[near] * (matrix[near] @ share), 0.0)
    dependency[sources, columns] = 0.0  # a path does not pass through its own end
    return dependency


def _count_paths(matrix: csr_array, awaited: Ints, paths: Floats, depth: Ints) -> list[Ints]:
    """Fill in the number of shortest paths and the depth; list the people by distance.

    At each person so many sources are `awaited` still.

    Who is new at this distance has contacts at the last distance and, so far,
    at no other: the paths of all contacts are the paths that arrive.
    """
    indptr, indices = matrix.indptr, matrix.indices
    layers: list[Ints] = [np.flatnonzero((depth == 0).any(axis=1))]
    while True:
        rows = neighbours_of(indptr, indices, layers[-1], awaited > 0)
        arriving = matrix[rows] @ paths
        fresh = (arriving > 0) & (depth[rows] < 0)
        counts = fresh.sum(axis=1)
        reached = counts > 0
        rows, fresh, arriving = rows[reached], fresh[reached], arriving[reached]
        if not len(rows):
            return layers
        paths[rows] += np.where(fresh, arriving, 0.0)
        depth[rows] = np.where(fresh, len(layers), depth[rows])
        awaited[rows] -= counts[reached]
        layers.append(rows)
