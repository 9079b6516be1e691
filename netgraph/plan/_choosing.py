r"""Choose acts under a budget of minutes so that they reach much.

What a set of acts reaches is :math:`f(S) = \sum_t w_t (1 - \prod_{i \in S} (1 - p_{it}))`:
each further act adds something, and the less, the more is there already (it is
monotone and submodular). The best set is hard to find; a greedy one is good.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray
    from scipy.sparse import csr_array

    Floats = NDArray[np.float64]

FEW = 24
"""Among so few acts every start of up to three is tried."""

_LEAST = 1e-9


@dataclass(frozen=True)
class Task:
    """What is to be chosen from.

    Attributes
    ----------
    chance
        How likely each act (row) opens each target (column).
    weight
        How much each target counts.
    minutes
        What each act costs.
    budget
        How many minutes there are.
    """

    chance: csr_array
    weight: Floats
    minutes: Floats
    budget: float

    def missed(self, acts: Sequence[int]) -> Floats:
        """Weigh each target by the chance that these acts do not open it."""
        left = self.weight.copy()
        for act in acts:
            _add(self, left, act)
        return left

    def value(self, acts: Sequence[int]) -> float:
        """Tell how much these acts reach."""
        return float(self.weight.sum() - self.missed(acts).sum())


def choose(task: Task, *, first: Sequence[int] = (), thorough: bool = True) -> list[int]:
    r"""Choose acts beside those that come first, as many as the minutes allow.

    By gain per minute, until nothing fits; and beginning with the single act that
    gains most; the better of the two is taken. With unequal costs that is at least
    :math:`1 - 1/\sqrt{e}` of the best that can be added, with equal ones
    :math:`1 - 1/e`. With few acts (`FEW`) every start of up to three is tried,
    which gives :math:`1 - 1/e` with any costs.

    Parameters
    ----------
    task
        What is to be chosen from.
    first
        Acts that are in, their minutes counted.
    thorough
        Whether to try every start where there are few acts.

    Returns
    -------
    list of int
        `first`, then the others in the order of their gain per minute.

    References
    ----------
    .. [1] Nemhauser, G. L., Wolsey, L. A. & Fisher, M. L. (1978). An analysis of
       approximations for maximizing submodular set functions. *Mathematical
       Programming* 14, 265-294.
    .. [2] Sviridenko, M. (2004). A note on maximizing a submodular set function
       subject to a knapsack constraint. *Operations Research Letters* 32, 41-43.
    .. [3] Tang, J. et al. (2021). Revisiting modified greedy algorithm for monotone
       submodular maximization with a knapsack constraint. *Proceedings of the ACM
       on Measurement and Analysis of Computing Systems* 5(1), 8.
    """
    useful = candidates(task, first)
    if thorough and len(useful) <= FEW:
        return in_order(task, _enumerate(task, list(first), useful), first)
    plain = _greedy(task, list(first))
    gain = task.chance @ task.missed(first)
    gain[[i for i in range(len(gain)) if i not in set(useful)]] = 0.0
    if not len(useful):
        return plain
    single = _greedy(task, [*first, int(np.argmax(gain))])
    return in_order(task, max(plain, single, key=task.value), first)


def candidates(task: Task, first: Sequence[int] = ()) -> list[int]:
    """List the acts that fit beside the first ones and would add something."""
    left = task.budget - task.minutes[list(first)].sum()
    gain = task.chance @ task.missed(first)
    fits = (gain > _LEAST) & (task.minutes <= left)
    fits[list(first)] = False
    return [int(act) for act in np.flatnonzero(fits)]


def guarantee(task: Task, first: Sequence[int] = ()) -> tuple[float, str]:
    """Tell what is proved of `choose`: the least share of the best, and why."""
    useful = candidates(task, first)
    if len(np.unique(task.minutes[useful])) <= 1:
        return 1 - np.exp(-1), "1 - 1/e, all acts costing the same"
    if len(useful) <= FEW:
        return 1 - np.exp(-1), "1 - 1/e, every start of up to three acts having been tried"
    return 1 - np.exp(-0.5), "1 - 1/sqrt(e), the acts costing different minutes"


def bound(task: Task, chosen: Sequence[int]) -> float:
    """Give a value that no set of acts within the minutes can exceed.

    After any acts ``T`` the best set adds to ``f(T)`` no more than the gains of the
    best acts that fit, the last one taken in part; the least of that over the
    beginnings of `chosen` is given.
    """
    best = float(task.weight.sum())
    fits = task.minutes <= task.budget
    for end in range(len(chosen) + 1):
        left = task.missed(chosen[:end])
        gain = np.where(fits, task.chance @ left, 0.0)
        gain[list(chosen[:end])] = 0.0
        order = np.argsort(-gain / task.minutes, kind="stable")
        spent = np.cumsum(task.minutes[order])
        part = np.clip((task.budget - (spent - task.minutes[order])) / task.minutes[order], 0, 1)
        best = min(best, float(task.weight.sum() - left.sum() + (gain[order] * part).sum()))
    return best


def in_order(task: Task, acts: Sequence[int], first: Sequence[int] = ()) -> list[int]:
    """Put acts into the order of their gain per minute, the first ones first."""
    ordered = list(first)
    rest = [act for act in acts if act not in set(first)]
    left = task.missed(ordered)
    while rest:
        gain = (task.chance[rest] @ left) / task.minutes[rest]
        best = rest.pop(int(np.argmax(gain)))
        ordered.append(best)
        _add(task, left, best)
    return ordered


def _greedy(task: Task, chosen: list[int]) -> list[int]:
    """Add by gain per minute until nothing fits or nothing gains."""
    left = task.missed(chosen)
    minutes = task.budget - task.minutes[chosen].sum()
    open_acts = np.ones(len(task.minutes), dtype=bool)
    open_acts[chosen] = False
    while True:
        gain = np.where(open_acts & (task.minutes <= minutes), task.chance @ left, 0.0)
        best = int(np.argmax(gain / task.minutes)) if len(gain) else -1
        if best < 0 or gain[best] <= _LEAST:
            return chosen
        chosen = [*chosen, best]
        open_acts[best] = False
        minutes -= task.minutes[best]
        _add(task, left, best)


def _add(task: Task, left: Floats, act: int) -> None:
    """Take off what an act opens."""
    begin, end = task.chance.indptr[act : act + 2]
    left[task.chance.indices[begin:end]] *= 1.0 - task.chance.data[begin:end]


def _enumerate(task: Task, first: list[int], useful: list[int]) -> list[int]:
    """Begin with each set of up to three acts, go on greedily, and take the best."""
    room = task.budget - task.minutes[first].sum()
    cost = task.minutes[useful]
    starts = [
        start
        for size in range(4)
        for start in combinations(range(len(useful)), size)
        if cost[list(start)].sum() <= room
    ]
    chance = task.chance[useful].toarray()
    used = np.zeros((len(starts), len(useful)), dtype=bool)
    for row, start in enumerate(starts):
        used[row, list(start)] = True
    minutes = room - used @ cost
    left = np.tile(task.missed(first), (len(starts), 1))
    for act in range(len(useful)):
        left[used[:, act]] *= 1.0 - chance[act]
    for _ in useful:
        gain = np.where(used | (cost > minutes[:, None]), 0.0, left @ chance.T)
        best = np.argmax(gain / cost, axis=1)
        rows = np.flatnonzero(gain[np.arange(len(starts)), best] > _LEAST)
        if not len(rows):
            break
        used[rows, best[rows]] = True
        minutes[rows] -= cost[best[rows]]
        left[rows] *= 1.0 - chance[best[rows]]
    winner = int(np.argmin(left.sum(axis=1)))
    return [*first, *(useful[act] for act in np.flatnonzero(used[winner]))]
