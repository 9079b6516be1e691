"""How loops are compiled: once on a machine, kept on disk, and not in silence."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any, cast

import numba
import numpy as np
from numba.core import event

if TYPE_CHECKING:
    from collections.abc import Callable

WORD = "netgraph: compiling its loops for this machine, once; this takes some seconds"


ZERO, ONE = np.uint64(0), np.uint64(1)
"""Loops count in unsigned numbers: then numba does not ask of each index whether it is negative."""


class Announcement(event.Listener):
    """Says on a terminal that loops are being compiled; once in a process."""

    def __init__(self) -> None:
        self.said = False

    def on_start(self, event: object) -> None:  # noqa: ARG002 - numba calls it with the event
        """Speak up before the first loop that is not on disk yet."""
        if not self.said and sys.stderr is not None and sys.stderr.isatty():
            print(WORD, file=sys.stderr)
        self.said = True

    def on_end(self, event: object) -> None:
        """Nothing more to say."""


event.register("numba:compile", Announcement())  # type: ignore[no-untyped-call]


def kernel(function: Callable[..., Any]) -> Callable[..., Any]:
    """Compile a loop when it is first called; it runs without Python's lock.

    What was compiled is kept beside the file, or in the user's cache where that
    folder cannot be written; where neither can, it is compiled in each process.
    """
    try:
        compiled = numba.njit(cache=True, nogil=True)(function)
    except RuntimeError:  # there is no folder that numba may write to
        compiled = numba.njit(nogil=True)(function)
    return cast("Callable[..., Any]", compiled)
