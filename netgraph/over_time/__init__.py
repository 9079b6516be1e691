"""Over time: how the network grew, who left it, how fresh it is, and what to write about."""

from netgraph.over_time.churn import churn
from netgraph.over_time.freshness import freshness
from netgraph.over_time.growth import describe_growth, describe_tie_growth
from netgraph.over_time.occasions import find_occasions

__all__ = ["churn", "describe_growth", "describe_tie_growth", "find_occasions", "freshness"]
