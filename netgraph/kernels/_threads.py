"""Work that is shared out among the processor's cores: loops run without Python's lock."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

Share = TypeVar("Share")


def share_out(work: Callable[[int, int], Share], blocks: int) -> list[Share]:
    """Call ``work(first, stride)`` on each core that this process may use.

    Parameters
    ----------
    work
        Does the blocks `first`, `first` + `stride` and so on.
    blocks
        How many blocks there are; no more cores than that are used.

    Returns
    -------
    list
        What each call gave.

    Examples
    --------
    >>> sorted(sum(share_out(lambda first, stride: list(range(first, 5, stride)), 5), []))
    [0, 1, 2, 3, 4]
    """
    cores = max(1, min(_cores(), blocks))
    if cores == 1:
        return [work(0, 1)]
    with ThreadPoolExecutor(cores) as pool:
        return list(pool.map(lambda first: work(first, cores), range(cores)))


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
