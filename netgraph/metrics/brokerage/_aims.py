"""What a group of key players is chosen for: what it brings, and who adds most to it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

import numpy as np

from netgraph.kernels._rows import component_of
from netgraph.kernels.cuts import pairs_left
from netgraph.kernels.distances import count_by_distance
from netgraph.kernels.removals import detours_lost, nearness_gained
from netgraph.metrics._arcs import ones_matrix
from netgraph.metrics.brokerage._nearness import steps_to

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from scipy.sparse import csr_array

    from netgraph.adjacency import Adjacency

    Floats = NDArray[np.float64]
    Ints = NDArray[np.int64]

Group = tuple[int, ...]

EXACT = 2000
"""Up to so many people ways round a person are looked at from everybody; above, from a sample."""

SAMPLE = 50


class Aim(Protocol):
    """What a group, as positions, is chosen for."""

    @property
    def sources(self) -> int | None:
        """From how many people `with_each` is estimated; None if it is exact."""

    def value(self, group: Group) -> float:
        """Tell what a group brings."""

    def with_each(self, group: Group, people: Ints) -> Floats:
        """Tell what the group brings with each of some people more."""


@dataclass(frozen=True, eq=False)
class Fragmentation:
    """The share of the pairs left between whom there is no way."""

    adjacency: Adjacency
    sources: int | None = None

    def value(self, group: Group) -> float:
        """See `Aim`."""
        if group:
            return float(self.with_each(group[:-1], np.array(group[-1:]))[0])
        sizes = np.bincount(component_of(self.adjacency.indptr, self.adjacency.indices))
        people = len(self.adjacency)
        return float(1.0 - (sizes * (sizes - 1)).sum() / (people * (people - 1)))

    def with_each(self, group: Group, people: Ints) -> Floats:
        """See `Aim`."""
        indptr, indices = self.adjacency.indptr, self.adjacency.indices
        left = len(self.adjacency) - len(group) - 1
        together = pairs_left(indptr, indices, np.array(group, dtype=np.int64))
        return np.asarray(1.0 - together[people] / (left * (left - 1)))


@dataclass(frozen=True, eq=False)
class DistanceFragmentation:
    """How far those who are left are from each other."""

    adjacency: Adjacency

    @property
    def sources(self) -> int | None:
        """See `Aim`."""
        return SAMPLE if len(self.adjacency) > EXACT else None

    def value(self, group: Group) -> float:
        """See `Aim`."""
        _, rest = self._without(group)
        people = rest.shape[0]
        near = count_by_distance(rest.indptr, rest.indices)[1].sum()
        return float(1.0 - near / (people * (people - 1)))

    def with_each(self, group: Group, people: Ints) -> Floats:
        """See `Aim`. Who goes takes the own distances along, and makes others take detours.

        Of a sample the lesser of what its two halves say is taken: somebody
        drawn who has one contact alone makes that contact look indispensable.
        """
        left, rest = self._without(group)
        own = count_by_distance(rest.indptr, rest.indices)[1]
        detours = np.min([self._detours(rest, half) for half in self._starts(len(left))], axis=0)
        near = own.sum() - 2 * own - detours
        place = np.searchsorted(left, people)
        return np.asarray(1.0 - near[place] / ((len(left) - 1) * (len(left) - 2)))

    def _starts(self, people: int) -> list[Ints]:
        """Draw whom to start from: everybody, or two halves of a sample."""
        if self.sources is None:
            return [np.arange(people)]
        drawn = np.random.default_rng(0).choice(people, self.sources, replace=False)
        return [drawn[::2], drawn[1::2]]

    def _detours(self, rest: csr_array, starts: Ints) -> Floats:
        return detours_lost(rest.indptr, rest.indices, starts) * (rest.shape[0] / len(starts))

    def _without(self, group: Group) -> tuple[Ints, csr_array]:
        left = np.setdiff1d(np.arange(len(self.adjacency)), group)
        return left, self._matrix[left][:, left]

    @cached_property
    def _matrix(self) -> csr_array:
        return ones_matrix(self.adjacency)


@dataclass(frozen=True, eq=False)
class Reach:
    """How near everybody is to somebody of the group."""

    adjacency: Adjacency
    sources: int | None = None

    def value(self, group: Group) -> float:
        """See `Aim`."""
        if not group:
            return 0.0
        steps = steps_to(self.adjacency, np.array(group))
        near = np.divide(1.0, np.maximum(steps, 1), out=np.zeros(len(steps)), where=steps >= 0)
        return float(near.mean())

    def with_each(self, group: Group, people: Ints) -> Floats:
        """See `Aim`."""
        if not group:
            return np.asarray((self._alone[people] + 1.0) / len(self.adjacency))
        steps = steps_to(self.adjacency, np.array(group))
        indptr, indices = self.adjacency.indptr, self.adjacency.indices
        gained = nearness_gained(indptr, indices, steps, people)
        return np.asarray(self.value(group) + gained / len(self.adjacency))

    @cached_property
    def _alone(self) -> Floats:
        return count_by_distance(self.adjacency.indptr, self.adjacency.indices)[1]
