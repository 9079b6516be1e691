"""Measures: one folder a family, one file a metric.

A metric takes a graph (networkx, or an `Adjacency` where no attribute of people
is needed) and gives a Series on the graph's own node order. Every file in the
family folders is imported here, so a new metric is in the register unasked; it
can then be called as ``netgraph.metrics.<name>``. Measures of networks, ties,
pairs and groups stand beside those of people (see `available_metrics`).
"""

from __future__ import annotations

import importlib
import pkgutil
from typing import TYPE_CHECKING, Any

from netgraph.errors import nearest
from netgraph.metrics._explain import explain
from netgraph.metrics._measure import available_metrics, measure
from netgraph.metrics._registry import METRICS, STATISTICS, Metric, Statistic, metric, statistic
from netgraph.metrics.diversity.ei_index import ei_index_network, expected_ei_index

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = [
    "METRICS",
    "STATISTICS",
    "Metric",
    "Statistic",
    "available_metrics",
    "ei_index_network",
    "expected_ei_index",
    "explain",
    "measure",
    "metric",
    "statistic",
]

for _module in pkgutil.walk_packages(__path__, prefix=f"{__name__}."):
    importlib.import_module(_module.name)


def __getattr__(name: str) -> Callable[..., Any]:
    """Give a metric by its name."""
    found = METRICS.get(name) or STATISTICS.get(name)
    if found is not None:
        return found.function
    raise AttributeError(f"no metric is called {name!r}. {nearest(name, {*METRICS, *STATISTICS})}.")


def __dir__() -> list[str]:
    """List the metrics beside the functions."""
    return sorted({*__all__, *METRICS, *STATISTICS})
