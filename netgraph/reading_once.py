"""Reading a graph, or contacts, once for many answers."""

from __future__ import annotations

from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps
from typing import TYPE_CHECKING, Any, TypeVar, cast

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

Function = TypeVar("Function", bound="Callable[..., Any]")

_KEPT: ContextVar[dict[Any, Any] | None] = ContextVar("kept", default=None)


@contextmanager
def reading_once() -> Iterator[None]:
    """Keep what is read from graphs and contacts until the block ends, in which none may change."""
    before = _KEPT.set({})
    try:
        yield
    finally:
        _KEPT.reset(before)


def kept(function: Function) -> Function:
    """Give the same answer again within `reading_once`; otherwise work it out each time.

    Parameters
    ----------
    function
        Takes a graph or contacts, and then names, numbers or days; what it gives is
        not changed by anybody.

    Examples
    --------
    >>> @kept
    ... def people(graph):
    ...     return list(graph)
    >>> graph = ["ann"]
    >>> with reading_once():
    ...     people(graph) is people(graph)
    True
    >>> people(graph) is people(graph)
    False
    """

    @wraps(function)
    def reader(graph: object, *arguments: object) -> object:
        there = _KEPT.get()
        if there is None:
            return function(graph, *arguments)
        key = (function, id(graph), arguments)
        if key not in there:
            # the graph is kept beside its answer: while it lives nobody else has its id
            there[key] = graph, function(graph, *arguments)
        return there[key][1]

    return cast("Function", reader)
