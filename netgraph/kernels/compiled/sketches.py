"""Loops over sketches of sets (HyperLogLog)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from netgraph.kernels._compile import kernel

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from netgraph.kernels._rows import Ints

    Bytes = NDArray[np.uint8]


@kernel
def widen(indptr: Ints, indices: Ints, sketch: Bytes) -> Bytes:
    """Unite each person's set with those of the contacts."""
    wider = sketch.copy()
    people, registers = sketch.shape
    for i in range(people):
        for e in range(indptr[i], indptr[i + 1]):
            j = indices[e]
            for r in range(registers):
                wider[i, r] = max(wider[i, r], sketch[j, r])
    return wider


@kernel
def estimate(sketch: Bytes) -> float:
    """Sum the estimated sizes of all sets; small ones are counted by empty registers."""
    people, registers = sketch.shape
    if registers >= 128:  # noqa: PLR2004 - the constants are those of Flajolet et al. (2007)
        alpha = 0.7213 / (1.0 + 1.079 / registers)
    elif registers >= 64:  # noqa: PLR2004 - as above
        alpha = 0.709
    elif registers >= 32:  # noqa: PLR2004 - as above
        alpha = 0.697
    else:
        alpha = 0.673
    total = 0.0
    for i in range(people):
        inverse = 0.0
        empty = 0
        for r in range(registers):
            inverse += 2.0 ** -float(sketch[i, r])
            empty += sketch[i, r] == 0
        size = alpha * registers * registers / inverse
        if size <= 2.5 * registers and empty > 0:
            size = registers * np.log(registers / empty)
        total += size
    return total
