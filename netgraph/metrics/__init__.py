"""Measures: one folder a family, one file a metric.

A metric takes a graph (networkx, or an `Adjacency` where no attribute of people
is needed) and gives a Series on the graph's own node order. Every file in the
family folders is imported here, so a new metric is in the register unasked; it
can then be called as ``netgraph.metrics.<name>``.
"""

from __future__ import annotations

import importlib
import pkgutil

from netgraph.metrics._measure import available_metrics, explain, measure
from netgraph.metrics._registry import METRICS, Metric, PersonMetric, metric
from netgraph.metrics.diversity.ei_index import ei_index_network, expected_ei_index

__all__ = [
    "METRICS",
    "Metric",
    "available_metrics",
    "ei_index_network",
    "expected_ei_index",
    "explain",
    "measure",
    "metric",
]

for _module in pkgutil.walk_packages(__path__, prefix=f"{__name__}."):
    importlib.import_module(_module.name)


def __getattr__(name: str) -> PersonMetric:
    """Give a metric by its name."""
    if name in METRICS:
        return METRICS[name].function
    raise AttributeError(f"no metric is called {name!r}; there are: {', '.join(sorted(METRICS))}")


def __dir__() -> list[str]:
    """List the metrics beside the functions."""
    return sorted({*__all__, *METRICS})
