"""The register of measures: menu, tables and contract tests all read it."""

from __future__ import annotations

import inspect
import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, TypeAlias, TypeVar

if TYPE_CHECKING:
    import pandas as pd

PersonMetric: TypeAlias = "Callable[..., pd.Series]"
Direction: TypeAlias = Literal["kept", "added up", "refused"]
Parts: TypeAlias = Callable[..., Mapping[str, Any]]
Function = TypeVar("Function", bound=Callable[..., Any])


@dataclass(frozen=True)
class Metric:
    """A measure that gives each person of a graph one number."""

    name: str
    family: str
    function: PersonMetric
    bounds: tuple[float, float]
    needs: tuple[str, ...]
    structural: bool
    undefined: str
    parts: Parts | None
    largest: int | None = None
    directed: bool = False
    level: str = "person"

    @property
    def weighted(self) -> bool:
        """Whether the metric can take the strength of ties into account."""
        return "weight" in inspect.signature(self.function).parameters

    @property
    def direction(self) -> Direction:
        """What becomes of the direction of ties."""
        if self.directed:
            return "kept"
        return "added up" if self.weighted else "refused"

    @property
    def gives(self) -> str:
        """What comes back: a number for each person."""
        return _GIVES["pd.Series"]

    @property
    def summary(self) -> str:
        """The first line of the docstring, for menus and tables."""
        return (self.function.__doc__ or "").strip().splitlines()[0]


@dataclass(frozen=True)
class Statistic:
    """A measure of something else than one person: a network, a tie, a pair, a group.

    It gives a number or a small table, and may ask for more than a graph.
    """

    name: str
    family: str
    function: Callable[..., Any]
    level: str
    bounds: tuple[float, float]
    direction: Direction
    structural: bool

    @property
    def needs(self) -> tuple[str, ...]:
        """What it needs besides ties: person attributes, and arguments that have no default."""
        given = inspect.signature(self.function).parameters.values()
        attributes = [
            p.default for p in given if p.name == "attribute" and p.default is not p.empty
        ]
        asked = [p.name for p in given if p.default is p.empty and p.kind is not p.VAR_KEYWORD]
        return (*attributes, *(f"{name}=" for name in asked if name != "graph"))

    @property
    def weighted(self) -> bool:
        """Whether it can take the strength of ties into account."""
        return "weight" in inspect.signature(self.function).parameters

    @property
    def gives(self) -> str:
        """What comes back: one number, a number for each of several, or a table."""
        return _GIVES[inspect.signature(self.function).return_annotation]

    @property
    def summary(self) -> str:
        """The first line of the docstring, for menus and tables."""
        return (self.function.__doc__ or "").strip().splitlines()[0]


_GIVES = {"float": "number", "pd.Series": "series", "pd.DataFrame": "table"}

METRICS: dict[str, Metric] = {}
STATISTICS: dict[str, Statistic] = {}


def metric(  # noqa: PLR0913 - a metric is described by that much, by keyword
    *,
    bounds: tuple[float, float],
    needs: tuple[str, ...] = (),
    structural: bool = False,
    undefined: str = "",
    parts: Parts | None = None,
    largest: int | None = None,
    directed: bool = False,
) -> Callable[[Function], Function]:
    """Register a person-level metric under its own name; leave it unchanged.

    The family is the folder that the module lies in.

    Parameters
    ----------
    bounds
        The least and the greatest value that the metric can take.
    needs
        Person attributes that the graph's nodes must carry. Such a metric
        takes a networkx graph only, and its keyword ``attribute`` names another.
    structural
        Whether the metric says something only where ties among contacts were
        observed. In a personal network it is withheld where there are none.
    undefined
        Why a value is NaN, as a sentence without its full stop.
    parts
        What a person's value is made of: takes graph and person_id, and the
        keyword ``attribute`` or ``weight`` if the metric does; gives numbers by
        name. `explain` shows them.
    largest
        In a graph of more people `measure` takes the metric only by its name,
        because it takes long.
    directed
        Whether the direction of ties makes a difference. A metric without it
        takes a directed graph only where it says so, adding up both directions.
    """

    def register(function: Function) -> Function:
        name, family = _named(function)
        METRICS[name] = Metric(
            name, family, function, bounds, needs, structural, undefined, parts, largest, directed
        )
        return function

    return register


def statistic(
    level: str,
    *,
    bounds: tuple[float, float] = (math.nan, math.nan),
    direction: Direction = "refused",
    structural: bool = False,
) -> Callable[[Function], Function]:
    """Register a measure of another `level` than the person; leave it unchanged.

    Parameters
    ----------
    level
        What a value belongs to: ``network``, ``tie``, ``pair``, ``group``, or
        ``person`` for a measure of people that needs more than the graph, or
        gives them several numbers.
    bounds
        The least and the greatest value, where it gives values of one kind.
    direction
        Of a directed graph, whether the direction of ties is kept, whether both
        directions are added up, or whether the graph is refused.
    structural
        As for `metric`.
    """

    def register(function: Function) -> Function:
        name, family = _named(function)
        STATISTICS[name] = Statistic(name, family, function, level, bounds, direction, structural)
        return function

    return register


def _named(function: Callable[..., Any]) -> tuple[str, str]:
    name = function.__name__
    if name in METRICS or name in STATISTICS:
        raise ValueError(f"two metrics are called {name!r}")
    return name, function.__module__.split(".")[-2]
