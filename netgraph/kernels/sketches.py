"""How many pairs of people are within so many steps, estimated from sketches of sets."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from netgraph.kernels._rows import rows_of

if TYPE_CHECKING:
    from netgraph.kernels._rows import Floats, Ints


def sketched_pairs(indptr: Ints, indices: Ints, registers: int, seed: int) -> Floats:
    """Estimate the ordered pairs within 0, 1, 2 ... steps, until no set grows.

    A person's set is kept as `registers` numbers of a byte (HyperLogLog); a step
    takes the greatest over the contacts. The sum over people is the estimate.

    Parameters
    ----------
    indptr, indices
        The network as compressed rows.
    registers
        A power of two; the relative standard error of one set is
        1.04 / sqrt(registers).
    seed
        Chooses the numbers by which people are known.

    Returns
    -------
    numpy.ndarray
        A number per step, from 0.

    Examples
    --------
    >>> indptr, indices = np.array([0, 1, 3, 4]), np.array([1, 0, 2, 1])  # a path of three
    >>> sketched_pairs(indptr, indices, 1024, 0).round(1).tolist()
    [3.0, 7.0, 9.0]
    """
    from netgraph.kernels.compiled import sketches as loops  # noqa: PLC0415 - imports numba

    rows = rows_of(indptr, indices)
    people = len(indptr) - 1
    if not people:
        return np.zeros(0)
    draw = np.random.default_rng(seed)
    sketch = np.zeros((people, registers), dtype=np.uint8)
    # the number of trailing zeros of a random word, and one
    zeros = draw.geometric(0.5, people).clip(max=60)
    sketch[np.arange(people), draw.integers(0, registers, people)] = zeros
    total = [float(loops.estimate(sketch))]
    while True:
        wider = loops.widen(*rows, sketch)
        if np.array_equal(wider, sketch):
            return np.maximum.accumulate(np.array(total))
        sketch = wider
        total.append(float(loops.estimate(sketch)))
