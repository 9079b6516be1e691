"""The register of measures: menu, tables and contract tests all read it."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

if TYPE_CHECKING:
    import pandas as pd

PersonMetric: TypeAlias = "Callable[..., pd.Series]"
Parts: TypeAlias = Callable[[Any, Hashable], Mapping[str, Any]]
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

    @property
    def summary(self) -> str:
        """The first line of the docstring, for menus and tables."""
        return (self.function.__doc__ or "").strip().splitlines()[0]


METRICS: dict[str, Metric] = {}


def metric(
    *,
    bounds: tuple[float, float],
    needs: tuple[str, ...] = (),
    structural: bool = False,
    undefined: str = "",
    parts: Parts | None = None,
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
        What a person's value is made of: takes graph and person_id, gives
        numbers by name. `explain` shows them.
    """

    def register(function: Function) -> Function:
        name = function.__name__
        if name in METRICS:
            raise ValueError(f"two metrics are called {name!r}")
        family = function.__module__.split(".")[-2]
        METRICS[name] = Metric(name, family, function, bounds, needs, structural, undefined, parts)
        return function

    return register
